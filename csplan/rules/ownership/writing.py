"""Rules about how the names of agencies are written."""

from collections.abc import Iterator

from csplan.diagnostic import Mend
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.rule import Finding, information, mendable


@mendable
@information
def agency_written_otherwise(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A lead ends in an agency that is registered with other capitals, spaces or apostrophes.

    It is found all the same. Documents show what is typed, so one agency looks like two. Write it
    as `agencies` in `plan.yaml` does, or put this way to write it under `also`. A first letter
    that is small in the middle of a line is as it should be.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead: Harm Reduction Officer, SUSSEX POLICE

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead: Harm Reduction Officer, Sussex Police
    """
    if plan.agencies is None:
        return
    for route, lead in file.leads:
        text = lead.line or lead.agency
        if text and (made := plan.agencies.as_registered(text)):
            at = route if lead.line else (*route, "agency")
            words = f"{quoted(text)} ends in an agency that is registered otherwise; write "
            yield Finding(at, f"{words}{quoted(made)}", Mend(at, made))
