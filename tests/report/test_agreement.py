from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from render.pages import cells, loaded, report

from csplan.errors import CannotRunError
from csplan.load import load
from csplan.report import (
    Agency,
    Agreement,
    Detail,
    Headings,
    Inline,
    Line,
    Matter,
    Step,
    agreement,
)


def text(line: Line) -> str:
    return "".join(run.text for run in line)


def link(words: str, target: str) -> Line:
    return (Inline("link", words, target),)


def plain(words: str) -> Line:
    return (Inline("text", words),)


def steps(action: dict[str, Any]) -> tuple[Step, ...]:
    found = report({"actions": [{"ref": "VC1", "action": "Do it", **action}]})
    return found.chapters[0].actions[0].steps


def step(milestone: dict[str, Any]) -> Step:
    (found,) = steps({"milestones": {"milestone": "Done", **milestone}})
    return found


HEADINGS = Headings("Outcomes", "How we measure it", "Actions")


def test_a_bare_plan_has_nothing_empty() -> None:
    assert report({}) == Agreement(
        title="Anytown plan",
        partnership="Anytown partnership",
        period="2010/11",
        days="April 2010 to March 2011",
        status="adopted",
        matter=Matter(HEADINGS),
        chapters=report({}).chapters,
    )
    chapter = report({}).chapters[0]
    assert chapter[:3] == ("theme", "Example", "")
    assert chapter.matter == Matter(HEADINGS)
    assert not any(chapter._replace(matter=())[3:])  # type: ignore[arg-type]


def test_sections_come_in_the_order_of_the_headings() -> None:
    found = report(
        {
            "sections": [{"heading": "Joint action", "text": "f"}],
            "plans": "e",
            "achievements": "d",
            "hotspots": "c",
            "why": "b",
            "what": "a",
        }
    )
    assert [(part.id, part.heading) for part in found.chapters[0].sections] == [
        ("theme-what", "What is the priority?"),
        ("theme-why", "Why is it a priority?"),
        ("theme-hotspots", "Hotspots"),
        ("theme-achievements", "Achievements so far"),
        ("theme-plans", "Plans"),
        ("theme-joint-action", "Joint action"),
    ]


def test_a_step_has_no_empty_cell() -> None:
    assert steps({"milestones": [{"milestone": "Done"}]}) == (
        Step("vc1-1", "VC1.1", plain("Done"), (), "Not stated", "", ("Not stated",)),
    )


def test_an_action_that_is_due_itself_beside_its_milestones_has_a_row() -> None:
    said = {"due": "July 2010", "lead": "Officer, Sussex Police", "cost": "£1"}
    assert steps({**said, "milestones": [{"milestone": "M"}]})[0] == Step(
        "vc1-whole",
        "VC1",
        plain("The whole action"),
        (),
        "July 2010",
        "",
        ("Officer, Sussex Police",),
    )


def test_the_actions_of_a_chapter_that_are_due_as_a_whole_are_one_table() -> None:
    found = report(
        {
            "actions": [
                {"ref": "A1", "action": "Do it", "due": "Sept 2010", "note": "Soon", "see": "A2"},
                {"ref": "A2", "action": "In steps", "milestones": [{"milestone": "M"}]},
                {"action": "Without a reference", "due": "July 2010"},
                {
                    "ref": "A3",
                    "action": "Lead it",
                    "lead": ["Sussex Police", "TBC"],
                    "partners": ["X", "Y"],
                    "measure": "Fewer",
                    "start": "May 2010",
                    "progress": PROGRESS,
                },
                {"ref": "A4", "action": "Just words"},
                {"ref": "A5", "action": "Secret", "due": "July 2010", "publish": "false"},
            ]
        }
    ).chapters[0]
    (table,) = found.due
    assert (table.kind, table.caption) == ("actions", "Example: actions, dates and leads")
    assert [row.id for row in table.rows] == ["a1", "a3"]
    assert cells(table) == [
        ["Ref", "Action", "Due", "Lead", "Partners", "How it will be known", "Progress"],
        [
            *("A1", "Do it; Note: Soon; See: A2: In steps"),
            "Sept 2010 (read as by 30 September 2010)",
            *["Not stated"] * 4,
        ],
        [
            *("A3", "Lead it; Starts: May 2010", "Not stated", "Sussex Police; TBC", "X; Y"),
            *("Fewer", "In progress, red, 2 June 2010"),
        ],
    ]
    assert [(each.id, len(each.steps)) for each in found.actions] == [
        ("a2", 1),
        ("theme-3", 0),
        ("a4", 0),
    ]
    assert found.holds == "5 actions, 1 milestone"


