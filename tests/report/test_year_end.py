"""How a plan ended, from text to values."""

from datetime import date
from pathlib import Path

from render.pages import cells
from report.papers import LAST_DAY, line, part, plan, rows

from csplan.report.monitoring import monitoring
from csplan.report.year_end import year_end

ENDED = """\
theme: T
indicators:
  - indicator: Assaults
    polarity: decrease
    baseline: {2007/08: "1,200"}
    values: {2010/11: "1,100"}
    target: "900"
  - {indicator: Calls, baseline: many, values: {2010/11: "7"}}
  - {indicator: Visits, baseline: about 5, values: {2010/11: "7"}}
  - {indicator: None yet}
actions:
  - ref: A
    action: Go on
    carried_to: A2 of 2011/12
    progress: {on: 1 March 2011, state: carried forward, reason: The law is late}
  - ref: B
    action: Give up
    progress: {on: 1 March 2011, state: stopped, note: No money}
  - ref: C
    action: Be late
    due: May 2010
    lead: Analyst, Sussex Police
  - ref: D
    action: Be done
    progress: {on: 1 March 2011, state: complete}
  - ref: E
    action: Hide
    publish: false
"""


def test_a_year_end_says_how_everything_ended(tmp_path: Path) -> None:
    found = year_end(plan(tmp_path / "p", ENDED), date(2011, 3, 31))
    assert [each.id for each in found.parts] == [
        *("glance", "carried-forward", "stopped", "open", "outturn", "themes", "missing")
    ]
    assert line(part(found, "glance").counts[1]) == "1 not done by its date"
    assert rows(part(found, "carried-forward")) == [
        ["A", "Go on (T)", "A2 of 2011/12", "Reason: The law is late (1 March 2011)"]
    ]
    assert rows(part(found, "stopped")) == [["B", "Give up (T)", "No money (1 March 2011)"]]
    assert [line(each) for each in part(found, "open").words] == [
        "1 piece of work still open at the end, 1 not done by its date."
    ]
    assert rows(part(found, "open")) == [
        ["C", "Be late (T)", "Not started", "304 days", "May 2010", "Analyst, Sussex Police"]
    ]
    assert rows(part(found, "outturn")) == [
        [
            *("Assaults (T)", "1,200 (2007/08)", "1,100 (2010/11)"),
            *("down 100 (8.3%) (improved)", "900", "Red (computed)"),
        ],
        ["Calls (T)", "Not stated", "7 (2010/11)", "Not known", "No target", "Not rated"],
        ["Visits (T)", "about 5", "7 (2010/11)", "Not known", "No target", "Not rated"],
    ]


def test_a_year_that_ended_well(tmp_path: Path) -> None:
    theme = "theme: T\nactions: {ref: A, action: Do, progress: {on: 1 May 2010, state: complete}}"
    found = year_end(plan(tmp_path / "p", theme), date(2011, 3, 31))
    assert [line(each) for own_id in ("carried-forward", "open")
            for each in part(found, own_id).words] == [
        "Nothing is carried forward.", "Nothing is left open.",
    ]  # fmt: skip
    open_ = "theme: T\nactions: {ref: A, action: Do, due: May 2011, lead: 'X, Sussex Police'}"
    found = year_end(plan(tmp_path / "q", open_), date(2011, 3, 31))
    assert line(part(found, "open").words[0]) == (
        "1 piece of work still open at the end, nothing past its date."
    )


DUE = """\
theme: T
actions:
  - {ref: A, action: Be due that day, due: March 2011}
  - {ref: B, action: Be a day late, due: 30 March 2011}
  - {ref: C, action: Be due later, due: April 2011}
  - {ref: D, action: Report, due: Quarterly, progress: {on: 1 July 2010, covers: Q1}}
  - {ref: E, action: Have no date}
  - {ref: F, action: Go on, due: Ongoing}
  - {ref: G, action: Be done, due: March 2011, progress: {on: 31 March 2011, state: complete}}
"""


def test_what_was_due_by_the_end_and_not_done_is_late(tmp_path: Path) -> None:
    found = year_end(plan(tmp_path / "p", DUE), LAST_DAY)
    assert [[row[0], *row[3:]] for row in rows(part(found, "open"))] == [
        ["A", "Due that day, and not done", "March 2011"],
        ["B", "1 day", "30 March 2011"],
        ["C", "Not due by then", "April 2011 (after the agreement’s own year)"],
        ["D", "182 days", "Quarterly"],
        ["E", "No date", "Not stated"],
        ["F", "Ongoing", "Ongoing"],
    ]
    assert line(part(found, "open").words[0]) == (
        "6 pieces of work still open at the end, 3 not done by their date."
    )
    assert line(part(found, "glance").counts[-1]) == "3 not done by their date"
    (table,) = part(found, "themes").tables
    assert [row[-2] for row in cells(table)] == ["Not done by its date", "3", "3"]
    before = year_end(plan(tmp_path / "q", DUE), date(2011, 3, 29))
    assert line(part(before, "open").words[0]) == (
        "7 pieces of work still open on 29 March 2011, 1 not done by its date."
    )


