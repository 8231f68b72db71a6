"""The command that checks plans."""

from typing import Annotated

import typer

from csplan.cli.options import PLANS, Paths, one_of


def validate(
    paths: Paths = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
    form: Annotated[
        str,
        one_of(
            "--format", ("text", "json", "github"), "For a person, a program or GitHub Actions."
        ),
    ] = "text",
) -> None:
    """Check whether plans are sound.

    Exits with 1 if there is an error, or with --strict a warning.
    """
    import time

    began = time.perf_counter()
    from csplan.check import check
    from csplan.console import complaints as show
    from csplan.console.terminal import say
    from csplan.load import load

    workspace = load(tuple(paths or [PLANS]))
    complaints = check(workspace)
    shown = {"text": show.show_text, "json": show.show_json, "github": show.show_github}
    shown[form](complaints)
    closing = show.summary(workspace, complaints, time.perf_counter() - began)
    if form == "text":
        say(closing)
    else:
        typer.echo(closing, err=True)
    failing = {"error", "warning"} if strict else {"error"}
    if any(complaint.severity in failing for complaint in complaints):
        raise typer.Exit(1)
