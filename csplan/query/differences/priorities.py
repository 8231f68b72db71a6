"""What became of priorities: themes and the parts of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from csplan.escape import one_line
from csplan.load import LoadedFile
from csplan.load.index import chapters
from csplan.model import Chapter, SubTheme, Theme
from csplan.query.differences.likeness import words_of
from csplan.query.differences.matching import Matching, Pair, out_of_order
from csplan.query.differences.shapes import Changed, Entry, Kind, place
from csplan.query.differences.values import compare_keys, say_leads
from csplan.query.tasks import Spot
from csplan.source import Route

_FILE, _LIKE, _WORK = "its file name", "a similar title", "the actions in it"
_TOLD_APART = frozenset({*Theme.model_fields, *SubTheme.model_fields}) - {
    "period",
    "duties",
    "see",
    "other_documents",
}


# Known by identity: two sub-themes may say the same.
@dataclass(frozen=True, slots=True, eq=False)
class Priority:
    """A theme, or a part of one."""

    file: LoadedFile
    theme: Theme
    route: Route
    chapter: Chapter
    title: str

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.file.path, self.route

    @property
    def part(self) -> str:
        """Which of the two it is."""
        return "sub-theme" if self.route else "theme"

    @property
    def within(self) -> str:
        """The title of the theme that it is a part of; empty for a theme."""
        return one_line(self.theme.theme) if self.route else ""


class Priorities(NamedTuple):
    """The priorities of two plans, matched; `partners` leads from each old place to the new."""

    themes: Matching[Priority]
    sub_themes: Matching[Priority]
    old: tuple[Priority, ...]
    new: tuple[Priority, ...]
    partners: Mapping[Spot, Spot]

    @property
    def pairs(self) -> list[Pair[Priority]]:
        """Every priority that is in both plans."""
        return [*self.themes.pairs, *self.sub_themes.pairs]


def priorities_of(files: Iterable[LoadedFile]) -> tuple[Priority, ...]:
    """Every theme and sub-theme, in the plan's order."""
    return tuple(
        Priority(file, file.model, route, chapter, one_line(getattr(chapter, "sub_theme", "")))
        if route
        else Priority(file, file.model, route, chapter, one_line(file.model.theme))
        for file in files
        if isinstance(file.model, Theme)
        for route, chapter in chapters(file.model)
    )


def match_priorities(
    old: tuple[Priority, ...], new: tuple[Priority, ...], moves: Iterable[tuple[Spot, Spot]]
) -> Priorities:
    """Match themes by title, file name, likeness and the actions in them; then their parts.

    `moves` are the places of matched actions: the theme or part that holds each in both plans.
    """
    counted = Counter(moves)
    themes = Matching(*([each for each in some if not each.route] for some in (old, new)))
    themes.by_key(lambda each: words_of(each.title))
    themes.by_key(lambda each: each.file.stem.casefold(), _FILE)
    themes.by_likeness(lambda each: each.title, _LIKE)
    whole = Counter[tuple[Spot, Spot]]()
    for ((path, _), (other, _)), number in counted.items():
        whole[(path, ()), (other, ())] += number
    _by_work(themes, whole)
    partners = {pair.old.spot: pair.new.spot for pair in themes.pairs}
    parts = Matching(*([each for each in some if each.route] for some in (old, new)))
    theirs = {there[0]: here[0] for here, there in partners.items()}
    own = {id(each): each.file.path for each in old}
    own |= {id(each): theirs.get(each.file.path, "") for each in new}
    parts.by_key(lambda each: (own[id(each)], *words_of(each.title)))
    parts.by_key(lambda each: words_of(each.title), is_alone=True)
    parts.by_likeness(lambda each: each.title, _LIKE)
    _by_work(parts, counted)
    partners |= {pair.old.spot: pair.new.spot for pair in parts.pairs}
    return Priorities(themes, parts, old, new, partners)


def _by_work(found: Matching[Priority], moves: Counter[tuple[Spot, Spot]]) -> None:
    """Match what holds the same actions, if they are most of what is in both plans."""
    left = Counter[Spot]()
    for (here, _), number in moves.items():
        left[here] += number
    mine = {each.spot: each for each in found.old}
    theirs = {each.spot: each for each in found.new}
    for (here, there), number in moves.most_common():
        if here in mine and there in theirs and 2 * number > left[here]:
            found.take(mine[here], theirs[there], _WORK)


def compare_priorities(found: Priorities) -> Iterator[Entry]:
    """An entry for each priority that is new, dropped, renamed, moved or otherwise changed."""
    order = {id(each): number for number, each in enumerate(found.new)}
    for matching in (found.themes, found.sub_themes):
        for new in matching.new:
            yield _entry("new", None, new)
        for old in matching.old:
            yield _entry("dropped", old, None)
        moved = _moved(found, matching)
        for pair in sorted(matching.pairs, key=lambda each: order[id(each.new)]):
            changes = (*_changes(pair, found), *moved.get(id(pair.new), ()))
            if changes:
                entry = _entry("changed", pair.old, pair.new)
                yield entry._replace(matched_by=pair.by, changes=changes)


def _entry(kind: Kind, old: Priority | None, new: Priority | None) -> Entry:
    each = new or old
    assert each
    return Entry(
        "priorities",
        kind,
        each.part,
        each.title,
        each.within,
        old_place=place(old.file, old.route) if old else None,
        new_place=place(new.file, new.route) if new else None,
    )


def _changes(pair: Pair[Priority], found: Priorities) -> Iterator[Changed]:
    old, new = pair.old, pair.new
    if old.title != new.title:
        yield Changed("name", old.title, new.title)
    if old.file.stem != new.file.stem and not old.route:
        yield Changed("file name", old.file.stem, new.file.stem)
    if found.partners.get((old.file.path, ())) != (new.file.path, ()):
        yield Changed("theme", old.within, new.within)
    was, now = (say_leads(each.chapter.lead) for each in (old, new))
    if was != now:
        yield Changed("lead", was, now)
    yield from compare_keys(old.chapter, new.chapter, _TOLD_APART)


def _moved(found: Priorities, matching: Matching[Priority]) -> dict[int, tuple[Changed, ...]]:
    """Those that stand elsewhere in the order of the plan, or of their theme."""
    groups: dict[Spot, list[Pair[Priority]]] = {}
    ranks = {id(each): number for number, each in enumerate(found.old)}
    for pair in sorted(matching.pairs, key=lambda each: ranks[id(each.old)]):
        home = (pair.new.file.path if pair.new.route else "", ())
        groups.setdefault(home, []).append(pair)
    places: dict[int, tuple[Changed, ...]] = {}
    for group in groups.values():
        for pair in out_of_order(group, found.new):
            places[id(pair.new)] = (Changed("order", "", "", "it stands elsewhere in the order"),)
    return places