def test_an_action_of_the_table_is_led_to() -> None:
    found = report(
        {"see": "A1", "actions": [{"ref": "A1", "action": "x", "lead": "Sussex Police"}]}
    )
    assert found.chapters[0].related[0].lines == (link("A1: x", "#a1"),)
    assert found.agencies == (Agency("Sussex Police", link("A1", "#a1")),)


READINGS = {
    "30 September 2010": "",
    "july  2010": "",
    "Sept 2010": "read as by 30 September 2010",
    "Quarter 2": "read as by 30 September 2010",
    "July 2010, Quarter 2, Year 2": "",
    "30-Sep-2010": "",
    "30-Sep-10": "read as by 30 September 2010",
    "01-Aug-2010": "",
    "1st January": "read as by 1 January 2011",
    "Quarter 1, July 2010": (
        "July 2010 is not in quarter 1; read as by 31 July 2010, the later of the two"
    ),
    "Friday 30 September 2010": (
        "30 September 2010 is a Thursday, not a Friday; read as by 30 September 2010"
    ),
    "Quarterly": "",
    "Quarterly until October 2010": "read as each quarter until 31 October 2010",
    "Bi-monthly": "read as every two months",
    "Ongoing": "",
    "Ongoing throughout Year 2": "",
    "Ongoing, Quarter 4": "read as ongoing, to be reviewed by 31 March 2011",
    "TBC": "no date yet",
    "TBC, March 2011": "no date yet, to be set by 31 March 2011",
    "January 2010": "before the agreement’s own year",
    "Quarter 4, 2009/10": "read as by 31 March 2010; before the agreement’s own year",
    "May 2011": "after the agreement’s own year",
    "Refer to the alcohol plan": "the date is kept in another document",
    "when the time is ripe": "not understood as a date",
}


@pytest.mark.parametrize("due", READINGS)
def test_how_a_date_was_read_stands_where_it_says_more(due: str) -> None:
    assert step({"due": due}).reading == READINGS[due]


LATE = {"milestone": "M", "due": "January 2010"}


def test_a_date_that_was_carried_forward_may_lie_before_the_agreement() -> None:
    carried = {"carried_from": "VC1 of last year's agreement"}
    for action, milestone in (({}, LATE), (carried, LATE), ({}, LATE | carried)):
        said = steps({**action, "milestones": milestone})[0].reading
        assert bool(said) is (action is not carried and "carried_from" not in milestone)


def test_an_agreement_may_have_several_years_or_none_that_are_known() -> None:
    late = {"ref": "A1", "action": "Do it", "milestones": LATE}
    known = loaded({"period": "2010/11 to 2012/13"}, {"one": {"actions": [late]}})
    unknown = replace(known, term=None)
    for plan, said in ((known, "before the agreement’s own years"), (unknown, "")):
        assert agreement(plan).chapters[0].actions[0].steps[0].reading == said


LEADS: list[tuple[Any, tuple[str, ...]]] = [
    ("TBC following the review", ("TBC following the review",)),
    (["A, Sussex Police", "B"], ("A, Sussex Police", "B")),
    ({"person": "Jo Bloggs"}, ("Not stated",)),
    (
        {"person": "Jo Bloggs", "post": "Officer", "agency": "Sussex Police"},
        ("Officer, Sussex Police",),
    ),
    ([{"person": "Jo Bloggs"}, "A"], ("A",)),
]


@pytest.mark.parametrize(("lead", "shown"), LEADS)
def test_leads_are_posts_and_never_names(lead: object, shown: tuple[str, ...]) -> None:
    assert step({"due": "July 2010", "lead": lead}).leads == shown


def test_what_is_said_besides() -> None:
    said = {
        "partners": ["A", "B"],
        "measure": "Fewer",
        "cost": "£1",
        "note": "Later",
        "start": "May 2010",
        "carried_from": "X1",
        "carried_to": "X2",
        "see": ["vc 1", "theme", "nothing"],
        "other_documents": ["One", "Two"],
    }
    details = (
        Detail("Partners", (plain("A"), plain("B"))),
        Detail("How it will be known", (plain("Fewer"),)),
        Detail("Cost", (plain("£1"),)),
        Detail("Starts", (plain("May 2010"),)),
        Detail("Carried forward from", (plain("X1"),)),
        Detail("Carried forward to", (plain("X2"),)),
        Detail("Note", (plain("Later"),)),
        Detail("See", (link("VC1: Do it", "#vc1"), link("Example", "#theme"), plain("nothing"))),
        Detail("Other documents", (plain("One"), plain("Two"))),
    )
    action = {"ref": "VC1", "action": "Do it", **said, "milestones": [{"milestone": "M", **said}]}
    found = report({"actions": [action]}).chapters[0].actions[0]
    assert found.details == found.steps[0].details == details


