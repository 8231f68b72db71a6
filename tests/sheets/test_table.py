"""Tables as people send them: what Excel and its like save, and what is no table at all."""

import io
import sys
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csplan.errors import CannotRunError
from csplan.sheets import Table, read_table

WANTED = {"ref": "1.10", "new state": "Done", "note": "£3k – “on track”, é"}
NEEDED = ("ref", "new state")


def read(folder: Path, data: bytes, needed: tuple[str, ...] = (), name: str = "x.csv") -> Table:
    path = folder / name
    path.write_bytes(data)
    return read_table(path, needed)


def cells(table: Table) -> list[tuple[int, dict[str, str]]]:
    return [(number, dict(row)) for number, row in table.rows]


def text(separator: str = ",", line_end: str = "\r\n") -> str:
    head = separator.join(WANTED)
    row = separator.join(f'"{cell}"' for cell in WANTED.values())
    return f"{head}{line_end}{row}{line_end}"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_text_as_programs_save_it(
    tmp_path: Path, separator: str, encoding: str, line_end: str
) -> None:
    data = text(separator, line_end).encode(encoding)
    assert cells(read(tmp_path, data)) == [(2, WANTED)]
    assert cells(read(tmp_path, data, NEEDED)) == [(2, WANTED)]


def test_headings_as_people_leave_them(tmp_path: Path) -> None:
    table = read(tmp_path, b"Note: , NEW_State*,  Ref\r\na,b,c\r\n", NEEDED)
    assert table.headings == ("note", "new state", "ref")
    assert cells(table) == [(2, {"note": "a", "new state": "b", "ref": "c"})]


def test_columns_without_a_heading_and_with_the_same_one(tmp_path: Path) -> None:
    table = read(tmp_path, b"ref,,note,Note\na,b,c,d,e\nf\n,,,\n \n")
    assert table.headings == ("ref", "column b", "note", "note 2", "column e")
    assert cells(table) == [
        (2, {"ref": "a", "column b": "b", "note": "c", "note 2": "d", "column e": "e"}),
        (3, {"ref": "f", "column b": "", "note": "", "note 2": "", "column e": ""}),
    ]


def test_lines_above_the_headings_and_blank_rows_count(tmp_path: Path) -> None:
    data = b"Please fill in, by Friday, thanks, all, of, you\n\nref;new state\n\na, b;c\n"
    assert cells(read(tmp_path, data, NEEDED)) == [(5, {"ref": "a, b", "new state": "c"})]


def test_a_cell_of_several_lines_is_one_row(tmp_path: Path) -> None:
    data = b'ref,note\na,"one\r\ntwo, ""three"""\nb,c\n'
    rows = [(2, {"ref": "a", "note": 'one\r\ntwo, "three"'}), (3, {"ref": "b", "note": "c"})]
    assert cells(read(tmp_path, data)) == rows


def test_a_line_that_names_the_separator_is_no_row(tmp_path: Path) -> None:
    assert cells(read(tmp_path, b"sep=|\r\nref|a,b;c\r\nx|y\r\n")) == [
        (2, {"ref": "x", "a,b;c": "y"})
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty; there is no table in it"),
        (b"\r\n , \r\n", "is empty; there is no table in it"),
        (b"ref,note\n", r"has no column `new state`; keep the row with the headings"),
        (b"a,b\n1,2\n", r"has none of the columns `ref` and `new state` in its first 20 rows"),
        (b"\n" * 30 + b"ref,new state\n", "is empty"),
        (b'ref,new state\na,"b\nc,d\ne,f\n', "a quotation mark in row 2 has no partner"),
        (b'ref,new state\n"a"b,c\n', "a quotation mark in row 2 has no partner"),
        (b"ref,new state\n\x81,b", "is not text that can be read; save it as .xlsx or as CSV"),
        (b"ref\0,new state", "is not text that can be read"),
        (b"%PDF-1.7 ...", "is a PDF, not a sheet; save it as .xlsx or as CSV"),
        (b"<HTML><table>", "is a web page, not a sheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Excel or Word file; save it as .xlsx, or as CSV"),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "is protected by a password; take the password off and save it again, or as CSV",
        ),
        (b"PK\x03\x04 and nothing more", "is damaged and cannot be read; ask for it again"),
    ],
)
def test_what_is_no_table(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(CannotRunError, match=r"^`.*x\.csv`:? ") as problem:
        read(tmp_path, data, NEEDED)
    assert words in str(problem.value)


def test_two_columns_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="lacks the columns `ref` and `note`; keep the row"):
        read(tmp_path, b"new state\nx\n", ("ref", "new state", "note"))


