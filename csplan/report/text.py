"""Text as every document can hold it, and names for addresses made from it."""

import re
import unicodedata

# What HTML, Markdown readers and UTF-8 files cannot hold: controls, halves of characters, and
# code points that Unicode keeps for no character (the last two of each of its 17 planes).
_LAST_TWO = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NO_CHARACTER = re.compile(
    f"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_LAST_TWO}]"
)
_NEW_LINE = re.compile("\r\n?|[\x85\u2028\u2029]")
_WHITE = re.compile(r"[ \t\n\x0c]+")
_NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")


def clean(text: str) -> str:
    """The text with one kind of line end, and a replacement for what is no character."""
    return _NO_CHARACTER.sub("\ufffd", _NEW_LINE.sub("\n", text))


def plain(text: str) -> str:
    """The text on one line; no-break spaces stay."""
    return _WHITE.sub(" ", clean(text)).strip(" ")


class Slugs:
    """Hands out ids that are unique in a document: `[a-z0-9-]`, twins are numbered."""

    def __init__(self, *reserved: str) -> None:
        self._taken = set(reserved)
        self._last: dict[str, int] = {}

    def take(self, text: str, otherwise: str = "part") -> str:
        """An id made from a text, or from `otherwise` if the text has no plain letter or digit."""
        letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        slug = _NOT_IN_SLUGS.sub("-", letters).strip("-")[:64].rstrip("-") or otherwise
        found = slug
        while found in self._taken:
            self._last[slug] = self._last.get(slug, 1) + 1
            found = f"{slug}-{self._last[slug]}"
        self._taken.add(found)
        return found
