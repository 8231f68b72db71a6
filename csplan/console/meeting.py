"""What is owed, for the people at the table: a terminal's table or a Markdown document."""

from collections.abc import Iterator

from rich import box
from rich.table import Table
from rich.text import Text

from csplan.console.owed import Group, Row, grouped, headings, row
from csplan.console.terminal import is_narrow, is_window, say, show_table
from csplan.dates import Days, Quarter
from csplan.escape import markdown, one_line, terminal
from csplan.load import LoadedPlan
from csplan.query import Answer

_COLUMNS = ("Ref", "Milestone", "Due", "Late", "Lead")
_MOST_REF = 12


def show_text(answer: Answer, by: str, warning: str) -> None:
    """The answer for each plan as tables, with totals at the end and any warning at the top."""
    if warning:
        say(f"Warning: {warning}", "bold red")
        say()
    for number, (plan, quarter) in enumerate(answer.plans):
        if number:
            say()
        say(_title(plan), "bold")
        say(_question(answer, quarter))
        mine = _Part(answer, plan)
        for group in mine.groups(by):
            _show_group(group, late=True)
        for group in mine.beneath:
            _show_group(group, late=False)
        say()
        say(mine.total(by), "bold")


class _Part:
    """What an answer holds of one plan."""

    def __init__(self, answer: Answer, plan: LoadedPlan) -> None:
        self._asked = answer.asked
        self.overdue = tuple(each for each in answer.overdue if each.plan is plan)
        self.undated = tuple(each for each in answer.undated if each.plan is plan)
        self.ongoing = tuple(each for each in answer.ongoing if each.plan is plan)

    def groups(self, by: str) -> list[Group]:
        return grouped(self.overdue, by, self._asked)

    @property
    def beneath(self) -> list[Group]:
        lists = (("No date yet", self.undated), ("Ongoing", self.ongoing))
        return [Group(name, tuple(row(each) for each in owed)) for name, owed in lists if owed]

    def total(self, by: str) -> str:
        slipped = sum(1 for each in self.overdue if each.slipped_from)
        shared = sum(1 for each in self.overdue if len(headings(each, by, self._asked)) > 1)
        words = f"Total: {len(self.overdue)} overdue"
        if slipped:
            words += f", {slipped} of them from before this quarter"
        words += f"; {len(self.undated)} without a date; {len(self.ongoing)} ongoing"
        if shared:
            words += f". What has several leads ({shared} of these) is listed under each"
        return words


def _title(plan: LoadedPlan) -> str:
    return one_line(plan.plan.title) if plan.plan else plan.path


def _question(answer: Answer, quarter: Quarter | None) -> str:
    words = f"Overdue at {Days(answer.as_at, answer.as_at)}"
    if quarter:
        words += f", of what was due by the end of {quarter}"
    return words


def _show_group(group: Group, *, late: bool) -> None:
    say()
    say(f"{group.heading} ({len(group.rows)})", "bold")
    if is_narrow():
        for line in _as_list(group, late=late):
            say(line)
    else:
        show_table(_table(group, late=late))


def _as_list(group: Group, *, late: bool) -> Iterator[str]:
    for each in group.rows:
        yield f"- {each.ref}: {each.milestone}"
        yield f"    due {each.due}{f'; late {each.late}' if late else ''}; {each.lead}"


def _table(group: Group, *, late: bool) -> Table:
    shape = box.SIMPLE_HEAD if is_window() else None
    table = Table(box=shape, pad_edge=False, expand=True, header_style="bold", padding=(0, 2, 0, 0))
    ratios = {"Milestone": 6, "Due": 3, "Late": 3, "Lead": 4}
    for column in _columns(late=late):
        width = min(max(len(each.ref) for each in group.rows), _MOST_REF)
        if column == "Ref":
            table.add_column(column, width=max(width, 3), overflow="fold")
        else:
            table.add_column(column, ratio=ratios[column], overflow="fold")
    for each in group.rows:
        table.add_row(*(Text(terminal(cell)) for cell in _cells(each, late=late)))
    return table


def _columns(*, late: bool) -> tuple[str, ...]:
    return _COLUMNS if late else tuple(name for name in _COLUMNS if name != "Late")


def _cells(each: Row, *, late: bool) -> tuple[str, ...]:
    return each if late else (each.ref, each.milestone, each.due, each.lead)


def as_markdown(answer: Answer, by: str, warning: str) -> str:
    """The answer as a Markdown document for minutes or an e-mail."""
    lines = [markdown(f"Warning: {warning}"), ""] if warning else []
    for plan, quarter in answer.plans:
        mine = _Part(answer, plan)
        lines += [f"# {markdown(_title(plan))}", "", markdown(_question(answer, quarter)), ""]
        for group in mine.groups(by):
            lines += _markdown_group(group, late=True)
        for group in mine.beneath:
            lines += _markdown_group(group, late=False)
        lines += [markdown(mine.total(by)), ""]
    return "\n".join(lines)


def _markdown_group(group: Group, *, late: bool) -> list[str]:
    columns = _columns(late=late)
    return [
        f"## {markdown(group.heading)} ({len(group.rows)})",
        "",
        f"| {' | '.join(columns)} |",
        f"|{' --- |' * len(columns)}",
        *(
            f"| {' | '.join(markdown(one_line(cell)) for cell in _cells(each, late=late))} |"
            for each in group.rows
        ),
        "",
    ]
