"""Rules about what a milestone says: what is done, and how anybody can tell that it is."""

from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.completeness.verbs import has_verb
from csplan.rules.late import late
from csplan.rules.places import found_at
from csplan.rules.rule import Finding, warning

_VAGUE = frozenset(
    {
        *("continue", "continues", "continued", "still", "regularly", "ongoing", "on-going"),
        *("consider", "considered", "explore", "explored", "encourage", "encouraged"),
        *("support", "supported", "promote", "promoted", "improve", "improved", "raise", "raised"),
        *("enhance", "enhanced", "strengthen", "strengthened", "seek", "sought", "possible"),
        *("endeavour", "appropriate", "liaise", "liaised", "possibility", "increase", "increased"),
    }
)
_GOES_ON = late(
    r"\b(?:continu(?:e|es|ed) to \w+(?: \w+ed)?|still \w+(?:ed|en)|discussed regularly|"
    r"regularly discussed|on-?going)\b"
)
_IMPROVES = (
    r"consider|explore|encourage|support(?! (?:for|to|from|groups?|services?|plans?)\b)|promote|"
    r"improve|enhance|strengthen|seek|endeavour|liaise|increase|raise awareness|"
    r"investigate the possibility"
)
# Only where the word is what the milestone is: at its start, or as what is done.
_OPEN_ENDED = late(
    rf"^(?:by [\w ]+, )?(?:to )?(?:{_IMPROVES})\b"
    r"|\b(?:possibility (?:investigated|explored|considered)|(?:where|if|as) possible|"
    r"(?:where|if|as) appropriate|considered|explored|supported(?! hous| liv)|encouraged|"
    r"promoted|improved|enhanced|strengthened|sought|awareness raised|increased)\b"
)
_YEAR = r"(?:19|20)\d\d\b"
_NUMBER = (
    rf"(?:(?!{_YEAR})\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)"
)
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_SEEN = late(
    r"\b(?:reported|a report|recommendations?|published|adopted|approved|signed|agreed|written|"
    r"drafted|finished|completed|trained|worked out|in place|in use|set up|put|delivered|"
    r"opened|launched|held|established|commissioned|recruited|appointed|created|printed|sent|"
    r"issued|installed)\b"
    # So many of something; or how much it will be, such as "from 2 to 4 a week".
    rf"|\d ?%|\b{_NUMBER} (?!(?:year|month|week|day)s?\b)(?:[a-z-]+ )?"
    r"(?:[a-z-]+s|people|women|men|children|staff)\b"
    r"|\bfrom \d[\d,.]* to \d"
    rf"|\b(?:(?<!\d )to|by|least|than) (?!{_YEAR})\d[\d,.]*(?![\w/])(?! (?:{_MONTH}|to ))"
)
# Whatever is done, nobody can say that it was done as far as this.
_AS_FAR_AS = late(r"\b(?:where|wherever|if|as far as) (?:possible|appropriate)\b")
_WORD = late(r"[a-z-]+")
_MOST_LETTERS = 2000


@warning
def unmeasurable_milestone(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A milestone only goes on, explores or improves, and nothing says when that is done.

    Nobody can say of "ways explored" or "support improved" that it is complete, so it never is.
    Say what there will be that was not there before, such as a report, a decision or a number, or
    give a `measure`.

    Bad:
        actions:
          - ref: AC1
            action: Teach students about alcohol
            milestones:
              - milestone: Alcohol education improved for students
                due: March 2011
                lead: Chief Inspector, Sussex Police

    Good:
        actions:
          - ref: AC1
            action: Teach students about alcohol
            milestones:
              - milestone: Alcohol education improved for students
                measure: 500 students have had a lesson
                due: March 2011
                lead: Chief Inspector, Sussex Police
    """
    del plan
    for item in file.items:
        if item.milestone and not item.milestone.measure and not item.action.measure:
            is_recurring = item.due is not None and (item.due.every or item.due.kind == "ongoing")
            if vague := _vague(item.words, is_recurring=bool(is_recurring)):
                words = f"{quoted(vague)} has no end that anybody can see; say what there will be"
                place = (*item.route, "milestone")
                words += " when it is done, or give a `measure`"
                yield Finding(place, words, at=found_at(item.words, vague.split()))


def _vague(milestone: str, *, is_recurring: bool) -> str:
    """The words by which a milestone has no end; what comes again and again may go on."""
    text = " ".join(milestone[:_MOST_LETTERS].lower().split())
    if _VAGUE.isdisjoint(_WORD.findall(text)):
        return ""
    found = None if is_recurring else _GOES_ON.search(text)
    found = found or _AS_FAR_AS.search(text)
    if not found and not _SEEN.search(text):
        found = _OPEN_ENDED.search(text)
    return found[0] if found else ""


@warning
def milestone_without_verb(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A milestone names a thing and says nothing of what is done with it.

    "Needs assessment" may be begun, drafted or agreed. A verb says which, and so when it is late.

    Bad:
        actions:
          - ref: VC1
            action: Write a strategy
            milestones:
              - milestone: Needs assessment
                due: July 2010
                lead: Chief Inspector, Sussex Police

    Good:
        actions:
          - ref: VC1
            action: Write a strategy
            milestones:
              - milestone: Needs assessment drafted and ready for consultation
                due: July 2010
                lead: Chief Inspector, Sussex Police
    """
    del plan
    for item in file.items:
        if item.milestone and not has_verb(item.words[:_MOST_LETTERS]):
            words = f"{quoted(item.words)} does not say what is done; add a verb, such as"
            yield Finding(
                (*item.route, "milestone"), f"{words} `agreed`, `published` or `in place`"
            )
