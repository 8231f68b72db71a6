"""Plans built from text, for tests."""

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

from csplan.load import Workspace, load

PLAN = """\
title: Anytown Community Safety Agreement 2010/11
partnership: Anytown Safer Communities Partnership
period: 2010/11
agencies:
  - Sussex Police
  - name: Safer Communities Team
    also: [SCT]
  - NHS East Sussex, Downs and Weald
glossary:
  ASB: anti-social behaviour
"""

THEME = "theme: Example theme\n"


BARE = frozenset({"thin-plan", "thin-theme", "milestone-without-verb"})
"""What is always said of plans and themes of a word or two, as in tests of other things."""


class Run(NamedTuple):
    """What a run of csplan gave."""

    status: int
    out: str
    err: str


Csplan = Callable[..., Run]
"""Runs csplan with the arguments of a command line."""


def write_plan(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A plan folder of the given files, with a stock `plan.yaml` unless one is given."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in {"plan.yaml": PLAN, **files}.items():
        data = content if isinstance(content, bytes) else dedent(content).encode()
        (folder / name).write_bytes(data)
    return folder


def workspace(folder: Path, theme: str = THEME, plan: str = PLAN) -> Workspace:
    """A workspace of one plan with one theme file, `theme.yaml`."""
    return load((write_plan(folder, {"plan.yaml": plan, "theme.yaml": theme}),))


def one_milestone(folder: Path, *lines: str, plan: str = PLAN) -> Workspace:
    """A workspace with one milestone, `A1.1`, that has the given lines besides its words."""
    head = "theme: T\nactions:\n  - ref: A1\n    action: a\n    milestones:\n      - milestone: m\n"
    return workspace(folder, head + "".join(f"        {line}\n" for line in lines), plan)


def with_progress(*entries: str) -> list[str]:
    """The lines of a milestone with these entries, none without any."""
    return ["progress:", *(f"  - {entry}" for entry in entries)] if entries else []
