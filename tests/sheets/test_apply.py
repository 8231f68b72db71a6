"""What comes back: how rows are matched, what they change, and what is wrong with them."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
from filling import Answers, fill
from support import PLAN, workspace, write_plan

from csplan.edit import commit
from csplan.errors import CannotRunError
from csplan.load import Workspace, load
from csplan.sheets import Format, Returned, collect, sheet_files, take_back, write_sheets

AS_AT = date(2010, 10, 15)
TODAY = date(2010, 11, 30)
THEME = """\
theme: Example theme
actions:
  - ref: '1.10'
    action: Run a “campaign” – it’s on
    lead: SCT
    milestones:
      - milestone: Campaign planned
        due: June 2010
        lead: [SCT, Sussex Police]
      - milestone: Campaign run
        due: Quarterly
  - ref: 10/11
    action: Count it
    due: March 2011
    lead: SCT
  - action: Write it all down
    lead: Somebody
"""
TEAM, POLICE, NOBODY = "safer-communities-team", "sussex-police", "no-agency"


class Desk(NamedTuple):
    """A plan, and the sheets that went out."""

    folder: Path
    sheets: Mapping[str, Path]

    @property
    def workspace(self) -> Workspace:
        return load((self.folder,))

    @property
    def theme(self) -> str:
        return (self.folder / "theme.yaml").read_text(encoding="utf-8")

    def take(self, *names: str, on: date = AS_AT, today: date = TODAY) -> Returned:
        return take_back(self.workspace, [self.sheets[name] for name in names], on, today)

    def apply(self, *names: str, on: date = AS_AT, today: date = TODAY) -> Returned:
        returned = self.take(*names, on=on, today=today)
        for plan, draft in returned.drafts:
            commit(Path(plan.path), "csplan apply", draft.rewrites)
        return returned


def desk(folder: Path, theme: str = THEME, form: Format = "csv", as_at: date = AS_AT) -> Desk:
    found = workspace(folder / "plan", theme)
    sheets = collect(found, as_at)
    paths = write_sheets(folder / "sheets", sheet_files(sheets, form, as_at), [])
    return Desk(folder / "plan", {path.stem: path for path in paths})


def filled(folder: Path, answers: Answers, form: Format = "csv", name: str = TEAM) -> Desk:
    made = desk(folder, form=form)
    fill(made.sheets[name], answers)
    return made


def problems(returned: Returned) -> list[tuple[int, str]]:
    return [(row.reply.number, "; ".join(row.problems)) for row in returned.wrong]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_filled_in_goes_into_the_plan(tmp_path: Path, form: Format) -> None:
    answers: Answers = {
        2: {"new state": "Done", "reported on": "1/10/2010", "note": "=A1, é"},
        3: {"new rating": "G", "new state": "on track", "reported on": "30-Sep-10"},
        4: {
            "new due date": "30 June 2011",
            "reason": "The board\nagreed",
            "corrective action": "x",
        },
    }
    made = filled(tmp_path, answers, form)
    returned = made.apply(TEAM)
    assert [(row.reply.number, bool(row.change)) for row in returned.rows] == [
        (2, True),
        (3, True),
        (4, True),
    ]
    assert returned.blank == 0
    assert made.theme == THEME.replace(
        "        lead: [SCT, Sussex Police]\n",
        """\
        lead: [SCT, Sussex Police]
        progress:
          - on: 1 October 2010
            state: complete
            note: =A1, é
            by: Safer Communities Team
""",
    ).replace(
        "        due: Quarterly\n",
        """\
        due: Quarterly
        progress:
          - on: 30 September 2010
            state: in progress
            rating: green
            covers: April to June 2010
            by: Safer Communities Team
""",
    ).replace(
        "    due: March 2011\n    lead: SCT\n",
        """\
    due: March 2011
    lead: SCT
    progress:
      - on: 15 October 2010
        corrective_action: x
        due: 30 June 2011
        reason: |-
          The board
          agreed
        by: Safer Communities Team
