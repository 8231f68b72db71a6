"""What differs between two plans, compared with plain values."""

import time
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import PLAN, write_plan

from csplan.load import LoadedPlan, load
from csplan.query.differences import KINDS, Differences, compare
from csplan.query.differences.likeness import likeness, likest, words_changed
from csplan.query.differences.matching import Matching, out_of_order

LATER = PLAN.replace("2010/11", "2011/12")
Files = dict[str, str]


def plan(folder: Path, files: Files | str, settings: str = PLAN) -> LoadedPlan:
    parts = {"theme.yaml": files} if isinstance(files, str) else files
    texts = {name: dedent(text) for name, text in parts.items()}
    return load((write_plan(folder, {"plan.yaml": settings, **texts}),)).plans[0]


def differences(
    folder: Path,
    old: Files | str,
    new: Files | str,
    plans: tuple[str, str] = (PLAN, PLAN),
    as_at: date = date.max,
) -> Differences:
    return compare(plan(folder / "old", old, plans[0]), plan(folder / "new", new, plans[1]), as_at)


def theme(*actions: str, name: str = "T") -> str:
    return f"theme: {name}\nactions:\n" + "".join(f"  - {{{each}}}\n" for each in actions)


def told(found: Differences, subject: str = "actions") -> list[tuple[str, str, str]]:
    """The kind and the references of what differs."""
    entries = [each for each in found.entries if each.subject == subject]
    return [(each.kind, each.old_ref, each.new_ref) for each in entries]


def names(found: Differences, subject: str) -> list[tuple[str, str, str]]:
    entries = [each for each in found.entries if each.subject == subject]
    return [(each.kind, each.part, each.name) for each in entries]


def changes(found: Differences, subject: str = "actions") -> list[tuple[str, str, str, str]]:
    return [
        (each.what, each.old, each.new, each.note)
        for entry in found.entries
        if entry.subject == subject
        for each in entry.changes
    ]


@pytest.mark.parametrize("name", [each.name for each in Path("plans").iterdir()])
def test_a_shipped_plan_does_not_differ_from_itself(name: str) -> None:
    folder = Path("plans") / name
    found = compare(load((folder,)).plans[0], load((folder,)).plans[0])
    assert found.is_same
    assert (found.entries, found.uncompared) == ((), ())
    assert all(each.old == each.new and not each.changed for each in found.counts)


DONE = "progress: {on: 1 May 2010, state: complete}"
A, B, C = (
    "ref: A1, action: Train bar staff",
    "ref: A2, action: Light the park",
    "ref: A3, action: x",
)


def test_what_is_new_and_what_is_dropped(tmp_path: Path) -> None:
    found = differences(tmp_path, theme(A, B), theme(B, C))
    assert told(found) == [("new", "", "A3"), ("dropped", "A1", "")]
    new, dropped = found.entries
    assert (new.part, new.name, new.theme, new.note) == ("action", "x", "T", "")
    assert new.new_place
    assert (new.new_place.path, new.new_place.line) == (str(tmp_path / "new" / "theme.yaml"), 4)
    assert dropped.note == "it stood at not started"


@pytest.mark.parametrize(
    ("more", "as_at", "note"),
    [
        (
            DONE,
            date.max,
            "it ended complete on 1 May 2010",
        ),
        ("progress: {on: 1 May 2010, state: stopped}", date.max, "it ended stopped on 1 May 2010"),
        (
            "progress: {on: 1 May 2010, state: stopped}",
            date(2010, 4, 30),
            "it stood at not started",
        ),
        (
            "progress: {on: 1 May 2010, rating: red}",
            date.max,
            "it stood at in progress, red on 1 May 2010",
        ),
        (
            f"milestones: [{{milestone: m, {DONE}}}, {{milestone: n}}]",
            date.max,
            "it stood at in progress; 2 milestones: 1 complete, 1 not started",
        ),
        (
            f"milestones: [{{milestone: m, {DONE}}}]",
            date.max,
            "it ended complete; 1 milestone: 1 complete",
        ),
        (
            "carried_to: the plan for 2011/12",
            date.max,
            "it stood at not started; it says that it is carried forward to: the plan for 2011/12",
        ),
    ],
)
def test_what_is_dropped_tells_how_it_ended(
    tmp_path: Path, more: str, as_at: date, note: str
) -> None:
    found = differences(tmp_path, theme(f"{A}, {more}", B), theme(B), as_at=as_at)
    assert [each.note for each in found.entries] == [note]


