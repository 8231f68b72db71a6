"""Rules about agencies: whether each has something to do, and one name to do it under."""

from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Plan
from csplan.rules.late import late
from csplan.rules.ownership.alike import words_of
from csplan.rules.ownership.named import Named, named, naming
from csplan.rules.rule import Finding, warning
from csplan.rules.whole import Found, of_plan

_QUALIFIERS = frozenset({"local", "all", "each", "every"})
_CAPITALS = late(r"[A-Z]\w*[A-Z]")
_BETWEEN = " ,()-–—"


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
    said = "\n".join(text.words for text in naming(plan)).casefold() if rest else ""
    posts = "\n".join(each.owner.post for each in named(plan)).casefold() if rest else ""
    for number, agency in rest:
        names = [name.casefold() for name in (agency.name, *agency.also)]
        if not any(name in said or name in posts for name in names):
            words = f"the agency {quoted(agency.name)} leads nothing and takes part in nothing"
            yield Finding(("agencies", number), f"{words}; say what it does, or take it out")


@warning
def agency_under_two_names(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An agency leads under two names, or under another than the texts of the plan give it.

    Who reads the plan takes them for two agencies, and a search for one does not find the other. An
    acronym alone, or a single word of the name such as `Police`, is not complained of. Write the
    registered name everywhere.

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
        for name, leads in names.items()
        if _is_another(name, agency) and (len(names) > 1 or _is_told(agency, name, plan))
        for each in leads
    )


def _is_another(name: str, agency: str) -> bool:
    """Whether a name is neither its agency's nor an acronym or a single word of it.

    `Local CDRPs` are those that `CDRPs` are.
    """
    words, whole = words_of(name), words_of(agency)
    some = words[1:] if _QUALIFIERS.issuperset(words[:1]) else words
    is_part = len(some) == 1 and (some[0] in whole or _CAPITALS.match(name.rsplit(maxsplit=1)[-1]))
    return words != whole and not is_part


def _is_told(agency: str, name: str, plan: LoadedPlan) -> bool:
    """Whether a text of the plan calls an agency by its name, where its only lead does not."""
    said = agency.casefold().encode("ascii", "replace")
    return agency not in name and any(said in part.written.plain for part in plan.parts)


def _other_name(name: str, agency: str) -> str:
    words = f"{quoted(name)} is another name of {quoted(agency)}, which readers take for two; "
    return f"{words}write {quoted(agency)}"
