"""The shape of a rule."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from csplan.diagnostic import Mend
from csplan.load import LoadedFile, LoadedPlan
from csplan.source import Route
from csplan.source.fault import Severity

MOST_HINTS = 10
"""In how many findings of a rule in a file the nearest known word is looked for."""


FILES_AT_ONCE = 32
"""Of how many files what several rules need is kept: each rule is asked of all of them in turn."""

MENDED = "Mended by `csplan validate --fix`, where nothing else can have been meant."
"""What the documentation says of what can be mended without a decision."""


class Finding(NamedTuple):
    """What a rule found: where in the file, what to tell an officer, and what would mend it.

    Only what needs no decision has a `mend`; a rule that gives one is marked as `mendable`. `at` is
    the number of the character in the text of that route which it is about.
    """

    route: Route
    words: str
    mend: Mend | None = None
    at: int = 0


Check = Callable[[LoadedFile, LoadedPlan], Iterator[Finding]]
DatedCheck = Callable[[LoadedFile, LoadedPlan, date], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its identity and severity; `dated` ones are asked only as at a day."""

    check: Callable[..., Iterator[Finding]]
    severity: Severity
    dated: bool = False
    mends: bool = False

    def find(
        self, file: LoadedFile, plan: LoadedPlan, as_at: date | None = None
    ) -> Iterator[Finding]:
        """What is found in a file, by a dated rule as at a day."""
        if not self.dated:
            return self.check(file, plan)
        return self.check(file, plan, as_at) if as_at else iter(())

    @property
    def id(self) -> str:
        """The kebab-case name of the bad pattern."""
        return self.check.__name__.replace("_", "-")

    @property
    def subject(self) -> str:
        """What the rule is about: the name of the folder that it stands in."""
        return self.check.__module__.split(".")[2]

    @property
    def page(self) -> str:
        """The documentation of the rule, examples included."""
        page = inspect.getdoc(self.check) or ""
        return f"{page}\n\n{MENDED}" if self.mends else page

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.page.partition("\n")[0]


def mendable(rule: Rule) -> Rule:
    """A rule of whose findings some can be mended without a decision."""
    return replace(rule, mends=True)


def error(check: Check) -> Rule:
    """A rule for what breaks a query or a document."""
    return Rule(check, "error")


def warning(check: Check) -> Rule:
    """A rule for everything else that a good plan would not have."""
    return Rule(check, "warning")


def warning_as_at(check: DatedCheck) -> Rule:
    """A rule for what a good plan would not have on the day that somebody asks about."""
    return Rule(check, "warning", dated=True)


def information(check: Check) -> Rule:
    """A rule for what is worth knowing and may be as it should be; it never fails a run."""
    return Rule(check, "information")
