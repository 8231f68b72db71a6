"""Whatever a plan says arrives as just that, and as nothing else."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from render.pages import documents, parsed, parsed_markdown, report, text_of

from csplan.report import Line
from csplan.report.inline import read_inline, without_marks
from csplan.report.prose import read_prose
from csplan.report.text import plain

MARK = "QQQQ"
NASTY = (
    "<script>alert(1)</script>", "{{ 7*7 }}", "{% include 'x' %}", "]]>", "</style></title>",
    "[x](javascript:alert(1))", "![x](https://a.b/c.png)", "\"'><img src=x onerror=alert(1)>",
    "a | b | c", "😀 שלום \u202e evil", "<!-- x", "# x", "1. x", "12) x", "- x", "---", "=====",
    "```", "~~~ x", "> x", "    code", "a\\", "a\\|b", "&lt; &amp; &#60; &copy", "5*3*2 __x__",
    "[x]: https://a.b", "<https://a.b>", "www.a.b", "a@b.uk", ":smile: 12:30:45", "$x$ @me #12",
    "x! [y](https://a.b)", "| --- | --- |", ":--", "[^1]", "[^1]: x", "`a` ``b", "\u00a0x\u00a0",
    "a\x00b\x1b[31m", "\ud800", "\ufffe\U0001ffff", "a\u2028b\x85c", "(x)", "+ x", "*", "_", "\\",
    "https://a.b/c_d_(e)?f=*g*&copy=1|2.", '[a|b](https://a.b/<c>|"d")', "x[^1](y)", "=",
)  # fmt: skip
TEXT = st.one_of(
    st.sampled_from(NASTY),
    st.text(min_size=1),
    st.text("[]()<>*_`|\\#&:!-+=.1 ax\n\"'/{}%@~^$w\t\u00a0", min_size=1),
    st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map("".join),
).filter(lambda text: bool(text.strip()) and bool(plain(text).strip()))


def joined(line: Line) -> str:
    return "".join(run.text for run in line)


def inline(text: str) -> str:
    return joined(read_inline(plain(text)))


def marked(text: str) -> str:
    return joined(without_marks(read_inline(plain(text))))


def lead(text: str) -> str:
    return plain(" ".join(text.split()))


def unbroken(text: str) -> str:
    """The text of a reference, which holds no line break."""
    return " ".join(text.splitlines())


def reference(text: str) -> str:
    return plain(unbroken(text))


def action(**said: Any) -> dict[str, Any]:
    return {"actions": [{"ref": "VC1", "action": "Do it", **said}]}


def milestone(**said: Any) -> dict[str, Any]:
    return action(milestones=[{"milestone": "Done", **said}])


def table(**said: Any) -> dict[str, Any]:
    return {"tables": {"table": "T", "columns": ["A", "B"], "rows": [["r", "x"]], **said}}


def indicator(**said: Any) -> dict[str, Any]:
    return {"indicators": {"indicator": "I", "rating": "red", **said}}


def asked(put_to: str = "P", source: str = "S", **said: Any) -> dict[str, Any]:
    expects = [{"ref": "7", "expectation": "E", **said}]
    return {"expectations": {"source": source, "put_to": put_to, "expects": expects}}


Put = Callable[[str], tuple[dict[str, Any], dict[str, Any]]]
PLAIN: dict[str, tuple[Put, Callable[[str], str]]] = {
    "title": (lambda s: ({}, {"title": s}), plain),
    "partnership": (lambda s: ({}, {"partnership": s}), plain),
    "section": (lambda s: ({}, {"sections": {"heading": s, "text": "x"}}), plain),
    "theme": (lambda s: ({"theme": s}, {}), plain),
    "own heading": (lambda s: ({"sections": {"heading": s, "text": "x"}}, {}), plain),
    "sub-theme": (lambda s: ({"sub_themes": {"sub_theme": s}}, {}), plain),
    "indicator": (lambda s: ({"indicators": {"indicator": s, "code": s}}, {}), plain),
    "ref": (lambda s: ({"actions": [{"ref": unbroken(s), "action": "x"}]}, {}), reference),
    "action": (lambda s: ({"actions": [{"ref": "VC1", "action": s}]}, {}), plain),
    "lead": (lambda s: (milestone(lead=s), {}), lead),
    "see": (lambda s: (action(see=s), {}), plain),
    "other document": (lambda s: (milestone(other_documents=s), {}), plain),
    "glossary": (lambda s: ({"theme": "XY"}, {"glossary": {"XY": s}}), plain),
    "quotation": (lambda s: ({"quotations": {"quotation": "x", "by": s}}, {}), plain),
    "driver": (lambda s: ({"drivers": s and {"driver": s}}, {}), plain),
    "caption": (lambda s: (table(table=s), {}), plain),
    "heading of a column": (lambda s: (table(columns=["A", s]), {}), plain),
    "name of a row": (lambda s: (table(rows=[[s, "x"]]), {}), plain),
    "source of a table": (lambda s: (table(source=s), {}), plain),
    "source of an indicator": (lambda s: (indicator(source=s), {}), plain),
    "row of an indicator": (lambda s: (indicator(rows={"row": s, "values": "1"}), {}), plain),
    "source of expectations": (lambda s: (asked(source=s), {}), plain),
    "who is asked": (lambda s: (asked(put_to=s), {}), plain),
    "number of an expectation": (lambda s: (asked(ref=unbroken(s)), {}), reference),
    "period": (lambda s: ({"period": s}, {}), plain),
    "heading of actions": (lambda s: ({"actions": ["x"]}, {"headings": {"actions": s}}), plain),
    "plain action": (lambda s: ({"actions": [{"action": s}, "x"]}, {}), plain),
    "term": (lambda s: ({"theme": s}, {"glossary": {s: "meaning"}}), plain),
}  # fmt: skip
RUNNING: dict[str, tuple[Put, Callable[[str], str]]] = {
    "outcome": (lambda s: ({"outcomes": s}, {}), marked),
    "milestone": (lambda s: (action(milestones={"milestone": s}), {}), marked),
    "cost": (lambda s: (action(cost=s), {}), marked),
    "note of a milestone": (lambda s: (milestone(note=s), {}), marked),
    "start": (lambda s: (milestone(start=s), {}), marked),
    "note of a table": (lambda s: (table(note=s), {}), marked),
    "expectation": (lambda s: (asked(expectation=s), {}), marked),
    "not applicable": (lambda s: (asked(not_applicable=s), {}), marked),
    "measure": (lambda s: ({"actions": [{"action": "x", "measure": s}]}, {}), marked),
    "key": (lambda s: (indicator(), {"ratings": {"rating": "red", "means": s}}), marked),
    "source": (lambda s: ({"what": "x[^n]", "notes": {"n": s}}, {}), marked),
}
FIELDS = PLAIN | RUNNING


def squeezed(text: str) -> str:
    """Without white space, which the readers of Markdown trim at the ends of lines."""
    return re.sub(r"\s+", "", text)


def shape(tree: Element, *, links: bool) -> list[str]:
    return [element.tag for element in tree.iter() if links or element.tag != "a"]


def attributes(tree: Element) -> Iterator[tuple[str, str]]:
    for element in tree.iter():
        yield from element.attrib.items()


def said(tree: Element) -> str:
    """What a document says; the style sheet has the title once more, spelt in its own way."""
    return "".join(text_of(part) for part in tree.iter() if part.tag in ("title", "body"))


def harmless(tree: Element) -> None:
    assert not list(tree.iter("script"))
    assert not list(tree.iter("img"))
    for name, value in attributes(tree):
        assert not name.lower().startswith("on")
        assert name != "href" or re.match(r"#|https?://|mailto:|tel:", value, re.IGNORECASE)


@cache
def before(field: str) -> tuple[Element, Element]:
    """Both documents with a harmless word in the field."""
    page, markdown = documents(report(*FIELDS[field][0](MARK)))
    return parsed(page), parsed_markdown(markdown)


@pytest.mark.usefixtures("untraced")
@pytest.mark.parametrize("field", FIELDS)
@settings(derandomize=True, deadline=None, max_examples=30, phases=(Phase.explicit, Phase.generate))
@given(TEXT)
def test_any_text_arrives_as_it_is_and_nothing_else_changes(field: str, typed: str) -> None:
    put, shown = FIELDS[field]
    after = documents(report(*put(typed)))
    for read, was, new in zip((parsed, parsed_markdown), before(field), after, strict=True):
        tree = read(new)
        harmless(tree)
        wanted = said(was).replace(MARK, shown(typed))
        assert squeezed(said(tree)) == squeezed(wanted)
        links = field in PLAIN
        assert shape(tree, links=links) == shape(was, links=links)


@pytest.mark.usefixtures("untraced")
@settings(derandomize=True, deadline=None, max_examples=150)
@given(TEXT)
@example("5'6\" </style> \\41 <!--")
def test_the_foot_of_a_printed_page_has_the_title_as_it_is(typed: str) -> None:
    (style,) = parsed(documents(report({}, {"title": typed}))[0]).iter("style")
    (typeset,) = re.findall(r'@bottom-left \{ content: "([^"\n]*)"; font', text_of(style))
    read = re.sub(r"\\([0-9a-f]{1,6}) ", lambda found: chr(int(found[1], 16)), typeset)
    assert read == plain(typed)
    assert not set(re.sub(r"\\[0-9a-f]{1,6} ", "", typeset)) & set("\\<>&'")


@pytest.mark.usefixtures("untraced")
@settings(derandomize=True, deadline=None, max_examples=150)
@given(TEXT)
@example("- <b>\n- [x](https://a.b/c)\n\n## [^x]\n1. x\n2. y")
def test_any_prose_arrives_as_its_blocks(typed: str) -> None:
    found = report({"why": typed}, {"summary": typed, "sections": {"heading": "H", "text": typed}})
    wanted = squeezed("".join(marked(joined_marks(line)) for block in read_prose(typed)
                              for line in block.lines))  # fmt: skip
    for read, text in zip((parsed, parsed_markdown), documents(found), strict=True):
        tree = read(text)
        harmless(tree)
        assert squeezed(text_of(tree)).count(wanted) >= 3
        for block in read_prose(typed):
            tag = {"paragraph": "p", "bullets": "ul", "numbers": "ol", "heading": "h3"}[block.kind]
            assert list(tree.iter(tag))


def joined_marks(line: Line) -> str:
    return joined(without_marks(line))


@pytest.mark.usefixtures("untraced")
@settings(derandomize=True, deadline=None, max_examples=80)
@given(TEXT)
def test_a_date_is_published_as_written(typed: str) -> None:
    found = report(milestone(due=typed))
    for read, text in zip((parsed, parsed_markdown), documents(found), strict=True):
        tree = read(text)
        harmless(tree)
        assert squeezed(plain(typed.strip())) in squeezed(text_of(tree))
