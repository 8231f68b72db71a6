"""The command line: each command parses, calls one function, shows what it gave, and exits.

Rooms are imported inside the commands, so that `--help` and `--version` start fast.
"""

from collections.abc import Callable

from csplan.cli.app import app
from csplan.cli.check import validate
from csplan.cli.comparing import diff, history
from csplan.cli.documents import explain, help_, render
from csplan.cli.grouped import Grouped
from csplan.cli.questions import expectations, indicators, meetings, show
from csplan.cli.record import record
from csplan.cli.rollover import rollover
from csplan.cli.sheets import apply, collect
from csplan.cli.update import undo, update
from csplan.cli.work import due, overdue, quiet, status, unowned
from csplan.ending import run

# In the order in which help lists them.
COMMANDS: dict[str, Callable[..., None]] = {
    "validate": validate,
    "status": status,
    "overdue": overdue,
    "due": due,
    "unowned": unowned,
    "quiet": quiet,
    "indicators": indicators,
    "expectations": expectations,
    "meetings": meetings,
    "show": show,
    "update": update,
    "record": record,
    "collect": collect,
    "apply": apply,
    "rollover": rollover,
    "undo": undo,
    "history": history,
    "diff": diff,
    "render": render,
    "explain": explain,
    "help": help_,
}
for _name, _command in COMMANDS.items():
    app.command(_name, cls=Grouped)(_command)


def main() -> None:
    """Run csplan; whatever happens, end with a sentence and an exit status of 0, 1 or 2."""
    run(app)
