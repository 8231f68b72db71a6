"""What a text of the old plan says that the new one cannot say as it stands."""

import re
from collections import Counter
from collections.abc import Iterable

from csplan.dates import Term

_YEAR = re.compile(
    r"(?<![\d/.,£])((?:19|20)\d\d)(?:\s?[/–-]\s?(?:\d{4}|\d\d)(?!\d))?(?![\d/,.]\d|\d)"
)
_RELATIVE = re.compile(
    r"\b(?:(?:this|next|last|current|coming|previous|past|present)\s+"
    r"(?:(?:financial|plan|calendar)\s+)?(?:year|quarter|month|summer|winter|spring|autumn)"
    r"|currently|recently|at\s+present|to\s+date)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are)\s+(?:going\s+)?to|plans?\s+to|intends?\s+to)\b", re.IGNORECASE
)
_MOST_NAMED = 4


class Reader:
    """Reads texts of a plan as they will look in the years of the next one.

    `called` are the references of the old plan that mean something else or nothing in the new
    one, each with what is to be said of it.
    """

    def __init__(self, old: Term, called: Iterable[tuple[str, str]]) -> None:
        self._years = range(old.days.first.year, old.days.last.year + 1)
        self._called = dict(called)
        # Only what has letters and figures is surely a reference where it stands in a text.
        names = [
            ref for ref in self._called if re.search(r"[^\W\d]", ref) and re.search(r"\d", ref)
        ]
        longest_first = sorted(map(re.escape, names), key=len, reverse=True)
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first) or '(?!)'})(?![\w./-]\w|\w)")

    def remarks(self, text: str, *, tense: bool = True) -> str:
        """What is to be looked at in a text, such as `names 2010/11; says "this year"`; or nothing.

        `tense` asks for what is said to be still to come.
        """
        years = (found[0] for found in _YEAR.finditer(text) if int(found[1]) in self._years)
        said = [*_RELATIVE.findall(text), *(_TO_COME.findall(text) if tense else ())]
        named = dict.fromkeys(self._names.findall(text))
        found = (
            _told("names", years),
            _told("says", (f'"{" ".join(word.lower().split())}"' for word in said)),
            *(f"names {ref}, {self._called[ref]}" for ref in list(named)[:_MOST_NAMED]),
        )
        return "; ".join(filter(None, found))


def _told(verb: str, words: Iterable[str]) -> str:
    """`says "will" (3 times) and "this year"`."""
    counts = Counter(words)
    told = [
        f"{word} ({count} times)" if count > 1 else word
        for word, count in counts.most_common(_MOST_NAMED)
    ]
    if len(counts) > _MOST_NAMED:
        told.append("more")
    if not told:
        return ""
    *most, last = told
    return f"{verb} {', '.join(most)}{' and ' * bool(most)}{last}"
