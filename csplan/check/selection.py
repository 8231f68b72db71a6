"""Which rules are asked for, by their names or their subjects."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from csplan.diagnostic import Complaint, did_you_mean, listed
from csplan.errors import CannotRunError
from csplan.escape import quoted
from csplan.rules import DOCUMENTED, RULES, Rule

_ALL = frozenset(each.id for each in DOCUMENTED)
_READING = frozenset(
    each.id for each in DOCUMENTED if each.subject == "reading" and each.severity == "error"
)
_DATED = frozenset(rule.id for rule in RULES if rule.dated)


class Selection(NamedTuple):
    """The rules to run, and the names of all complaints that are to be heard."""

    rules: tuple[Rule, ...]
    ids: frozenset[str]

    def heard(self, complaints: Iterable[Complaint]) -> list[Complaint]:
        """The complaints that were asked for, in their order."""
        return [complaint for complaint in complaints if complaint.rule in self.ids]

    def asked(self, *, dated: bool) -> frozenset[str]:
        """The names of those that a run hears, with a day to look at them or without."""
        return self.ids - (frozenset() if dated else _DATED)


def selection(
    select: Iterable[str] = (), ignore: Iterable[str] = (), *, dated: bool = True
) -> Selection:
    """The rules that are selected, all if nothing is, less those to be ignored.

    Each word names a rule or a subject; several may stand in one with commas between. What keeps a
    file from being read is always heard, because nothing else can be found in the file. `dated` is
    whether there is a day to look at plans. Raises `CannotRunError` for a word that names neither,
    and if nothing could be found at all.
    """
    named = frozenset(_named("--select", select))
    asked = (named or _ALL) - frozenset(_named("--ignore", ignore))
    if not asked:
        raise CannotRunError("`--ignore` leaves nothing of what `--select` names; leave one out")
    if asked <= _DATED and not dated:
        only = listed(sorted(asked), "and")
        raise CannotRunError(f"{only} can only be found as at a day; add `--as-at DAY`")
    ids = asked | _READING
    return Selection(tuple(rule for rule in RULES if rule.id in ids), ids)


def _named(option: str, typed: Iterable[str]) -> Iterator[str]:
    subjects = {each.subject for each in DOCUMENTED}
    for each in typed:
        words = [word.strip().casefold() for word in each.split(",") if word.strip()]
        if not words:
            raise CannotRunError(f"`{option}` names no rule and no subject; see `csplan explain`")
        for word in words:
            if word not in _ALL | subjects:
                near = did_you_mean(word, sorted(_ALL | subjects)) or "; see `csplan explain`"
                raise CannotRunError(f"`{option}`: {quoted(word)} is no rule and no subject{near}")
            yield from (each.id for each in DOCUMENTED if word in {each.id, each.subject})
