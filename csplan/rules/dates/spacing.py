"""Rules about the spaces in dates."""

from collections.abc import Iterator

from csplan.dates import Due, NotADate, Term, read_day, read_due
from csplan.diagnostic import Mend
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.dates.exact import exact_days
from csplan.rules.late import late
from csplan.rules.rule import Finding, information, mendable
from csplan.source import Route

_UNEVEN = late(r"  |[^\S\n ]")
_GAP = late(r"[^\S\n]+")


@mendable
@information
def unevenly_spaced_date(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A date holds two spaces in a row, or a space of another width.

    It is read all the same. Documents show what is typed, and a search for `30 September 2010`
    does not find it.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            due: 30  September 2010

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            due: 30 September 2010
    """
    for route, text, is_same in _dates(file, plan.term):
        words = f"{quoted(text)} holds more or other spaces than one between words; take them out"
        even = _even(text)
        yield Finding(route, words, Mend(route, even) if is_same else None)


def _dates(file: LoadedFile, term: Term | None) -> Iterator[tuple[Route, str, bool]]:
    """The uneven dates of a file, and whether they are read the same without that."""
    for route, due in file.boxes:
        if _UNEVEN.search(due.text):
            yield route, due.text, _read(due) == _read(read_due(_even(due.text), term))
    for route, text in exact_days(file):
        if _UNEVEN.search(text):
            yield route, text, _day(text) == _day(_even(text))


def _even(text: str) -> str:
    return _GAP.sub(" ", text).strip()


def _read(due: Due) -> tuple[object, ...]:
    """What is understood by a date, without the words in which it was typed."""
    return due.kind, due.days, due.every, due.look_by, bool(due.doubt), bool(due.clash)


def _day(text: str) -> object:
    try:
        return read_day(text)
    except NotADate:
        return None
