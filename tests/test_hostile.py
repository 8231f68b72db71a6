"""Whatever a file holds: complaints with places in it, soon, and never an exception."""

import re
import time
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import PLAN, write_plan

from csplan import query
from csplan.check import MOST_FINDINGS, check
from csplan.load import Workspace, load
from csplan.model import Theme, read_model
from csplan.model.read import MOST_REFUSALS
from csplan.rules import DOCUMENTED, ERRORS
from csplan.source import Fault, Tree, decode, parse
from csplan.source.builder import MOST_FAULTS

SHIPPED = Path(__file__).parents[1] / "plans"
LINE_END = re.compile(rb"\r\n|\n|\r")
JARGON = re.compile(
    r"Error|Exception|Traceback|NoneType|<block|\[type=|\bNone\b|\bdict\b|\bregex\b|token|scalar"
)
SAMPLES = sorted(SHIPPED.rglob("*.yaml"))
PIECES = [
    b"\t", b"\xa0", b"\xc2\xa0", b"\0", b"\xff", b"\xe2\x80\xa8", b"&a ", b"*a ", b"!!int ", b"[",
    b"]", b"{", b"}", b": ", b":", b"- ", b"? ", b"| ", b"> ", b"'", b'"', b"#", b" #x", b"%", b"@",
    b"---\n", b"...\n", b"\r", b"\n", b"  ", b"<<: ", b"\\", b"due: ", b"ref: VC1\n", b"=====\n",
    b"<<<<<<< HEAD\n", b"\xef\xbb\xbf", b"\x1b[31m", b"\xe2\x80\xae", b"[^x]", b"\xf0\x9f\x99\x82",
]  # fmt: skip


def faults_of(data: bytes) -> list[Fault]:
    """Everything that reading says of a theme file of these bytes."""
    text, faults = decode(data)
    tree: Tree | None = None
    if text is not None:
        tree, more = parse(text)
        faults += more
    if tree is not None:
        faults += read_model(Theme, tree)[1]
    return faults


def assert_sound(data: bytes, faults: list[Fault]) -> None:
    lines = LINE_END.split(data.removeprefix(b"\xef\xbb\xbf"))
    for (line, column), rule, words, *_ in faults:
        assert 1 <= line <= len(lines), (rule, words)
        assert 1 <= column <= len(lines[line - 1]) + 1, (rule, words)
        assert "\n" not in words
        assert words[0] == words[0].lower()
        assert not words.endswith(".")


@settings(max_examples=300)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    assert_sound(data, faults_of(data))


TEXTS = st.sampled_from([piece.decode("latin-1") for piece in PIECES]) | st.text(max_size=5)


@pytest.mark.usefixtures("untraced")
@settings(max_examples=500)
@given(st.lists(TEXTS))
def test_any_mixture_of_what_yaml_minds(pieces: list[str]) -> None:
    data = "".join(pieces).encode("utf-8", "surrogatepass")
    assert_sound(data, faults_of(data))


def mutated(data: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(data))
        cut = random.choice([0, 0, 1, 3, 40])
        data = data[:at] + random.choice([*PIECES, b""]) + data[at + cut :]
    return data


@pytest.mark.usefixtures("untraced")
@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_plan_is_answered_in_full(seed: int, tmp_path: Path) -> None:
    random = Random(seed)  # noqa: S311 - the same damage each time
    files = {path.name: path.read_bytes() for path in SAMPLES}
    for name in random.sample(sorted(files), 3):
        files[name] = mutated(files[name], random)
    folder = write_plan(tmp_path, files)
    read = load((folder,))
    for complaint in check(read):
        lines = LINE_END.split((Path(complaint.path)).read_bytes())
        assert 1 <= complaint.span.line <= len(lines)
        assert not JARGON.search(complaint.message), complaint.message
    query.overdue(read, date(2010, 10, 15))


def timed(folder: Path, theme: str) -> tuple[Workspace, list[str]]:
    """The rules that fire on one theme file, which must take no more than some seconds."""
    began = time.process_time()
    read = load((write_plan(folder, {"theme.yaml": theme}),))
    rules = [each.rule for each in check(read)]
    query.overdue(read, date(2010, 10, 15))
    query.indicators(read, date(2010, 10, 15))
    assert time.process_time() - began < 20
    return read, rules


