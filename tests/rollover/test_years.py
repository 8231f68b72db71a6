"""From the years of one plan to those of the next."""

from datetime import date
from pathlib import Path

import pytest
from rollover.anytown import PLAN, TODAY, anytown, one_theme, rolled
from support import write_plan

from csplan.dates import read_term
from csplan.errors import CannotRunError
from csplan.load import load
from csplan.rollover import Wanted, rollover
from csplan.rollover.years import hyphened, next_term, renamed

EARLY = "31 March 2010 is before the years of the plan (April 2010 to March 2011); correct `--on`"


@pytest.mark.parametrize(
    ("text", "old", "new", "made"),
    [
        ("Agreement 2010/11", "2010/11", "2011/12", "Agreement 2011/12"),
        ("Agreement 2010-11", "2010/11", "2011/12", "Agreement 2011-12"),
        ("Agreement 2010–2011", "2010/11", "2011/12", "Agreement 2011–2012"),
        ("Agreement 2010 to 2011", "2010/11", "2011/12", "Agreement 2011 to 2012"),
        ("Agreement 2010", "2010", "2011", "Agreement 2011"),
        ("Agreement 2010", "2010", "2011/12", "Agreement 2011/12"),
        ("Agreement 2008/11", "2008/11", "2011/14", "Agreement 2011/14"),
        ("2009/10 to 2010/11", "2009/10 to 2010/11", "2011/12", "2011/12"),
        ("2010/11 and 2010/11", "2010/11", "2012/13", "2012/13 and 2012/13"),
        ("Agreement 1999/00", "1999/2000", "2000/01", "Agreement 2000/01"),
        ("Agreement 2009/10", "2010/11", "2011/12", ""),
        ("Agreement 2010/12", "2010/11", "2011/12", ""),
        ("Agreement 2010", "2010/11", "2011/12", ""),
        ("Agreement", "2010/11", "2011/12", ""),
        ("Act 2010/11/12", "2010/11", "2011/12", ""),
        ("east-sussex-2010-11", "2010/11", "2011/12", "east-sussex-2011-12"),
        ("plan_2010_11_final", "2010/11", "2011/12", "plan_2011_12_final"),
        ("2010-11", "2010/11", "2011", "2011"),
    ],
)
def test_the_years_in_a_text_are_replaced(text: str, old: str, new: str, made: str) -> None:
    months = [1 if len(years) == 4 else 4 for years in (old, new)]
    terms = [read_term(years, month) for years, month in zip((old, new), months, strict=True)]
    assert renamed(text, terms[0], terms[1], new) == made


def test_years_are_written_with_a_hyphen_for_a_folder() -> None:
    assert hyphened(read_term("2011/12", 4)) == "2011-12"
    assert hyphened(read_term("2011", 1)) == "2011"


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("2010/11", "does not come after the years of"),
        ("2009/10", "does not come after the years of"),
        ("2012/12", "--to: `2012/12` is not a plan year"),
        ("soon", "--to: "),
    ],
)
def test_years_that_do_not_follow_are_refused(to: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(CannotRunError) as refused:
        next_term(anytown(tmp_path), to)
    assert words in str(refused.value)


def test_a_plan_whose_period_cannot_be_read_is_refused(tmp_path: Path) -> None:
    plan = anytown(tmp_path, plan=PLAN.replace("period: 2010/11", "period: 2010/10"))
    with pytest.raises(CannotRunError, match="has a period that cannot be read; run `csplan val"):
        rolled(plan)


def test_a_rolling_plan_may_share_years_with_the_next(tmp_path: Path) -> None:
    plan = anytown(tmp_path, plan=PLAN.replace("2010/11", "2010/13"))
    assert rolled(plan, "2011/14").after.title == "Anytown Community Safety Agreement 2011/14"


def test_the_new_folder_stands_beside_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = anytown(tmp_path)
    assert rolled(plan).folder == tmp_path / "anytown-2011-12"
    monkeypatch.chdir(plan.path)
    here = load((Path(),)).plans[0]
    assert rolled(here).folder == tmp_path / "anytown-2011-12"
    other = one_theme(tmp_path, "theme: T\n")
    assert rolled(other).folder == tmp_path / "anytown-2011-12"
    assert rolled(other, output=tmp_path / "deep" / "x").folder == tmp_path / "deep" / "x"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("anytown-2010-11", "is there already; name another folder with `--output`"),
        ("anytown-2010-11/new", "is in the folder of the old plan"),
        (".new", "no plan is looked for in `.new`"),
        ("new.yaml", "no plan is looked for in `new.yaml`"),
    ],
)
def test_a_folder_where_no_plan_can_stand_is_refused(name: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(CannotRunError) as refused:
        rolled(anytown(tmp_path), output=tmp_path / name)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2011, 5, 1), "1 May 2011 is still to come; give a day up to today"),
        (date(2010, 3, 31), EARLY),
    ],
)
def test_a_day_that_cannot_be_is_refused(on: date, words: str, tmp_path: Path) -> None:
    with pytest.raises(CannotRunError) as refused:
        rollover(anytown(tmp_path), Wanted("2011/12", on), TODAY)
    assert str(refused.value) == words


def test_a_plan_with_errors_is_refused(tmp_path: Path) -> None:
    folder = write_plan(tmp_path / "x", {"plan.yaml": PLAN, "a.yaml": "theme: T\nnone: x\n"})
    with pytest.raises(CannotRunError, match=r"a\.yaml` has errors, so nothing was written"):
        rolled(load((folder,)).plans[0])


def test_a_plan_that_would_have_errors_is_refused(tmp_path: Path) -> None:
    theme = "theme: T\nactions: [{ref: A1, action: a, due: TBC}]\nsee: X1\n"
    with pytest.raises(CannotRunError) as refused:
        rolled(one_theme(tmp_path, theme))
    assert str(refused.value) == (
        "nothing was written, because the new `violence.yaml` would have 1 error: `X1` is no "
        "action, milestone, expectation or theme of this plan; correct it, or name what lies "
        "outside the plan under `other_documents`; mend it in the old plan first"
    )
