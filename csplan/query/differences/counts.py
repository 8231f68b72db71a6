"""What is only counted: how many there were, how many there are."""

from collections.abc import Hashable, Iterator, Mapping

from csplan.load import LoadedPlan, expectation_key
from csplan.model import Meetings
from csplan.query.differences.shapes import Counted
from csplan.query.differences.values import numbered

_Numbered = Mapping[tuple[Hashable, int], object]


def compare_counts(old: LoadedPlan, new: LoadedPlan) -> Iterator[Counted]:
    """Expectations, meetings and actions arising, if there are any."""
    for name, count in (
        ("expectations", _expectations),
        ("meetings", _meetings),
        ("actions arising", _arising),
    ):
        before, after = count(old), count(new)
        if before or after:
            changed = sum(after[key] != before[key] for key in after if key in before)
            yield Counted(name, len(before), len(after), changed)


def _expectations(plan: LoadedPlan) -> _Numbered:
    return numbered(
        (expectation_key(asked.expectation.ref), asked.expectation)
        for file in plan.files
        for asked in file.asked
    )


def _meetings(plan: LoadedPlan) -> _Numbered:
    return numbered(
        ((meeting.meeting, meeting.on), meeting)
        for board in plan.boards
        if isinstance(board.model, Meetings)
        for meeting in board.model.meetings
    )


def _arising(plan: LoadedPlan) -> _Numbered:
    return numbered(
        ((work.theme, work.ref), work.action) for board in plan.boards for work in board.works
    )
