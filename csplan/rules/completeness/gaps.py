"""The rule about gaps that a response admits and nobody closes."""

import re
from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, answer
from csplan.rules.late import late
from csplan.rules.rule import Finding, information

_STILL = "(?:still |as yet |not yet )?"
_ADMITS = late(
    rf"\b(?:(?:is|are|remains?) {_STILL}(?:unclear|uncertain|unknown|not clear)"
    r"|(?:is|are|have|has) no (?:direct|reliable|formal|clear) [a-z]+"
    r"|(?:one|a|the) (?:worry|concern|gap|weakness|barrier) remains"
    r"|(?:is|are|remains?) (?:a|the) (?:continuing |main )?(?:worry|concern|gap|weakness|barrier)"
    r"|continuing concern|stands? in the way"
    r"|(?:more|further) (?:thought|consideration) (?:will be|is to be|needs? to be) given"
    r"|needs? further consideration|(?:will|to) (?:come back to|return to|re-?visit) this"
    r"|(?:has|have) not (?:yet )?been (?:discussed|considered|looked at|agreed|set up))\b",
    re.IGNORECASE,
)
_MOST_LETTERS = 5000


@information
def gap_without_action(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A response says that something is unclear or missing, and no action does anything about it.

    Who expects an answer sees the gap, and asks next year what was done. Add an action that
    `meets` the expectation; or say in the response why nothing can be done.

    Bad:
        expectations:
          source: National plan
          expects:
            - ref: 1
              expectation: Cut re-offending
              response: There is no reliable information on local re-offending.

    Good:
        expectations:
          source: National plan
          expects:
            - ref: 1
              expectation: Cut re-offending
              response: There is no reliable information on local re-offending.
        actions:
          - ref: R1
            action: Agree with the probation service on figures for each ward
            meets: 1
            due: June 2010
            lead: Analyst, Sussex Police
    """
    # What cannot be read may hold the action.
    if any(part.model is None for part in plan.files):
        return
    for asked in file.asked:
        response = (asked.expectation.response or "")[:_MOST_LETTERS].replace("\n", " ")
        found = _ADMITS.search(response)
        if found and not answer(plan, asked).works:
            words = f"{quoted(found[0])} admits a gap that no action closes; add one with `meets`,"
            words += " or say why nothing can be done"
            yield Finding((*asked.route, "response"), words, at=found.start())
