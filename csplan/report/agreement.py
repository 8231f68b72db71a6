"""A plan to the report that an agreement is published from."""

from collections.abc import Iterable, Iterator, Mapping

from csplan.errors import CannotRunError
from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Plan, Theme
from csplan.report.acronyms import met
from csplan.report.addresses import Addresses, rows
from csplan.report.chapters import ChapterWriter, own_sections
from csplan.report.reader import Reader
from csplan.report.shapes import Agency, Agreement, Entry, Inline, texts
from csplan.report.text import plain


def agreement(loaded: LoadedPlan) -> Agreement:
    """The report of a plan, with a chapter for each theme that was asked for.

    Raises `CannotRunError` if `plan.yaml` could not be read.
    """
    plan, files = loaded.plan, tuple(loaded.chosen_themes)
    if plan is None:
        raise CannotRunError(f"`{loaded.file.path}` cannot be read; run `csplan validate` first")
    addresses = Addresses(files, loaded.themes)
    reader = Reader(plan.glossary, _names(loaded.themes, plan), addresses.slugs)
    # In reading order, because the first use of an acronym and of a note matters.
    summary = reader.prose(plan.summary, loaded.file)
    sections = tuple(own_sections(plan.sections, "about", loaded.file, reader, addresses))
    chapters = tuple(
        ChapterWriter(file, reader, addresses, loaded.term, plan.headings).theme(file.model)
        for file in files
        if isinstance(file.model, Theme)
    )
    report = Agreement(
        title=plain(plan.title),
        partnership=plain(plan.partnership),
        period=plain(plan.period),
        days=str(loaded.term.days) if loaded.term else "",
        status=plan.status,
        summary=summary,
        sections=sections,
        chapters=chapters,
        agencies=tuple(_agencies(files, addresses)),
        glossary=(),
        notes=reader.notes((loaded.file, *files)),
    )
    return report._replace(glossary=tuple(_glossary(plan.glossary, report)))


def _names(files: Iterable[LoadedFile], plan: Plan) -> Iterator[str]:
    """References, and the names of agencies, in which no acronym is to be spelt out."""
    for file in files:
        yield from file.references
    yield from (agency.name for agency in plan.agencies if agency.name not in plan.glossary)


def _glossary(glossary: Mapping[str, str], report: Agreement) -> Iterator[Entry]:
    """The terms that the report uses."""
    meanings = {plain(term): plain(meaning) for term, meaning in glossary.items()}
    used = met(meanings, texts(report))
    for term in sorted(used, key=lambda term: (term.casefold(), term)):
        yield Entry(term, meanings[term])


def _agencies(files: Iterable[LoadedFile], addresses: Addresses) -> Iterator[Agency]:
    """The agencies that lead something published, each with the references of its actions."""
    led: dict[str, dict[str, str]] = {}
    for file in files:
        for route, items in rows(file).items():
            for item in items:
                for owner in item.owners if item.action.publish else ():
                    action_id = addresses.entry(file, route)
                    led.setdefault(owner.agency, {})[action_id] = plain(item.work.ref)
    led.pop("", None)
    for name in sorted(led, key=str.casefold):
        refs = led[name].items()
        yield Agency(plain(name), tuple(Inline("link", ref, f"#{id_}") for id_, ref in refs))
