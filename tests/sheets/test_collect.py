"""What goes out: which rows, in which sheet, with what in each cell, and how the file is made."""

import csv
import io
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from filling import fill
from support import PLAN, workspace, write_plan

from csplan.errors import CannotRunError
from csplan.load import load
from csplan.query import read_filter
from csplan.sheets import Format, Sheet, advice, collect, read_table, sheet_files, write_sheets
from csplan.sheets.columns import COLUMNS

AS_AT = date(2010, 10, 15)
THEME = """\
theme: Example theme
actions:
  - ref: A1
    action: Run a campaign
    due: TBC
    lead: SCT
    milestones:
      - milestone: Campaign planned
        due: Quarter 1
        lead: ['Inspector, Sussex Police', 'Manager, SCT']
        progress:
          - on: 2 July 2010
            state: in progress
            rating: amber
            note: |
              Late

              again
            due: 30 November 2010
            reason: Asked for
      - milestone: Campaign run
        due: Quarterly
        progress:
          - {on: 1 July 2010, covers: Q1, note: Met}
      - milestone: Campaign over
        lead: Somebody
      - milestone: Campaign closed
        due: June 2010
        progress: [{on: 1 July 2010, state: complete}]
  - action: Write it all down
"""


def dicts(sheet: Sheet) -> list[dict[str, str]]:
    names = [column.name for column in COLUMNS]
    rows = [dict(zip(names, row, strict=True)) for row in sheet.rows]
    return [{name: cell for name, cell in row.items() if cell} for row in rows]


def test_each_agency_has_a_sheet_of_what_is_open(tmp_path: Path) -> None:
    police, team, nobody = collect(workspace(tmp_path, THEME), AS_AT)
    assert [(each.agency, each.name) for each in (police, team, nobody)] == [
        ("Sussex Police", "sussex-police"),
        ("Safer Communities Team", "safer-communities-team"),
        ("", "no-agency"),
    ]
    planned = {
        "plan": "Anytown Community Safety Agreement 2010/11",
        "agency": "Sussex Police",
        "ref": "A1.1",
        "action": "Run a campaign",
        "milestone": "Campaign planned",
        "due": "30 November 2010",
        "due by": "30 November 2010",
        "lead": "Inspector, Sussex Police; Manager, SCT",
        "state": "in progress",
        "rating": "amber",
        "last report": "2 July 2010",
        "last note": "Late again",
    }
    assert dicts(police) == [planned]
    whole, same, run = dicts(team)
    assert same == {**planned, "agency": "Safer Communities Team"}
    assert (whole["ref"], whole["due"], whole["lead"]) == ("A1", "TBC", "SCT")
    assert "milestone" not in whole
    assert (run["period"], run["due by"]) == ("July to September 2010", "30 September 2010")
    assert [row["ref"] for row in dicts(nobody)] == ["A1.3", "theme.2"]
    assert {row["agency"] for row in dicts(nobody)} == {"no agency named"}


def test_what_is_asked_for(tmp_path: Path) -> None:
    found = workspace(tmp_path, THEME)
    every = collect(found, AS_AT, every=True)
    assert [row["ref"] for row in dicts(every[1])] == ["A1", "A1.1", "A1.2", "A1.4"]
    (team,) = collect(found, AS_AT, read_filter(found, "SCT", None))
    assert (team.name, len(team.rows)) == ("safer-communities-team", 3)
    earlier = collect(found, date(2010, 4, 1))
    assert dicts(earlier[0])[0]["due"] == "Quarter 1"
    assert dicts(earlier[1])[2]["period"] == "April to June 2010"


def test_plans_without_work_or_a_plan_file(tmp_path: Path) -> None:
    assert collect(workspace(tmp_path / "a"), AS_AT) == ()
    found = workspace(tmp_path / "b", THEME, "title: x\n")
    (nobody,) = collect(found, AS_AT)
    assert nobody.name == "no-agency"
    assert "period" not in dicts(nobody)[2]


def test_names_of_files_are_their_own(tmp_path: Path) -> None:
    agencies = "agencies: [No agency, CON, '???', Sussex Police, sussex police!]"
    plan = PLAN.partition("agencies:")[0] + agencies + "\n"
    theme = "theme: x\nactions:\n" + "".join(
        f"  - {{ref: A{n}, action: a, lead: {name}}}\n"
        for n, name in enumerate(
            ("No agency", "CON", "'???'", "Sussex Police", "sussex police!", "x")
        )
    )
    names = [each.name for each in collect(workspace(tmp_path, theme, plan), AS_AT)]
    wanted = ["no-agency-2", "con-2", "agency", "sussex-police", "sussex-police-2", "no-agency"]
    assert names == wanted


