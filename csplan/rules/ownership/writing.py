"""Rules about how the names of agencies are written."""

from collections.abc import Iterator

from csplan.diagnostic import Mend
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.ownership.named import NAMING
from csplan.rules.rule import Finding, information, mendable
from csplan.source import Route


@mendable
@information
def agency_written_otherwise(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An agency is written with other capitals, spaces or apostrophes than in the registry.

    That goes for leads, for partners and for who is named at meetings. It is found all the same.
    Documents show what is typed, so one agency looks like two. Write it as `agencies` in
    `plan.yaml` does, or put this way to write it under `also`. A first letter that is small in the
    middle of a line is as it should be.

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
    for at, text in (*_led(file), *_taking_part(file)):
        if made := plan.agencies.as_registered(text):
            words = f"{quoted(text)} ends in an agency that is registered otherwise; write "
            yield Finding(at, f"{words}{quoted(made)}", Mend(at, made))


def _led(file: LoadedFile) -> Iterator[tuple[Route, str]]:
    for route, lead in file.leads:
        if lead.line:
            yield route, lead.line
        elif lead.agency:
            yield (*route, "agency"), lead.agency


def _taking_part(file: LoadedFile) -> Iterator[tuple[Route, str]]:
    return ((text.route, text.words) for text in file.texts if text.key in NAMING)
