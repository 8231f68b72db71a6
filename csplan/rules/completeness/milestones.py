"""Rules about what a milestone says: what is done, and how anybody can tell that it is."""

import re
from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.completeness.verbs import has_verb
from csplan.rules.rule import Finding, warning

_VAGUE = frozenset(
    {
        *("continue", "continues", "continued", "still", "regularly", "ongoing", "on-going"),
        *("consider", "considered", "explore", "explored", "encourage", "encouraged"),
        *("support", "supported", "promote", "promoted", "improve", "improved"),
        *("enhance", "enhanced", "strengthen", "strengthened", "seek", "sought"),
        *("endeavour", "possible", "appropriate", "liaise", "liaised", "possibility"),
    }
)
# Only where the word is what the milestone is: at its start, after who does it, or what is done.
_OPEN_ENDED = re.compile(
    r"\b(?:continu(?:e|es|ed) to\b|still (?=\w+(?:ed|en)\b)|discussed regularly|regularly discussed|"
    r"possibility (?:investigated|explored|considered)|(?:where|if|wherever) possible|"
    r"(?:as|where|if) appropriate|(?<!also )(?<!would )\b(?:considered|explored|supported|"
    r"encouraged|promoted|improved|enhanced|strengthened|sought)\b(?! (?:by|living|housing)\b(?! the)))"
    r"|^(?:by [\w ]+, )?(?:to )?(?:continue|consider|explore|encourage|support|promote|improve|"
    r"enhance|strengthen|seek|endeavour|liaise|investigate the possibility)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:report(?:s|ed)?|published|adopted|approved|signed|agreed|written|in place|in use|"
    r"set up|set|put|drafted|finished|completed|trained|brought|delivered|recommend\w*)\b"
    r"|\d ?%|\b\d+ (?!to\b|and\b)[a-z]",
    re.IGNORECASE,
)
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
            vague = _vague(item.words)
            if vague:
                words = f"{quoted(vague)} has no end that anybody can see; say what there will be"
                yield Finding(
                    (*item.route, "milestone"),
                    f"{words} when it is done, or give a `measure`",
                )


def _vague(milestone: str) -> str:
    text = milestone[:_MOST_LETTERS].lower()
    if _VAGUE.isdisjoint(re.findall(r"[a-z-]+", text)):
        return ""
    found = _OPEN_ENDED.search(text)
    return " ".join(found[0].split()) if found and not _MEASURED.search(text) else ""


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
            yield Finding((*item.route, "milestone"), f"{words} `agreed`, `published` or `in place`")
