"""What of a plan is read as words."""

from csplan.load import LoadedFile, Text
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
NAMES = frozenset({"glossary", "agencies", "words_to_avoid"})
"""The parts of `plan.yaml` that hold names."""


def is_read(text: Text, file: LoadedFile) -> bool:
    """Whether a text of a file is running text."""
    is_name = text.route[0] in NAMES and isinstance(file.model, Plan)
    return text.key not in _NOT_READ and not is_name
