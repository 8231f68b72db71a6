"""What differs between two plans, for a board: on a terminal, as Markdown or for a program."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from csplan.console.differing import Under, closing, heading, parts
from csplan.console.terminal import say, say_wrapped
from csplan.escape import markdown, one_line
from csplan.load import LoadedPlan
from csplan.query.differences import Differences, Entry, Place


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
        for group in part.groups:
            if group.title:
                say(f"  {group.title}", "bold")
            for theme in group.themes:
                _show_theme(theme, "    " if group.title else "  ")
    say()
    say_wrapped(closing(found), style="bold")


def _show_theme(theme: Under, indent: str) -> None:
    if theme.title:
        say_wrapped(theme.title, indent, "bold")
    deeper = f"{indent}  " if theme.title else indent
    for line in theme.lines:
        say_wrapped(line.words, deeper)
        for detail in line.details:
            say_wrapped(detail, f"{deeper}  ")


def as_markdown(found: Differences, warning: str) -> str:
    """The same as a Markdown document, in lists."""
    lines = [markdown(f"Warning: {warning}"), ""] if warning else []
    lines += ["# What changed", ""]
    for words in heading(found):
        lines += [f"- {markdown(words)}"]
    for part in parts(found, "→"):
        lines += ["", f"## {markdown(part.title)}"]
        for group in part.groups:
            lines += ["", f"### {markdown(group.title)}"] if group.title else []
            for theme in group.themes:
                lines += ["", f"#### {markdown(theme.title)}"] if theme.title else []
                lines += ["", *_markdown_lines(theme)]
    lines += ["", markdown(closing(found)), ""]
    return "\n".join(lines)


def _markdown_lines(theme: Under) -> Iterator[str]:
    for line in theme.lines:
        yield f"- {markdown(line.words)}"
        for detail in line.details:
            yield f"  - {markdown(detail)}"


def as_json(found: Differences, warning: str) -> str:
    """Every difference as one object each, and what is only counted."""
    whole = {
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


def _plan(plan: LoadedPlan) -> dict[str, object]:
    title = one_line(plan.plan.title) if plan.plan else None
    return {"path": Path(plan.path).as_posix(), "title": title}


def _entry(entry: Entry) -> dict[str, object]:
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


def _place(place: Place | None) -> dict[str, object] | None:
    return {"path": Path(place.path).as_posix(), "line": place.line} if place else None
