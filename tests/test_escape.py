"""Text made safe for where it lands, where no other test looks at it."""

import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csplan.escape import argument, ci_log


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("plans/anytown-2010-11", "plans/anytown-2010-11"),
        ("C:/plans/año/plan.yaml", "C:/plans/año/plan.yaml"),
        ("our plans/2010", '"our plans/2010"'),
        ("Anna's plan", '"Anna\'s plan"'),
        ("cost (£)", '"cost (£)"'),
        ("a&b", '"a&b"'),
        ("~plans", '"~plans"'),
        ("$HOME plans", "'$HOME plans'"),
        ('"q"', "'\"q\"'"),
        ("it's $1", "'it'\"'\"'s $1'"),
        ("", "."),
    ],
)
def test_a_path_is_quoted_only_where_a_shell_needs_it(path: str, typed: str) -> None:
    assert argument(path) == typed
    assert argument(Path(path)) == typed


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_a_shell_takes_a_path_as_it_is(path: str) -> None:
    assert shlex.split(argument(path)) == [Path(path).as_posix()]


@pytest.mark.parametrize(
    ("line", "logged"),
    [
        ("::error::Stop", ": :error::Stop"),
        ("  ::set-output name=a::b", "  : :set-output name=a::b"),
        ("a ##[error]b", "a ## [error]b"),
        ("##VSO[task.complete]", "## VSO[task.complete]"),
        ("##teamcity[buildStop comment='a']", "## teamcity[buildStop comment='a']"),
        (" ::group::##[group]", " : :group::## [group]"),
        ("## A heading, and a::b", "## A heading, and a::b"),
        ("12:30", "12:30"),
    ],
)
def test_a_ci_server_finds_no_command_in_a_line(line: str, logged: str) -> None:
    assert ci_log(line) == logged
