"""What work is called in the next plan, and what a text says of the old one."""

from pathlib import Path

import pytest
from rollover.anytown import one_theme, rolled

from csplan.dates import read_term
from csplan.rollover.wording import Reader

THEME = """
theme: T
actions:
  - {{ref: {0}, action: a, progress: {{on: 1 May 2010, state: stopped}}}}
  - {{ref: {1}, action: b, due: TBC}}
  - {{ref: {2}, action: c, due: TBC}}
"""


@pytest.mark.parametrize(
    ("refs", "made"),
    [
        (("VC1", "VC2", "VC3"), ["VC1", "VC2"]),
        (("VC1", "VC4", "ASB 9"), ["VC1", "ASB 1"]),
        (("1.1", "1.2", "1.10"), ["1.1", "1.2"]),
        (("CE - 1/10", "CE - 2/10", "CE - 3/09"), ["CE - 1/11", "CE - 1/09"]),
        (("EP (a)", "EP (b)", "EP (c)"), ["EP (b)", "EP (c)"]),
        (("x", "VC2", "VC 3"), ["VC1", "VC 2"]),
    ],
)
def test_a_new_numbering_begins_at_one_for_each_beginning(
    refs: tuple[str, ...], made: list[str], tmp_path: Path
) -> None:
    found = rolled(one_theme(tmp_path, THEME.format(*refs)), numbering="new")
    assert [work.ref for work in found.after.themes[0].works] == made


def test_a_new_number_is_none_that_another_action_keeps(tmp_path: Path) -> None:
    theme = (
        "theme: T\nactions:\n  - {ref: V9, action: a, due: TBC}\n  - {action: b, due: TBC}\n"
        "  - {ref: V, action: c, due: TBC}\n"
    )
    found = rolled(one_theme(tmp_path, theme), numbering="new")
    assert [work.ref for work in found.after.themes[0].works] == ["V1", "violence.2", "V"]


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ("Nothing to say, in 2009 or 2012", ""),
        ("2010/11, 2010-11, 2010 – 2011 and 2011", "names 2010/11, 2010-11, 2010 – 2011 and 2011"),
        ("March 2011, 31/3/2011, £2,010, 2010.5 and 12010", "names 2011"),
        ("2010 2010", "names 2010 (2 times)"),
        (
            "This year, next  financial year, currently, recently and to date it will",
            'says "this year", "next financial year", "currently", "recently" and more',
        ),
        ("We plan to and intend to; it is to fall", 'says "plan to", "intend to" and "is to"'),
        ("William's will", 'says "will"'),
        ("VC1, not VC10, VC1.2 or XVC1", "names VC1, which was not carried forward"),
        ("VC2.1 and VC2", "names VC2.1, which is VC1.1 now"),
        ("9 of 10", ""),
    ],
)
def test_what_a_text_cannot_say_any_more_is_named(text: str, remarks: str) -> None:
    gone = "which was not carried forward"
    called = [("VC1", gone), ("VC2.1", "which is VC1.1 now"), ("9", gone), ("theme", gone)]
    assert Reader(read_term("2010/11", 4), called).remarks(text) == remarks


def test_a_text_of_what_will_be_different_may_speak_of_what_is_to_come() -> None:
    assert Reader(read_term("2010/11", 4), ()).remarks("It will, this year", tense=False) == (
        'says "this year"'
    )


def test_many_remarks_are_kept_short() -> None:
    text = " ".join(f"VC{number}" for number in range(50))
    called = [(f"VC{number}", "which was not carried forward") for number in range(50)]
    assert Reader(read_term("2010/11", 4), called).remarks(text).count("names") == 4
