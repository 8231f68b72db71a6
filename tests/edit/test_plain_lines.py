"""Actions that are plain lines of text, and become mappings when something is said of them."""

from datetime import date
from pathlib import Path
from textwrap import dedent, indent

import pytest
from support import workspace

from csplan.edit import Report, draft, prepare
from csplan.edit.target import Target

TODAY = date(2010, 12, 31)


def reported(folder: Path, actions: str, number: int = 0) -> str:
    """What comes of the actions when the one of that number is complete."""
    plan = workspace(folder, f"theme: x\nactions:{actions}").plans[0]
    file = plan.themes[0]
    report = Report(date(2010, 9, 30), "complete")
    change = prepare(Target(plan, file, file.items[number]), report, TODAY).change
    assert change
    made = draft(plan, {file: [change]})
    assert made.rewrites[0].after
    item = made.after.themes[0].items[number]
    assert (item.words, item.entry.progress[0].state) == (file.items[number].words, "complete")
    return made.rewrites[0].after.decode().removeprefix("theme: x\nactions:")


ENTRY = """\
    progress:
      - on: 30 September 2010
        state: complete
"""


def further(by: int) -> str:
    """The entry that many columns further in."""
    return indent(dedent(ENTRY), " " * (4 + by))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\n  - Do it\n  - Do more\n", f"\n  - action: Do it\n{ENTRY}  - Do more\n"),
        ("\n  - Do it # soon\n", f"\n  - action: Do it # soon\n{ENTRY}"),
        ("\n- 'Do: it'\n", f"\n- action: 'Do: it'\n{further(-2)}"),
        ("\n  - Do it\n    all\n", f"\n  - action: Do it\n      all\n{ENTRY}"),
        ('\n  - "Do it\n   all"\n', f'\n  - action: "Do it\n     all"\n{ENTRY}'),
        (
            "\n  -   Do it\n    all\n",
            f"\n  -   action: Do it\n        all\n{further(2)}",
        ),
        ("\n  - |\n    Do it\n\n    all\n", f"\n  - action: |\n      Do it\n\n      all\n{ENTRY}"),
        (
            " [Do it, Do more]\n",
            " [{action: Do it, progress: [{on: 30 September 2010, state: complete}]}, Do more]\n",
        ),
    ],
)
def test_a_plain_line_becomes_a_mapping(tmp_path: Path, before: str, after: str) -> None:
    assert reported(tmp_path, before) == after
