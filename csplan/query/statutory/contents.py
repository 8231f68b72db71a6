"""What a partnership plan, or a county's community safety agreement, is expected to hold.

Regulations 9 to 11 of SI 2007/1830 have the content of agreements and plans. Their own text could
not be read, only the explanatory note to them; the items are therefore marked unverified.
"""

from collections.abc import Iterator

from csplan.load import LoadedPlan
from csplan.load.index import matters
from csplan.model import Indicator, Row
from csplan.query.statutory.shape import Evidence, Item, Strength, chapters, themes

_CONTENT = "SI 2007/1830, regulations 9 to 11 (content of agreements and plans)"
_MOST = 0.5
_NEARLY_ALL = 0.9


def _if(holds: object) -> Strength:
    return "full" if holds else "missing"


def _priorities(plan: LoadedPlan) -> Iterator[Evidence]:
    """Present if there are themes and most say `what` or `why` they are; thin if fewer do."""
    for file, theme in themes(plan):
        said = any(part.what or part.why for part in chapters(theme))
        yield Evidence(file, ("theme",), theme.theme, "full" if said else "part")


def _evidence(plan: LoadedPlan) -> Iterator[Evidence]:
    """Present if most themes say `why`, or where (`hotspots`), or have figures; thin if fewer do.

    Figures are tables, or indicators with values.
    """
    for file, theme in themes(plan):
        found = any(
            part.why or part.hotspots or part.tables or any(map(_has_values, part.indicators))
            for part in chapters(theme)
        )
        yield Evidence(file, ("theme",), theme.theme, _if(found))


def _has_values(indicator: Indicator) -> bool:
    return any(each.values for each in _with_rows(indicator))


def _with_rows(indicator: Indicator) -> tuple[Indicator | Row, ...]:
    return (indicator, *indicator.rows)


def _who(plan: LoadedPlan) -> Iterator[Evidence]:
    """Present if nine of ten actions and milestones name who leads on them; thin if fewer do.

    One whose lead is still to be confirmed names nobody. `csplan unowned` lists them.
    """
    for part in plan.parts:
        for item in part.items:
            named = any(owner.decided for owner in item.owners)
            yield Evidence(part, item.route, item.address, _if(named))


def _resources(plan: LoadedPlan) -> Iterator[Evidence]:
    """Present if there are tables of `funding`, or most actions have a `cost`; thin if fewer do."""
    funded = [
        Evidence(file, (*route, "funding"), matter.funding[0].table, "full")
        for file in plan.files
        if file.model
        for route, _, matter in matters(file.model)
        if matter.funding
    ]
    yield from funded
    for part in plan.themes if not funded else ():
        for work in part.works:
            costs = (work.action.cost, *(each.cost for each in work.action.milestones))
            yield Evidence(part, work.route, work.ref, _if(any(costs)))


def _measured(plan: LoadedPlan) -> Iterator[Evidence]:
    """Present if most themes have an indicator with a target, or an action with a `measure`.

    Thin if fewer have, or if they have indicators without targets.
    """
    for file, theme in themes(plan):
        indicators = [each for part in chapters(theme) for each in part.indicators]
        aims = any(each.target for indicator in indicators for each in _with_rows(indicator))
        tasks = (entry for work in file.works for entry in (work.action, *work.action.milestones))
        if aims or any(task.measure for task in tasks):
            yield Evidence(file, ("theme",), theme.theme, "full")
        else:
            yield Evidence(file, ("theme",), theme.theme, "part" if indicators else "missing")


def _reviewed(plan: LoadedPlan) -> Iterator[Evidence]:
    """Present if most themes have `achievements`; thin if fewer do, or if work is `carried_from`.

    The achievements are those of the time before the plan; progress on the plan itself is another
    matter.
    """
    for file, theme in themes(plan):
        if any(part.achievements for part in chapters(theme)):
            yield Evidence(file, ("theme",), theme.theme, "full")
        elif work := next((each for each in file.works if each.action.carried_from), None):
            yield Evidence(file, work.route, work.ref, "part")
        else:
            yield Evidence(file, ("theme",), theme.theme, "missing")


PRIORITIES = Item(
    _priorities,
    "the priorities",
    _CONTENT,
    seen=False,
    wanted="`what` or `why` in a theme",
    share=_MOST,
)
EVIDENCE = Item(
    _evidence,
    "the evidence for them",
    "SI 2007/1830, regulations 5 to 7 and the explanatory note (strategic assessment)",
    seen=False,
    wanted="`why`, `hotspots`, `tables` or `indicators` in a theme",
    share=_MOST,
)
WHO_DOES_WHAT = Item(
    _who,
    "who does what, and with whom",
    _CONTENT,
    seen=False,
    wanted="`lead` and `partners`",
    share=_NEARLY_ALL,
)
RESOURCES = Item(
    _resources,
    "the resources",
    _CONTENT,
    seen=False,
    wanted="`funding`, or `cost` of actions",
    share=_MOST,
)
MEASURED = Item(
    _measured,
    "how success is measured",
    _CONTENT,
    seen=False,
    wanted="`target` of indicators, or `measure` of actions",
    share=_MOST,
)
REVIEWED = Item(
    _reviewed,
    "last year's plan reviewed",
    _CONTENT,
    seen=False,
    wanted="`achievements` in a theme",
    share=_MOST,
)
