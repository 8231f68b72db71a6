"""What is owed, for the people at the table: a terminal's table or a Markdown document."""

from csplan.console.grid import Column, markdown_grid, show_grid
from csplan.console.owed import Group, Row, grouped, headings, row
from csplan.console.terminal import say
from csplan.dates import Days, Quarter
from csplan.escape import markdown
from csplan.load import LoadedPlan
from csplan.query import Answer

_COLUMNS = (
    Column("Ref"),
    Column("Milestone", 6),
    Column("Due", 3),
    Column("Late", 3),
    Column("Lead", 4),
)


def show_text(answer: Answer, by: str, warning: str) -> None:
    """The answer for each plan as tables, with totals at the end and any warning at the top."""
    if warning:
        say(f"Warning: {warning}", "bold red")
        say()
    for number, (plan, quarter) in enumerate(answer.plans):
        if number:
            say()
        say(plan.title, "bold")
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


def _question(answer: Answer, quarter: Quarter | None) -> str:
    words = f"Overdue at {Days(answer.as_at, answer.as_at)}"
    if quarter:
        words += f", of what was due by the end of {quarter}"
    return words


def _show_group(group: Group, *, late: bool) -> None:
    say()
    say(f"{group.heading} ({len(group.rows)})", "bold")
    show_grid(_columns(late=late), [_cells(each, late=late) for each in group.rows])


def _columns(*, late: bool) -> tuple[Column, ...]:
    return _COLUMNS if late else tuple(column for column in _COLUMNS if column.name != "Late")


def _cells(each: Row, *, late: bool) -> tuple[str, ...]:
    return each if late else (each.ref, each.milestone, each.due, each.lead)


def as_markdown(answer: Answer, by: str, warning: str) -> str:
    """The answer as a Markdown document for minutes or an e-mail."""
    lines = [markdown(f"Warning: {warning}"), ""] if warning else []
    for plan, quarter in answer.plans:
        mine = _Part(answer, plan)
        lines += [f"# {markdown(plan.title)}", "", markdown(_question(answer, quarter)), ""]
        for group in mine.groups(by):
            lines += _markdown_group(group, late=True)
        for group in mine.beneath:
            lines += _markdown_group(group, late=False)
        lines += [markdown(mine.total(by)), ""]
    return "\n".join(lines)


def _markdown_group(group: Group, *, late: bool) -> list[str]:
    rows = [_cells(each, late=late) for each in group.rows]
    heading = f"## {markdown(group.heading)} ({len(group.rows)})"
    return [heading, "", *markdown_grid(_columns(late=late), rows)]