def named(number: int) -> str:
    """A name that no other number has: `Bacbx` for 102."""
    return "".join(chr(97 + int(digit)) for digit in str(number)).title() + "bx"


HEAD = "theme: x\nactions:\n"
ERROR_IDS = {each.id for each in DOCUMENTED if each.severity == "error"}
DAYS = "".join(
    f"            {date.fromordinal(725_000 + n):%-d %B %Y}: {n + 1}\n" for n in range(9_000)
)
HUGE = {
    "open brackets": ("[" * 1_000_000, {"too-deep"}),
    "open dashes": ("- " * 900_000, {"too-deep"}),
    "question marks": ("? " * 900_000, {"yaml-syntax"}),
    "one long line": ("theme: " + "a" * 2_000_000, set()),
    "spaces and no colon": ("theme: x\nx" + " a" * 900_000 + "\nb: c\n", {"yaml-syntax"}),
    "note marks": ("theme: x\nwhy: '" + "[^" * 900_000 + "'\n", set()),
    "commas in a lead": (
        HEAD + "  - {ref: A1, action: a, due: TBC, lead: '" + "a," * 900_000 + "'}\n",
        {"unknown-agency"},
    ),
    "a long date": (HEAD + "  - {ref: A1, action: a, due: '" + "1 " * 900_000 + "'}\n",
                    {"unreadable-date", "lead-missing"}),
    "non-breaking spaces": (
        "theme: x\nwhy: a" + "\xa0\n  b" * 300_000,
        {"no-break-space", "long-sentence"},
    ),
    "empty entries": (HEAD + "  -\n" * 300_000, {"empty-value"}),
    "unknown keys": ("theme: x\n" + "".join(f"k{n}: x\n" for n in range(120_000)), {"unknown-key"}),
    "the same key": ("theme: x\n" + "why: x\n" * 150_000, {"duplicate-key"}),
    "the same key far below": (
        "theme: x\n" + "#\n" * 900_000 + "why: x\n" * 150, {"duplicate-key"},
    ),
    "the same key far above": (
        "theme: x\nwhy:\n" + "#\n" * 900_000 + "why: x\n" * 150, {"duplicate-key"},
    ),
    "the same key in a long line": (
        "theme: x\nfunding: {" + "why: x, " * 150 + "b: " + ":a" * 900_000 + "}\n",
        {"duplicate-key", "yaml-syntax"},
    ),
    "the same key before spaces": (
        "theme: x\nwhy: x\nwhy: x" + " " * 1_000_000 + "y\n", {"duplicate-key"},
    ),
    "keys without values in braces": (
        "theme: x\nfunding: {" + "".join(f"k{n}: x, " for n in range(70_000))
        + ", ".join(f"e{n}" for n in range(70_000)) + "}\n", {"empty-value"},
    ),
    "the same reference": (
        HEAD + "  - {ref: A1, action: a, due: TBC, lead: SCT}\n" * 35_000,
        {"duplicate-ref"},
    ),
    "dangling references": (
        "theme: x\nsee:\n" + "".join(f"  - r{n}\n" for n in range(150_000)), {"unknown-ref"},
    ),
    "similar agencies and wrong leads": (
        HEAD + "".join(
            f"  - {{ref: A{n}, action: a, due: TBC, lead: {'Partnership of ' * 5} {n}}}\n"
            for n in range(15_000)
        ), {"unknown-agency"},
    ),
    "blank lines": ("\n" * 1_000_000 + "x: [", {"yaml-syntax"}),
    "a long day": (HEAD + "  - {ref: A1, action: a, due: TBC, lead: SCT, progress: {on: '"
                   + "a " * 900_000 + "'}}\n", {"unreadable-date"}),
    "milestones with one lead": (
        HEAD + "  - ref: A1\n    action: a\n    lead: TBC\n    milestones:\n"
        + "      - {milestone: m, due: TBC}\n" * 40_000, {"lead-missing"},
    ),
    "figures of one indicator": (
        "theme: x\nindicators:\n  - indicator: i\n    unit: offences\n    polarity: decrease\n"
        + "".join(f"    {key}:\n{DAYS}" for key in ("values", "target", "baseline"))
        + f"    direction: improved\n    rows:\n      - row: r\n        values:\n{DAYS}",
        {"direction-contradicted", "indicator-incomplete", "target-behind-baseline"},
    ),
    "rows of a table": (
        "theme: x\ntables:\n  - table: t\n    columns: [a, b, c]\n    rows:\n"
        + "".join(f"      - [r{n}, {n}, 1,800]\n" for n in range(15_000))
        + "    total: computed\n    changes:\n      - since: b\n        stated:\n"
        + "".join(f"          x{n}: 5%\n" for n in range(15_000)),
        {"table-shape", "split-number"},
    ),
    "names in two ways": (
        "theme: x\nwhy: |\n" + "".join(
            f"  the {name} Work, {name}work, Project {name.upper()} or Project {name};\n"
            for name in map(named, range(30_000))
        ), set(),
    ),
    "days and parts": ("theme: x\nwhy: " + "31 March " * 100_000 + "1 of 2 " * 100_000, set()),
    "figures that stay between others": (
        "theme: x\nwhy: |\n"
        + "  Of all the figure stays between 1 and 5.\n" * 10_000
        + "indicators:\n"
        + "".join(f"  - {{indicator: i{n}, code: L{n}, values: {{2010/11: 3}}}}\n"
                  for n in range(10_000)), set(),
    ),
    "anchors": ("theme: x\nsee:\n" + "  - &a b\n" * 150_000, {"anchor"}),
}  # fmt: skip


