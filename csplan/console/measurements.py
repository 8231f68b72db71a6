"""Indicators as at a day: for a program or a spreadsheet."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from csplan.console.narrowed import facts
from csplan.console.records import csv_text
from csplan.escape import one_line
from csplan.figures import Figure
from csplan.query import Filter, Reading


class _Record(NamedTuple):
    """What a program is told of an indicator or a row of one; numbers are text, as decimals."""

    plan: str
    theme: str
    sub_theme: str | None
    indicator: str
    row: str | None
    kind: str | None
    code: str | None
    unit: str | None
    polarity: str | None
    period: str | None
    first_day: str | None
    last_day: str | None
    value: str | None
    number: str | None
    mark: str | None
    known_on: str | None
    revised_from: str | None
    revised_from_number: str | None
    target: str | None
    target_number: str | None
    target_period: str | None
    rating: str | None
    rated_period: str | None
    rating_stated: str | None
    arithmetic: str | None
    not_rated_because: str | None
    differs: str | None
    direction: str | None
    direction_stated: str | None
    direction_differs: str | None
    moved: str | None
    missing: str | None
    note: str | None
    explanation: str | None
    corrective_action: str | None
    path: str
    line: int


def as_json(found: Iterable[Reading], as_at: date, warning: str, asked: Filter) -> str:
    """The day and every indicator and row."""
    whole = {
        "as_at": as_at.isoformat(),
        **facts(asked),
        "warning": warning or None,
        "indicators": [_record(each)._asdict() for each in found],
    }
    return json.dumps(whole, indent=2) + "\n"


def as_csv(found: Iterable[Reading]) -> str:
    """One row for each indicator and each row of one."""
    return csv_text(_Record._fields, (_record(each) for each in found))


def _record(reading: Reading) -> _Record:
    indicator, value, aimed, days = (
        reading.indicator,
        reading.value,
        reading.target,
        reading.days,
    )
    before, known_on = reading.revised_from, reading.known_on
    return _Record(
        plan=reading.plan.title,
        theme=one_line(reading.theme),
        sub_theme=one_line(reading.sub_theme) or None,
        indicator=one_line(indicator.indicator),
        row=one_line(reading.row.row) if reading.row else None,
        kind=indicator.kind,
        code=indicator.code,
        unit=indicator.unit,
        polarity=reading.polarity or None,
        period=reading.period or None,
        first_day=days.first.isoformat() if days else None,
        last_day=days.last.isoformat() if days else None,
        value=value.text if value else None,
        number=_number(value),
        mark=value.mark or None if value else None,
        known_on=known_on.isoformat() if known_on else None,
        revised_from=before.text if before else None,
        revised_from_number=_number(before),
        target=aimed.text if aimed else None,
        target_number=_number(aimed.figure) if aimed else None,
        target_period=reading.target_period or None,
        rating=reading.computed or None,
        rated_period=(reading.rated_period or None) if reading.computed else None,
        rating_stated=reading.stated or None,
        arithmetic=reading.arithmetic or None,
        not_rated_because=reading.why_not or None,
        differs=reading.differs or None,
        direction=reading.turned or None,
        direction_stated=reading.direction or None,
        direction_differs=reading.direction_differs or None,
        moved=reading.moved or None,
        missing="; ".join(_missing(reading)) or None,
        note=one_line(reading.note) or None,
        explanation=one_line(reading.explanation) or None,
        corrective_action=one_line(reading.corrective_action) or None,
        path=Path(reading.file.path).as_posix(),
        line=reading.file.tree.locate(reading.route).line,
    )


def _number(figure: Figure | None) -> str | None:
    return f"{figure.number:f}" if figure and figure.counts and figure.number is not None else None


def _missing(reading: Reading) -> Iterator[str]:
    for period, figure in reading.missing:
        why = figure.reason if figure.kind == "missing" else f"{figure.text} (not understood)"
        yield f"{period}: {why}" if period else why
    for period, text in reading.unplaced:
        yield f"{period}: {text} (not understood)"
