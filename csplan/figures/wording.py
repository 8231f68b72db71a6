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
    "at most": (
        *("at most", "no more than", "not more than", "no higher than", "no greater than"),
        *("not to exceed", "not exceeding", "not above", "not over", "maximum", "max"),
    ),
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

# What bounds or asks for a number is no reason for one to be missing: `not to exceed 120`.
_NOT = (
    r"not?\b(?! (?:change|more|less|fewer|higher|lower|worse|greater|increase|decrease|rise|fall"
    r"|reduction|growth|over|above|below|under|at|exceed\w*|beyond|later|to (?!be\b)|[0-9]))"
)
_TO_BE = (
    r"to be\b(?! (?:at|no|not|under|over|below|above|less|more|fewer|within|between|reduced|lower"
    r"|increased|higher|maintained|kept|[0-9]))"
)
_MISSING = re.compile(
    rf"(?:n/?a\b|n/k\b|n\.a\.?|nil return|none\b|never\b|unavailable\b|unknown\b|missing\b"
    rf"|suppressed\b|withheld\b|redacted\b|await\w*|pending\b|tb[acd]\b|{_TO_BE}|to follow\b|{_NOT}"
    r"|(?:expected|due) (?:in|by|on|at|from|mid|end|early|late)\b"
    r"|illegible\b|damaged\b|confidential\b|baseline\b(?!\W*[0-9]| (?:of|is|was|plus|minus|less)\b)"
    r"|monitor\w*|under review\b|in development\b"
    r"|(?:the )?(?:data|figures?|results?|survey|target|baseline|information)"
    r" (?:(?:is|are|was|were|being) )?"
    rf"(?:{_TO_BE}|will be |{_NOT}|awaited|pending|unavailable|unknown|missing|suppressed))",
    re.IGNORECASE,
)
NOUGHT = frozenset({"nil", "zero"})
"""Words for 0."""
_BLANK = frozenset({"", "-", "--", "---", ".", "..", "...", "…"})
_NONE_STATED = "none stated"
_NOTHING = re.compile(
    r"n/?a\b|n\.a\.?|nil return|none\b(?! (?:available|published|received|yet))|not applicable\b",
    re.IGNORECASE,
)

_WISHES = (
    *("decreas", "reduc", "fewer", "lower", "fall", "drop", "less", "down", "cut"),
    *("increas", "rise", "rising", "more", "higher", "grow", "up", "raise"),
    *("improv", "better", "maintain", "sustain", "unchanged", "stable", "stay", "keep", "same"),
    "change",
)
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
        return _NONE_STATED
    return text if _MISSING.match(text) else ""


def adds_nothing(reason: str) -> bool:
    """Whether a figure that is missing for this reason is none at all, and not an unknown one."""
    return bool(_NOTHING.match(reason))


def is_wish(text: str) -> bool:
    """Whether words ask for a change, or for none."""
    words = _WORD.findall(text.lower().replace("-", ""))
    return any(
        word == stem or (len(stem) >= _SHORTEST_STEM and word.startswith(stem))
        for word in words
        for stem in _WISHES
    )
