"""What sheets that came back would change, row by row, and what is wrong with them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from csplan.console.changed import show_warnings, standing, written
from csplan.console.terminal import say
from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.sheets import Returned, Row

_SAID = (
    ("note", "says"),
    ("corrective_action", "corrective action"),
    ("reason", "reason"),
    ("covers", "for"),
)


def show_returned(returned: Returned) -> None:
    """Every row that changes something, then all that is wrong, then how many of each."""
    changing = [row for row in returned.rows if row.change]
    for path, rows in groupby(changing, key=lambda row: row.reply.path):
        say(Path(path).as_posix(), "bold")
        for row in rows:
            for line in _lines(row):
                say(line)
    for _, draft in returned.drafts:
        show_warnings(draft.warnings)
    for line in returned.unread:
        say(f"note: {line}")
    if returned.wrong:
        _show_problems(returned.wrong)
    say()
    say(", ".join(_counts(returned)), "bold")


def _lines(row: Row) -> Iterator[str]:
    assert row.reported
    assert row.step
    assert row.change
    item = row.reported.target.item
    yield f"  row {row.reply.number}, {item.address}: {one_line(item.words)}"
    before, after = standing(row.step.before), standing(row.step.after)
    if before == after:
        yield f"    stays: {after}"
    else:
        yield f"    before: {before}"
        yield f"    now: {after}"
    day = row.reported.report.on
    entry = row.change.entry
    assert isinstance(entry, dict)
    said = (f"{name}: {one_line(str(entry[key]))}" for key, name in _SAID if key in entry)
    yield f"    {'; '.join((f'on {say_day(day)}', *said))}"
    for remark in row.remarks:
        yield f"    note: {remark}"


def _show_problems(rows: Iterable[Row]) -> None:
    say()
    say("What is wrong", "bold red")
    for row in rows:
        path, ref = Path(row.reply.path).as_posix(), one_line(row.reply.cells["ref"]) or "no ref"
        say(f"  {path}, row {row.reply.number}, {ref}: {'; '.join(row.problems)}")


def _counts(returned: Returned) -> Iterator[str]:
    rows = returned.rows
    changing = sum(1 for row in rows if row.change)
    there = sum(1 for row in rows if row.is_there)
    twins = sum(1 for row in rows if row.is_twin)
    yield f"{counted(changing, 'row')} with news"
    if wrong := len(returned.wrong):
        yield f"{wrong:,} with a problem"
    if there:
        yield f"{there:,} in the plan already"
    if twins:
        yield f"{twins:,} that say the same as another"
    yield f"{returned.blank:,} blank"


def done(returned: Returned) -> str:
    """What was done, and how to take it back."""
    if returned.wrong:
        return "Nothing was written; mend the rows that are wrong and run the command again"
    if not returned.drafts:
        return "Nothing was written, because nothing is new"
    return written(returned.drafts[0][0].path)