def test_what_is_new_tells_what_it_holds_and_where_it_comes_from(tmp_path: Path) -> None:
    new = "ref: N1, action: n, carried_from: the plan for 2001/02, milestones: [{milestone: m}]"
    found = differences(tmp_path, theme(A), theme(A, new))
    said = "it says that it is carried forward from: the plan for 2001/02"
    assert [each.note for each in found.entries] == [f"with 1 milestone; {said}"]


def test_a_new_reference_for_the_same_words(tmp_path: Path) -> None:
    found = differences(tmp_path, theme(A), theme("ref: B7, action: 'Train  bar staff'"))
    assert told(found) == [("changed", "A1", "B7")]
    assert changes(found) == [("reference", "A1", "B7", "")]
    assert found.entries[0].matched_by == "the same words"


def test_references_that_were_exchanged_are_matched_by_their_words(tmp_path: Path) -> None:
    swapped = theme("ref: A2, action: Train bar staff", "ref: A1, action: Light the park")
    found = differences(tmp_path, theme(A, B), swapped)
    assert told(found) == [("changed", "A1", "A2"), ("changed", "A2", "A1")]


def test_other_words_under_the_same_reference_are_matched_in_one_year(tmp_path: Path) -> None:
    found = differences(tmp_path, theme(A), theme("ref: a 1, action: Put up signs"))
    assert changes(found) == [("words", "Train bar staff", "Put up signs", "")]
    assert found.entries[0].matched_by == ""


def test_a_reference_used_again_in_another_year_is_another_action(tmp_path: Path) -> None:
    again = theme("ref: A1, action: Put up signs")
    found = differences(tmp_path, theme(A), again, (PLAN, LATER))
    assert told(found) == [("new", "", "A1"), ("dropped", "A1", "")]
    assert found.of("actions")[0].note == "the old plan had another action A1, which is dropped"


def test_similar_words_under_other_references_are_matched_and_said_so(tmp_path: Path) -> None:
    old = theme("ref: A1, action: Train the staff of all bars in the town", B)
    new = theme(B, "ref: X9, action: Train the staff of all bars and clubs in the town")
    found = differences(tmp_path, old, new, (PLAN, LATER))
    assert told(found) == [("changed", "A1", "X9")]
    assert found.of("actions")[0].matched_by == "similar words"


def test_carried_from_comes_before_the_reference(tmp_path: Path) -> None:
    new = theme("ref: A1, action: Light all parks, carried_from: A2 of the agreement for 2010/11")
    found = differences(tmp_path, theme(A, B), new, (PLAN, LATER))
    assert told(found) == [("dropped", "A1", ""), ("carried forward", "A2", "A1")]
    assert found.of("actions")[1].matched_by == ""
    assert changes(found) == [
        ("reference", "A2", "A1", ""),
        ("words", "Light the park", "Light all parks", ""),
    ]


def test_carried_to_names_it_as_well(tmp_path: Path) -> None:
    old = theme(f"{A}, carried_to: '2011/12 plan, Q4'")
    new = theme("ref: Q4, action: Something else")
    found = differences(tmp_path, old, new, (PLAN, LATER))
    assert told(found) == [("carried forward", "A1", "Q4")]
    assert found.of("actions")[0].note == "it stood at not started"


def test_of_two_that_come_from_one_action_the_second_is_new(tmp_path: Path) -> None:
    new = theme(
        "ref: B1, action: p, carried_from: A1 of 2010/11",
        "ref: B2, action: q, carried_from: A1 of 2010/11",
    )
    found = differences(tmp_path, theme(A), new, (PLAN, LATER))
    assert told(found) == [("new", "", "B2"), ("carried forward", "A1", "B1")]


def test_what_another_years_plan_carries_is_not_taken_for_the_same_plan(tmp_path: Path) -> None:
    new = theme(A, "ref: A9, action: n, carried_from: A1 of last year's plan")
    assert told(differences(tmp_path, theme(A), new)) == [("new", "", "A9")]
    assert told(differences(tmp_path / "b", theme(A), new, (PLAN, LATER))) == [
        ("new", "", "A1"),
        ("carried forward", "A1", "A9"),
    ]


