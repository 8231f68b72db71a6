"""The rule about a post that owns more than it can do."""

from collections.abc import Iterator, Mapping

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.ownership.alike import Words, words_of
from csplan.rules.ownership.named import Named, posts
from csplan.rules.rule import Finding, information
from csplan.rules.whole import Found, of_plan

_MOST_ACTIONS = 12


@information
def overloaded_post(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """One post answers for more than it can do: more than twelve actions for each year of a plan.

    That is more than one action to finish in every month. What one post cannot do is done late, and
    if the post falls vacant the plan stops. Several people may hold the post, or its load may have
    been agreed; if not, share the actions out.

    Bad:
        actions:
          - {ref: A1, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A2, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A3, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A4, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A5, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A6, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A7, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A8, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A9, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A10, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A11, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A12, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A13, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}

    Good:
        actions:
          - {ref: A1, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A2, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
    """
    yield from _overloaded(file, plan)


@of_plan
def _overloaded(plan: LoadedPlan) -> Found:
    most = _MOST_ACTIONS * len(plan.term.years if plan.term else ())
    return tuple(
        (leads[0].file, Finding(leads[0].route, words))
        for held in posts(plan).values()
        for leads in _however_written(held)
        if most and len(leads) > most and (words := _load(leads, most))
    )


def _however_written(held: Mapping[str, tuple[Named, ...]]) -> Iterator[tuple[Named, ...]]:
    """What each post of an agency leads, two spellings of a post taken together."""
    found: dict[Words, tuple[Named, ...]] = {}
    for post in sorted(held, key=lambda post: -len(held[post])):
        words = words_of(post, keeps_last=True)
        found[words] = (*found.get(words, ()), *held[post])
    yield from found.values()


def _load(leads: tuple[Named, ...], most: int) -> str:
    """What is said of a post with too many actions; nothing of one with many steps in a few."""
    # An action's own lead and those of its milestones count once.
    actions = {(each.file.path, *_action(each)) for each in leads if "actions" in each.route}
    if len(actions) <= most:
        return ""
    owner = leads[0].owner
    words = f"{quoted(owner.post)} of {quoted(owner.agency)} answers for {len(actions)} actions, "
    return f"{words}more than one a month; share them out, unless several people hold the post"


def _action(each: Named) -> tuple[str | int, ...]:
    route = each.route
    return route[: route.index("actions") + 2]
