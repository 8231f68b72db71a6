"""Rules about agencies: whether each has one name, and something to do."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from csplan.diagnostic import Mend
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Text
from csplan.model import Plan
from csplan.rules.late import late
from csplan.rules.ownership.alike import Words, slip_of, with_holes, words_of
from csplan.rules.ownership.named import Named, named
from csplan.rules.ownership.nearest import registered
from csplan.rules.rule import Finding, mendable, warning
from csplan.rules.whole import Found, of_plan

_NAMING = frozenset({"partners", "by", "chair", "present", "apologies", "put_to"})
_CAPITALS = late(r"[A-Z]\w*[A-Z]")
_BETWEEN = " ,()-–—"
_LONGEST = 100


@warning
def unused_agency(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An agency of the registry has nothing to do in the plan.

    Nothing names it as a lead or a partner, and no meeting. Either its part was forgotten, or the
    registry holds a name that an earlier plan had. Give it what it does, or take it out.

    Bad:
        actions:
          - {ref: A1, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
        # plan.yaml
        title: Anytown Community Safety Agreement 2010/11
        partnership: Anytown Safer Communities Partnership
        period: 2010/11
        agencies: [Sussex Police, Trading Standards]

    Good:
        actions:
          - action: Meet
            ref: A1
            due: July 2010
            lead: Analyst, Sussex Police
            partners: Trading Standards
        # plan.yaml
        title: Anytown Community Safety Agreement 2010/11
        partnership: Anytown Safer Communities Partnership
        period: 2010/11
        agencies: [Sussex Police, Trading Standards]
    """
    # What cannot be read may name any of them, and in a plan just begun none has its part yet.
    is_read = file.model is plan.plan and all(part.model for part in plan.files)
    used = {each.owner.agency for each in named(plan)} if is_read else set()
    if not isinstance(file.model, Plan) or not used:
        return
    rest = [each for each in enumerate(file.model.agencies) if each[1].name not in used]
    said = "\n".join(text.words for text in _naming(plan)).casefold() if rest else ""
    posts = "\n".join(each.owner.post for each in named(plan)).casefold() if rest else ""
    for number, agency in rest:
        names = [name.casefold() for name in (agency.name, *agency.also)]
        if not any(name in said or name in posts for name in names):
            words = f"the agency {quoted(agency.name)} leads nothing and takes part in nothing"
            yield Finding(("agencies", number), f"{words}; say what it does, or take it out")


@lru_cache(1)
def _naming(plan: LoadedPlan) -> tuple[Text, ...]:
    """The texts of a plan that name who takes part."""
    return tuple(text for file in plan.files for text in file.texts if text.key in _NAMING)


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
    respelt = _respelt(plan)
    for text in file.texts if respelt else ():
        if text.key in _NAMING and text.words in respelt:
            other = respelt[text.words]
            words = f"{quoted(text.words)} seems to be {quoted(other)}, written in another way; "
            yield Finding(text.route, f"{words}write one name", _mend(text, other, plan))


def _mend(text: Text, other: str, plan: LoadedPlan) -> Mend | None:
    made = registered(text.words, plan)
    is_it = made and plan.agencies and plan.agencies.official(made) == other
    return Mend(text.route, made) if is_it else None


@lru_cache(1)
def _respelt(plan: LoadedPlan) -> Mapping[str, str]:
    """The texts that name who takes part in another way, each with the name that it has."""
    if plan.plan is None or plan.agencies is None:
        return {}
    known = {
        words_of(name): agency.name
        for agency in plan.plan.agencies
        for name in (*agency.also, agency.name)
    }
    typed = dict.fromkeys(text.words for text in _naming(plan) if len(text.words) < _LONGEST)
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


@warning
def agency_under_two_names(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An agency leads under two names of which neither is short for the other.

    Who reads the plan takes them for two agencies. An acronym, and a name that only leaves words
    out, are not complained of. Write the registered name everywhere.

    Bad:
        actions:
          - {ref: A1, action: Meet, due: July 2010, lead: "Analyst, Safer Anytown Team"}
          - {ref: A2, action: Train, due: July 2010, lead: "Analyst, Safer Communities Team"}
        # plan.yaml
        title: Anytown Community Safety Agreement 2010/11
        partnership: Anytown Safer Communities Partnership
        period: 2010/11
        agencies:
          - name: Safer Communities Team
            also: Safer Anytown Team

    Good:
        actions:
          - {ref: A1, action: Meet, due: July 2010, lead: "Analyst, SCT"}
          - {ref: A2, action: Train, due: July 2010, lead: "Analyst, Safer Communities Team"}
    """
    yield from _renamed(file, plan)


@of_plan
def _renamed(plan: LoadedPlan) -> Found:
    used: dict[str, dict[str, list[Named]]] = {}
    for each in named(plan):
        name = each.owner.text[len(each.owner.post) :].strip(_BETWEEN)
        if name:
            used.setdefault(each.owner.agency, {}).setdefault(name, []).append(each)
    return tuple(
        (each.file, Finding(each.route, _other_name(name, agency)))
        for agency, names in used.items()
        if len(names) > 1
        for name, leads in names.items()
        if _is_another(name, agency)
        for each in leads
    )


def _is_another(name: str, agency: str) -> bool:
    """Whether a name has words that its agency's has not, none of them an acronym."""
    held = set(words_of(agency))
    others = [word for word in name.split() if not held.issuperset(words_of(word))]
    return bool(others) and not any(map(_CAPITALS.match, others))


def _other_name(name: str, agency: str) -> str:
    words = f"{quoted(name)} is another name of {quoted(agency)}, which readers take for two; "
    return f"{words}write {quoted(agency)}"
