"""One action's life through plans, compared with plain values."""

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from support import write_plan

from csplan.console.lives import lasted
from csplan.dates import Days
from csplan.errors import CannotRunError
from csplan.load import Workspace, load
from csplan.load.neighbours import load_neighbours
from csplan.query.history import Beginning, Life, history

DAY = date(2012, 6, 1)


def year(folder: Path, first: int, theme: str, name: str = "", **keys: str) -> Path:
    """A plan of the year that begins in April of `first`."""
    plan = {"title": "Agreement", "partnership": "P", "period": f"{first}/{(first + 1) % 100:02}"}
    head = "".join(f"{key}: {value}\n" for key, value in (plan | keys).items())
    files = {"plan.yaml": head, "t.yaml": f"theme: T\n{dedent(theme)}"}
    return write_plan(folder / (name or f"p{first}"), files)


def actions(*rows: str) -> str:
    return "actions:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


def refs(life: Life) -> list[str]:
    return [f"{stage.task.plan.path[-4:]} {stage.task.ref}" for stage in life.stages]


def lives(folder: Path, ref: str, as_at: date = DAY) -> list[list[str]]:
    return [refs(life) for life in history(load((folder,)), ref, as_at)]


@pytest.fixture(name="chain")
def _chain(tmp_path: Path) -> Path:
    year(
        tmp_path, 2009, actions("ref: A, action: a, carried_to: B of 2010/11", "ref: Z, action: z")
    )
    year(
        tmp_path,
        2010,
        actions(
            "ref: B, action: b, due: May 2010, progress: [{on: 1 May 2010, due: July 2010},"
            " {on: 1 March 2010, state: in progress}]"
        ),
    )
    done = "{on: 30 May 2012, state: complete}"
    year(
        tmp_path,
        2011,
        actions(f"ref: C, action: c, carried_from: '2010/11 plan, B', progress: {done}"),
    )
    return tmp_path


@pytest.mark.parametrize("ref", ["A", "b", "C"])
def test_a_chain_is_followed_both_ways_from_wherever(chain: Path, ref: str) -> None:
    assert lives(chain, ref) == [["2009 A", "2010 B", "2011 C"]]


def test_what_was_said_is_in_order_and_only_up_to_the_day(chain: Path) -> None:
    (life,) = history(load((chain,)), "C", DAY)
    assert [(said.day, said.ref) for said in life.stages[1].said] == [
        (date(2010, 3, 1), "B"),
        (date(2010, 5, 1), "B"),
    ]
    assert [stage.from_here for stage in life.stages] == [False, True, True]
    assert [stage.to_here for stage in life.stages] == [True, True, False]
    assert (life.began, life.ended) == (Beginning(date(2010, 3, 1), "report"), date(2012, 5, 30))
    (early,) = history(load((chain,)), "C", date(2010, 4, 1))
    assert [len(stage.said) for stage in early.stages] == [0, 1, 0]
    assert (early.ended, early.days) == (None, Days(date(2010, 3, 1), date(2010, 4, 1)))
    (silent,) = history(load((chain,)), "C", date(2010, 2, 28))
    assert silent.days == Days(date(2009, 4, 1), date(2010, 2, 28))
    (before,) = history(load((chain,)), "C", date(2009, 3, 31))
    assert before.days is None


def test_what_both_plans_say_is_one_link(tmp_path: Path) -> None:
    year(tmp_path, 2009, actions("ref: A, action: a, carried_to: B of 2010/11"))
    year(tmp_path, 2010, actions("ref: B, action: b, carried_from: A of 2009/10"))
    assert lives(tmp_path, "A") == [["2009 A", "2010 B"]]


def test_a_circle_ends(tmp_path: Path) -> None:
    year(tmp_path, 2009, actions("ref: A, action: a, carried_from: B of 2010/11"))
    year(tmp_path, 2010, actions("ref: B, action: b, carried_from: A of 2009/10"))
    assert lives(tmp_path, "A") == [["2009 A", "2010 B"]]


def test_an_action_does_not_come_from_its_own_plan(tmp_path: Path) -> None:
    year(tmp_path, 2009, actions("ref: A, action: a, carried_from: A of 2009/10"))
    (life,) = history(load((tmp_path,)), "A", DAY)
    assert (refs(life), life.stages[0].from_here) == (["2009 A"], False)


