"""What there is to say of an indicator and its rows beside their figures."""

from collections.abc import Iterable, Iterator

from csplan.model import Measure
from csplan.query import Reading, starts_month
from csplan.report import desk as on
from csplan.report.desk import Desk
from csplan.report.history import History, by_period, history, noted, revised
from csplan.report.runs import Detail
from csplan.report.text import plain

_EXCEPTIONS = {"positive": "As something positive", "concern": "As a concern"}


def remarks(reading: Reading, rows: Iterable[Reading], desk: Desk) -> Iterator[Detail]:
    """All that is said of an indicator, and then of its rows."""
    indicator = reading.indicator
    figures = _history(indicator, reading)
    yield from on.texts("Baseline", by_period(figures.baseline))
    yield from on.texts("Against the target", [reading.arithmetic])
    if reading.stated and indicator.target and not reading.computed:
        yield from on.texts("Why no rating is worked out", [reading.why_not])
    yield from on.texts("Singled out", [_EXCEPTIONS.get(indicator.exception or "")])
    yield from on.texts("Source of the figures", [indicator.source])
    yield from on.texts("Lead", on.leads(desk.owners(indicator.lead)))
    yield from _of_figures(figures, desk)
    yield from _remedies(indicator, desk)
    for row in rows:
        yield from _of_row(row, desk)


def _history(part: Measure, reading: Reading) -> History:
    return history(part, reading.indicator.unit or "", starts_month(reading.plan))


def _of_row(reading: Reading, desk: Desk) -> Iterator[Detail]:
    row = reading.row
    assert row
    name, figures = plain(row.row), _history(row, reading)
    yield from on.texts(f"{name}, baseline", by_period(figures.baseline))
    yield from on.texts(f"{name}, singled out", [_EXCEPTIONS.get(row.exception or "")])
    yield from _of_figures(figures, desk, name)
    if row.explanation:
        label = name if reading.is_of_figure else f"{name}, of an earlier figure"
        yield Detail(label, (desk.line(row.explanation),))
    yield from _remedies(row, desk, name)


def _of_figures(figures: History, desk: Desk, row: str = "") -> Iterator[Detail]:
    for label, text in noted(figures):
        yield Detail(_label(label, row), (desk.line(text),))
    for label, text in revised(figures):
        yield from on.texts(_label(label, row), [text])


def _remedies(part: Measure, desk: Desk, row: str = "") -> Iterator[Detail]:
    """What is done about it, and the actions that do."""
    if part.corrective_action:
        yield Detail(_label("what is done about it", row), (desk.line(part.corrective_action),))
    yield from on.lines(_label("see", row), desk.addresses.see(part.see))


def _label(text: str, row: str) -> str:
    return plain(f"{row}, {text}" if row else text[0].upper() + text[1:])
