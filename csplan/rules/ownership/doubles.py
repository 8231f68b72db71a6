"""Rules about two posts that may be one: of two agencies, or of one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, permutations

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.late import late
from csplan.rules.ownership.alike import Words, words_of
from csplan.rules.ownership.named import Named, posts
from csplan.rules.rule import Finding, information
from csplan.rules.whole import Found, of_plan
from csplan.source import Route

_LEAST_WORDS = 3
# What three agencies have is a kind of post, such as `Data Protection Officer`.
_TWO = 2
_REMIT = late(r"[,(]")
# Words that tell one post from another above or below it.
_RANKS = late(
    "acting|assistant|associate|chief|deputy|detective|district|head|interim|joint|junior|lead|"
    "principal|senior|temporary|trainee|vice"
)
_MOST_PAIRS = 100
# Who commands a place, and who has a rank there.
_COMMANDER = late(r"(.+?),? Commander", re.IGNORECASE)
_RANKED = late(r"(?:Chief )?(?:Inspector|Superintendent),? (?:(?:of|for) )?(.+)", re.IGNORECASE)
_UNITS = frozenset({"district", "division", "area", "borough", "bcu", "the"})


@information
def post_in_two_agencies(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The same post is put with two agencies in different places of a plan.

    Two agencies may each have one. If it is one and the same post, half of what it owns is missed
    when an agency asks for its list. Posts of fewer than three words, such as `Chief Inspector`,
    are not compared, nor are those that two agencies always share, or that three or more have.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead: Violence and Hate Crime Manager, Sussex Police
          - ref: VC2
            action: Train officers
            due: July 2010
            lead: Violence and Hate Crime Manager, Safer Communities Team

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead: Violence and Hate Crime Manager, Safer Communities Team
          - ref: VC2
            action: Train officers
            due: July 2010
            lead: Violence and Hate Crime Manager, Safer Communities Team
    """
    yield from _shared(file, plan)


@of_plan
def _shared(plan: LoadedPlan) -> Found:
    held: dict[Words, dict[str, list[Named]]] = {}
    for agency, by_post in posts(plan).items():
        for post, leads in by_post.items():
            words = words_of(post)
            if len(words) >= _LEAST_WORDS:
                held.setdefault(words, {}).setdefault(agency, []).extend(leads)
    return tuple(
        (apart[0].file, Finding(apart[0].route, _apart(apart)))
        for by_agency in held.values()
        if len(apart := _separate(by_agency.values())) == _TWO
    )


def _separate(by_agency: Iterable[list[Named]]) -> list[Named]:
    """One lead of each agency with the post that shares no list with those before it."""
    seen: set[tuple[str, Route]] = set()
    found = []
    for leads in by_agency:
        lists = {(each.file.path, each.route[:-1]) for each in leads}
        if seen.isdisjoint(lists):
            found.append(leads[0])
        seen |= lists
    return found[::-1]


def _apart(apart: list[Named]) -> str:
    here, other = (each.owner for each in apart)
    words = f"the post {quoted(here.post)} is put with {quoted(here.agency)} here and "
    return f"{words}with {quoted(other.agency)} elsewhere; if it is one post, name one agency"


@information
def similar_posts(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Two posts of an agency differ only by a word or a remit that one of them leaves out.

    `Performance Manager` and `Performance and Resources Manager` may be one post or two. If one,
    write it in one way. Ranks, such as `Chief Inspector` and `Inspector`, are not compared, but the
    `Anytown District Commander` may be the one `Chief Inspector, Anytown District`.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead:
              - Performance Manager, Safer Communities Team
              - Performance and Resources Manager, Safer Communities Team

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead:
              - Performance Manager, Safer Communities Team
              - Deputy Performance Manager, Safer Communities Team
    """
    yield from _similar(file, plan)


@of_plan
def _similar(plan: LoadedPlan) -> Found:
    return tuple(
        (leads[0].file, Finding(leads[0].route, _longer(leads[0], other)))
        for held in posts(plan).values()
        for leads, other in (*_within(held), *_commanding(held))
    )


def _within(held: Mapping[str, tuple[Named, ...]]) -> Iterator[tuple[tuple[Named, ...], str]]:
    """The leads under each longer post, with the shorter one that it holds."""
    by_head: dict[str, list[tuple[frozenset[str], str]]] = {}
    for post in held:
        words = words_of(_REMIT.split(post)[0], keeps_last=True)
        if len(words) > 1:
            by_head.setdefault(words[-1], []).append((frozenset(words_of(post)), post))
    for alike in by_head.values():
        for one, other in islice(permutations(alike, 2), _MOST_PAIRS):
            more = one[0] - other[0]
            if other[0] < one[0] and not any(map(_RANKS.fullmatch, more)):
                yield held[one[1]], other[1]


def _commanding(held: Mapping[str, tuple[Named, ...]]) -> Iterator[tuple[tuple[Named, ...], str]]:
    """The leads of who commands a place, with the only post that has a high rank there."""
    ranked: dict[frozenset[str], list[str]] = {}
    for post in held:
        if found := _RANKED.fullmatch(post):
            ranked.setdefault(_place(found[1]), []).append(post)
    for post in held if ranked else ():
        found = _COMMANDER.fullmatch(post)
        place = _place(found[1]) if found else frozenset()
        if place and len(ranked.get(place, ())) == 1:
            yield held[post], ranked[place][0]


def _place(words: str) -> frozenset[str]:
    return frozenset(words_of(words)) - _UNITS


def _longer(each: Named, other: str) -> str:
    words = f"the post {quoted(each.owner.post)} may be the {quoted(other)} of "
    return f"{words}{quoted(each.owner.agency)} that is named elsewhere; if so, write one of them"