def test_what_ended_carried_forward_goes_on_under_the_same_reference(tmp_path: Path) -> None:
    old = theme(
        f"{A}, due: May 2010, progress: [{{on: 1 June 2010, due: July 2010}},"
        " {on: 1 March 2011, state: carried forward}]"
    )
    new = theme(f"{A}, due: May 2011, progress: {{on: 1 May 2011, state: complete}}")
    found = differences(tmp_path, old, new, (PLAN, LATER))
    assert told(found) == [("carried forward", "A1", "A1")]
    note = "the board had agreed July 2010, 304 days later"
    assert changes(found) == [("due", "May 2010", "May 2011", note)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("due: May 2010", "due: July 2010", ("due", "May 2010", "July 2010", "61 days later")),
        ("due: May 2010", "due: 30 May 2010", ("due", "May 2010", "30 May 2010", "1 day earlier")),
        (
            "due: May 2010",
            "due: 31 May 2010",
            ("due", "May 2010", "31 May 2010", "with the same last day"),
        ),
        ("due: May 2010", "due: Quarterly", ("due", "May 2010", "Quarterly", "")),
        ("due: May 2010", "due: TBC", ("due", "May 2010", "TBC", "")),
        ("cost: £0", "cost: £3k", ("cost", "£0", "£3k", "")),
        ("cost: £0", "publish: true", ("cost", "£0", "", "")),
        ("publish: true", "publish: false", ("publish", "yes", "no", "")),
        ("partners: a", "partners: [a, b]", ("partners", "a", "a; b", "")),
        ("start: May 2010", "start: June 2010", ("start", "May 2010", "June 2010", "")),
        ("lead: X", "lead: 'Head, SCT'", ("lead", "X", "Head, SCT", "")),
        ("cost: a b", "cost: 'a  b'", None),
        ("lead: 'Head, SCT'", "lead: 'Head, Safer Communities Team'", None),
        (
            "lead: {post: Head, agency: SCT, person: A. N. Other}",
            "lead: {post: Head, agency: SCT, person: B. N. Other}",
            None,
        ),
        (
            "progress: []",
            "progress: {on: 1 May 2010, state: in progress, rating: red}",
            ("state", "not started", "in progress, red", "on 1 May 2010"),
        ),
        (
            "progress: {on: 1 May 2010, rating: amber}",
            "progress: {on: 2 May 2010, rating: red}",
            ("rating", "amber", "red", "on 2 May 2010"),
        ),
    ],
)
def test_what_changed_in_an_action(
    tmp_path: Path, old: str, new: str, expected: tuple[str, str, str, str] | None
) -> None:
    found = differences(tmp_path, theme(f"{A}, {old}"), theme(f"{A}, {new}"))
    if expected is None:
        assert (found.entries, found.is_same) == ((), False)
    else:
        assert changes(found)[0] == expected


def test_dates_agreed_by_the_board_are_told_with_the_reason(tmp_path: Path) -> None:
    moved = "progress: {on: 1 May 2010, due: July 2010, reason: No venue}"
    found = differences(
        tmp_path, theme(f"{A}, due: May 2010"), theme(f"{A}, due: May 2010, {moved}")
    )
    assert changes(found) == [
        ("date agreed", "", "July 2010", "61 days later; No venue"),
        ("progress", "0 reports", "1 report", "1 new"),
    ]
    back = differences(
        tmp_path / "b", theme(f"{A}, due: May 2010, {moved}"), theme(f"{A}, due: May 2010")
    )
    assert changes(back) == [
        ("date agreed", "July 2010", "", "61 days earlier"),
        ("progress", "1 report", "0 reports", "1 taken out or written anew"),
    ]
    early = differences(
        tmp_path / "c",
        theme(f"{A}, due: May 2010"),
        theme(f"{A}, due: May 2010, {moved}"),
        as_at=date(2010, 4, 30),
    )
    assert early.entries == ()
    assert not early.is_same


def steps(*milestones: str, more: str = "") -> str:
    return f"{A}{more}, milestones: [{', '.join(f'{{milestone: {each}}}' for each in milestones)}]"


