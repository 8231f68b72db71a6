"""The rule about sentences that are too long for the public."""

from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.mentions import PROSE
from csplan.load.written import Written
from csplan.rules.language.reading import NAMES as _NAMES
from csplan.rules.late import late
from csplan.rules.places import found_at
from csplan.rules.rule import Finding, warning

MOST_WORDS = 40
"""The longest sentence that nothing is said of."""

_READ = frozenset(
    (
        *PROSE,
        *("summary", "text", "means", "explanation", "corrective_action", "outcomes", "note"),
        *("action", "actions", "milestone", "milestones", "measure", "reason", "response"),
        *("not_applicable", "decision", "decisions", "item", "items"),
    )
)
"""The keys of what the partnership itself says in sentences."""
_PARTS = late(r"\n[ \t]*\n|\n\s*(?=(?:[-•*]|\d{1,3}[.)]|#+) )")
_MARK = late(r"\[\^[^\[\]\s]+\]|^\s*(?:[-•*]|\d{1,3}[.)]|#+) ")
_END = late(r"(?<=[.?!])[\"'”’)\]]*\s+")
_ENDS = (". ", ".\n", "? ", "?\n", "! ", "!\n", "\n\n", "\n- ")
_FARTHEST = 1000
# However short its words are, so long a sentence has three letters and a space to each.
_FEWEST_LETTERS = 4 * MOST_WORDS
_STOP = b". "
_WORD = late(r"\S*\w\S*")


@warning
def long_sentence(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A sentence is longer than 40 words.

    GOV.UK writes no sentence of more than 25 words, because longer ones are hard for everybody and
    shut some readers out. It cites research that readers who understood nine tenths of what they
    read at 14 words a sentence understood less than a tenth at 43 ("Sentence length: why 25 words
    is our limit", Inside GOV.UK, 4 August 2014). The Oxford Guide to Plain English puts the point
    at which readers are wearied at 40. Part such a sentence in two, or make it a list.

    Bad:
        why: |
          Under Integrated Offender Management, agencies that work to reduce crime by adults in the
          county deal first with those who do the most harm where they live, on the principle that
          offenders are punished but must also have the chance to reform and to leave crime behind.

    Good:
        why: |
          Under Integrated Offender Management, agencies that work to reduce crime by adults in the
          county deal first with those who do the most harm where they live. Offenders are punished.
          They must also have the chance to reform and to leave crime behind.
    """
    del plan
    written = file.written
    texts = dict.fromkeys(written.text_at(place)[0] for place in _may_be_long(written))
    for text in texts:
        if text.key in _READ and text.route[0] not in _NAMES:
            may_be = (each for each in sentences(text.words) if len(each.split()) > MOST_WORDS)
            found = map(_WORD.findall, may_be)
            for long in (words for words in found if len(words) > MOST_WORDS):
                yield Finding(text.route, _words(long), at=found_at(text.words, long))


def _may_be_long(written: Written) -> Iterator[int]:
    """Where many words stand with neither a full stop nor a new paragraph between: soon known."""
    place = 0
    for part in written.plain.split(_STOP):
        if len(part) > _FEWEST_LETTERS and part.count(b" ") >= MOST_WORDS:
            kinds = written.kinds[place : place + len(part)]
            # Each sign is put in place of as many characters, so that places stay the same.
            inner = place
            for piece in kinds.replace(b"\n\n", _STOP).replace(b"\n- ", b" . ").split(_STOP):
                if len(piece) > _FEWEST_LETTERS and len(piece.split()) > MOST_WORDS:
                    yield inner + len(piece) // 2
                inner += len(piece) + len(_STOP)
        place += len(part) + len(_STOP)


def sentence_at(text: str, place: int) -> tuple[int, int]:
    """About where the sentence begins and ends that holds a place; never further than 1,000."""
    least, most = max(0, place - _FARTHEST), min(len(text), place + _FARTHEST)
    starts = ((text.rfind(sign, least, place), len(sign)) for sign in (*_ENDS, "] "))
    ends = (text.find(sign, place, most) for sign in (*_ENDS, ".[^"))
    start = max((found + size for found, size in starts if found >= 0), default=least)
    return start, min((found for found in ends if found >= 0), default=most)


def sentences(text: str) -> Iterator[str]:
    """Each sentence of a text; an entry of a list is one or several of its own."""
    for part in _PARTS.split(text):
        yield from _END.split(_MARK.sub("", part))


def _words(long: list[str]) -> str:
    begins = quoted(" ".join(long[:8]) + " ...")
    words = f"{begins} is a sentence of {len(long)} words, of which few readers can follow"
    return f"{words} more than {MOST_WORDS}; part it in two, or make it a list"
