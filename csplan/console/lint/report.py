"""What checking plans gave: the one value that every format is written from."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from csplan.check import Checked, Waived, mendable
from csplan.diagnostic import Complaint, counted
from csplan.load import Workspace
from csplan.load.folder import read_bytes
from csplan.query import Filter
from csplan.source.fault import Severity
from csplan.source.text import LINE_END

Detail = Literal["full", "concise", "summary"]
"""Each complaint with the line of its file, each on one line, or only how many there are."""


class Manner(NamedTuple):
    """How things are to be told: how much, with the lines of files or not, and what fails.

    `mended` is whether all that can be mended has been, so that nothing is said of it.
    """

    detail: Detail = "full"
    with_lines: bool = False
    strict: bool = False
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What there is to tell of the plans that were checked.

    `titles` are those of the plans, and `files` the paths of their files that were checked.
    `lines` holds the lines of those that are complained of, as far as a format shows them.
    `failing` are the severities that fail the run. `agency` is who leads all that is told of;
    empty if everything is. `unread` counts the files that could not be read as what they should be.
    `folder` is the one that relative paths start from. `mendable` counts the complaints of
    which it is known what would mend them.
    """

    titles: tuple[str, ...]
    files: tuple[str, ...]
    actions: int
    milestones: int
    complaints: tuple[Complaint, ...]
    waived: tuple[Waived, ...]
    lines: Mapping[str, Sequence[str]]
    failing: frozenset[Severity]
    agency: str
    unread: int
    seconds: float
    folder: str
    mendable: int = 0
    detail: Detail = "full"

    @property
    def fails(self) -> bool:
        """Whether a complaint is one that fails the run."""
        return any(each.severity in self.failing for each in self.complaints)

    @property
    def scope(self) -> str:
        """`2 files, 1 action, 5 milestones`: what was checked."""
        files, actions = counted(len(self.files), "file"), counted(self.actions, "action")
        return f"{files}, {actions}, {counted(self.milestones, 'milestone')}"

    @property
    def outcome(self) -> str:
        """`1 error, 3 warnings, 2 for information, 1 waived`: what was found, and of whom."""
        found = Counter(each.severity for each in self.complaints)
        words = f"{counted(found['error'], 'error')}, {counted(found['warning'], 'warning')}"
        if found["information"]:
            words += f", {found['information']:,} for information"
        if self.waived:
            words += f", {len(self.waived):,} waived"
        if not self.agency:
            return words
        unread = f"; {counted(self.unread, 'file')} could not be read, and may hold more of it"
        return f"of what {self.agency} leads, {words}{unread if self.unread else ''}"

    @property
    def closing(self) -> str:
        """One line that counts what was read and what was found."""
        return f"{self.scope}: {self.outcome} ({self.seconds:.2f} s)"


def report(
    workspace: Workspace, checked: Checked, asked: Filter, manner: Manner, seconds: float
) -> Report:
    """What is to be told of the plans of a workspace: of the agencies asked about, or all of it.

    `seconds` is how long it took to find.
    """
    complaints = tuple(each for each in checked.complaints if is_asked(each, asked))
    return Report(
        titles=tuple(plan.title for plan in workspace.plans),
        files=tuple(_files(workspace)),
        actions=sum(len(p.references) for plan in workspace.plans for p in plan.chosen_parts),
        milestones=sum(1 for _, _, item in workspace.items if item.milestone),
        complaints=complaints,
        waived=tuple(each for each in checked.waived if is_asked(each.complaint, asked)),
        lines=_lines(complaints) if manner.with_lines else {},
        failing=frozenset({"error", "warning"} if manner.strict else {"error"}),
        agency=asked.agency,
        unread=len(workspace.unread),
        seconds=seconds,
        folder=str(Path.cwd()),
        mendable=0 if manner.mended else mendable(workspace, checked.mends, complaints),
        detail=manner.detail,
    )


def is_asked(complaint: Complaint, asked: Filter) -> bool:
    """Whether a complaint is about what was asked: all, or what one of the agencies leads."""
    return asked.agencies is None or not asked.agencies.isdisjoint(complaint.agencies)


def _files(workspace: Workspace) -> Iterator[str]:
    for plan in workspace.plans:
        yield from (file.path for file in plan.files if plan.is_chosen(file))


def _lines(complaints: Sequence[Complaint]) -> dict[str, list[str]]:
    return {path: _read_lines(path) for path in dict.fromkeys(each.path for each in complaints)}


def _read_lines(path: str) -> list[str]:
    # A file that cannot be read has no lines to show; that is what its complaint says.
    data, _ = read_bytes(Path(path))
    return LINE_END.split(data.decode("utf-8-sig", errors="replace"))