def test_what_is_not_published_leaves_no_trace() -> None:
    hidden = {
        "ref": "S1",
        "action": "Secret",
        "publish": "false",
        "lead": "Sussex Police",
        "milestones": [{"milestone": "Secret too", "see": ["S1"]}],
    }
    shown = {"ref": "VC1", "action": "Do it", "see": ["S1", "s1.1"]}
    found = report({"see": "S1", "actions": [hidden, shown]})
    assert [action.ref for action in found.chapters[0].actions] == ["VC1"]
    assert "S1" not in str(found)
    assert "Secret" not in str(found)
    assert found.agencies == ()
    assert found.chapters[0].holds == "1 action"


def test_sub_themes_have_what_a_theme_has() -> None:
    sub = {
        "sub_theme": "Young people",
        "what": "Why not",
        "outcomes": "Fewer[^n]",
        "indicators": {"indicator": "Rate", "code": "NI 1", "kind": "key"},
        "see": "theme",
        "other_documents": "Strategy",
        "actions": [{"ref": "A", "action": "B", "milestones": [{"milestone": "C"}] * 2}],
    }
    found = report(
        {
            "sub_themes": [sub, {"sub_theme": "Empty"}],
            "indicators": [{"indicator": "Other"}],
            "notes": {"n": "Source"},
            "duties": ["Serious Violence"],
        }
    )
    theme = found.chapters[0]
    young, empty = theme.sub_themes
    assert (theme.holds, young.holds, empty.holds) == (*["1 action, 2 milestones"] * 2, "")
    assert cells(theme.matter.indicators[0]) == [
        ["Measure"],
        ["Other"],
    ]
    assert cells(young.matter.indicators[0]) == [
        ["Measure", "National code", "Use"],
        ["Rate", "NI 1", "Main measure"],
    ]
    assert (young.id, young.sections[0].id) == ("theme-young-people", "theme-young-people-what")
    assert young.matter.outcomes == (
        (*plain("Fewer"), Inline("note", "1", "#note-1", "note-1-mark-1")),
    )
    assert young.related == (
        Detail("In this agreement", (link("Example", "#theme"),)),
        Detail("Other document", (plain("Strategy"),)),
    )


def test_notes_are_numbered_as_they_are_first_cited_in_the_whole_document() -> None:
    plan = loaded(
        {"summary": "S[^a]", "notes": {"a": "Plan's a"}},
        {
            "one": {
                "what": "## H[^b]\n\nX[^a] Y[^b] Z[^c]",
                "notes": {"unused": "Never", "a": "One's a", "b": "See https://b.uk [^a]"},
            }
        },
    )
    found = agreement(plan)
    assert [(note.number, note.id, text(note.words), note.marks) for note in found.notes] == [
        (1, "note-1", "Plan's a", ("note-1-mark-1",)),
        (2, "note-2", "See https://b.uk [^a]", ("note-2-mark-1", "note-2-mark-2")),
        (3, "note-3", "One's a", ("note-3-mark-1",)),
    ]
    heading, paragraph = found.chapters[0].sections[0].blocks
    assert text(heading.lines[0]) == "H2"
    assert text(paragraph.lines[0]) == "X3 Y2 Z[^c]"


def test_acronyms_are_spelt_out_once_in_each_chapter_and_not_in_headings() -> None:
    plan = loaded(
        {
            "glossary": {"B": "bee", "A": "ay", "C": "sea"},
            "agencies": ["A team", {"name": "C", "also": ["The C"]}],
            "summary": "## A\n\n- x A, A",
        },
        {
            "one": {"theme": "B", "what": "A team, B, A", "actions": [{"ref": "B", "action": "B"}]},
            "two": {"what": "A, C, A[^n]", "notes": {"n": "A, A"}},
        },
    )
    found = agreement(plan)
    assert [text(block.lines[0]) for block in found.summary] == ["A", "x ay (A), A"]
    one, two = (chapter.sections[0].blocks[0].lines[0] for chapter in found.chapters)
    assert text(one) == "A team, B, ay (A)"
    assert text(two) == "Ay (A), sea (C), A1"
    assert two[1] == Inline("acronym", "A", "ay")
    assert text(found.notes[0].words) == "Ay (A), A"
    assert found.chapters[0].actions[0].words == "B"


