"""What the tests of papers share."""

from pathlib import Path

import pytest
from report.papers import DAY, MEETINGS, plan

from csplan.report.monitoring import monitoring
from csplan.report.papers import Paper


@pytest.fixture
def report(tmp_path: Path) -> Paper:
    """The performance report of the plan that has all in it."""
    return monitoring(plan(tmp_path / "p", meetings=MEETINGS), DAY)
