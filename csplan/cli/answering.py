"""What the commands that ask plans something have in common."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from csplan.cli.options import asked_for

if TYPE_CHECKING:
    from csplan.console.paper import Paper
    from csplan.console.worklist import Worklist
    from csplan.load import Workspace
    from csplan.query import Filter


def plans_asked(path: Path | None) -> "tuple[Workspace, str]":
    """The plans that a question is about, and what its answer may be missing."""
    from csplan.console.notice import notice

    workspace = asked_for(path)
    return workspace, notice(workspace)


def show_list(form: str, found: "Worklist", by: str, warning: str) -> None:
    """A list of work in one of its formats."""
    from csplan.console import records
    from csplan.console.worklist import papers

    show_papers(
        form,
        warning,
        found.asked,
        papers=lambda: papers(found, by),
        json=lambda: records.as_json(found, warning),
        csv=lambda: records.as_csv(found),
    )


def show_papers(
    form: str,
    warning: str,
    asked: "Filter",
    *,
    papers: "Callable[[], Iterable[Paper]]",
    json: Callable[[], str],
    csv: Callable[[], str],
) -> None:
    """An answer that people read as a paper for each plan, in one of its formats."""
    from csplan.console import paper

    show_answer(
        form,
        warning,
        text=lambda: paper.show_text(papers(), warning, asked),
        markdown=lambda: paper.as_markdown(papers(), warning, asked),
        json=json,
        csv=csv,
    )


def show_answer(
    form: str,
    warning: str,
    *,
    text: Callable[[], None],
    **written: Callable[[], str],
) -> None:
    """An answer in one of its formats; what a program reads has the warning beside it.

    `written` has the formats that it has besides text, by their names.
    """
    from csplan.console.terminal import write

    if form == "text":
        text()
        return
    if form != "markdown":
        typer.echo(warning, err=True, nl=bool(warning))
    write(written[form]())
