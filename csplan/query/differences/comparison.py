"""All subjects of a comparison, in the order in which a board is told of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from csplan.load import LoadedFile, LoadedPlan
from csplan.query.differences.actions import compare_actions
from csplan.query.differences.counts import compare_counts
from csplan.query.differences.indicators import compare_indicators, indicators_of
from csplan.query.differences.narrative import compare_narrative, compare_tables, told_in_both
from csplan.query.differences.pairing import Pairing, is_another_year
from csplan.query.differences.priorities import compare_priorities, match_priorities, priorities_of
from csplan.query.differences.settings import compare_settings
from csplan.query.differences.shapes import Differences, Entry
from csplan.query.tasks import tasks

_TOO_MANY = (
    "there are too many {} in these plans to compare their words; those without a match by "
    "reference or by the same words are shown as dropped and new"
)


def compare(old: LoadedPlan, new: LoadedPlan, as_at: date = date.max) -> Differences:
    """What differs between two plans; states and agreed dates as at a day.

    Actions and milestones are matched by what says that they are carried forward (between plans
    of different years), then by reference, by the same words and by similar ones. A theme that
    cannot be read in one plan is left out of both. Actions arising from meetings are counted.
    """
    unread = [file for plan in (old, new) for file in plan.files if file.model is None]
    before, after = (tuple(_readable(plan, unread)) for plan in (old, new))
    years_apart = is_another_year(old, new)
    mine, theirs = tuple(tasks(old, before)), tuple(tasks(new, after))
    paired = Pairing(mine, theirs, years_apart=years_apart).paired()
    moves = [(old.home, new.home) for old, new, _ in paired.pairs if not new.item.milestone]
    priorities = match_priorities(priorities_of(before), priorities_of(after), moves)
    measured, is_whole = compare_indicators(
        indicators_of(old, (old.file, *before)),
        indicators_of(new, (new.file, *after)),
        priorities,
    )
    told = tuple(told_in_both(old.file, new.file, priorities))
    entries: tuple[Entry, ...] = (
        *compare_settings(old.file, new.file),
        *compare_priorities(priorities),
        *compare_actions(paired, priorities, as_at, years_apart=years_apart),
        *measured,
        *compare_tables(told),
        *compare_narrative(told),
    )
    uncompared = [f"{Path(file.path).as_posix()} cannot be read" for file in unread]
    uncompared += [_TOO_MANY.format("actions")] if paired.is_cut else []
    uncompared += [_TOO_MANY.format("indicators")] if not is_whole else []
    counts = tuple(compare_counts(old, new))
    is_same = not unread and _models(old) == _models(new)
    return Differences(old, new, as_at, entries, counts, is_same, tuple(uncompared))


def _readable(plan: LoadedPlan, unread: list[LoadedFile]) -> Iterator[LoadedFile]:
    """The themes of a plan that can be read in both plans, as far as their names tell."""
    stems = {file.stem.casefold() for file in unread}
    return (theme for theme in plan.themes if theme.stem.casefold() not in stems)


def _models(plan: LoadedPlan) -> dict[str, object]:
    return {file.stem: file.model for file in plan.files}
