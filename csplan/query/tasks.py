"""Every action and milestone of a plan in one shape, whether it has a date of its own or not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from csplan.escape import one_line
from csplan.load import Agencies, Item, LoadedFile, LoadedPlan, Work, reference_key
from csplan.model import Action, Milestone
from csplan.query.carried import could_name, named_reference
from csplan.source import Route

Spot = tuple[str, Route]
"""Where something stands: the path of its file, and its route there."""


# Known by identity: two milestones may say the same.
@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """An action with its milestones, or a milestone."""

    plan: LoadedPlan
    file: LoadedFile
    item: Item
    milestones: tuple["Task", ...] = ()

    @property
    def ref(self) -> str:
        """What it goes by: VC1, or VC1.2 for a milestone."""
        return self.item.address

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.file.path, self.item.route

    @property
    def home(self) -> Spot:
        """Where its action stands, if it is a milestone, or else its theme or sub-theme."""
        return self.file.path, self.item.route[:-2]

    @property
    def key(self) -> str:
        """Its reference as it is compared; empty if it is made of a place and a number."""
        is_typed = self.item.action.ref is not None and not self.item.milestone
        return reference_key(self.ref) if is_typed else ""

    @property
    def entry(self) -> Action | Milestone:
        """The part of the plan that holds its date, leads and progress."""
        return self.item.entry

    @property
    def words(self) -> str:
        """What is to be done."""
        return self.item.words

    @property
    def items(self) -> tuple[Item, ...]:
        """What is due in it: itself, unless its milestones alone have dates, and all of these."""
        steps = tuple(each.item for each in self.milestones)
        return (self.item, *steps) if self.entry.due or not steps else steps

    @property
    def within(self) -> str:
        """The title of its theme, with that of the part of it."""
        work = self.item.work
        return one_line(": ".join(filter(None, (work.theme, work.sub_theme))))

    @property
    def line(self) -> int:
        """Where it stands in its file."""
        return self.file.tree.locate(self.item.route).line


def tasks(plan: LoadedPlan, files: Iterable[LoadedFile]) -> Iterator[Task]:
    """Every action of some files of a plan, with its milestones."""
    agencies = plan.agencies or Agencies(())
    for file in files:
        dated = {item.route: item for item in file.items}
        for work in file.works:
            steps = (
                dated[*work.route, "milestones", number]
                for number in range(len(work.action.milestones))
            )
            own = dated.get(work.route) or _undated(work, agencies)
            yield Task(plan, file, own, tuple(Task(plan, file, each) for each in steps))


def _undated(work: Work, agencies: Agencies) -> Item:
    """An action whose milestones alone have dates."""
    owners = tuple(agencies.owner(lead) for lead in work.action.lead)
    return Item(work.ref, work, None, work.route, None, owners, (*work.route, "lead"))


Places = Mapping[Spot, Task]
"""Actions and milestones by their file and route."""


def places(every: Iterable[Task]) -> Places:
    """Where each action and each milestone stands."""
    return {each.spot: each for task in every for each in (task, *task.milestones)}


def named_task(text: str, plan: LoadedPlan, where: Places) -> Task | None:
    """The action or milestone of a plan that a text names, unless it speaks of other years."""
    named = named_reference(text, plan) if could_name(text, plan) else None
    if named is None or named.work is None:
        return None
    route = named.item.route if named.item else named.work.route
    return where.get((named.file.path, route))
