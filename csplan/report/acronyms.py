"""The glossary at work: each acronym is spelt out where a part of a document first uses it."""

import re
from collections.abc import Iterable, Iterator, Mapping

from csplan.load.terms import Found, Terms
from csplan.report.runs import Inline

_SENTENCE_ENDS = re.compile(r"(?:\w{3}|\))[.?!]\s+[\"'“‘(]*$")


class Acronyms:
    """Meets the running text of a document in reading order, and remembers what it has met.

    `names` are texts, such as references, that look like an acronym and are none, or in which
    none is spelt out.
    """

    def __init__(self, glossary: Mapping[str, str], names: Iterable[str] = ()) -> None:
        self._meanings = glossary
        self._met: set[str] = set()
        self._terms = Terms(glossary, names)

    def forget(self) -> None:
        """All acronyms count as not met again."""
        self._met.clear()

    def expand(self, text: str, *, opens: bool = True) -> Iterator[Inline]:
        """The text in runs: at its first use an acronym is spelt out, later it is marked as one.

        `opens` is whether a line starts with this text.
        """
        end = 0
        said: list[str] = []
        places = _Places(text, opens=opens)
        for found in self._terms.within(text):
            typed, meaning = text[found.start : found.end], self._meanings[found.term]
            said.append(text[end : found.start])
            end = found.end
            if _is_spelt_out(text, found, meaning):
                said.append(typed)
            elif found.term not in self._met:
                said.append(places.spelt_out(found, meaning))
            else:
                yield from _text(said)
                yield Inline("acronym", typed, meaning)
                said = []
            self._met.add(found.term)
        yield from _text([*said, text[end:]])


def met(glossary: Mapping[str, str], texts: Iterable[str]) -> frozenset[str]:
    """The terms of a glossary that stand anywhere in the texts, within names too."""
    terms = Terms(glossary)
    return frozenset(found.term for text in texts for found in terms.within(text))


class _Places:
    """The places of a text, to be asked about in their order, so that each is read once."""

    def __init__(self, text: str, *, opens: bool) -> None:
        self._text = text
        self._opening = len(text) - len(text.lstrip(" \"'“‘(")) if opens else -1
        self._read = 0
        self._bracketed = False

    def spelt_out(self, found: Found, meaning: str) -> str:
        """The meaning, and the acronym as it was typed in brackets."""
        words = _ended(meaning, found.ending)
        if self._starts_sentence(found.start):
            words = words[:1].upper() + words[1:]
        opening, closing = self._brackets(found.start)
        return f"{words} {opening}{self._text[found.start : found.end]}{closing}"

    def _brackets(self, place: int) -> tuple[str, str]:
        """Round brackets, or square ones where the text already is in round ones."""
        opened, closed = (self._text.rfind(sign, self._read, place) for sign in "()")
        if opened != closed:
            self._bracketed = opened > closed
        self._read = place
        return ("[", "]") if self._bracketed else ("(", ")")

    def _starts_sentence(self, place: int) -> bool:
        before = self._text[max(0, place - 10) : place]
        return place <= self._opening or bool(_SENTENCE_ENDS.search(before))


def _text(said: Iterable[str]) -> Iterator[Inline]:
    text = "".join(said)
    if text:
        yield Inline("text", text)


def _is_spelt_out(text: str, found: Found, meaning: str) -> bool:
    """Whether the text itself has `meaning (SHORT)` or `SHORT (meaning)`."""
    wanted, room = _folded(meaning), len(meaning) + 8
    before = _folded(text[max(0, found.start - room) : found.start])
    after = _folded(text[found.end : found.end + room])
    return before.endswith((f"{wanted} (", f"{wanted}s (")) or after.startswith(f" ({wanted}")


def _folded(text: str) -> str:
    return text.casefold().replace("-", " ").replace("’", "'")


def _ended(words: str, ending: str) -> str:
    return _plural(words) if ending == "s" else words + ending


def _plural(words: str) -> str:
    if words.endswith(("s", "x", "ch", "sh")):
        return f"{words}es"
    if words.endswith("y") and words[-2:-1] not in "aeiou":
        return f"{words[:-1]}ies"
    return f"{words}s"
