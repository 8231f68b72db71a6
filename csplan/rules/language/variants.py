"""Names of the glossary that texts write without one of their small words."""

from collections.abc import Iterator

from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.language.reading import is_read
from csplan.rules.rule import Finding

# Without one of the others, words are often the name of something else.
_SMALL = frozenset(
    (
        "a",
        "all",
        "and",
        "area",
        "for",
        "in",
        "local",
        "of",
        "on",
        "other",
        "our",
        "the",
        "to",
        "your",
    )
)
_FEWEST = 4


def variants(plan: LoadedPlan) -> Iterator[tuple[LoadedFile, Finding]]:
    """Each name that running text writes without a small word, at its first place."""
    for acronym, name in plan.plan.glossary.items() if plan.plan else ():
        for other in _without_a_small_word(name.split()):
            if found := next(_places(plan, other), None):
                file, place = found
                text, begins = file.written.text_at(place)
                words = f"`{other}` is `{' '.join(name.split())}` in the glossary ({acronym})"
                at = place - begins
                yield file, Finding(text.route, f"{words}; write the name in one way", at=at)


def _without_a_small_word(words: list[str]) -> Iterator[str]:
    for gap in range(1, len(words) - 1) if len(words) >= _FEWEST else ():
        if words[gap].lower() in _SMALL:
            yield " ".join(words[:gap] + words[gap + 1 :])


def _places(plan: LoadedPlan, name: str) -> Iterator[tuple[LoadedFile, int]]:
    for file in plan.files:
        for place in file.written.places(name.lower()):
            if is_read(file.written.text_at(place)[0], file):
                yield file, place
