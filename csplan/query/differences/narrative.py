"""How much of the narrative differs, and which tables do: in words and cells, not in full."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.load import LoadedFile
from csplan.model import Chapter, Matter, Plan, Table
from csplan.query.differences.likeness import words_changed, words_of
from csplan.query.differences.priorities import Priorities
from csplan.query.differences.shapes import Changed, Entry, Kind, Subject, place
from csplan.query.differences.values import Value, listed, numbered
from csplan.source import Route

_TEXTS = ("summary", "what", "why", "hotspots", "achievements", "plans", "outcomes")


class Told(NamedTuple):
    """What holds narrative in both plans, and its title in the new one; empty for the plan."""

    title: str
    old: tuple[LoadedFile, Route, Matter]
    new: tuple[LoadedFile, Route, Matter]


def told_in_both(old: LoadedFile, new: LoadedFile, priorities: Priorities) -> Iterator[Told]:
    """The two files `plan.yaml`, then every priority that is in both plans."""
    if isinstance(old.model, Plan) and isinstance(new.model, Plan):
        yield Told("", (old, (), old.model), (new, (), new.model))
    for was, now, _ in priorities.pairs:
        yield Told(
            now.title, (was.file, was.route, was.chapter), (now.file, now.route, now.chapter)
        )


def compare_narrative(told: Iterable[Told]) -> Iterator[Entry]:
    """An entry for each text that is new, dropped or changed, with how many words differ."""
    for each in told:
        before, after = _texts(each.old[2]), _texts(each.new[2])
        for name in dict.fromkeys((*after, *before)):
            was, now = before.get(name, ""), after.get(name, "")
            if one_line(was) != one_line(now):
                change = Changed("text", *_lengths(was, now), _words(was, now))
                yield _entry("narrative", each, name, _kind(was, now), (change,))


def _kind(was: str, now: str) -> Kind:
    return "changed" if was and now else "new" if now else "dropped"


def _lengths(was: str, now: str) -> tuple[str, str]:
    before, after = (counted(len(words_of(text)), "word") if text else "" for text in (was, now))
    return before, after


def _words(was: str, now: str) -> str:
    if not was or not now:
        return ""
    more, gone = words_changed(was, now)
    if not more and not gone:
        return "the same words in another order or with other signs"
    parts = (
        f"{number:,} {what}" for number, what in ((more, "new"), (gone, "taken out")) if number
    )
    return ", ".join(parts)


def _entry(
    subject: Subject, told: Told, name: str, kind: Kind, changes: tuple[Changed, ...]
) -> Entry:
    (old, old_route, _), (new, new_route, _) = told.old, told.new
    return Entry(
        subject,
        kind,
        "table" if subject == "tables" else "text",
        name,
        told.title,
        changes=changes,
        old_place=place(old, old_route) if kind != "new" else None,
        new_place=place(new, new_route) if kind != "dropped" else None,
    )


def _texts(matter: Matter) -> Mapping[str, str]:
    """Every text of a plan or chapter, by what it is called."""
    found: dict[str, list[str]] = {}
    for key in _TEXTS:
        value = getattr(matter, key, None) or ()
        texts = [value] if isinstance(value, str) else value
        found.setdefault(key, []).extend(texts)
    for section in matter.sections:
        found.setdefault(f"section `{one_line(section.heading)}`", []).append(section.text)
    for quotation in matter.quotations:
        parts = (quotation.quotation, quotation.by, quotation.about)
        found.setdefault("quotations", []).extend(filter(None, parts))
    for driver in matter.drivers:
        found.setdefault("drivers", []).extend(filter(None, (driver.driver, driver.means)))
    if isinstance(matter, Chapter):
        found.setdefault("notes", []).extend(dict(getattr(matter, "notes", {})).values())
    return {name: "\n".join(texts) for name, texts in found.items() if texts}


def compare_tables(told: Iterable[Told]) -> Iterator[Entry]:
    """An entry for each table, of figures or of funding, that is new, dropped or changed."""
    for each in told:
        before, after = _tables(each.old[2]), _tables(each.new[2])
        for name in dict.fromkeys((*after, *before)):
            was, now = before.get(name), after.get(name)
            kind: Kind = "changed" if was and now else "new" if now else "dropped"
            if was != now:
                changes = tuple(_table(was, now)) if was and now else ()
                yield _entry("tables", each, name, kind, changes)


def _tables(matter: Matter) -> dict[str, Table]:
    return _by_name((table.table, table) for table in (*matter.tables, *matter.funding))


def _by_name(every: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """Things by their names; of two with the same name the second is told apart by a number."""
    found = numbered((one_line(name), each) for name, each in every)
    return {f"{name} ({at})" if at > 1 else f"{name}": each for (name, at), each in found.items()}


def _table(was: Table, now: Table) -> Iterator[Changed]:
    if was.columns != now.columns:
        yield Changed("columns", "; ".join(was.columns), "; ".join(now.columns))
    before, after = (_by_name((row[0], row[1:]) for row in each.rows if row) for each in (was, now))
    gone = [name for name in before if name not in after]
    more = [name for name in after if name not in before]
    yield from listed("rows", gone, more)
    changed = [name for name in after if name in before and before[name] != after[name]]
    if changed:
        note = f"changed in {counted(len(changed), 'row')}: {'; '.join(changed)}"
        yield Changed("figures", "", "", note)
    if not (gone or more or changed) and was.columns == now.columns:
        yield Changed("wording", "", "", "its unit, source, note, totals or order changed")
