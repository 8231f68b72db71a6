"""What is coming and what is open of meetings, from text to values."""

from datetime import date
from pathlib import Path

import pytest
from support import write_plan

from csplan.load import Workspace, load
from csplan.query import Filter, find, meetings, overdue, read_filter

MEETINGS = """\
meetings:
  - meeting: Safer Communities Board
    on: 7 March 2011
    place: County Hall
    items:
      - ref: 5/11
        item: Terms of reference
        purpose: [discussion, decision]
        actions:
          - action: Reconsider the terms of reference
            lead: Analyst, Sussex Police
            due: 6 June 2011
          - action: Ask for a place on the board
            lead: SCT
          - action: Tell the districts
            lead: SCT
            progress: {on: 10 March 2011, state: complete}
      - item: Any other business
        actions:
          - ref: AOB1
            action: Find out about the hostel
            lead: SCT
            due: 1 April 2011
      - item: No number
        actions:
          - Something nobody owns
  - meeting: Safer Communities Board
    on: 5 September 2011
    items:
      - Annual report
  - meeting: Safer Communities Board
    on: 6 June 2011
  - meeting: Board
    on: some day
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return load((write_plan(tmp_path / "anytown", {"meetings.yaml": MEETINGS}),))


def test_what_is_coming_is_soonest_first_and_today_is_still_to_come(workspace: Workspace) -> None:
    found = meetings(workspace, date(2011, 6, 6))
    assert [held.day.isoformat() for held in found.coming] == ["2011-06-06", "2011-09-05"]
    assert [held.line for held in found.coming] == [31, 27]
    assert found.held == 1


def test_what_is_open_has_its_age_and_how_late_it_is(workspace: Workspace) -> None:
    found = meetings(workspace, date(2011, 6, 7)).open
    assert [(each.item.address, each.age, each.days_overdue) for each in found] == [
        ("5/11.1", 92, 1),
        ("5/11.2", 92, 0),
        ("AOB1", 92, 67),
        ("meetings.5", 92, 0),
    ]
    assert {each.held.meeting.place for each in found} == {"County Hall"}


def test_nothing_arises_before_a_meeting_is_held(workspace: Workspace) -> None:
    assert meetings(workspace, date(2011, 3, 6)).open == ()
    assert len(meetings(workspace, date(2011, 3, 7)).open) == 5


def test_one_agency_can_be_asked(workspace: Workspace) -> None:
    asked = read_filter(workspace, "Sussex Police", None)
    found = meetings(workspace, date(2011, 6, 7), asked).open
    assert [each.item.address for each in found] == ["5/11.1"]


def test_actions_arising_are_overdue_like_any_other(workspace: Workspace) -> None:
    found = overdue(workspace, date(2011, 6, 7))
    assert [row.item.address for row in found.overdue] == ["AOB1", "5/11.1"]
    assert [row.item.address for row in found.undated] == ["5/11.2", "meetings.5"]
    assert found.overdue[0].item.work.theme == "Safer Communities Board, 7 March 2011"
    assert found.overdue[0].item.work.sub_theme == "Any other business"


def test_an_action_arising_is_found_by_its_minute(workspace: Workspace) -> None:
    (found,) = find(workspace, "5/11.2")
    assert found.work.action.action == "Ask for a place on the board"
    assert found.line == 13


def test_one_file_of_meetings_can_be_asked(tmp_path: Path) -> None:
    other = MEETINGS.replace("7 March", "8 March")
    folder = write_plan(tmp_path, {"meetings.yaml": MEETINGS, "panel.yaml": other})
    found = meetings(load((folder / "panel.yaml",)), date(2011, 3, 8))
    assert {each.held.day for each in found.open} == {date(2011, 3, 8)}


def test_a_file_of_themes_has_no_meetings(tmp_path: Path) -> None:
    files = {
        "theme.yaml": "theme: x\nactions: [Do it]\n",
        "broken.yaml": "meetings: [\n",
        "b2.yaml": "meetings: 1\n",
    }
    found = meetings(load((write_plan(tmp_path, files),)), date(2011, 1, 1), Filter())
    assert (found.coming, found.open, found.held) == ((), (), 0)
