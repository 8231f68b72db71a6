"""Which actions and milestones of one plan go on in another, by what both plans say of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from csplan.load import LoadedPlan
from csplan.query.carried import names_title
from csplan.query.differences.likeness import words_of
from csplan.query.differences.matching import Matching
from csplan.query.tasks import Places, Task, named_task


class Links(NamedTuple):
    """Which actions and milestones go on as which, and where each came from."""

    later: dict[Task, list[Task]]
    earlier: dict[Task, list[Task]]


def links_of(plans: Sequence[LoadedPlan], where: Mapping[str, Places]) -> Links:
    """The links that texts make between plans, and those of milestones with the same words."""
    links = Links({}, {})
    for plan in plans:
        for task in where[plan.path].values():
            if old := _named(task, task.entry.carried_from, plans, where, later=False):
                _link(links, old, task)
            if new := _named(task, task.entry.carried_to, plans, where, later=True):
                _link(links, task, new)
    for old, followers in list(links.later.items()):
        for new in followers:
            steps = Matching(old.milestones, new.milestones)
            steps.by_key(lambda each: words_of(each.words))
            for pair in steps.pairs:
                _link(links, pair.old, pair.new)
    return links


def _link(links: Links, old: Task, new: Task) -> None:
    for way, here, there in ((links.later, old, new), (links.earlier, new, old)):
        known = way.setdefault(here, [])
        if there not in known:
            known.append(there)


def _named(
    task: Task,
    text: str | None,
    plans: Sequence[LoadedPlan],
    where: Mapping[str, Places],
    *,
    later: bool,
) -> Task | None:
    """What a text names in another plan of the partnership, the nearest in time first."""
    if not text:
        return None
    others = [plan for plan in plans if plan is not task.plan and _may_mean(text, task.plan, plan)]
    near = sorted(others, key=_nearness(task.plan, text, later=later))
    found = (named_task(text, plan, where[plan.path]) for plan in near)
    return next(filter(None, found), None)


def _may_mean(text: str, plan: LoadedPlan, other: LoadedPlan) -> bool:
    """Whether another plan is of the same partnership, or is named by its title or folder."""
    partnerships = [words_of(each.plan.partnership) for each in (plan, other) if each.plan]
    return names_title(text, other) or (
        len(partnerships) == 2 and partnerships[0] == partnerships[1]
    )


def _nearness(
    plan: LoadedPlan, text: str, *, later: bool
) -> Callable[[LoadedPlan], tuple[bool, bool, int]]:
    """Those named by title first, then those on the right side in time, then the nearest."""

    def key(other: LoadedPlan) -> tuple[bool, bool, int]:
        apart = (first_day(other) - first_day(plan)).days
        return not names_title(text, other), (apart > 0) != later, abs(apart)

    return key


def first_day(plan: LoadedPlan) -> date:
    """The day on which a plan begins; the last of all days if its period cannot be read."""
    return plan.term.days.first if plan.term else date.max
