"""What a place in a file goes by, and who answers for it."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from csplan.load import LoadedFile, LoadedPlan
from csplan.source import Route


class Places:
    """The addresses and agencies of a file's places; a file without findings needs none."""

    def __init__(self, file: LoadedFile, plan: LoadedPlan) -> None:
        self._file = file
        self._plan = plan

    def about(self, route: Route) -> tuple[str, tuple[str, ...]]:
        """What a route leads into, and the registered agencies that lead it by their names.

        The first is an action, milestone or expectation, and empty outside of them. The agencies of
        an action are those of its milestones too. What names no lead has those of what holds it;
        what is said of one lead is for that agency alone.
        """
        refs, led = self._refs, self._led
        within = [route[:end] for end in range(len(route), -1, -1)]
        ref = next((refs[each] for each in within if each in refs), "")
        agencies = next((led[each] for each in within if each in led), ())
        return ref, tuple(sorted(agencies))

    def before(self, route: Route, at: int) -> str:
        """The first so many characters of the text at a route."""
        text = self._texts.get(route)
        # A single value may stand where a list could.
        return (text or self._texts.get(route[:-1], ""))[:at]

    @cached_property
    def _texts(self) -> Mapping[Route, str]:
        return {text.route: text.words for text in self._file.texts}

    @cached_property
    def _refs(self) -> Mapping[Route, str]:
        found: dict[Route, str] = {}
        for work in self._file.works:
            found[work.route] = work.ref
            for number in range(len(work.action.milestones)):
                found[*work.route, "milestones", number] = f"{work.ref}.{number + 1}"
        for asked in self._file.asked:
            found[asked.route] = f"expectation {asked.expectation.ref}"
        return found

    @cached_property
    def _led(self) -> Mapping[Route, set[str]]:
        found: defaultdict[Route, set[str]] = defaultdict(set)
        for route, lead in self._file.leads:
            owner = self._plan.agencies.owner(lead) if self._plan.agencies else None
            if owner and owner.agency:
                found[route].add(owner.agency)
                found[route[:-2]].add(owner.agency)
        for item in self._file.items:
            for owner in item.owners:
                if owner.agency:
                    found[item.route].add(owner.agency)
                    found[item.work.route].add(owner.agency)
        return found
