"""The rule about days after its due date for which a report promises work."""

import re
from collections.abc import Iterator

from csplan.dates import Days
from csplan.escape import quoted
from csplan.load import Item, LoadedFile, LoadedPlan
from csplan.query.position import day_of, last_position
from csplan.rules.dates.mentions import Mention, mentions, sentence, sides
from csplan.rules.dates.order import DATED
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning
from csplan.rules.status.closing import is_over

_BY = frozenset({"by", "before"})
_ON = frozenset({"in", "on", "during", "for"})
# What lies ahead of others, or comes when the work is done, is not its end.
_OF_OTHERS = late(
    r"\b(?:once|when|whe[nr]ever|until|till|after|following|if|unless|since|from|fund\w*|grant|"
    r"budget|money|pa(?:y|ys|id)|contract|agreement|lease|licen[cs]e|expires?|elections?|"
    r"commissioner|act|law|legislation|next|further|another|second|follow-?up|annual|review\w*|"
    r"evaluat\w+|targets?|aims?|to\s+(?:cut|reduce|lower|halve|increase|raise|improve|end|prevent))"
    r"\b|%",
    re.IGNORECASE,
)


@warning
def promised_after_due(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The last report of open work promises it for a day after its due date, and does not move it.

    `The pilot should reach schools by September 2012`, of work that is due in March 2012, says that
    it will be late. Only a date that the board agreed moves it: write that as `due` of the entry,
    with the `reason`. What `open-after-due` tells is not told again.

    Bad:
        actions:
          - ref: A1
            action: Train officers
            due: 30 June 2010
            lead: Chief Inspector, Sussex Police
            progress:
              - on: 31 March 2010
                state: in progress
                note: The last officers will be trained by September 2010.

    Good:
        actions:
          - ref: A1
            action: Train officers
            due: 30 June 2010
            lead: Chief Inspector, Sussex Police
            progress:
              - on: 31 March 2010
                state: in progress
                note: The last officers will be trained by September 2010.
                due: 30 September 2010
                reason: The trainer was ill
    """
    items = {item.route: item for item in file.items if item.entry.progress}
    told = set()
    for mention in mentions(file) if items else ():
        route = mention.text.route
        item = items.get(route[: route.index("progress")]) if "progress" in route else None
        due = _due(item, plan) if item and mention.text.key == "note" else None
        if item and due and route not in told and _is_promised(mention, item, due, file, plan):
            told.add(route)
            words = f"{quoted(sentence(mention))} promises work for {mention.days}, after "
            words += f"{due}, by which it is due; add the date that was agreed as `due`"
            yield Finding(route, words, at=mention.at)


def _due(item: Item, plan: LoadedPlan) -> Days | None:
    """The days by which open work is due, with what was agreed; None if it has no one date."""
    now = last_position(plan, item) if item.due and item.due.kind in DATED else None
    return now.due.days if now and now.is_open and now.due and now.due.kind in DATED else None


def _is_promised(
    mention: Mention, item: Item, due: Days, file: LoadedFile, plan: LoadedPlan
) -> bool:
    """Whether a date is that of work which the last entry has still to come after it is due."""
    entries = last_position(plan, item).entries
    number = mention.text.route[mention.text.route.index("progress") + 1]
    entry = item.entry.progress[number if isinstance(number, int) else 0]
    day = day_of(entry)
    days = mention.days if mention.month else None
    if day is None or entry is not entries[-1][1] or not days or days.first <= max(due.last, day):
        return False
    is_late = day >= due.last
    if is_late and entry.state and not is_over(file, plan):
        return False
    return _is_end(mention, is_late=is_late) and not _OF_OTHERS.search("".join(sides(mention)))


def _is_end(mention: Mention, *, is_late: bool) -> bool:
    """Whether a date is that by which work ends, or of any work where it is late already."""
    is_by = mention.lead in _BY or mention.before[-2:] == ["end", "of"]
    return is_by or (is_late and mention.lead in _ON)
