"""How `validate` tells what it found: the options, and what becomes of them."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from csplan.cli.grouped import COUNTS, TOLD
from csplan.cli.options import one_of
from csplan.console.lint import FORMATS
from csplan.errors import CannotRunError

if TYPE_CHECKING:
    from csplan.check import Checked
    from csplan.console.lint.report import Detail, Report
    from csplan.load import Workspace

_NAMES = tuple(FORMATS)

LintForm = Annotated[str, one_of("--format", _NAMES, "How to show what is found.", TOLD)]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        metavar="FORMAT:FILE",
        help="Write it to a file as well, such as `sarif:lint.sarif`; may be given several times.",
        rich_help_panel=TOLD,
    ),
]
Concise = Annotated[
    bool,
    typer.Option(
        "--concise",
        help="One line for each complaint, without the line of the file.",
        rich_help_panel=TOLD,
    ),
]
Summary = Annotated[
    bool,
    typer.Option(
        "--summary",
        help="Only count, by rule and by agency; for text and Markdown.",
        rich_help_panel=TOLD,
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Let warnings fail too.", rich_help_panel=COUNTS)
]
OfAgency = Annotated[
    str | None,
    typer.Option(
        "--agency",
        metavar="NAME",
        help="Only what this agency leads, as for a list of its own.",
        rich_help_panel=COUNTS,
    ),
]


class Telling(NamedTuple):
    """How what was found is told: on the terminal, into which files, of whom, and what fails.

    `mended` is whether all that can be mended has been.
    """

    form: str
    outputs: list[str]
    concise: bool
    summary: bool
    agency: str | None
    strict: bool
    mended: bool = False

    @property
    def files(self) -> dict[Path, str]:
        """The format of each file to write; `CannotRunError` if an output cannot be read."""
        found: dict[Path, str] = {}
        for typed in self.outputs:
            form, path = _output(typed)
            if path in found:
                raise CannotRunError(f"`--output` names `{path}` twice; write each to its own file")
            found[path] = form
        return found

    @property
    def detail(self) -> "Detail":
        """How much is told; `CannotRunError` if that was asked of formats that have no such."""
        forms = {self.form, *self.files.values()}
        if self.concise and self.summary:
            raise CannotRunError("`--concise` and `--summary` exclude each other; leave one out")
        if self.concise and "text" not in forms:
            raise CannotRunError("`--concise` is for text; leave it out")
        if self.summary and forms.isdisjoint({"text", "markdown"}):
            raise CannotRunError("`--summary` is for text and Markdown; leave it out")
        return "concise" if self.concise else "summary" if self.summary else "full"

    def check(self, workspace: "Workspace") -> None:
        """Raise `CannotRunError` if what is found could not be told like that."""
        from csplan.write import check_exports

        files, _ = self.files, self.detail
        check_exports(files, workspace)

    @property
    def plain(self) -> str:
        """The format of what has only text and JSON; `CannotRunError` if another is asked for."""
        if self.outputs or self.form not in {"text", "json"}:
            raise CannotRunError(
                "`--waived` is told on the terminal, as text or JSON; leave out `--output` and "
                "other formats"
            )
        return self.form


def _output(typed: str) -> tuple[str, Path]:
    from csplan.diagnostic import did_you_mean, listed
    from csplan.escape import quoted

    # A path on Windows has a colon of its own.
    form, colon, file = (part.strip() for part in typed.partition(":"))
    if not colon:
        said = (
            f"`--output` is written as FORMAT:FILE, such as `sarif:lint.sarif`, not {quoted(typed)}"
        )
        raise CannotRunError(said)
    if form not in FORMATS:
        hint = did_you_mean(form, FORMATS) or f"; it takes {listed(FORMATS)}"
        raise CannotRunError(f"`--output` has no format {quoted(form)}{hint}")
    if file in {"", "-"}:
        words = "name one after the colon; `--format` is for the terminal"
        raise CannotRunError(f"`--output` {quoted(typed)} names no file; {words}")
    return form, Path(file)


def tell(workspace: "Workspace", checked: "Checked", telling: Telling, began: float) -> None:
    """Write and show what was found; exits with 1 if something of it fails."""
    from csplan.console.lint import written
    from csplan.console.lint.report import Manner, report
    from csplan.escape import terminal
    from csplan.query import read_filter
    from csplan.write import write_exports

    files, detail = telling.files, telling.detail
    with_lines = detail == "full" and "text" in {telling.form, *files.values()}
    asked = read_filter(workspace, telling.agency, None)
    manner = Manner(detail, with_lines, telling.strict, telling.mended)
    found = report(workspace, checked, asked, manner, time.perf_counter() - began)
    write_exports({path: written(form, found) for path, form in files.items()}, workspace)
    _show(found, telling.form)
    for path, form in files.items():
        typer.echo(terminal(f"written: {path} ({form})"), err=True)
    if found.fails:
        raise typer.Exit(1)


def tell_waived(workspace: "Workspace", checked: "Checked", telling: Telling) -> None:
    """Show what the plans allow, with the reasons."""
    from csplan.console.lint.report import is_asked
    from csplan.console.waived import show_waived
    from csplan.query import read_filter

    form, asked = telling.plain, read_filter(workspace, telling.agency, None)
    show_waived([each for each in checked.waived if is_asked(each.complaint, asked)], form)


def _show(found: "Report", form: str) -> None:
    from csplan.console.lint import text, written
    from csplan.console.terminal import write
    from csplan.escape import terminal

    if form == "text":
        text.show(found)
    else:
        write(written(form, found))
        typer.echo(terminal(found.closing), err=True)