def test_milestones_are_known_by_their_words_and_not_by_their_number(tmp_path: Path) -> None:
    found = differences(tmp_path, theme(steps("one", "two")), theme(steps("zero", "one", "two")))
    assert told(found) == [("new", "", "A1.1")]
    found = differences(tmp_path / "b", theme(steps("one", "two")), theme(steps("two")))
    assert told(found) == [("dropped", "A1.1", "")]


def test_the_order_of_milestones(tmp_path: Path) -> None:
    found = differences(tmp_path, theme(steps("one", "two")), theme(steps("two", "one")))
    note = "by their old references"
    assert changes(found) == [("order of milestones", "A1.1, A1.2", "A1.2, A1.1", note)]


def test_a_milestone_that_is_written_anew_keeps_its_place(tmp_path: Path) -> None:
    found = differences(tmp_path, theme(steps("one", "two")), theme(steps("one", "gone")))
    assert changes(found) == [("words", "two", "gone", "")]
    assert found.entries[0].matched_by == "its place"
    alike = "plan for the whole town agreed"
    found = differences(
        tmp_path / "b", theme(steps(f"new {alike}")), theme(steps("other", f"old {alike}"))
    )
    assert told(found) == [("new", "", "A1.1"), ("changed", "A1.1", "A1.2")]
    assert found.entries[1].matched_by == "similar words"


def test_a_milestone_that_moves_to_another_action(tmp_path: Path) -> None:
    old = theme(steps("one", "two"), B)
    new = theme(steps("one"), f"{B}, milestones: [{{milestone: two}}]")
    found = differences(tmp_path, old, new)
    assert told(found) == [("changed", "A1.2", "A2.1")]
    assert changes(found) == [("action", "A1", "A2", "")]


def test_a_milestone_takes_its_lead_and_its_end_from_its_action(tmp_path: Path) -> None:
    old = theme(steps("one", more=", lead: X"))
    done = ", lead: Y, progress: {on: 1 May 2010, state: stopped}"
    found = differences(tmp_path, old, theme(steps("one", more=done)))
    assert told(found) == [("changed", "A1", "A1")]
    own = theme(f"{A}, lead: X, milestones: [{{milestone: one, lead: Z}}]")
    found = differences(tmp_path / "b", old, own)
    assert changes(found) == [("lead", "X", "Z", "")]


def test_milestones_of_another_year_do_not_tell_their_old_states(tmp_path: Path) -> None:
    old = f"{A}, milestones: [{{milestone: m, progress: {{on: 1 May 2010, state: complete}}}}]"
    found = differences(tmp_path, theme(old), theme(steps("m")), (PLAN, LATER))
    assert found.of("actions") == ()


def test_actions_without_references_go_by_their_words(tmp_path: Path) -> None:
    old = "theme: T\nactions: [Light the park, Train bar staff]\n"
    new = "theme: T\nactions: [Put up signs, Light the park, Train bar staff]\n"
    found = differences(tmp_path, old, new)
    assert told(found) == [("new", "", "theme.1")]
    found = differences(tmp_path / "b", old, theme("ref: P1, action: Light the park"))
    assert changes(found) == [("reference", "theme.1", "P1", "")]


def test_an_action_moves_with_its_words_to_another_theme(tmp_path: Path) -> None:
    old = {"a.yaml": theme(A, B, name="One"), "b.yaml": theme(C, name="Two")}
    new = {"a.yaml": theme(A, name="One"), "b.yaml": theme(B, C, name="Two")}
    found = differences(tmp_path, old, new)
    assert told(found) == [("changed", "A2", "A2")]
    assert changes(found) == [("theme", "One", "Two", "")]
    assert found.of("priorities") == ()


def test_themes_are_added_dropped_and_renamed(tmp_path: Path) -> None:
    old = {
        "a.yaml": theme(A, name="Alcohol and drugs in the town"),
        "b.yaml": "theme: Burglary\n",
        "c.yaml": "theme: Cars\n",
        "d.yaml": theme(B, name="Dark places"),
    }
    new = {
        "x.yaml": theme(A, name="Alcohol and drugs in our town"),
        "b.yaml": "theme: Homes\n",
        "e.yaml": "theme: Exploitation\n",
        "y.yaml": theme(B, name="Parks"),
    }
    found = differences(tmp_path, old, new)
    assert names(found, "priorities") == [
        ("new", "theme", "Exploitation"),
        ("dropped", "theme", "Cars"),
        ("changed", "theme", "Homes"),
        ("changed", "theme", "Alcohol and drugs in our town"),
        ("changed", "theme", "Parks"),
    ]
    by = [each.matched_by for each in found.of("priorities")]
    assert by == ["", "", "its file name", "a similar title", "the actions in it"]
    assert told(found) == []


