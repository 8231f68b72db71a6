"""What nobody answers for."""

from dataclasses import dataclass
from datetime import date

from csplan.load import Workspace
from csplan.query.filters import EVERYTHING, Filter
from csplan.query.owed import dated
from csplan.query.work import Owed, open_work


@dataclass(frozen=True, slots=True)
class Unowned:
    """Open work that nobody answers for, and work that an agency leads without saying who in it.

    What is most overdue comes first, then what is due soonest, then what has no date. A post
    whose agency is not registered answers for its work; the rule `unknown-agency` says so.
    """

    as_at: date
    asked: Filter
    nobody: tuple[Owed, ...]
    no_post: tuple[Owed, ...]


def unowned(workspace: Workspace, as_at: date, asked: Filter = EVERYTHING) -> Unowned:
    """The open work whose lead is not named or not settled; apart from it, agencies alone."""
    every = [dated(work, as_at) for work in open_work(workspace, as_at, asked)]
    every.sort(key=lambda work: work.by or date.max)
    return Unowned(
        as_at,
        asked,
        tuple(work for work in every if not _is_led(work)),
        tuple(work for work in every if _is_led(work) and not _has_post(work)),
    )


def _is_led(work: Owed) -> bool:
    return any(owner.decided for owner in work.item.owners)


def _has_post(work: Owed) -> bool:
    return any(owner.decided and (owner.post or owner.person) for owner in work.item.owners)
