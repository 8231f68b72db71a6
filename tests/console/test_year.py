"""A year in the life of a plan: reports from three agencies, a paper each quarter, a rollover.

What the test writes into the sheets it also keeps itself, so that every number that csplan gives
can be held against it.
"""

import csv
import io
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from support import Csplan

SHIPPED = Path(__file__).parents[2] / "plans/east-sussex-2010-11"
PLAN = Path("plans/east-sussex-2010-11")
# Each quarter's last day, and the board that looks back on it.
QUARTERS = {
    date(2010, 6, 30): date(2010, 7, 15),
    date(2010, 9, 30): date(2010, 10, 15),
    date(2010, 12, 31): date(2011, 1, 15),
    date(2011, 3, 31): date(2011, 4, 15),
}
SHEETS = ("safer-communities-team", "sussex-police", "surrey-and-sussex-probation-trust")
CLOSED = ("complete", "stopped", "carried forward")
ALL = 153
ACTIONS = 81


class Standing(NamedTuple):
    """Where the test knows a milestone to stand."""

    state: str = "not started"
    rating: str = ""
    due_by: str = ""
    is_moved: bool = False


Book = dict[str, Standing]


def answered(row: dict[str, str], end: date, number: int, known: Standing) -> Standing:
    """Fill in a row as its agency would, and say where it stands then."""
    if row["period"]:
        row.update({"new state": "In progress", "note": f"Report {number}"})
        return known._replace(state="in progress")
    is_due = bool(row["due by"]) and read(row["due by"]) <= end
    if is_due and number % 4 < 2:
        row.update({"new state": "Done", "reported on": end.strftime("%d/%m/%Y")})
        return known._replace(state="complete", rating="")
    if is_due and number % 4 == 2 and end.year < 2011:
        new = {6: "September 2010", 9: "December 2010", 12: "March 2011"}[end.month]
        row.update({"new due date": new, "reason": f'"Late", said {number}; see =A1'})
        last = {6: "2010-09-30", 9: "2010-12-31", 12: "2011-03-31"}[end.month]
        return known._replace(due_by=last, is_moved=True)
    if is_due:
        row.update({"new state": "on track", "new rating": "R", "corrective action": "More of it"})
        return known._replace(state="in progress", rating="red")
    if number % 5 == 0:
        row.update({"new state": "In Progress", "new rating": "g", "note": "Going well\n\nSo far"})
        return known._replace(state="in progress", rating="green")
    return known


def read(text: str) -> date:
    day, month, year = text.split()
    months = ("January", "February", "March", "April", "May", "June", "July", "August",
              "September", "October", "November", "December")  # fmt: skip
    return date(int(year), months.index(month) + 1, int(day))


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def fill_in(end: date, book: Book) -> tuple[list[Path], int]:
    """Answer three agencies' sheets; a milestone that two of them lead is answered once."""
    said: set[str] = set()
    filled = []
    for name in SHEETS:
        path = Path("sheets") / f"{name}.csv"
        rows = rows_of(path)
        for number, row in enumerate(rows):
            ref = row["ref"]
            if ref in said:
                continue
            due_by = read(row["due by"]).isoformat() if row["due by"] else ""
            known = book.setdefault(ref, Standing(due_by="" if row["period"] else due_by))
            assert (row["state"], row["rating"]) == (known.state, known.rating), ref
            book[ref] = answered(row, end, number, known)
            said.add(ref)
        # As Excel in this country may send it back.
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, rows[0], delimiter=";", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
        path = Path(f"{name}-returned.csv")
        path.write_bytes(out.getvalue().encode("cp1252", errors="replace"))
        filled.append(path)
    return filled, len(said)


def asked(csplan: Csplan, command: str, day: date) -> Any:
    run = csplan(command, PLAN, "--as-at", day, "--format", "json")
    assert run.status == 0, run.err
    return json.loads(run.out)


def counts(found: Any) -> dict[str, int]:
    due = found["plans"][0]["due"]
    assert due["total"] == ALL
    assert sum(each["number"] for each in due["states"].values()) == ALL
    return {state: each["number"] for state, each in due["states"].items() if each["number"]}


def papers(csplan: Csplan, board: date) -> dict[str, bytes]:
    folder = Path("papers")
    run = csplan("render", PLAN, "--document", "monitoring", "--as-at", board, "--output", folder)
    assert run.status == 0, run.err
    found = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    shutil.rmtree(folder)
    return found


