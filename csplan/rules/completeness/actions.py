"""Rules about what a plan should say and does not."""

from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, answer
from csplan.model import Action
from csplan.rules.rule import Finding, warning


def is_bare(action: Action) -> bool:
    """Whether an action says nothing of who does it, by when or how it will be known."""
    return not (action.due or action.lead or action.measure or action.milestones)


@warning
def bare_action(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An action names nobody, has no date and no measure.

    Such a line is a hope: nobody can be asked about it, it is never late, and nobody will know
    whether it was done. Say who does it, by when, and how it will be known.

    Bad:
        actions:
          - Raise awareness of online safety

    Good:
        actions:
          - ref: OS1
            action: Raise awareness of online safety
            lead: Safer Communities Team
            due: Quarter 3
            measure: 20 sessions held, 500 residents reached
    """
    del plan
    for work in file.works:
        if is_bare(work.action):
            words = "this has no lead, no due date and no measure, so nobody can be asked about it"
            yield Finding(work.route, f"{words}; add `lead`, `due` and `measure`")


@warning
def unanswered_expectation(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An expectation has no response.

    Answer it under `response`, refer with `see` to what answers it, let an action meet it with
    `meets`, or say under `not_applicable` why it does not apply. A reference to what has no
    answer itself is no answer either.

    Bad:
        expectations:
          source: National plan
          expects:
            - ref: 1
              expectation: Publish crime figures every month

    Good:
        expectations:
          source: National plan
          expects:
            - ref: 1
              expectation: Publish crime figures every month
              response: Figures for each ward have been on the website since March 2008
    """
    # What cannot be read may hold the answer.
    if any(part.model is None for part in plan.files):
        return
    for asked in file.asked:
        found = answer(plan, asked)
        if found.status == "unanswered":
            words = "there is no response; add `response`, `see` or `not_applicable` and why"
            yield Finding(asked.route, words)
        elif found.leads_nowhere:
            named = quoted(", ".join(found.leads_nowhere))
            words = f"the answer is said to be in {named}, which has no response either; add one"
            yield Finding((*asked.route, "see"), words)
