"""The rule about words that the partnership has agreed not to use."""

from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.terms import Terms
from csplan.rules.language.reading import is_read
from csplan.rules.rule import Finding, warning

_WORD_FOR_WORD = frozenset({"quotation", "expectation"})


@warning
def word_to_avoid(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A word stands in the text that the plan's own list says to avoid.

    `words_to_avoid` in `plan.yaml` has the words that the partnership no longer uses, because they
    are out of date, hurt people or mean nothing to the public, each with what to write instead.
    Capitals and a plural's `s` make no difference. What is quoted or expected by others is left as
    they said it.

    Bad:
        # plan.yaml
        title: Anytown Community Safety Agreement 2010/11
        partnership: Anytown Safer Communities Partnership
        period: 2010/11
        words_to_avoid:
          rough sleepers: people who sleep rough
        # housing.yaml
        theme: Housing
        why: 40 rough sleepers were counted in November 2009.

    Good:
        # plan.yaml
        title: Anytown Community Safety Agreement 2010/11
        partnership: Anytown Safer Communities Partnership
        period: 2010/11
        words_to_avoid:
          rough sleepers: people who sleep rough
        # housing.yaml
        theme: Housing
        why: 40 people who sleep rough were counted in November 2009.
    """
    if plan.plan is None or not plan.plan.words_to_avoid:
        return
    instead = {_folded(word): better for word, better in plan.plan.words_to_avoid.items()}
    written = file.written
    found: dict[str, list[int]] = {}
    for term in Terms(instead).within(_folded(written.words)):
        text, _ = written.text_at(term.start)
        if is_read(text, file) and _WORD_FOR_WORD.isdisjoint(text.route):
            found.setdefault(term.term, []).append(term.start)
    for word, places in found.items():
        often = f" ({len(places):,} times in this file)" if len(places) > 1 else ""
        words = f"{quoted(word)}{often} is a word to avoid in this plan"
        text, begins = written.text_at(places[0])
        words = f"{words}; write {quoted(instead[word])}"
        yield Finding(text.route, words, at=places[0] - begins)


# Only the line ends and capitals: the places must stay the same.
def _folded(text: str) -> str:
    return text.replace("\n", " ").lower()
