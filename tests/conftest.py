"""What all tests share."""

import gc
import signal
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

# What is walked again and again is the same plans; a run of the tests is long, so not never.
gc.set_threshold(100_000, 50, 100)
# The same examples each time, so that a failure in CI is a failure at a desk.
settings.register_profile("csplan", derandomize=True, deadline=None)
settings.load_profile("csplan")


@pytest.fixture(autouse=True)
def _own_process() -> Iterator[None]:
    """Undo what csplan sets for its own short run."""
    yield
    gc.enable()
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--rewrite-golden` writes the golden files anew instead of comparing with them."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite-golden"))


@pytest.fixture
def untraced() -> Iterator[None]:
    """Without the measuring of coverage, which makes a long test three times as long.

    What such a test runs is covered by shorter ones.
    """
    tracer = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(tracer)
