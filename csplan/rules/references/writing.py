"""Rules about how references are typed, and which one a misspelt reference was meant to be."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from csplan.diagnostic import Mend
from csplan.escape import one_line, quoted
from csplan.load import LoadedFile, LoadedPlan, Mention, reference_key
from csplan.rules.late import late
from csplan.rules.references.cited import bare, cited
from csplan.rules.rule import Finding, information, mendable

_DASH = late("[‐‑‒–—―−]")
_YEAR = late(r"(?<!\d)(\d\d)/(\d\d)$")
_TO_A_NUMBER = late(r"(?<=[^\W\d_])-(?=\d)")


@mendable
@information
def ref_written_otherwise(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A reference is typed with other spaces or capitals than the action or milestone has.

    It is found all the same. Documents show what is typed, and a search for the one does not find
    the other. In running text dashes and strokes are compared too: `CE/1/11` for `CE - 1/11`.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            see: vc 2
          - ref: VC2
            action: Train officers

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            see: VC2
          - ref: VC2
            action: Train officers
    """
    for mention in file.mentions:
        usual = _usual(mention, plan)
        if usual and usual != mention.text:
            words = _otherwise(mention.text, usual)
            yield Finding(mention.route, words, Mend(mention.route, usual))
    for work in file.works:
        ref = work.action.ref or ""
        if one_line(ref) != ref:
            route = (*work.route, "ref")
            words = f"the reference {quoted(ref)} holds spaces that do not show; take them out"
            yield Finding(route, words, Mend(route, one_line(ref)))
    yield from _in_text(file, plan)


def _in_text(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    for each in cited(file):
        usual = _only(_by_signs(plan).get(bare(each.code), frozenset()))
        is_year = _is_year(each.code) and not each.is_sent
        if usual and usual != each.code and each.is_meant and not is_year:
            yield each.finding(_otherwise(each.code, usual))


def _otherwise(typed: str, usual: str) -> str:
    return f"{quoted(typed)} is what has the reference {quoted(usual)}; write it in that way"


def _is_year(code: str) -> bool:
    """Whether a code may be letters and a financial year, such as `DV 10/11`."""
    year = _YEAR.search(code)
    return year is not None and int(year[2]) - int(year[1]) == 1


@lru_cache(1)
def _by_signs(plan: LoadedPlan) -> Mapping[str, frozenset[str]]:
    """Every way in which each reference is written where it stands, by its letters and figures."""
    found: dict[str, frozenset[str]] = {}
    for ways in _ways(plan).values():
        for way in ways:
            found[bare(way)] = found.get(bare(way), frozenset()) | {way}
    return found


def _usual(mention: Mention, plan: LoadedPlan) -> str:
    """How what a mention names is written where it stands; empty if in more ways than one."""
    if mention.kind != "item" or mention.text in plan.stems:
        return ""
    return _only(_ways(plan).get(reference_key(mention.text), frozenset()))


def meant(mention: Mention, plan: LoadedPlan) -> Mend | None:
    """What would make a reference name something, where it can have been meant for nothing else.

    Any dash is as good as a hyphen, and between letters and a number as none.
    """
    known = _known(plan).get(mention.kind, {})
    only = _only(known.get(_likeness(mention.text), frozenset()))
    return Mend(mention.route, only) if only else None


@lru_cache(1)
def _known(plan: LoadedPlan) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """What can be named in a plan, by the kind of mention and by what it is like."""
    items = frozenset().union(*_ways(plan).values())
    return {"item": _by_likeness(items), "theme": _by_likeness(plan.stems)}


def _by_likeness(names: frozenset[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        found.setdefault(_likeness(name), set()).add(name)
    return {likeness: frozenset(ways) for likeness, ways in found.items()}


def _likeness(reference: str) -> str:
    return _TO_A_NUMBER.sub("", _DASH.sub("-", reference_key(reference)))


@lru_cache(1)
def _ways(plan: LoadedPlan) -> Mapping[str, frozenset[str]]:
    """Every way in which each reference is written where its actions and milestones stand."""
    found: dict[str, set[str]] = {}
    # Of a file that cannot be read it is a guess how its references are written.
    for part in (each for each in plan.parts if each.model):
        addresses = (item.address for item in part.items if item.milestone)
        for way in (*part.references, *addresses):
            found.setdefault(reference_key(way), set()).add(one_line(way))
    return {key: frozenset(ways) for key, ways in found.items()}


def _only(ways: frozenset[str]) -> str:
    return next(iter(ways)) if len(ways) == 1 else ""