def late(book: Book, day: date) -> set[str]:
    return {
        ref
        for ref, known in book.items()
        if known.due_by and known.due_by < day.isoformat() and known.state not in CLOSED
    }


def reconcile(csplan: Csplan, book: Book, board: date) -> None:
    """Hold what csplan says of the three agencies' work against what they were made to say."""
    states = Counter(known.state for known in book.values())
    states["not started"] += ALL - len(book)
    status = asked(csplan, "status", board)
    assert counts(status) == {state: number for state, number in states.items() if number}
    ratings = status["plans"][0]["due"]["ratings"]
    for colour in ("red", "green"):
        assert ratings[colour]["number"] == sum(known.rating == colour for known in book.values())
    overdue = asked(csplan, "overdue", board)["milestones"]
    dated = {ref for ref, known in book.items() if known.due_by}
    assert {each["ref"] for each in overdue} & dated == late(book, board)
    moved = {each["ref"] for each in overdue if each["due_first"]}
    assert moved == {ref for ref in late(book, board) if book[ref].is_moved}


def quarters(csplan: Csplan, book: Book) -> Iterator[tuple[date, dict[str, bytes]]]:
    for end, board in QUARTERS.items():
        shutil.rmtree("sheets", ignore_errors=True)
        assert csplan("collect", PLAN, "--as-at", end).status == 0
        filled, number = fill_in(end, book)
        before = snapshot()
        trial = csplan("apply", *filled, "--on", end, "--dry-run")
        assert trial.status == 0, trial.out + trial.err
        assert snapshot() == before
        assert number
        real = csplan("apply", *filled, "--on", end)
        assert real.status == 0, real.out + real.err
        assert snapshot() != before
        again = csplan("apply", *filled, "--on", end)
        assert again.status == 0, again.out + again.err
        reconcile(csplan, book, board)
        figures(csplan, end, board)
        yield board, papers(csplan, board)


def figures(csplan: Csplan, end: date, board: date) -> None:
    """Record a quarter's figure as a first count, and what the quarter before came to."""
    number, theme = list(QUARTERS).index(end) + 1, PLAN / "acquisitive-crime.yaml"
    told = {f"Q{number} 2010/11": f"{number + 2}.5 (provisional)"}
    if number > 1:
        told[f"Q{number - 1} 2010/11"] = f"{number + 1}.25"
    for period, value in told.items():
        what = ("--period", period, "--value", value, "--on", board)
        run = csplan("record", "NI 16", theme, *what)
        assert run.status == 0, run.err
    csv_of = csplan("indicators", theme, "--as-at", board, "--format", "csv").out
    (row,) = (row for row in csv.DictReader(io.StringIO(csv_of[1:])) if row["code"] == "NI 16")
    assert row["value"] == told[f"Q{number} 2010/11"]


def snapshot() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(PLAN.glob("*.yaml"))}


@pytest.mark.usefixtures("untraced")
def test_a_year(csplan: Csplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SHIPPED, PLAN)
    book: Book = {}
    reports = dict(quarters(csplan, book))
    assert len({report["monitoring.md"] for report in reports.values()}) == len(QUARTERS)
    assert csplan("validate", PLAN).status == 0
    roll_over(csplan, book)
    for board, report in reports.items():
        assert papers(csplan, board) == report, f"the paper of {board} has changed"


def roll_over(csplan: Csplan, book: Book) -> None:
    """Carry forward what is open, and account for every milestone in both plans."""
    day, new = date(2011, 4, 30), PLAN.with_name("east-sussex-2011-12")
    before = counts(asked(csplan, "status", day))
    run = csplan("rollover", PLAN, "--to", "2011/12", "--on", day, "--reason", "Still wanted")
    assert run.status == 0, run.out + run.err
    closed = sum(before.get(state, 0) for state in CLOSED)
    after = counts(asked(csplan, "status", day))
    assert after == {"complete": closed, "carried forward": ALL - closed}
    assert closed == sum(known.state in CLOSED for known in book.values())
    run = csplan("status", new, "--as-at", day, "--format", "json")
    (there,) = json.loads(run.out)["plans"]
    due = there["due"]
    assert due["total"] == due["states"]["not started"]["number"] == ALL - closed
    assert csplan("validate", new).status == 0
    told = json.loads(csplan("diff", PLAN, new, "--format", "json").out)["differences"]
    kinds = Counter(each["kind"] for each in told if each["part"] == "action")
    assert kinds == {
        "carried forward": there["actions"]["total"],
        "dropped": ACTIONS - there["actions"]["total"],
    }
