"""A line of words as the things in it: dates, recurrences, and the words around them."""

from csplan.dates.links import Item, attached, tied
from csplan.dates.phrase import phrase_at
from csplan.dates.vocabulary import LOOSE, OFTEN, RECURRING, ROLES
from csplan.dates.words import Line, cut

_YEAR_NUMBER = dict.fromkeys(("year", "yr", "years", "y"))
_UNITS = {"month": 1, "months": 1, "quarter": 3, "quarters": 3, "year": 12, "years": 12}
_TIMES = dict.fromkeys(("times a year", "times per year", "times each year", "times yearly"))
_MOST_MONTHS = 60
_MOST_YEARS = 9


def items_of(text: str) -> tuple[Item, ...]:
    """All that `text` holds, in order, with ranges tied together.

    Raises NotADate for impossible dates, and for a text too long to be a date.
    """
    line = cut(text)
    items: list[Item] = []
    place = 0
    while place < len(line.words):
        item, end = _item_at(line, place)
        word = line.words[place]
        spaced = line.text[word.start - 1 : word.start].isspace()
        typed = line.typed(place, end)
        items.append(item._replace(typed=typed, fresh=word.fresh, spaced=spaced))
        place = end
    return attached(tied(items))


def _item_at(line: Line, place: int) -> tuple[Item, int]:
    return (
        _recurring(line, place)
        or _often(line, place)
        or _year_number(line, place)
        or _when(line, place)
        or _word(line, place)
    )


def _when(line: Line, place: int) -> tuple[Item, int] | None:
    found = phrase_at(line, place)
    return (Item("when", "", when=found[0]), found[1]) if found else None


def _word(line: Line, place: int) -> tuple[Item, int]:
    if found := line.find(place, ROLES):
        return Item(found[0], ""), found[1]
    return Item("number" if line.digits(place) else "unknown", ""), place + 1


def _often(line: Line, place: int) -> tuple[Item, int] | None:
    """`Weekly`, `six weekly`, `every two weeks`, `every Monday`: not owed one by one."""
    if found := line.find(place, OFTEN):
        return Item("often", "", note=found[0]), found[1]
    start = line.skip(place, "every", "each")
    end = line.skip(start + 1, "-") if line.number(start) else start
    units = ("weekly", "weeks", "days") if start > place else ("weekly",)
    is_counted = end > start and line.at(end) in units
    is_weekday = end == start > place and ROLES.get(line.at(end)) == "weekday"
    if not is_counted and not is_weekday:
        return None
    return Item("often", "", note=line.typed(place, end + 1).lower()), end + 1


def _year_number(line: Line, place: int) -> tuple[Item, int] | None:
    """`Year 2`."""
    found = line.find(place, _YEAR_NUMBER)
    number = line.number(found[1]) if found else 0
    if not found or not 1 <= number <= _MOST_YEARS or line.at(found[1] + 1) == "/":
        return None
    return Item("year number", "", every=number), found[1] + 1


def _recurring(line: Line, place: int) -> tuple[Item, int] | None:
    found = line.find(place, RECURRING)
    if found:
        months, end = found
        loose = [note for word, note in LOOSE.items() if _is_loose(line.typed(place, end), word)]
        return Item("recurring", "", every=months, note="".join(loose)), end
    counted = _every_number(line, place) or _number_of_times(line, place) or _each(line, place)
    if not counted or not 1 <= counted[0] <= _MOST_MONTHS:
        return None
    return Item("recurring", "", every=counted[0]), counted[1]


def _is_loose(typed: str, word: str) -> bool:
    letters = "".join(filter(str.isalpha, typed.lower()))
    return letters.startswith(word.replace(" ", ""))


def _every_number(line: Line, place: int) -> tuple[int, int] | None:
    """`every three months`, `each 2 quarters`."""
    number, unit = line.number(place + 1), _UNITS.get(line.at(place + 2))
    if line.at(place) not in ("every", "each") or not unit:
        return None
    return number * unit, place + 3


def _number_of_times(line: Line, place: int) -> tuple[int, int] | None:
    """`six-monthly`, `two yearly`, `four times a year`."""
    number, after = line.number(place), line.skip(place + 1, "-")
    if not number:
        return None
    if line.at(after) in ("monthly", "yearly"):
        return number * (12 if line.at(after) == "yearly" else 1), after + 1
    times = line.find(after, _TIMES)
    return (12 // number, times[1]) if times and 12 % number == 0 else None


def _each(line: Line, place: int) -> tuple[int, int] | None:
    """`every April`, `each spring`: once a year, at what follows."""
    if line.at(place) not in ("every", "each"):
        return None
    found = phrase_at(line, place + 1)
    return (12, place + 1) if found and not found[0].dated else None
