"""Rules about what the actions of a plan have, or none of them has."""

from collections.abc import Iterator
from functools import lru_cache

from csplan.diagnostic import counted
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Work
from csplan.load.index import chapters
from csplan.model import Meetings, Plan, Theme
from csplan.rules.completeness.actions import is_bare
from csplan.rules.completeness.costs import gives_costs
from csplan.rules.rule import Finding, information

_FEWEST = 5


@information
def action_without_milestones(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An action has no milestones, in a plan whose other actions do.

    Between the day on which it starts and the day on which it is due nobody can tell whether it is
    on course. Name what must be done on the way, with a date for each; or give a `measure`.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            due: March 2011
            lead: Chief Inspector, Sussex Police
          - ref: VC2
            action: Train wardens
            milestones:
              - milestone: Trainer appointed
                due: July 2010
                lead: Chief Inspector, Sussex Police

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            milestones:
              - milestone: 40 victims asked
                due: September 2010
                lead: Chief Inspector, Sussex Police
              - milestone: Review agreed
                due: March 2011
                lead: Chief Inspector, Sussex Police
    """
    if isinstance(file.model, Meetings) or not _has_milestones(plan):
        return
    for work in file.works:
        action = work.action
        if not (action.milestones or action.measure or is_bare(action)):
            words = "there are no milestones, as other actions of the plan have; add `milestones`"
            yield Finding(work.route, f"{words} or `measure`")


@information
def thin_plan(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """No action of a plan has milestones or a cost, or no theme a measure.

    Such a plan may be meant to be short. But a board cannot see before the year is over whether an
    action is on course, what it has agreed to pay, or whether anything got better. Milestones and
    costs are asked of a plan with five actions or more that name somebody, a date or a measure;
    measures of one whose themes answer expectations.

    Bad:
        actions:
          - {ref: A1, action: Plan, due: May 2010, lead: "Analyst, Sussex Police"}
          - {ref: A2, action: Film, due: June 2010, lead: "Analyst, Sussex Police"}
          - {ref: A3, action: Cut, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: A4, action: Show, due: August 2010, lead: "Analyst, Sussex Police"}
          - {ref: A5, action: Train, due: May 2010, lead: "Analyst, Sussex Police"}

    Good:
        outcomes: [Burglary is 5% lower by March 2011]
        actions:
          - ref: A1
            action: Show a film
            cost: £200
            milestones:
              - {milestone: Film cut, due: July 2010, lead: "Analyst, Sussex Police"}
              - {milestone: Film shown, due: August 2010, lead: "Analyst, Sussex Police"}
    """
    # What cannot be read may have any of them.
    if not isinstance(file.model, Plan) or any(part.model is None for part in plan.files):
        return
    title = quoted(file.model.title)
    for words in _lacks(plan):
        yield Finding(("title",), f"{title} is thin: {words}")


def _lacks(plan: LoadedPlan) -> Iterator[str]:
    works = [work for theme in plan.themes for work in theme.works if not is_bare(work.action)]
    if len(works) >= _FEWEST:
        all_of_them = f"none of its {counted(len(works), 'action')} with a lead or a date"
        if not _has_milestones(plan):
            yield f"{all_of_them} has milestones; add what must be done on the way"
        if not gives_costs(plan):
            yield f"{all_of_them} says what it costs; add `cost`, such as `officer time`"
    # Of themes that answer no expectations another rule says it one by one.
    answers = any(theme.asked for theme in plan.themes)
    if answers and not any(map(_is_measured, plan.themes)):
        themes = counted(len(plan.themes), "theme")
        yield f"none of its {themes} has a measure; add `indicators`, or outcomes with figures"


@lru_cache(1)
def _has_milestones(plan: LoadedPlan) -> bool:
    return any(work.action.milestones for theme in plan.themes for work in theme.works)


def _is_measured(theme: LoadedFile) -> bool:
    parts = [part for _, part in chapters(theme.model)] if isinstance(theme.model, Theme) else []
    outcomes = (outcome for part in parts for outcome in part.outcomes)
    has_figures = any(any(map(str.isdigit, outcome)) for outcome in outcomes)
    has_indicators = any(part.indicators for part in parts)
    return has_figures or has_indicators or any(map(_has_measure, theme.works))


def _has_measure(work: Work) -> bool:
    return any(each.measure for each in (work.action, *work.action.milestones))
