"""What a paper says to go better and worse, and why."""

from datetime import date
from pathlib import Path

from render.pages import cells
from report.papers import DAY, THEME, line, part, plan, rows

from csplan.report.monitoring import monitoring
from csplan.report.papers import Paper


def test_what_goes_worse_comes_with_what_is_done_about_it(report: Paper) -> None:
    found = part(report, "exceptions", "worse")
    assert cells(found.tables[0])[0] == ["What", "Where it stands", "Why", "What is done about it"]
    assert rows(found) == [
        [
            "Assaults; Violent crime",
            "Red (computed); 1,100 (2009/10); target 900; Worsened (computed); Worse in: Southtown",
            "Pubs stay open longer.",
            "More patrols at night.",
        ],
        [
            "Robberies; Violent crime",
            "Red (computed); 30 (2009/10); target 20",
            "Not explained",
            "No corrective action is stated",
        ],
        [
            "VC1.2; Strategy published (Violent crime)",
            "In progress: red; Since 1 June 2010",
            "Nobody wrote it",
            "A writer is found",
        ],
        [
            "Lend vans (Violent crime)",
            "On hold; Since 1 June 2010",
            "No fuel",
            "No corrective action is stated",
        ],
    ]


def why_worse(folder: Path, *progress: str) -> list[list[str]]:
    """The rows of what goes worse, of one action with these entries."""
    said = "".join(f"\n      - {{{each}}}" for each in progress)
    theme = f"theme: T\nactions:\n  - ref: A\n    action: Do\n    progress:{said}\n"
    found = monitoring(plan(folder, theme), date(2010, 12, 1))
    return [row[1:] for row in rows(part(found, "exceptions", "worse"))]


GREEN = "on: 1 October 2010, rating: green, note: All going well, corrective_action: Nothing"
RED = "on: 1 November 2010, rating: red"
NO_ACTION = "No corrective action is stated"


def test_why_work_goes_worse_was_said_since_it_does(tmp_path: Path) -> None:
    since = "In progress: red; Since 1 November 2010"
    left = f"{RED}, reason: The analyst left"
    assert why_worse(tmp_path / "a", GREEN, left) == [[since, "The analyst left", NO_ACTION]]
    assert why_worse(tmp_path / "b", GREEN, RED) == [[since, NO_ACTION]]
    later = "on: 9 November 2010, state: in progress, note: Still none, corrective_action: Hire"
    moved = "on: 10 November 2010, due: March 2011, reason: The board agreed"
    assert why_worse(tmp_path / "c", GREEN, left, later, moved) == [[since, "Still none", "Hire"]]
    same_day = GREEN.replace("1 October", "1 November")
    assert why_worse(tmp_path / "d", same_day, RED) == [[since, NO_ACTION]]
    both = f"{RED}, reason: The analyst left, note: Nobody else can"
    assert why_worse(tmp_path / "e", both) == [
        [since, "The analyst left; Nobody else can", NO_ACTION]
    ]


def test_why_work_is_on_hold_was_said_since_it_is(tmp_path: Path) -> None:
    waits = "on: 20 November 2010, state: on hold"
    since = "On hold; Since 20 November 2010"
    red = f"{RED}, note: Late, corrective_action: Hire"
    assert why_worse(tmp_path / "a", red, waits) == [[since, NO_ACTION]]


def test_an_action_of_milestones_goes_worse_by_its_own_entries(tmp_path: Path) -> None:
    theme = """\
theme: T
actions:
  - ref: A
    action: Wait
    progress: {on: 1 May 2010, state: on hold, note: No money}
    milestones: [{milestone: Begin, due: June 2010}]
  - action: Go on
    progress: {on: 2 May 2010, rating: red}
    milestones: [{milestone: End, progress: {on: 3 May 2010, rating: red}}]
  - action: Hide
    publish: false
    milestones: {milestone: M}
    progress: {on: 2 May 2010, rating: red}
  - action: Be done
    progress: {on: 2 May 2010, state: complete}
    milestones: [{milestone: End, progress: {on: 1 May 2010, rating: red}}]
"""
    found = part(monitoring(plan(tmp_path / "p", theme), DAY), "exceptions", "worse")
    assert [row[:2] for row in rows(found)] == [
        ["theme.2; Go on (T)", "In progress: red; Since 2 May 2010"],
        ["theme.2.1; End (T)", "In progress: red; Since 3 May 2010"],
        ["A; Wait (T)", "On hold; Since 1 May 2010"],
    ]


def test_what_goes_better(report: Paper) -> None:
    stands = "Green (computed); 20 (2009/10); target 25; Improved (computed)"
    found = rows(part(report, "exceptions", "better"))
    assert found == [["Thefts; Violent crime", stands, "Better locks."]]


