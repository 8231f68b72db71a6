"""What people write where a plan has words and keys of its own, and what they mean by it."""

import re
from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel

from csplan.diagnostic import did_you_mean, listed
from csplan.escape import quoted

SAID_FOR = {
    **dict.fromkeys(("done", "completed", "finished", "achieved", "closed", "met"), "complete"),
    **dict.fromkeys(("y", "yes", "100%", "100 %"), "complete"),
    **dict.fromkeys(("part complete", "partly complete", "partially complete"), "in progress"),
    **dict.fromkeys(("cancelled", "canceled", "abandoned", "dropped", "archived"), "stopped"),
    **dict.fromkeys(("on track", "ongoing", "under way", "underway", "started"), "in progress"),
    **dict.fromkeys(("delayed", "slipped", "overdue", "late", "behind"), "in progress"),
    **dict.fromkeys(("pending", "to do", "not begun", "planned"), "not started"),
    **dict.fromkeys(("no progress", "no progress yet", "nil"), "not started"),
    **dict.fromkeys(("c/f", "c/fwd", "carried over"), "carried forward"),
    **dict.fromkeys(("rolled forward", "rolled over", "moved to next year"), "carried forward"),
    **dict.fromkeys(("r",), "red"),
    **dict.fromkeys(("a", "yellow", "orange"), "amber"),
    **dict.fromkeys(("g",), "green"),
    **dict.fromkeys(("b",), "blue"),
    **dict.fromkeys(("gray",), "grey"),
    **dict.fromkeys(("n/a", "na", "not applicable", "none", "no rating"), "not rated"),
    # Not `up` or an arrow: whether that is better depends on what is measured.
    **dict.fromkeys(("better", "improving"), "improved"),
    **dict.fromkeys(("worse", "worsening", "deteriorating"), "worsened"),
    **dict.fromkeys(("paused", "deferred", "suspended", "delayed until further notice"), "on hold"),
    **dict.fromkeys(("same", "no change", "static", "stable", "steady", "↔", "→"), "unchanged"),
    **dict.fromkeys(("increase in", "higher is better", "maximise", "higher"), "increase"),
    **dict.fromkeys(("reduce", "reduction", "lower", "lower is better", "minimise"), "decrease"),
    **dict.fromkeys(("watch", "monitored", "contextual", "neutral"), "monitor"),
    **dict.fromkeys(("good", "better than expected", "success"), "positive"),
    **dict.fromkeys(("negative", "area for concern", "barrier", "bad"), "concern"),
    **dict.fromkeys(("to note", "noting", "for information", "info", "update"), "information"),
    **dict.fromkeys(("approval", "approve", "for decision", "agreement"), "decision"),
    **dict.fromkeys(("for discussion", "debate", "consultation"), "discussion"),
    **dict.fromkeys(("main", "headline", "kpi", "primary"), "key"),
    **dict.fromkeys(("secondary", "local", "other"), "supporting"),
}
"""What people write where one of a few words belongs, and the word that it has here."""

_ALSO_SAID_FOR = {"none": "not started"}
# What a column headed "Status" holds is either.
_BESIDE = {"state": "rating", "rating": "state"}
_FIRST_WORD = re.compile(r"\s*[-,;:.–—]+\s*")
_DENIES = re.compile(
    r"\b(?:no|not|never|nothing|nil|none|yet to)\b|\b(?:in|un)-?(?=complete|finished|started|begun)"
)

KEYS_SAID_FOR: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("rag", "rag_status", "colour", "color"), ("rating", "progress")),
    **dict.fromkeys(("status", "update", "updates", "comments", "position"), ("progress", "note")),
    **dict.fromkeys(("resources", "resource", "budget", "costs"), ("cost", "funding")),
    **dict.fromkeys(("timescale", "timescales", "deadline", "by_when", "date"), ("due", "on")),
    **dict.fromkeys(("owner", "responsible", "lead_officer", "lead_agency", "who"), ("lead",)),
    **dict.fromkeys(("success", "success_measure", "success_measures", "kpi"), ("measure",)),
    **dict.fromkeys(("attendees", "attendance", "members"), ("present",)),
    **dict.fromkeys(("location", "venue", "where"), ("place",)),
    **dict.fromkeys(("agenda", "minutes"), ("items",)),
    **dict.fromkeys(("comment", "commentary", "narrative", "notes"), ("explanation", "note")),
    **dict.fromkeys(("breakdown", "districts", "areas"), ("rows",)),
    **dict.fromkeys(("objectives", "workstreams", "subthemes", "sub_theme"), ("sub_themes",)),
    **dict.fromkeys(("ambition", "vision", "introduction", "foreword"), ("summary", "what")),
}
"""What people head a column with, and the keys that it may be here."""


def read_word(part: type[BaseModel], key: str, typed: str) -> tuple[str, str]:
    """The word for a key that is meant by what was typed, such as `complete` by `Done`.

    If none is meant it is empty, and a sentence says which words there are.
    """
    meant = _meant(typed, words_for(part, key))
    return (meant, "") if meant else ("", unknown_word(part, key, typed))


def _meant(typed: str, known: list[str]) -> str:
    folded = " ".join(typed.lower().split())
    words = (folded, SAID_FOR.get(folded, ""), _ALSO_SAID_FOR.get(folded, ""))
    return next((word for word in words if word in known), "")


def unknown_word(part: type[BaseModel], key: str, given: object) -> str:
    """What is said of a word that a key does not have."""
    known = words_for(part, key)
    words = f"`{key}` is one of {listed(known)}"
    if not isinstance(given, str):
        return f"this is not a word for `{key}`; {words}"
    if hint := _hint(part, key, given):
        return f"{quoted(given)} is not a word for `{key}`{hint} ({words})"
    return f"{quoted(given)} is not a word for `{key}`; {words}"


def _hint(part: type[BaseModel], key: str, given: str) -> str:
    known = words_for(part, key)
    if meant := _meant(given, known):
        return f"; did you mean `{meant}`?"
    other = _BESIDE.get(key, "")
    if other in part.model_fields and (meant := _meant(given, words_for(part, other))):
        return f"; did you mean `{other}: {meant}`?"
    first, *more = _FIRST_WORD.split(given.strip(), maxsplit=1)
    if key == "state" and more and not _denies(given) and (meant := _meant(first, known)):
        return f"; did you mean `{meant}`, with the rest under `note`?"
    return did_you_mean(given, [word for word in known if _denies(word) == _denies(given)])


def _denies(text: str) -> bool:
    """Whether a text says no to something, so that a word that says yes is no hint for it."""
    return bool(_DENIES.search(text.lower()))


def words_for(part: type[BaseModel], key: str) -> list[str]:
    """The few words that a key takes."""
    return list(_words_of(part.model_fields[key]))


def _words_of(annotation: object) -> Iterator[str]:
    for part in (getattr(annotation, "annotation", None), *get_args(annotation)):
        if isinstance(part, str):
            yield part
        elif part is not None:
            yield from _words_of(part)
