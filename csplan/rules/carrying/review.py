"""Rules about what is carried forward from one plan to the next."""

from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.index import matters
from csplan.rules.rule import Finding, warning
from csplan.source import Route


@warning
def not_reviewed(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Something was copied from the last plan and nobody has looked at it since.

    `csplan rollover` lists under `to_review` what the new plan cannot say as it stands: years that
    are over, what was to come and has come, dates that have passed, targets to be set. Put each
    right, or find that it is right, and delete its line.

    Bad:
        why: |
          Burglary rose in 2010/11. This year we will mark bicycles.
        to_review:
          - 'why: names 2010/11, and says "this year" and "will"'

    Good:
        why: |
          Burglary rose in 2010/11. Since then 400 bicycles have been marked.
    """
    del plan
    for route, lines in _to_review(file):
        for number, line in enumerate(lines):
            words = f"{quoted(line)} is still to be reviewed; put it right, then delete this line"
            yield Finding((*route, "to_review", number), words)


def _to_review(file: LoadedFile) -> Iterator[tuple[Route, tuple[str, ...]]]:
    for route, _, matter in matters(file.model) if file.model else ():
        yield route, matter.to_review
    for route, entry in file.deliverables:
        yield route, entry.to_review
