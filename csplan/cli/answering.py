"""What the commands that ask plans something have in common."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from csplan.cli.options import asked_for

if TYPE_CHECKING:
    from csplan.console.paper import Paper
    from csplan.console.worklist import Worklist
    from csplan.load import Workspace
    from csplan.query import Filter


class Question(NamedTuple):
    """The plans that are asked about, what of them, and what the answer may be missing."""

    workspace: "Workspace"
    asked: "Filter"
    warning: str

    def fail_if(self, fail: object, found: object) -> None:
        """Exit with 1 if `--fail` was given and something is found, or a file was not read."""
        if fail and (found or self.workspace.unread):
            raise typer.Exit(1)


def question(path: Path | None, agency: str | None = None, theme: str | None = None) -> Question:
    """What a command is asked about; CannotRunError if there are no such plans or no such part."""
    from csplan.console.notice import notice
    from csplan.query import read_filter

    workspace = asked_for(path)
    asked = read_filter(workspace, agency, theme)
    return Question(workspace, asked, notice(workspace))


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
