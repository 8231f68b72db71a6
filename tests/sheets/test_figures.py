"""Sheets of figures, as those who count them send them."""

from pathlib import Path

import pytest

from csplan.edit import NewFigure
from csplan.errors import CannotRunError
from csplan.sheets import read_figures

SHEET = """\
Figures for the board;;;;
INDICATOR;Period:; Value ;Corrective_Action;Comment
NI 39;2011/12;998;More patrols;x
NI 39;2012/13;;;
Thefts;2011/12;£5k;;
;;;;
;2011/12;;;
"""


def sheet(folder: Path, data: str | bytes) -> Path:
    path = folder / "figures.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8-sig"))
    return path


def test_a_sheet_of_figures(tmp_path: Path) -> None:
    found = read_figures(sheet(tmp_path, SHEET), "1 May 2012")
    assert found.rows == (
        (
            3,
            NewFigure("NI 39", "2011/12", "998", on="1 May 2012", corrective_action="More patrols"),
        ),
        (5, NewFigure("Thefts", "2011/12", "£5k", on="1 May 2012")),
        (7, NewFigure("", "2011/12", "", on="1 May 2012")),
    )
    assert found.remarks == (
        (
            "the column `comment` is not used; those that are: `indicator`, `period`, `value`,"
            " `row`, `on`, `rating`, `note`, `explanation` and `corrective action`"
        ),
        "row 4 left out, because nothing is filled in",
    )


def test_a_day_of_its_own_counts_for_a_row(tmp_path: Path) -> None:
    text = (
        "value,on,period,indicator,row,explanations\n"
        "5,2/5/12,2011/12,NI 1,North,why\n,,a,b,,\n,,c,d,,\n"
    )
    found = read_figures(sheet(tmp_path, text), "1 May 2012")
    assert found.rows == ((2, NewFigure("NI 1", "2011/12", "5", "North", "2/5/12")),)
    assert found.remarks == (
        "the column `explanations` is not used; did you mean `explanation`?",
        "rows 3, 4 left out, because nothing is filled in",
    )


def test_a_sheet_that_is_nearly_blank(tmp_path: Path) -> None:
    text = "indicator,period,value\nNI 39,2011/12,5\n" + "NI 39,2012/13,\n" * 20_000
    found = read_figures(sheet(tmp_path, text))
    assert [number for number, _ in found.rows] == [2]
    (said,) = found.remarks
    assert said == (
        "rows 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 and 19,988 more left out, because nothing is "
        "filled in"
    )


def test_windows_text(tmp_path: Path) -> None:
    data = "Indicator\tPeriod\tValue\nThefts – cars\t2011/12\t£5".encode("cp1252")
    found = read_figures(sheet(tmp_path, data))
    assert found.rows == ((2, NewFigure("Thefts – cars", "2011/12", "£5")),)
    assert found.remarks == ()


def test_a_sheet_without_a_column_that_is_needed(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="has no column `value`; keep the row with"):
        read_figures(sheet(tmp_path, "indicator,period\nNI 39,2011/12\n"))
