"""The rule about bands of colour that a figure can fall into twice."""

import re
from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_NUMBER = r"\d(?:[\d,]*\d)?(?:\.\d+)?%?"
_BAND = late(
    rf"\b(?P<colour>red|amber|yellow|green)\b[^\n.;0-9]{{0,30}}(?P<low>{_NUMBER})"
    rf"(?:\s*(?:to|-|–)\s*(?P<high>{_NUMBER})(?![\d/])"
    r"|\+|\s+(?:or|and)\s+(?:more|over|above|higher|greater))",
    re.IGNORECASE,
)


@warning
def overlapping_bands(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Two bands of colour share a number, so that a figure is in both.

    With red from 90 and amber up to 90, two people rate the same ward in two ways. Let one of them
    end below where the other begins.

    Bad:
        why: |
          - red: 90 or more crimes per 1,000 people
          - amber: 50 to 90 crimes per 1,000 people

    Good:
        why: |
          - red: 90 or more crimes per 1,000 people
          - amber: 50 to 89 crimes per 1,000 people
    """
    del plan
    places = file.written.places("amber")
    for text in dict.fromkeys(file.written.text_at(place)[0] for place in places):
        if text.key != "rating":
            bands = list(_BAND.finditer(text.words))
            ends = {band["high"]: band["colour"] for band in bands if band["high"]}
            for band in bands:
                other = ends.get(band["low"], band["colour"])
                if other.lower() != band["colour"].lower():
                    words = f"{quoted(band['low'])} is in both {band['colour'].lower()} and"
                    words += f" {other.lower()}; let one band end below where the other begins"
                    yield Finding(text.route, words, at=band.start())
