"""The real plans as they are published."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from render.pages import documents, loaded, parsed, parsed_markdown, tables, text_of
from render.shipped import PLANS, ROOT, kind, made, page, published, report

from csplan.report import Action, Agreement, Chapter, agreement

GOLDEN = ROOT / "tests" / "golden"
FIRST = "east-sussex-2010-11"
STYLE = (ROOT / "templates" / "style.css").read_text(encoding="utf-8").splitlines()
TITLED = "@bottom-left { content: "
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PAPERS = {
    "derbyshire-2011-12": ("monitoring", "board-pack"),
    "east-sussex-2010-11": ("year-end",),
}
"""The papers of which golden files are kept; of other documents those of every plan are."""


def whole(plan: str) -> Agreement:
    found = report(plan)
    assert isinstance(found, Agreement)
    return found


def kept(plan: str) -> dict[str, str]:
    """The texts of which golden files are kept, without the style sheet that all pages share."""
    names = {"agreement", "expectations", *PAPERS.get(plan, ())}
    return {
        name: styled(text)[0] if name.endswith(".html") else text
        for name, text in published(plan).items()
        if name.rpartition(".")[0] in names
    }


def styled(text: str) -> tuple[str, list[str]]:
    """A page with no more of its style sheet than the line with its title, and the other lines."""
    before, rest = text.split("<style>\n")
    style, after = rest.split("</style>\n")
    lines = style.splitlines()
    (title,) = [line for line in lines if TITLED in line]
    lines.remove(title)
    return f"{before}<style>\n{title}\n</style>\n{after}", lines


each_page = pytest.mark.parametrize(("plan", "name"), kind(".html"))
each_markdown = pytest.mark.parametrize(("plan", "name"), kind(".md"))


def actions(chapters: tuple[Chapter, ...]) -> Iterator[Action]:
    for chapter in chapters:
        yield from chapter.actions
        yield from actions(chapter.sub_themes)


@pytest.mark.parametrize("plan", PLANS)
def test_golden(plan: str, *, rewrite_golden: bool) -> None:
    folder = GOLDEN / plan
    if rewrite_golden:
        folder.mkdir(exist_ok=True)
        for path in folder.iterdir():
            path.unlink()
        for name, text in kept(plan).items():
            (folder / name).write_bytes(text.encode())
    held = {path.name: path.read_bytes().decode() for path in folder.iterdir()}
    found = kept(plan)
    differ = [name for name in held.keys() | found.keys() if held.get(name) != found.get(name)]
    assert not differ, f"{differ} differ; look with `pytest --rewrite-golden` and `git diff`"


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert made(FIRST) == published(FIRST)


@each_page
def test_the_style_sheet_of_a_page_is_whole(plan: str, name: str) -> None:
    assert styled(published(plan)[name])[1] == [line for line in STYLE if TITLED not in line]


@each_page
def test_the_page_is_valid_and_stands_alone(plan: str, name: str) -> None:
    tree = page(plan, name)
    assert tree.get("lang") == "en-GB"
    assert [
        tag for tag in ("script", "link", "img", "iframe", "object") if list(tree.iter(tag))
    ] == []
    style = text_of(next(tree.iter("style")))
    assert "url(" not in style
    assert "@import" not in style
    for tag in ("title", "main", "header", "footer", "nav", "h1"):
        assert len(list(tree.iter(tag))) == 1
    assert [meta.get("name") or meta.get("charset") for meta in tree.iter("meta")] == [
        "utf-8",
        "viewport",
    ]


@each_page
def test_headings_skip_no_level(plan: str, name: str) -> None:
    levels = [int(element.tag[1]) for element in page(plan, name).iter() if element.tag in HEADINGS]
    # The heading of the contents comes first within its landmark.
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@each_page
def test_ids_are_unique_and_every_internal_link_leads_somewhere(plan: str, name: str) -> None:
    tree = page(plan, name)
    ids = [found for element in tree.iter() if (found := element.get("id"))]
    assert len(set(ids)) == len(ids)
    targets = {link.get("href", "") for link in tree.iter("a")}
    internal = {target[1:] for target in targets if target.startswith("#")}
    assert internal <= set(ids)
    assert all(target.startswith(("#", "https://", "http://")) for target in targets)
    assert (
        plan != FIRST or name.startswith("expect") or {"vc1", "vc1-2", "ep-a", "asb-1"} <= set(ids)
    )


@each_markdown
def test_every_id_of_the_markdown_is_unique_and_every_link_leads_to_one(
    plan: str, name: str
) -> None:
    text = published(plan)[name]
    ids = re.findall(r'<a id="([a-z0-9-]+)"></a>', text)
    assert len(set(ids)) == len(ids)
    links = parsed_markdown(text).iter("a")
    internal = {href[1:] for link in links if (href := link.get("href", "")).startswith("#")}
    assert internal <= set(ids)
    defined = set(re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE))
    assert set(re.findall(r"\[\^(\d+)\](?!: )", text)) == defined


@each_markdown
def test_a_table_of_the_markdown_ends_before_what_follows(plan: str, name: str) -> None:
    for row, after in pairwise(published(plan)[name].splitlines()):
        assert not row.startswith("|") or after == "" or after.startswith("|"), after


@each_page
def test_tables_have_one_header_row_and_no_merged_or_empty_cells(plan: str, name: str) -> None:
    for table in page(plan, name).iter("table"):
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


def squeezed(cell: str) -> str:
    """A cell less what parts its words, and the marks of its notes."""
    return re.sub(r"\bNote [0-9]+\b|\[?\^[0-9]+\]?|[\s();]", "", cell)


@pytest.mark.parametrize(("plan", "name"), kind(".html"))
def test_both_documents_have_the_same_tables(plan: str, name: str) -> None:
    trees = page(plan, name), page(plan, name.replace(".html", ".md"))
    html, markdown = (
        [[[*map(squeezed, row)] for row in table] for table in tables(tree)] for tree in trees
    )
    assert html == markdown


@pytest.mark.parametrize("plan", PLANS)
def test_every_action_of_the_plan_is_in_its_page_by_its_words(plan: str) -> None:
    text = " ".join(text_of(page(plan, "agreement.html")).split())
    for action in actions(whole(plan).chapters):
        assert action.words in text
        assert all(step.due in text for step in action.steps)


def test_every_action_and_milestone_of_the_plan_is_there() -> None:
    found = list(actions(whole(FIRST).chapters))
    assert len(found) == 81
    assert len(whole(FIRST).chapters) == 10
    assert all(action.steps for action in found)


@each_page
def test_no_heading_stands_over_nothing(plan: str, name: str) -> None:
    for parent in page(plan, name).iter():
        tags = [child.tag for child in parent]
        for tag, after in zip(tags, [*tags, ""][1:], strict=True):
            if tag in HEADINGS[1:]:
                assert after
                assert after not in HEADINGS or int(after[1]) > int(tag[1])


@each_markdown
def test_markdown_has_no_html_but_anchors(plan: str, name: str) -> None:
    lines = re.sub(r"\\\\<", "", published(plan)[name]).splitlines()
    assert not [line for line in lines if "<" in line and not line.startswith("<a id=")]


def test_a_plan_with_nothing_in_it_has_no_contents() -> None:
    html, markdown = documents(agreement(loaded({}, {})))
    tree = parsed(html)
    assert [tag for tag in ("nav", "ul", "h2", "li") if list(tree.iter(tag))] == []
    assert markdown == "# Anytown plan\n\nAnytown partnership, April 2010 to March 2011\n\n"


def test_many_sections_stand_after_the_priorities_in_the_contents() -> None:
    sections = [{"heading": f"Section {number}", "text": "x"} for number in range(1, 6)]
    plan = {"summary": "x", "sections": sections}
    html, markdown = documents(agreement(loaded(plan, {"one": {"theme": "Drugs, drink"}})))
    (contents,) = parsed(html).iter("nav")
    items = [" ".join(text_of(each).split()) for each in contents[1]]
    others = [f"Section {number}" for number in range(1, 6)]
    assert items == [
        "Priorities Drugs, drink",
        " ".join(["The whole partnership", "About this agreement", *others]),
    ]
    tree = parsed_markdown(markdown)
    assert [" ".join(text_of(each).split()) for each in next(tree.iter("ul"))] == items


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