@pytest.mark.parametrize("asked", ["A0", "A6", "A11"])
def test_twelve_years_are_followed_from_wherever(tmp_path: Path, asked: str) -> None:
    for number in range(12):
        before = f", carried_from: A{number - 1} of the plan before" if number else ""
        year(tmp_path, 2000 + number, actions(f"ref: A{number}, action: a{before}"))
    assert lives(tmp_path, asked) == [[f"{2000 + number} A{number}" for number in range(12)]]


@pytest.mark.parametrize("asked", ["A0", "A1", "A2"])
def test_a_circle_through_three_years_ends(tmp_path: Path, asked: str) -> None:
    for number in range(3):
        other = (number + 1) % 3
        to = f"carried_to: A{other} of {2009 + other}/{10 + other}"
        year(tmp_path, 2009 + number, actions(f"ref: A{number}, action: a, {to}"))
    assert lives(tmp_path, asked) == [["2009 A0", "2010 A1", "2011 A2"]]


def test_what_became_two_is_two_lives(tmp_path: Path) -> None:
    year(tmp_path, 2009, actions("ref: A, action: a"))
    year(
        tmp_path,
        2010,
        actions("ref: B, action: b, carried_from: A", "ref: C, action: c, carried_from: A"),
    )
    assert lives(tmp_path, "B") == [["2009 A", "2010 B"]]
    assert lives(tmp_path, "C") == [["2009 A", "2010 C"]]
    assert lives(tmp_path, "A") == [["2009 A", "2010 B"], ["2009 A", "2010 C"]]


def test_what_became_two_under_the_same_reference_too_is_two_lives(tmp_path: Path) -> None:
    year(tmp_path, 2009, actions("ref: A, action: a"), name="p2-2009")
    rows = ("ref: A, action: b, carried_from: A of 2009/10",)
    year(tmp_path, 2010, actions(*rows, rows[0].replace("ref: A", "ref: C")), name="p1-2010")
    assert lives(tmp_path, "A") == [["2009 A", "2010 A"], ["2009 A", "2010 C"]]


def test_of_two_that_became_one_each_has_its_own_life(tmp_path: Path) -> None:
    rows = ("ref: A, action: a, carried_to: C of 2010/11", "ref: B, action: b, carried_to: C")
    year(tmp_path, 2009, actions(*rows))
    year(tmp_path, 2010, actions("ref: C, action: c"))
    assert lives(tmp_path, "A") == [["2009 A", "2010 C"]]
    assert lives(tmp_path, "C") == [["2009 B", "2009 A", "2010 C"]]


def test_the_nearest_earlier_plan_is_meant_if_no_year_is_named(tmp_path: Path) -> None:
    for first in (2007, 2008, 2009, 2011, 2012):
        year(tmp_path, first, actions("ref: A, action: a"))
    year(tmp_path, 2010, actions("ref: B, action: b, carried_from: A of last year's agreement"))
    assert lives(tmp_path, "B") == [["2009 A", "2010 B"]]
    year(tmp_path, 2010, actions("ref: B, action: b, carried_to: A of the next agreement"))
    assert lives(tmp_path, "B") == [["2010 B", "2011 A"]]
    year(tmp_path, 2010, actions("ref: B, action: b, carried_from: A of 2007/08"))
    assert lives(tmp_path, "B") == [["2007 A", "2010 B"]]


def test_another_partnerships_plan_is_meant_only_by_name(tmp_path: Path) -> None:
    year(tmp_path, 2009, actions("ref: A, action: a"), partnership="Q", name="other-2009")
    year(tmp_path, 2010, actions("ref: B, action: b, carried_from: A of 2009/10"))
    assert lives(tmp_path, "B") == [["2010 B"]]
    year(tmp_path, 2010, actions("ref: B, action: b, carried_from: A of other-2009"))
    assert lives(tmp_path, "B") == [["2009 A", "2010 B"]]


def test_a_milestone_follows_its_action_by_its_words(tmp_path: Path) -> None:
    steps = "milestones: [{milestone: One}, {milestone: Two, progress: {on: 1 May 2010, note: n}}]"
    year(tmp_path, 2009, actions(f"ref: A, action: a, {steps}"))
    year(
        tmp_path,
        2010,
        actions("ref: B, action: b, carried_from: A, milestones: [{milestone: two, start: TBC}]"),
    )
    assert lives(tmp_path, "B.1") == [["2009 A.2", "2010 B.1"]]
    (life,) = history(load((tmp_path,)), "A", DAY)
    assert [said.ref for said in life.stages[0].said] == ["A.2"]


