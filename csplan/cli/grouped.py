"""The help of a command, with its options in groups where it has many."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from typer.core import TyperCommand

COUNTS = "What counts"
TOLD = "How it is told"
INSTEAD = "Instead of what is wrong"
MENDED = "What is mended first"


class Writer(Protocol):
    """What help is written to: sections, each a list of options with what they are for."""

    def section(self, name: str) -> AbstractContextManager[None]:
        """What is written within it stands under that name."""

    def write_dl(self, rows: Sequence[tuple[str, str]]) -> None:
        """A list of two columns."""


class Grouped(TyperCommand):
    """A command that lists its options by their panels, in the order in which these first come."""

    def format_options(
        self,
        ctx: Any,
        formatter: Writer,
    ) -> None:
        """Write the options, and the arguments before them."""
        groups: dict[str, list[tuple[str, str]]] = {}
        shown = ((each, each.get_help_record(ctx)) for each in self.get_params(ctx))
        for parameter, (typed, about) in ((each, row) for each, row in shown if row):
            is_argument = parameter.param_type_name == "argument"
            panel = getattr(parameter, "rich_help_panel", None)
            name = panel or ("Arguments" if is_argument else "Options")
            # The type of an argument, such as `<list[Path]>`, is for programmers.
            plain = typed.partition(" <")[0] if is_argument else typed
            groups.setdefault(name, []).append((plain, about))
        for name, rows in groups.items():
            with formatter.section(name):
                formatter.write_dl(rows)
