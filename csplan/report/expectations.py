"""What is expected of the partnership and what it answers, within a chapter."""

from collections.abc import Iterator

from csplan.load import Answer, Asked, Status
from csplan.model import Expectations
from csplan.report import desk as on
from csplan.report import shapes
from csplan.report.desk import Desk
from csplan.report.runs import Detail
from csplan.report.text import plain
from csplan.source import Route

STATUSES: dict[Status, str] = {
    "answered": "Answered",
    "by action": "Answered by action",
    "by reference": "Answered by reference",
    "not applicable": "Not applicable",
    "unanswered": "No response yet",
}
NOWHERE = "Refers to what has no response yet"


def sources(found: tuple[Expectations, ...], desk: Desk, route: Route) -> Iterator[shapes.Source]:
    """What each source expects of what stands at a route, and the responses."""
    asked = {each.route: each for each in desk.file.asked}
    for number, by in enumerate(found):
        at = (*route, "expectations", number, "expects")
        yield shapes.Source(
            title=plain(by.source),
            put_to=plain(by.put_to or ""),
            expects=tuple(
                _expectation(asked[(*at, place)], desk) for place in range(len(by.expects))
            ),
        )


def _expectation(asked: Asked, desk: Desk) -> shapes.Expectation:
    expectation, found = asked.expectation, desk.answers[desk.file.path, asked.route]
    reason = expectation.not_applicable
    return shapes.Expectation(
        id=desk.addresses.entry(desk.file, asked.route),
        ref=plain(expectation.ref),
        words=desk.line(expectation.expectation),
        status=status(found),
        is_gap=found.is_gap,
        response=desk.prose(expectation.response),
        not_applicable=desk.line(reason) if reason else (),
        details=tuple(_details(asked, found, desk)),
    )


def status(found: Answer) -> str:
    """In words whether an expectation has an answer."""
    return NOWHERE if found.leads_nowhere else STATUSES[found.status]


def _details(asked: Asked, found: Answer, desk: Desk) -> Iterator[Detail]:
    expectation = asked.expectation
    yield from on.lines("See", desk.addresses.see(expectation.see))
    yield from on.documents(expectation.other_documents)
    yield from on.lines("Covered by", desk.addresses.works(found.works))
    if expectation.note:
        yield Detail("Note", (desk.line(expectation.note),))
