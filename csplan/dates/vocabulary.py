"""The words that may stand around a date, by what they do to it."""

from typing import Literal

Role = Literal[
    "when",
    "recurring",
    "often",
    "ongoing",
    "undecided",
    "elsewhere",
    "year number",
    "weekday",
    "from",
    "onwards",
    "until",
    "to",
    "between",
    "and",
    "by",
    "filler",
    "remark",
    "careful",
    "comma",
    "dash",
    "slash",
    "open",
    "close",
    "number",
    "unknown",
]

_WORDS: dict[Role, str] = {
    "filler": """
        the, of, in, at, on, for, is, be, to be, during, within, throughout, due, due date, due
        in, due on, due for, target, target date, deadline, date, approx, approximately, circa,
        c, ca, about, around, provisional, provisionally, initially, estimated, est, latest, at
        the latest, month of, the month of, complete, completion, completion date, finish,
        report, reports, reported, reporting, review, reviewed, reviews, to be reviewed, next
        review, with review, monitored, monitoring, meeting, meetings, update, updates, basis,
        intervals, inclusive, ., :, '
    """,
    "by": """
        by, quarter ending, quarter ended, year ending, year ended,
        month ending, period ending, no later than, not later than, by no later
        than, on or before, not after, end, end of, the end of, due by, complete
        by, completed by, to be completed by, finish by, finished by, to be reviewed by, review
        by, reviewed by
    """,
    "from": """
        from, starting, starting from, starting in, starts, start, start date, commencing,
        commencing from, commencing in, commences, with effect from, wef, effective from, since,
        beginning, beginning in, begins
    """,
    "onwards": "onwards, onward, and onwards",
    "until": "until, till, til, up to, up until, through to, through, thru, ending, ends",
    "to": "to",
    "between": "between",
    "and": "and, plus, then",
    "remark": """
        subject to, depending on, dependent on, dependant on, pending, following, due to, in
        line with, to coincide with, because, provided, as part of, once
    """,
    "careful": """
        not, no, or, after, except, excluding, excl, start of, beginning of, unless, if, either,
        without, earliest, at the earliest, not before, no earlier than, later, or later, at
        least, next, last, previous, this, ago, before, prior to, early, mid, late, now, was,
        were, originally, previously, formerly, instead, moved, revised, slipped, than
    """,
    "undecided": """
        tbc, tba, tbd, t b c, t b a, n k, nk, to be confirmed, to be agreed, to be determined,
        to be decided, to be advised, to be announced, to be arranged, to be set, to be
        notified, not known, not yet known, unknown, not set, not yet set, not agreed, not yet
        agreed, not confirmed, not yet confirmed, not decided, not yet decided, unconfirmed, no
        date set, no date yet, undecided, awaiting, awaiting confirmation, ?, asap, a s a p, as
        soon as possible, as soon as practicable, immediate, immediately, immediate effect, on
        hold, next meeting, the next meeting, at the next meeting, next board meeting, the next
        board meeting
    """,
    "elsewhere": """
        refer to, refer also to, please refer to, please see, see, see also, as per, as in, per,
        as set out in, as shown in, according to
    """,
    "ongoing": """
        ongoing, on going, continuous, continuously, continuing, continues, continual,
        continually, rolling, rolling programme, business as usual, throughout the year,
        throughout the plan, during the year, all year, all year round, throughout, until
        further notice, bau, as required, as and when required, as and when, as and when
        needed, as needed, when required, when needed, life of the plan, the life of the plan,
        life of plan, lifetime of the plan, duration of the plan, the duration of the plan
    """,
    "comma": ", ;",
    "dash": "-",
    "slash": "/",
    "open": "( [",
    "close": ") ]",
    "weekday": """
        monday, mon, tuesday, tue, tues, wednesday, wed, weds, thursday, thu, thur, thurs,
        friday, fri, saturday, sat, sunday, sun
    """,
}

_SIGNS: tuple[Role, ...] = ("comma", "open", "close")

ROLES: dict[str, Role] = {
    " ".join(phrase.split()): role
    for role, phrases in _WORDS.items()
    for phrase in (phrases.split() if role in _SIGNS else phrases.split(","))
}
"""What each word or phrase does."""

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS = {"mo": 0, "tu": 1, "we": 2, "th": 3, "fr": 4, "sa": 5, "su": 6}
"""The number of each day of the week, by its first two letters; Monday is 0."""

OFTEN = {
    "daily": "daily",
    "every day": "daily",
    "each day": "daily",
    "weekly": "weekly",
    "every week": "weekly",
    "each week": "weekly",
    "bi weekly": "every two weeks or twice a week",
    "fortnightly": "fortnightly",
    "every fortnight": "fortnightly",
    "every two weeks": "fortnightly",
    "every other week": "fortnightly",
    "termly": "termly",
    "every term": "termly",
    "each term": "termly",
}
"""What happens too often to be owed one by one, and how it is said."""

RECURRING = {
    "monthly": 1,
    "every month": 1,
    "each month": 1,
    "per month": 1,
    "once a month": 1,
    "every other month": 2,
    "bi monthly": 2,
    "bimonthly": 2,
    "quarterly": 3,
    "every quarter": 3,
    "each quarter": 3,
    "per quarter": 3,
    "once a quarter": 3,
    "half yearly": 6,
    "every half year": 6,
    "each half year": 6,
    "twice a year": 6,
    "twice per year": 6,
    "twice each year": 6,
    "twice yearly": 6,
    "biannual": 6,
    "biannually": 6,
    "bi annual": 6,
    "bi annually": 6,
    "annual": 12,
    "annually": 12,
    "yearly": 12,
    "every year": 12,
    "each year": 12,
    "per year": 12,
    "per annum": 12,
    "once a year": 12,
    "once per year": 12,
    "every other year": 24,
    "biennial": 24,
    "biennially": 24,
    "bi ennial": 24,
}
"""Months between occurrences of recurring work."""

LOOSE = {
    "bi monthly": "`every two months` or `twice a month`",
    "bi annual": "`twice a year` or `every two years`",
}
"""Words that are used for two things, and what to write instead."""

SPELLINGS = (
    "quarter",
    "quarterly",
    "monthly",
    "annually",
    "yearly",
    "ongoing",
    "spring",
    "summer",
    "autumn",
    "winter",
)
"""Words that are worth guessing at when they are misspelt, besides the months."""

NOT_MISSPELT = ("year", "years", "quarter", "quarters", "month", "months", "match", "much")
"""Words that are like one of those, but are words of their own."""
