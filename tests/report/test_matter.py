"""What stands beside the narrative: quotations, drivers, tables of figures, expectations."""

from typing import Any

import pytest
from render.pages import cells, loaded, parsed, report, text_of

from csplan.render import render
from csplan.report import (
    Agreement,
    Block,
    Chapter,
    Detail,
    Driver,
    Inline,
    Line,
    Quotation,
    Table,
    agreement,
)

GLOSSARY = {"glossary": {"ABC": "a big cat"}}


def plain(words: str) -> Line:
    return (Inline("text", words),)


def link(words: str, target: str) -> Line:
    return (Inline("link", words, target),)


def chapter(theme: dict[str, Any], plan: dict[str, Any] | None = None) -> Chapter:
    return report(theme, plan).chapters[0]


def test_quotations_are_word_for_word() -> None:
    quotations = [
        {"quotation": "The ABC[^n]\n\ncame", "by": "A parent", "about": "the ABC"},
        {"quotation": "Good"},
    ]
    assert chapter({"quotations": quotations}, GLOSSARY).matter.quotations == (
        Quotation((plain("The ABC[^n]"), plain("came")), "A parent", plain("the a big cat (ABC)")),
        Quotation((plain("Good"),), "", ()),
    )


def test_drivers() -> None:
    drivers = [{"driver": "The ABC Act", "means": "An ABC\n\n- x"}, {"driver": "A duty"}]
    assert chapter({"drivers": drivers}, GLOSSARY).matter.drivers == (
        Driver(
            "The ABC Act",
            (
                Block("paragraph", (plain("An a big cat (ABC)"),)),
                Block("bullets", (plain("x"),)),
            ),
        ),
        Driver("A duty", ()),
    )


def test_a_chapter_has_a_period_and_a_lead_of_its_own() -> None:
    found = chapter({"period": "2011/14", "lead": "Officer, Sussex Police"})
    assert found.period == "2011/14"
    assert found.details == (Detail("Lead", (plain("Officer, Sussex Police"),)),)


def test_own_headings() -> None:
    own = {"outcomes": "Aims", "indicators": "Measures", "actions": "Focus"}
    headings = chapter({}, {"headings": own}).matter.headings
    assert (headings.outcomes, headings.indicators, headings.actions) == (
        "Aims",
        "Measures",
        "Focus",
    )


def table(**said: Any) -> Table:
    found = {"table": "Offences", "columns": ["Area", "2009/10", "2010/11"], **said}
    (shown,) = chapter({"tables": found}).matter.tables
    return shown


def test_a_table_of_figures() -> None:
    found = table(
        unit="offences",
        rows=[["North", "1234", "900"], ["South", "n/a", "2010"], ["East", "40 (estimated)"]],
        source="Police",
        note="New boundaries",
    )
    assert found.caption == "Offences (offences)"
    assert [column.is_figures for column in found.columns] == [False, True, True]
    assert cells(found)[1:] == [
        ["North", "1,234", "900"],
        ["South", "n/a", "2,010"],
        ["East", "40 (estimated)", "n/a"],
    ]
    assert found.details == (
        Detail("Source", (plain("Police"),)),
        Detail("Note", (plain("New boundaries"),)),
    )


def test_a_column_of_words_or_of_years() -> None:
    found = table(
        columns=["Scheme", "Who runs it", "Since"],
        rows=[["A", "Police", "1998"], ["B", "-", "2001"]],
    )
    assert [column.is_figures for column in found.columns] == [False, False, True]
    assert cells(found)[1:] == [["A", "Police", "1998"], ["B", "-", "2001"]]


ROWS = [["North", "1000", "900"], ["South", "500", "600"]]
TOTALS = {
    "computed": (["computed"], ["Total", "1,500", "1,500"]),
    "stated": (["All", "1500", "1500"], ["All", "1,500", "1,500"]),
    "off by one": (["All", "1501", "1500"], ["All", "1,501 (the rows add up to 1,500)", "1,500"]),
    "half stated": (["All", "1500"], ["All", "1,500", "1,500"]),
}


@pytest.mark.parametrize("case", TOTALS)
def test_totals_stated_and_worked_out(case: str) -> None:
    total, row = TOTALS[case]
    found = table(rows=ROWS, total=total)
    assert cells(found)[-1] == row
    assert [row.is_total for row in found.rows] == [False, False, True]


