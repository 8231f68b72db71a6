"""Everybody who is named in a plan to lead something or take part, read once for the rules."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from csplan.load import LoadedFile, LoadedPlan, Owner, Text
from csplan.source import Route

NAMING = frozenset({"partners", "by", "chair", "present", "apologies", "put_to"})
"""The keys under which an agency is named that leads nothing by that."""


class Named(NamedTuple):
    """A lead as it was read, and where it stands; `has_person` tells of a name beside it."""

    file: LoadedFile
    route: Route
    owner: Owner
    has_person: bool

    @property
    def answers(self) -> bool:
        """Whether the lead answers for something, and does not only bring an item to a meeting."""
        return self.route[0] != "meetings" or "actions" in self.route


# The rules of a plan are asked one after the other, so each lead is looked up once.
@lru_cache(1)
def named(plan: LoadedPlan) -> tuple[Named, ...]:
    """Every lead of a plan that is settled and whose agency is known, in the plan's order."""
    agencies = plan.agencies
    if agencies is None:
        return ()
    found = (
        Named(file, route, agencies.owner(lead), bool(lead.person))
        for file in plan.files
        for route, lead in file.leads
    )
    return tuple(each for each in found if each.owner.decided and each.owner.agency)


@lru_cache(1)
def _by_file(plan: LoadedPlan) -> Mapping[LoadedFile, list[Named]]:
    found: dict[LoadedFile, list[Named]] = {}
    for each in named(plan):
        found.setdefault(each.file, []).append(each)
    return found


def named_in(file: LoadedFile, plan: LoadedPlan) -> list[Named]:
    """Those of one file."""
    return _by_file(plan).get(file, [])


@lru_cache(1)
def posts(plan: LoadedPlan) -> Mapping[str, Mapping[str, tuple[Named, ...]]]:
    """Who leads under which post, by agency and then by the post as it is written."""
    found: dict[str, dict[str, list[Named]]] = {}
    for each in named(plan):
        if each.owner.post:
            held = found.setdefault(each.owner.agency, {})
            held.setdefault(each.owner.post, []).append(each)
    return MappingProxyType(
        {
            agency: MappingProxyType({post: tuple(leads) for post, leads in held.items()})
            for agency, held in found.items()
        }
    )


@lru_cache(1)
def naming(plan: LoadedPlan) -> tuple[Text, ...]:
    """The texts of a plan that name who takes part, and who says or hears something."""
    return tuple(text for file in plan.files for text in file.texts if text.key in NAMING)
