"""What people type for a reference, and what is the same but for how it is typed."""

import re
from collections.abc import Iterator

_REFERENCE = re.compile(rb"""(?:^|[ {,])["']?ref["']? *: +["']?([^"'\r\n#,}]+)""", re.MULTILINE)
_ITEM_NUMBER = re.compile(r"(?:item|expectation|no\.?|number)\s*(?=\S)", re.IGNORECASE)


def reference_key(reference: str) -> str:
    """A reference without what people vary when they type it: capitals and spaces."""
    return "".join(reference.split()).casefold()


def expectation_key(reference: str) -> str:
    """The number of an expectation without `item` before it: `item 14` is 14."""
    text = reference.strip()
    found = _ITEM_NUMBER.match(text)
    return reference_key(text[found.end() :] if found else text)


def references_in(data: bytes) -> Iterator[str]:
    """The references of a file that could not be read as a plan, so that they still exist."""
    for match in _REFERENCE.finditer(data):
        yield match[1].decode("utf-8", errors="replace").strip()