@pytest.mark.usefixtures("untraced")
@pytest.mark.parametrize("name", HUGE)
def test_two_megabytes_of(name: str, tmp_path: Path) -> None:
    text, expected = HUGE[name]
    found = set(timed(tmp_path, text)[1])
    # What else a good plan would have is not told of each of these.
    assert found & ERROR_IDS <= expected <= found


def test_what_is_wrong_by_the_thousand_is_told_some_hundred_times(tmp_path: Path) -> None:
    many = MOST_FINDINGS + 50
    theme = HEAD + "".join(f"  - {{ref: A{n}, action: a, due: TBC}}\n" for n in range(many))
    every = check(load((write_plan(tmp_path, {"theme.yaml": theme}),)))
    found = [each for each in every if each.rule == "lead-missing"]
    assert len(found) == MOST_FINDINGS + 1
    assert found[-1].message == "there are more of these in this file; mend the first 200 first"
    unknown = "theme: x\n" + "".join(f"k{n}: x\n" for n in range(MOST_REFUSALS + 5))
    found = check(load((write_plan(tmp_path / "b", {"theme.yaml": unknown}),)))
    assert len(found) == MOST_REFUSALS + 1
    assert found[-1].message.startswith("there are 5 more complaints about this file")


def test_reading_stops_where_too_much_is_wrong() -> None:
    faults = faults_of(b"theme: x\n" + b"why: x\n" * 1000)
    assert len(faults) == MOST_FAULTS + 1
    assert faults[-1].words.startswith("there is more wrong with this file")


def test_long_values_are_cut_in_messages(tmp_path: Path) -> None:
    found = check(
        load((write_plan(tmp_path, {"theme.yaml": f"theme: x\nduties: {'long ' * 500}\n"}),))
    )
    assert len(found[0].message) < 300
    assert "…" in found[0].message


def test_nothing_is_guessed_among_too_much(tmp_path: Path) -> None:
    theme = HEAD + "".join(
        f"  - {{ref: A{n}, action: a, due: TBC, lead: SCT}}\n" for n in range(1001)
    )
    found = check(load((write_plan(tmp_path, {"theme.yaml": f"{theme}see: A10011\n"}),)), ERRORS)
    assert [each.rule for each in found] == ["unknown-ref"]
    assert "did you mean" not in found[0].message


def test_a_year_that_starts_in_january(tmp_path: Path) -> None:
    plan = PLAN.replace("2010/11", "2010") + "year_starts: January\n"
    theme = HEAD + "  - {ref: A1, action: a, due: Q1, lead: SCT}\n"
    read = load((write_plan(tmp_path, {"plan.yaml": plan, "theme.yaml": theme}),))
    assert [row.days_overdue for row in query.overdue(read, date(2010, 4, 1)).overdue] == [1]
