"""Papers as they are published: the same for the same day, whatever came later."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from render.pages import loaded, parsed, parsed_markdown, text_of
from support import PLAN, write_plan

from csplan.cli.documents import render
from csplan.errors import CannotRunError
from csplan.load import LoadedPlan, load
from csplan.publish import publish
from csplan.render import render as render_report
from csplan.report import Wanted, kind_of

PAPERS = ("monitoring", "board-pack", "year-end")
DAY = date(2010, 6, 30)
KEY = PLAN + "ratings: [{rating: red, means: far}, {rating: amber, means: near, within: 5%}]\n"
BEFORE = {
    "theme.yaml": """\
        theme: Violent crime
        indicators:
          - indicator: Assaults
            unit: offences
            polarity: decrease
            baseline: {2007/08: "900"}
            target: {2009/10: "800", 2010/11: "700"}
            values:
              2008/09: "850"
              2009/10:
                - {value: 790 (provisional), on: 1 May 2010}
        actions:
          - ref: VC1
            action: Write a strategy
            lead: Manager, SCT
            milestones:
              - milestone: Plan agreed
                due: May 2010
                progress:
                  - {on: 1 June 2010, state: in progress, rating: red, note: Late}
          - ref: VC2
            action: Train the staff
            due: Quarterly
            lead: Manager, SCT
            progress:
              - {on: 30 June 2010, covers: Q1, state: complete}
        """,
    "meetings.yaml": """\
        meetings:
          - meeting: Board
            on: 1 March 2010
            items:
              - item: Hostel
                actions:
                  - action: Visit it
                    lead: Manager, SCT
                    due: May 2010
                    progress:
                      - {on: 2 March 2010, state: in progress}
          - meeting: Board
            on: 30 June 2010
            time: 2pm
            items:
              - item: Strategy
                ref: "1"
                purpose: decision
          - meeting: Board
            on: 1 September 2010
            items: [{item: Review, ref: "2"}]
        """,
}
LATER = (
    (
        "theme.yaml",
        "790 (provisional), on: 1 May 2010}",
        "- {value: 860, on: 1 July 2010, explanation: Counted anew, corrective_action: Patrols}",
    ),
    ("theme.yaml", '2008/09: "850"', '2010/11: {value: "600", rating: green, on: 1 May 2011}'),
    ("theme.yaml", '2007/08: "900"}', None),
    ("theme.yaml", "note: Late}", "- {on: 1 July 2010, state: complete, note: At last}"),
    ("theme.yaml", "note: Late}", "- {on: 2 July 2010, due: August 2010, reason: Agreed}"),
    ("theme.yaml", "covers: Q1, state: complete}", "- {on: 1 October 2010, covers: Q2}"),
    ("meetings.yaml", "on: 2 March 2010, state:", "- {on: 1 July 2010, state: stopped}"),
)  # fmt: skip
MINUTES = """\
                decisions: [{ref: D1, decision: Agreed}]
                actions: [{action: Print it, lead: "Manager, SCT", due: July 2010}]