def test_an_agency_of_two_plans_has_one_sheet(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_plan(
            tmp_path / name,
            {"theme.yaml": THEME, "plan.yaml": PLAN.replace("2010/11\np", f"{name}\np")},
        )
    police, *_ = collect(load((tmp_path,)), AS_AT)
    assert [row["plan"] for row in dicts(police)] == [
        f"Anytown Community Safety Agreement {name}" for name in ("a", "b")
    ]


HOSTILE = (
    *("=1+1", "@SUM(A1)", "+44 1323", "-1", "#N/A", "TRUE", "1.10", "10/11", "30 September 2010"),
    *("<b>x</b> & ]]>", '"quoted", “so”; it', "😀 é £", "[red]: yes", "_x0041_", "x" * 40_000),
)


def hostile() -> str:
    lines = "".join(
        f"  - {{ref: 'A{n}', action: '{text}', lead: SCT}}\n" for n, text in enumerate(HOSTILE)
    )
    return f"theme: Example theme\nactions:\n{lines}"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_hostile_text_is_only_text(tmp_path: Path, form: Format) -> None:
    (team,) = collect(workspace(tmp_path / "plan", hostile()), AS_AT)
    files = sheet_files([team], form, AS_AT)
    (path,) = write_sheets(tmp_path / "out", files, [tmp_path / "plan"])
    actions = [row.cells["action"] for row in read_table(path).rows]
    defused = [text if form == "xlsx" or text[0] not in "=@+" else f"'{text}" for text in HOSTILE]
    assert actions[:-1] == defused[:-1]
    assert actions[-1] == "x" * 2000 + "…"


def test_a_workbook_is_text_with_lists_to_choose_from(tmp_path: Path) -> None:
    (team,) = collect(workspace(tmp_path, hostile()), AS_AT)
    data = sheet_files([team], "xlsx", AS_AT)["safer-communities-team.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(data))
    page, how = book.worksheets
    assert [cell.value for cell in how["A"]] == list(advice())
    assert how.title == "How to fill this in"
    assert [cell.value for cell in page[1]] == [column.name for column in COLUMNS]
    cells = [cell for row in page.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert all(cell.alignment.wrap_text for cell in cells)
    unlocked = {cell.column for cell in cells if not cell.protection.locked}
    assert unlocked == {n for n, column in enumerate(COLUMNS, 1) if column.is_answer}
    assert all(cell.protection.locked for cell in page[1])
    assert page.protection.sheet
    offers = {str(each.sqref): each.formula1 for each in page.data_validations.dataValidation}
    assert offers == {
        "N2:N16": '"not started,in progress,on hold,complete,stopped,carried forward"',
        "O2:O16": '"red,amber,green,blue,grey,not rated"',
    }
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == (
        "A2",
        "A1:T16",
        "$1:$1",
    )
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("as_at", [AS_AT, date(1979, 4, 1)])
def test_the_same_sheet_gives_the_same_bytes(tmp_path: Path, form: Format, as_at: date) -> None:
    (team,) = collect(workspace(tmp_path, hostile()), AS_AT)
    once = sheet_files([team], form, as_at)
    assert sheet_files([team], form, as_at) == once
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(*once.values()))
        assert book.properties.modified.date() == book.properties.created.date() == as_at


def test_a_csv_sheet_has_its_headings_first(tmp_path: Path) -> None:
    police, *_ = collect(workspace(tmp_path, THEME), AS_AT)
    (data,) = sheet_files([police], "csv", AS_AT).values()
    assert data.startswith(b"\xef\xbb\xbfplan,agency,ref,")
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    assert len(list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))) == 2


def test_a_workbook_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(
        CannotRunError, match=r"--format xlsx needs openpyxl, .* or use CSV instead"
    ):
        sheet_files([Sheet("", "x", ())], "xlsx", AS_AT)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_answers_are_not_written_over(tmp_path: Path, form: Format) -> None:
    plan = tmp_path / "plan"
    sheets = collect(workspace(plan, THEME), AS_AT)
    files = sheet_files(sheets, form, AS_AT)
    out = tmp_path / "out"
    paths = write_sheets(out, files, [plan])
    assert write_sheets(out, files, [plan]) == paths
    fill(paths[0], {2: {"note": "x"}})
    paths[2].write_bytes(b"something else")
    before = [path.read_bytes() for path in paths]
    with pytest.raises(
        CannotRunError,
        match=rf"`sussex-police.{form}` and `no-agency.{form}` in `.*out` may hold answers",
    ):
        write_sheets(out, files, [plan])
    assert [path.read_bytes() for path in paths] == before
    write_sheets(out, files, [plan], force=True)
    assert [path.read_bytes() for path in paths] == list(files.values())


def test_nothing_is_written_into_a_plan(tmp_path: Path) -> None:
    sheets = collect(workspace(tmp_path, THEME), AS_AT)
    with pytest.raises(CannotRunError, match="is in the folder of a plan"):
        write_sheets(tmp_path / "sheets", sheet_files(sheets, "csv", AS_AT), [tmp_path])
