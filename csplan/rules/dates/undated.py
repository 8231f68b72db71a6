"""Rules about due dates that name no day by which anything is done."""

import re
from collections.abc import Iterator

from csplan.dates import say_day
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.late import late
from csplan.rules.rule import Finding, information, warning

_BARE = late(
    r"""(?: to\s+be\s+(?:confirmed|agreed|decided|determined|advised|arranged|set|announced)
          | t\.?b\.?[acd]\b\.? | (?:not\s+(?:yet\s+)?|un)known | (?:not\s+yet\s+)?(?:agreed|set)
          | asap | as\s+soon\s+as\s+possible | date | [\W_] )*""",
    re.IGNORECASE | re.VERBOSE,
)
_LOOKED_AT = late(
    r"\b(?:review|monitor|report|check|look)[a-z]*\s+(?:\w+\s+){0,3}(?:each|every)\b", re.IGNORECASE
)
_SAYS_WHICH = late(
    r"\b(?:until|till|to|end|ends|ending|review|reviewed|look|looked|monitor|monitored|report|"
    r"reported|check|checked|by)\b",
    re.IGNORECASE,
)


@warning
def start_instead_of_due(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A due date says when work begins, and not when it is to be done: `From April 2010`.

    Such work is never late. If it has an end, write that as `due` and the first date as `start`;
    if it has none, write `Ongoing` and when it is looked at.

    Bad:
        actions:
          - ref: L16
            action: Commission services
            lead: Joint Commissioning Manager, NHS East Sussex, Downs and Weald
            milestones:
              - milestone: Services commissioned
                due: From April 2010, Quarter 1

    Good:
        actions:
          - ref: L16
            action: Commission services
            lead: Joint Commissioning Manager, NHS East Sussex, Downs and Weald
            milestones:
              - milestone: Services commissioned
                start: April 2010
                due: Quarter 1
    """
    del plan
    for item in file.items:
        if item.due and item.due.days and item.due.has_no_end:
            began = say_day(item.due.days.first)
            words = (
                f"{quoted(item.due.text)} says when it begins ({began}), not by when it is done; "
            )
            words += (
                "write that as `start`, and as `due` the end, or `Ongoing` and when it is reviewed"
            )
            yield Finding((*item.route, "due"), words)


@warning
def ongoing_without_review(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Ongoing work has no day on which anybody looks at it.

    What is never due is never missed. Say how often it is looked at, or when next.

    Bad:
        actions:
          - ref: A1
            action: Keep the website up to date
            due: Ongoing
            lead: Communications Officer, Safer Communities Team

    Good:
        actions:
          - ref: A1
            action: Keep the website up to date
            due: Ongoing, reviewed September 2010
            lead: Communications Officer, Safer Communities Team
    """
    del plan
    for item in file.items:
        due = item.due
        is_bare = due and due.kind == "ongoing" and due.reading.partition(";")[0] == "ongoing"
        if due and is_bare and not due.doubt and not _LOOKED_AT.search(due.text):
            words = f"{quoted(due.text)} has no day on which it is looked at; write such as "
            yield Finding((*item.route, "due"), f"{words}`Ongoing, reviewed quarterly`")


@information
def ongoing_with_date(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A due date is `Ongoing` and a date, and does not say what the date is for.

    The date is read as the day of a review; it may have been meant as the end.

    Bad:
        actions:
          - ref: CC3
            action: Run campaigns
            lead: Communications Officer, Safer Communities Team
            milestones:
              - milestone: Campaigns run and evaluated
                due: Quarter 4, Ongoing

    Good:
        actions:
          - ref: CC3
            action: Run campaigns
            lead: Communications Officer, Safer Communities Team
            milestones:
              - milestone: Campaigns run and evaluated
                due: Ongoing, reviewed in Quarter 4
    """
    del plan
    for item in file.items:
        due = item.due
        is_dated = due and due.kind == "ongoing" and "to be reviewed" in due.reading
        if due and due.days and is_dated and not _SAYS_WHICH.search(due.text):
            day = say_day(due.days.last)
            words = f"{quoted(due.text)} does not say what the date is for; it was read as "
            words += f"{due.reading}; write `Ongoing, reviewed {day}` or `Ongoing until {day}`"
            yield Finding((*item.route, "due"), words)


@warning
def tbc_without_reason(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A due date is still to be confirmed, and nobody says why or until when.

    Write what it waits for, or by when it is settled; then it can be asked for.

    Bad:
        actions:
          - ref: CC2
            action: Report on confidence
            due: TBC
            lead: Communications Officer, Safer Communities Team

    Good:
        actions:
          - ref: CC2
            action: Report on confidence
            due: TBC until the group meets in June 2010
            lead: Communications Officer, Safer Communities Team
    """
    del plan
    for item in file.items:
        due = item.due
        if due and due.kind == "undecided" and due.days is None and _BARE.fullmatch(due.text):
            words = f"{quoted(due.text)} has no reason and no day by which it is settled; write "
            yield Finding((*item.route, "due"), f"{words}such as `TBC until` and what it waits for")


@warning
def due_elsewhere(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A due date is a pointer to another document: `Refer to the communications plan`.

    Readers cannot tell when it is due, and it never comes up at a meeting. Write the date that
    stands there, and name the document in `other_documents`.

    Bad:
        actions:
          - ref: L5
            action: Run campaigns
            due: Refer to the communications plan
            lead: Communications Officer, Safer Communities Team

    Good:
        actions:
          - ref: L5
            action: Run campaigns
            due: July 2010
            lead: Communications Officer, Safer Communities Team
            other_documents: Communications plan
    """
    del plan
    for item in file.items:
        if item.due and item.due.kind == "elsewhere":
            words = f"{quoted(item.due.text)} points to another document for the date"
            yield Finding((*item.route, "due"), f"{words}; write the date that stands there")
