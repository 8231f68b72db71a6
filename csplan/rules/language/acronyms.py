"""Rules about acronyms: every one is known, and stands for one thing."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.written import kinds_of
from csplan.model import Plan
from csplan.rules.language.candidates import Found, candidates, is_meant
from csplan.rules.language.reading import is_read
from csplan.rules.language.spelling_out import is_spelt_by, likeness, nearly, spelt_out
from csplan.rules.rule import Finding, warning
from csplan.source import Route


class Meaning(NamedTuple):
    """What an acronym is said to stand for, and where: at a character of the text of a route."""

    words: str
    file: LoadedFile
    route: Route
    at: int = 0


class Use(NamedTuple):
    """Where a plan first uses an acronym, of the files that were asked for."""

    file: LoadedFile
    route: Route
    at: int


class Uses(NamedTuple):
    """The acronyms of a plan; `known` are those that need no words, `often` counts the others."""

    first: dict[str, Use]
    often: Counter[str]
    meanings: defaultdict[str, list[Meaning]]
    known: frozenset[str]


@warning
def unknown_acronym(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An acronym is neither in the glossary nor spelt out where it is used.

    A resident who does not know it cannot read on, and a new officer has nobody to ask. Add it to
    `glossary` in `plan.yaml`: every document then spells it out at its first use. Words in the text
    do as well, as in `the Integrated Offender Management (IOM) scheme`. The names of `agencies` and
    their `also` are known. What everybody knows, such as UK or NHS, is not asked for.

    Bad:
        why: The IDVA supported 40 victims in 2009/10.

    Good:
        why: The Independent Domestic Violence Adviser (IDVA) supported 40 victims in 2009/10.
    """
    uses = _uses(plan)
    for acronym, use in uses.first.items():
        if use.file is file and acronym not in uses.meanings:
            number = uses.often[acronym]
            often = f" ({number:,} times in this plan)" if number > 1 else ""
            words = f"nothing says what {quoted(acronym)}{often} stands for"
            words += "; add it to `glossary` in plan.yaml, or write it out"
            yield Finding(use.route, words, at=use.at)


@warning
def acronym_spelt_out_two_ways(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An acronym is spelt out in two ways.

    A reader cannot tell whether they are two things or one, and a search for one misses the other.
    Choose one, and use it in the glossary, the names of agencies and the text. Capitals, hyphens
    and plurals make no difference. Words that do not fit the letters count as well where they
    are nearly the others: `Crime and Disorder Partnerships (CDRPs)`.

    Bad:
        # plan.yaml
        title: Anytown Community Safety Agreement 2010/11
        partnership: Anytown Safer Communities Partnership
        period: 2010/11
        glossary:
          IDVA: Independent Domestic Violence Adviser
        # crime.yaml
        theme: Violent crime
        why: The Independent Domestic Violence Advocate (IDVA) supported 40 victims.

    Good:
        # plan.yaml
        title: Anytown Community Safety Agreement 2010/11
        partnership: Anytown Safer Communities Partnership
        period: 2010/11
        glossary:
          IDVA: Independent Domestic Violence Adviser
        # crime.yaml
        theme: Violent crime
        why: The Independent Domestic Violence Adviser (IDVA) supported 40 victims.
    """
    uses = _uses(plan)
    for acronym, meanings in uses.meanings.items():
        first, *others = meanings
        for other in others:
            if other.file is file and _differ(first.words, other.words):
                words = f"{quoted(acronym)} is spelt out here as {quoted(other.words)}"
                elsewhere = f"{words} and elsewhere as {quoted(first.words)}"
                words = f"{elsewhere}; write one of the two"
                yield Finding(other.route, words, at=other.at)


def _differ(one: str, other: str) -> bool:
    """Whether words differ by more than an addition, such as `group`, after all the others."""
    short, long = sorted(map(likeness, (one, other)), key=len)
    return not long.startswith(short)


@lru_cache(1)
def _uses(plan: LoadedPlan) -> Uses:
    """The acronyms of a plan; none if a file that cannot be read may say what they stand for."""
    if plan.plan is None or any(file.model is None for file in plan.files):
        return Uses({}, Counter(), defaultdict(list), frozenset())
    known = frozenset(_known(plan.plan))
    uses = Uses({}, Counter(), defaultdict(list), known)
    for acronym, meaning in _registered(plan.plan, plan.file):
        uses.meanings[acronym].append(meaning)
    for file in plan.files:
        is_asked_for = plan.is_chosen(file)
        for found in candidates(file.written.words, file.written.kinds):
            text, begins = file.written.text_at(found.start)
            if is_read(text, file):
                use = Use(file, text.route, found.start - begins)
                _note(uses, found, use, is_asked_for=is_asked_for)
    return uses


def _note(uses: Uses, found: Found, use: Use, *, is_asked_for: bool) -> None:
    """Add one use to those of a plan, and what is said there of its meaning."""
    start, acronym = found
    written = use.file.written.words
    is_known = acronym in uses.known
    words = spelt_out(acronym, written, start, is_known=is_known)
    if words or (words := _nearly(uses, acronym, written, start)):
        uses.meanings[acronym].append(Meaning(words, *use))
    elif not is_known and is_meant(found, written):
        uses.often[acronym] += 1
        if is_asked_for and acronym not in uses.first:
            uses.first[acronym] = use


def _nearly(uses: Uses, acronym: str, written: str, start: int) -> str:
    """The words before an acronym in brackets that are nearly its first meaning."""
    meanings = uses.meanings.get(acronym)
    return nearly(meanings[0].words, written, start) if meanings else ""


def _known(model: Plan) -> Iterator[str]:
    """The acronyms of the glossary and of the registry; one alone is no name of an agency."""
    for term in model.glossary:
        yield from (term, term.removesuffix("s"))
    for agency in model.agencies:
        for name in (agency.name, *agency.also):
            found = {acronym for _, acronym in candidates(name, kinds_of(name))}
            yield from found if name in agency.also else found - {name.strip()}


def _registered(model: Plan, file: LoadedFile) -> Iterator[tuple[str, Meaning]]:
    """What the glossary and the names of agencies say that acronyms stand for."""
    for term, words in model.glossary.items():
        yield term, Meaning(words, file, ("glossary", term))
    for number, agency in enumerate(model.agencies):
        for name in agency.also:
            if is_spelt_by(name, agency.name):
                yield name, Meaning(agency.name, file, ("agencies", number, "name"))