def test_the_glossary_has_the_terms_that_are_published() -> None:
    glossary = {"B": "bee", "XY": "ex", "LA": "local authority", "ZZ": "as in B", "AB": "bees"}
    action = {"ref": "XY 1", "action": "A", "lead": "LA Officer, Sussex Police", "due": "B"}
    secret = {"ref": "A2", "action": "AB", "publish": "false"}
    found = report({"actions": [action, secret]}, {"glossary": glossary})
    assert [entry.term for entry in found.glossary] == ["B", "LA", "XY"]


def test_the_agencies_with_the_actions_that_they_lead() -> None:
    milestones = [
        {"milestone": "M", "lead": "Officer, Sussex Police"},
        {"milestone": "N", "lead": ["Sussex Police", "TBC"]},
    ]
    found = report({"actions": [{"ref": "VC1", "action": "Do it", "milestones": milestones}]})
    assert found.agencies == (Agency("Sussex Police", link("VC1", "#vc1")),)


def test_ids_are_unique_even_if_references_are_not() -> None:
    twin = {"ref": "Notes", "action": "x", "milestones": [{"milestone": "m"}, {"milestone": "n"}]}
    found = report({"actions": [twin, twin, {"ref": "notes-2-1", "action": "y"}]})
    actions = found.chapters[0].actions
    assert [action.id for action in actions] == ["notes-2", "notes-3", "notes-2-1"]
    assert [step.id for step in actions[0].steps] == ["notes-2-1-2", "notes-2-2"]
    assert [step.id for step in actions[1].steps] == ["notes-3-1", "notes-3-2"]


def test_only_the_chapters_asked_for(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("title: T\npartnership: P\nperiod: nonsense\n")
    (tmp_path / "a.yaml").write_text("theme: A\nsee: b\n")
    (tmp_path / "b.yaml").write_text("theme: B\n")
    found = agreement(load((tmp_path / "a.yaml",)).plans[0])
    assert [chapter.heading for chapter in found.chapters] == ["A"]
    assert found.chapters[0].related == (Detail("In this agreement", (plain("B"),)),)
    assert found.days == ""


def test_a_file_that_cannot_be_read_has_no_chapter(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("title: T\npartnership: P\nperiod: 2010/11\n")
    (tmp_path / "a.yaml").write_text("theme: A\nnonsense: x\n")
    (tmp_path / "b.yaml").write_text("theme: B\n")
    found = agreement(load((tmp_path,)).plans[0])
    assert [chapter.heading for chapter in found.chapters] == ["B"]


def test_no_plan_no_report(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("theme: A\n")
    with pytest.raises(CannotRunError, match="csplan validate"):
        agreement(load((tmp_path,)).plans[0])


PROGRESS = [
    {"on": "1 May 2010", "state": "in progress", "rating": "amber", "note": "Between us"},
    {"on": "2 June 2010", "rating": "red"},
]


def test_the_day_of_a_state_is_that_on_which_it_was_given() -> None:
    later = {"on": "4 July 2010", "note": "Nothing new"}
    (detail,) = step({"progress": [*PROGRESS, later]}).details
    assert text(detail.lines[0]) == "In progress, red, 2 June 2010"


def test_a_colour_that_nobody_sees_needs_no_key() -> None:
    secret = {"action": "Secret", "publish": "false", "progress": PROGRESS}
    key = {"ratings": [{"rating": "red", "means": "Late"}]}
    assert report({"actions": [secret]}, key).ratings == ()


def test_where_work_stands_is_published_and_what_was_said_is_not() -> None:
    stands = (
        *plain("In progress"),
        *plain(", "),
        Inline("text", "red", tone="red"),
        *plain(", 2 June 2010"),
    )
    assert step({"progress": PROGRESS}).details == (Detail("Progress", (stands,)),)
    found = report(
        {
            "actions": [
                {"action": "An entry", "due": "July 2010", "progress": PROGRESS},
                {
                    "ref": "B",
                    "action": "Closed",
                    "progress": {"on": "3 June 2010", "state": "stopped"},
                    "milestones": [{"milestone": "x", "due": "July 2010"}],
                },
            ]
        },
        {"ratings": [{"rating": "red", "means": "Late"}]},
    )
    entry, closed = found.chapters[0].actions
    assert entry.details[-1] == Detail("Progress", (stands,))
    assert [text(line) for line in closed.steps[0].details[0].lines] == ["Stopped, 3 June 2010"]
    assert found.ratings == (Detail("Red", (plain("Late"),), "red"),)
    assert "Between us" not in str(found)
