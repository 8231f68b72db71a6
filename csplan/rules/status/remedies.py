"""Rules about what is done where something is red."""

from collections.abc import Iterator
from itertools import groupby

from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.query import Reading
from csplan.query.position import last_position, lasting
from csplan.query.tasks import Task, tasks
from csplan.rules.figures.series import readings_of
from csplan.rules.rule import Finding, warning

_RED = "red"


@warning
def red_without_corrective_action(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Something is red, and nothing says what is done about it.

    A board asks of every red what is done to put it right. An indicator is red if a report said so
    of its latest figure or if its target and the plan's key make it so. It says what is done in
    `corrective_action`, of its own or of that figure, or names the actions that do under `see`;
    what the indicator says holds for its rows. An action or milestone that is in progress and red
    says it in an entry of `progress`, from the first that rates it red onwards.

    Bad:
        indicators:
          - indicator: Secondary fires
            unit: fires
            polarity: decrease
            values: {2011/12: 992}
            target: 865
            within: 5%
            rating: red

    Good:
        indicators:
          - indicator: Secondary fires
            unit: fires
            polarity: decrease
            values: {2011/12: 992}
            target: 865
            within: 5%
            rating: red
            corrective_action: The fire service visits the schools nearest to the fires
    """
    found = readings_of(plan, file)
    for _, group in groupby(found, key=_whose) if any(map(_is_red, found)) else ():
        yield from _of_indicator(*group)
    for task in tasks(plan, (file,)) if _has_red_work(file) else ():
        for each in (task, *task.milestones):
            yield from _of_work(each, plan)


def _has_red_work(file: LoadedFile) -> bool:
    """Whether any entry of progress is red: most files have none, and need no more looking into."""
    return any(
        progress.rating == _RED
        for work in file.works
        for entry in (work.action, *work.action.milestones)
        for progress in entry.progress
    )


def _of_indicator(whole: Reading, *rows: Reading) -> Iterator[Finding]:
    is_covered = whole.corrective_action or whole.measure.see
    red = [each for each in (whole, *rows) if not is_covered and _is_neglected(each)]
    if red:
        first, *others = red
        is_more = others and not first.row
        more = f", with {counted(len(others), 'row')} of it" if is_more else ""
        period = f" for {first.period}" if first.period else ""
        words = f"{quoted(first.name)} is red{period}{more}, and nothing says what is done about it"
        place = first.stated_at if first.stated == _RED else first.route
        yield Finding(
            place, f"{words}; add `corrective_action`, or name the actions that do under `see`"
        )


def _whose(reading: Reading) -> int:
    return id(reading.indicator)


def _is_red(reading: Reading) -> bool:
    return _RED in (reading.computed, reading.stated)


def _is_neglected(reading: Reading) -> bool:
    return _is_red(reading) and not (reading.corrective_action or reading.measure.see)


def _of_work(task: Task, plan: LoadedPlan) -> Iterator[Finding]:
    now = last_position(plan, task.item)
    since = lasting(now) if now.rating == _RED else ()
    if since and not any(entry.corrective_action for _, entry in since):
        day = since[0][0]
        rated = next(entry for _, entry in reversed(since) if entry.rating)
        words = f"red since {say_day(day)}, and nothing says what is done about it"
        yield Finding(
            (*task.item.route, "progress", task.entry.progress.index(rated), "rating"),
            f"{words}; add `corrective_action`",
        )
