"""Rules about a rating that a report could have given and did not."""

import re
from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.query import Reading
from csplan.query.rating import UNSAID
from csplan.rules.figures.series import readings_of
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_NONE = frozenset({"not rated", "grey"})
_SAYS_HOW = late(
    r"(?<!not )(?<!no longer )\b(?:on (?:track|course|target)|in line to (?:achieve|meet)|"
    r"off (?:track|target)|behind (?:its |the )?target|"
    r"(?:met|missed|exceeded|below|above) (?:its|the) target|"
    r"target (?:has been |was |is )?(?:met|missed))\b",
    re.IGNORECASE,
)


@warning
def rating_withheld(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An indicator is said not to be rated, while its figures or its words tell how it stands.

    "N/A" beside a figure and a target keeps from the board what it could know. Give the rating; or
    say in `explanation` why there is none, and set `polarity: monitor` if it is only watched.

    Bad:
        indicators:
          - indicator: Hospital admissions
            unit: admissions
            polarity: decrease
            values: {2010/11: "1179"}
            target: "1246"
            within: 5%
            rating: not rated

    Good:
        indicators:
          - indicator: Hospital admissions
            unit: admissions
            polarity: decrease
            values: {2010/11: "1179"}
            target: "1246"
            within: 5%
            rating: green
    """
    for each in readings_of(plan, file):
        if each.stated in _NONE and (why := _told(each)):
            words = f"{quoted(each.name)} is said to be `{each.stated}`, but {why}"
            yield Finding(each.stated_at, f"{words}; give the rating, or say why there is none")


def _told(reading: Reading) -> str:
    if reading.computed:
        return f"its figure and target make it {reading.computed}"
    if reading.why_not == UNSAID:
        return "its figure misses its target"
    words = " ".join((reading.measure.explanation or "").split())
    found = _SAYS_HOW.search(words)
    return f"its explanation says {quoted(found[0])}" if found else ""
