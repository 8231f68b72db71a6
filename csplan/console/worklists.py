"""The lists of work that an officer can ask for, each with its question and totals in words."""

from datetime import date

from csplan.console.grid import Column
from csplan.console.owed import heard, late, next_due
from csplan.console.worklist import Page, Section, Worklist
from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.load import LoadedPlan
from csplan.query import Answer, Owed
from csplan.query.coming import Coming
from csplan.query.quiet import Quiet
from csplan.query.unowned import Unowned

_LATE = Column("Late", 3)


def overdue(answer: Answer, quarter: str | None) -> Worklist:
    """What is late, with what has no date and what is ongoing beneath; `quarter` as asked for."""
    sections = (
        Section("milestones", "overdue", answer.overdue, column=_LATE, says=late),
        Section("undated", "no date", answer.undated, "No date yet"),
        Section("ongoing", "ongoing", answer.ongoing, "Ongoing"),
    )
    pages = []
    for plan, within in answer.plans:
        mine = _of(answer.overdue, plan)
        slipped = sum(1 for each in mine if each.slipped_from)
        total = f"Total: {len(mine)} overdue"
        total += f", {slipped} of them from before this quarter" * (slipped > 0)
        total += f"; {len(_of(answer.undated, plan))} without a date"
        total += f"; {len(_of(answer.ongoing, plan))} ongoing"
        limit = f", of what was due by the end of {within}" if within else ""
        facts = {
            "quarter": str(within) if within else None,
            "first_day": within.days.first.isoformat() if within else None,
            "last_day": within.days.last.isoformat() if within else None,
        }
        question = f"Overdue at {say_day(answer.as_at)}{limit}"
        pages.append(Page(plan, question, total, facts))
    return Worklist(answer.as_at, answer.asked, tuple(pages), sections, {"quarter": quarter})


def due(found: Coming, until: str | None) -> Worklist:
    """What comes up, with reviews and dates to be set beneath; `until` as asked for."""
    when = Column("In", 2)

    def ahead(owed: Owed) -> str:
        return _ahead(owed, found.as_at)

    sections = (
        Section("milestones", "due", found.due, "", when, ahead, next_due),
        Section("looks", "to be looked at", found.looks, _LOOKS, when, ahead),
    )
    pages = []
    for plan, end in found.plans:
        already = len(_of(found.overdue, plan))
        looks = len(_of(found.looks, plan))
        total = f"Total: {len(_of(found.due, plan))} coming up"
        total += f"; {looks} to be reviewed or given a date" * (looks > 0)
        total += f"; {already} overdue already (see `csplan overdue`)"
        question = f"Due from {say_day(found.as_at)} to {end}"
        facts = {"until": end.day.isoformat(), "until_is": end.called or None, "overdue": already}
        pages.append(Page(plan, question, total, facts))
    return Worklist(found.as_at, found.asked, tuple(pages), sections, {"until": until})


_LOOKS = "To be reviewed, or given a date"


def _ahead(owed: Owed, as_at: date) -> str:
    assert owed.by
    when = counted((owed.by - as_at).days, "day") if owed.by > as_at else "today"
    return f"{when}; {counted(owed.missed, 'report')} late" if owed.missed else when


def unowned(found: Unowned, plans: tuple[LoadedPlan, ...]) -> Worklist:
    """What nobody answers for, and beneath it what an agency leads without a post."""
    sections = (
        Section("milestones", "unowned", found.nobody, column=_LATE, says=late),
        Section("no_post", "no post", found.no_post, _NO_POST, _LATE, late),
    )
    pages = []
    for plan in plans:
        mine = _of(found.nobody, plan)
        behind = sum(1 for each in mine if each.days_overdue)
        total = f"Total: {len(mine)} without a lead"
        total += f", {behind} of them overdue" * (behind > 0)
        total += f"; {len(_of(found.no_post, plan))} with an agency but no post"
        pages.append(Page(plan, f"Without a lead at {say_day(found.as_at)}", total, {}))
    return Worklist(found.as_at, found.asked, tuple(pages), sections, {})


_NO_POST = "An agency without a post"


def quiet(found: Quiet) -> Worklist:
    """What has begun and was not heard of, with what was last said."""
    sections = (
        Section("milestones", "quiet", found.quiet, column=Column("Last heard", 5), says=heard),
    )
    pages = []
    for plan, since, begun in found.plans:
        mine = _of(found.quiet, plan)
        never = sum(1 for each in mine if each.heard is None)
        total = f"Total: {len(mine)} quiet, of {begun} open that have begun"
        total += f"; {never} never heard of" * (never > 0)
        question = f"Not heard of since {since}, at {say_day(found.as_at)}"
        facts = {"since": since.day.isoformat(), "since_is": since.board or None, "begun": begun}
        pages.append(Page(plan, question, total, facts))
    return Worklist(found.as_at, found.asked, tuple(pages), sections, {})


def _of(owed: tuple[Owed, ...], plan: LoadedPlan) -> tuple[Owed, ...]:
    return tuple(each for each in owed if each.plan is plan)
