"""What a board is given for its next meeting, from text to values."""

from datetime import date
from pathlib import Path

from report.papers import DAY, MEETINGS, line, part, plan, rows

from csplan.report.board_pack import board_pack
from csplan.report.monitoring import monitoring


def test_a_board_pack_is_for_the_next_meeting(tmp_path: Path) -> None:
    pack = board_pack(plan(tmp_path / "p", meetings=MEETINGS), DAY)
    assert [each.id for each in pack.parts] == [
        *("agenda", "decisions", "arising", "performance", "forward")
    ]
    assert (pack.called, pack.day) == (
        "Board pack for Board, 7 September 2010, as at 15 July 2010",
        "15 July 2010",
    )
    agenda = part(pack, "agenda")
    assert agenda.heading == "Agenda: Board, 7 September 2010"
    assert [line(each) for each in agenda.words] == ["One item of the agenda is not published."]
    assert [(each.label, line(each.lines[0])) for each in agenda.details] == [
        ("Time", "2pm"),
        ("Place", "County Hall"),
    ]
    assert [item.words for topic in agenda.agenda for item in topic.items] == [
        *("Strategy", "Any other business"),
    ]
    assert rows(part(pack, "decisions")) == [["1", "Strategy", "Manager, SCT", "Draft"]]
    (dates,) = part(pack, "decisions").parts
    assert [row[0] for row in rows(dates)] == ["VC3"]
    assert part(pack, "performance").parts[0] == part(
        monitoring(plan(tmp_path / "q", meetings=MEETINGS), DAY), "glance"
    )
    assert rows(part(pack, "forward")) == [["Board", "7 December 2010", "2pm", "Budget"]]


def test_an_internal_board_pack_has_the_whole_agenda(tmp_path: Path) -> None:
    pack = board_pack(plan(tmp_path / "p", meetings=MEETINGS), DAY, is_internal=True)
    assert part(pack, "agenda").words == ()
    assert [row[1] for row in rows(part(pack, "decisions"))] == ["Strategy", "Closed session"]
    assert rows(part(pack, "forward"))[0][3] == "Budget; Secret"


def test_a_board_pack_of_a_bare_diary(tmp_path: Path) -> None:
    board = """\
        meetings:
          - {meeting: Board, on: 1 August 2010}
        """
    pack = board_pack(plan(tmp_path / "p", "theme: T", board=board), DAY)
    words = [line(each) for own_id in ("agenda", "decisions", "forward")
             for each in part(pack, own_id).words]  # fmt: skip
    assert words == [
        "No agenda is recorded yet.",
        "The agenda asks for no decision.",
        "No later meeting is planned yet.",
    ]


def test_without_a_meeting_to_come_there_is_no_board_pack(tmp_path: Path) -> None:
    pack = board_pack(plan(tmp_path / "p", meetings=MEETINGS), date(2010, 12, 8))
    assert pack.parts == ()
