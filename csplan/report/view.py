"""A plan as a paper sees it on its day: with what is not published, if that is asked for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from csplan.load import LoadedFile, LoadedPlan
from csplan.load.index import Model, items, works
from csplan.model import Action, AgendaItem, Meeting, Meetings, Theme
from csplan.query.begun import held_on


def as_seen(plan: LoadedPlan, day: date, *, with_everything: bool) -> LoadedPlan:
    """The plan without what arises of meetings on that day or later.

    A paper of the day of a meeting is made for it, so that its minutes come after. With everything,
    all of the plan counts as to be published.
    """
    return replace(
        plan,
        themes=tuple(
            _seen(file, plan, day, with_everything=with_everything) for file in plan.themes
        ),
        boards=tuple(
            _seen(file, plan, day, with_everything=with_everything) for file in plan.boards
        ),
    )


def _seen(file: LoadedFile, plan: LoadedPlan, day: date, *, with_everything: bool) -> LoadedFile:
    if file.model is None or plan.agencies is None:
        return file
    model = _model(file.model) if with_everything else file.model
    found = tuple(works(file.stem, model))
    every = tuple(items(found, plan.term, plan.agencies))
    to_come = {item.work.route for item in every if (held_on(file, item) or date.min) >= day}
    return replace(
        file,
        model=model,
        works=tuple(work for work in found if work.route not in to_come),
        items=tuple(item for item in every if item.work.route not in to_come),
    )


def _model(model: Model) -> Model:
    if isinstance(model, Theme):
        parts = (
            part.model_copy(update={"actions": _actions(part.actions)}) for part in model.sub_themes
        )
        held = {"actions": _actions(model.actions), "sub_themes": tuple(parts)}
        return model.model_copy(update=held)
    if isinstance(model, Meetings):
        return model.model_copy(update={"meetings": tuple(map(_meeting, model.meetings))})
    return model


def _meeting(meeting: Meeting) -> Meeting:
    return meeting.model_copy(update={"items": tuple(map(_agenda_item, meeting.items))})


def _agenda_item(item: AgendaItem) -> AgendaItem:
    return item.model_copy(update={"publish": True, "actions": _actions(item.actions)})


def _actions(found: Sequence[Action]) -> tuple[Action, ...]:
    return tuple(action.model_copy(update={"publish": True}) for action in found)
