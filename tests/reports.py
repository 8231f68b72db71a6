"""Reports of what checking found, for the tests of their formats."""

from collections.abc import Sequence
from pathlib import Path

from csplan.check import Waived
from csplan.console.lint.report import Detail, Report
from csplan.diagnostic import Complaint
from csplan.source import Span
from csplan.source.fault import Severity

NASTY = (
    "<script>alert(1)</script>", "]]>", "[x](javascript:alert(1))", "![x](https://a.b/c.png)",
    "a | b | c", "שלום \u202e evil", "::error file=a::b", "%0A::set-output name=a::b", "%25",
    "a\\", "a\\|b", "&lt; &amp; &#60;", "5*3*2 __x__", "<https://a.b>", "www.a.b", "a@b.uk",
    ":smile:", "$x$ @me #12", "x! [y](https://a.b)", "`a` ``b", "` `", "a\x00b\x1b[31m\x07",
    "\ud800", "\ufffe\uffff\U0001ffff", "a\u2028b\x85c", "{0} {1} {{", "a\r\nb\tc", "]](1)", "\\[",
    "- x", "# x", "1. x", "> x", "=", "+ x", "<!--", "`<b>`", "|", "`|`", "~~x~~", "'\"",
)  # fmt: skip
"""What means something to a format, to a terminal or to whoever reads what it shows."""


def complaint(  # noqa: PLR0913 - a complaint has as many parts
    message: str = "no date is given; add `due`",
    *,
    path: str = "plans/a/alcohol.yaml",
    line: int = 3,
    rule: str = "due-missing",
    severity: Severity = "warning",
    ref: str = "",
    agencies: tuple[str, ...] = (),
) -> Complaint:
    """A complaint in column 5 of a line."""
    return Complaint(path, Span(line, 5), rule, severity, message, ref, agencies)


def waived(reason: str, of: Complaint) -> Waived:
    """A complaint that is allowed, on the line itself."""
    return Waived(of, reason, of.path, of.span)


def report(
    *complaints: Complaint,
    waivers: Sequence[Waived] = (),
    titles: tuple[str, ...] = ("Anytown",),
    agency: str = "",
    detail: Detail = "concise",
    strict: bool = False,
) -> Report:
    """What is told of two files, one of them sound, in half a second."""
    return Report(
        titles=titles,
        files=("plans/a/plan.yaml", "plans/a/alcohol.yaml"),
        actions=4,
        milestones=1250,
        complaints=complaints,
        waived=tuple(waivers),
        lines={},
        failing=frozenset({"error", "warning"} if strict else {"error"}),
        agency=agency,
        unread=0,
        seconds=0.5,
        folder=str(Path.cwd()),
        detail=detail,
    )
