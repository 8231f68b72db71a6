"""The glossary at work: each acronym is spelt out where a part of a document first uses it."""

import re
from collections.abc import Iterable, Iterator, Mapping

from csplan.report.shapes import Inline

_SENTENCE_ENDS = re.compile(r"(?:\w{3}|\))[.?!]\s+[\"'“‘(]*$")


class Acronyms:
    """Meets the running text of a document in reading order, and remembers what it has met.

    `names` are texts, such as references, that look like an acronym and are none, or in which
    none is spelt out.
    """

    def __init__(self, glossary: Mapping[str, str], names: Iterable[str] = ()) -> None:
        self._meanings = glossary
        self._unmet = set(glossary)
        self._pattern = _pattern(glossary, names)

    def forget(self) -> None:
        """All acronyms count as not met again."""
        self._unmet = set(self._meanings)

    def expand(self, text: str, *, opens: bool = True) -> Iterator[Inline]:
        """The text in runs: at its first use an acronym is spelt out, later it is marked as one.

        `opens` is whether a line starts with this text.
        """
        end, said = 0, ""
        for match in self._pattern.finditer(text):
            short = match["short"]
            if short is None:
                continue
            said += text[end : match.start()]
            end = match.end()
            if _is_spelt_out(text, match, self._meanings[short]):
                said += match[0]
            elif short in self._unmet:
                said += _spelt_out(text, match, self._meanings[short], opens=opens)
            else:
                yield from _text(said)
                yield Inline("acronym", match[0], self._meanings[short])
                said = ""
            self._unmet.discard(short)
        yield from _text(said + text[end:])


def met(glossary: Mapping[str, str], texts: Iterable[str]) -> frozenset[str]:
    """The terms of a glossary that stand anywhere in the texts, within names too."""
    pattern = _pattern(glossary, ())
    return frozenset(match["short"] for text in texts for match in pattern.finditer(text))


def _pattern(glossary: Iterable[str], names: Iterable[str]) -> re.Pattern[str]:
    whole, short = _any_of(names), _any_of(glossary)
    return re.compile(rf"(?<![\w-])(?:{whole}|(?P<short>{short})(?P<ending>s|['’]s)?)(?![\w-])")


def _text(said: str) -> Iterator[Inline]:
    if said:
        yield Inline("text", said)


def _any_of(texts: Iterable[str]) -> str:
    # What no text can match stands for none at all.
    return "|".join(map(re.escape, sorted(texts, key=len, reverse=True))) or r"(?!)"


def _is_spelt_out(text: str, match: re.Match[str], meaning: str) -> bool:
    """Whether the text itself has `meaning (SHORT)` or `SHORT (meaning)`."""
    wanted, room = _folded(meaning), len(meaning) + 8
    before = _folded(text[max(0, match.start() - room) : match.start()])
    after = _folded(text[match.end() : match.end() + room])
    return before.endswith((f"{wanted} (", f"{wanted}s (")) or after.startswith(f" ({wanted}")


def _folded(text: str) -> str:
    return text.casefold().replace("-", " ").replace("’", "'")


def _spelt_out(text: str, match: re.Match[str], meaning: str, *, opens: bool) -> str:
    opening, closing = _brackets(text, match.start())
    words = _ended(meaning, match["ending"] or "")
    if _starts_sentence(text[: match.start()], opens=opens):
        words = words[:1].upper() + words[1:]
    return f"{words} {opening}{match[0]}{closing}"


def _brackets(text: str, place: int) -> tuple[str, str]:
    """Round brackets, or square ones where the text already is in round ones."""
    inside = text.rfind("(", 0, place) > text.rfind(")", 0, place)
    return ("[", "]") if inside else ("(", ")")


def _starts_sentence(before: str, *, opens: bool) -> bool:
    return (opens and not before.strip(" \"'“‘(")) or bool(_SENTENCE_ENDS.search(before[-10:]))


def _ended(words: str, ending: str) -> str:
    return _plural(words) if ending == "s" else words + ending


def _plural(words: str) -> str:
    if words.endswith(("s", "x", "ch", "sh")):
        return f"{words}es"
    if words.endswith("y") and words[-2:-1] not in "aeiou":
        return f"{words[:-1]}ies"
    return f"{words}s"