def test_a_theme_that_moves_in_the_order_of_the_plan(tmp_path: Path) -> None:
    files = {f"{name}.yaml": f"theme: {name}\n" for name in ("a", "b", "c")}
    plans = tuple(f"{PLAN}themes: [{order}]\n" for order in ("a, b, c", "c, a, b"))
    found = differences(tmp_path, files, files, (plans[0], plans[1]))
    assert names(found, "priorities") == [("changed", "theme", "c")]
    assert changes(found, "priorities") == [("order", "", "", "it stands elsewhere in the order")]


def test_sub_themes_are_renamed_and_moved(tmp_path: Path) -> None:
    old = {
        "a.yaml": "theme: A\nsub_themes: [{sub_theme: One}, {sub_theme: Two, actions: [x, y]}]\n",
        "b.yaml": "theme: B\nsub_themes: [{sub_theme: Old}]\n",
    }
    new = {
        "a.yaml": "theme: A\nsub_themes: [{sub_theme: Deux, lead: X, actions: [x, y]}]\n",
        "b.yaml": "theme: B\nsub_themes: [{sub_theme: One}, {sub_theme: Neu}]\n",
    }
    found = differences(tmp_path, old, new)
    assert names(found, "priorities") == [
        ("new", "sub-theme", "Neu"),
        ("dropped", "sub-theme", "Old"),
        ("changed", "sub-theme", "Deux"),
        ("changed", "sub-theme", "One"),
    ]
    assert changes(found, "priorities") == [
        ("name", "Two", "Deux", ""),
        ("lead", "", "X", ""),
        ("theme", "A", "B", ""),
    ]
    assert found.of("actions") == ()


def indicator(*lines: str) -> str:
    return "theme: T\nindicators:\n  - indicator: Repeat victims\n" + "".join(
        f"    {line}\n" for line in lines
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("target: 15%", "target: 14%", [("target", "15%", "14%", "")]),
        (
            "target: {2010/11: 15%}",
            "target: {2010-11: 14%, 2011/12: 13%}",
            [("target for 2010-11", "15%", "14%", ""), ("target for 2011/12", "", "13%", "")],
        ),
        ("baseline: {2009: 5}", "baseline: {2009: 6}", [("baseline for 2009", "5", "6", "")]),
        ("within: 5%", "within: 6%", [("tolerance", "5%", "6%", "")]),
        ("polarity: increase", "polarity: decrease", [("polarity", "increase", "decrease", "")]),
        ("lead: X", "lead: {post: P, person: N}", [("lead", "X", "P", "")]),
        (
            "values: {2008: 1, 2009: 2, soon: 3}",
            "values: {2009: {value: 2, rating: red}, 2010: 4}",
            [
                ("figure for 2009", "2", "2 (red)", ""),
                ("figures taken out", "2008: 1; soon: 3", "", ""),
                ("figures added", "", "2010: 4", ""),
            ],
        ),
        ("values: 5", "values: 6", [("figure for every period", "5", "6", "")]),
        (
            "values: {2009: 2}",
            "values: {2009: [2, {value: 3, on: 1 May 2010, explanation: Recounted}]}",
            [
                ("figure for 2009", "2", "3", ""),
                ("figure for 2009, on", "", "1 May 2010", ""),
                ("figure for 2009, explanation", "", "Recounted", ""),
            ],
        ),
        (
            "target: {value: 3, note: n}",
            "target: {value: 3, note: o}",
            [("target, note", "n", "o", "")],
        ),
        (
            "rows: [{row: North, target: 3}]",
            "rows: [{row: North, target: 4}]",
            [("target", "3", "4", "")],
        ),
    ],
)
def test_what_changed_in_an_indicator(
    tmp_path: Path, old: str, new: str, expected: list[tuple[str, str, str, str]]
) -> None:
    found = differences(tmp_path, indicator(old), indicator(new))
    assert changes(found, "indicators") == expected


