"""A plan to the report that its documents are published from."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from csplan.errors import CannotRunError
from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Meetings, Plan, Theme
from csplan.query import Reading, position, readings
from csplan.query.published import is_published
from csplan.report.addresses import Addresses, rows, shown_ref
from csplan.report.answers import Answers, answers
from csplan.report.chapters import ChapterWriter, own_sections
from csplan.report.desk import Desk, last_day
from csplan.report.endmatter import Agency
from csplan.report.matrix import matrix
from csplan.report.matter import MatterWriter, own_headings
from csplan.report.meetings import meetings
from csplan.report.runs import Detail, Inline, tone
from csplan.report.shapes import Agreement, Matter
from csplan.report.text import plain
from csplan.report.vocabulary import reader_of, terms_of

_LONGEST_NAME = 60


def agreement(loaded: LoadedPlan) -> Agreement:
    """The report of a plan, with a chapter for each theme that was asked for.

    Raises `CannotRunError` if `plan.yaml` could not be read.
    """
    if loaded.plan is None:
        raise CannotRunError(f"`{loaded.file.path}` cannot be read; run `csplan validate` first")
    own, found_answers = Addresses(loaded, only_expectations=True), answers(loaded)
    found = matrix(loaded, reader_of(loaded, loaded.plan, own), own, found_answers)
    glossary = loaded.plan.glossary
    report = _report(loaded, loaded.plan, found_answers)
    return report._replace(
        glossary=tuple(terms_of(glossary, report)),
        matrix=found._replace(glossary=tuple(terms_of(glossary, found))),
    )


def _report(loaded: LoadedPlan, plan: Plan, found: Answers) -> Agreement:
    """All but the glossary and the matrix."""
    addresses = Addresses(loaded)
    reader = reader_of(loaded, plan, addresses)
    files = (loaded.file, *loaded.chosen_parts)
    desks = [Desk(loaded, file, reader, addresses, found, last_day(loaded)) for file in files]
    desk, boards = desks[0], [each for each in desks if isinstance(each.file.model, Meetings)]
    writer = MatterWriter(desk, plan.headings)
    report = _masthead(loaded, plan)
    # In reading order, because the first use of an acronym and of a note matters.
    report = report._replace(summary=desk.prose(plan.summary))
    quotations = tuple(writer.quotations(plan))
    report = report._replace(sections=tuple(own_sections(plan.sections, "about", desk)))
    matter = writer.matter(plan, "about", (), report.title)
    return report._replace(
        matter=matter._replace(quotations=quotations),
        ratings=tuple(_ratings(plan, desks)),
        chapters=tuple(
            ChapterWriter(each, plan.headings).theme(each.file.model)
            for each in desks
            if isinstance(each.file.model, Theme)
        ),
        meetings=meetings(boards),
        agencies=tuple(_agencies(loaded.chosen_parts, addresses)),
        notes=reader.notes(each.file for each in desks),
    )


def _masthead(loaded: LoadedPlan, plan: Plan) -> Agreement:
    return Agreement(
        title=plain(plan.title),
        partnership=plain(plan.partnership),
        period=plain(plan.period),
        days=str(loaded.term.days) if loaded.term else "",
        status=plan.status,
        matter=Matter(own_headings(plan.headings)),
    )


def _ratings(plan: Plan, desks: Sequence[Desk]) -> Iterator[Detail]:
    """The key to the colours, if the document has any."""
    shown = (
        each for desk in desks for each in readings(desk.plan, desk.file, desk.as_at, date.max)
    )
    items = (
        item for desk in desks for item in desk.file.items if is_published(desk.file, item.work)
    )
    if any(map(_is_rated, shown)) or any(
        position(desks[0].plan, item, date.max).rating for item in items
    ):
        yield from key_to_colours(plan, desks[0])


def key_to_colours(plan: Plan, desk: Desk) -> Iterator[Detail]:
    """What the plan says that its colours mean."""
    for entry in plan.ratings:
        yield Detail(entry.rating.capitalize(), (desk.line(entry.means),), tone(entry.rating))


def _is_rated(reading: Reading) -> bool:
    figures = reading.measure.values.values()
    rated = (figure.rating for known in figures for figure in known)
    return bool(reading.stated or reading.computed or any(rated))


def _agencies(files: Iterable[LoadedFile], addresses: Addresses) -> Iterator[Agency]:
    """The agencies that lead something published, each with the references of its actions."""
    led: dict[str, dict[str, str]] = {}
    for file in files:
        for route, items in rows(file).items():
            for item in items if is_published(file, items[0].work) else ():
                for owner in item.owners:
                    name = shown_ref(file, item.work) or _short(item.action.action)
                    led.setdefault(owner.agency, {})[addresses.entry(file, route)] = name
    led.pop("", None)
    for name in sorted(led, key=str.casefold):
        refs = led[name].items()
        yield Agency(plain(name), tuple(Inline("link", ref, f"#{id_}") for id_, ref in refs))


def _short(words: str) -> str:
    """The beginning of an action in quotation marks, to call it by."""
    text = plain(words)
    cut = text[:_LONGEST_NAME].rpartition(" ")[0]
    return f"“{text}”" if len(text) <= _LONGEST_NAME else f"“{cut or text[:_LONGEST_NAME]}…”"
