"""What differs in what belongs to no theme: title, period, agencies and keys."""

from collections.abc import Iterator

from csplan.escape import one_line
from csplan.load import LoadedFile
from csplan.model import Agency, Plan
from csplan.query.differences.likeness import words_of
from csplan.query.differences.shapes import Changed, Entry, Place
from csplan.query.differences.values import compare_keys, compare_names, listed

_PLAIN = ("title", "partnership", "period", "year_starts", "status", "direction_of_travel")
_TOLD_APART = frozenset(Plan.model_fields) - frozenset(_PLAIN)


def compare_settings(old: LoadedFile, new: LoadedFile) -> Iterator[Entry]:
    """One entry with all that differs in `plan.yaml`, but for its narrative and its figures."""
    if not isinstance(old.model, Plan) or not isinstance(new.model, Plan):
        return
    if changes := tuple(_changes(old.model, new.model)):
        places = (Place(each.path, 1) for each in (old, new))
        was, now = places
        name = one_line(new.model.title)
        yield Entry("plan", "changed", "plan", name, changes=changes, old_place=was, new_place=now)


def _changes(old: Plan, new: Plan) -> Iterator[Changed]:
    yield from compare_keys(old, new, _TOLD_APART)
    yield from _agencies(old.agencies, new.agencies)
    yield from _ratings(old, new)
    yield from compare_keys(old.headings, new.headings, what="heading over ")
    yield from compare_names("glossary", old.glossary, new.glossary)
    yield from compare_names("words to avoid", old.words_to_avoid, new.words_to_avoid)
    yield from compare_names("notes", old.notes, new.notes)


def _agencies(old: tuple[Agency, ...], new: tuple[Agency, ...]) -> Iterator[Changed]:
    before, after = ({words_of(each.name): each for each in some} for some in (old, new))
    yield from listed(
        "agencies",
        [one_line(each.name) for key, each in before.items() if key not in after],
        [one_line(each.name) for key, each in after.items() if key not in before],
    )
    for key, was in before.items():
        now = after.get(key)
        if now is not None and was != now:
            yield Changed("names of an agency", _names(was), _names(now))


def _names(agency: Agency) -> str:
    return "; ".join(map(one_line, (agency.name, *agency.also)))


def _ratings(old: Plan, new: Plan) -> Iterator[Changed]:
    """What the colours mean, and how far they reach."""
    before, after = (
        {str(each.rating): _key(each.means, each.within) for each in plan.ratings}
        for plan in (old, new)
    )
    yield from compare_names("rating key", before, after)


def _key(means: str, within: str | None) -> str:
    return f"{means} (within {within})" if within else means