def test_indicators_and_rows_are_added_dropped_and_renamed(tmp_path: Path) -> None:
    old = """\
        theme: T
        indicators:
          - {indicator: Burglary, rows: [{row: North}, {row: South}]}
          - {indicator: Thefts from cars in the town, unit: thefts}
          - {indicator: Arson, code: NI 33}
          - {indicator: Gone, rows: [{row: North}]}
        """
    new = """\
        theme: T
        indicators:
          - {indicator: Burglary, rows: [{row: North}, {row: West}]}
          - {indicator: Thefts from cars in this town, unit: thefts}
          - {indicator: Fires that were lit, code: NI33}
          - {indicator: Come, rows: [{row: East}]}
        """
    found = differences(tmp_path, old, new)
    assert names(found, "indicators") == [
        ("new", "indicator", "Come"),
        ("dropped", "indicator", "Gone"),
        ("changed", "indicator", "Thefts from cars in this town"),
        ("changed", "indicator", "Fires that were lit"),
        ("new", "row", "Burglary, West"),
        ("dropped", "row", "Burglary, South"),
    ]
    by = [each.matched_by for each in found.of("indicators")]
    assert by == ["", "", "a similar name", "its code", "", ""]
    arson = found.of("indicators")[3]
    assert (arson.old_ref, arson.new_ref) == ("NI 33", "NI33")


def test_an_indicator_moves_to_another_theme(tmp_path: Path) -> None:
    old = {"a.yaml": "theme: A\nindicators: [{indicator: i}]\n", "b.yaml": "theme: B\n"}
    new = {"a.yaml": "theme: A\n", "b.yaml": "theme: B\nindicators: [{indicator: i}]\n"}
    assert changes(differences(tmp_path, old, new), "indicators") == [("theme", "A", "B", "")]


def test_what_changed_in_plan_yaml(tmp_path: Path) -> None:
    old = """\
        title: Old
        partnership: P
        period: 2010/11
        agencies: [Police, {name: Team, also: T}, Fire]
        glossary: {ASB: anti-social, PPO: prolific}
        ratings: [{rating: red, means: off, within: 5%}, {rating: green, means: on}]
        headings: {why: Why}
        """
    new = """\
        title: New
        partnership: P
        period: 2010/11
        status: draft
        agencies: [police, {name: Team, also: [T, TM]}, Council]
        glossary: {ASB: anti-social behaviour, NI: national}
        ratings: [{rating: red, means: off target}, {rating: amber, means: near}]
        headings: {why: The problem}
        """
    found = differences(tmp_path, "theme: T", "theme: T", (dedent(old), dedent(new)))
    assert changes(found, "plan") == [
        ("title", "Old", "New", ""),
        ("status", "adopted", "draft", ""),
        ("agencies taken out", "Fire", "", ""),
        ("agencies added", "", "Council", ""),
        ("names of an agency", "Police", "police", ""),
        ("names of an agency", "Team; T", "Team; T; TM", ""),
        ("rating key taken out", "green", "", ""),
        ("rating key added", "", "amber", ""),
        ("rating key: red", "off (within 5%)", "off target", ""),
        ("heading over why", "Why", "The problem", ""),
        ("glossary taken out", "PPO", "", ""),
        ("glossary added", "", "NI", ""),
        ("glossary: ASB", "anti-social", "anti-social behaviour", ""),
    ]


def test_narrative_is_told_by_how_much_of_it_changed(tmp_path: Path) -> None:
    old = """\
        theme: T
        why: One two three
        what: The same words
        hotspots: Here
        sections: [{heading: More, text: One two}]
        quotations: [{quotation: Said, by: a parent}]
        """
    new = """\
        theme: T
        why: One two four five
        what: Same words, the
        outcomes: [All is well]
        sections: [{heading: More, text: "One  two"}]
        drivers: [{driver: The Act}]
        notes: {n: A note}
        """
    found = differences(tmp_path, old, new)
    assert [(each.kind, each.theme, each.name) for each in found.of("narrative")] == [
        ("changed", "T", "what"),
        ("changed", "T", "why"),
        ("new", "T", "outcomes"),
        ("new", "T", "drivers"),
        ("new", "T", "notes"),
        ("dropped", "T", "hotspots"),
        ("dropped", "T", "quotations"),
    ]
    assert changes(found, "narrative")[:3] == [
        ("text", "3 words", "3 words", "the same words in another order or with other signs"),
        ("text", "3 words", "4 words", "2 new, 1 taken out"),
        ("text", "", "3 words", ""),
    ]


