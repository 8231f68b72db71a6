"""The papers of a board: performance report, board pack and year end, from text to values."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from render.pages import cells
from support import PLAN, write_plan

from csplan.errors import CannotRunError
from csplan.load import LoadedPlan, load
from csplan.report.board_pack import board_pack
from csplan.report.monitoring import monitoring
from csplan.report.papers import Paper, Part
from csplan.report.runs import Line
from csplan.report.year_end import year_end

KEY = (
    PLAN
    + """\
ratings:
  - {rating: green, means: on target}
  - {rating: amber, means: near, within: 5%}
  - {rating: red, means: far from it}
"""
)
THEME = """\
theme: Violent crime
lead: Chief Inspector, Sussex Police
indicators:
  - indicator: Assaults
    kind: key
    unit: offences
    polarity: decrease
    baseline: {2007/08: "1,200"}
    values:
      2008/09: 1,000
      2009/10:
        - {value: "900 (provisional)", on: 1 May 2010}
        - value: 1,100
          on: 1 June 2010
          note: More were counted
          explanation: Pubs stay open longer.
          corrective_action: More patrols at night.
    target: {2009/10: "900"}
    rows:
      - row: Northtown
        values: {2009/10: "500"}
      - row: Southtown
        values: {2009/10: "600"}
        direction: worsened
  - indicator: Robberies
    polarity: decrease
    values: {2009/10: "30"}
    target: "20"
  - indicator: Thefts
    polarity: decrease
    values: {2008/09: "30", 2009/10: "20"}
    target: "25"
    explanation: Better locks.
  - indicator: Complaints
    values: {2009/10: not published until July}
  - indicator: Surveys
actions:
  - ref: VC1
    action: Write a strategy
    lead: Manager, SCT
    milestones:
      - milestone: Plan agreed
        due: May 2010
        progress:
          - {on: 20 May 2010, state: complete}
      - milestone: Strategy published
        due: July 2010
        progress:
          - on: 1 June 2010
            state: in progress
            rating: red
            note: Nobody wrote it
            corrective_action: A writer is found
          - {on: 20 June 2010, due: October 2010, reason: The board waits for a law}
  - ref: VC2
    action: Train the staff
    due: April 2010
    lead: Sussex Police
  - ref: VC3
    action: Hold a conference
    due: TBC until the venue is known
  - ref: VC4
    action: Keep watch
    due: Ongoing
    lead: {post: Analyst, agency: Sussex Police, person: Jo Bloggs}
  - ref: SECRET
    action: Watch the suspects
    publish: false
    due: May 2010
    lead: Sussex Police
  - action: Lend vans
    due: June 2010
    lead: Sussex Police
    progress: {on: 1 June 2010, state: on hold, note: No fuel}
"""
MEETINGS = """\
meetings:
  - meeting: Board
    on: 1 March 2010
    items:
      - ref: 1/10
        item: Hostel
        actions:
          - {action: Visit it, lead: "Manager, SCT", due: June 2010}
          - action: Paint it
            lead: Manager, SCT
            progress: {on: 5 March 2010, state: complete}
  - meeting: Board
    on: 1 June 2010
    items:
      - item: Funding
        actions:
          - {action: Ask for more, lead: "Manager, SCT"}
          - {action: Ask in secret, publish: false}
  - meeting: Board
    on: 7 September 2010
    time: 2pm
    place: County Hall
    items:
      - {ref: "1", item: Strategy, purpose: decision, lead: "Manager, SCT", paper: Draft}
      - {ref: "2", item: Any other business}
      - {item: Closed session, publish: false, purpose: decision}
  - meeting: Board
    on: 7 December 2010
    time: 2pm
    items: [Budget, {item: Secret, publish: false}]
