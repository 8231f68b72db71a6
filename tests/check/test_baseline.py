"""What was wrong before is left out, wherever its line has gone; what is new is told."""

import json
import os
from pathlib import Path

import pytest

from csplan.check import baseline_data, read_baseline
from csplan.diagnostic import Complaint
from csplan.errors import CannotRunError
from csplan.source import Span


def complaint(path: Path | str, line: int, message: str = "VC1: late") -> Complaint:
    return Complaint(str(path), Span(line, 1), "late", "warning", message)


ROW = '{"file": "a.yaml", "rule": "late", "message": "VC1: late", "times":'
RULES = frozenset({"late"})


def test_a_complaint_is_known_on_whatever_line_it_stands(tmp_path: Path) -> None:
    file, plan = tmp_path / "known.json", tmp_path / "plans" / "a.yaml"
    file.write_bytes(baseline_data([complaint(plan, 3), complaint(plan, 9)], file))
    found = read_baseline(file).compare([complaint(plan, 4)], [str(plan)], RULES)
    assert found == ([], 1, 1)
    three = [complaint(plan, line) for line in (1, 2, 3)]
    assert read_baseline(file).compare(three, [str(plan)], RULES) == (three[2:], 2, 0)
    other = [complaint(plan, 3, "VC2: late"), complaint(tmp_path / "b.yaml", 3)]
    assert read_baseline(file).compare(other, [str(plan)], RULES) == (other, 0, 2)


def test_what_was_not_asked_for_has_not_gone(tmp_path: Path) -> None:
    file, plan = tmp_path / "known.json", tmp_path / "a.yaml"
    file.write_bytes(baseline_data([complaint(plan, 3)], file))
    assert read_baseline(file).compare([], [], RULES).gone == 0
    assert read_baseline(file).compare([], [str(plan)], frozenset()).gone == 0
    assert read_baseline(file).compare([], [str(plan)], RULES).gone == 1


def test_files_are_known_from_whatever_folder_csplan_runs_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    monkeypatch.chdir(tmp_path)
    file = Path("known.json")
    file.write_bytes(baseline_data([complaint("plans/a.yaml", 3)], file))
    assert '"file": "plans/a.yaml"' in file.read_text()
    monkeypatch.chdir(tmp_path / "plans")
    known = read_baseline(Path("../known.json"))
    assert known.compare([complaint("a.yaml", 3)], ["a.yaml"], RULES) == ([], 1, 0)


def test_a_file_on_another_drive_is_known_by_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_way(path: str, start: str) -> str:
        raise ValueError(path, start)

    monkeypatch.setattr(os.path, "relpath", no_way)
    text = baseline_data([complaint(tmp_path / "a.yaml", 3)], tmp_path / "known.json")
    whole = Path(os.path.realpath(tmp_path / "a.yaml")).as_posix()
    assert json.loads(text)["findings"][0]["file"] == whole


def test_a_baseline_has_a_line_for_each_finding(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    found = [complaint(tmp_path / "b.yaml", 1, "£3k “late”"), complaint(tmp_path / "a.yaml", 1)]
    lines = baseline_data([*found, *found], file).decode().splitlines()
    assert lines[3:-2] == [
        '    {"file": "a.yaml", "rule": "late", "message": "VC1: late", "times": 2},',
        '    {"file": "b.yaml", "rule": "late", "message": "£3k “late”", "times": 2}',
    ]
    file.write_bytes(baseline_data([], file))
    assert read_baseline(file).compare(found, [], RULES) == (found, 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "theme: A plan\n",
        "[]",
        "3",
        '{"findings": []}',
        '{"csplan baseline": 2, "findings": []}',
        '{"csplan baseline": 1, "findings": 3}',
        '{"csplan baseline": 1, "findings": [{"file": "a"}]}',
        '{"csplan baseline": 1, "findings": ["a"]}',
        f'{{"csplan baseline": 1, "findings": [{ROW} Infinity}}]}}',
        f'{{"csplan baseline": 1, "findings": [{ROW} -1}}]}}',
        "[" * 100_000,
        "\xff",
    ],
)
def test_what_is_no_baseline_stops_the_run(text: str, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(CannotRunError, match="is no baseline of csplan's; name another file"):
        read_baseline(file)


def test_a_baseline_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match=r"there is no .*; `csplan validate --baseline FILE"):
        read_baseline(tmp_path / "known.json")
    with pytest.raises(CannotRunError, match="is not an ordinary file; name another"):
        read_baseline(tmp_path)


def test_a_baseline_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="` cannot be read: File name too long"):
        read_baseline(tmp_path / ("a" * 300))


def test_a_device_is_no_baseline() -> None:
    with pytest.raises(CannotRunError, match="`/dev/zero` is not an ordinary file; name another"):
        read_baseline(Path("/dev/zero"))


def test_a_message_is_known_when_the_line_that_it_names_has_shifted(tmp_path: Path) -> None:
    file, plan = tmp_path / "known.json", tmp_path / "a.yaml"
    file.write_bytes(baseline_data([complaint(plan, 9, "A1: as on line 3")], file))
    found = read_baseline(file).compare([complaint(plan, 12, "A1: as on line 6")], [], RULES)
    assert found == ([], 1, 0)