def test_a_year_end_before_the_end_says_so(tmp_path: Path) -> None:
    loaded = plan(tmp_path / "p", ENDED.replace("2010/11", "2009/10"))
    found = year_end(loaded, date(2010, 10, 1))
    assert [line(each) for each in found.notices][1:] == [
        (
            "This plan runs until 31 March 2011. The report says how it stood on 1 October 2010, "
            "before its end."
        )
    ]
    outturn = part(found, "outturn")
    assert outturn.heading == "How the figures stand"
    assert cells(outturn.tables[0])[0][2] == "Latest figure"
    for paper in (year_end(loaded, LAST_DAY), year_end(loaded, date(2011, 6, 1))):
        assert len(paper.notices) == 1
        assert part(paper, "outturn").heading == "How the figures ended"


LATER = """\
theme: T
indicators:
  - indicator: I
    values: {2008/09: "1", 2009/10: {value: "2", on: 1 May 2010}}
    rows: {row: North, values: {2010/11: ["3", {value: "4", on: 9 May 2011}]}}
actions:
  - ref: A
    action: Go on
    carried_to: A2 of 2011/12
    milestones:
      - milestone: Begin
        progress: {on: 1 May 2011, note: Nearly}
    progress: {on: 1 June 2011, state: carried forward, reason: The law is late}
  - ref: B
    action: Hide
    publish: false
    progress: {on: 7 June 2011, state: complete}
"""


def test_a_year_end_tells_what_was_reported_later_unless_its_day_was_asked_for(
    tmp_path: Path,
) -> None:
    loaded = plan(tmp_path / "p", LATER)
    found = year_end(loaded, LAST_DAY, says_later=True)
    assert [line(each) for each in found.notices][1:] == [
        (
            "2 reports on progress and 1 figure from after 31 March 2011 are not counted. To count "
            'them, make this paper with --as-at "1 June 2011".'
        )
    ]
    carried = part(found, "carried-forward")
    assert line(carried.words[0]) == "Nothing was carried forward by 31 March 2011."
    assert rows(carried.parts[0]) == [["A.1", "Begin (T)", "A2 of 2011/12", "Nearly (1 May 2011)"]]
    asked = year_end(loaded, LAST_DAY)
    assert (len(asked.notices), part(asked, "carried-forward").parts) == (1, ())
    later = year_end(loaded, date(2011, 6, 1), says_later=True)
    assert (len(later.notices), len(part(later, "carried-forward").tables)) == (1, 1)
    internal = year_end(loaded, date(2011, 6, 1), is_internal=True, says_later=True)
    assert line(internal.notices[1]).startswith("1 report on progress from after 1 June")


def test_a_figure_alone_may_have_come_later(tmp_path: Path) -> None:
    theme = "theme: T\nindicators: {indicator: I, values: {2010/11: {value: '4', on: 9 May 2011}}}"
    found = year_end(plan(tmp_path / "p", theme), LAST_DAY, says_later=True)
    assert [line(each) for each in found.notices] == [
        (
            "1 figure from after 31 March 2011 is not counted. To count it, make this paper with "
            '--as-at "9 May 2011".'
        )
    ]


def test_a_figure_or_target_of_another_period_says_so(tmp_path: Path) -> None:
    theme = """\
theme: T
indicators:
  - {indicator: I, values: {2010/11: "177"}, target: {Q4 2010/11: "123"}}
  - {indicator: J, unit: "%", polarity: increase, values: {2010/11: "7%"}, target: {2009/10: "8%"}}
  - {indicator: K, polarity: increase, values: {2008/09: "9"}, target: "8", direction: worsened}
  - {indicator: L, polarity: increase, values: {2010/11: "9"}, target: {2010/11: "8"}}
  - {indicator: M, values: {Q1 2010/11: "3"}, target: {2010/11: "8"}}
"""
    found = year_end(plan(tmp_path / "p", theme), LAST_DAY)
    other = "(for another period than the figure)"
    assert [row[:3] for row in rows(part(found, "outturn"))] == [
        ["I (T)", "177 (2010/11)", f"123 (Q4 2010/11) {other}"],
        ["J (T)", "7% (2010/11)", f"8% (2009/10) {other}"],
        ["K (T)", "9 (2008/09) (from before this plan began)", "8"],
        ["L (T)", "9 (2010/11)", "8"],
        ["M (T)", "3 (Q1 2010/11)", "8 (2010/11)"],
    ]
    worse = rows(part(monitoring(plan(tmp_path / "q", theme), LAST_DAY), "exceptions", "worse"))
    assert worse[0][1] == (
        "Red (computed); 7% (2010/11); target 8% (2009/10), for another period than the figure"
    )
