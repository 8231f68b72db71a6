"""The plans that a question left out because they are closed."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from csplan.diagnostic import listed
from csplan.escape import quoted
from csplan.load import Workspace, load


class Closed:
    """The closed plans at some paths; they are read only when something was looked for in vain."""

    def __init__(self, paths: Sequence[str] = ()) -> None:
        self._paths = tuple(paths)

    @cached_property
    def _each(self) -> tuple[Workspace, ...]:
        plans = load(tuple(map(Path, self._paths))).plans if self._paths else ()
        return tuple(Workspace((plan,)) for plan in plans if plan.path in self._paths)

    def holds(self, name: str, has: Callable[[Workspace], bool]) -> str:
        """In which of them something is, and how to ask for it there; empty if in none."""
        paths = [each.plans[0].path for each in self._each if has(each)]
        if not paths:
            return ""
        is_one = len(paths) == 1
        which = "which is closed; name that plan" if is_one else "which are closed; name one"
        return f"{quoted(name)} is in {listed(paths, 'and', whole=True)}, {which} after it"
