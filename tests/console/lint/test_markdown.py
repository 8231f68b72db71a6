"""Complaints as Markdown."""

import re

from hypothesis import given
from hypothesis import strategies as st
from render.pages import parsed_markdown, tables, text_of
from reports import NASTY, complaint, report

from csplan.console.lint import written
from csplan.console.lint.markdown import MOST_LISTED
from csplan.escape import terminal

PLAIN = {"html", "head", "body", "h1", "h2", "p", "ul", "li", "table", "thead", "tbody", "tr",
         "th", "td", "strong", "code"}  # fmt: skip


def test_counts_then_rules_then_complaints_by_file() -> None:
    found = (
        complaint("L1: no date is given; add `due`"),
        complaint("mend *this*", path="plans/b.yaml", rule="tab", severity="error"),
    )
    assert written("markdown", report(*found, titles=("Anytown 2010/11", "[Old] plan"))) == (
        "# Check of 2 plans\n\n"
        "2 files, 4 actions, 1,250 milestones: 1 error, 1 warning.\n\n"
        "- Anytown 2010/11\n"
        "- \\[Old\\] plan\n\n"
        "## By rule (2)\n\n"
        "| Rule | Found | Severity | Subject | Files | What it finds |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| tab | 1 | error | reading | 1 | A tab stands in a file. |\n"
        "| due-missing | 1 | warning | dates | 1 | "
        "A milestone, or an action without milestones, has no due date. |\n\n"
        "## plans/a/alcohol.yaml (1)\n\n"
        "- line 3: **warning** `due-missing` L1: no date is given; add `due`\n\n"
        "## plans/b.yaml (1)\n\n"
        "- line 3: **error** `tab` mend \\*this\\*\n"
    )


def test_what_a_rule_finds_is_told_with_its_examples_as_code() -> None:
    text = written("markdown", report(complaint(rule="relative-time")))
    assert "such as `next year` or `to date`. |\n" in text


def test_nothing_found_is_said_in_a_line() -> None:
    assert written("markdown", report(titles=("Any_town",))) == (
        "# Check of Any\\_town\n\n2 files, 4 actions, 1,250 milestones: 0 errors, 0 warnings.\n"
    )


def test_a_job_page_lists_the_gravest_and_counts_the_rest() -> None:
    many = [complaint(line=line) for line in range(1, MOST_LISTED + 20)]
    last = complaint("broken", path="plans/z.yaml", severity="error", rule="tab")
    text = written("markdown", report(*many, last))
    assert text.count("\n- line ") == MOST_LISTED
    assert "## plans/a/alcohol.yaml (99)" in text
    assert "- line 3: **error** `tab` broken" in text
    assert text.endswith("\n\n20 more are not listed here; `csplan validate` shows them all.\n")


def test_a_summary_only_counts() -> None:
    led = complaint(ref="A1", agencies=("A | B", "Fire Service"))
    text = written("markdown", report(led, complaint(), detail="summary"))
    assert "## By agency (3); what has several leads counts for each\n" in text
    assert list(tables(parsed_markdown(text))) == [
        [
            ["Rule", "Found", "Severity", "Subject", "Files"],
            ["due-missing", "2", "warning", "dates", "1"],
        ],
        [
            ["Agency", "Found", "Errors", "Warnings", "Information"],
            ["A | B", "1", "0", "1", "0"],
            ["Fire Service", "1", "0", "1", "0"],
            ["No agency", "1", "0", "1", "0"],
        ],
    ]
    assert "- line" not in text


ANY = st.sampled_from(NASTY) | st.text(min_size=1)


@given(st.lists(ANY, min_size=1, max_size=3), ANY)
def test_whatever_is_said_arrives_as_just_that(parts: list[str], title: str) -> None:
    message = "`".join(parts)
    found = complaint(f"A1: {message}", agencies=(title,))
    for detail in ("full", "summary"):
        text = written("markdown", report(found, titles=(title, message), detail=detail))
        tree = parsed_markdown(text)
        assert {element.tag for element in tree.iter()} <= PLAIN
        if detail == "full":
            *_, item = tree.iter("li")
            said = f"line 3: warning due-missing A1: {terminal(message)}"
            assert squeezed(text_of(item)) == squeezed(said)


def squeezed(text: str) -> str:
    """What is left when the marks of quoted values and the width of spaces do not count."""
    return re.sub(r"[\s`]+", "", text)
