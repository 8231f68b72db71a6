"""What the texts of `carried_from` and `carried_to` name."""

from pathlib import Path

import pytest
from support import workspace

from csplan.load import LoadedPlan
from csplan.query.carried import could_name, named_reference, names_title

PLAN = "title: Anytown agreement 09\npartnership: p\nperiod: {}\n"
THEME = """\
theme: T
actions:
  - {ref: VC9, action: a, milestones: [{milestone: m, due: May 2010}, {milestone: n, due: TBC}]}
  - {ref: CE - 2/11, action: b}
  - {ref: CE, action: c}
  - {ref: "9", action: d}
  - {ref: 10/12, action: e}
  - {ref: BEP (a), action: f}
  - {ref: 6c(i), action: g}
  - {ref: 6c, action: h}
"""


def plan(folder: Path, period: str = "2009/10", theme: str = THEME) -> LoadedPlan:
    return workspace(folder, theme, PLAN.format(period)).plans[0]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("VC9 of the agreement for 2009/10", "VC9"),
        ("vc 9 of the agreement for 2009/10", "VC9"),
        ("2009/10 plan, VC9", "VC9"),
        ("2009/10 plan (VC9).", "VC9"),
        ("VC9.2 of the agreement", "VC9.2"),
        ("VC9.3 of the agreement", None),
        ("VC90 of the agreement", None),
        ("2011/12 agreement, CE - 2/11", "CE - 2/11"),
        ("2011/12 agreement, ce-2/11", "CE - 2/11"),
        ("CE – 2/11, which was never begun", "CE"),
        ("the agreement, BEP (a)", "BEP (a)"),
        ("6c(i) of the agreement", "6c(i)"),
        ("6c (ii) of the agreement", "6c"),
        ("6c(ii) of the agreement", "6c"),
        ("9 of the agreement", "9"),
        ("action 9 of the agreement", "9"),
        ("the agreement, 9", "9"),
        ("the agreement of 9 May", None),
        ("the agreement for 10/12", None),
        ("the agreement for 2010/12", None),
        ("minutes, 10/12", "10/12"),
        ("the agreement's CE", "CE"),
        ("the agreement for 2009/10", None),
        ("Community Safety Agreement action plan 2012/13", None),
        ("   ", None),
        ("VC9 and CE", "VC9"),
    ],
)
def test_a_text_names_a_reference_of_the_plan(
    tmp_path: Path, text: str, reference: str | None
) -> None:
    found = named_reference(text, plan(tmp_path))
    assert (found and found.reference) == reference


def test_a_milestone_is_told_from_its_action(tmp_path: Path) -> None:
    read = plan(tmp_path)
    action, milestone = named_reference("VC9", read), named_reference("VC9.2", read)
    assert action
    assert action.work
    assert (action.work.action.action, action.item, action.file.stem) == ("a", None, "theme")
    assert milestone
    assert milestone.item
    assert (milestone.item.words, milestone.work) == ("n", action.work)


def test_what_a_broken_file_holds_is_named_too(tmp_path: Path) -> None:
    found = named_reference("vc9 of 2009/10", plan(tmp_path, theme=THEME + "nonsense: 1\n"))
    assert found
    assert (found.reference, found.work, found.item) == ("vc9", None, None)


def test_a_long_text_costs_little(tmp_path: Path) -> None:
    assert named_reference("VC 8 " * 100_000 + "VC9", plan(tmp_path)) is None


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("VC9 of the agreement for 2009/10", "2009/10", True),
        ("VC9 of the agreement for 2009/10", "2010/11", False),
        ("VC9 of the agreement for 2009-2010", "2009/10", True),
        ("VC9 of the agreement for 2009", "2009/10", True),
        ("VC9 of the agreement for 2009", "2008/09", False),
        ("VC9 of the agreement for 2009/10", "2009/10 to 2011/12", True),
        ("VC9, 2009/10 to 2011/12", "2009/10 to 2011/12", True),
        ("VC9, 2009/10 to 2011/12", "2009/10", False),
        ("VC9 of 2009/10, agreed in March 2009", "2009/10", True),
        ("VC9, as agreed in March 2009", "2010/11", True),
        ("VC9 of last year's agreement", "2009/10", True),
        ("VC9 of the agreement for 2009/12345", "2011/12", True),
        ("VC9 of the agreement for 2010/10", "2009/10", False),
        ("VC9 of the Anytown agreement (2008/09)", "2009/10", False),
        ("VC9 of 2009/10", "whenever", False),
    ],
)
def test_the_years_of_a_text_say_which_plan_it_may_mean(
    tmp_path: Path, text: str, period: str, *, expected: bool
) -> None:
    assert could_name(text, plan(tmp_path, period)) is expected


def test_a_plan_goes_by_its_title_and_by_its_folder(tmp_path: Path) -> None:
    read = plan(tmp_path / "anytown-2009")
    assert names_title("VC9 of the  Anytown Agreement 09", read)
    assert names_title("anytown-2009, VC9", read)
    assert not names_title("the agreement of Anytown", read)
    assert could_name("Anytown agreement 09, begun in 2001/02", read)
    other = workspace(tmp_path / "old", THEME, PLAN.format("2009/10").replace(" 09", "")).plans[0]
    assert not names_title("Anytown agreement, in the folder old", other)
