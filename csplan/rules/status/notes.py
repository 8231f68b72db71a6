"""Rules about what a note says of work beside its state."""

import re
from collections.abc import Iterator
from datetime import date

from csplan.dates import NotADate, read_day, say_day
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.query.position import day_of
from csplan.rules.late import late
from csplan.rules.places import found_at
from csplan.rules.rule import Finding, warning
from csplan.rules.status.said import contradiction

_DAY = r"\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9},? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
_DONE_ON = late(
    rf"\b(?:completed?|finished|achieved|signed off|approved|delivered|published|launch\w*)\b"
    rf"[^.;:]{{0,40}}?\b(?:on|by)\s+(?:the\s+)?({_DAY})",
    re.IGNORECASE,
)


@warning
def state_contradicted(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A note says the contrary of the state or the rating that stands beside it.

    Such is "nearly finished" of what is complete, "nothing has moved" of what is in progress, or
    "white paper awaited" of what is green. A board that reads the colour alone is misled. Put right
    whichever of the two is wrong.

    Bad:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress:
              on: 31 March 2011
              state: complete
              note: The script is nearly finished.

    Good:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress:
              on: 31 March 2011
              state: complete
              note: 400 officers have seen the film.
    """
    del plan
    for route, _, entry in file.entries:
        state = entry.state or ("in progress" if entry.rating else "")
        note = " ".join(filter(None, (entry.note, entry.reason)))
        if state and note and (found := contradiction(state, entry.rating or "", note)):
            rated = f" and {entry.rating}" if entry.rating else ""
            words = f"{state}{rated} on {quoted(entry.on)}, but its note says {quoted(found.words)}"
            place = "note" if entry.note else "reason"
            at = found_at(entry.note or note, found.words.split())
            yield Finding((*route, place), f"{words}; {found.remedy}", at=at)


@warning
def completed_after_entry(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Work is said to be complete before it starts, or on a day after the entry that says so.

    An entry tells what was so on its day. Date it when the work was done or when that was
    reported, not before.

    Bad:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress:
              on: 31 December 2010
              state: complete
              note: Finished on 14 January 2011.

    Good:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress:
              on: 31 January 2011
              state: complete
              note: Finished on 14 January 2011.
    """
    del plan
    starts = {box.route[:-1]: box.due.days for box in file.boxes if box.route[-1] == "start"}
    for route, work, entry in file.entries:
        day = day_of(entry) if entry.state == "complete" else None
        if day is None:
            continue
        start = starts.get(work)
        if start and day < start.first:
            words = f"complete on {quoted(entry.on)}, before it starts ({say_day(start.first)})"
            yield Finding((*route, "on"), f"{words}; correct one of the two dates")
        elif (later := _done_on(entry.note or "")) and later > day:
            words = f"complete on {quoted(entry.on)}, but its note says on {say_day(later)}"
            yield Finding((*route, "on"), f"{words}; give the entry that day or a later one")


def _done_on(note: str) -> date | None:
    """The last day on which a note says that something was done; None if it names none."""
    days: list[date] = []
    for found in _DONE_ON.finditer(note[:5000]):
        try:
            days.append(read_day(found[1]))
        except NotADate:
            continue
    return max(days, default=None)
