"""The option of `validate` that holds plans against the law instead of the rules."""

from typing import TYPE_CHECKING, Annotated

import typer

from csplan.cli.grouped import INSTEAD
from csplan.errors import CannotRunError

if TYPE_CHECKING:
    from csplan.load import Workspace

Statutory = Annotated[
    bool,
    typer.Option(
        "--statutory",
        help="List what the Crime and Disorder Act 1998 and its regulations ask for, and where "
        "each plan has it; as text, Markdown or JSON.",
        rich_help_panel=INSTEAD,
    ),
]


def show_statutory(workspace: "Workspace", form: str) -> None:
    """The checklist of each plan; `CannotRunError` for a format that it does not have."""
    from csplan.cli.answering import show_answer
    from csplan.console import paper, statutory
    from csplan.console.notice import notice
    from csplan.query import EVERYTHING

    if form not in {"text", "json", "markdown"}:
        raise CannotRunError("`--statutory` is told as text, Markdown or JSON; name one of these")
    plans, warning = workspace.plans, notice(workspace)
    found = statutory.papers(plans)
    show_answer(
        form,
        warning,
        text=lambda: paper.show_text(found, warning, EVERYTHING),
        markdown=lambda: paper.as_markdown(found, warning, EVERYTHING),
        json=lambda: statutory.as_json(plans, warning),
        csv=str,
    )
