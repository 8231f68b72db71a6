"""Rules about who answers for what."""

from collections.abc import Iterator

from csplan.diagnostic import Mend
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Owner
from csplan.rules.completeness.actions import is_bare
from csplan.rules.ownership.nearest import registered
from csplan.rules.rule import MOST_HINTS, Finding, error, mendable, warning
from csplan.source import Route


@mendable
@error
def unknown_agency(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A lead ends in no agency of the plan's registry.

    Agencies are listed once in `plan.yaml`, so that questions such as `csplan overdue --agency`
    find all that an agency owns. A lead is read as a post followed by an agency: the longest
    registered name (or one of the other ways to write it, under `also`) that ends the line.

    Correct the name, or add the agency to `agencies` in `plan.yaml`.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            milestones:
              - milestone: Review finished
                due: July 2010
                lead: Harm Reduction Officer, Sussex Polise

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            milestones:
              - milestone: Review finished
                due: July 2010
                lead: Harm Reduction Officer, Sussex Police
    """
    if plan.agencies is None:
        return
    guessed: dict[str, str] = {}
    for route, lead in file.leads:
        owner = plan.agencies.owner(lead)
        if owner.decided and not owner.agency:
            if owner.text not in guessed and len(guessed) < MOST_HINTS:
                guessed[owner.text] = plan.agencies.suggest(owner.text)
            hint = guessed.get(owner.text, "")
            remedy = hint or "; correct it, or add the agency to `agencies` in plan.yaml"
            words = f"the lead {quoted(owner.text)} names no registered agency{remedy}"
            at, line = (route, lead.line) if lead.line else ((*route, "agency"), lead.agency)
            meant = registered(line, plan) if line else ""
            yield Finding(route, words, Mend(at, meant) if meant else None)


@warning
def several_leads(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """One line names two agencies, of which only the last one counts as the lead.

    What is shared is found for each agency only if each is an entry of a list.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            milestones:
              - milestone: Review finished
                due: July 2010
                lead: Safer Communities Team and Sussex Police

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            milestones:
              - milestone: Review finished
                due: July 2010
                lead:
                  - Safer Communities Team
                  - Sussex Police
    """
    if plan.agencies is None:
        return
    for route, lead in file.leads:
        owner = plan.agencies.owner(lead)
        if other := plan.agencies.also_named(owner.post):
            words = f"the lead {quoted(owner.text)} names {quoted(other)} too, which will not "
            yield Finding(route, f"{words}be asked; write a list with an entry for each")


@warning
def lead_missing(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Nobody is named to answer for a milestone, or a lead is still to be confirmed.

    What nobody owns is done late or not at all. Name a post and an agency, on the milestone or
    once for the whole action.

    Bad:
        actions:
          - ref: CH2
            action: Co-ordinate advice for households in hotspots
            milestones:
              - milestone: Ways to co-ordinate advice reported
                due: Quarter 3
                lead: TBC following the partnership review

    Good:
        actions:
          - ref: CH2
            action: Co-ordinate advice for households in hotspots
            milestones:
              - milestone: Ways to co-ordinate advice reported
                due: Quarter 3
                lead: Performance Manager, Safer Communities Team
    """
    said: set[Route] = set()
    for item in file.items:
        if not item.owners and not is_bare(item.action):
            yield Finding(item.route, "no lead is named; give a post and an agency as `lead`")
        for number, owner in enumerate(item.owners):
            if not owner.decided:
                said.add((*item.lead_route, number))
                yield Finding((*item.lead_route, number), _unsettled(owner))
    if plan.agencies is None:
        return
    for route, lead in file.leads:
        owner = plan.agencies.owner(lead)
        if not owner.decided and route not in said:
            yield Finding(route, _unsettled(owner))


def _unsettled(owner: Owner) -> str:
    return f"the lead is not settled ({quoted(owner.text)}); name a post and an agency"
