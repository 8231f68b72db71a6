"""How the text of a plan is read in a document, and the terms that a document uses."""

from collections.abc import Iterable, Iterator, Mapping

from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Plan
from csplan.report.acronyms import met
from csplan.report.addresses import Addresses
from csplan.report.endmatter import Entry
from csplan.report.reader import Reader
from csplan.report.runs import texts
from csplan.report.text import plain


def reader_of(loaded: LoadedPlan, plan: Plan, addresses: Addresses) -> Reader:
    """A reader of the plan's text for one document, with the ids of that document."""
    return Reader(plan.glossary, _names(loaded.parts, plan), addresses.slugs)


def _names(files: Iterable[LoadedFile], plan: Plan) -> Iterator[str]:
    """References, and the names of agencies, in which no acronym is to be spelt out."""
    for file in files:
        yield from file.references
    yield from (agency.name for agency in plan.agencies if agency.name not in plan.glossary)


def terms_of(glossary: Mapping[str, str], report: tuple[object, ...]) -> Iterator[Entry]:
    """The terms that a document uses."""
    meanings = {plain(term): plain(meaning) for term, meaning in glossary.items()}
    used = met(meanings, texts(report))
    for term in sorted(used, key=lambda term: (term.casefold(), term)):
        yield Entry(term, meanings[term])
