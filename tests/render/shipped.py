"""The plans that are shipped, as they are published."""

from datetime import date
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

from render.pages import parsed, parsed_markdown

from csplan.load import LoadedPlan, load
from csplan.render import documents, render
from csplan.report import Report, Wanted, kind_of
from csplan.report.reports import AGREEMENT

ROOT = Path(__file__).parents[2]
DAYS = {
    "derbyshire-2011-12": date(2012, 6, 19),
    "east-sussex-2010-11": date(2010, 10, 15),
    "east-sussex-2022-23": date(2022, 10, 1),
    "safer-essex-2009-11": date(2010, 7, 1),
    "stockton-2008-11": date(2009, 10, 1),
}
"""The plans, and the day that each of their papers is as at."""
PLANS = sorted(DAYS)
DOCUMENTS = tuple(each.name for each in documents(None))


@cache
def report(plan: str, document: str = "agreement") -> Report:
    """What a document of a plan is made of; a year's end is as at the plan's own last day."""
    if document != "agreement" and kind_of(document) is AGREEMENT:
        return report(plan)
    as_at = None if document == "year-end" else DAYS[plan]
    return kind_of(document).build(_loaded(plan), Wanted(date(2026, 1, 1), document, as_at))


@cache
def _loaded(plan: str) -> LoadedPlan:
    return load((ROOT / "plans" / plan,)).plans[0]


def made(plan: str) -> dict[str, str]:
    """The texts of all documents of a plan, by the names of their files."""
    texts: dict[str, str] = {}
    for document in DOCUMENTS:
        texts |= render(report(plan, document), document, ("html", "md"), None)
    return texts


published = cache(made)


@cache
def page(plan: str, name: str) -> Element:
    """The tree of a document."""
    text = published(plan)[name]
    return parsed(text) if name.endswith("html") else parsed_markdown(text)


def kind(ending: str) -> list[tuple[str, str]]:
    """Every document of one format, of every plan."""
    return [(plan, name) for plan in PLANS for name in published(plan) if name.endswith(ending)]
