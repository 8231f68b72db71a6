"""The action or milestone that a row of a sheet is about, by its reference and by its words."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from csplan.diagnostic import did_you_mean, listed
from csplan.edit import Target
from csplan.escape import quoted
from csplan.load import Item, LoadedPlan, reference_key
from csplan.sheets.columns import NO_AGENCY, shown

_GAPS = re.compile(r"[\W_]+")

Cells = Mapping[str, str]


def loose(text: str) -> str:
    """The letters and digits of a text: what no spreadsheet and no old encoding changes."""
    parted = unicodedata.normalize("NFKD", text)
    bare = "".join(each for each in parted if not unicodedata.combining(each))
    return _GAPS.sub("", bare.casefold())


class Places:
    """Where everything due in some plans stands."""

    def __init__(self, plans: Iterable[LoadedPlan]) -> None:
        self._titles: dict[str, str] = {}
        self._by_words: dict[tuple[str, ...], list[Target]] = {}
        self._by_ref: dict[tuple[str, ...], list[Target]] = {}
        for plan in plans:
            title = loose(plan.title)
            self._titles[title] = plan.title
            for file in plan.parts:
                for item in file.items:
                    found = Target(plan, file, item)
                    words = _words(item.action.action, _milestone(item))
                    self._by_words.setdefault((title, *words), []).append(found)
                    key = reference_key(item.address)
                    self._by_ref.setdefault((title, key), []).append(found)

    def find(self, cells: Cells) -> tuple[Target | None, str]:
        """What a row is about, and what to know of it; or nothing, and what is wrong.

        A spreadsheet makes `1.1` of `1.10` and a date of `10/11`, so that words tell where the
        reference does not.
        """
        title = self._title(cells["plan"])
        if title not in self._titles:
            return None, (
                f"the plan {quoted(cells['plan'])} is not among those looked at, "
                f"{listed(self._titles.values(), 'and')}; name its folder with --plan"
            )
        ref, words = cells["ref"], _words(cells["action"], cells["milestone"])
        named = self._by_ref.get((title, reference_key(ref)), [])
        meant = self._by_words.get((title, *words), [])
        both = [each for each in named if each in meant] or meant
        if len(both) > 1:
            return None, _several(both)
        if not both:
            return None, _changed(cells, named)
        address = both[0].item.address
        if reference_key(address) == reference_key(ref):
            return both[0], ""
        if any(_is_another(each, both[0], ref) for each in named):
            return None, (
                f"{quoted(ref)} is one thing in the plan and these words are another, "
                f"{quoted(address)}; put the row right, or collect a new sheet"
            )
        return both[0], f"the sheet calls it {quoted(ref)}"

    def _title(self, cell: str) -> str:
        only = next(iter(self._titles)) if len(self._titles) == 1 else ""
        return loose(cell) if cell else only


def _several(found: list[Target]) -> str:
    plans = dict.fromkeys(each.plan.path for each in found)
    if len(plans) > 1:
        title = quoted(found[0].plan.title)
        folders = listed(plans, whole=True)
        return f"several plans are called {title}; name one with --plan: {folders}"
    refs = listed((each.item.address for each in found), "and")
    return f"the same words stand at {refs}; write the right one under `ref`"


def _is_another(named: Target, meant: Target, ref: str) -> bool:
    """Whether a reference cannot have come to name another action by itself.

    It can if a milestone or an action was put in before it and it only counts them, or if a
    spreadsheet took the end of `1.10` for a needless zero.
    """
    is_counted = named.item.action.ref is None or named.item.work is meant.item.work
    lost_zero = reference_key(meant.item.address).removesuffix("0") == reference_key(ref)
    return not (is_counted or lost_zero)


def _words(action: str, milestone: str) -> tuple[str, str]:
    return loose(shown(action)), loose(shown(milestone))


def _milestone(item: Item) -> str:
    return item.milestone.milestone if item.milestone else ""


def _changed(cells: Cells, named: list[Target]) -> str:
    if not named:
        return "the plan has nothing with this reference and these words; collect a new sheet"
    item = named[0].item
    now = _words(item.action.action, _milestone(item))
    then = _words(cells["action"], cells["milestone"])
    is_action = now[0] != then[0]
    which = "action" if is_action else "milestone"
    words = shown(item.action.action if is_action else _milestone(item))
    return (
        f"the {which} reads {quoted(words)} in the plan, not {quoted(cells[which])}; if it was "
        "changed since, collect a new sheet"
    )


def not_theirs(found: Target, agency: str) -> str:
    """What is wrong if the agency of a sheet does not lead what a row of it reports on."""
    agencies = found.plan.agencies
    leads = tuple(dict.fromkeys(owner.agency for owner in found.item.owners if owner.agency))
    if loose(agency) == loose(NO_AGENCY):
        return f"{listed(leads, 'and')} leads this; collect a sheet for that" if leads else ""
    official = agencies.official(agency) if agencies else ""
    if not official:
        hint = did_you_mean(agency, agencies.names if agencies else ())
        return f"the plan has no agency {quoted(agency)}{hint}"
    if official in leads:
        return ""
    instead = f"{listed(leads, 'and')} does" if leads else "nobody does"
    return f"{quoted(official)} does not lead this; {instead}"
