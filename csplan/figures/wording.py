"""The words that stand beside figures or in their place."""

import re
from collections.abc import Mapping, Sequence

_STATUS = {
    "provisional": ("provisional", "prov", "interim", "unvalidated", "preliminary", "draft", "p"),
    "estimated": ("estimated", "estimate", "est", "e"),
    "predicted": (
        "predicted",
        "forecast",
        "forecasted",
        "projected",
        "expected",
        "predicted to be",
    ),
    "revised": ("revised", "rev", "r", "restated"),
    "indicative": ("indicative",),
    "part year": ("part year", "to date", "year to date", "ytd", "so far"),
    "to be confirmed": ("to be confirmed", "tbc", "not yet confirmed", "unconfirmed"),
    "potentially": ("potentially", "potential"),
}
_NEAR = ("about", "approximately", "approx", "around", "roughly", "nearly", "almost", "circa")
_BOUNDS = {
    "about": (*_NEAR, "c", "some"),
    "up to": ("up to", "as many as"),
    "over": ("over", "more than", "above", "greater than", "exceeding"),
    "under": ("under", "less than", "fewer than", "below", "lower than"),
    "at least": ("at least", "no fewer than", "no less than", "not less than", "minimum", "min"),
    "at most": ("at most", "no more than", "not more than", "maximum", "max", "no higher than"),
}
_AFTER = {"at least": ("or more", "or over", "or above"), "at most": ("or less", "or fewer")}
_SIGNS = {"~": "about", ">": "over", "<": "under", "≥": "at least", "≤": "at most"}


def _phrases(marks: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {phrase: mark for mark, phrases in marks.items() for phrase in phrases}


BEFORE = _phrases(_STATUS) | _phrases(_BOUNDS) | _SIGNS
"""What may stand before a number, and the mark that it makes."""
AFTER = {
    phrase: mark
    for phrase, mark in (_phrases(_STATUS) | _phrases(_AFTER)).items()
    if phrase not in ("expected", "potential", "draft")
} | dict.fromkeys(("approx", "approximately"), "about")
"""What may stand after a number among other words, and the mark that it makes."""

_WORD = re.compile(r"[a-z]+|[~<>≥≤]")
_LONGEST = 4

_MISSING = re.compile(
    r"(?:n/?a\b|n/k\b|n\.a\.?|nil return|none\b|never\b|unavailable\b|unknown\b|missing\b"
    r"|suppressed\b|withheld\b|redacted\b|await\w*|pending\b|tb[acd]\b|to be\b|to follow\b"
    r"|not?\b(?! (?:change|more|less|fewer|higher|lower|worse|increase|decrease|rise|fall)\b)"
    r"|(?:expected|due) (?:in|by|on|at|from|mid|end|early|late)\b"
    r"|illegible\b|damaged\b|confidential\b|baseline\b|monitor\w*|under review\b|in development\b"
    r"|(?:the )?(?:data|figures?|results?|survey|target|baseline|information)"
    r" (?:is |are |was |were |to be |will be |not |awaited|pending|unavailable|suppressed))",
    re.IGNORECASE,
)
NOUGHT = frozenset({"nil", "zero"})
"""Words for 0."""
_BLANK = frozenset({"", "-", "--", "---", ".", "..", "...", "…", "?", "*"})

_AIMS = {
    "decrease": ("decreas", "reduc", "fewer", "lower", "fall", "drop", "less", "down", "cut"),
    "increase": ("increas", "rise", "rising", "more", "higher", "grow", "up", "raise"),
    "improvement": ("improv", "better"),
    "no change": ("maintain", "sustain", "unchanged", "stable", "stay", "keep", "same", "change"),
}
_NEGATIONS = frozenset({"no", "not", "without", "avoid"})
_SHORTEST_STEM = 5


def marks_in(text: str, phrases: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The marks that stand in a text, each once, and the words that are none."""
    words = _WORD.findall(text.lower())
    marks: dict[str, None] = {}
    unknown: list[str] = []
    place = 0
    while place < len(words):
        ends = range(min(place + _LONGEST, len(words)), place, -1)
        end = next((end for end in ends if " ".join(words[place:end]) in phrases), 0)
        if end:
            marks[phrases[" ".join(words[place:end])]] = None
        else:
            unknown.append(words[place])
        place = end or place + 1
    return tuple(marks), tuple(unknown)


def why_missing(text: str) -> str:
    """Why there is no figure, if that is what a text says, and otherwise nothing."""
    if text.lower() in _BLANK:
        return "none stated"
    return text if _MISSING.match(text) else ""


def aim_of(text: str) -> str | None:
    """What a wish asks for; `""` if that is not clear, None if a text is no wish."""
    words = _WORD.findall(text.lower().replace("-", ""))
    aims = [aim for aim, stems in _AIMS.items() if any(_begins(word, stems) for word in words)]
    if not aims:
        return None
    if "no" in words and "change" in words:
        return "no change"
    clear = [aim for aim in aims if aim != "improvement"] or aims
    return clear[0] if len(clear) == 1 and _NEGATIONS.isdisjoint(words) else ""


def _begins(word: str, stems: Sequence[str]) -> bool:
    return any(
        word == stem or (len(stem) >= _SHORTEST_STEM and word.startswith(stem)) for stem in stems
    )
