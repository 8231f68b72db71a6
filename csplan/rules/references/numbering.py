"""Rules about how the references of a plan are made."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from csplan.diagnostic import counted
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.references.forms import Called, called
from csplan.rules.rule import Finding, warning
from csplan.rules.whole import Found, of_plan


@warning
def shared_prefix(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Two themes give their actions the same letters, such as `SC1` in one and `SC (a)` in another.

    Said at a meeting or copied into minutes, nobody knows which of the two is meant. It is
    complained of where the letters stand for themes, so that most of a plan's letters are of one
    theme each, and where two themes number in two ways behind the same letters. Where letters
    stand for departments, many themes share them, and nothing is said.

    Bad:
        actions:
          - {ref: SC1, action: Mark property, due: July 2010, lead: "Analyst, Sussex Police"}
        # youth.yaml
        theme: Youth crime
        actions:
          - {ref: SC (a), action: Ask victims, due: July 2010, lead: "Analyst, Sussex Police"}

    Good:
        actions:
          - {ref: SC1, action: Mark property, due: July 2010, lead: "Analyst, Sussex Police"}
        # youth.yaml
        theme: Youth crime
        actions:
          - {ref: YC1, action: Ask victims, due: July 2010, lead: "Analyst, Sussex Police"}
    """
    yield from _shared(file, plan)


@of_plan
def _shared(plan: LoadedPlan) -> Found:
    held: dict[str, dict[str, Called]] = {}
    ways: dict[str, dict[str, str]] = {}
    for each in called(plan):
        if each.letters:
            held.setdefault(each.letters, {}).setdefault(each.file.path, each)
            ways.setdefault(each.letters, {}).setdefault(each.form, each.file.path)
    several = [letters for letters, themes in held.items() if len(themes) > 1]
    by_theme = len(held) - len(several) > len(several)
    found = []
    for letters in several:
        if by_theme or len(set(ways[letters].values())) > 1:
            first, *others = held[letters].values()
            found += [(each.file, Finding(each.route, _also_of(each, first))) for each in others]
    return tuple(found)


def _also_of(each: Called, first: Called) -> str:
    there = f"{quoted(first.ref)} in {quoted(Path(first.file.path).name)}"
    words = f"the reference {quoted(each.ref)} begins as does {there}, and will be taken for it; "
    return f"{words}give the actions of this theme letters of their own"


@warning
def mixed_references(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The references of a plan are made in several ways, such as `VC1`, `ASB 1` and `EP (a)`.

    Who looks one up has to know how it was typed, and a list of actions does not sort. Each way
    but the commonest is complained of once, where it is first used.

    Bad:
        actions:
          - {ref: VC1, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: VC2, action: Train, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: EP (a), action: Report, due: July 2010, lead: "Analyst, Sussex Police"}

    Good:
        actions:
          - {ref: VC1, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: VC2, action: Train, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: EP1, action: Report, due: July 2010, lead: "Analyst, Sussex Police"}
    """
    yield from _mixed(file, plan)


@of_plan
def _mixed(plan: LoadedPlan) -> Found:
    often = Counter(each.form for each in called(plan))
    first: dict[str, Called] = {}
    for each in called(plan):
        first.setdefault(each.form, each)
    (usual, most), *others = often.most_common() or [("", 0)]
    return tuple(
        (first[form].file, Finding(first[form].route, words))
        for form, number in others
        if (words := _made_otherwise(first[form], first[usual], number, most))
    )


def _made_otherwise(each: Called, usual: Called, number: int, most: int) -> str:
    like = f"{counted(number, 'reference')} like {quoted(each.ref)}"
    words = f"this plan has {like} and {most:,} like {quoted(usual.ref)}; "
    return f"{words}make all of them in one way"
