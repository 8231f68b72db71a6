"""Whether words spell an acronym out: their first letters are those of the acronym."""

import re

_PIECE = re.compile(r"[^\W_][\w'’]*(-?)")
_SMALL = frozenset("a and at by for from in into of on or the to with".split())
_FARTHEST = 160
_BEFORE = re.compile(r"\s*[(\[,–—:-]\s*[\"'“‘(\[]?$")
_AFTER = re.compile(r"(?:['’]?s)?[\"'”’]?\s*[(\[,–—:-]\s*[\"'“‘(\[]?(?:the |an? )?")
_BRACKET_BEFORE = re.compile(r"\s*[(\[]\s*[\"'“‘]?$")
_BRACKET_AFTER = re.compile(r"(?:['’]?s)?[\"'”’]?\s*[(\[]\s*[\"'“‘]?(?:the |an? )?")
# Two letters are met by chance.
_FEWEST = 3
_NOT_LETTERS = re.compile(r"[\W_]+")


def spelt_out(acronym: str, text: str, start: int) -> str:
    """The words that spell out an acronym just before or after it; empty if none do."""
    is_long = len(acronym) >= _FEWEST
    before, after = (_BEFORE, _AFTER) if is_long else (_BRACKET_BEFORE, _BRACKET_AFTER)
    if found := before.search(text, max(0, start - 8), start):
        words = _ending(acronym, text[max(0, found.start() - _FARTHEST) : found.start()])
        if words:
            return words
    found = after.match(text, start + len(acronym))
    return _beginning(acronym, text[found.end() : found.end() + _FARTHEST]) if found else ""


def is_spelt_by(acronym: str, words: str) -> bool:
    """Whether words spell out an acronym and say nothing more."""
    said = _ending(acronym, words)
    return bool(said) and len(said) == len(words.strip())


def likeness(words: str) -> str:
    """Words without what may differ: capitals, hyphens, spaces, `and` for `&`, a plural's `s`."""
    folded = _NOT_LETTERS.sub("", words.replace("&", "and").casefold())
    return folded.removesuffix("s")


def _ending(acronym: str, text: str) -> str:
    pieces = list(_PIECE.finditer(text))
    first = next(filter(None, (_matched(pieces, each, -1) for each in _letters(acronym))), None)
    return text[first.start() :].strip(" \n\"'“‘") if first else ""


def _beginning(acronym: str, text: str) -> str:
    pieces = list(_PIECE.finditer(text))
    if not pieces or pieces[0].start() > 0:
        return ""
    last = next(filter(None, (_matched(pieces, each, 1) for each in _letters(acronym))), None)
    return text[: last.end()].rstrip("-") if last else ""


def _letters(acronym: str) -> tuple[str, str]:
    """All letters of an acronym, and its capitals alone: `SwIFT` has a `with`, `OASys` none."""
    return acronym.lower(), "".join(filter(str.isupper, acronym)).lower()


def _matched(pieces: list[re.Match[str]], letters: str, step: int) -> re.Match[str] | None:
    """The last piece that was needed, going forwards or backwards; None if they do not match."""
    wanted = iter(letters[::step])
    letter = next(wanted)
    for number in range(len(pieces))[::step]:
        piece = pieces[number]
        if piece[0][0].lower() == letter:
            letter = next(wanted, "")
            if not letter:
                return piece
        elif not _may_be_passed(pieces, number):
            return None
    return None


def _may_be_passed(pieces: list[re.Match[str]], number: int) -> bool:
    """A small word, and what follows a hyphen, as in `Co-ordinated`, need not have a letter."""
    return pieces[number][0] in _SMALL or (number > 0 and bool(pieces[number - 1][1]))
