"""A plan rolled over: the old one marked, the new one made, checked and ready to be written."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from csplan.check import check
from csplan.dates import Days, Term
from csplan.diagnostic import counted
from csplan.edit import Change, Put, Rewrite, draft, rewritten
from csplan.edit.wording import flat
from csplan.errors import CannotRunError
from csplan.escape import one_line, quoted
from csplan.load import LoadedFile, LoadedPlan, Workspace, load, load_drafted, reference_key
from csplan.model import Theme
from csplan.query.tasks import Task
from csplan.rollover.choice import Carried, Choice, choose
from csplan.rollover.copies import Copier
from csplan.rollover.provenance import Record, bare, marks
from csplan.rollover.references import Numbering, References, references
from csplan.rollover.review import Years
from csplan.rollover.wording import Reader
from csplan.rollover.years import next_folder, next_term, renamed


class Wanted(NamedTuple):
    """What is asked for: the years as typed, the day, and what goes; nothing named means all."""

    to: str
    on: date
    output: Path | None = None
    reason: str = ""
    numbering: Numbering = "keep"
    take: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
    close: bool = False


class Rollover(NamedTuple):
    """A rollover that is ready to be written.

    `after` is the new plan, `warnings` how many more of each rule there are in it than in the old
    one, `to_review` how many lines each of its files has to be looked at, by the file's title.
    """

    plan: LoadedPlan
    folder: Path
    wanted: Wanted
    choice: Choice
    names: References
    after: LoadedPlan
    rewrites: tuple[Rewrite, ...]
    warnings: Mapping[str, int]
    to_review: Mapping[str, int]


def rollover(plan: LoadedPlan, wanted: Wanted, today: date) -> Rollover:
    """The plan of the next years, and what is written into the old one, on copies.

    Raises `CannotRunError` if anything of it cannot be done; nothing is written.
    """
    years, folder = years_and_folder(plan, wanted, today)
    choice = choose(plan, wanted.on, wanted.take, wanted.leave)
    _refuse_again(plan, choice)
    title = renamed(bare(plan.title), years.old, years.new, years.period)
    record = Record(
        plan, title or f"{bare(plan.title)} {years.period}", wanted.on, today, wanted.reason
    )
    names = references(choice, wanted.numbering, years.old, years.new)
    old = draft(plan, _marked(plan, choice, names, record, close=wanted.close))
    copier = Copier(plan, _by_file(choice), names, record, years, _reader(choice, names, years.old))
    files, to_review = _copies(copier)
    after = load_drafted(folder, files)
    found = _checked(plan, after)
    made = tuple(Rewrite(str(folder / name), None, data) for name, data in files.items())
    return Rollover(
        plan,
        folder,
        wanted,
        choice,
        names,
        after.plans[0],
        (*made, *old.rewrites),
        found,
        to_review,
    )


def years_and_folder(plan: LoadedPlan, wanted: Wanted, today: date) -> tuple[Years, Path]:
    """The years and the folder of the new plan. Raises `CannotRunError` if they cannot be."""
    new = next_term(plan, wanted.to)
    assert plan.term
    _refuse_day(wanted.on, today, plan.term)
    years = Years(plan.term, new, flat(wanted.to))
    return years, next_folder(plan, years, wanted.output)


def _refuse_day(on: date, today: date, term: Term) -> None:
    day = Days(on, on)
    if on > today:
        raise CannotRunError(f"{day} is still to come; give a day up to today")
    if on < term.days.first:
        raise CannotRunError(f"{day} is before the years of the plan ({term.days}); correct `--on`")


def _refuse_again(plan: LoadedPlan, choice: Choice) -> None:
    is_open = choice.carried or any(not part.arises for part in choice.left)
    if not is_open and any(part.position.state == "carried forward" for part in choice.closed):
        raise CannotRunError(
            f"nothing is open in `{plan.path}`: what was, has been carried forward already"
        )


def _marked(
    plan: LoadedPlan, choice: Choice, names: References, record: Record, *, close: bool
) -> dict[LoadedFile, list[Change]]:
    changes: dict[LoadedFile, list[Change]] = {}
    for carried in choice.carried:
        changes.setdefault(carried.deed.task.file, []).extend(marks(carried, names, record))
    if close:
        changes[plan.file] = [Put((), "status", "closed")]
    return changes


def _by_file(choice: Choice) -> dict[str, list[Carried]]:
    found: dict[str, list[Carried]] = {}
    for carried in choice.carried:
        found.setdefault(carried.deed.task.file.path, []).append(carried)
    return found


def _reader(choice: Choice, names: References, old: Term) -> Reader:
    """A reader that knows the references which are others in the new plan, or none."""
    called: dict[str, str] = {}
    every = [part.task for part in (*choice.left, *choice.closed)]
    every += [task for each in choice.carried for task in (each.deed.task, *_steps(each))]
    for ref in dict.fromkeys(ref for task in every for ref in (task.item.work.ref, task.ref)):
        made = names.by_key.get(reference_key(ref))
        if made is None:
            called[ref] = "which was not carried forward"
        elif made != ref:
            called[ref] = f"which is {made} now"
    return Reader(old, called.items())


def _steps(carried: Carried) -> Iterator[Task]:
    yield from (step.task for step in carried.deed.steps)


def _copies(copier: Copier) -> tuple[dict[str, bytes], dict[str, int]]:
    """The files of the new plan by name, and the lines to review by the title of each."""
    files: dict[str, bytes] = {}
    to_review: dict[str, int] = {}
    for file in copier.plan.files:
        sheet = copier.copy(file)
        if sheet is None:
            continue
        made = rewritten(file, sheet.changes()).after
        assert made is not None
        files[Path(file.path).name] = made
        if sheet.notes:
            title = file.model.theme if isinstance(file.model, Theme) else "The plan as a whole"
            to_review[one_line(title)] = to_review.get(one_line(title), 0) + sheet.notes
    return files, to_review


def _checked(plan: LoadedPlan, after: Workspace) -> Counter[str]:
    """How many more warnings of each rule the new plan has than the old one."""
    found = check(after)
    errors = [each for each in found if each.severity == "error"]
    if errors:
        first = errors[0]
        raise CannotRunError(
            f"nothing was written, because the new {quoted(Path(first.path).name)} would have "
            f"{counted(len(errors), 'error')}: {first.message}; mend it in the old plan first"
        )
    before = check(load((Path(plan.path),)))
    return Counter(each.rule for each in found) - Counter(each.rule for each in before)
