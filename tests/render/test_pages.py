"""The real plan as it is published."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from render.pages import documents, loaded, parsed, parsed_markdown, tables, text_of

from csplan.load import load
from csplan.report import Action, Agreement, Chapter, Line, agreement

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@pytest.fixture(scope="module")
def report() -> Agreement:
    return agreement(load((ROOT / "plans" / "east-sussex-2010-11",)).plans[0])


@pytest.fixture(scope="module")
def published(report: Agreement) -> dict[str, str]:
    page, markdown = documents(report)
    return {"agreement.html": page, "agreement.md": markdown}


@pytest.fixture(scope="module")
def page(published: dict[str, str]) -> Element:
    return parsed(published["agreement.html"])


def actions(chapters: tuple[Chapter, ...]) -> Iterator[Action]:
    for chapter in chapters:
        yield from chapter.actions
        yield from actions(chapter.sub_themes)


def measures(chapters: tuple[Chapter, ...]) -> Iterator[tuple[str, str, str]]:
    for chapter in chapters:
        yield from chapter.indicators
        yield from measures(chapter.sub_themes)


@pytest.mark.parametrize("name", ["agreement.html", "agreement.md"])
def test_golden(name: str, published: dict[str, str], *, rewrite_golden: bool) -> None:
    path = GOLDEN / name
    if rewrite_golden:
        path.write_bytes(published[name].encode())
    same = path.read_bytes() == published[name].encode()
    assert same, f"{path} differs; look at it with `pytest --rewrite-golden` and `git diff`"


def test_the_same_plan_gives_the_same_bytes(report: Agreement, published: dict[str, str]) -> None:
    assert dict(zip(published, documents(report), strict=True)) == published


def test_the_page_is_valid_and_stands_alone(page: Element) -> None:
    assert page.get("lang") == "en-GB"
    assert [
        tag for tag in ("script", "link", "img", "iframe", "object") if list(page.iter(tag))
    ] == []
    style = text_of(next(page.iter("style")))
    assert "url(" not in style
    assert "@import" not in style
    for tag in ("title", "main", "header", "footer", "nav", "h1"):
        assert len(list(page.iter(tag))) == 1
    assert [meta.get("name") or meta.get("charset") for meta in page.iter("meta")] == [
        "utf-8",
        "viewport",
    ]


def test_headings_skip_no_level(page: Element) -> None:
    levels = [int(element.tag[1]) for element in page.iter() if element.tag in HEADINGS]
    # The heading of the contents comes first within its landmark.
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_every_internal_link_leads_somewhere(page: Element) -> None:
    ids = [found for element in page.iter() if (found := element.get("id"))]
    assert len(set(ids)) == len(ids)
    targets = {link.get("href", "") for link in page.iter("a")}
    internal = {target[1:] for target in targets if target.startswith("#")}
    assert internal <= set(ids)
    assert all(target.startswith(("#", "https://", "http://")) for target in targets)
    assert {"vc1", "vc1-2", "ep-a", "asb-1"} <= set(ids)


def test_every_id_of_the_markdown_is_unique_and_every_link_leads_to_one(
    published: dict[str, str],
) -> None:
    text = published["agreement.md"]
    ids = re.findall(r'<a id="([a-z0-9-]+)"></a>', text)
    assert len(set(ids)) == len(ids)
    links = parsed_markdown(text).iter("a")
    internal = {href[1:] for link in links if (href := link.get("href", "")).startswith("#")}
    assert internal <= set(ids)
    defined = set(re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE))
    assert set(re.findall(r"\[\^(\d+)\](?!: )", text)) == defined


def test_a_table_of_the_markdown_ends_before_what_follows(published: dict[str, str]) -> None:
    for row, after in pairwise(published["agreement.md"].splitlines()):
        assert not row.startswith("|") or after == "" or after.startswith("|"), after


def test_tables_have_one_header_row_and_no_merged_or_empty_cells(page: Element) -> None:
    for table in page.iter("table"):
        caption = table.find("caption")
        assert caption is not None
        assert text_of(caption).strip()
        head, body = table.find("thead"), table.find("tbody")
        assert head is not None
        assert body is not None
        assert [[cell.get("scope") for cell in row] for row in head] == [["col"] * len(head[0])]
        for row in body:
            assert [cell.tag for cell in row] == ["th", *["td"] * (len(head[0]) - 1)]
            assert row[0].get("scope") == "row"
        for cell in (*table.iter("th"), *table.iter("td")):
            assert "colspan" not in cell.attrib
            assert "rowspan" not in cell.attrib
            assert text_of(cell).strip()


def said(line: Line) -> str:
    return "".join(run.text for run in line)


def test_both_documents_have_every_row_of_the_report(
    report: Agreement, page: Element, published: dict[str, str]
) -> None:
    wanted: list[tuple[str, ...]] = list(measures(report.chapters))
    for action in actions(report.chapters):
        for step in action.steps:
            due = f"{step.due} ({step.reading})" if step.reading else step.due
            wanted.append((step.address, said(step.words), due, "; ".join(step.leads)))
    markdown = [tuple(row) for table in tables(parsed_markdown(published["agreement.md"]))
                for row in table[1:]]  # fmt: skip
    html = [tuple(row) for table in tables(page) for row in table[1:]]
    assert len(wanted) == len(markdown) == len(html)
    for row in wanted:
        near = [found for found in markdown if found[0] == row[0]]
        assert any(a[1].startswith(row[1]) and a[2:] == row[2:] for a in near), row
        near = [found for found in html if found[0] == row[0]]
        leads = row[-1].replace("; ", " ")
        assert any(a[1].startswith(row[1]) and a[2:] == (*row[2:-1], leads) for a in near), row


def test_every_action_and_milestone_of_the_plan_is_there(report: Agreement) -> None:
    found = list(actions(report.chapters))
    assert len(found) == 81
    assert len(report.chapters) == 10
    assert all(action.steps for action in found)


def test_no_heading_stands_over_nothing(page: Element) -> None:
    for parent in page.iter():
        tags = [child.tag for child in parent]
        for tag, after in zip(tags, [*tags, ""][1:], strict=True):
            if tag in HEADINGS[1:]:
                assert after
                assert after not in HEADINGS or int(after[1]) > int(tag[1])


def test_no_cell_needs_a_colour_and_markdown_has_no_html_but_anchors(
    published: dict[str, str],
) -> None:
    lines = published["agreement.md"].splitlines()
    assert not [line for line in lines if "<" in line and not line.startswith("<a id=")]


def test_a_plan_with_nothing_in_it_has_no_contents() -> None:
    html, markdown = documents(agreement(loaded({}, {})))
    page = parsed(html)
    assert [tag for tag in ("nav", "ul", "h2", "li") if list(page.iter(tag))] == []
    assert markdown == "# Anytown plan\n\nAnytown partnership, April 2010 to March 2011\n\n"


@pytest.mark.parametrize(
    ("plan", "themes", "entry"),
    [
        ({"summary": "x"}, {}, "About this agreement"),
        ({"sections": {"heading": "Aims", "text": "x"}}, {}, "Aims"),
        ({}, {"x": {"theme": "Burglary"}}, "Burglary"),
        ({"title": "The CSP", "glossary": {"CSP": "partnership"}}, {}, "Glossary"),
    ],
)
def test_a_plan_with_one_thing_has_just_that_in_its_contents(
    plan: dict[str, Any], themes: dict[str, Any], entry: str
) -> None:
    html, markdown = documents(agreement(loaded(plan, themes)))
    (contents,) = parsed(html).iter("nav")
    assert [text_of(item) for item in contents.iter("li")] == [entry]
    assert f"## Contents\n\n- [{entry}](#" in markdown