@pytest.mark.parametrize(
    ("unit", "figures", "total"),
    [
        ("£", ["1000", "2500.50"], "3,500.50"),
        ("£", ["£1,000", "£2,500"], "£3,500"),
        ("£000", ["1.5", "2"], "3.5"),
        ("", ["£2k", "£3k"], "£5,000"),
        ("%", ["40", "60"], "n/a"),
    ],
)
def test_a_total_is_in_the_style_of_its_column(unit: str, figures: list[str], total: str) -> None:
    rows = [["A", figures[0]], ["B", figures[1]]]
    found = table(columns=["Of", "Sum"], unit=unit or "x", rows=rows, total="computed")
    assert cells(found)[-1] == ["Total", total]


def test_changes_stated_and_worked_out() -> None:
    change = {"since": "2009/10", "stated": {"North": "-10%", "South": "25%"}}
    rows = [*ROWS, ["East", "0", "5"], ["West", "10", "10"]]
    found = table(rows=rows, changes=change, total="computed")
    assert [row[-1] for row in cells(found)] == [
        "Change since 2009/10",
        "-10%",
        "25% (the figures give +20%)",
        "n/a",
        "0%",
        "+0.3%",
    ]


def test_a_change_stands_beside_its_later_column() -> None:
    found = table(
        columns=["Area", "A 2009", "A 2010", "B 2010", "B 2009", "B 2009"],
        rows=[["North", "10", "5", "8", "4", "9"]],
        changes=[{"since": "A 2009", "until": "A 2010"}, {"since": "B 2009", "until": "B 2010"}],
        total="computed",
    )
    assert cells(found) == [
        [
            *("Area", "A 2009", "A 2010", "Change since A 2009"),
            *("B 2010", "B 2009", "Change, B 2009 to B 2010", "B 2009"),
        ],
        ["North", "10", "5", "-50%", "8", "4", "+100%", "9"],
        ["Total", "10", "5", "-50%", "8", "4", "+100%", "9"],
    ]


def test_funding_stands_apart() -> None:
    funding = {
        "table": "By stream, £",
        "unit": "£",
        "columns": ["Stream", "£"],
        "rows": [["A", "1"]],
    }
    matter = chapter({"funding": funding}).matter
    assert (matter.tables, matter.funding[0].caption) == ((), "By stream, £")


EXPECTS = [
    {"ref": "1", "expectation": "Publish[^n]", "response": "We do.\n\n- monthly", "note": "N"},
    {"ref": "2", "expectation": "Share", "see": ["item 1", "theme"], "other_documents": "Protocol"},
    {"ref": "3", "expectation": "Gangs", "not_applicable": "None here"},
    {"ref": "4", "expectation": "Listen"},
    {"ref": "5", "expectation": "Count"},
    {"ref": "6", "expectation": "Hide"},
    {"ref": "7", "expectation": "Refer", "see": "4"},
    {"ref": "8", "expectation": "Look", "see": ["VC2", "vc2.1"]},
    {"ref": "9", "expectation": "Look at the theme", "see": ["VC2", "theme"]},
    {"ref": "10", "expectation": "Follow", "see": "6"},
]
ASKED = {
    "expectations": {"source": "National plan", "put_to": "Partnerships", "expects": EXPECTS},
    "notes": {"n": "A source"},
    "actions": [
        {"ref": "VC1", "action": "Do it", "due": "July 2010", "meets": ["item 1", "5", "99"]},
        {
            "ref": "VC2",
            "action": "Secret",
            "meets": "6",
            "publish": "false",
            "milestones": {"milestone": "Hush"},
        },
    ],
}


def asked() -> Agreement:
    return report(ASKED)


