"""The days on which an entry of a plan was changed, as git has them."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from csplan.load.due import Item
from csplan.load.git import Commit, Repository
from csplan.load.index import Work
from csplan.load.loaded import LoadedFile
from csplan.load.references import reference_key
from csplan.load.workspace import load
from csplan.model import Action, Milestone

What = Literal["added", "changed", "taken out"]


class Recorded(NamedTuple):
    """A change of an entry: the day as 2010-09-30 and the subject of the commit.

    Both are empty for what has not been committed yet.
    """

    day: str
    subject: str
    what: What


def recorded(file: LoadedFile, item: Item) -> tuple[Recorded, ...]:
    """Every change of an action with all that it holds, or of a milestone, oldest first.

    An action is known by its reference; a milestone by its words, or else by its number. Versions
    of the file that csplan cannot read are passed over. Raises `CannotRunError` if the file is in
    no git repository.
    """
    path = Path(file.path)
    repository = Repository(path.parent)
    found: list[Recorded] = []
    before: Action | Milestone | None = None
    for commit, then in _versions(repository, path.name):
        if then.model is None:
            continue
        entry = _entry(then, item)
        found += _change(before, entry, commit.day, commit.subject)
        before = entry
    found += _change(before, item.entry, "", "")
    return tuple(found)


def _versions(repository: Repository, name: str) -> Iterator[tuple[Commit, LoadedFile]]:
    with TemporaryDirectory(prefix="csplan-", ignore_cleanup_errors=True) as temporary:
        path = Path(temporary) / name
        for commit in repository.commits(name):
            content = repository.content(commit.number, commit.path)
            # In a commit that took the file away, it holds nothing.
            path.write_bytes(b"theme: none\n" if content is None else content)
            yield commit, next(iter(load((path,)).plans[0].parts))


def _entry(file: LoadedFile, item: Item) -> Action | Milestone | None:
    """The entry in another version of its file."""
    key = reference_key(item.work.ref)
    work = next((each for each in file.works if reference_key(each.ref) == key), None)
    if work is None or item.milestone is None:
        return work.action if work else None
    return _milestone(work, item.milestone, int(item.route[-1]))


def _milestone(work: Work, milestone: Milestone, number: int) -> Milestone | None:
    steps = work.action.milestones
    same = (each for each in steps if each.milestone == milestone.milestone)
    return next(same, steps[number] if number < len(steps) else None)


def _change(
    before: Action | Milestone | None, after: Action | Milestone | None, day: str, subject: str
) -> Iterator[Recorded]:
    if before != after:
        what: What = "taken out" if after is None else "changed" if before else "added"
        yield Recorded(day, subject, what)
