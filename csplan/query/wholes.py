"""Actions over their milestones, which are not due themselves but may be spoken of."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from csplan.load import Item


def as_whole(milestone: Item) -> Item:
    """The action of a milestone, of which nothing but its own entries tells."""
    work = milestone.work
    return milestone._replace(address=work.ref, milestone=None, route=work.route, due=None)


def is_whole(item: Item) -> bool:
    """Whether something is an action of milestones that is not due itself."""
    return not item.milestone and not item.action.due and bool(item.action.milestones)


def with_wholes(items: Iterable[Item]) -> Iterator[Item]:
    """Items of a file in its order, and before milestones their action if it is not due itself."""
    for _, of_action in groupby(items, key=lambda item: id(item.work)):
        found = list(of_action)
        whole = as_whole(found[0])
        if is_whole(whole):
            yield whole
        yield from found
