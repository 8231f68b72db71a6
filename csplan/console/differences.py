"""What differs between two plans, for a board: on a terminal, as Markdown or for a program."""

import json
from datetime import date
from pathlib import Path

from csplan.console.differing import closing, heading, parts
from csplan.console.terminal import say, say_wrapped
from csplan.escape import markdown, one_line
from csplan.load import LoadedPlan
from csplan.query import Differences
from csplan.query.differences import Entry, Place

JsonValue = str | int | bool | None | list["JsonValue"] | dict[str, "JsonValue"]


def show_text(found: Differences, warning: str) -> None:
    """Every difference by subject: what is new, dropped, carried forward and changed."""
    if warning:
        say_wrapped(f"Warning: {warning}", style="bold red")
        say()
    for words in heading(found):
        say_wrapped(words)
    for part in parts(found, "->"):
        say()
        say(part.title, "bold")
        for title, lines in part.groups:
            indent = "    " if title else "  "
            if title:
                say(f"  {title}", "bold")
            for line in lines:
                say_wrapped(line.words, indent)
                for detail in line.details:
                    say_wrapped(detail, f"{indent}  ")
    say()
    say_wrapped(closing(found), style="bold")


def as_markdown(found: Differences, warning: str) -> str:
    """The same as a Markdown document, in lists."""
    lines = [markdown(f"Warning: {warning}"), ""] if warning else []
    lines += ["# What changed", ""]
    for words in heading(found):
        lines += [f"- {markdown(words)}"]
    for part in parts(found, "→"):
        lines += ["", f"## {markdown(part.title)}"]
        for title, rows in part.groups:
            lines += ["", f"### {markdown(title)}"] if title else []
            lines += [""]
            for row in rows:
                lines += [f"- {markdown(row.words)}"]
                lines += [f"  - {markdown(detail)}" for detail in row.details]
    lines += ["", markdown(closing(found)), ""]
    return "\n".join(lines)


def as_json(found: Differences, warning: str) -> str:
    """Every difference as one object each, and what is only counted."""
    whole: JsonValue = {
        "as_at": None if found.as_at == date.max else found.as_at.isoformat(),
        "warning": warning or None,
        "old": _plan(found.old),
        "new": _plan(found.new),
        "same": found.is_same,
        "differences": [_entry(each) for each in found.entries],
        "counts": [
            {"what": each.name, "old": each.old, "new": each.new, "changed": each.changed}
            for each in found.counts
        ],
    }
    return json.dumps(whole, indent=2) + "\n"


def _plan(plan: LoadedPlan) -> JsonValue:
    title = one_line(plan.plan.title) if plan.plan else None
    return {"path": Path(plan.path).as_posix(), "title": title}


def _entry(entry: Entry) -> JsonValue:
    return {
        "subject": entry.subject,
        "kind": entry.kind,
        "part": entry.part,
        "name": entry.name,
        "theme": entry.theme or None,
        "old_ref": entry.old_ref or None,
        "new_ref": entry.new_ref or None,
        "matched_by": entry.matched_by or None,
        "note": entry.note or None,
        "changes": [
            {
                "what": each.what,
                "old": each.old or None,
                "new": each.new or None,
                "note": each.note or None,
            }
            for each in entry.changes
        ],
        "old_place": _place(entry.old_place),
        "new_place": _place(entry.new_place),
    }


def _place(place: Place | None) -> JsonValue:
    return {"path": Path(place.path).as_posix(), "line": place.line} if place else None
