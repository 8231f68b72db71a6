"""The names that somebody may have meant who typed one that nothing has."""

from collections.abc import Iterable
from difflib import get_close_matches

from csplan.diagnostic import did_you_mean, listed
from csplan.escape import one_line

_MOST = 5
_LONGEST = 100
_MOST_KNOWN = 1000


def suggested(typed: str, known: Iterable[str]) -> str:
    """`; did you mean ...?`: up to five names that hold all the words typed, or the likest.

    Without either, the name whose beginning is most like what was typed; or nothing.
    """
    names = [name for name in dict.fromkeys(map(one_line, known)) if name]
    words = one_line(typed).casefold().split()
    holding = [name for name in names if words and all(each in name.casefold() for each in words)]
    if holding:
        more = " …" if len(holding) > _MOST else ""
        return f"; did you mean {listed(holding[:_MOST])}{more}?"
    return did_you_mean(one_line(typed), names) or _begun(words, names)


def _begun(words: list[str], names: list[str]) -> str:
    typed = " ".join(words)
    if not words or len(typed) > _LONGEST or len(names) > _MOST_KNOWN:
        # Guessing among so much would take longer than reading the plan.
        return ""
    beginnings = {" ".join(name.casefold().split()[: len(words)]): name for name in names}
    near = get_close_matches(typed, beginnings, n=1, cutoff=0.7)
    return f"; did you mean {listed((beginnings[near[0]],))}?" if near else ""
