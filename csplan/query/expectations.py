"""What is expected of the partnership, what answers it and what does not."""

from dataclasses import dataclass

from csplan.load import Answer, Asked, LoadedFile, LoadedPlan, Workspace, answer
from csplan.query.filters import EVERYTHING, Filter


@dataclass(frozen=True, slots=True)
class Answered:
    """One expectation with what answers it."""

    plan: LoadedPlan
    file: LoadedFile
    asked: Asked
    answer: Answer

    @property
    def line(self) -> int:
        """The line of the expectation in its file."""
        return self.file.tree.locate(self.asked.route).line


def expectations(workspace: Workspace, asked: Filter = EVERYTHING) -> tuple[Answered, ...]:
    """Every expectation of the themes asked about, in the order of the plans and files."""
    return tuple(
        Answered(plan, file, each, answer(plan, each))
        for plan in workspace.plans
        for file in plan.files
        if plan.is_chosen(file) and asked.covers(file)
        for each in file.asked
    )
