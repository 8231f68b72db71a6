"""Rules about what the actions of a plan have, or none of them has."""

from collections.abc import Iterator
from functools import lru_cache

from csplan.diagnostic import counted
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.index import chapters
from csplan.model import Meetings, Plan, SubTheme, Theme
from csplan.rules.completeness.actions import is_bare
from csplan.rules.completeness.costs import gives_costs
from csplan.rules.completeness.held import is_measured, outcomes
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
def part_without_action(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A part of a theme has no actions, in a plan whose other parts have.

    What it says under `plans` is owed by nobody and never late. Make actions of it; or refer with
    `see` to where they are. A part that says nothing of what is to be done is thin.

    Bad:
        sub_themes:
          - sub_theme: Hate crime
            plans: More will be done in schools.
          - sub_theme: Burglary
            actions:
              - {ref: B1, action: Mark bicycles, due: May 2010, lead: "Analyst, Sussex Police"}
          - sub_theme: Robbery
            actions:
              - {ref: R1, action: Light paths, due: May 2010, lead: "Analyst, Sussex Police"}

    Good:
        sub_themes:
          - sub_theme: Hate crime
            plans: More will be done in schools.
            actions:
              - {ref: H1, action: Teach it, due: May 2010, lead: "Analyst, Sussex Police"}
          - sub_theme: Burglary
            actions:
              - {ref: B1, action: Mark bicycles, due: May 2010, lead: "Analyst, Sussex Police"}
    """
    if not isinstance(file.model, Theme) or not _parts_have_actions(plan):
        return
    for route, part in chapters(file.model):
        if isinstance(part, SubTheme) and part.plans and not (part.actions or part.see):
            words = f"{quoted(part.sub_theme)} has no actions, as other parts of the plan have; add"
            yield Finding((*route, "sub_theme"), f"{words} `actions`, or `see` where they are")


@lru_cache(1)
def _parts_have_actions(plan: LoadedPlan) -> bool:
    """Whether most parts of a plan's themes have actions."""
    themes = [theme.model for theme in plan.themes if isinstance(theme.model, Theme)]
    parts = [part for theme in themes for part in theme.sub_themes]
    return sum(bool(part.actions) for part in parts) * 2 > len(parts)


@information
def thin_plan(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """No action of a plan has milestones or a cost, no theme a measure, or most no outcome.

    Such a plan may be meant to be short. But a board cannot see before the year is over whether an
    action is on course, what it has agreed to pay, what it is all for, or whether anything got
    better. Milestones and costs are asked of a plan with five actions or more that name somebody, a
    date or a measure; measures of one whose themes answer expectations; outcomes of themes with
    indicators.

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
    is_one = len(plan.themes) == 1
    # Of other themes without indicators another rule says it one by one.
    answers = any(theme.asked for theme in plan.themes)
    without = [theme for theme in plan.themes if not outcomes(theme)]
    if len(without) * 2 > len(plan.themes) and any(theme.measures for theme in without):
        many = f"{len(without)} of its {len(plan.themes)} themes state"
        yield f"{'its one theme states' if is_one else many} no outcome; add `outcomes`"
    if answers and not any(map(is_measured, plan.themes)):
        none = "its one theme has no" if is_one else f"none of its {len(plan.themes)} themes has a"
        yield f"{none} measure; add `indicators`, or outcomes with figures"


@lru_cache(1)
def _has_milestones(plan: LoadedPlan) -> bool:
    return any(work.action.milestones for theme in plan.themes for work in theme.works)