def test_tables_are_told_by_rows_and_cells(tmp_path: Path) -> None:
    def tables(*some: str) -> str:
        return "theme: T\ntables:\n" + "".join(f"  - {{{each}}}\n" for each in some)

    old = tables(
        "table: A, columns: [D, 2009], rows: [[North, 1], [South, 2], [East, 1], [East, 2]]",
        "table: A, columns: [D, 2009], rows: []",
        "table: Gone, columns: [D], rows: []",
        "table: B, columns: [D], rows: [], unit: crimes",
    )
    new = tables(
        "table: A, columns: [D, 2010], rows: [[North, 3], ['W\n\n  E', 2], [East, 3], [East, 2]]",
        "table: A, columns: [D, 2009], rows: []",
        "table: Come, columns: [D], rows: []",
        "table: B, columns: [D], rows: [], unit: offences",
    )
    found = differences(tmp_path, old, new)
    assert names(found, "tables") == [
        ("changed", "table", "A"),
        ("new", "table", "Come"),
        ("changed", "table", "B"),
        ("dropped", "table", "Gone"),
    ]
    assert changes(found, "tables") == [
        ("columns", "D; 2009", "D; 2010", ""),
        ("rows taken out", "South", "", ""),
        ("rows added", "", "W E", ""),
        ("figures", "", "", "changed in 2 rows: North; East"),
        ("wording", "", "", "its unit, source, note, totals or order changed"),
    ]


def test_expectations_and_meetings_are_counted(tmp_path: Path) -> None:
    def files(response: str, *more: str) -> Files:
        expects = ", ".join(f"{{ref: {n}, expectation: e}}" for n in more)
        head = "theme: T\nexpectations:\n  - source: S\n"
        first = f"{{ref: 1, expectation: e, response: {response}}}"
        board = "meetings:\n  - {meeting: B, on: 1 May 2010, items: [{item: i, actions: [a]}]}\n"
        return {
            "theme.yaml": f"{head}    expects: [{first}{', ' if more else ''}{expects}]\n",
            "meetings.yaml": board
            + "".join(f"  - {{meeting: B, on: {n} June 2010}}\n" for n in more),
        }

    found = differences(tmp_path, files("a"), files("b", "2", "2"))
    assert [tuple(each) for each in found.counts] == [
        ("expectations", 1, 3, 1),
        ("meetings", 1, 3, 0),
        ("actions arising", 1, 1, 0),
    ]
    assert found.entries == ()
    assert not found.is_same


def test_a_theme_that_cannot_be_read_is_left_out_of_both_plans(tmp_path: Path) -> None:
    old = {"a.yaml": theme(A, name="One"), "b.yaml": theme(B, name="Two")}
    new = {"a.yaml": "nonsense: 1\n", "b.yaml": theme(B, name="Two")}
    found = differences(tmp_path, old, new)
    assert found.entries == ()
    assert found.uncompared == (f"{tmp_path / 'new' / 'a.yaml'} cannot be read",)
    assert not found.is_same


def test_a_broken_plan_yaml_hides_only_what_it_holds(tmp_path: Path) -> None:
    found = differences(tmp_path, theme(A), theme(A, B), (PLAN, "title: x\n"))
    assert told(found) == [("new", "", "A2")]
    assert found.of("plan") == found.of("narrative") == ()


def test_an_empty_plan_against_a_full_one(tmp_path: Path) -> None:
    found = differences(tmp_path, {}, theme(A, B), (PLAN, LATER))
    assert told(found) == [("new", "", "A1"), ("new", "", "A2")]
    back = differences(tmp_path / "b", theme(A, B), {}, (PLAN, LATER))
    assert told(back) == [("dropped", "A1", ""), ("dropped", "A2", "")]


def test_two_hundred_actions_against_two_hundred_take_no_time(tmp_path: Path) -> None:
    words = "reduce crime in the town by working with people who live there and officers who"
    old = theme(*(f"ref: A{n}, action: {words} number{n} do" for n in range(200)))
    new = theme(*(f"ref: B{n}, action: {words} do number{n}" for n in range(200)))
    plans = plan(tmp_path / "old", old), plan(tmp_path / "new", new, LATER)
    began = time.process_time()
    found = compare(*plans)
    assert time.process_time() - began < 2
    assert len(found.of("actions")) == 200