"""


def with_what_came_later() -> dict[str, str]:
    """The files with an entry after each of these, and the minutes of the meeting of the day."""
    files = dict(BEFORE)
    for name, after, entry in LATER:
        if entry:
            line = next(each for each in files[name].splitlines() if after in each)
            indent = " " * (len(line) - len(line.lstrip()))
            files[name] = files[name].replace(line, f"{line}\n{indent}{entry}")
    meeting = "                purpose: decision\n"
    files["meetings.yaml"] = files["meetings.yaml"].replace(meeting, meeting + MINUTES)
    return files


def texts(folder: Path, files: dict[str, str], document: str) -> list[bytes]:
    plan = write_plan(folder / "p", {"plan.yaml": KEY, **files})
    wanted = Wanted(date(2030, 1, 1), document, as_at=DAY)
    found = publish(load((plan,)), wanted, ("html", "md"), folder / "out", None)
    return [path.read_bytes() for path in found]


@pytest.mark.parametrize("document", PAPERS)
def test_what_came_later_changes_nothing(tmp_path: Path, document: str) -> None:
    later = with_what_came_later()
    assert all(later[name] != BEFORE[name] for name in BEFORE)
    before = texts(tmp_path / "before", BEFORE, document)
    assert texts(tmp_path / "after", later, document) == before


@pytest.mark.parametrize("document", PAPERS)
def test_what_came_later_is_in_a_later_paper(tmp_path: Path, document: str) -> None:
    plan = write_plan(tmp_path / "p", {"plan.yaml": KEY, **with_what_came_later()})
    wanted = Wanted(DAY, document, as_at=date(2010, 8, 1))
    page, _ = publish(load((plan,)), wanted, ("html", "md"), tmp_path / "out", None)
    text = page.read_text(encoding="utf-8")
    assert "At last" in text
    assert "860" in text
    assert "Print it" in text


@pytest.mark.parametrize("document", PAPERS)
def test_a_paper_says_its_day_and_no_other(tmp_path: Path, document: str) -> None:
    html, _ = texts(tmp_path, BEFORE, document)
    assert "30 June 2010" in text_of(next(parsed(html.decode()).iter("h1")))
    assert b"2030" not in html


def test_a_board_pack_is_named_after_its_meeting(tmp_path: Path) -> None:
    html, markdown = texts(tmp_path, BEFORE, "board-pack")
    heading = "Board pack for Board, 30 June 2010"
    assert text_of(next(parsed(html.decode()).iter("h1"))).strip() == heading
    assert markdown.decode().startswith(f"# {heading}: Anytown")


NASTY = "<script>alert(1)</script> {{ 7*7 }} | *b* [x](javascript:y) \\u202e"


def hostile() -> LoadedPlan:
    """A plan that says the same thing wherever it can."""
    remedy = {"explanation": NASTY, "corrective_action": NASTY}
    known = [{"value": "2"}, {"value": "4", "on": "1 June 2010", "note": NASTY}]
    theme = {
        "theme": NASTY,
        "lead": NASTY,
        "indicators": [
            {"indicator": NASTY, "rating": "red", "values": {"2009/10": known}, **remedy},
            {"indicator": NASTY, "values": {"2009/10": NASTY}, "baseline": NASTY},
        ],
        "actions": [
            _action("on hold", corrective_action=NASTY),
            _action("carried forward"),
            _action("stopped"),
            {"action": NASTY, "due": NASTY, "milestones": [{"milestone": NASTY, "due": "TBC"}]},
        ],
    }
    item = {"item": NASTY, "purpose": "decision", "paper": NASTY, "note": NASTY}
    board = {
        "meetings": [
            {"meeting": NASTY, "on": "1 June 2010", "items": [{**item, "actions": [NASTY]}]},
            {"meeting": NASTY, "on": "1 July 2010", "place": NASTY, "items": [item]},
            {"meeting": NASTY, "on": "1 August 2010", "place": NASTY, "items": [item]},
        ]
    }
    return loaded({"title": NASTY, "partnership": NASTY}, {"theme": theme}, {"board": board})


def _action(state: str, **said: str) -> dict[str, Any]:
    progress = {"on": "1 June 2010", "state": state, "note": NASTY, "reason": NASTY, **said}
    return {"action": NASTY, "lead": NASTY, "carried_to": NASTY, "progress": progress}


@pytest.mark.parametrize("document", PAPERS)
def test_whatever_a_plan_says_is_just_that(document: str) -> None:
    report = kind_of(document).build(hostile(), Wanted(DAY, document))
    html, markdown = render_report(report, document, ("html", "md"), None).values()
    page = parsed(html)
    for tree in (page, parsed_markdown(markdown)):
        assert [tag for tag in ("script", "em", "img") if list(tree.iter(tag))] == []
        assert all(link.get("href", "").startswith("#") for link in tree.iter("a"))
        assert "<script>alert(1)</script> {{ 7*7 }} | *b* [x](javascript:y)" in text_of(tree)
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(set(ids)) == len(ids)
    assert {link.get("href", "")[1:] for link in page.iter("a")} <= set(ids)


def test_a_document_of_the_whole_plan_takes_no_day(tmp_path: Path) -> None:
    workspace = load((write_plan(tmp_path / "p", BEFORE),))
    for asked in ({"as_at": DAY}, {"since": DAY}, {"internal": True}):
        wanted = Wanted(DAY, **asked)
        with pytest.raises(CannotRunError, match="as at a day: `monitoring`, `board-pack`, `y"):
            publish(workspace, wanted, ("md",), tmp_path / "out", None)


def test_a_year_end_is_not_compared(tmp_path: Path) -> None:
    workspace = load((write_plan(tmp_path / "p", BEFORE),))
    with pytest.raises(CannotRunError, match="`year-end` is not compared with an earlier day"):
        publish(workspace, Wanted(DAY, "year-end", since=DAY), ("md",), tmp_path / "out", None)


def test_a_board_pack_without_a_meeting_says_what_to_do(tmp_path: Path) -> None:
    workspace = load((write_plan(tmp_path / "p", BEFORE),))
    wanted = Wanted(date(2010, 9, 2), "board-pack")
    with pytest.raises(CannotRunError, match="no meeting is planned for that day or later; write"):
        publish(workspace, wanted, ("md",), tmp_path / "out", None)


@pytest.mark.parametrize(
    ("wanted", "day"),
    [
        (Wanted(date(2026, 1, 1), "year-end"), "31 March 2011"),
        (Wanted(DAY, "year-end"), "30 June 2010"),
        (Wanted(DAY, "year-end", as_at=date(2011, 6, 1)), "1 June 2011"),
        (Wanted(DAY, "monitoring"), "30 June 2010"),
    ],
)
def test_the_day_of_a_paper(tmp_path: Path, wanted: Wanted, day: str) -> None:
    workspace = load((write_plan(tmp_path / "p", BEFORE),))
    (path,) = publish(workspace, wanted, ("md",), tmp_path / "out", None)
    assert re.match(rf"# [A-Z][a-z-]+ report, {day}: Anytown", path.read_text(encoding="utf-8"))


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = write_plan(tmp_path / "p", BEFORE)
    render(
        plan,
        to="md",
        output=tmp_path / "out",
        document="monitoring",
        as_at="30 June 2010",
        since="1 June 2010",
        internal=True,
    )
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / "out" / "monitoring.md")]
    text = (tmp_path / "out" / "monitoring.md").read_text(encoding="utf-8")
    assert "**This is an internal document: it may name people. Do not publish it.**" in text
    assert "## What has changed since 1 June 2010" in text
    with pytest.raises(CannotRunError, match="is not before 30 June 2010"):
        render(plan, document="monitoring", as_at="30 June 2010", since="30 June 2010")
