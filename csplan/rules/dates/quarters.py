"""Rules about quarters that a text names."""

from collections.abc import Iterator

from csplan.dates.days import MONTHS
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.dates.mentions import Mention, mentions
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_QUARTERS = ("1", "2", "3", "4")
_ORDINALS = ("first", "second", "third", "fourth", "last", "1st", "2nd", "3rd", "4th")
# What says which months are meant: `Q3 2009 (July to September)`.
_SAID = late(rf"[\s,:(–-]*(?:{'|'.join(MONTHS)}|calendar)\b")
_LINKS = frozenset({"of", "in", "for", "-"})


@warning
def quarter_with_calendar_year(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text names a quarter with one year, where the plan's years begin in another month.

    `Quarter 3 of 2009` is July to September to some and October to December to others, because
    the plan's years begin in April. Write the plan year, or the months.

    Bad:
        why: |
          The rate was above our target up to quarter 3 of 2009.

    Good:
        why: |
          The rate was above our target up to quarter 3 of 2009/10.
    """
    if plan.term is None or plan.term.starts_month == 1:
        return
    for mention in mentions(file):
        if mention.month or mention.tail or _SAID.match(mention.text.words, mention.end):
            continue
        if name := _quarter(mention):
            words = f"{quoted(f'{name} {mention.year}')} does not say whether the year is the "
            words += f"calendar's; write the plan year, such as `{mention.year}/"
            words += f"{(mention.year + 1) % 100:02}`, or the months"
            yield Finding(mention.text.route, words, at=mention.at)


def _quarter(mention: Mention) -> str:
    """`quarter 3 of`, if that stands before a year."""
    before = mention.before
    link = before[-1:] if mention.lead in _LINKS else []
    words = before[: len(before) - len(link)][-2:]
    folded = [each.casefold() for each in words]
    if folded[-1:] and folded[-1][:1] == "q" and folded[-1][1:] in _QUARTERS:
        return " ".join([words[-1], *link])
    if folded[1:] and folded[0] == "quarter" and folded[1] in _QUARTERS:
        return " ".join([*words, *link])
    is_named = folded[1:] and folded[0] in _ORDINALS and folded[1] == "quarter"
    return " ".join([*words, *link]) if is_named else ""
