"""Meetings: what is to come, decisions and actions arising."""

from typing import Any

from render.pages import cells, documents, loaded, parsed, parsed_markdown, text_of

from csplan.report import Agreement, Block, Detail, Inline, Line, agreement

HELD: dict[str, Any] = {
    "meeting": "Board",
    "on": "7 March 2010",
    "time": "2pm",
    "place": "County Hall",
    "note": "Well attended[^n]",
    "items": [
        {
            "ref": "8/12",
            "item": "Fire service",
            "topic": "Reports",
            "purpose": ["information", "decision"],
            "time": "2.10pm",
            "lead": "Chief, Sussex Police",
            "paper": "verbal",
            "note": "It was said",
            "see": "theme",
            "decisions": ["Noted", "Agreed"],
            "actions": [
                {"action": "Send it out", "due": "June 2010", "lead": ["Sussex Police", "TBC"]},
                {
                    "ref": "X",
                    "action": "Review",
                    "cost": "£1",
                    "see": ["theme", "8/12.1"],
                    "milestones": [{"milestone": "First", "note": "N", "due": "Sept 2010"}],
                },
                {"action": "Hide", "publish": "false"},
            ],
        },
        "Any other business",
        {
            "item": "Closed session",
            "publish": "false",
            "decisions": "Secret",
            "actions": [{"action": "Secret too", "lead": "Sussex Police"}],
        },
        {"item": "Safer streets", "topic": "Reports"},
    ],
}
COMING = {"meeting": "Board", "on": "5 July 2010", "time": "2pm", "note": "In the new room"}
SECRET = {"meeting": "Panel", "on": "6 July 2010", "items": [HELD["items"][2]]}


def shown() -> Agreement:
    board = {"meetings": [COMING, HELD, SECRET], "notes": {"n": "A note"}}
    return agreement(loaded({}, {"theme": {}}, {"board": board}))


def plain(words: str) -> Line:
    return (Inline("text", words),)


def test_meetings_to_come_and_those_with_minutes() -> None:
    found = shown().meetings
    assert [each.heading for each in found.planned] == ["Board, 5 July 2010", "Panel, 6 July 2010"]
    assert [each.heading for each in found.minuted] == ["Board, 7 March 2010"]
    assert found.planned[1].topics == ()
    assert [(each.label, each.lines[0][0].text) for each in found.minuted[0].details] == [
        ("Time", "2pm"),
        ("Place", "County Hall"),
    ]
    ((first, mark),) = found.minuted[0].note[0].lines
    assert (first.text, mark.kind) == ("Well attended", "note")


def test_meetings_stand_in_the_order_of_their_days() -> None:
    held = {"items": {"item": "x", "decisions": "Agreed"}}
    one = [{"meeting": "A", "on": on} for on in ("some day", "1 May 2011", "1 June 2010")]
    other = [
        {"meeting": "B", "on": "1 July 2010"},
        {"meeting": "B", "on": "2 July 2010", **held},
        {"meeting": "B", "on": "1 July 2010", **held},
    ]
    plan = loaded({}, {}, {"a": {"meetings": one}, "b": {"meetings": other}})
    found = agreement(plan).meetings
    assert [each.heading for each in found.planned] == [
        "A, 1 June 2010",
        "B, 1 July 2010",
        "A, 1 May 2011",
        "A, some day",
    ]
    assert [each.heading for each in found.minuted] == ["B, 1 July 2010", "B, 2 July 2010"]


def test_a_topic_that_its_item_says_is_no_heading() -> None:
    items = [
        {"item": "Budget", "topic": "Money"},
        {"item": "Local area agreement", "topic": "Local Area Agreement"},
    ]
    board = {"meetings": {"meeting": "Board", "on": "5 July 2010", "items": items}}
    found = agreement(loaded({}, {}, {"board": {"meetings": [board["meetings"]]}})).meetings
    assert [(topic.heading, [item.words for item in topic.items])
            for topic in found.planned[0].topics] == [
        ("", ["Local area agreement"]),
        ("Money", ["Budget"]),
    ]  # fmt: skip


def test_items_by_topic() -> None:
    (meeting,) = shown().meetings.minuted
    assert [(topic.heading, [item.words for item in topic.items]) for topic in meeting.topics] == [
        ("", ["Any other business"]),
        ("Reports", ["Fire service", "Safer streets"]),
    ]
    item = meeting.topics[1].items[0]
    assert item.note == (Block("paragraph", (plain("It was said"),)),)
    assert (item.ref, item.decisions) == ("8/12", (plain("Noted"), plain("Agreed")))
    assert item.details == (
        Detail("Purpose", (plain("For information"), plain("For decision"))),
        Detail("Time", (plain("2.10pm"),)),
        Detail("Lead", (plain("Chief, Sussex Police"),)),
        Detail("Paper", (plain("verbal"),)),
        Detail("See", ((Inline("link", "Example", "#theme"),),)),
    )


def test_actions_arising() -> None:
    (table,) = shown().meetings.minuted[0].arising
    assert table.caption == "Actions arising from Board, 7 March 2010"
    assert cells(table) == [
        ["Action", "Ref", "Due", "Lead"],
        ["Send it out", "8/12.1", "June 2010", "Sussex Police; TBC"],
        ["Review; Cost: £1; See: Example; 8/12.1: Send it out", "X", *["Not stated"] * 2],
        ["First; Note: N", "X.1", "Sept 2010 (read as by 30 September 2010)", "Not stated"],
    ]
    assert [row.id for row in table.rows] == ["8-12-1", "x", "x-1"]
    (agency,) = shown().agencies
    assert [run.text for run in agency.actions] == ["8/12.1"]


def test_a_closed_session_leaves_no_trace() -> None:
    assert "Secret" not in str(shown())
    assert "Closed session" not in str(shown())


def test_meetings_stand_at_the_end_of_both_documents() -> None:
    for text, read in zip(documents(shown()), (parsed, parsed_markdown), strict=True):
        tree = read(text)
        headings = [text_of(each) for each in tree.iter() if each.tag in ("h2", "h3", "h4", "h5")]
        assert headings[headings.index("Meetings") :][:6] == [
            "Meetings",
            "Agendas and forward plan",
            "Board, 5 July 2010",
            "Panel, 6 July 2010",
            "Decisions and actions arising",
            "Board, 7 March 2010",
        ]
        assert text_of(tree).count("No agenda is recorded.") == 2
