"""A folder to a workspace: healthy files are checked whatever is wrong beside them."""

from pathlib import Path

from support import BARE, PLAN, THEME, workspace, write_plan

from csplan.check import check
from csplan.load import load

ACTION = """\
theme: Alcohol
actions:
  - ref: L10
    action: Draft a strategy
    lead: Chief Inspector, Sussex Police
    due: July 2010
"""


def found(folder: Path) -> list[tuple[str, str]]:
    found = check(load((folder,)))
    return [(Path(each.path).name, each.rule) for each in found if each.rule not in BARE]


def test_a_broken_file_takes_no_healthy_neighbour_down(tmp_path: Path) -> None:
    write_plan(
        tmp_path,
        {
            "healthy.yaml": "theme: Roads\nsee: [L10, L10.1, broken, garbled]\n",
            "broken.yaml": "theme: [\nactions:\n  - ref: L10\n",
            "garbled.yaml": b"theme: Alcohol\n\x93\nactions:\n  - ref: 'L11'\n",
            "other.yaml": "theme: Other\nsee: [l11, L12]\n",
        },
    )
    assert found(tmp_path) == [
        ("broken.yaml", "yaml-syntax"),
        ("garbled.yaml", "encoding"),
        ("other.yaml", "unknown-ref"),
    ]


def test_without_a_plan_file_nothing_is_said_of_what_depends_on_it(tmp_path: Path) -> None:
    write_plan(tmp_path, {"plan.yaml": "title: [\n", "alcohol.yaml": ACTION})
    assert found(tmp_path) == [("plan.yaml", "yaml-syntax")]
    plan = load((tmp_path,)).plans[0]
    assert (plan.plan, plan.term, plan.agencies) == (None, None, None)


def test_an_unreadable_period_is_told_once(tmp_path: Path) -> None:
    write_plan(tmp_path, {"plan.yaml": PLAN.replace("2010/11", "soon"), "alcohol.yaml": ACTION})
    assert found(tmp_path)[0] == ("plan.yaml", "unreadable-period")
    assert [rule for _, rule in found(tmp_path)].count("unreadable-period") == 1


def test_an_unreadable_first_month_is_told(tmp_path: Path) -> None:
    write_plan(tmp_path, {"plan.yaml": PLAN + "year_starts: Aprul\n"})
    assert found(tmp_path) == [("plan.yaml", "unreadable-period")]


def test_themes_stand_in_the_order_of_the_plan(tmp_path: Path) -> None:
    files = {f"{name}.yaml": THEME for name in "abcd"}
    write_plan(tmp_path, {"plan.yaml": PLAN + "themes: [c, a]\n", **files})
    assert [theme.stem for theme in load((tmp_path,)).plans[0].themes] == ["c", "a", "b", "d"]


def test_every_milestone_is_an_item_and_so_is_an_action_that_is_due_itself(tmp_path: Path) -> None:
    read = workspace(
        tmp_path,
        """\
        theme: Example
        actions:
          - ref: A1
            action: With milestones
            lead: Analyst, Sussex Police
            milestones:
              - milestone: One
                due: Q1
              - milestone: Two
                due: Q2
                lead: SCT
          - ref: A2
            action: Due itself, with a step before
            due: March 2011
            milestones:
              - milestone: Step
                due: Q3
          - ref: A3
            action: Without anything
        sub_themes:
          - sub_theme: Part
            actions:
              - ref: B1
                action: In a part
                due: Q4
        """,
    )
    items = [item for _, _, item in read.items]
    assert [item.address for item in items] == ["A1.1", "A1.2", "A2", "A2.1", "A3", "B1"]
    assert [item.words for item in items][-2:] == ["Without anything", "In a part"]
    assert [item.due and item.due.text for item in items] == [
        "Q1", "Q2", "March 2011", "Q3", None, "Q4",
    ]  # fmt: skip
    assert [[owner.agency for owner in item.owners] for item in items[:2]] == [
        ["Sussex Police"],
        ["Safer Communities Team"],
    ]
    assert [item.work.sub_theme for item in items][-2:] == ["", "Part"]


def test_places_outlive_the_text(tmp_path: Path) -> None:
    read = workspace(tmp_path, "theme: Example\nwhy: |\n  x\n")
    theme = read.plans[0].themes[0]
    assert theme.tree.value is None
    assert theme.tree.locate(("why",)) == (2, 6)


def test_unread_files_are_known(tmp_path: Path) -> None:
    write_plan(tmp_path, {"a.yaml": "theme: [\n", "b.yaml": THEME})
    assert load((tmp_path,)).unread == (str(tmp_path / "a.yaml"),)
    assert load((tmp_path / "b.yaml",)).unread == ()


def test_references_in_any_shape_outlive_a_broken_file(tmp_path: Path) -> None:
    write_plan(
        tmp_path,
        {
            "broken.yaml": 'actions: [\n - {ref: A1, action: x}\n - "ref": "A2"\n - ref: EP (a)\n',
            "healthy.yaml": "theme: Roads\nsee: [A1, A2, ep(a), A1.2, A9]\n",
        },
    )
    assert found(tmp_path) == [("broken.yaml", "yaml-syntax"), ("healthy.yaml", "unknown-ref")]


def test_a_file_of_which_nothing_is_known_may_hold_anything(tmp_path: Path) -> None:
    write_plan(
        tmp_path,
        {"broken.yaml": "ref: A1".encode("utf-16"), "healthy.yaml": "theme: Roads\nsee: A9\n"},
    )
    assert found(tmp_path) == [("broken.yaml", "encoding")]


def test_a_plan_for_a_calendar_year_starts_in_january(tmp_path: Path) -> None:
    for period, first in (("2010", 1), ("2010/11", 4), ("2010 to 2012", 4)):
        read = workspace(tmp_path, plan=PLAN.replace("2010/11\nagencies", f"{period}\nagencies"))
        assert read.plans[0].term
        assert read.plans[0].term.starts_month == first


def test_a_file_is_one_of_meetings_even_if_it_has_none(tmp_path: Path) -> None:
    read = load((write_plan(tmp_path, {"board.yaml": "meetings:\n"}),))
    assert [each.message for each in read.complaints] == ["`meetings` has no value"]
    assert [board.stem for board in read.plans[0].boards] == ["board"]
