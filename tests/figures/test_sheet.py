"""Tables of figures worked out."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from csplan.figures import Sheet, Sum, change, change_agrees, faults, read_figure, total

NOT_UNDERSTOOD = "`5x` was not understood; write `5`, and what `x` means in a `note`"
NOTHING: Mapping[str, str] = MappingProxyType({})


class Asked(NamedTuple):
    since: str
    until: str | None = None
    stated: Mapping[str, str] = NOTHING


def sheet(**changed: object) -> Sheet:
    made = Sheet(
        columns=("Type", "2018/19", "2020/21"),
        rows=(("Personal", "923", "1424"), ("Nuisance", "237", "350")),
    )
    return Sheet(**{**vars(made), **changed})


def test_sums_allow_for_the_rounding_of_their_parts() -> None:
    assert total(map(read_figure, ("27.1%", "30%"))) == (Decimal("57.1"), Decimal("0.55"))
    assert total(map(read_figure, ("5", "n/a"))) is None
    assert total(map(read_figure, ("5", "reduce by 5%"))) is None
    assert total([]) is None


def test_a_change_needs_something_to_start_from() -> None:
    assert change(read_figure("50"), read_figure("40")) == -20
    assert change(read_figure("-50"), read_figure("-40")) == 20
    assert change(read_figure("0"), read_figure("40")) is None
    assert change(read_figure("n/a"), read_figure("40")) is None


def test_a_stated_change_allows_for_rounding() -> None:
    def agrees(*texts: str) -> bool:
        return change_agrees(*map(read_figure, texts))

    assert agrees("54.3%", "923", "1424")
    assert not agrees("54.2%", "923", "1424")
    assert agrees("8%", "5.6%", "6.0%")
    assert not agrees("10%", "5.6%", "6.0%")
    assert agrees("about 50%", "923", "1424")
    assert agrees("50%", "0", "1424")
    rows = (("A", "0.1", "5"), ("B", "-0.1", "5"), ("C", "0.1", "5"))
    total = sheet(
        rows=rows, total=("computed",), changes=(Asked("2018/19", None, {"Total": "1%"}),)
    )
    assert total.moves[0].steps[-1].agrees


def test_totals_are_computed() -> None:
    totals = sheet(total=("computed",)).totals
    assert [(each.column, each.computed and each.computed.total) for each in totals] == [
        ("2018/19", Decimal(1160)),
        ("2020/21", Decimal(1774)),
    ]
    assert sheet().totals == ()
    assert sheet(total=("sum",)).totals == ()


def test_stated_totals_stand_beside_the_sums() -> None:
    table = sheet(total=("All", "1,160", "1,775"))
    assert table.total_name == "All"
    assert [(each.difference, each.agrees) for each in table.totals] == [
        (Decimal(0), True),
        (Decimal(1), False),
    ]


def test_rounding_can_explain_a_total() -> None:
    rows = (("A", "£156.3k", "about 5"), ("B", "£97.3k", "7"))
    first, second = sheet(rows=rows, unit="£", total=("All", "£253.7k", "20")).totals
    assert (first.difference, first.agrees) == (Decimal(100), True)
    assert (second.computed, second.difference, second.agrees) == (None, None, True)
    assert first.computed == Sum(Decimal(253600), Decimal(100))


def test_nothing_is_added_from_a_bound() -> None:
    assert total(map(read_figure, ("5", "<5"))) is None
    assert change(read_figure("under 5"), read_figure("10")) is None
    assert change(read_figure("10"), read_figure("about 5")) is None


def test_what_is_not_applicable_adds_nothing_and_what_is_not_known_is_not_nought() -> None:
    rows = (("A", "5", "5", "5"), ("B", "n/a", "suppressed", "nil"), ("C", "-", "1", "TBC"))
    columns = ("Type", "2018/19", "2019/20", "2020/21")
    totals = sheet(columns=columns, rows=rows, total=("All", "6", "6", "6")).totals
    assert [(each.computed and each.computed.total, each.agrees) for each in totals] == [
        (Decimal(5), False),
        (None, True),
        (None, True),
    ]


def test_what_is_no_money_is_not_added_to_money() -> None:
    rows = (("A", "5000", "£500"), ("B", "0.5 FTE", "300"), ("C", "700", "1"))
    table = sheet(rows=rows, total=("computed",), unit="£", columns=("Item", "Cash £", "Number"))
    assert table.totals[0].computed == Sum(Decimal(5700), Decimal(0))
    mixed = sheet(rows=rows, total=("computed",))
    assert [each.computed for each in mixed.totals] == [
        Sum(Decimal("5700.5"), Decimal("0.05")),
        None,
    ]


def test_a_row_of_totals_among_the_rows() -> None:
    rows = (("A", "1", "2"), ("Total", "1", "2"))
    table = sheet(rows=rows, total=("computed",))
    assert list(faults(table)) == [
        (
            ("rows", 1),
            (
                "`Total` stands among the rows, and so is added up too; give it as `total`, or take"
                " it out"
            ),
        )
    ]
    assert sheet(rows=rows).misplaced_totals == ()


def test_a_name_given_twice_has_no_stated_change() -> None:
    asked = Asked("2018/19", None, {"A": "900%", "B": "1%"})
    table = sheet(rows=(("A", "1", "2"), ("A", "1", "2"), ("B", "1", "2")), changes=(asked,))
    assert list(faults(table)) == [
        (
            ("changes", 0, "stated", "A"),
            "`A` is the name of several rows; give each its own",
        )
    ]
    assert [step.agrees for step in table.moves[0].steps] == [True, True, False]


def test_near_names_are_looked_for_a_few_times() -> None:
    stated = {f"Persona{number}": "1%" for number in range(12)}
    found = [each.words for each in faults(sheet(changes=(Asked("2018/19", None, stated),)))]
    assert sum("did you mean" in each for each in found) == 10


def test_whole_pounds_are_exact() -> None:
    rows = (("A", "156320", "1"), ("B", "97281", "2"))
    first, _ = sheet(rows=rows, unit="£", total=("All", "253602", "3")).totals
    assert (first.difference, first.agrees) == (Decimal(1), False)


def test_percentages_add_up_only_if_they_make_all_of_it() -> None:
    rows = (("A", "60.1%", "27%"), ("B", "39.8%", "n/a"))
    shares, rates = sheet(rows=rows, total=("All", "100%", "26%")).totals
    assert (shares.difference, shares.agrees) == (Decimal("0.1"), True)
    assert (rates.computed, rates.stated and rates.stated.number) == (None, Decimal(26))
    rate = sheet(unit="per 1,000", total=("All", "5", "100")).totals[0]
    assert rate.computed is None


def test_columns_of_words_have_no_total() -> None:
    rows = (("A", "1", "many"), ("B", "2", "few"))
    table = sheet(rows=rows, total=("computed",), changes=(Asked("2018/19"),))
    assert table.kinds == ("number", None)
    assert [(each.computed and each.computed.total, each.kind) for each in table.totals] == [
        (Decimal(3), "number"),
        (None, "missing"),
    ]
    assert table.moves[0].steps[-1].computed is None


def test_changes_are_worked_out_for_every_row_and_the_total() -> None:
    changes = (
        Asked("1999"),
        Asked("2018/19", None, {"Personal": "+54.3", "Nuisance": "47.6%"}),
        Asked("2020/21", "2018/19"),
    )
    table = sheet(changes=changes, total=("computed",), unit="reports")
    move, back = table.moves
    assert (move.number, move.since, move.until) == (1, "2018/19", "2020/21")
    assert [(step.name, round(step.computed or 0, 1), step.agrees) for step in move.steps] == [
        ("Personal", Decimal("54.3"), True),
        ("Nuisance", Decimal("47.7"), False),
        ("Total", Decimal("52.9"), True),
    ]
    assert back.steps[0].computed is not None
    assert back.steps[0].computed < 0


def test_the_change_of_a_total_is_that_of_the_stated_one() -> None:
    table = sheet(total=("All", "1000", "n/a"), changes=(Asked("2018/19"),))
    assert table.moves[0].steps[-1].computed == Decimal("77.4")


def test_rows_of_another_length_still_answer() -> None:
    table = sheet(rows=(("A", "1"), ("B", "1", "2", "3"), ()))
    assert [(line.name, [cell.text for cell in line.cells]) for line in table.lines] == [
        ("A", ["1", ""]),
        ("B", ["1", "2"]),
        ("", ["", ""]),
    ]
    assert not table.is_whole


def test_a_table_without_columns_still_answers() -> None:
    table = sheet(columns=(), total=("All", "1"), changes=(Asked("2018/19"),))
    assert (table.totals, table.moves) == ((), ())


def words(**changed: object) -> list[str]:
    return [each.words for each in faults(sheet(**changed))]


def test_a_row_of_another_length_says_what_to_write() -> None:
    assert words(rows=(("Personal", "923", "1", "424"),)) == [
        (
            "`Personal` has 4 cells, but there are 3 columns; a comma parts cells: if a comma"
            " stands in a number, write the number without it, and if not, take a cell out"
        )
    ]
    assert words(rows=((),)) == [
        "this row has 0 cells, but there are 3 columns; write `n/a` where there is no figure"
    ]


def test_what_is_wrong_with_a_total() -> None:
    assert words(total=("sum",)) == [
        (
            "`sum` is no row of totals; write `computed`, or a list of the stated ones with their"
            " name first"
        )
    ]
    assert words(rows=(("A", "many", "n/a"),), total=("computed",)) == [
        (
            "no column can be added up, because none has figures only (such as `many`); correct it,"
            " or take `total` out"
        )
    ]
    assert words(rows=(("A", "n/a", "n/a"),), total=("computed",)) == [
        "no column can be added up, because none has figures only; correct it, or take `total` out"
    ]


def test_a_cell_that_keeps_a_column_from_being_added_up() -> None:
    rows = (("A", "1", "2"), ("B", "3", "fewer"), ("C", "5x", "4"), ("D", "6", "7"))
    table = sheet(rows=rows, total=("computed",))
    assert list(faults(table)) == [
        (("rows", 2, 1), NOT_UNDERSTOOD),
        (("rows", 1, 2), "`fewer` is no figure"),
    ]
    assert words(rows=rows) == []
    assert words(rows=rows, total=("All", "10", "n/a")) == [NOT_UNDERSTOOD]
    assert words(rows=rows, changes=(Asked("2018/19"),)) == [
        NOT_UNDERSTOOD,
        "`fewer` is no figure",
    ]


def test_what_is_wrong_with_a_change() -> None:
    assert words(changes=(Asked("2018-19", "1999"),)) == [
        "`2018-19` is no column of figures here; did you mean `2018/19`?",
        "`1999` is no column of figures here; write `2018/19` or `2020/21`",
    ]
    assert words(changes=(Asked("2018/19", None, {"Persnal": "5%", "Nuisance": "lots"}),)) == [
        "`Persnal` is no row of this table; did you mean `Personal`?",
        "`lots` is not a percentage; write one such as `-2.85%`",
    ]
    assert words(changes=(Asked("2018/19", None, {"Elsewhere": "5%"}),)) == [
        "`Elsewhere` is no row of this table; write its name as it stands in `rows`"
    ]


def test_columns_of_the_same_name_are_told_apart_by_their_place() -> None:
    table = Sheet(
        columns=("Total", "Total", "Offences", "Total"),
        rows=(("a", "10", "20", "40"),),
        changes=(Asked("Offences", None, {"a": "100%"}),),
    )
    (step,) = table.moves[0].steps
    assert (step.computed, step.agrees) == (Decimal(100), True)


def test_a_change_is_of_figures_of_one_kind() -> None:
    table = Sheet(
        columns=("n", "2010", "2011"),
        rows=(("a", "5", "10%"),),
        changes=(Asked("2010", None, {"a": "100%"}),),
    )
    (step,) = table.moves[0].steps
    assert (step.computed, step.agrees) == (None, True)