def test_too_many_to_compare_by_words_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = range(501)
    old = "theme: T\nactions:\n" + "".join(f"  - old work {n} a b c\n" for n in many)
    new = "theme: T\nactions:\n" + "".join(f"  - new work {n} a b c\n" for n in many)
    measures = "indicators:\n" + "".join(f"  - indicator: {{}} {n} a b c\n" for n in many)
    found = differences(
        tmp_path, old + measures.replace("{}", "old"), new + measures.replace("{}", "new")
    )
    assert [each.partition(" in these")[0] for each in found.uncompared] == [
        "there are too many actions",
        "there are too many indicators",
    ]
    assert len(found.of("actions")) == 1002


def test_texts_without_words_and_huge_ones(tmp_path: Path) -> None:
    assert list(likest(["", "!"], ["", "?"])) == []
    assert words_changed("", "") == (0, 0)
    huge = "word " * 50_000
    assert likeness("a b c", "a b c") == 1
    found = differences(
        tmp_path, theme(f"ref: A1, action: {huge}"), theme(f"ref: A1, action: {huge}x")
    )
    assert len(changes(found)) == 1


SOME = st.lists(st.sampled_from("abcdefgh"), max_size=8)


@given(SOME, SOME)
def test_matching_is_one_to_one(old: list[str], new: list[str]) -> None:
    found: Matching[list[str]] = Matching([[each] for each in old], [[each] for each in new])
    found.by_key(lambda each: each[0] if each[0] in "ab" else "", is_alone=True)
    found.by_key(lambda each: each[0] if each[0] in "cd" else "")
    found.by_likeness(lambda each: f"x y {each[0]}", "likeness")
    sides = [*map(id, found.old), *(id(pair.old) for pair in found.pairs)]
    others = [*map(id, found.new), *(id(pair.new) for pair in found.pairs)]
    assert len(set(sides)) == len(sides) == len(old)
    assert len(set(others)) == len(others) == len(new)


@given(st.permutations(range(6)))
def test_the_fewest_are_out_of_order(order: list[int]) -> None:
    found: Matching[list[int]] = Matching([], [])
    old = [[each] for each in range(6)]
    new = [[each] for each in order]
    found = Matching(old, new)
    found.by_key(lambda each: f"k{each[0]}")
    moved = {pair.new[0] for pair in out_of_order(found.pairs, new)}
    kept = [each for each in order if each not in moved]
    assert kept == sorted(kept)
    assert (list(order) == sorted(order)) == (not moved)


REFS = st.lists(st.sampled_from(["A1", "A2", "B 1", "C-3"]), unique=True, max_size=4)
WORDS = st.lists(st.sampled_from(["light", "the", "park", "bar", "staff"]), min_size=1, max_size=4)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(REFS.map(lambda refs: refs[:1]), WORDS), max_size=4),
    st.lists(st.tuples(REFS.map(lambda refs: refs[:1]), WORDS), max_size=4),
)
def test_nothing_is_both_matched_and_new_or_dropped(
    tmp_path_factory: pytest.TempPathFactory,
    old: list[tuple[list[str], list[str]]],
    new: list[tuple[list[str], list[str]]],
) -> None:
    folder = tmp_path_factory.mktemp("two")

    def text(some: list[tuple[list[str], list[str]]]) -> str:
        rows = [f"ref: {ref[0]}, " if ref else "" for ref, _ in some]
        return theme(
            *(f"{ref}action: {' '.join(w)}" for ref, (_, w) in zip(rows, some, strict=True))
        )

    found = differences(folder, text(old), text(new), (PLAN, LATER))
    counts = dict.fromkeys(KINDS, 0)
    seen_old, seen_new = [], []
    for each in found.of("actions"):
        counts[each.kind] += 1
        seen_old += [each.old_place] if each.old_place else []
        seen_new += [each.new_place] if each.new_place else []
    assert len(set(seen_old)) == len(seen_old)
    assert len(set(seen_new)) == len(seen_new)
    assert len(old) - counts["dropped"] == len(new) - counts["new"]
