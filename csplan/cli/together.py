"""Which options of `validate` have no effect beside another, so that they are refused there."""

from collections.abc import Iterator

import typer

from csplan.errors import CannotRunError

_TELLING = ("--format", "--output", "--concise", "--summary")
_TAKES = {
    "--statutory": ("--format",),
    "--waived": ("--select", "--ignore", "--as-at", "--agency", "--format", "--output"),
    "--diff": ("--fix", "--select", "--ignore"),
    "--write-baseline": ("--baseline", "--select", "--ignore", "--as-at", "--fix"),
    "--fix": (
        *("--diff", "--select", "--ignore", "--as-at", "--strict"),
        *("--baseline", "--write-baseline", *_TELLING),
    ),
}
"""The options that tell or do something else, and those that each can have with it.

The first of them that are given speaks. What `--fix` mends, whoever leads it, so it has no agency.
"""


def check_together(context: typer.Context) -> None:
    """Raise `CannotRunError` if an option was typed that would have no effect."""
    typed = list(_typed(context))
    for option, taken in _TAKES.items():
        refused = [each for each in typed if each not in {option, *taken}]
        if option in typed and refused:
            from csplan.diagnostic import listed

            words = f"`{option}` does not go with {listed(refused)}; leave out the one or the other"
            raise CannotRunError(words)


def _typed(context: typer.Context) -> Iterator[str]:
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if parameter.opts[0].startswith("--") and source and source.name == "COMMANDLINE":
            yield parameter.opts[0]
