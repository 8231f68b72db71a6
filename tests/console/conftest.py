"""What the tests of the commands share."""

import sys
from pathlib import Path

import pytest
from support import Csplan, Run

from csplan import cli


@pytest.fixture
def csplan(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Csplan:
    def run(*arguments: str | Path) -> Run:
        monkeypatch.setattr(sys, "argv", ["csplan", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        return Run(int(stopped.value.code or 0), *capsys.readouterr())

    monkeypatch.setenv("COLUMNS", "80")
    return run


@pytest.fixture
def anytown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a plan goes: `plans/anytown` of the folder that csplan runs in."""
    monkeypatch.chdir(tmp_path)
    return Path("plans/anytown")
