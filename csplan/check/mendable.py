"""How much of what is wrong could be mended without a decision."""

from collections.abc import Iterable, Mapping

from csplan.diagnostic import Complaint, Mend
from csplan.load import Workspace


def mendable(
    workspace: Workspace, mends: Mapping[Complaint, Mend], complaints: Iterable[Complaint]
) -> int:
    """Of how many complaints it is known what would mend them; `mends` are those of rules."""
    files = (file for plan in workspace.plans for file in plan.files)
    faults = {(file.path, each[:3]) for file in files for each in file.faults if each.ways}
    return sum(
        each in mends or (each.path, (each.span, each.rule, each.message)) in faults
        for each in complaints
    )
