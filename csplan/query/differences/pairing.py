"""Which actions and milestones of two plans are the same."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from csplan.load import LoadedPlan
from csplan.query.differences.likeness import ALIKE, likeness, words_of
from csplan.query.differences.matching import Matching, Pair
from csplan.query.tasks import Places, Spot, Task, named_task, places

CARRIED = "carried forward"
_SAME, _LIKE, _PLACE = "the same words", "similar words", "its place"
# A reference is used again in another year, for something else: then the words tell.
_LEAST_OF_ANOTHER_YEAR = 0.3


class Paired(NamedTuple):
    """The actions and milestones of two plans, matched one to one.

    `dropped` and `new` hold actions, and those milestones whose action is in both plans.
    `partners` leads from the place of each in the old plan to its place in the new one. If
    `is_cut`, there were too many to compare their words.
    """

    pairs: tuple[Pair[Task], ...]
    dropped: tuple[Task, ...]
    new: tuple[Task, ...]
    partners: Mapping[Spot, Spot]
    is_cut: bool


def is_another_year(old: LoadedPlan, new: LoadedPlan) -> bool:
    """Whether two plans are of different years, and not one plan at two times."""
    if old.plan is None or new.plan is None:
        return False
    return old.term != new.term or old.plan.period.split() != new.plan.period.split()


class Pairing:
    """The way from the surest sign that two are the same to the least sure."""

    def __init__(self, old: tuple[Task, ...], new: tuple[Task, ...], *, years_apart: bool) -> None:
        self._years_apart = years_apart
        self._old, self._new = places(old), places(new)
        self._actions = Matching(old, new)
        self._least = _LEAST_OF_ANOTHER_YEAR if years_apart else 0.0
        self._is_cut = False

    def paired(self) -> Paired:
        """All pairs, and what is left."""
        self._match_actions()
        steps = [self._steps(pair) for pair in self._actions.pairs]
        kept_old = [task for each in steps for task in each.old]
        kept_new = [task for each in steps for task in each.new]
        moved = Matching(
            kept_old + [step for task in self._actions.old for step in task.milestones],
            kept_new + [step for task in self._actions.new for step in task.milestones],
        )
        self._carry(moved)
        moved.by_key(_words, _SAME, is_alone=True)
        left_old, left_new = set(map(id, moved.old)), set(map(id, moved.new))
        within = [pair for each in steps for pair in each.pairs]
        pairs = (*self._actions.pairs, *within, *moved.pairs)
        return Paired(
            pairs,
            (*self._actions.old, *(task for task in kept_old if id(task) in left_old)),
            (*self._actions.new, *(task for task in kept_new if id(task) in left_new)),
            {pair.old.spot: pair.new.spot for pair in pairs},
            self._is_cut,
        )

    def _match_actions(self) -> None:
        found = self._actions
        self._carry(found)
        found.by_key(lambda task: (task.key, *_words(task)) if task.key else None)
        found.by_key(lambda task: (task.item.work.theme, _words(task)) if not task.key else None)
        found.by_key(lambda task: (task.item.work.theme, _words(task)), _SAME)
        found.by_key(_words, _SAME)
        self._by_place(found, lambda task: task.key, "", self._least)
        self._is_cut |= not found.by_likeness(lambda task: task.words, _LIKE)

    def _steps(self, pair: Pair[Task]) -> Matching[Task]:
        """The milestones of an action; their numbers are only places, so that words come first."""
        found = Matching(pair.old.milestones, pair.new.milestones)
        self._carry(found)
        found.by_key(lambda task: (task.item.route[-1], *_words(task)))
        found.by_key(_words)
        self._by_place(found, _number, "", ALIKE)
        self._is_cut |= not found.by_likeness(lambda task: task.words, _LIKE)
        self._by_place(found, _number, _PLACE, self._least)
        return found

    @staticmethod
    def _by_place(found: Matching[Task], key: Callable[[Task], str], by: str, least: float) -> None:
        """Match by reference or number what is at least so much alike."""
        theirs = {key(task): task for task in reversed(found.new)}
        for old in found.old:
            new = theirs.get(key(old)) if key(old) else None
            if new and (not least or likeness(old.words, new.words) >= least):
                found.take(old, new, by)

    def _carry(self, found: Matching[Task]) -> None:
        """Match by what `carried_from` and `carried_to` name."""
        if not self._years_apart:
            return
        for new in found.new:
            if old := _named(new.entry.carried_from, self._old):
                found.take(old, new, CARRIED)
        for old in found.old:
            if later := _named(old.entry.carried_to, self._new):
                found.take(old, later, CARRIED)


def _named(text: str | None, where: Places) -> Task | None:
    """The action or milestone of the other plan that a text names."""
    other = next(iter(where.values()), None)
    return named_task(text, other.plan, where) if text and other else None


def _number(task: Task) -> str:
    return str(task.item.route[-1])


def _words(task: Task) -> tuple[str, ...]:
    return words_of(task.words)
