"""Whether words spell an acronym out: their first letters are those of the acronym."""

import re

from csplan.rules.late import late

_PIECE = late(r"[^\W_][\w'’]*(-?)")
_WORDS = late(r"\S+")
_SMALL = frozenset(
    ("a", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with")
)
_FARTHEST = 160
_PARTS = "\n\n"
_OPENS = frozenset("([")
_JOINS = _OPENS | frozenset(",:–—-")
_QUOTES = "\"'“‘”’ \n"
_NOT_WORDS = _QUOTES + "([,:–—-"
# Two letters are met by chance, so they have to stand in brackets, or their words.
_FEWEST = 3
_NOT_LETTERS = late(r"[\W_]+")


def spelt_out(acronym: str, text: str, start: int, *, is_known: bool) -> str:
    """The words that spell out an acronym just before or after it; empty if none do.

    A comma is enough, as in `the Youth Engagement Scheme, YES`, unless the acronym `is_known`.
    """
    end = start + len(acronym)
    joins = _OPENS if is_known or len(acronym) < _FEWEST else _JOINS
    before = text[max(0, start - 4) : start].rstrip(_QUOTES)
    if before[-1:] in joins and before:
        ahead = text[max(0, start - _FARTHEST) : start].rpartition(_PARTS)[2]
        words = _ending(acronym, ahead.rstrip(_NOT_WORDS))
        if words:
            return words
    after = text[end : end + 5].removeprefix("s").lstrip(_QUOTES)
    if after[:1] in joins and after:
        behind = text[end : end + _FARTHEST].partition(_PARTS)[0]
        return _beginning(acronym, behind.removeprefix("s").lstrip(_NOT_WORDS))
    return ""


def nearly(whole: str, text: str, start: int) -> str:
    """The words just before an acronym in brackets that are nearly those of `whole`; or none.

    They lack one word in the middle, `Crime and Disorder Partnerships (CDRPs)`, or have another
    last word: `Youth Offending Service (YOT)`.
    """
    before = text[max(0, start - 4) : start].rstrip(_QUOTES)
    if before[-1:] not in _OPENS or not before:
        return ""
    ahead = text[max(0, start - _FARTHEST) : start].rpartition(_PARTS)[2].rstrip(_NOT_WORDS)
    pieces = list(_WORDS.finditer(ahead))
    *most, last = wanted = whole.split()
    words = _from(pieces[-len(wanted) :], ahead)
    if len(wanted) >= _FEWEST and _is_ending(most, last, words):
        return words
    words = _from(pieces[1 - len(wanted) :], ahead) if len(wanted) > _FEWEST else ""
    ways = (wanted[:gap] + wanted[gap + 1 :] for gap in range(1, len(most)))
    return words if likeness(words) in {likeness(" ".join(way)) for way in ways} else ""


def _is_ending(most: list[str], last: str, words: str) -> bool:
    """Whether words are some others with another last one."""
    *first, end = words.split() or [""]
    is_same = likeness(" ".join(first)) == likeness(" ".join(most))
    return is_same and end.isalpha() and likeness(end) != likeness(last)


def _from(pieces: list[re.Match[str]], text: str) -> str:
    return text[pieces[0].start() :] if pieces else ""


def is_spelt_by(acronym: str, words: str) -> bool:
    """Whether words spell out an acronym and say nothing more."""
    said = _ending(acronym, words)
    return bool(said) and len(said) == len(words.strip())


def likeness(words: str) -> str:
    """Words without what may differ: capitals, hyphens, spaces, `and` for `&`, a plural's `s`."""
    folded = _NOT_LETTERS.sub("", words.replace("&", "and").casefold())
    return folded.removesuffix("s")


def _ending(acronym: str, text: str) -> str:
    if _cannot_end(acronym, text):
        return ""
    pieces = list(_PIECE.finditer(text))
    first = next(filter(None, (_matched(pieces, each, -1) for each in _letters(acronym))), None)
    return text[first.start() :].strip(" \n\"'“‘") if first else ""


def _cannot_end(acronym: str, text: str) -> bool:
    """Whether the last word alone, if it is a plain one, tells that a text spells nothing out."""
    word = text[text.rfind(" ") + 1 :]
    if not word.isalpha() or word in _SMALL or text[: -len(word)].endswith("- "):
        return False
    return word[0].lower() not in [letters[-1] for letters in _letters(acronym)]


def _beginning(acronym: str, text: str) -> str:
    words = text.removeprefix("the ")
    pieces = list(_PIECE.finditer(words))
    last = next(filter(None, (_matched(pieces, each, 1) for each in _letters(acronym))), None)
    return words[: last.end()].rstrip("-") if last else ""


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
