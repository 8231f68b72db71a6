"""What the law asks of a plan, held against what the plan holds: a checklist, not legal advice."""

from csplan.load import LoadedPlan
from csplan.query.statutory import community, contents, duties
from csplan.query.statutory.shape import Cover, Evidence, Item, cover

ITEMS: tuple[Item, ...] = (
    *duties.ITEMS,
    contents.PRIORITIES,
    contents.EVIDENCE,
    contents.WHO_DOES_WHAT,
    contents.RESOURCES,
    contents.MEASURED,
    community.CONSULTED,
    community.PUBLIC_MEETING,
    community.SUMMARY,
    contents.REVIEWED,
)
"""Every item of the checklist, in its order."""


def statutory(plan: LoadedPlan) -> tuple[Cover, ...]:
    """The cover of each item by a plan, whole: a plan is held to it with all of its files."""
    return tuple(cover(item, plan) for item in ITEMS)


__all__ = ["ITEMS", "Cover", "Evidence", "Item", "statutory"]
