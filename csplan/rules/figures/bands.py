"""Rules about the bands of figures that colours stand for."""

import re
from collections.abc import Iterator

from csplan.diagnostic import counted
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Measured
from csplan.model import Plan
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


@warning
def amber_without_limit(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The key of a plan has an amber, and does not say how far from a target it reaches.

    Then nobody can tell amber from red, and the rating of a figure that misses its target cannot be
    checked. Add `within` to it, such as `5%`; or to each indicator that has a target.

    Bad:
        indicators:
          - {indicator: Fires, unit: fires, polarity: decrease, target: 40, values: {2010/11: 42}}
        # plan.yaml
        title: Anytown Community Safety Agreement 2010/11
        partnership: Anytown Community Safety Partnership
        period: 2010/11
        ratings:
          - {rating: green, means: on target}
          - {rating: amber, means: a little off target}

    Good:
        indicators:
          - {indicator: Fires, unit: fires, polarity: decrease, target: 40, values: {2010/11: 42}}
        # plan.yaml
        title: Anytown Community Safety Agreement 2010/11
        partnership: Anytown Community Safety Partnership
        period: 2010/11
        ratings:
          - {rating: green, means: on target}
          - {rating: amber, means: a little off target, within: 5%}
    """
    if not isinstance(file.model, Plan):
        return
    for number, key in enumerate(file.model.ratings):
        if key.rating == "amber" and not key.within and (judged := _judged_by_it(plan)):
            many = f"{quoted(judged[0].name)}"
            many += f" and {counted(len(judged) - 1, 'other')}" if judged[1:] else ""
            words = "`amber` does not say how far from a target it reaches, so for"
            write = "nobody can tell it from red; add `within`, such as `5%`"
            yield Finding(("ratings", number), f"{words} {many} {write}")


def _judged_by_it(plan: LoadedPlan) -> list[Measured]:
    """The indicators that are rated by a target and do not say themselves how far amber reaches."""
    return [
        each
        for file in plan.files
        for each in file.measures
        if not each.row and each.target and each.values and not each.indicator.within
        if each.polarity in ("increase", "decrease")
    ]
