"""What differs between two plans, in words: the one shape that every format is written from."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from csplan.check import errors
from csplan.console.notice import held
from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.load import Workspace
from csplan.query.differences import KINDS, Changed, Counted, Differences, Entry, Subject

TITLES: dict[Subject, str] = {
    "plan": "The plan",
    "priorities": "Priorities",
    "actions": "Actions and milestones",
    "indicators": "Indicators",
    "tables": "Tables of figures and funding",
    "narrative": "Narrative",
}
_NOT_GIVEN = "not given"
_NOTHING = "Nothing changed"


class Line(NamedTuple):
    """Something that differs, and what there is to say of it."""

    words: str
    details: tuple[str, ...]


class Under(NamedTuple):
    """What differs under one theme; the title is empty for what belongs to none."""

    title: str
    lines: tuple[Line, ...]


class Group(NamedTuple):
    """What is new, dropped, carried forward or changed; the title is empty if there is one kind."""

    title: str
    themes: tuple[Under, ...]


class Part(NamedTuple):
    """What differs in a subject."""

    title: str
    groups: tuple[Group, ...]


def heading(found: Differences) -> tuple[str, ...]:
    """Which plans are compared, and for which day."""
    day = "all that is known" if found.as_at == date.max else f"as at {say_day(found.as_at)}"
    return (
        f"Old: {found.old.title} ({one_line(found.old.path)})",
        f"New: {found.new.title} ({one_line(found.new.path)})",
        f"States and agreed dates: {day}",
    )


def parts(found: Differences, arrow: str) -> Iterator[Part]:
    """The subjects in which something differs; `arrow` stands between what was and what is."""
    settings = [_change(each, arrow) for entry in found.of("plan") for each in entry.changes]
    if settings:
        yield Part(TITLES["plan"], (_plain(settings),))
    for subject, title in list(TITLES.items())[1:]:
        entries = found.of(subject)
        kinds = {kind: [each for each in entries if each.kind == kind] for kind in KINDS}
        groups = (_group(kind, some, arrow) for kind, some in kinds.items() if some)
        if entries:
            yield Part(title, tuple(groups))
    counts = [_counted(each, arrow) for each in found.counts if _differs(each)]
    if counts:
        yield Part("Only counted", (_plain(counts),))


def _plain(lines: list[str]) -> Group:
    return Group("", (Under("", tuple(Line(words, ()) for words in lines)),))


def _group(kind: str, entries: list[Entry], arrow: str) -> Group:
    themes: dict[str, list[Line]] = {}
    for entry in entries:
        is_text = entry.subject in ("tables", "narrative")
        theme = entry.theme or ("The plan" if is_text else "")
        themes.setdefault(theme, []).append(_line(entry, arrow))
    under = (Under(title, tuple(lines)) for title, lines in themes.items())
    return Group(f"{kind.capitalize()} ({len(entries)})", tuple(under))


def _line(entry: Entry, arrow: str) -> Line:
    details = [_change(change, arrow) for change in entry.changes]
    if entry.matched_by:
        details.append(f"matched by {entry.matched_by}")
    if entry.note:
        details.insert(0, entry.note)
    return Line(one_line(_name(entry, arrow)), tuple(map(one_line, details)))


def _name(entry: Entry, arrow: str) -> str:
    ref = f" {arrow} ".join(dict.fromkeys(filter(None, (entry.old_ref, entry.new_ref))))
    name = f"{ref}: {entry.name}" if ref else entry.name
    return f"{entry.part} {name}" if entry.part in ("sub-theme", "row") else name


def _change(change: Changed, arrow: str) -> str:
    note = f" ({change.note})" if change.note else ""
    if not change.old and not change.new:
        return f"{change.what}: {change.note}"
    if change.is_list:
        return f"{change.what}: {change.old or change.new}{note}"
    old, new = change.old or _NOT_GIVEN, change.new or _NOT_GIVEN
    return f"{change.what}: {old} {arrow} {new}{note}"


def _differs(each: Counted) -> bool:
    return each.old != each.new or each.changed > 0


def _counted(each: Counted, arrow: str) -> str:
    words = f"{each.name}: {each.old} {arrow} {each.new}"
    return f"{words}, {each.changed} of them changed" if each.changed else words


def closing(found: Differences) -> str:
    """How much differs, in one sentence."""
    told = [
        f"{title.lower()}: {', '.join(_kinds(found, subject))}"
        for subject, title in TITLES.items()
        if subject != "plan" and found.of(subject)
    ]
    details = sum(len(entry.changes) for entry in found.of("plan"))
    if details:
        told.insert(0, f"the plan: {counted(details, 'change')}")
    told += [f"{each.name} changed" for each in found.counts if _differs(each)]
    if told:
        return f"Total: {'; '.join(told)}"
    if found.is_same:
        return _NOTHING
    if found.uncompared:
        return f"{_NOTHING} in what could be compared"
    return f"{_NOTHING} but the order in which things stand, or small matters of writing"


def _kinds(found: Differences, subject: Subject) -> Iterator[str]:
    kinds = [entry.kind for entry in found.of(subject)]
    return (f"{kinds.count(kind)} {kind}" for kind in KINDS if kind in kinds)


def doubts(found: Differences, *workspaces: Workspace) -> str:
    """What may be missing from a comparison, in one sentence; empty if nothing is."""
    held_by = ((workspace, held(errors(workspace))) for workspace in workspaces)
    said = [
        *found.uncompared,
        *(f"{Path(each.plans[0].path).as_posix()} {words}" for each, words in held_by if words),
    ]
    return f"something may be missing here: {'; '.join(said)}" if said else ""
