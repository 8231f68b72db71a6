"""What is carried forward, what is left and what is closed."""

from pathlib import Path

import pytest
from rollover.anytown import BOARD, DAY, THEME, anytown, old_file, one_theme, rolled

from csplan.errors import CannotRunError
from csplan.load import load
from csplan.rollover import Choice, deeds
from csplan.rollover.choice import choose

ARISES = (
    "`5.1` arises from a meeting and stays with its minutes; write an action for it into a theme "
    "of the new plan"
)


def told(choice: Choice) -> tuple[list[str], list[str], list[str]]:
    carried = [part.task.ref for each in choice.carried for part in each.parts]
    left = [part.task.ref for part in choice.left]
    return carried, left, [part.task.ref for part in choice.closed]


@pytest.mark.parametrize(
    ("take", "leave", "carried", "left"),
    [
        ((), (), ["VC1.2", "VC1.3", "VC2", "violence.4", "VC7"], []),
        (("vc 1", "VC7"), (), ["VC1.2", "VC1.3", "VC7"], ["VC2", "violence.4"]),
        (("VC1.2",), (), ["VC1.2"], ["VC1.3", "VC2", "violence.4", "VC7"]),
        ((), ("VC1.2", "VC2"), ["VC1.3", "violence.4", "VC7"], ["VC1.2", "VC2"]),
        ((), ("VC1",), ["VC2", "violence.4", "VC7"], ["VC1.2", "VC1.3"]),
    ],
)
def test_what_is_open_is_divided_by_what_is_taken_or_left(
    take: tuple[str, ...],
    leave: tuple[str, ...],
    carried: list[str],
    left: list[str],
    tmp_path: Path,
) -> None:
    found = choose(anytown(tmp_path), DAY, take, leave)
    assert told(found) == (carried, [*left, "5.1"], ["VC1.1", "VC3", "5.2"])


@pytest.mark.parametrize(
    ("take", "leave", "words"),
    [
        (("VC2",), ("VC1",), "give what to take or what to leave, not both"),
        (("VC3",), (), "`VC3` is complete and is not carried forward"),
        (("VC1.1",), (), "`VC1.1` is complete and is not carried forward"),
        (
            ("violence.9",),
            (),
            "the plan has no action or milestone `violence.9`; did you mean `violence.4`?",
        ),
        (
            ("5.1",),
            (),
            ARISES,
        ),
    ],
)
def test_what_cannot_be_chosen_is_refused(
    take: tuple[str, ...], leave: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    with pytest.raises(CannotRunError) as refused:
        choose(anytown(tmp_path), DAY, take, leave)
    assert str(refused.value) == words


def test_an_action_whose_milestones_are_all_closed_is_closed(tmp_path: Path) -> None:
    theme = THEME.replace("        due: Quarter 3\n", "        due: May 2010\n").replace(
        "state: in progress\n          rating: amber\n", "state: stopped\n"
    )
    plan = anytown(tmp_path, violence=theme, board="meetings: []\n")
    first = deeds(plan, DAY)[0]
    assert [part.position.state for part in first.parts] == ["complete", "stopped", "not started"]
    with pytest.raises(CannotRunError, match=r"`VC1\.2` is stopped"):
        choose(plan, DAY, ("VC1.2",))


def test_an_action_that_is_closed_takes_its_milestones_with_it(tmp_path: Path) -> None:
    theme = THEME.replace(
        "    lead: Analyst, Sussex Police\n",
        "    lead: SCT\n    progress: {on: 1 May 2010, state: stopped}\n",
    )
    plan = anytown(tmp_path, violence=theme)
    assert told(choose(plan, DAY))[2] == ["VC1.1", "VC1.2", "VC1.3", "VC3", "5.2"]
    with pytest.raises(CannotRunError, match="`VC1` is "):
        choose(plan, DAY, ("VC1",))


def test_what_was_open_on_the_day_and_reported_since_is_refused(tmp_path: Path) -> None:
    theme = THEME.replace("{on: 1 July 2010, state: complete}", "{on: 5 April 2011, note: n}")
    plan = anytown(tmp_path, violence=theme)
    with pytest.raises(CannotRunError) as refused:
        rolled(plan)
    assert str(refused.value) == (
        "VC3 has a report of 5 April 2011, which is after 31 March 2011; give that day or a later "
        "one with `--on`, or leave it behind"
    )
    assert "VC3" not in told(rolled(plan, leave=("VC3",)).choice)[0]


def test_a_report_that_stands_there_already_is_refused(tmp_path: Path) -> None:
    theme = """
        theme: T
        actions:
          - ref: A1
            action: a
            due: TBC
            progress:
              - {on: 31 March 2011, state: carried forward, reason: r}
              - {on: 31 March 2011, state: in progress}
    """
    with pytest.raises(CannotRunError, match="A1: this is in the plan already"):
        rolled(one_theme(tmp_path, theme), reason="r")


def test_a_plan_without_anything_to_do_can_be_rolled_over(tmp_path: Path) -> None:
    found = rolled(one_theme(tmp_path, "theme: T\nwhy: Because\n"))
    assert told(found.choice) == ([], [], [])
    assert [each.before for each in found.rewrites] == [None, None]


def test_what_was_carried_forward_is_not_carried_again(tmp_path: Path) -> None:
    plan = one_theme(tmp_path, "theme: T\nactions: [{ref: A1, action: a, due: TBC}]\n")
    path = Path(plan.path) / "violence.yaml"
    path.write_text(old_file(rolled(plan), "violence.yaml"), encoding="utf-8")
    again = load((path.parent,)).plans[0]
    with pytest.raises(CannotRunError, match="has been carried forward already"):
        rolled(again, output=tmp_path / "other")


def test_a_board_alone_is_never_taken_from(tmp_path: Path) -> None:
    found = rolled(anytown(tmp_path, board=BOARD))
    assert old_file(found, "violence.yaml")
    assert all(Path(each.path).name != "board.yaml" for each in found.rewrites if each.before)
