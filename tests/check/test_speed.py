"""What keeps the rules fast; `tests/bench.py` measures how fast they are."""

import subprocess
import sys
from copy import copy
from pathlib import Path

from csplan.load.texts import Text
from csplan.load.written import Written, kinds_of
from csplan.rules.late import late

ROOT = Path(__file__).parent.parent.parent
# In a process of its own, because coverage slows rules down more than the reading of YAML.
MEASURE = """\
import time
from pathlib import Path
from csplan.check import check
from csplan.load import load
reading, checking = [], []
for _ in range(6):
    began = time.process_time()
    workspace = load((Path("plans"),))
    read = time.process_time()
    check(workspace)
    reading.append(read - began)
    checking.append(time.process_time() - read)
print(min(checking) / min(reading))
"""
MOST = 5
"""Twice what the rules cost, so that a busy machine does not matter; a slow rule does."""


def test_all_rules_cost_no_multiple_of_what_reading_costs() -> None:
    run = subprocess.run(
        [sys.executable, "-c", MEASURE], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert float(run.stdout) < MOST


def test_no_pattern_of_a_rule_is_compiled_before_it_is_searched_for() -> None:
    """Most commands ask no rule that has one."""
    rules = (ROOT / "csplan" / "rules").rglob("*.py")
    early = [path.name for path in rules if "re.compile(" in path.read_text(encoding="utf-8")]
    assert early == ["late.py"]


def test_a_late_pattern_does_what_the_pattern_does() -> None:
    pattern = late("b+")
    assert [pattern.sub("-", "abba"), pattern.sub("-", "bob")] == ["a-a", "-o-"]
    assert pattern.findall("abba") == ["bb"]
    assert pattern.pattern == "b+"
    assert copy(pattern).fullmatch("bbb")


def test_what_is_written_is_searched_as_one_and_told_apart() -> None:
    texts = (Text(("a",), "a", "Über TBC"), Text(("b",), "b", ""), Text(("c",), "c", "a tbc\nc?"))
    written = Written(texts)
    assert [written.text_at(place) for place in written.places("tbc")] == [
        (texts[0], 0),
        (texts[2], 14),
    ]
    assert [written.text_at(place)[0] for place in written.places("?")] == [texts[2]]
    assert written.text_at(len(written.words) - 1)[0] == texts[2]
    assert len(written.plain) == len(written.words) == len(written.kinds)


def test_kinds_are_a_byte_for_each_character() -> None:
    assert kinds_of("VC 12 é–É") == b"AA 99 a?A"