def test_a_milestone_can_come_from_an_action(tmp_path: Path) -> None:
    year(tmp_path, 2009, actions("ref: A, action: a"))
    step = "{milestone: m, carried_from: A of 2009/10, start: June 2010}"
    year(tmp_path, 2010, actions(f"ref: B, action: b, milestones: [{step}]"))
    assert lives(tmp_path, "A") == [["2009 A", "2010 B.1"]]
    (life,) = history(load((tmp_path,)), "B.1", DAY)
    assert life.began == Beginning(date(2010, 6, 1), "start")


def test_the_same_reference_in_plans_without_a_link_has_several_lives(tmp_path: Path) -> None:
    year(tmp_path, 2009, actions("ref: A, action: a"))
    year(tmp_path, 2010, actions("ref: A, action: b, start: June 2010"))
    assert lives(tmp_path, "A") == [["2009 A"], ["2010 A"]]
    asked = load((tmp_path / "p2010",))
    (life,) = history(load_neighbours(asked), "A", DAY, asked)
    assert (refs(life), life.began) == (["2010 A"], Beginning(date(2010, 6, 1), "start"))


def test_a_plan_without_a_period_has_no_beginning(tmp_path: Path) -> None:
    year(tmp_path, 2009, actions("ref: A, action: a"), period="whenever")
    year(tmp_path, 2010, actions("ref: B, action: b, carried_from: A"))
    (life,) = history(load((tmp_path,)), "A", DAY)
    assert refs(life) == ["2010 B", "2009 A"]
    (alone,) = history(load((tmp_path / "p2009",)), "A", DAY)
    assert (alone.began, alone.days) == (None, None)


def test_a_broken_neighbour_does_no_harm(tmp_path: Path) -> None:
    year(tmp_path, 2009, actions("ref: A, action: a") + "nonsense: 1\n")
    write_plan(
        tmp_path / "p2008", {"plan.yaml": "title: x\n", "t.yaml": actions("ref: A, action: a")}
    )
    year(tmp_path, 2010, actions("ref: B, action: b, carried_from: A of 2009/10"))
    assert lives(tmp_path, "B") == [["2010 B"]]


def test_a_reference_that_no_plan_has(chain: Path) -> None:
    workspace = load((chain,))
    with pytest.raises(CannotRunError, match=r"no plan has `Q`$"):
        history(workspace, "Q", DAY)
    only = load((chain / "p2011",))
    with pytest.raises(CannotRunError, match=r"no plan has `Z`$"):
        history(workspace, "Z", DAY, only)


def paths(workspace: Workspace) -> list[str]:
    return [Path(plan.path).name for plan in workspace.plans]


def test_the_plans_beside_a_plan_are_read_too(chain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths(load_neighbours(load((chain / "p2010",)))) == ["p2010", "p2009", "p2011"]
    assert paths(load_neighbours(load((chain / "p2010" / "t.yaml",)))) == [
        "p2010",
        "p2009",
        "p2011",
    ]
    monkeypatch.chdir(chain / "p2010")
    assert paths(load_neighbours(load((Path(),)))) == ["", "p2009", "p2011"]
    monkeypatch.chdir(chain)
    assert paths(load_neighbours(load((Path(),)))) == ["p2009", "p2010", "p2011"]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2010, 4, 1), date(2010, 4, 1), "1 day"),
        (date(2010, 4, 1), date(2010, 5, 30), "60 days"),
        (date(2010, 4, 1), date(2010, 5, 31), "2 months"),
        (date(2010, 4, 1), date(2011, 3, 31), "1 year"),
        (date(2010, 4, 1), date(2011, 4, 30), "1 year and 1 month"),
        (date(2010, 4, 15), date(2012, 10, 13), "2 years and 5 months"),
        (date(2010, 4, 15), date(2199, 12, 31), "189 years and 8 months"),
    ],
)
def test_how_long_days_last(first: date, last: date, words: str) -> None:
    assert lasted(Days(first, last)) == words
