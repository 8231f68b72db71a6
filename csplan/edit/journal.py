"""What csplan changed in a plan, kept in a folder beside its files so that it can be taken back."""

import json
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from csplan.edit.disk import Rewrite, held, locked, meanwhile, write
from csplan.errors import CannotRunError
from csplan.escape import quoted
from csplan.load.folder import find_plans
from csplan.write.atomic import in_plain_words, real, replace_all

FOLDER = ".csplan"
_BEGUN = "begun-"
_MOST_KEPT = 20
_NAME = re.compile(rf"(?:{_BEGUN})?[0-9]{{6,}}\.json")
_PLAN_FILE = re.compile(r"[^\0]+\.(?:ya?ml|txt)", re.IGNORECASE)


class Entry(NamedTuple):
    """One change: the command that made it, and each file before and after."""

    place: Path
    what: str
    rewrites: tuple[Rewrite, ...]

    @property
    def is_begun(self) -> bool:
        """Whether the run that made it never said that it was done."""
        return _is_begun(self.place)


def commit(folder: Path, what: str, rewrites: Sequence[Rewrite]) -> None:
    """Write the files of a change, so that `undo` can take it back.

    `folder` is that of the plan, `what` the command as the user is told of it. Raises
    `CannotRunError` if a file is not as it was read, or if an earlier change was cut off half-way.
    """
    with locked(folder):
        for each in rewrites:
            if held(each.path) != each.before:
                raise CannotRunError(meanwhile(each.path))
        known = _places(folder)
        for place in known:
            if _is_begun(place):
                _settle(_read(folder, place))
        number = _number(known[-1]) + 1 if known else 1
        begun = _begin(folder, number, what, rewrites)
        write(rewrites)
        _finish(begun)
        for place in known[: max(len(known) + 1 - _MOST_KEPT, 0)]:
            # All is written by now; what cannot be removed is left to the next run.
            with suppress(OSError):
                place.unlink()


def last(path: Path) -> tuple[Path, Entry]:
    """The last change under a path that has not been taken back, and the folder of its plan.

    Raises `CannotRunError` if there is none.
    """
    found = [(folder, place) for folder in find_plans((path,)) for place in _places(folder)[-1:]]
    if not found:
        raise CannotRunError(
            f"nothing under `{path}` was changed by csplan, or all of it has been taken back"
        )
    folder, place = max(found, key=lambda pair: pair[1].stat().st_mtime_ns)
    return folder, _read(folder, place)


def undo(folder: Path, entry: Entry) -> tuple[Rewrite, ...]:
    """Take a change back and return what was written.

    Raises `CannotRunError` if a file has been changed since.
    """
    with locked(folder):
        back = backwards(entry)
        begun = _reopen(entry)
        write(back)
        with in_plain_words(begun):
            begun.unlink()
    return back


def backwards(entry: Entry) -> tuple[Rewrite, ...]:
    """What takes a change back: of one that was cut off, only the files that have it."""
    found = []
    for path, before, after in entry.rewrites:
        now = held(path)
        if now == after:
            found.append(Rewrite(path, after, before))
        elif not (entry.is_begun and now == before):
            raise CannotRunError(
                f"`{path}` has been changed since {quoted(entry.what)}, so nothing was taken "
                f"back; {_remedy(entry)}"
            )
    return tuple(found)


def _remedy(entry: Entry) -> str:
    if entry.is_begun:
        return (
            f"that was cut off half-way, so mend by hand what it left, then delete `{entry.place}`"
        )
    return "change it by hand, or use an earlier copy"


def _settle(entry: Entry) -> None:
    """Close the books on a change that was cut off, or stop if only a part of it was written."""
    now = [held(each.path) for each in entry.rewrites]
    if now == [each.after for each in entry.rewrites]:
        _finish(entry.place)
    elif now == [each.before for each in entry.rewrites]:
        with in_plain_words(entry.place):
            entry.place.unlink()
    else:
        raise CannotRunError(
            f"an earlier change, {quoted(entry.what)}, was cut off half-way; take back what was "
            "written of it with `csplan undo`, then run both commands again"
        )


def _begin(folder: Path, number: int, what: str, rewrites: Sequence[Rewrite]) -> Path:
    home = real(folder)
    files = [
        {
            "path": os.path.relpath(real(Path(each.path)), home),
            "before": _as_text(each.before),
            "after": _as_text(each.after),
        }
        for each in rewrites
    ]
    place = home / FOLDER / f"{_BEGUN}{number:06}.json"
    text = json.dumps({"what": what, "files": files}, ensure_ascii=False, indent=1)
    # The name of a file can hold halves of characters, which reading lets through too.
    data = text.encode("utf-8", "surrogatepass")
    with in_plain_words(place.parent):
        place.parent.mkdir(exist_ok=True)
    ignored = place.with_name(".gitignore")
    replace_all({ignored: (ignored, b"*\n"), place: (place, data)})
    return place


def _reopen(entry: Entry) -> Path:
    """The entry as one that is not done, so that a run which is cut off can be run again."""
    if entry.is_begun:
        return entry.place
    with in_plain_words(entry.place):
        return entry.place.rename(entry.place.with_name(f"{_BEGUN}{entry.place.name}"))


def _finish(place: Path) -> None:
    with in_plain_words(place):
        place.replace(place.with_name(place.name.removeprefix(_BEGUN)))


def _places(folder: Path) -> list[Path]:
    """Where every change is kept that can be taken back, oldest first."""
    found = [each for each in (real(folder) / FOLDER).glob("*") if _NAME.fullmatch(each.name)]
    return sorted(found, key=_number)


def _is_begun(place: Path) -> bool:
    return place.name.startswith(_BEGUN)


def _number(place: Path) -> int:
    return int(place.stem.removeprefix(_BEGUN))


def _read(folder: Path, place: Path) -> Entry:
    try:
        kept = json.loads(place.read_bytes())
        files = [(each["path"], each["before"], each["after"]) for each in kept["files"]]
        rewrites = (_as_rewrite(folder, *file) for file in files)
        return Entry(place, kept["what"].strip(), tuple(rewrites))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CannotRunError(
            f"`{place}`, which csplan keeps to take changes back, cannot be read; delete it"
        ) from error


def _as_rewrite(folder: Path, path: str, before: str | None, after: str) -> Rewrite:
    # A change only ever writes plan files; an entry that says otherwise is not csplan's, and to
    # take it back would put a file wherever it names.
    if not _PLAN_FILE.fullmatch(path):
        raise ValueError(path)
    return Rewrite(str(folder / path), _as_bytes(before), after.encode())


def _as_text(data: bytes | None) -> str | None:
    return None if data is None else data.decode()


def _as_bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode()
