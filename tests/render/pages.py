"""Plans made of values, and published pages read back, for tests."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]
from markdown_it import MarkdownIt

from csplan.dates import read_term
from csplan.load import Agencies, LoadedFile, LoadedPlan
from csplan.load.index import items, mentions
from csplan.model import Plan, Theme
from csplan.render import render
from csplan.report import Agreement, agreement
from csplan.source import Tree

PLAN = {
    "title": "Anytown plan",
    "partnership": "Anytown partnership",
    "period": "2010/11",
    "agencies": ["Sussex Police"],
}
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def loaded(plan: Mapping[str, Any], themes: Mapping[str, Any]) -> LoadedPlan:
    """A plan as `load` would give it, of any text at all."""
    model = Plan.model_validate({**PLAN, **plan})
    term, agencies = read_term(model.period), Agencies(model.agencies)
    files = []
    for stem, values in themes.items():
        theme = Theme.model_validate({"theme": "Example", **values})
        references = tuple(
            action.ref for chapter in (theme, *theme.sub_themes) for action in chapter.actions
        )
        due = tuple(items(theme, term, agencies))
        files.append(_file(stem, theme, due, references))
    file = _file("plan", model, (), ())
    return LoadedPlan("plan", file, tuple(files), model, term, agencies, frozenset())


def _file(stem: str, model: Plan | Theme, due: Any, references: tuple[str, ...]) -> LoadedFile:
    return LoadedFile(
        path=f"plan/{stem}.yaml",
        stem=stem,
        tree=Tree(),
        model=model,
        items=due,
        mentions=tuple(mentions(model)),
        references=references,
        faults=(),
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
