"""Rules about the days that a text names: days that do not exist, and days without a year."""

import re
from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import islice

from csplan.dates import NotADate, read_day, say_day
from csplan.dates.days import MONTHS
from csplan.dates.words import listed
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.mentions import PROSE
from csplan.model import Meetings
from csplan.rules.dates.mentions import Mention, mentions, sentence
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS = {form: n for n, name in enumerate(_NAMES) for form in (name, name[:3], name[:4])}
_MONTH = "|".join(MONTHS)
_A_MONTH = late(rf"(?:{_MONTH})\b(?!,?\s+(?:19|20)[0-9])")
_DAY_BEFORE = late(r"\b[0-9]{1,2}(?:st|nd|rd|th)?\s(?:of\s)?$")
_BY_BEFORE = late(r"\b(?:by|since|(?<!to\sthe\s)(?:beginning|start|middle|end)\s+of)\s+$")
_GOES_ON = late(r"\s+(?:[0-9]|to\b|and\b|or\b)")
_IN_TEXT = frozenset({*PROSE, "text", "response", "expectation", "means", "summary", "outcomes"})
_DECIDED = frozenset({"decision", "decisions"})
_ENDS = late(r"\.\s|\n\s*\n|\n-|\n#")
_MEETS = late(r"\b[Mm]eet(?:s|ings?)?\b(?!\s+(?:the|with|an?|our)\b)")
_BODIES = late(
    r"\b(?:board|group|panel|forum|committee|conference|team|network)(?=s?\b)", re.IGNORECASE
)
_WHOLE = late(rf"\b([0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})),? (?:19|20)[0-9]")
_A_YEAR = late(r"\b(?:19|20)[0-9]{2}\b(?![/–-][0-9])")
# What comes back on its day: `Bonfire Night (5 November)`, `by 31 March each year`.
_EACH_YEAR = late(
    r"\b(?:each|every|any|all)\s+year|\b(?:annual|yearly|(?:financial|tax|fiscal|school)\s+year|"
    r"season(?:al)?)\b|\bannually\b|\b[Bb]onfire|\b[Hh]allowe|(?:\S['’]s?|Ribbon|Memorial)\s+(?:Day|Eve)\b"
)
_WINDOW, _SHORT = 300, 20
_MOST_LISTED = 3
# More than a text has that people write.
_MOST = 1000


@warning
def impossible_day(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text names a day that is not in the calendar, or gives a day the wrong weekday.

    People come on the wrong day, or on none. Look the day up and correct it.

    Bad:
        plans: |
          The conference is on Monday 31 June 2010.

    Good:
        plans: |
          The conference is on Wednesday 30 June 2010.
    """
    del plan
    for mention in mentions(file):
        if mention.day and (wrong := _wrong(mention)):
            yield Finding(mention.text.route, wrong, at=mention.at)


def _wrong(mention: Mention) -> str:
    typed = f"{mention.day} {MONTHS[mention.month - 1]} {mention.year}"
    length = monthrange(mention.year, mention.month)[1]
    if mention.day > length:
        month = f"{MONTHS[mention.month - 1]} {mention.year}"
        return f"{quoted(typed)} is not a day in the calendar; {month} has {length} days"
    word = mention.before[-1] if mention.before else ""
    named = _WEEKDAYS.get(word.strip("(,."))
    right = date(mention.year, mention.month, mention.day).weekday()
    if named is None or named == right:
        return ""
    words = f"{quoted(typed)} is a {_NAMES[right]}, not a {_NAMES[named]}"
    return f"{words}; write the one that is right"


@warning
def date_without_year(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text names a day, or a month by which something is done, without its year.

    A plan is read for years. `The meeting on 18 March` cannot be told from the next one. What is
    written in a progress entry or of a meeting has a day of its own and is not meant.

    Bad:
        why: |
          The partnership considered its assessment at the meeting on 29 January.

    Good:
        why: |
          The partnership considered its assessment at the meeting on 29 January 2010.
    """
    del plan
    if isinstance(file.model, Meetings):
        return
    for text in file.texts:
        places = list(_bare(text.words)) if text.key in _IN_TEXT else []
        if places:
            bare = list(dict.fromkeys(typed for typed, _ in places))
            days = listed([quoted(each) for each in bare[:_MOST_LISTED]], "and")
            words = f"{days} {'has' if len(bare) == 1 else 'have'} no year; write it, so that the "
            yield Finding(text.route, f"{words}text can be read later", at=places[0][1])


def _bare(words: str) -> Iterator[tuple[str, int]]:
    """Each day without a year, and where it stands.

    None whose sentence has one, or which stands with one elsewhere; nor what comes back every year.
    """
    known: set[str] | None = None
    for found in islice(_A_MONTH.finditer(words), _MOST):
        near = words[max(0, found.start() - _SHORT) : found.start()]
        day = _DAY_BEFORE.search(near)
        start = day or (None if _GOES_ON.match(words, found.end()) else _BY_BEFORE.search(near))
        if not start:
            continue
        typed = start[0] + found[0]
        after = _ENDS.split(words[found.end() : found.end() + _WINDOW], maxsplit=1)[0]
        before = words[max(0, found.start() - _WINDOW) : found.start()]
        same = _ENDS.split(before)[-1] + after
        # A month takes its year from what was said just before; a day is looked up.
        year = _A_YEAR.search(same if day else before + after)
        if not year and not _EACH_YEAR.search(same):
            known = set(_WHOLE.findall(words)) if known is None else known
            if typed not in known:
                yield " ".join(typed.split()), found.start() - len(start[0])


@warning
def meeting_day_differs(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A decision sets a day for a meeting, and the file has the meeting of that month on another.

    The minutes and the forward plan tell members different days. Correct the one that is wrong, or
    note why the meeting was moved.

    Bad:
        # board.yaml
        meetings:
          - meeting: Board
            on: 7 March 2010
            items:
              - item: Dates of meetings
                decisions: The board meets on 6 June 2010.
          - meeting: Board
            on: 19 June 2010

    Good:
        # board.yaml
        meetings:
          - meeting: Board
            on: 7 March 2010
            items:
              - item: Dates of meetings
                decisions: The board meets on 6 June 2010.
          - meeting: Board
            on: 6 June 2010
    """
    del plan
    if not isinstance(file.model, Meetings):
        return
    held = _held(file.model)
    for mention in mentions(file):
        if not mention.day or not mention.days or mention.text.key not in _DECIDED:
            continue
        board, day = file.model.meetings[int(mention.text.route[1])].meeting, mention.days.first
        alike = held.get((board, day.year, day.month), {})
        if alike and day not in alike and _is_of(board, sentence(mention)):
            words = f"{quoted(say_day(day))} was set for a meeting, but the one of that month "
            words += f"is on {say_day(next(iter(alike)))}; correct the one that is wrong"
            yield Finding(mention.text.route, words, at=mention.at)


def _is_of(board: str, words: str) -> bool:
    """Whether a sentence is about when a board itself meets."""
    bodies = {body.lower() for body in _BODIES.findall(words)}
    return bool(_MEETS.search(words)) and all(body in board.lower() for body in bodies)


def _held(file: Meetings) -> dict[tuple[str, int, int], dict[date, None]]:
    """The days on which each board meets in each month, in the order of the file."""
    found: dict[tuple[str, int, int], dict[date, None]] = {}
    for meeting in file.meetings:
        with suppress(NotADate):
            day = read_day(meeting.on)
            found.setdefault((meeting.meeting, day.year, day.month), {})[day] = None
    return found
