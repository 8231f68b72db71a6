"""The rule about texts that break off."""

import re
from collections.abc import Iterator
from functools import lru_cache

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Text
from csplan.load.mentions import NOTED
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

# These are often written without a full stop.
_IN_SENTENCES = NOTED - {
    *("carried_from", "carried_to", "cost", "expectation", "measure", "milestone", "outcomes")
}
_READ = NOTED | {"action", "actions"}
# A sentence may end in "whom they work with" or "what it is for", but in none of these.
_LEADS_ON = frozenset(
    ("an", "and", "because", "but", "if", "or", "our", "than", "the", "their", "whether", "your")
)
_BEFORE_NEXT = frozenset({"and", "or"})
_HAS_SENTENCES = late(r"[.!?][\"')\]]?\s+[A-Z]")
_LIST = late(r"^\s*(?:[-*•#|]|\d{1,3}[.)])", re.MULTILINE)
_MOST_LETTERS = 200
_LAST_WORDS = 5
_FEWEST = 10


@warning
def text_breaks_off(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text breaks off before its sentence ends.

    A cell that was too narrow, or a copy that was not taken to its end, loses what matters most:
    what is still to come. A text that ends in a word such as `and` or `the` is told of anywhere;
    one whose last sentence has no full stop only where nearly all others in the plan have theirs.

    Bad:
        why: |
          The policy was approved in May. Briefings are being held, and the

    Good:
        why: |
          The policy was approved in May. Briefings are being held, and the audit shows that they
          help.
    """
    for text in file.texts:
        words = text.words.rstrip()
        if words[-1:].isalpha() and text.key in _READ:
            shown = " ".join(words[-_MOST_LETTERS:].split()[-_LAST_WORDS:])
            if _leads_on(text, shown):
                said = f"{quoted(shown)} is where this text breaks off; put in the rest"
                yield Finding(text.route, said, at=len(words) - 1)
            elif _is_open(text) and _ends_its_sentences(plan):
                said = f"{quoted(shown)} is where this text breaks off or has lost its full stop"
                said += "; put in the rest, or end the sentence"
                yield Finding(text.route, said, at=len(words) - 1)


def _leads_on(text: Text, words: str) -> bool:
    """Whether the last word needs another; that of an entry of a list may lead to the next."""
    last = words.rpartition(" ")[2]
    is_entry = isinstance(text.route[-1], int)
    return last in _LEADS_ON and not (is_entry and last in _BEFORE_NEXT)


def _is_open(text: Text) -> bool:
    """Whether a text of whole sentences has none at its end, and no list there either."""
    words = text.words.rstrip()
    is_open = text.key in _IN_SENTENCES and words[-1:].isalpha() and _HAS_SENTENCES.search(words)
    return bool(is_open) and not _LIST.search(words.rpartition("\n\n")[2])


@lru_cache(1)
def _ends_its_sentences(plan: LoadedPlan) -> bool:
    """Whether hardly any text of whole sentences in a plan is without an end."""
    every = [text for file in plan.files for text in file.texts if text.key in _IN_SENTENCES]
    closed = sum(text.words.rstrip()[-1:] in {".", "!", "?"} for text in every)
    return closed >= _FEWEST * max(1, sum(map(_is_open, every)))
