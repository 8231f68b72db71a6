"""What was recorded of indicators, and how they stand after it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from csplan.console import measured
from csplan.console.changed import show_rewrites, show_warnings
from csplan.console.terminal import say
from csplan.diagnostic import counted, listed
from csplan.edit import Put, Record, Recorded
from csplan.escape import one_line
from csplan.query import Reading

_DONE = {
    "new": "recorded",
    "revised": "recorded",
    "added to": "added to",
    "same": "in the plan already",
}


def show_record(record: Record) -> None:
    """Each figure by its indicator, how that stands after all of them, and the lines for it."""
    for reading in record.readings:
        place = (reading.file.path, reading.route)
        say(one_line(reading.name), "bold")
        for each in record.recorded:
            if (each.place.file.path, each.place.route) == place:
                say(f"  {_said(each)}")
        for label, words in (
            ("latest", measured.latest(reading)),
            ("target", measured.target(reading)),
            ("rating", measured.rating(reading)),
            ("direction of travel", measured.direction(reading)),
        ):
            if words:
                say(f"  {label}: {words}")
        for words in _stale(record, reading):
            say(f"  note: {words}", "yellow")
    if record.draft:
        show_rewrites(record.draft.rewrites)
        show_warnings(record.draft.warnings)


def _stale(record: Record, reading: Reading) -> Iterator[str]:
    """What the indicator states of all its figures, and was said before the latest one."""
    new = {each.booked.period for each in record.recorded if each.booked.outcome == "new"}
    keys = ("rating", "direction")
    stated = [f"{key}: {said}" for key in keys if (said := getattr(reading.measure, key))]
    if stated and reading.period in new:
        said = f"the plan still says {listed(stated, 'and')}, which was stated of an earlier figure"
        yield f"{said}; correct it, or take it out"


def _said(recorded: Recorded) -> str:
    """`recorded: 998 for 2010/11, known on 14 July 2011 (was 1,005)`."""
    known, booked = recorded.known, recorded.booked
    entry = known.entry
    value = one_line(entry["value"])
    words = f"{_DONE[booked.outcome]}: {value} for {one_line(booked.period)}"
    if booked.outcome in ("new", "revised"):
        words += f", known on {entry['on']}"
    if booked.outcome == "added to":
        keys = [change.key for change in booked.changes if isinstance(change, Put)]
        words += f", {', '.join(key.replace('_', ' ') for key in keys)}"
    return words + (f" (was {one_line(booked.before)})" if booked.outcome == "revised" else "")


def show_remarks(remarks: Iterable[str]) -> None:
    """What of a sheet was not used."""
    for each in remarks:
        say(f"note: {each}", "yellow")


def show_problems(sheet: Path, problems: Iterable[tuple[int, str]], rows: int) -> None:
    """What is wrong with the rows of a sheet, by the numbers that a spreadsheet shows."""
    number = 0
    for row, words in problems:
        say(f"{sheet.as_posix()}, row {row}: {words}")
        number += 1
    say()
    wrong = f"{number} of {counted(rows, 'row')} {'is' if number == 1 else 'are'} wrong"
    say(f"Nothing was written, because {wrong}", "bold")
