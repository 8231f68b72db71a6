"""Rules about what a text says had happened, or was to come, when the plan began."""

import re
from collections.abc import Iterator
from functools import lru_cache

from csplan.dates import Days, Term, say_day
from csplan.dates.term import plan_year
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.dates.mentions import Mention, mentions, runs, sentence, sides
from csplan.rules.dates.terms import begins
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_WILL = late(r"\b(?:will|shall|(?:stop|cease|expire)s?\s+(?:at|by|on))\b|'ll\b", re.IGNORECASE)
# What between a date and a promise makes them two things.
_APART = late(
    r"\b(?:was|were|had|has|did|which|who|that|how|but|than|compared|baseline)\b|,\s+and\b"
    r"|\band(?:\s+(?:it|they|we|this))?\s*$",
    re.IGNORECASE,
)
_FROM = late(r"\W*from\b", re.IGNORECASE)
# `Standards agreed by March 2010 will be kept`, `Money left by March 2010 will be spent`.
_BELONGS = late(
    r"\b(?:\w{2,}ed|left|held|made|sent|built|set|done|known|spent|paid|given|found|won|due)"
    r"\s+by\s+(?:the\s+end\s+of\s+)?[\w ]*$",
    re.IGNORECASE,
)
# What may be promised from a day on.
_GOES = late(
    r"\b(?:available|begin|begun|start|started|commence|run|open|launch|launched|apply|operate|"
    r"introduced|take\s+effect|come\s+into|in\s+(?:place|force|use))\b",
    re.IGNORECASE,
)
# Money and strategies run on beyond the day on which somebody tells of them.
_RUNS_ON = late(
    r"\b(?:fund|grant|strateg|polic(?:y|ies)\b|contract|agreement|budget|money|award|runs?\b|"
    r"covers?\b|lasts?\b|pays?\b|paid|term|target|plan|lottery|lease)",
    re.IGNORECASE,
)
_TO_COME = late(r"\b(?:will|shall|until|next)\b|'ll\b", re.IGNORECASE)
# What is promised in so many words: `In March 2010 the plan will be reviewed` may tell of a plan
# that was made then, and `will use what was found in March 2010` of what is known.
_IN = late(
    r"\b(?:will|shall|(?:is|are)\s+(?:due\s+)?to)\s+"
    r"(?:(?!\w+ed\b|(?:found|given|made|set|agreed|of|from|with|against|on)\b)\w+,?\s+){0,12}?"
    r"(?:(?:at|for|to|hold|run|via)\s+an?\s+(?:public\s+|joint\s+|local\s+|final\s+)?"
    r"(?:webinar|seminar|conference|event|workshop|meeting|launch|summit|forum|hearing)"
    r"|be\s+(?:held|launched|published|completed|finished|opened|introduced|issued|signed|ready|"
    r"available|released|delivered|in\s+place))"
    r"\s+in\s+(?:early\s+|late\s+|mid-)?[A-Z][a-z]+\s+$"
)
_AHEAD = frozenset({"by", "from", "before", "until", "of", "in"})
_OF_WORK = frozenset({"action", "actions", "milestone"})
_PAST = frozenset({"achievements", "why", "hotspots"})
# What stands here has a day of its own, or speaks of other plans.
_ELSEWHERE = frozenset({"progress", "drivers", "tables", "indicators", "glossary", "meetings"})
_SHORT, _CENTURY = 2, 100


@warning
def passed_date_promised(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text promises something by a day that was over before the plan began.

    `By March 2010 partners will have agreed` in a plan that begins in April 2010 was written for
    an older draft, or has the wrong year. Say what came of it, or when it is to be.

    Bad:
        plans: |
          Partners will have agreed new standards by March 2010.

    Good:
        plans: |
          Partners agreed new standards in March 2010.
    """
    if plan.term is None:
        return
    latest = plan.term.days.first.year
    for mention in mentions(file):
        if mention.year <= latest and mention.lead in _AHEAD and _is_of_plan(mention):
            first = begins(file, plan, plan.term, mention.text.route)
            days = _days(mention, plan.term)
            is_work = mention.text.key in _OF_WORK and mention.lead == "until"
            if days and days.last < first and (is_work or _is_promised(mention)):
                words = f"{quoted(sentence(mention))} speaks of {days} as still to come, but the "
                words += (
                    f"plan begins on {say_day(first)}; say what came of it, or correct the date"
                )
                yield Finding(mention.text.route, words, at=mention.at)


def _is_promised(mention: Mention) -> bool:
    """Whether the date is that of a promise, and not only in one sentence with it."""
    before, after = sides(mention)
    if mention.lead == "in":
        return bool(_IN.search(before))
    is_from = mention.lead == "from"
    ahead = _WILL.search(after)
    if ahead and not _APART.search(after, 0, ahead.start()) and not _BELONGS.search(before):
        # Not so: `Figures from March 2009 will be compared`.
        return not is_from or bool(_FROM.match(before))
    ends = [found.end() for found in _WILL.finditer(before)]
    between = before[ends[-1] :] if ends else ""
    return (
        bool(ends) and not _APART.search(between) and (not is_from or bool(_GOES.search(between)))
    )


@warning
def period_not_over(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """What has been achieved so far is told for a period that ends after the plan begins.

    A plan that begins in April 2010 cannot tell what had happened by December 2010. Most often the
    year is mistyped. Plans with progress entries or meetings are told of later, and are not meant.

    Bad:
        achievements: |
          Between May 2009 and December 2010 the service worked with 103 young people.

    Good:
        achievements: |
          Between May 2009 and December 2009 the service worked with 103 young people.
    """
    if plan.term is None or plan.boards:
        return
    for run in runs(file):
        if run.end.text.key not in _PAST:
            continue
        first = begins(file, plan, plan.term, run.end.text.route)
        is_past = run.days.first < first < run.days.last
        text = sentence(run.end) if is_past else ""
        is_told = text and not _TO_COME.search(text) and not _RUNS_ON.search(text)
        if is_told and not _is_told_later(plan):
            words = f"{quoted(text)} tells of {run.days}, but the plan begins on {say_day(first)}"
            yield Finding(run.end.text.route, f"{words}; correct the dates", at=run.end.at)


@lru_cache(1)
def _is_told_later(plan: LoadedPlan) -> bool:
    """Whether anything was reported of the plan's work."""
    return any(theme.entries for theme in plan.themes)


def _is_of_plan(mention: Mention) -> bool:
    """Whether the plan itself says it, and of a day by which or from which something is done."""
    is_end = mention.lead != "of" or mention.before[-2:-1] == ["end"]
    return is_end and _ELSEWHERE.isdisjoint(mention.text.route)


def _days(mention: Mention, term: Term) -> Days | None:
    if len(mention.tail) == _SHORT:
        count = (int(mention.tail) - mention.year) % _CENTURY
        return plan_year(mention.year, term.starts_month, count or 1)
    return mention.days