def test_expectations_and_what_answers_them() -> None:
    (source,) = asked().chapters[0].matter.sources
    assert source[:2] == ("National plan", "Partnerships")
    assert [(each.id, each.status, each.is_gap) for each in source.expects] == [
        ("expectation-1", "Answered", False),
        ("expectation-2", "Answered by reference", False),
        ("expectation-3", "Not applicable", False),
        ("expectation-4", "No response yet", True),
        ("expectation-5", "Answered by action", False),
        ("expectation-6", "No response yet", True),
        ("expectation-7", "Refers to what has no response yet", True),
        ("expectation-8", "No response yet", True),
        ("expectation-9", "Answered by reference", False),
        ("expectation-10", "Refers to what has no response yet", True),
    ]
    covered = Detail("Covered by", (link("VC1: Do it", "#vc1"),))
    assert [each.details for each in source.expects] == [
        (covered, Detail("Note", (plain("N"),))),
        (
            Detail("See", (link("Expectation 1", "#expectation-1"), link("Example", "#theme"))),
            Detail("Other document", (plain("Protocol"),)),
        ),
        (),
        (),
        (covered,),
        (),
        (Detail("See", (link("Expectation 4", "#expectation-4"),)),),
        (),
        (Detail("See", (link("Example", "#theme"),)),),
        (Detail("See", (link("Expectation 6", "#expectation-6"),)),),
    ]
    assert [block.kind for block in source.expects[0].response] == ["paragraph", "bullets"]
    assert source.expects[2].not_applicable == plain("None here")


def test_an_action_leads_to_the_expectations_that_it_meets() -> None:
    (table,) = asked().chapters[0].due
    assert table.rows[0].cells[1].lines == (
        plain("Do it"),
        (
            *plain("Meets: "),
            *link("Expectation 1", "#expectation-1"),
            *plain("; "),
            *link("Expectation 5", "#expectation-5"),
            *plain("; "),
            *plain("99"),
        ),
    )


def test_the_matrix_of_expectations() -> None:
    found = asked().matrix
    assert ["".join(run.text for run in line) for line in found.counts] == [
        "10 expectations",
        "Answered: 1",
        "Answered by action: 1",
        "Answered by reference: 2",
        "Not applicable: 1",
        "No response yet: 3 (numbers 4, 6, 8)",
        "Refers to what has no response yet: 2 (numbers 7, 10)",
        "Covered by actions: 2",
    ]
    assert found.counts[5][3] == Inline("link", "6", "#expectation-6")
    (source,) = found.sources
    assert (source.id, source.heading) == ("source-1", "Example")
    assert source.details == (
        Detail("Source", (plain("National plan"),)),
        Detail("Put to", (plain("Partnerships"),)),
    )
    table = source.table
    assert table.caption == "National plan"
    assert cells(table) == [
        ["No.", "Expectation", "Response", "Covered by", "Status"],
        ["1", "Publish1", "We do.; monthly; Note: N", "VC1: Do it", "Answered"],
        [
            *("2", "Share", "See Expectation 1; See Example; See Protocol"),
            *("No action", "Answered by reference"),
        ],
        ["3", "Gangs", "None here", "No action", "Not applicable"],
        ["4", "Listen", "None", "No action", "No response yet"],
        ["5", "Count", "None", "VC1: Do it", "Answered by action"],
        ["6", "Hide", "None", "No action", "No response yet"],
        ["7", "Refer", "See Expectation 4", "No action", "Refers to what has no response yet"],
        ["8", "Look", "None", "No action", "No response yet"],
        ["9", "Look at the theme", "See Example", "No action", "Answered by reference"],
        ["10", "Follow", "See Expectation 6", "No action", "Refers to what has no response yet"],
    ]
    assert [note.number for note in found.notes] == [1]
    targets = [run.target for row in table.rows for cell in row.cells
               for line in cell.lines for run in line if run.kind == "link"]  # fmt: skip
    assert targets == ["#expectation-1", "#expectation-4", "#expectation-6"]


def test_the_matrix_joins_one_source_of_several_themes() -> None:
    expects = {"source": "Duty", "expects": [{"ref": "a", "expectation": "The ABC"}]}
    other = {"source": "Duty", "expects": [{"ref": "b", "expectation": "An ABC"}]}
    plan = loaded(
        {"expectations": expects, **GLOSSARY},
        {"one": {"sub_themes": {"sub_theme": "S", "expectations": other}}},
    )
    found = agreement(plan)
    (source,) = found.matrix.sources
    assert [row[1] for row in cells(source.table)] == [
        "Expectation",
        "The a big cat (ABC)",
        "An ABC",
    ]
    assert (source.heading, source.details) == ("Duty", ())
    assert [entry.term for entry in found.matrix.glossary] == ["ABC"]
    assert found.matter.sources[0].put_to == ""