def test_no_file_a_folder_and_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match=r"there is no file `.*none\.csv`; put quotes round"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(CannotRunError, match="is not a file; name a CSV or an Excel file"):
        read_table(tmp_path)
    loop = tmp_path / "loop.csv"
    loop.symlink_to(loop)
    with pytest.raises(CannotRunError, match="cannot be read: too many levels of symbolic links"):
        read_table(loop)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="is larger than the 20 MB"):
        read(tmp_path, b"a" * (20 * 1024 * 1024 + 1))


def workbook(rows: Sequence[Sequence[object]], formats: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page
    page.title = "Help"
    page["B2"] = "How to fill this in"
    page = book.create_sheet("Sheet")
    for row in rows:
        page.append(row)
    for place, number_format in (formats or {}).items():
        page[place].number_format = number_format
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_is_read_as_it_is_shown(tmp_path: Path) -> None:
    values = [
        *(datetime(2010, 9, 30), date(2010, 9, 1), 1.1, 12.0, 0.275, 3),  # noqa: DTZ001 - as Excel
        *(True, None, time(9, 30), "a\r\nb", "£é😀"),
    ]
    shown = [
        *("30 September 2010", "September 2010", "1.1", "12", "27.5%", "3"),
        *("TRUE", "", "09:30:00", "a\nb", "£é😀"),
    ]
    names = [f"c{number}" for number in range(len(values))]
    data = workbook([[], names, values], {"B3": 'mmm"d"-yy', "E3": "0.0%"})
    table = read(tmp_path, data, ("c0", "c4"), "x.xlsx")
    assert cells(table) == [(3, dict(zip(names, shown, strict=True)))]
    assert read(tmp_path, data).headings == ("column a", "how to fill this in")


def test_a_formula_without_a_value_is_shown_itself(tmp_path: Path) -> None:
    data = workbook([["ref", "new state"], ["=A1&B1", "b"]])
    assert cells(read(tmp_path, data, NEEDED)) == [(2, {"ref": "=A1&B1", "new state": "b"})]


def test_a_workbook_whose_size_is_written_down_wrongly(tmp_path: Path) -> None:
    data = workbook([["ref", "new state"], ["a", "b"]])
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'ref="A1:B2"', b'ref="A1"'))
    assert cells(read(tmp_path, packed.getvalue(), NEEDED)) == [(2, {"ref": "a", "new state": "b"})]


def test_a_row_whose_number_no_spreadsheet_has(tmp_path: Path) -> None:
    packed = io.BytesIO()
    data = workbook([["ref"], ["V1"]])
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'<row r="2"', b'<row r="999999999"'))
    assert read(tmp_path, packed.getvalue(), ("ref",), "x.xlsx").rows == ()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"word/document.xml": b"<x/>"}, "is no Excel workbook; save it as .xlsx or CSV"),
        ({"xl/workbook.xml": b"<x/>"}, "is damaged and cannot be read; open it in a spreadsheet"),
        ({"xl/workbook.xml": b" " * (101 * 1024 * 1024)}, "holds more than the 100 MB"),
    ],
)
def test_a_zip_that_is_no_workbook(tmp_path: Path, files: dict[str, bytes], words: str) -> None:
    with pytest.raises(CannotRunError, match=words):
        read(tmp_path, zipped(files))


def test_every_cut_of_a_workbook_is_read_or_refused(tmp_path: Path) -> None:
    data = workbook([["ref", "new state"], ["a", "b"]])
    for end in range(4, len(data), 97):
        with pytest.raises(CannotRunError, match=r"is damaged|is no Excel workbook"):
            read(tmp_path, data[:end], NEEDED)


def test_a_workbook_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook([["ref", "new state"]])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(CannotRunError, match="run `pip install openpyxl`, or use CSV"):
        read(tmp_path, data)
    assert cells(read(tmp_path, text().encode())) == [(2, WANTED)]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    with suppress(CannotRunError):
        assert read(folder, data).headings
