"""What of a plan is read as words, put together once so that it is searched fast."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property, lru_cache
from itertools import accumulate

from csplan.load import LoadedFile, LoadedPlan, Text
from csplan.model import Plan

_NOT_READ = frozenset(
    (
        *("ref", "code", "see", "meets", "carried_from", "carried_to", "themes", "name", "also"),
        *("due", "start", "on", "period", "year_starts", "time", "covers", "since", "until"),
        *("state", "rating", "status", "kind", "polarity", "direction", "exception", "purpose"),
        *("duties", "publish", "direction_of_travel", "within", "total", "by", "person"),
        *("title", "partnership", "driver", "other_documents", "to_review"),
    )
)
"""The keys of what is no running text: names, codes, dates, titles and fixed words."""
_NAMES = frozenset({"glossary", "agencies", "words_to_avoid"})
_SEPARATOR = "\n\n"


class Reading:
    """All that is read in a file, as one text; `words` of several texts have a blank line between.

    To search one long text is many times faster than to search each.
    """

    def __init__(self, file: LoadedFile) -> None:
        kept = [text for text in file.texts if text.key not in _NOT_READ]
        if isinstance(file.model, Plan):
            kept = [text for text in kept if text.route[0] not in _NAMES]
        self._texts = kept
        self.words = _SEPARATOR.join([text.words for text in kept])

    @cached_property
    def _starts(self) -> list[int]:
        lengths = (len(text.words) + len(_SEPARATOR) for text in self._texts)
        return list(accumulate(lengths, initial=0))

    def text_at(self, place: int) -> tuple[Text, int]:
        """The text that holds a place of `words`, and the place where it begins."""
        number = bisect_right(self._starts, place) - 1
        return self._texts[number], self._starts[number]


# The rules of a plan are asked one after the other, so one set of readings serves them all.
@lru_cache(1)
def readings_of(plan: LoadedPlan) -> Mapping[LoadedFile, Reading]:
    """What is read in each file of a plan."""
    return {file: Reading(file) for file in plan.files}