""",
    )


def test_real_dates_of_a_workbook(tmp_path: Path) -> None:
    answers: Answers = {
        2: {"reported on": datetime(2010, 10, 3), "new state": "complete"},  # noqa: DTZ001
    }
    made = filled(tmp_path, answers, "xlsx")
    made.apply(TEAM)
    assert "- on: 3 October 2010\n            state: complete\n" in made.theme


def test_a_sheet_that_nobody_filled_in(tmp_path: Path) -> None:
    made = desk(tmp_path)
    assert made.apply(TEAM, POLICE, NOBODY) == Returned((), 5, (), ())
    assert made.theme == THEME


def test_a_sheet_that_comes_twice_changes_nothing(tmp_path: Path) -> None:
    answers: Answers = {
        2: {"new state": "complete"},
        3: {"note": "Met"},
        4: {"new due date": "June 2011", "reason": "x"},
    }
    made = filled(tmp_path, answers)
    made.apply(TEAM)
    once = made.theme
    for day in (AS_AT, TODAY):
        again = made.apply(TEAM, on=day)
        assert [row.is_there for row in again.rows] == [True, True, True]
        assert again.drafts == ()
    assert made.theme == once


def test_what_was_said_since_by_somebody_else_is_not_the_sheet(tmp_path: Path) -> None:
    due = "due: June 2010\n"
    known = due + "        progress:\n          - {on: 30 June 2010, state: in progress}\n"
    made = desk(tmp_path, THEME.replace(due, known))
    fill(made.sheets[TEAM], {2: {"new state": "complete"}})
    since = known + "          - {on: 20 October 2010, note: The printer was ill}\n"
    (made.folder / "theme.yaml").write_text(THEME.replace(due, since), encoding="utf-8")
    made.apply(TEAM, on=TODAY)
    assert "- {on: 20 October 2010, note: The printer was ill}" in made.theme
    assert "- on: 30 November 2010\n            state: complete\n" in made.theme


def test_a_stop_is_for_no_period(tmp_path: Path) -> None:
    made = filled(tmp_path, {3: {"new state": "On hold"}})
    made.apply(TEAM)
    made.apply(TEAM, on=TODAY)
    assert made.theme.count("state: on hold") == 1
    assert "covers" not in made.theme


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"new state": "finishd"}, "`finishd` is not a word for `state`"),
        ({"new rating": "mauve"}, "`mauve` is not a word for `rating`"),
        ({"reported on": "soon", "note": "x"}, "reported on: `soon` is not an exact day; write"),
        ({"reported on": "31/02/2010", "note": "x"}, "`31/02/2010` is not a day in the calendar"),
        ({"reported on": "1 December 2010", "note": "x"}, "1 December 2010 is still to come"),
        ({"reason": "x"}, "nothing is reported; give a state"),
        ({"new due date": "June 2011"}, "needs a reason: say why the board agreed it"),
        ({"new due date": "soonish", "reason": "x"}, "`soonish` was not understood as a date"),
        ({"new state": "complete", "new rating": "red"}, "a rating is for work in progress"),
        ({"note": "x", "period": "Q1"}, "this is not recurring work, so a report of it is for no"),
        ({"note": "x", "plan": "Another"}, "the plan `Another` is not among those looked at, `Any"),
        (
            {"note": "x", "agency": "Sussex Polize"},
            "the plan has no agency `Sussex Polize`; did you",
        ),
        ({"note": "x", "agency": "NHS East Sussex, Downs and Weald"}, "does not lead this; `Safer"),
        (
            {"note": "x", "agency": "no agency named"},
            "`Safer Communities Team` and `Sussex Police`",
        ),
        (
            {"note": "x", "milestone": "Gone"},
            "the milestone reads `Campaign planned` in the plan, ",
        ),
        (
            {"note": "x", "action": ""},
            "the action reads `Run a “campaign” – it’s on` in the plan, not",
        ),
        ({"note": "x", "ref": "X", "action": "y"}, "nothing with this reference and these words"),
    ],
)
def test_what_is_wrong_with_a_row(tmp_path: Path, cells: dict[str, str], words: str) -> None:
    made = filled(tmp_path, {2: cells, 4: {"new state": "complete"}})
    returned = made.apply(TEAM)
    ((number, said),) = problems(returned)
    assert number == 2
    assert words in said
    assert returned.drafts == ()
    assert made.theme == THEME


def test_every_problem_is_said(tmp_path: Path) -> None:
    made = filled(tmp_path, {n: {"new state": "x", "new due date": "y"} for n in (2, 3, 4)})
    found = problems(made.apply(TEAM))
    assert [number for number, _ in found] == [2, 3, 4]
    assert all("`x` is not" in words and "needs a reason" in words for _, words in found)


@pytest.mark.parametrize(
    ("cells", "remark"),
    [
        ({"ref": "1.1"}, "the sheet calls it `1.1`"),
        ({"ref": "10-Nov"}, "the sheet calls it `10-Nov`"),
        ({"action": "'run  a CAMPAIGN - its on"}, ""),
        ({"action": "Run a ?campaign? ? it?s on", "plan": ""}, ""),
        ({"agency": "sct", "ref": " 1.10 .1"}, ""),
        ({"reported on": "03/04/2010 00:00"}, "`03/04/2010` was read as 3 April 2010"),
        (
            {"reported on": "04/04/2010", "new due date": "1.2.11", "reason": "x"},
            "`1.2.11` was read",
        ),
        ({"state": "complete"}, "it was complete when the sheet went out, and was not started bef"),
        ({"state": ""}, ""),
    ],
)
def test_what_a_spreadsheet_does_to_a_row_is_forgiven(
    tmp_path: Path, cells: dict[str, str], remark: str
) -> None:
    made = filled(tmp_path, {2: {"note": "x", **cells}})
    (row,) = made.apply(TEAM).rows
    assert row.change
    assert row.reported
    assert row.reported.target.item.address == "1.10.1"
    assert "; ".join(row.remarks).startswith(remark)
    assert bool(row.remarks) == bool(remark)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8"])
def test_a_sheet_saved_as_spreadsheets_do(tmp_path: Path, encoding: str) -> None:
    made = desk(tmp_path)
    fill(made.sheets[TEAM], {2: {"note": "£3k – “on track”"}}, encoding)
    made.apply(TEAM)
    assert "note: £3k – “on track”\n" in made.theme


def test_words_that_stand_twice(tmp_path: Path) -> None:
    theme = THEME.replace("Campaign run", "Campaign planned")
    made = desk(tmp_path, theme)
    fill(made.sheets[TEAM], {2: {"note": "x"}, 3: {"ref": "1.1", "note": "x"}})
    words = "the same words stand at `1.10.1` and `1.10.2`; write the right one under `ref`"
    assert problems(made.apply(TEAM)) == [(3, words)]


def test_a_row_whose_reference_and_words_are_two_things_is_refused(tmp_path: Path) -> None:
    theme = THEME + "  - {ref: '1.1', action: Weigh it, due: May 2010, lead: SCT}\n"
    theme += "  - {ref: '10', action: Sell it, due: May 2010, lead: SCT}\n"
    theme += "  - {ref: '1', action: Buy it, due: May 2010, lead: SCT}\n"
    made = desk(tmp_path, theme)
    # As if one column had been sorted by itself; a spreadsheet makes `1` of no `10`, but might.
    fill(made.sheets[TEAM], {4: {"ref": "1.1", "note": "x"}, 6: {"ref": "1", "note": "y"}})
    words = "`1.1` is one thing in the plan and these words are another, `10/11`; put the row right"
    ((number, said),) = problems(made.apply(TEAM))
    assert number == 4
    assert said.startswith(words)


def test_what_moved_in_the_plan_is_found_by_its_words(tmp_path: Path) -> None:
    made = filled(tmp_path, {3: {"note": "x"}, 4: {"note": "y"}})
    theme = THEME.replace("    milestones:\n", "    milestones:\n      - milestone: New\n")
    (made.folder / "theme.yaml").write_text(theme.replace("10/11", "C1"), encoding="utf-8")
    returned = made.apply(TEAM)
    found = [row.reported.target.item.address for row in returned.rows if row.reported]
    assert found == ["1.10.3", "C1"]


def test_what_nobody_leads_is_reported_by_nobody(tmp_path: Path) -> None:
    made = filled(tmp_path, {2: {"new state": "complete"}}, name=NOBODY)
    made.apply(NOBODY)
    assert made.theme == THEME + (
        "    progress:\n      - on: 15 October 2010\n        state: complete\n"
    )


def test_what_somebody_leads_by_now_is_not_for_the_officer(tmp_path: Path) -> None:
    made = filled(tmp_path, {2: {"note": "x"}}, name=NOBODY)
    (made.folder / "theme.yaml").write_text(THEME.replace("Somebody", "SCT"), encoding="utf-8")
    words = "`Safer Communities Team` leads this; collect a sheet for that"
    assert problems(made.apply(NOBODY)) == [(2, words)]


def test_what_nobody_leads_by_now(tmp_path: Path) -> None:
    made = filled(tmp_path, {4: {"note": "x"}})
    theme = THEME.replace("    due: March 2011\n    lead: SCT\n", "    due: March 2011\n")
    (made.folder / "theme.yaml").write_text(theme, encoding="utf-8")
    words = "`Safer Communities Team` does not lead this; nobody does"
    assert problems(made.apply(TEAM)) == [(4, words)]


def test_two_agencies_that_say_the_same(tmp_path: Path) -> None:
    made = desk(tmp_path)
    fill(made.sheets[TEAM], {2: {"new state": "Done", "note": "All  well"}})
    fill(made.sheets[POLICE], {2: {"new state": "complete", "note": "All well"}})
    returned = made.apply(POLICE, TEAM)
    assert [(bool(row.change), row.is_twin) for row in returned.rows] == [
        (True, False),
        (False, True),
    ]
    assert made.theme.count("progress:") == made.theme.count("by: Sussex Police") == 1
    assert made.apply(POLICE, TEAM).drafts == made.apply(TEAM).drafts == ()


def test_two_agencies_that_differ_on_one_day(tmp_path: Path) -> None:
    made = desk(tmp_path)
    fill(made.sheets[TEAM], {2: {"new state": "Done"}})
    fill(made.sheets[POLICE], {2: {"new state": "On hold"}})
    ((number, words),) = problems(made.apply(TEAM, POLICE))
    assert number == 2
    assert words.startswith("row 2 of `")
    assert "says something else of this on the same day; agree what is true, keep one" in words
    assert made.theme == THEME


def test_two_agencies_that_differ_on_two_days(tmp_path: Path) -> None:
    made = desk(tmp_path)
    fill(made.sheets[TEAM], {2: {"new state": "Done", "reported on": "30 September 2010"}})
    fill(made.sheets[POLICE], {2: {"new rating": "green", "reported on": "5 October 2010"}})
    for names in ((TEAM, POLICE), (POLICE, TEAM)):
        ((number, words),) = problems(made.apply(*names))
        assert number == 2
        assert words == (
            "a rating is for work in progress, and this is complete; leave the rating out; that is "
            f"what row 2 of `{made.sheets[TEAM]}` says of 30 September 2010; agree what is true, "
            "and mend one of the two"
        )
    fill(made.sheets[POLICE], {2: {"new state": "On hold"}})
    ((_, words),) = problems(made.apply(TEAM, POLICE))
    assert "row 2 of" not in words
    assert made.theme == THEME


def test_a_closed_action_speaks_against_its_milestones(tmp_path: Path) -> None:
    theme = THEME.replace("    lead: SCT\n    mile", "    due: May 2010\n    lead: SCT\n    mile")
    made = desk(tmp_path, theme)
    rated = {"new rating": "green", "reported on": "5 October 2010"}
    fill(
        made.sheets[TEAM],
        {2: {"new state": "Done", "reported on": "30 September 2010"}, 3: rated, 5: rated},
    )
    ((number, words),) = problems(made.apply(TEAM))
    assert (number, "row 2 of" in words) == (3, True)


def test_a_day_after_the_sheets_were_taken_in(tmp_path: Path) -> None:
    made = filled(tmp_path, {2: {"note": "x", "reported on": "16/10/2010"}})
    ((_, words),) = problems(made.apply(TEAM))
    assert words == (
        "reported on: `16/10/2010` is after 15 October 2010, the day on which the sheets are taken "
        "in; correct it, or give a later day with --on"
    )
    assert problems(made.apply(TEAM, on=date(2010, 10, 16))) == []


def test_two_agencies_on_two_days_stand_in_order(tmp_path: Path) -> None:
    made = desk(tmp_path)
    fill(made.sheets[TEAM], {2: {"new state": "Done", "reported on": "3 October 2010"}})
    fill(made.sheets[POLICE], {2: {"new state": "On hold", "reported on": "2 October 2010"}})
    returned = made.apply(TEAM, POLICE)
    states = [(row.step.before.state, row.step.after.state) for row in returned.rows if row.step]
    assert states == [("on hold", "complete"), ("not started", "on hold")]
    assert made.theme.index("2 October 2010") < made.theme.index("3 October 2010")


def test_columns_that_no_sheet_has_are_said(tmp_path: Path) -> None:
    made = filled(tmp_path, {2: {"note": "x"}})
    text = made.sheets[TEAM].read_text(encoding="utf-8-sig")
    head, first, *rest = text.splitlines()
    lines = [f"{head},Comments,", f"{first},look here,", *rest]
    made.sheets[TEAM].write_text("\n".join(lines), encoding="utf-8")
    (said,) = made.apply(TEAM).unread
    assert said.endswith("csv`: the column `comments` is not one that is read; 1 row has something "
                         "in it")  # fmt: skip
    rows = [lines[1], f"{rest[0]},and this,and here"]
    made.sheets[TEAM].write_text("\n".join([lines[0], *rows]), encoding="utf-8")
    first, second = made.apply(TEAM).unread
    assert first.endswith("`comments` is not one that is read; 2 rows have something in it")
    assert second.endswith("`column v` is not one that is read; 1 row has something in it")


def test_a_column_that_was_renamed(tmp_path: Path) -> None:
    made = filled(tmp_path, {2: {"note": "x"}, 3: {"note": "y"}})
    text = made.sheets[TEAM].read_text(encoding="utf-8-sig")
    made.sheets[TEAM].write_text(text.replace(",note,", ",Status Update,", 1), encoding="utf-8")
    returned = made.apply(TEAM)
    assert (returned.rows, returned.blank) == ((), 3)
    (said,) = returned.unread
    assert said.endswith("the column `status update` is not one that is read; 2 rows have something"
                         " in it; if it was `note`, give it that heading again")  # fmt: skip


def test_answers_on_another_page_are_not_lost_unseen(tmp_path: Path) -> None:
    made = filled(tmp_path, {2: {"note": "x"}}, "xlsx")
    path = made.sheets[TEAM]
    copy_pages(path, 1)
    returned = made.take(TEAM)
    assert [row.reply.number for row in returned.rows if row.change] == [2]
    (said,) = returned.unread
    assert said == (
        f"`{path}`: 1 more page has these headings too, and only the first page with them was "
        "read; save it as a file of its own"
    )
    copy_pages(path, 2)
    (said,) = made.take(TEAM).unread
    assert "`: 3 more pages have these headings too" in said
    fill(path, {2: {"note": ""}})
    files = sheet_files(collect(made.workspace, AS_AT), "xlsx", AS_AT)
    with pytest.raises(CannotRunError, match=r"team\.xlsx` in `.*` may hold answers"):
        write_sheets(path.parent, files, [])


def copy_pages(path: Path, times: int) -> None:
    book = openpyxl.load_workbook(path)
    for _ in range(times):
        book.copy_worksheet(book.worksheets[0])
    book.save(path)


def test_a_row_with_only_a_day_is_skipped(tmp_path: Path) -> None:
    made = filled(tmp_path, {2: {"reported on": "1 October 2010"}, 4: {"note": "x"}})
    returned = made.apply(TEAM)
    assert [row.reply.number for row in returned.rows if row.change] == [4]
    assert (returned.wrong, returned.blank) == ((), 2)
    assert returned.unread == (
        f"`{made.sheets[TEAM]}`, row 2: only a day is filled in, so it was skipped",
    )


def test_columns_in_another_order_and_left_out(tmp_path: Path) -> None:
    made = desk(tmp_path)
    made.sheets[TEAM].write_text(
        "Sent to all\n\nNote;New State;MILESTONE;Action;Ref;Agency;Plan\n"
        f"well;done;Campaign planned;Run a campaign its on;1.10.1;SCT;{PLAN[7:49]}\n"
    )
    made.apply(TEAM)
    assert problems(made.apply(TEAM)) == []


def test_several_plans(tmp_path: Path) -> None:
    for name in ("a", "b"):
        plan = PLAN.replace("2010/11\npartnership", f"for {name}\npartnership")
        write_plan(tmp_path / "plans" / name, {"theme.yaml": THEME, "plan.yaml": plan})
    found = load((tmp_path / "plans",))
    sheets = collect(found, AS_AT)
    _, path, _ = write_sheets(tmp_path / "out", sheet_files(sheets, "csv", AS_AT), [])
    fill(path, {2: {"note": "x"}, 5: {"note": "y"}})
    returned = take_back(found, [path], AS_AT, TODAY)
    assert [Path(plan.path).name for plan, _ in returned.drafts] == ["a", "b"]
    fill(path, {5: {"new state": "z"}})
    assert take_back(found, [path], AS_AT, TODAY).drafts == ()
    fill(path, {5: {"plan": ""}})
    ((_, words),) = problems(take_back(found, [path], AS_AT, TODAY))
    assert words.startswith("the plan `nothing` is not among those looked at, `Anytown")


def test_two_plans_of_one_title(tmp_path: Path) -> None:
    made = filled(tmp_path, {2: {"note": "x"}})
    write_plan(tmp_path / "twin", {"theme.yaml": THEME, "plan.yaml": PLAN})
    folders = (made.folder, tmp_path / "twin")
    returned = take_back(load(folders), [made.sheets[TEAM]], AS_AT, TODAY)
    ((_, words),) = problems(returned)
    assert words == (
        "several plans are called `Anytown Community Safety Agreement 2010/11`; name one with "
        f"--plan: `{folders[0]}` or `{folders[1]}`"
    )


def test_a_plan_that_cannot_be_read_whole(tmp_path: Path) -> None:
    made = filled(tmp_path, {2: {"note": "x"}})
    (made.folder / "plan.yaml").write_text("title: x\n", encoding="utf-8")
    fill(made.sheets[TEAM], {2: {"plan": str(made.folder)}})
    ((_, words),) = problems(made.apply(TEAM))
    assert words == "the plan has no agency `Safer Communities Team`"


def test_no_sheet_at_all(tmp_path: Path) -> None:
    made = desk(tmp_path)
    made.sheets[TEAM].write_bytes(b"%PDF-1.7")
    with pytest.raises(CannotRunError, match="is a PDF, not a sheet"):
        made.apply(POLICE, TEAM)


HOSTILE = (
    *("=1+1", "@x", "- x", "#N/A", "a: b # c", "'", '"', "[x]", "{x}", "<b>", "%", "*x", "&x"),
    *("😀 é", "a\n\nb\n", "x " * 20_000, "\x0bcontrol\x1b[31m", "\u202eback", "null", "~", "\\n"),
)


def test_whatever_is_typed_is_kept_as_text(tmp_path: Path) -> None:
    made = desk(tmp_path)
    for number, typed in enumerate(HOSTILE, 1):
        day = date(2010, 10, number)
        fill(made.sheets[TEAM], {2: {"note": typed, "reported on": str(day)}})
        made.apply(TEAM, on=TODAY)
        entry = made.workspace.plans[0].themes[0].items[0].entry.progress[-1]
        flat = "".join(each if each.isprintable() or each == "\n" else " " for each in typed)
        assert (entry.note or "").split() == flat.split()
