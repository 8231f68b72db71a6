"""The command `csplan` itself."""

from typing import Annotated

import typer

from csplan import __version__

app = typer.Typer(
    name="csplan",
    help="Keep, check, chase and publish a Community Safety Partnership's plan.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer hands options over by position
    if asked:
        typer.echo(f"csplan {__version__}")
        raise typer.Exit


@app.callback()
def csplan(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Keep, check, chase and publish a Community Safety Partnership's plan."""
    del version