BETTER = """\
theme: T
indicators: {indicator: I, exception: positive, values: {2009/10: "5"}}
actions:
  - ref: A
    action: Do
    progress:
      - {on: 1 May 2010, state: in progress, rating: red, note: Late}
      - {on: 20 June 2010, state: complete, note: At last}
  - ref: B
    action: Go on
    progress:
      - {on: 1 May 2010, rating: red, note: Late}
      - {on: 20 June 2010, rating: amber, corrective_action: Two more people}
  - {ref: C, action: Was done before, progress: {on: 1 May 2010, state: complete}}
  - {ref: D, action: Is done, publish: false, progress: {on: 1 July 2010, state: complete}}
  - ref: E
    action: Wait
    progress:
      - {on: 1 May 2010, state: on hold, note: No money}
      - {on: 20 June 2010, state: in progress}
  - {ref: F, action: Begin, progress: {on: 20 June 2010, state: in progress}}
  - ref: G
    action: Slip
    progress: [{on: 1 May 2010, rating: green}, {on: 20 June 2010, rating: amber}]
  - ref: H
    action: Go from bad to worse
    progress: [{on: 1 May 2010, state: on hold}, {on: 20 June 2010, rating: red}]
  - {ref: I, action: Report first, progress: {on: 20 June 2010, state: complete, note: Long done}}
"""


def test_work_that_was_done_or_turned_better_since_goes_better(tmp_path: Path) -> None:
    found = monitoring(plan(tmp_path / "p", BETTER), DAY, date(2010, 6, 1))
    red, day = "Was red on 1 June 2010", "(20 June 2010)"
    none, positive = "None given", "Singled out as something positive"
    assert rows(part(found, "exceptions", "better")) == [
        ["I; T", f"5 (2009/10); {positive}", none, "Not stated"],
        ["A; Do (T)", f"{red}; Complete {day}", "At last", "Not stated"],
        ["B; Go on (T)", f"{red}; In progress: amber {day}", none, "Two more people"],
        ["E; Wait (T)", f"{red.replace('red', 'on hold')}; In progress {day}", none, "Not stated"],
        ["I; Report first (T)", "Complete (20 June 2010)", "Long done", "Not stated"],
    ]


def test_before_anything_is_reported_nothing_goes_either_way(tmp_path: Path) -> None:
    theme = THEME.replace("        direction: worsened\n", "")
    found = part(monitoring(plan(tmp_path / "p", theme), date(2009, 1, 1)), "exceptions")
    assert found.parts == ()
    assert line(found.words[0]).startswith("No progress and no figure was reported by this day")


def test_a_concern_without_a_figure_says_that_there_is_none(tmp_path: Path) -> None:
    theme = """\
        theme: T
        indicators:
          - {indicator: I, exception: concern}
          - {indicator: J, rating: red, target: "5"}
        """
    found = part(monitoring(plan(tmp_path / "p", theme), DAY), "exceptions", "worse")
    assert [row[:2] for row in rows(found)] == [
        ["J; T", "Red; No figure; target 5"],
        ["I; T", "No figure; Singled out as a concern"],
    ]


def test_one_side_of_the_exceptions_may_be_empty(tmp_path: Path) -> None:
    theme = "theme: T\nactions: {ref: A, action: Do, progress: {on: 1 May 2010, state: complete}}"
    since = date(2010, 6, 1)
    found = part(monitoring(plan(tmp_path / "p", theme), DAY, since), "exceptions")
    assert [line(each) for side in found.parts for each in side.words] == ["Nothing.", "Nothing."]


def test_what_was_stated_of_an_earlier_figure_is_said_to_be_of_it(tmp_path: Path) -> None:
    theme = """\
theme: T
indicators:
  - indicator: Females
    rating: red
    direction: worsened
    explanation: Females make up 26%
    values: {2008/09: 26%, 2009/10: {value: 28%, on: 1 May 2010}}
    rows:
      - row: North
        explanation: None came
        values: {2008/09: "0", 2009/10: {value: "5", on: 1 May 2010}}
"""
    found = monitoring(plan(tmp_path / "p", theme), DAY)
    assert part(found, "exceptions", "worse").tables == ()
    (measures,) = part(found, "themes", "theme").parts
    assert rows(measures) == [["Females", "28% (2009/10)"]]
    (measure,) = measures.measures
    assert [line(each) for block in measure.explanation for each in block.lines] == [
        "Of an earlier figure this was said:",
        "Females make up 26%",
    ]
    assert ("North, of an earlier figure", "None came") in [
        (each.label, line(each.lines[0])) for each in measure.details
    ]
    before = monitoring(plan(tmp_path / "q", theme), date(2010, 4, 1))
    assert rows(part(before, "exceptions", "worse"))[0][1] == "Red; 26% (2008/09); Worsened"