"""
DAY = date(2010, 7, 15)


def plan(folder: Path, theme: str = THEME, **files: str) -> LoadedPlan:
    told = {"plan.yaml": KEY, "theme.yaml": theme, **{f"{k}.yaml": v for k, v in files.items()}}
    return load((write_plan(folder, told),)).plans[0]


@pytest.fixture
def report(tmp_path: Path) -> Paper:
    return monitoring(plan(tmp_path / "p", meetings=MEETINGS), DAY)


def line(found: Line) -> str:
    return "".join(run.text for run in found)


def part(paper: Paper, *ids: str) -> Part:
    parts, found = paper.parts, None
    for own_id in ids:
        found = next(each for each in parts if each.id == own_id)
        parts = found.parts
    assert found
    return found


def rows(found: Part) -> list[list[str]]:
    return cells(found.tables[0])[1:]


def test_the_masthead_and_the_parts_of_a_report(report: Paper) -> None:
    assert (report.heading, report.day) == ("Performance report", "15 July 2010")
    assert report.title == "Anytown Community Safety Agreement 2010/11"
    assert [each.id for each in report.parts] == [
        *("glance", "exceptions", "overdue", "unowned", "changes", "themes", "missing", "revised"),
        "arising",
    ]
    assert [line(each) for each in report.notices] == ["2 actions not published are left out."]


def test_the_plan_at_a_glance(report: Paper) -> None:
    glance = part(report, "glance")
    assert [line(each) for each in glance.counts] == [
        "8 actions: 1 complete (13%), 1 in progress (13%), 1 on hold (13%), 5 not started (63%)",
        (
            "9 milestones and actions due as a whole: 2 complete (22%), 1 in progress (11%), "
            "1 on hold (11%), 5 not started (56%)"
        ),
        "Of the 1 in progress: 1 red (100%)",
        "3 overdue, 2 of them since 1 June 2010",
        "1 re-dated with the board’s approval, all of them later, by 92 days on average",
        (
            "5 indicators and 2 rows of their breakdowns, rated by their figures: 1 green, 2 red, "
            "4 not rated (2 no target, 2 no figure)"
        ),
    ]
    (key,) = glance.parts
    assert (key.id, [each.label for each in key.details]) == ("ratings", ["Green", "Amber", "Red"])


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


def test_overdue_undated_and_unowned(report: Paper) -> None:
    late = part(report, "overdue")
    assert [line(each) for each in late.words] == [
        "3 pieces of work are overdue.",
        "1 piece of work is ongoing, and so never overdue.",
    ]
    assert rows(late) == [
        ["VC2", "Train the staff (Violent crime)", "76 days", "April 2010", "Sussex Police"],
        ["None", "Lend vans (Violent crime)", "15 days", "June 2010", "Sussex Police"],
        ["1/10.1", "Visit it (Board, 1 March 2010)", "15 days", "June 2010", "Manager, SCT"],
    ]
    tbc = "TBC until the venue is known (no date yet)"
    assert rows(part(report, "overdue", "undated")) == [
        ["VC3", "Hold a conference (Violent crime)", tbc, "Not stated"],
        ["None", "Ask for more (Board, 1 June 2010)", "Not stated", "Manager, SCT"],
    ]
    unowned = part(report, "unowned")
    assert rows(unowned) == [["VC3", "Hold a conference (Violent crime)", tbc]]
    assert [line(each) for each in unowned.words] == [
        "Nobody is named to lead this work, or it is still to be decided who does.",
        "2 pieces of work are led by an agency, without saying which post in it answers for it.",
    ]


def test_agencies_without_a_post_are_told_of_alone(tmp_path: Path) -> None:
    theme = "theme: T\nactions: {ref: A, action: Do, due: Quarterly, lead: Sussex Police}"
    found = monitoring(plan(tmp_path / "p", theme), date(2011, 3, 1))
    assert [line(each) for each in part(found, "unowned").words] == [
        "1 piece of work is led by an agency, without saying which post in it answers for it."
    ]
    assert part(found, "unowned").tables == ()
    assert rows(part(found, "overdue")) == [
        ["A", "Do (T)", "244 days (3 reports)", "Quarterly", "Sussex Police"]
    ]


def test_what_is_led_and_in_time(tmp_path: Path) -> None:
    theme = "theme: T\nactions: {ref: A, action: Do, due: May 2010, lead: 'Analyst, Sussex Police'}"
    found = monitoring(plan(tmp_path / "p", theme), date(2010, 5, 1))
    assert "unowned" not in [each.id for each in found.parts]
    assert [line(each) for each in part(found, "overdue").words] == ["Nothing is overdue."]
    assert line(part(found, "glance").counts[-1]) == "Nothing is overdue"


def test_changes_since_the_last_meeting_or_another_day(tmp_path: Path, report: Paper) -> None:
    found = part(report, "changes")
    assert found.heading == "What has changed since 1 June 2010"
    assert [line(each) for each in (*found.words, *found.counts)] == [
        "The Board met on that day.",
        "given a new date by the board: 1",
    ]
    moved = "Given a new date by the board (July 2010 to October 2010, 92 days later)"
    assert rows(found) == [
        ["VC1.2", "Strategy published (Violent crime)", moved, "20 June 2010"],
    ]
    since = monitoring(plan(tmp_path / "q", meetings=MEETINGS), DAY, date(2010, 7, 1))
    found = part(since, "changes")
    assert [line(each) for each in (*found.words, *found.counts)] == [
        "Nothing was reported to have changed."
    ]
    with pytest.raises(CannotRunError, match="is not before 15 July 2010"):
        monitoring(plan(tmp_path / "r"), DAY, date(2010, 7, 16))


def test_progress_by_theme(report: Paper) -> None:
    theme = part(report, "themes", "theme")
    assert [(each.label, line(each.lines[0])) for each in theme.details] == [
        ("Lead", "Chief Inspector, Sussex Police")
    ]
    (table,) = part(report, "themes", "theme", "theme-actions").tables
    assert cells(table)[1:4] == [
        [
            *("VC1", "Write a strategy", "See milestones", "See milestones"),
            *("In progress: red; 1 of 2 milestones ended", "None"),
        ],
        [
            *("VC1.1", "Plan agreed", "May 2010", "Manager, SCT"),
            *("Complete (20 May 2010)", "None"),
        ],
        [
            *("VC1.2", "Strategy published"),
            (
                "October 2010; Agreed by the board; was July 2010, 92 days earlier; "
                "Reason: The board waits for a law"
            ),
            *("Manager, SCT", "In progress: red (1 June 2010)"),
            "Nobody wrote it; What is done about it: A writer is found (1 June 2010)",
        ],
    ]
    assert [row.is_head for row in table.rows] == [True, *[False] * 6]


def test_an_action_that_is_due_itself_stands_over_its_milestones(tmp_path: Path) -> None:
    theme = """\
        theme: T
        actions:
          ref: A
          action: Do
          due: June 2010
          milestones: {milestone: Begun, due: May 2010}
          progress:
            - {on: 1 May 2010, state: stopped, reason: Too dear}
            - {on: 2 May 2010, due: May 2010}
        """
    found = monitoring(plan(tmp_path / "p", theme), DAY)
    (table,) = part(found, "themes", "theme", "theme-actions").tables
    assert cells(table)[1:] == [
        [
            *("A", "Do", "May 2010; Agreed by the board; was June 2010"),
            *("Stopped (1 May 2010)", "Reason: Too dear (1 May 2010)"),
        ],
        ["A.1", "Begun", "May 2010", "Stopped (1 May 2010)", "None"],
    ]
    assert [row.is_head for row in table.rows] == [True, False]


def test_counts_by_theme(report: Paper) -> None:
    (table,) = part(report, "themes").tables
    assert cells(table) == [
        [
            *("Theme", "Stands", "In all", "Complete", "In progress", "On hold", "Not started"),
            *("Overdue", "Re-dated"),
        ],
        [
            *("Violent crime", "In progress: red", "6", "1 (17%)", "1 (17%)", "1 (17%)"),
            *("3 (50%)", "2", "1"),
        ],
        ["Arising from Board", "In progress", "3", "1 (33%)", "0", "0", "2 (67%)", "1", "0"],
        ["All", "In progress: red", "9", "2 (22%)", "1 (11%)", "1 (11%)", "5 (56%)", "3", "1"],
    ]
    assert table.rows[-1].is_total


def test_a_plan_with_nothing_in_it(tmp_path: Path) -> None:
    found = monitoring(load((write_plan(tmp_path / "p", {}),)).plans[0], DAY)
    assert [each.id for each in found.parts] == [
        *("glance", "exceptions", "overdue", "changes", "themes"),
    ]
    assert (part(found, "glance").counts, part(found, "glance").parts) == ((), ())
    assert [line(each) for each in part(found, "themes").words] == ["The plan has no themes."]


def test_a_theme_or_a_part_of_one_without_anything_says_so(tmp_path: Path) -> None:
    theme = "theme: T\nsub_themes: [{sub_theme: S}]"
    found = part(monitoring(plan(tmp_path / "p", theme), DAY), "themes", "theme")
    assert (found.words, [each.heading for each in found.parts]) == ((), ["S"])
    assert line(found.parts[0].words[0]).startswith("No indicators and no actions")


def test_indicators_of_the_plan_itself(tmp_path: Path) -> None:
    told = KEY + "indicators: {indicator: Crime, direction: worsened, values: {2009/10: '5'}}\n"
    loaded = load((write_plan(tmp_path / "p", {"plan.yaml": told}),)).plans[0]
    found = monitoring(loaded, DAY)
    assert part(found, "themes", "about").heading == "The whole plan"
    worse = part(found, "exceptions", "worse")
    assert rows(worse) == [["Crime; The whole plan", "5 (2009/10); Worsened"]]
    assert worse.tables[0].rows[0].cells[0].lines[1][0].target == "#about"


def test_data_not_yet_available_and_revised(report: Paper) -> None:
    assert rows(part(report, "missing")) == [
        ["Complaints (Violent crime)", "2009/10", "not published until July"],
        ["Surveys (Violent crime)", "All", "No figure is given"],
    ]
    assert rows(part(report, "revised")) == [
        [
            *("Assaults (Violent crime)", "1,100 (2009/10)", "900 (provisional)"),
            *("1 June 2010", "More were counted"),
        ]
    ]


def test_a_figure_is_as_it_was_known_on_the_day(tmp_path: Path) -> None:
    found = monitoring(plan(tmp_path / "p"), date(2010, 5, 15))
    assert "revised" not in [each.id for each in found.parts]
    assert rows(part(found, "missing"))[0] == [
        *("Assaults (Violent crime)", "2009/10", "900 (provisional)"),
    ]


def test_a_figure_revised_on_no_day(tmp_path: Path) -> None:
    theme = "theme: T\nindicators: {indicator: I, values: {2009/10: ['1', '2']}}"
    found = part(monitoring(plan(tmp_path / "p", theme), DAY), "revised")
    assert rows(found) == [["I (T)", "2 (2009/10)", "1"]]


def test_actions_arising_of_earlier_meetings(report: Paper) -> None:
    found = part(report, "arising")
    assert [(each.heading, rows(each)) for each in found.parts] == [
        ("Board, 1 June 2010", [["Ask for more", "Manager, SCT", "Not started"]]),
        (
            "Board, 1 March 2010",
            [
                [
                    "1/10.1",
                    "Visit it",
                    "June 2010",
                    "Manager, SCT",
                    "Overdue by 15 days; Not started",
                ]
            ],
        ),
    ]


def test_an_internal_paper_says_that_it_is_one(tmp_path: Path) -> None:
    found = monitoring(plan(tmp_path / "p", meetings=MEETINGS), DAY, is_internal=True)
    assert [line(each) for each in found.notices] == [
        (
            "This is an internal document: it holds 2 actions not to be published, and may name "
            "people. Do not publish it."
        )
    ]
    late = rows(part(found, "overdue"))
    assert late[1][:3] == ["SECRET", "Watch the suspects (Violent crime)", "45 days"]
    (table,) = part(found, "themes", "theme", "theme-actions").tables
    assert "Analyst, Sussex Police (Jo Bloggs)" in [row[3] for row in cells(table)]
    assert "Ask in secret" in rows(part(found, "arising").parts[0])[1]


def test_a_public_paper_holds_no_secret_and_no_name(report: Paper) -> None:
    for secret in ("SECRET", "Watch the suspects", "Ask in secret", "Jo Bloggs"):
        assert secret not in str(report)


def test_an_internal_paper_of_a_plan_that_hides_nothing(tmp_path: Path) -> None:
    theme = (
        "theme: T\nsub_themes: {sub_theme: S, actions: {ref: A, action: Do, lead: {person: Jo}}}"
    )
    found = monitoring(plan(tmp_path / "p", theme), DAY, is_internal=True)
    assert [line(each) for each in found.notices] == [
        "This is an internal document: it may name people. Do not publish it."
    ]
    (sub_theme,) = part(found, "themes", "theme").parts
    assert cells(sub_theme.parts[0].tables[0])[1][2] == "no post named (Jo)"


@pytest.mark.parametrize("made", [monitoring, board_pack])
def test_a_plan_that_cannot_be_read_has_no_paper(
    tmp_path: Path, made: Callable[[LoadedPlan, date], Paper]
) -> None:
    files = {"plan.yaml": "title: T\n", "theme.yaml": THEME}
    with pytest.raises(CannotRunError, match="run `csplan validate` first"):
        made(load((write_plan(tmp_path / "p", files),)).plans[0], DAY)


def test_a_board_pack_is_for_the_next_meeting(tmp_path: Path) -> None:
    pack = board_pack(plan(tmp_path / "p", meetings=MEETINGS), DAY)
    assert [each.id for each in pack.parts] == [
        *("agenda", "decisions", "arising", "performance", "forward")
    ]
    assert (pack.called, pack.day) == (
        "Board pack for Board, 7 September 2010, as at 15 July 2010",
        "15 July 2010",
    )
    agenda = part(pack, "agenda")
    assert agenda.heading == "Agenda: Board, 7 September 2010"
    assert [line(each) for each in agenda.words] == ["One item of the agenda is not published."]
    assert [(each.label, line(each.lines[0])) for each in agenda.details] == [
        ("Time", "2pm"),
        ("Place", "County Hall"),
    ]
    assert [item.words for topic in agenda.agenda for item in topic.items] == [
        *("Strategy", "Any other business"),
    ]
    assert rows(part(pack, "decisions")) == [["1", "Strategy", "Manager, SCT", "Draft"]]
    (dates,) = part(pack, "decisions").parts
    assert [row[0] for row in rows(dates)] == ["VC3"]
    assert part(pack, "performance").parts[0] == part(
        monitoring(plan(tmp_path / "q", meetings=MEETINGS), DAY), "glance"
    )
    assert rows(part(pack, "forward")) == [["Board", "7 December 2010", "2pm", "Budget"]]


def test_an_internal_board_pack_has_the_whole_agenda(tmp_path: Path) -> None:
    pack = board_pack(plan(tmp_path / "p", meetings=MEETINGS), DAY, is_internal=True)
    assert part(pack, "agenda").words == ()
    assert [row[1] for row in rows(part(pack, "decisions"))] == ["Strategy", "Closed session"]
    assert rows(part(pack, "forward"))[0][3] == "Budget; Secret"


def test_a_board_pack_of_a_bare_diary(tmp_path: Path) -> None:
    board = """\
        meetings:
          - {meeting: Board, on: 1 August 2010}
        """
    pack = board_pack(plan(tmp_path / "p", "theme: T", board=board), DAY)
    words = [line(each) for own_id in ("agenda", "decisions", "forward")
             for each in part(pack, own_id).words]  # fmt: skip
    assert words == [
        "No agenda is recorded yet.",
        "The agenda asks for no decision.",
        "No later meeting is planned yet.",
    ]


def test_without_a_meeting_to_come_there_is_no_board_pack(tmp_path: Path) -> None:
    pack = board_pack(plan(tmp_path / "p", meetings=MEETINGS), date(2010, 12, 8))
    assert pack.parts == ()


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


LAST_DAY = date(2011, 3, 31)
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
