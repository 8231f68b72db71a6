"""Plans made of values, and published pages read back, for tests."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]
from markdown_it import MarkdownIt

from csplan.dates import Term, read_term
from csplan.load import Agencies, LoadedFile, LoadedPlan
from csplan.load import measures as counted
from csplan.load.due import boxes, items
from csplan.load.index import Model, deliverables, entries, expectations, leads, works
from csplan.load.mentions import mentions
from csplan.load.texts import texts
from csplan.load.written import Written
from csplan.model import Meetings, Plan, Theme
from csplan.render import render
from csplan.report import Agreement, Table, agreement
from csplan.source import Tree

PLAN = {
    "title": "Anytown plan",
    "partnership": "Anytown partnership",
    "period": "2010/11",
    "agencies": ["Sussex Police"],
}
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def loaded(
    plan: Mapping[str, Any],
    themes: Mapping[str, Any],
    meetings: Mapping[str, Any] | None = None,
) -> LoadedPlan:
    """A plan as `load` would give it, of any text at all."""
    model = Plan.model_validate({**PLAN, **plan})
    term, agencies = read_term(model.period), Agencies(model.agencies)
    files = []
    for stem, values in themes.items():
        theme = Theme.model_validate({"theme": "Example", **values})
        files.append(_file(stem, theme, values, term, agencies))
    boards = []
    for stem, values in (meetings or {}).items():
        board = Meetings.model_validate(values)
        boards.append(_file(stem, board, values, term, agencies))
    return LoadedPlan(
        path="plan",
        file=_file("plan", model, plan, term, agencies),
        themes=tuple(files),
        boards=tuple(boards),
        plan=model,
        term=term,
        agencies=agencies,
        chosen=frozenset(),
    )


def _file(stem: str, model: Model, values: object, term: Term, agencies: Agencies) -> LoadedFile:
    found = tuple(works(stem, model))
    return LoadedFile(
        path=f"plan/{stem}.yaml",
        stem=stem,
        tree=Tree(),
        model=model,
        works=found,
        items=tuple(items(found, term, agencies)),
        boxes=tuple(boxes(found, term)),
        deliverables=tuple(deliverables(found)),
        entries=tuple(entries(tuple(deliverables(found)))),
        leads=tuple(leads(model, found)),
        asked=tuple(expectations(model)),
        measures=tuple(counted.measures(model, term)),
        tables=tuple(counted.tables(model)),
        mentions=tuple(mentions(texts(values))),
        texts=texts(values),
        written=Written(texts(values)),
        waivers=(),
        references=tuple(work.ref for work in found),
        faults=(),
        digest=0,
    )


def report(theme: Mapping[str, Any], plan: Mapping[str, Any] | None = None) -> Agreement:
    """The report of a plan with one theme."""
    return agreement(loaded(plan or {}, {"theme": theme}))


def documents(found: Agreement) -> tuple[str, str]:
    """The page and the Markdown of a report."""
    texts = render(found, "agreement", ("html", "md"), None)
    return texts["agreement.html"], texts["agreement.md"]


def parsed(html: str) -> Element:
    """The tree of a page; fails on anything that is not valid HTML."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(html)
    assert isinstance(tree, Element)
    return tree


def parsed_markdown(markdown: str) -> Element:
    """The tree of a Markdown document, less its anchors, which are no Markdown."""
    text = re.sub(r'^<a id="[a-z0-9-]+"></a>$', "", markdown, flags=re.MULTILINE)
    tree = html5lib.parse(MARKDOWN.render(text), namespaceHTMLElements=False)
    assert isinstance(tree, Element)
    return tree


def text_of(element: Element) -> str:
    """All text within an element."""
    return "".join(element.itertext())


def tables(tree: Element) -> Iterator[list[list[str]]]:
    """The cells of every table, row by row."""
    for table in tree.iter("table"):
        yield [
            [" ".join(text_of(cell).split()) for cell in row if cell.tag in ("th", "td")]
            for row in table.iter("tr")
        ]


def cells(table: Table) -> list[list[str]]:
    """The cells of a table of a report, its headings first, each with what is said in small."""
    found = [[column.heading for column in table.columns]]
    for row in table.rows:
        found.append([])
        for cell in row.cells:
            lines = "; ".join("".join(run.text for run in line) for line in cell.lines)
            found[-1].append(f"{lines} ({cell.reading})" if cell.reading else lines)
    return found
