"""What stands in the new plan, and what is written into the old one."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from rollover.anytown import (
    BOARD,
    PLAN,
    THEME,
    anytown,
    new_file,
    old_file,
    one_theme,
    rolled,
    theme_of,
)

from csplan.load import load
from csplan.query.carried import could_name, named_reference
from csplan.rollover import Rollover

NEW = "Anytown Community Safety Agreement 2011/12"
HERE = Path(__file__).parent


@pytest.fixture(name="found")
def _found(tmp_path: Path) -> Rollover:
    return rolled(anytown(tmp_path), reason="The board wants it")


def test_plan_yaml_has_the_new_years_and_is_a_draft(found: Rollover) -> None:
    text = PLAN.replace("Agreement 2010/11", "Agreement 2011/12")
    text = text.replace("period: 2010/11  #", "period: 2011/12  #").replace("adopted", "draft")
    review = "to_review:\n  - 'summary: names 2010/11; says \"will\"'\n"
    assert new_file(found, "plan.yaml") == text + review


@pytest.mark.parametrize(
    ("golden", "side"), [("violence-2011-12.yaml", new_file), ("violence-2010-11.yaml", old_file)]
)
def test_a_theme_keeps_its_comments_and_layout_on_both_sides(
    golden: str,
    side: Callable[[Rollover, str], str],
    found: Rollover,
    rewrite_golden: bool,  # noqa: FBT001 - pytest hands fixtures over by name
) -> None:
    text = side(found, "violence.yaml")
    path = HERE / golden
    if rewrite_golden:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_the_old_plan_only_gains_lines_but_where_text_was_plain(found: Rollover) -> None:
    before, after = THEME.splitlines(), old_file(found, "violence.yaml").splitlines()
    gone = [line for line in before if line not in after]
    assert [line.split(":")[0] for line in gone] == ["  - Raise awareness", "  - {ref"]


def test_a_plain_line_keeps_its_layout_on_both_sides(tmp_path: Path) -> None:
    lines = '  - Raise awareness # soon\n  - "of\n    this"\n'
    found = rolled(one_theme(tmp_path, f"theme: Violent crime\nactions:\n{lines}"))
    for text in (new_file(found, "violence.yaml"), old_file(found, "violence.yaml")):
        assert "\n  - action: Raise awareness # soon\n" in text
        assert '\n  - action: "of\n      this"\n' in text


def test_both_sides_can_be_read_back(found: Rollover, tmp_path: Path) -> None:
    plan = found.plan
    for work in next(iter(found.after.themes)).works:
        said = work.action.carried_from or ""
        assert could_name(said, plan)
        named = named_reference(said, plan)
        assert named
        assert named.work
        assert named.work.action.action == work.action.action


def test_only_meetings_to_come_are_copied(found: Rollover) -> None:
    assert new_file(found, "board.yaml") == dedent("""\
        meetings:
          # To come.
          - meeting: Board
            on: 7 June 2011
            items:
              - item: Next
                see: [VC1, violence]
        """)


def test_a_board_without_a_meeting_to_come_is_not_copied(tmp_path: Path) -> None:
    board = BOARD.replace("7 June 2011", "31 March 2011")
    found = rolled(anytown(tmp_path, board=board))
    assert [Path(each.path).name for each in found.rewrites if each.before is None] == [
        "plan.yaml",
        "violence.yaml",
    ]


def test_what_is_asked_of_a_meeting_to_come_is_left_with_the_old_plan(tmp_path: Path) -> None:
    board = BOARD + "        actions: [Think ahead]\n"
    found = rolled(anytown(tmp_path, board=board))
    assert "Think ahead" not in new_file(found, "board.yaml")
    assert [part.task.words for part in found.choice.left] == ["Report back", "Think ahead"]


def test_a_new_numbering_is_followed_by_what_names_it(tmp_path: Path) -> None:
    found = rolled(anytown(tmp_path), numbering="new", leave=("VC1",))
    text = new_file(found, "violence.yaml")
    assert next(line for line in text.splitlines() if "ref: " in line) == "  - ref: VC1"
    assert "  - {ref: VC2, action: Watch" in text
    assert "VC2 of Anytown Community Safety Agreement 2011/12}" in old_file(found, "violence.yaml")
    theme = THEME.replace("see: [VC3, VC1]", "see: VC2")
    again = rolled(anytown(tmp_path, violence=theme), numbering="new", leave=("VC1",))
    assert "\nsee: VC1\n" in new_file(again, "violence.yaml")


def test_a_milestone_alone_takes_its_action_along(tmp_path: Path) -> None:
    found = rolled(anytown(tmp_path), take=("VC1.3",))
    text = new_file(found, "violence.yaml")
    assert "Strategy put to boards" in text
    assert "Needs assessed" not in text
    assert text.count("carried_from: VC1.3 of") == text.count("carried_from: VC1 of") == 1
    old = old_file(found, "violence.yaml")
    assert old.count("state: carried forward") == 1
    assert "carried_to: VC1.1 of" in old
    assert [part.task.ref for part in found.choice.left] == [
        "VC1.2", "VC2", "violence.4", "VC7", "5.1",
    ]  # fmt: skip


def test_an_action_that_is_due_itself_stays_while_a_milestone_of_it_does(tmp_path: Path) -> None:
    theme = THEME.replace("    action: Write a strategy\n", "    action: W\n    due: March 2011\n")
    found = rolled(anytown(tmp_path, violence=theme), take=("VC1.3",))
    text = new_file(found, "violence.yaml")
    assert "March 2011\n    milestones" not in text
    assert "    action: W\n    lead" in text
    assert found.choice.left[0].task.ref == "VC1"


def test_the_last_agreed_date_is_due_and_what_is_over_is_said_to_be(tmp_path: Path) -> None:
    theme = """
        theme: T
        why: Nothing to say
        actions:
          - ref: A1
            action: a
            due: TBC
            progress: [{on: 1 July 2010, due: March 2011, reason: r}]
            note: To be done by May 2010
            measure: 20 sessions in 2010/11
            to_review: An older line
            carried_to: the plan of somebody else
    """
    found = rolled(one_theme(tmp_path, theme))
    work = theme_of(found).actions[0]
    assert work.due == "March 2011"
    assert work.to_review == (
        "An older line",
        "note: names 2010",
        "measure: names 2010/11",
        "due: `March 2011` is before 2011/12; agree a new date",
    )
    assert (work.carried_from or "").endswith("; first due TBC")
    assert work.carried_to is None
    assert f"carried_to: A1 of {NEW}; also the plan of somebody else" in old_file(
        found, "violence.yaml"
    )


def test_everything_that_a_chapter_holds_is_looked_at(tmp_path: Path) -> None:
    theme = """
        theme: T
        period: 2010/11
        outcomes: Less in 2010/11
        to_review: Old line
        sections: {heading: H, text: Recently it rose.}
        quotations: {quotation: Next year will be better}
        drivers: {driver: An Act of 2010, means: It will change all}
        tables: {table: Crimes, columns: [a, b], rows: [[x, 1]]}
        funding: {table: Money, columns: [a, b], rows: [[x, £1]]}
        expectations:
          source: S
          expects: [{ref: 1, expectation: E, response: In 2010 we did, see: A1}]
        sub_themes:
          sub_theme: S
          why: Up to 2009/10 it rose; 2010 saw 2010 people, £2010, and 2010 more; in 2011 none
        actions: [{ref: A1, action: a, progress: {on: 1 May 2010, state: stopped}}]
    """
    theme_model = theme_of(rolled(one_theme(tmp_path, theme)))
    assert theme_model.to_review == (
        "Old line",
        "period: 2010/11 does not reach the end of 2011/12",
        "outcome 1: names 2010/11",
        'section H: says "recently"',
        'driver An Act of 2010: says "will"',
        'quotation 1: says "next year"',
        "expectation 1: names 2010",
        "table Crimes: copied as it was; bring its figures up to date",
        "funding Money: copied as it was; bring its figures up to date",
        "see: `A1` was not carried forward, and is left out",
    )
    sub_theme = theme_model.sub_themes[0]
    assert sub_theme.to_review == ("why: names 2010 (3 times) and 2011",)


def test_indicators_keep_their_series_and_lose_what_they_aimed_at(tmp_path: Path) -> None:
    theme = """
        theme: T
        indicators:
          - indicator: With periods
            target: {2010/11: 5, 2011/12: 4, whenever: 3}
            baseline: 9
            values: {2010/11: {value: 6 (provisional), note: n}, Q1 2011/12: not published}
            direction: improved
            exception: concern
            explanation: It will fall
            rows: {row: North, target: 1, values: {2010/11: "2"}, rating: red}
          - {indicator: Watched, polarity: monitor, target: 3, values: 7}
          - {indicator: Over, target: {2009/10: 3, 2010/11: 2}}
    """
    found = rolled(one_theme(tmp_path, theme))
    first, watched, over = theme_of(found).indicators
    assert {period: each[-1].value for period, each in first.baseline.items()} == {
        "2010/11": "6 (provisional)"
    }
    assert list(first.target) == ["2011/12", "whenever"]
    assert len(first.values) == 2
    assert (first.direction, first.exception) == (None, None)
    assert dict(first.rows[0].target) == {}
    assert first.rows[0].rating is None
    assert first.rows[0].baseline["2010/11"][-1].value == "2"
    assert (dict(watched.target), dict(watched.baseline), dict(over.target)) == ({}, {}, {})
    assert theme_of(found).to_review == (
        'indicator With periods: says "will"',
        "indicator With periods: set a target for 2011/12; it was 5 (2010/11)",
        "indicator With periods: set targets for 2011/12 in its rows",
        "indicator With periods: its baseline is the last figure now; check the other targets",
        "indicator Over: set a target for 2011/12; it was 3 (2009/10), 2 (2010/11)",
    )


def test_what_an_indicator_named_and_is_left_out_is_said_of_its_theme(tmp_path: Path) -> None:
    theme = """
        theme: T
        actions:
          - {ref: A1, action: a, due: TBC, progress: {on: 1 July 2010, state: complete}}
          - {ref: A2, action: b, due: TBC}
        sub_themes:
          - sub_theme: S
            indicators:
              - indicator: I
                see: [A1, A2]
                rows: [{row: North, see: A1}]
              - {indicator: J, see: A1}
    """
    found = rolled(one_theme(tmp_path, theme))
    (part,) = theme_of(found).sub_themes
    assert [indicator.see for indicator in part.indicators] == [("A2",), ()]
    assert part.to_review == (
        "indicator I: see: `A1` was not carried forward, and is left out",
        "indicator J: see: `A1` was not carried forward, and is left out",
    )
    assert found.to_review["T"] == len(part.to_review)


def test_a_title_without_the_years_is_put_before_somebody(tmp_path: Path) -> None:
    plan = PLAN.replace("Agreement 2010/11", "Agreement[^a]") + "notes: {a: b}\nto_review: Line\n"
    found = rolled(anytown(tmp_path, plan=plan))
    assert found.after.title == "Anytown Community Safety Agreement 2011/12"
    assert found.after.plan
    assert found.after.plan.to_review == (
        "title: was `Anytown Community Safety Agreement[^a]`; see that the new one reads well",
        "Line",
        'summary: names 2010/11; says "will"',
    )


def test_the_old_plan_is_closed_if_asked(tmp_path: Path) -> None:
    found = rolled(anytown(tmp_path), close=True)
    assert "\nstatus: closed\n" in old_file(found, "plan.yaml")
    assert not load((Path(found.plan.path),), closed=False).closed


def test_crlf_and_a_byte_order_mark_are_kept(tmp_path: Path) -> None:
    plan = anytown(tmp_path)
    path = Path(plan.path) / "violence.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + THEME.replace("\n", "\r\n").encode())
    found = rolled(load((path.parent,)).plans[0])
    for text in (new_file(found, "violence.yaml"), old_file(found, "violence.yaml")):
        assert text.startswith("\ufeff# Violence")
        assert text.count("\n") == text.count("\r\n")
