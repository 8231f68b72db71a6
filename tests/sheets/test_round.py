"""Out and back on the shipped plans, with whatever is filled in."""

import difflib
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from filling import fill
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from csplan.edit import commit
from csplan.load import Item, LoadedPlan, load
from csplan.sheets import (
    Format,
    Returned,
    Sheet,
    TableRow,
    collect,
    read_table,
    sheet_files,
    take_back,
    write_sheets,
)
from csplan.sheets.reply import Reported

PLANS = sorted((Path(__file__).parents[2] / "plans").iterdir())
TODAY = date(2024, 6, 1)
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
ANSWER = st.fixed_dictionaries(
    {"new state": st.sampled_from(["Done", "in progress", "On hold", "not started"])},
    optional={
        "note": TEXT,
        "corrective action": st.sampled_from(["Ask again", "- see [minutes]: #4", "é 😀\nmore"]),
        "reported on": st.sampled_from(["1/5/2024", "30 April 2024", "2024-05-31"]),
    },
)


@cache
def sheets(plan: Path) -> tuple[Sheet, ...]:
    return collect(load((plan,)), TODAY)


class Desk(NamedTuple):
    folder: Path
    paths: tuple[Path, ...]

    def take(self) -> Returned:
        return take_back(load((self.folder,)), self.paths, TODAY, TODAY)

    def apply(self) -> Returned:
        returned = self.take()
        assert [row.problems for row in returned.wrong] == []
        for plan, draft in returned.drafts:
            commit(Path(plan.path), "csplan apply", draft.rewrites)
        return returned

    def texts(self) -> dict[str, list[str]]:
        found = sorted(self.folder.glob("*.yaml"))
        return {path.name: path.read_bytes().decode().splitlines() for path in found}

    def entries(self) -> dict[str, int]:
        """How many entries of progress everything due has, by file and route."""
        (plan,) = load((self.folder,)).plans
        return {each: len(item.entry.progress) for each, item in items(plan)}


def items(plan: LoadedPlan) -> list[tuple[str, Item]]:
    parts = [(part, item) for part in plan.parts for item in part.items]
    return [(f"{part.path}{item.route}", item) for part, item in parts]


def desk(folder: Path, plan: Path, form: Format = "csv") -> Desk:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(plan, folder / plan.name)
    files = sheet_files(sheets(plan), form, TODAY)
    return Desk(folder / plan.name, write_sheets(folder / "sheets", files, [folder / plan.name]))


@pytest.mark.usefixtures("untraced")
@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_out_and_back(tmp_path: Path, plan: Path, form: Format) -> None:
    made = desk(tmp_path / "desk", plan, form)
    before = made.entries()
    answered = set()
    for path in made.paths:
        number, row = read_table(path).rows[-1]
        fill(path, {number: {"new state": "complete", "note": "The last one"}})
        answered.add((row["action"], row["milestone"], row["ref"]))
    returned = made.apply()
    assert len({row.reported.target.item.address for row in returned.rows if row.reported}) == len(
        answered
    )
    assert sum(made.entries().values()) == sum(before.values()) + len(answered)
    assert made.apply().drafts == ()
    again = collect(load((made.folder,)), TODAY, every=True)
    states = {row[2]: row[8] for sheet in again for row in sheet.rows}
    recurring = {row[2] for sheet in sheets(plan) for row in sheet.rows if row[19]}
    assert {states[ref] for _, _, ref in answered - {a for a in answered if a[2] in recurring}} == {
        "complete"
    }


@pytest.mark.usefixtures("untraced")
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
# A failure is shown as it was found: to make it smaller takes minutes.
@given(data=st.data())
@settings(
    max_examples=8,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_only_what_was_reported_changes(tmp_path: Path, plan: Path, data: st.DataObject) -> None:
    made = desk(tmp_path / "desk", plan)
    before, entries = made.texts(), made.entries()
    for path in data.draw(st.lists(st.sampled_from(made.paths), max_size=3, unique=True)):
        rows = read_table(path).rows
        chosen = data.draw(st.lists(st.sampled_from(rows), max_size=4, unique_by=_number))
        fill(path, {row.number: data.draw(ANSWER) for row in chosen})
    # What two agencies say of the same work may differ; then nothing is written.
    if made.take().wrong:
        assert_only_quarrels(made.take())
        return
    returned = made.apply()
    changed = [row for row in returned.rows if row.change]
    after = made.texts()
    for name, lines in before.items():
        assert only_adds(lines, after[name])
    new = {key: count for key, count in made.entries().items() if count != entries[key]}
    assert sum(new.values()) - sum(entries[key] for key in new) == len(changed)
    meant = {f"{each.target.file.path}{each.target.item.route}" for each in _reported(returned)}
    assert set(new) == meant
    again = made.apply()
    assert again.drafts == ()
    assert len(again.rows) == len(returned.rows)


def only_adds(before: list[str], after: list[str]) -> bool:
    """Whether lines were added and no other touched, but for plain ones that became actions."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        new = [line.strip().replace("- action: ", "- ", 1) for line in after[first:last]]
        kept = (line for line in new)
        if kind != "equal" and any(line.strip() not in kept for line in before[start:end]):
            return False
    return True


def _number(row: TableRow) -> int:
    return row.number


def _reported(returned: Returned) -> list[Reported]:
    return [row.reported for row in returned.rows if row.reported]


def assert_only_quarrels(returned: Returned) -> None:
    for row in returned.wrong:
        assert "says something else of this on the same day" in row.problems[0]
