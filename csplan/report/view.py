"""A plan as a paper sees it on its day: without what came later, with or without secrets."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from csplan.load import LoadedFile, LoadedPlan, histories
from csplan.load.due import items
from csplan.load.index import Model, works
from csplan.load.measures import measures
from csplan.model import Action, AgendaItem, Figure, Indicator, Meeting, Meetings, Plan, Row, Theme
from csplan.query import starts_month
from csplan.query.begun import held_on


def as_seen(plan: LoadedPlan, day: date, *, with_everything: bool) -> LoadedPlan:
    """The plan without figures that became known later, and without what arose of later meetings.

    A paper of the day of a meeting is made for it: its minutes come after. With everything, all of
    the plan counts as to be published. Progress keeps its later entries: every question asks for
    a day.
    """
    view = _View(plan, day, with_everything)
    file = view.file(plan.file)
    return replace(
        plan,
        file=file,
        themes=tuple(map(view.file, plan.themes)),
        boards=tuple(map(view.file, plan.boards)),
        plan=file.model if isinstance(file.model, Plan) else None,
    )


class _View(NamedTuple):
    plan: LoadedPlan
    day: date
    with_everything: bool

    def file(self, file: LoadedFile) -> LoadedFile:
        """A file with what was known and had arisen, indexed anew."""
        if file.model is None or self.plan.agencies is None:
            return file
        model = self.model(file.model)
        found = tuple(works(file.stem, model))
        every = tuple(items(found, self.plan.term, self.plan.agencies))
        later = {item.work.route for item in every if (held_on(file, item) or date.min) >= self.day}
        return replace(
            file,
            model=model,
            works=tuple(work for work in found if work.route not in later),
            items=tuple(item for item in every if item.work.route not in later),
            measures=tuple(measures(model, self.plan.term)),
        )

    def model(self, model: Model) -> Model:
        """What a file says."""
        if isinstance(model, Meetings):
            return model.model_copy(update={"meetings": tuple(map(self._meeting, model.meetings))})
        held: dict[str, object] = {"indicators": tuple(map(self._indicator, model.indicators))}
        if isinstance(model, Theme):
            held["actions"] = self._actions(model.actions)
            held["sub_themes"] = tuple(
                part.model_copy(
                    update={
                        "indicators": tuple(map(self._indicator, part.indicators)),
                        "actions": self._actions(part.actions),
                    }
                )
                for part in model.sub_themes
            )
        return model.model_copy(update=held)

    def _meeting(self, meeting: Meeting) -> Meeting:
        return meeting.model_copy(update={"items": tuple(map(self._agenda_item, meeting.items))})

    def _agenda_item(self, item: AgendaItem) -> AgendaItem:
        publish = item.publish or self.with_everything
        actions = self._actions(item.actions)
        return item.model_copy(update={"publish": publish, "actions": actions})

    def _actions(self, found: Sequence[Action]) -> tuple[Action, ...]:
        if not self.with_everything:
            return tuple(found)
        return tuple(action.model_copy(update={"publish": True}) for action in found)

    def _indicator(self, indicator: Indicator) -> Indicator:
        unit = indicator.unit or ""
        rows = (row.model_copy(update=self._known(row, unit)) for row in indicator.rows)
        held = {**self._known(indicator, unit), "rows": tuple(rows)}
        return indicator.model_copy(update=held)

    def _known(self, part: Indicator | Row, unit: str) -> dict[str, object]:
        """The figures, targets and baselines that were known by the day."""
        return {
            "values": self._by_then("values", part.values, unit),
            "target": self._by_then("target", part.target, unit),
            "baseline": self._by_then("baseline", part.baseline, unit),
        }

    def _by_then(
        self, key: str, series: Mapping[str, tuple[Figure, ...]], unit: str
    ) -> Mapping[str, tuple[Figure, ...]]:
        month = starts_month(self.plan)
        known = {
            period: tuple(each.typed for each in found if each.known <= self.day)
            for period, found in histories(key, series, unit, month).items()
        }
        return MappingProxyType({period: found for period, found in known.items() if found})
