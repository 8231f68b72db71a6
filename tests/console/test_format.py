"""`csplan help`: its topics, the format of plans as a whole and by name, a command's own help."""

import re
from pathlib import Path

import pytest
from support import Csplan


def test_help_lists_the_format_and_every_command(csplan: Csplan) -> None:
    run = csplan("help")
    assert run.status == 0
    topics = re.findall(r"^  ([a-z]+) +[A-Z].*[.?]$", run.out, re.MULTILINE)
    assert topics[0] == "format"
    assert {"validate", "overdue", "render", "show", "explain", "help"} <= set(topics)


def test_help_on_a_command_is_its_own(csplan: Csplan) -> None:
    assert csplan("help", "validate") == csplan("validate", "--help")


def test_the_whole_format_fits_a_window_and_needs_no_plan(
    csplan: Csplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = csplan("help", "format")
    assert run.status == 0
    assert run.out.startswith("The format of a plan\n====================\n\nA plan is a folder.")
    prose = [line for line in run.out.splitlines() if not line.startswith("    ")]
    assert max(map(len, prose)) <= 80
    assert not re.search(r"^#|\*\*|```|\]\(#", "\n".join(prose), re.MULTILINE)
    assert "`[words](https://example.org)`" in run.out
    assert "\n    # plans/" in run.out


def test_the_format_is_as_narrow_as_the_window(
    csplan: Csplan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = csplan("help", "format", "progress").out.splitlines()
    # What stands in backticks is never broken.
    assert any(line.endswith("`in progress`, `on hold`, `complete`,") for line in lines)
    prose = [line for line in lines if not line.startswith("    ")]
    assert max(map(len, prose)) == 40


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("indicators", "Indicator"),
        ("Action", "Action"),
        ("progress", "Progress"),
        ("expectations", "Expectations"),
        ("agencies", "Agency"),
        ("sub_theme", "Sub-theme"),
        ("agenda-items", "Agenda item"),
        ("plan.yaml", "Plan"),
        ("kinds of text", "Kinds of text"),
    ],
)
def test_one_part_of_the_format(csplan: Csplan, name: str, heading: str) -> None:
    run = csplan("help", "format", *name.split())
    assert run.status == 0
    assert run.out.startswith(f"{heading}\n{'-' * len(heading)}\n\n")
    assert len(re.findall(r"^---+$", run.out, re.MULTILINE)) == 1


def test_a_part_beneath_another(csplan: Csplan) -> None:
    run = csplan("help", "format", "dates")
    assert run.out.startswith("Dates\n\n`due`, `start` and `on` are written")
    assert "\n- `Quarterly` means each quarter\n" in run.out
    assert "Figures" not in run.out


def test_the_last_part(csplan: Csplan) -> None:
    out = csplan("help", "format", "decision").out
    assert csplan("help", "format").out.endswith(out)


def test_a_key_is_shown_wherever_it_is_described(csplan: Csplan) -> None:
    run = csplan("help", "format", "due")
    headings = re.findall(r"^([A-Z].*)\n-+\n\n`due`: text", run.out, re.MULTILINE)
    assert headings == ["Action", "Progress"]
    assert run.out.count("`: text") == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ovredue"], "there is no help on `ovredue`; did you mean `overdue`?"),
        (["zzz"], "there is no help on `zzz`; `csplan help` lists the topics"),
        (["format", "indicatr"], "holds nothing by the name `indicatr`; did you mean `indicator`?"),
        (["format", "zz", "top"], "the name `zz top`; `csplan help format` prints all of it"),
    ],
)
def test_what_there_is_no_help_on(csplan: Csplan, arguments: list[str], words: str) -> None:
    run = csplan("help", *arguments)
    assert run.status == 2
    assert words in run.err
    assert run.out == ""
