"""What is looked for before a pattern is a part of whatever the pattern finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csplan.rules.status.said import SIGNS

PATTERNS = {pattern.pattern[:40]: re.compile(pattern.pattern) for pattern in SIGNS}
LOOKING = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")
"""What only looks ahead or behind makes it hard to write what matches, and takes nothing away."""


@pytest.mark.usefixtures("untraced")
@pytest.mark.parametrize(("pattern", "signs"), SIGNS.items(), ids=list(PATTERNS))
@given(data=st.data())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_what_a_pattern_finds_holds_a_sign(
    pattern: re.Pattern[str], signs: tuple[str, ...], data: st.DataObject
) -> None:
    found = data.draw(st.from_regex(LOOKING.sub("", pattern.pattern), fullmatch=True))
    text = " ".join(found.lower().split())
    assert any(sign in text for sign in signs)
