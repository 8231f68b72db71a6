"""The references that running text names, or what looks like them."""

import re
from functools import lru_cache
from string import ascii_uppercase
from typing import NamedTuple

from csplan.load import LoadedFile
from csplan.rules.late import late
from csplan.rules.references.prose import ELSEWHERE, Prose
from csplan.rules.rule import FILES_AT_ONCE, Finding

_MAY_BE_CODE = late(rb"A(?: ?[-/] ?| )?(?:9|\(a\))")
# Its last letter only: the letters before it are looked for when the rest is there.
_CODE = late(r"[A-Z](?: ?[-/] ?| )?(?:\d{1,3}(?:/\d\d)?\b(?![%\d])|\([a-z]\))")
_LETTERS = late(r"(?<![\w/-])[A-Z]*$")
# Words that send a reader to what follows.
SENDS = late(
    r"\b(?:see|refer|actions?|agenda|against|under)(?:\salso)?(?:\sto)?\W{1,2}"
    r"(?:the\s)?(?:agenda\s)?$",
    re.IGNORECASE,
)
# What stands before a reference that was another plan's, or that an action no longer has.
_FORMER = late(r"\b(?:formerly|previously|originally|last year['’]s)\s$", re.IGNORECASE)
_SIGNS = str.maketrans("", "", " ()/-\n")


class Cited(NamedTuple):
    """What looks like a reference: as typed, what it was found by, and what stands around it."""

    code: str
    running: Prose
    match: re.Match[str]
    before: str
    after: str

    @property
    def letters(self) -> str:
        """The letters that it begins with."""
        return self.code[: len(self.code) - len(self.code.lstrip(ascii_uppercase))]

    @property
    def is_sent(self) -> bool:
        """Whether a word such as `see` sends the reader to it."""
        return bool(SENDS.search(self.before))

    @property
    def is_meant(self) -> bool:
        """Whether it can only be a reference, if the plan has such: `ASB 12` may be `ASB, 12`."""
        is_held = self.before.endswith("(") and self.after.startswith(")")
        is_plain = len(self.letters) > 1 and (" " not in self.code or "/" in self.code)
        return self.is_sent or is_held or is_plain

    def finding(self, words: str) -> Finding:
        """What is to be said of it."""
        return self.running.finding(self.match, words, self.letters[:-1])


# Several rules look at the same ones.
@lru_cache(FILES_AT_ONCE)
def cited(file: LoadedFile) -> tuple[Cited, ...]:
    """What in the running text of a file looks like a reference to an action of this plan."""
    running, found = Prose(file), []
    for match in running.like(_MAY_BE_CODE, _CODE):
        before, after = running.around(match)
        start = _LETTERS.search(before)
        ahead = before[: start.start()] if start else ""
        if start and not (ELSEWHERE.match(after) or _FORMER.search(ahead)):
            found.append(Cited(start[0] + match[0], running, match, ahead, after))
    return tuple(found)


def bare(reference: str) -> str:
    """A reference without its signs and capitals: `ce111` for `CE - 1/11`."""
    return reference.translate(_SIGNS).casefold()
