"""A paper for a meeting: what a question gave of each plan, for a terminal or as Markdown."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from csplan.console.grid import Column, Rows, markdown_grid, show_grid
from csplan.console.narrowed import narrowed
from csplan.console.terminal import say, say_wrapped
from csplan.escape import markdown
from csplan.query import Filter


class Table(NamedTuple):
    """Rows under a heading."""

    heading: str
    columns: Sequence[Column]
    rows: Rows


class Bullets(NamedTuple):
    """Lines under a heading."""

    heading: str
    lines: Sequence[str]


class Paper(NamedTuple):
    """What there is to say of one plan: its title, what was asked, the answer and its totals."""

    title: str
    opening: Sequence[str]
    blocks: Sequence[Table | Bullets]
    closing: Sequence[str]


def show_text(papers: Iterable[Paper], warning: str, asked: Filter) -> None:
    """Each plan's paper after the other, with any warning at the top."""
    show_warning(warning)
    for number, paper in enumerate(papers):
        show_opening(number, paper.title, narrowed(paper.opening, asked))
        for block in paper.blocks:
            say()
            say(block.heading, "bold")
            if isinstance(block, Table):
                show_grid(block.columns, block.rows)
            else:
                for line in block.lines:
                    say_wrapped(f"- {line}", "  ")
        say()
        for line in paper.closing:
            say_wrapped(line, style="bold")


def show_warning(warning: str) -> None:
    """What the answer may be missing, before anything else."""
    if warning:
        say(f"Warning: {warning}", "bold red")
        say()


def show_opening(number: int, title: str, opening: Iterable[str]) -> None:
    """The title of a plan and what was asked of it, apart from the plan before."""
    if number:
        say()
    say(title, "bold")
    for line in opening:
        say_wrapped(line)


def as_markdown(papers: Iterable[Paper], warning: str, asked: Filter) -> str:
    """The same as a Markdown document for minutes or an e-mail."""
    lines = markdown_warning(warning)
    for paper in papers:
        lines += markdown_opening(paper.title, narrowed(paper.opening, asked))
        for block in paper.blocks:
            lines += [f"## {markdown(block.heading)}", ""]
            if isinstance(block, Table):
                lines += markdown_grid(block.columns, block.rows)
            else:
                lines += [*(f"- {markdown(line)}" for line in block.lines), ""]
        lines += _paragraphs(paper.closing)
    return "\n".join(lines)


def markdown_warning(warning: str) -> list[str]:
    """The lines of a warning."""
    return [markdown(f"Warning: {warning}"), ""] if warning else []


def markdown_opening(title: str, opening: Iterable[str]) -> list[str]:
    """The lines of a title and of what was asked."""
    return [f"# {markdown(title)}", "", *_paragraphs(opening)]


def _paragraphs(lines: Iterable[str]) -> list[str]:
    return [each for line in lines for each in (markdown(line), "")]
