"""The performance report of a board, from text to values."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from render.pages import cells
from report.papers import DAY, KEY, MEETINGS, THEME, line, part, plan, rows
from support import write_plan

from csplan.errors import CannotRunError
from csplan.load import LoadedPlan, load
from csplan.report.board_pack import board_pack
from csplan.report.monitoring import monitoring
from csplan.report.papers import Paper


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
