"""Rules about posts and agencies that are written in two ways."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from csplan.diagnostic import Mend
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Text
from csplan.model import Plan
from csplan.rules.ownership.alike import Words, slip_of, with_holes, words_of
from csplan.rules.ownership.named import NAMING, Named, naming, posts
from csplan.rules.ownership.nearest import registered
from csplan.rules.rule import Finding, mendable, warning
from csplan.rules.whole import Found, of_plan

_LONGEST = 100


@warning
def post_in_two_spellings(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A post of an agency is written in two ways.

    Readers take them for two people, and so do lists by post. Capitals, signs, `&` for `and`, a
    plural within the name and one wrong letter are what is compared.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead:
              - Strategy and Partnership Officer, Safer Communities Team
              - Strategy & Partnerships Officer, Safer Communities Team

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead:
              - Strategy and Partnership Officer, Safer Communities Team
              - Youth Officer, Safer Communities Team
    """
    yield from _spellings(file, plan)


@of_plan
def _spellings(plan: LoadedPlan) -> Found:
    return tuple(
        (each.file, Finding(each.route, words))
        for agency, held in posts(plan).items()
        for rare, words in _respelt_posts(agency, held)
        for each in rare
    )


def _respelt_posts(
    agency: str, held: Mapping[str, tuple[Named, ...]]
) -> Iterator[tuple[tuple[Named, ...], str]]:
    by_words: dict[Words, list[str]] = {}
    for post in held:
        by_words.setdefault(words_of(post, keeps_last=True), []).append(post)
    holed = with_holes(by_words)
    for words in reversed(tuple(by_words)):
        if slip := slip_of(words, holed):
            by_words.setdefault(slip, []).extend(by_words.pop(words))
    for spellings in by_words.values():
        usual, *others = sorted(spellings, key=lambda post: -len(held[post]))
        for post in others:
            said = f"the post {quoted(post)} of {quoted(agency)} is elsewhere {quoted(usual)}; "
            yield held[post], f"{said}write it in one way, or say how the two differ"


@mendable
@warning
def agency_in_two_spellings(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An agency is written in two ways, as if it were two.

    Two entries of the registry, or the name of a partner, of somebody present or of who chairs and
    an entry, differ only by capitals, signs, `&`, a plural or one wrong letter; or one entry is the
    acronym of another by the glossary. Each way then has a part of what the agency owns. Write one
    of them, or put the other under `also`.

    Bad:
        actions:
          - ref: A1
            action: Meet
            due: July 2010
            lead: Analyst, Safer Communities Team
            partners: Safer Community Team

    Good:
        actions:
          - ref: A1
            action: Meet
            due: July 2010
            lead: Analyst, Safer Communities Team
            partners: Safer Communities Team
    """
    if isinstance(file.model, Plan):
        yield from _listed_twice(file.model)
    respelt = _respelt_agencies(plan)
    for text in file.texts if respelt else ():
        if text.key in NAMING and text.words in respelt:
            other = respelt[text.words]
            words = f"{quoted(text.words)} seems to be {quoted(other)}, written in another way; "
            yield Finding(text.route, f"{words}write one name", _mend(text, other, plan))


def _mend(text: Text, other: str, plan: LoadedPlan) -> Mend | None:
    made = registered(text.words, plan)
    is_it = made and plan.agencies and plan.agencies.official(made) == other
    return Mend(text.route, made) if is_it else None


@lru_cache(1)
def _respelt_agencies(plan: LoadedPlan) -> Mapping[str, str]:
    """The texts that name who takes part in another way, each with the name that it has."""
    if plan.plan is None or plan.agencies is None:
        return {}
    known = {
        words_of(name): agency.name
        for agency in plan.plan.agencies
        for name in (*agency.also, agency.name)
    }
    typed = dict.fromkeys(text.words for text in naming(plan) if len(text.words) < _LONGEST)
    others = {text: words_of(text) for text in typed if not plan.agencies.official(text)}
    for text, words in others.items():
        known.setdefault(words, text)
    holed = with_holes(known)
    order = {words: number for number, words in enumerate(known)}
    found = {}
    for text, words in others.items():
        slip = slip_of(words, holed)
        is_later = slip and order[slip] < order[words]
        other = known[words] if known[words] != text else known[slip] if is_later else ""
        found[text] = other or _whole_name(text, known)
    return {text: name for text, name in found.items() if name}


def _whole_name(text: str, known: Mapping[Words, str]) -> str:
    """The only name that begins or ends with a single word, such as `Police`."""
    word = text.casefold()
    if len(word.split()) != 1:
        return ""
    names = {name: name.casefold().split() for name in known.values()}
    whole = [name for name, (*most, last) in names.items() if most and word in (most[0], last)]
    return whole[0] if len(whole) == 1 else ""


def _listed_twice(plan: Plan) -> Iterator[Finding]:
    """The entries of a registry that are an earlier one in another spelling."""
    earlier: dict[Words, str] = {}
    holed = with_holes(words_of(name) for each in plan.agencies for name in (each.name, *each.also))
    for number, agency in enumerate(plan.agencies):
        names = [agency.name, *agency.also]
        spelt_out = [plan.glossary[name] for name in names if name in plan.glossary]
        ways = [words_of(name) for name in (*names, *spelt_out)]
        ways += [slip_of(words, holed) for words in ways]
        other = next((earlier[words] for words in ways if words in earlier), "")
        if other:
            words = f"the agency {quoted(agency.name)} seems to be {quoted(other)}, listed before; "
            yield Finding(("agencies", number), f"{words}keep one, and put the other under `also`")
        earlier.update((words_of(name), agency.name) for name in names)