def demand(source: str, ref: str, put_to: str) -> dict[str, Any]:
    expects = [{"ref": ref, "expectation": "E"}]
    return {"source": source, "put_to": put_to, "expects": expects}


def test_the_matrix_names_what_answers_a_source() -> None:
    alone = {"theme": "Drugs", "expectations": demand("Plan, part 1", "1", "All")}
    twice = {
        "theme": "Violence",
        "expectations": [
            demand("Plan, part 2", "2", "All"),
            demand("Plan, part 3", "3", "All"),
            demand("Plan, part 3", "4", "Some"),
        ],
    }
    plan = loaded({"expectations": demand("Duty", "5", "All")}, {"a": alone, "b": twice})
    found = agreement(plan).matrix
    assert [source.heading for source in found.sources] == [
        "Duty",
        "Drugs",
        "Violence: Plan, part 2",
        "Violence: Plan, part 3",
    ]
    assert [[detail.label for detail in source.details] for source in found.sources] == [
        ["Put to"],
        ["Source", "Put to"],
        ["Put to"],
        [],
    ]
    assert [row[2] for row in cells(found.sources[3].table)] == ["Put to", "All", "Some"]


def test_the_contents_of_the_matrix_and_its_gaps_lead_to_their_places() -> None:
    pages = render(asked(), "expectations", ("html", "md"), None)
    tree = parsed(pages["expectations.html"])
    (contents,) = tree.iter("nav")
    assert [(text_of(each), each.get("href")) for each in contents.iter("a")] == [
        ("Example", "#source-1"),
        ("Notes and sources", "#notes"),
    ]
    assert "- [Example](#source-1)" in pages["expectations.md"]
    assert "No response yet: 3 (numbers [4](#expectation-4), " in pages["expectations.md"].replace(
        "\\", ""
    )


def test_an_action_with_nothing_to_put_in_a_table_is_an_entry() -> None:
    lead = {"action": "Named", "lead": "Officer, Sussex Police", "due": "Sept 2010"}
    found = chapter(
        {
            "actions": [
                "Just words",
                {"ref": "A1", "action": "With a reference", "measure": "Fewer"},
                lead,
                {"action": "Vague", "due": "July 2010"},
                {"action": "In steps", "milestones": [{"milestone": "One", "due": "July 2010"}]},
            ],
        }
    )
    assert [(each.id, each.ref, len(each.steps)) for each in found.actions] == [
        ("theme-1", "", 0),
        ("a1", "A1", 0),
        ("theme-3", "", 0),
        ("theme-4", "", 0),
        ("theme-5", "theme.5", 1),
    ]
    assert found.holds == "5 actions, 1 milestone"
    assert [each.details for each in found.actions] == [
        (),
        (Detail("How it will be known", (plain("Fewer"),)),),
        (
            Detail("Lead", (plain("Officer, Sussex Police"),)),
            Detail("Due", (plain("Sept 2010 (read as by 30 September 2010)"),)),
        ),
        (Detail("Due", (plain("July 2010"),)),),
        (),
    ]


def test_an_action_without_a_reference_is_called_by_its_words() -> None:
    lead = {"lead": "Sussex Police"}
    long = "Work up a proposal to pay for a co-ordinator of all that is done in the county"
    found = report(
        {
            "see": "theme.1",
            "actions": [
                {"action": "Do it", **lead},
                {"action": long, **lead},
                {"action": "x" * 70, **lead},
            ],
        }
    )
    (agency,) = found.agencies
    assert [run.text for run in agency.actions] == [
        "“Do it”",
        "“Work up a proposal to pay for a co-ordinator of all that is…”",
        f"“{'x' * 60}…”",
    ]
    assert found.chapters[0].related == (Detail("In this agreement", (link("Do it", "#theme-1"),)),)


def test_a_plan_has_what_a_chapter_has() -> None:
    matter = {
        "quotations": {"quotation": "Good"},
        "drivers": {"driver": "A duty"},
        "tables": {"table": "T", "columns": ["A", "B"], "rows": [["x", "1"]]},
        "funding": {"table": "F", "columns": ["A", "£"], "rows": [["x", "1"]]},
        "indicators": {"indicator": "I"},
    }
    found = agreement(loaded(matter, {})).matter
    assert all((found.quotations, found.drivers, found.tables, found.funding, found.indicators))
    assert found.outcomes == ()
