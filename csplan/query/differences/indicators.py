"""What became of indicators: their targets, their terms and their figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from csplan.escape import one_line
from csplan.load import LoadedFile, LoadedPlan, reference_key
from csplan.load.index import matters
from csplan.model import Indicator, Measure, Row, Theme
from csplan.query.differences.likeness import words_of
from csplan.query.differences.matching import Matching, Pair
from csplan.query.differences.priorities import Priorities
from csplan.query.differences.series import compare_aims, compare_figures
from csplan.query.differences.shapes import Changed, Entry, Kind, place
from csplan.query.differences.values import compare_keys, say_leads
from csplan.query.series import starts_month
from csplan.query.tasks import Spot
from csplan.source import Route

_LIKE, _CODE = "a similar name", "its code"
_SERIES = ("target", "baseline", "values")
_TOLD_APART = frozenset({*_SERIES, "indicator", "row", "rows", "lead", "within"})


# Known by identity: two rows may say the same.
@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """An indicator or a row of one; `theme` is the title of what holds it, at `home`."""

    plan: LoadedPlan
    file: LoadedFile
    route: Route
    home: Route
    theme: str
    name: str
    measure: Indicator | Row

    @property
    def code(self) -> str:
        """The code as it is compared; empty for a row."""
        return reference_key(getattr(self.measure, "code", None) or "")

    @property
    def spot(self) -> Spot:
        """Where what holds it stands."""
        return self.file.path, self.home


def indicators_of(plan: LoadedPlan, files: Iterable[LoadedFile]) -> Iterator[Measured]:
    """Every indicator of some files of a plan, each before the rows of it."""
    for file in files:
        for home, title, matter in matters(file.model) if file.model else ():
            theme = one_line(file.model.theme if isinstance(file.model, Theme) else title)
            for number, each in enumerate(matter.indicators):
                route = (*home, "indicators", number)
                name = one_line(each.indicator)
                yield Measured(plan, file, route, home, theme, name, each)
                for at, row in enumerate(each.rows):
                    of_row = f"{name}, {one_line(row.row)}"
                    yield Measured(plan, file, (*route, "rows", at), home, theme, of_row, row)


def compare_indicators(
    old: Iterable[Measured], new: Iterable[Measured], priorities: Priorities
) -> tuple[tuple[Entry, ...], bool]:
    """An entry for each indicator that is new, dropped or changed; and whether all were compared.

    Rows of an indicator that is new or dropped are not told apart.
    """
    before, after = list(old), list(new)
    found = Matching(*([each for each in some if _is_whole(each)] for some in (before, after)))
    homes = {spot: number for number, spot in enumerate(priorities.partners)}
    homes |= {priorities.partners[spot]: number for spot, number in homes.items()}
    found.by_key(lambda each: (each.code, words_of(each.name)) if each.code else None)
    found.by_key(lambda each: (homes.get(each.spot, -1), *words_of(each.name)))
    found.by_key(lambda each: words_of(each.name))
    found.by_key(lambda each: each.code, _CODE)
    is_whole = found.by_likeness(lambda each: each.name, _LIKE)
    rows = _rows(found.pairs, before, after)
    entries: list[Entry] = []
    order = {id(each): number for number, each in enumerate(after)}
    for matching in (found, rows):
        entries += (_entry("new", None, each) for each in matching.new)
        entries += (_entry("dropped", each, None) for each in matching.old)
        inorder = sorted(matching.pairs, key=lambda pair: order[id(pair.new)])
        entries += _changed(inorder, priorities)
    return tuple(entries), is_whole


def _is_whole(each: Measured) -> bool:
    return isinstance(each.measure, Indicator)


def _rows(
    pairs: list[Pair[Measured]], before: list[Measured], after: list[Measured]
) -> Matching[Measured]:
    """The rows of indicators that are in both plans, matched by what they are for."""
    owners = {
        (id(each.file), each.route): number
        for number, pair in enumerate(pairs)
        for each in (pair.old, pair.new)
    }

    def owner(each: Measured) -> int | None:
        return owners.get((id(each.file), each.route[:-2]))

    rows = Matching(
        *(
            [each for each in some if not _is_whole(each) and owner(each) is not None]
            for some in (before, after)
        )
    )
    rows.by_key(lambda each: (owner(each), *words_of(getattr(each.measure, "row", ""))))
    return rows


def _entry(kind: Kind, old: Measured | None, new: Measured | None) -> Entry:
    each = new or old
    assert each
    return Entry(
        "indicators",
        kind,
        "indicator" if _is_whole(each) else "row",
        each.name,
        each.theme,
        old_ref=one_line(getattr(old.measure, "code", None) or "") if old else "",
        new_ref=one_line(getattr(new.measure, "code", None) or "") if new else "",
        old_place=place(old.file, old.route) if old else None,
        new_place=place(new.file, new.route) if new else None,
    )


def _changed(pairs: Iterable[Pair[Measured]], priorities: Priorities) -> Iterator[Entry]:
    for pair in pairs:
        if changes := tuple(_changes(pair, priorities)):
            entry = _entry("changed", pair.old, pair.new)
            yield entry._replace(matched_by=pair.by, changes=changes)


def _changes(pair: Pair[Measured], priorities: Priorities) -> Iterator[Changed]:
    old, new = pair.old, pair.new
    if _is_whole(new):
        if old.name != new.name:
            yield Changed("name", old.name, new.name)
        if old.theme != new.theme and priorities.partners.get(old.spot) != new.spot:
            yield Changed("theme", old.theme, new.theme)
    months = _months(pair)
    yield from compare_aims(old.measure, new.measure, months)
    if old.measure.within != new.measure.within:
        yield Changed("tolerance", old.measure.within or "", new.measure.within or "")
    yield from _lead(old.measure, new.measure)
    yield from compare_keys(old.measure, new.measure, _TOLD_APART)
    yield from compare_figures(old.measure, new.measure, months)


def _months(pair: Pair[Measured]) -> tuple[int, int]:
    return starts_month(pair.old.plan), starts_month(pair.new.plan)


def _lead(old: Measure, new: Measure) -> Iterator[Changed]:
    before, after = (say_leads(getattr(measure, "lead", ())) for measure in (old, new))
    if before != after:
        yield Changed("lead", before, after)
