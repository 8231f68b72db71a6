"""Rules about references: what an action is called, and what is called by its reference."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from csplan.diagnostic import did_you_mean
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Mention, Work, expectation_key, reference_key
from csplan.model import Theme
from csplan.rules.completeness.actions import is_bare
from csplan.rules.references.writing import meant
from csplan.rules.rule import MOST_HINTS, Finding, error, mendable, warning

_NO_NOTE = "; add it, or take the mark out of the text"


@error
def duplicate_ref(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Two actions, or two expectations, of a plan have the same reference.

    A reference is what a board, a report and `csplan show` call an action by. Capitals and
    spaces make no difference: `ASB 1` and `asb1` are the same.

    Bad:
        actions:
          - ref: ASB 1
            action: Publish minimum standards
          - ref: ASB1
            action: Train officers

    Good:
        actions:
          - ref: ASB 1
            action: Publish minimum standards
          - ref: ASB 2
            action: Train officers
    """
    here: set[str] = set()
    for work in file.works:
        key = reference_key(work.ref)
        if work.action.ref:
            yield from _used_before(work, file, plan, is_here=key in here)
        here.add(key)
    for asked in file.asked:
        key = expectation_key(asked.expectation.ref)
        first, same = plan.by_expectation[key][0]
        if same is not asked:
            where = "in this file" if first is file else f"in {quoted(Path(first.path).name)}"
            number = quoted(asked.expectation.ref)
            words = f"the number {number} is used for another expectation before, {where}; "
            yield Finding((*asked.route, "ref"), f"{words}give each its own")


def _used_before(
    work: Work, file: LoadedFile, plan: LoadedPlan, *, is_here: bool
) -> Iterator[Finding]:
    """A reference that an earlier action or a milestone has; unread files are left out."""
    read = [place for place in plan.by_reference[reference_key(work.ref)] if place[0].model]
    route = (*work.route, "ref")
    first = next(other for other, item in read if item is None)
    if is_here or first is not file:
        where = "in this file" if first is file else f"in {quoted(Path(first.path).name)}"
        words = f"the reference {quoted(work.ref)} is used before, {where}; "
        yield Finding(route, f"{words}give each action its own")
    elif shared := next((item for _, item in read if item), None):
        words = f"the reference {quoted(work.ref)} is also that of a milestone of "
        yield Finding(route, f"{words}{quoted(shared.work.ref)}; change one")


@warning
def ref_missing(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An action has no reference to call it by.

    Until it has one it goes by the name of its file and its number there, which changes when
    another is put before it: what was minuted under that number is then found under another. An
    action arising needs none, because it goes by its minute.

    Bad:
        actions:
          - action: Publish minimum standards
            due: July 2010
            lead: Analyst, Sussex Police

    Good:
        actions:
          - ref: ASB 1
            action: Publish minimum standards
            due: July 2010
            lead: Analyst, Sussex Police
    """
    del plan
    if not isinstance(file.model, Theme):
        return
    for work in file.works:
        if work.action.ref is None and not is_bare(work.action):
            words = f"this action has no reference; give it a `ref` (until then it is {work.ref})"
            yield Finding(work.route, words)


@mendable
@error
def unknown_ref(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Something is referred to that the plan does not hold.

    `see` names an action (`VC1`), a milestone (`VC1.2`), an expectation (`14` or `item 14`) or a
    theme (the name of its file without `.yaml`); `meets` names expectations; `themes` in
    `plan.yaml` names theme files; `[^name]` in text names an entry of `notes`. What lies outside
    the plan is named under `other_documents`.

    Bad:
        actions:
          - ref: RS2
            action: Agree a road safety strategy
            see: L10

    Good:
        actions:
          - ref: RS2
            action: Agree a road safety strategy
            see: RS3
          - ref: RS3
            action: Co-ordinate road safety work in schools
    """
    found = 0
    for mention in file.mentions if file.model else ():
        words = _ANSWERS[mention.kind](mention, file, plan, hint=found < MOST_HINTS)
        if words:
            found += 1
            yield Finding(mention.route, words, meant(mention, plan))


def _item(mention: Mention, file: LoadedFile, plan: LoadedPlan, *, hint: bool) -> str:
    del file
    key = reference_key(mention.text)
    if key in plan.by_reference or mention.text in plan.stems or _may_be_there(key, plan):
        return ""
    number = expectation_key(mention.text)
    if number in plan.by_expectation or _may_be_there(number, plan):
        return ""
    known = [*plan.stems, *(ref for part in plan.parts for ref in part.references)]
    return f"{quoted(mention.text)} is no action, milestone, expectation or theme of this plan" + (
        (hint and did_you_mean(mention.text, known))
        or "; correct it, or name what lies outside the plan under `other_documents`"
    )


def _expectation(mention: Mention, file: LoadedFile, plan: LoadedPlan, *, hint: bool) -> str:
    del file
    key = expectation_key(mention.text)
    if key in plan.by_expectation or _may_be_there(key, plan):
        return ""
    known = [asked.expectation.ref for part in plan.files for asked in part.asked]
    near = hint and did_you_mean(mention.text, known)
    return f"there is no expectation {quoted(mention.text)} in this plan" + (
        near or "; write the number that it has under `expects`"
    )


def _may_be_there(key: str, plan: LoadedPlan) -> bool:
    """Whether a file that cannot be read may hold it."""
    parent = key.rpartition(".")[0]
    named = (key, parent, parent.rpartition(".")[0])
    return any(
        not held or not held.isdisjoint(named) or stem == parent for stem, held in _unread(plan)
    )


@lru_cache(1)
def _unread(plan: LoadedPlan) -> tuple[tuple[str, frozenset[str]], ...]:
    """The keys of the name of each file that cannot be read, and of the references in it."""
    return tuple(
        (reference_key(file.stem), frozenset(map(reference_key, file.references)))
        for file in plan.files
        if file.model is None
    )


def _theme(mention: Mention, file: LoadedFile, plan: LoadedPlan, *, hint: bool) -> str:
    del file
    if mention.text in plan.stems:
        return ""
    near = hint and did_you_mean(mention.text, plan.stems)
    remedy = near or "; write the file's name without its ending"
    return f"there is no theme file {quoted(mention.text + '.yaml')} in this folder{remedy}"


def _note(mention: Mention, file: LoadedFile, plan: LoadedPlan, *, hint: bool) -> str:
    del plan
    notes = file.model.notes if file.model else {}
    if mention.text in notes:
        return ""
    remedy = (hint and did_you_mean(mention.text, notes)) or _NO_NOTE
    return f"{quoted('[^' + mention.text + ']')} marks a note that `notes` does not hold{remedy}"


_ANSWERS = {"item": _item, "expectation": _expectation, "theme": _theme, "note": _note}
