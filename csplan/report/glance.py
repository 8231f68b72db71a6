"""The plan at a glance: how much of it stands how."""

from collections import Counter
from collections.abc import Iterable, Iterator

from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.query.groups import Group
from csplan.query.rated import Rated
from csplan.query.redated import Redated
from csplan.query.rollup import RATINGS
from csplan.query.shares import Shares, number_of
from csplan.query.status import PlanStatus
from csplan.report.agreement import key_to_colours
from csplan.report.grid import Cells, grid
from csplan.report.matter import own_headings
from csplan.report.opened import Opened
from csplan.report.papers import Part
from csplan.report.progress import stands
from csplan.report.runs import Cell, Inline, Line, Table, cell, listed, rated, said
from csplan.report.text import plain


def glance(opened: Opened, found: PlanStatus, *, is_final: bool = False) -> Part:
    """The counts of the whole plan, with the key to its colours.

    If they are final, what was due on that very day and not done is counted with what is overdue.
    """
    return Part(
        id="glance",
        heading="At a glance",
        counts=(*_counts(found, is_final=is_final), *_stated(opened)),
        parts=tuple(_key(opened)),
    )


def _key(opened: Opened) -> Iterator[Part]:
    """What the colours mean; nothing if the plan does not say."""
    found = tuple(key_to_colours(opened.model, opened.desks[0]))
    if found:
        yield Part("ratings", own_headings(opened.model.headings).ratings, details=found)


def _counts(found: PlanStatus, *, is_final: bool) -> Iterator[Line]:
    actions, whole = found.actions, found.whole
    if actions.total:
        yield (*said(f"{counted(actions.total, 'action')}: "), *_shares(actions.states))
    milestones = whole.tally
    if milestones.total != actions.total:
        what = f"{milestones.total} milestones and actions due as a whole: "
        yield (*said(what), *_shares(milestones.states))
    in_progress = number_of(milestones.states, "in progress")
    if in_progress:
        yield (*said(f"Of the {in_progress} in progress: "), *_shares(milestones.ratings))
    if whole.tally.total:
        yield said(_late(found, is_final=is_final))
    if whole.redated.number:
        yield said(_moved(whole.redated))
    if found.indicators.indicators:
        yield tuple(_rated(found.indicators))


def _stated(opened: Opened) -> Iterator[Line]:
    """How many indicators a report stated each rating of, whatever their figures give."""
    stated = Counter(each.stated for each in opened.readings if each.stated)
    if stated:
        counts = ((rated(word, f"{stated[word]} {word}"),) for word in RATINGS if stated[word])
        yield (*said("Ratings that reports stated of them: "), *listed(counts))


def _shares(found: Shares) -> Line:
    runs: list[Line] = []
    for share in found:
        if share.number:
            words = f"{share.number} {share.word or 'without a rating'} ({share.percent}%)"
            runs.append((rated(share.word, words),))
    return listed(runs)


def _late(found: PlanStatus, *, is_final: bool) -> str:
    number = found.whole.overdue
    if is_final:
        return f"{number or 'Nothing'} not done by {'its' if number <= 1 else 'their'} date"
    if not number:
        return "Nothing is overdue"
    new = "all" if found.newly_overdue == number else str(found.newly_overdue)
    new = f", {new} of them since {_day(found)}" if found.newly_overdue else ""
    return f"{number} overdue{new}"


def _day(found: PlanStatus) -> str:
    return say_day(found.since.day)


def _moved(found: Redated) -> str:
    words = f"{found.number} re-dated with the board’s approval"
    if found.later:
        which = "all" if found.later == found.number else found.later
        words += f", {which} of them later, by {counted(found.average, 'day')} on average"
    return words


def _rated(found: Rated) -> Iterator[Inline]:
    and_rows = f" and {counted(found.rows, 'row')} of their breakdowns" if found.rows else ""
    yield from said(f"{counted(found.indicators, 'indicator')}{and_rows}, rated by their figures: ")
    counts: list[Line] = [
        (rated(word, f"{number} {word}"),) for word, number in found.ratings if number
    ]
    if found.not_rated:
        reasons = ", ".join(f"{number} {reason}" for reason, number in found.reasons)
        counts.append(said(f"{found.not_rated} not rated ({reasons})"))
    yield from listed(counts)


def by_theme(opened: Opened, found: PlanStatus, *, is_final: bool = False) -> tuple[Table, ...]:
    """A row of counts for each theme, and the whole."""
    late = "Not done by its date" if is_final else "Overdue"
    groups = [*found.themes, found.whole]
    states = [share.word for share in found.whole.tally.states if share.number]
    columns = [
        Cells("Theme", [*_named(opened, found.themes), cell("All")]),
        Cells(
            "Stands",
            [Cell((stands(each.standing.state, each.standing.rating),)) for each in groups],
        ),
        Cells(
            "In all",
            [_number(each.tally.total) for each in groups],
            is_figures=True,
        ),
        *(
            Cells(word.capitalize(), [_share(each, word) for each in groups], is_figures=True)
            for word in states
        ),
        Cells(late, [_number(each.overdue) for each in groups], is_figures=True),
        Cells("Re-dated", [_number(each.redated.number) for each in groups], is_figures=True),
    ]
    caption = "Milestones, and actions due as a whole, by theme"
    tables = grid("figures", caption, columns)
    return tuple(
        table._replace(rows=(*table.rows[:-1], table.rows[-1]._replace(is_total=True)))
        for table in tables
        if found.themes
    )


def _named(opened: Opened, groups: Iterable[Group]) -> Iterator[Cell]:
    """The titles of themes, as links to their parts."""
    ids = {
        one_line(theme.theme): desk.addresses.chapter(desk.file) for desk, theme in opened.themes
    }
    for group in groups:
        name = plain(group.name)
        own_id = ids.get(group.name)
        yield Cell(((Inline("link", name, f"#{own_id}"),),)) if own_id else cell(name)


def _number(number: int) -> Cell:
    return cell(str(number))


def _share(group: Group, word: str) -> Cell:
    share = next(each for each in group.tally.states if each.word == word)
    return cell(f"{share.number} ({share.percent}%)" if share.number else "0")
