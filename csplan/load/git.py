"""What git keeps of earlier days; the only door to the program `git`.

Whatever a user typed is first turned into the number of a commit, so that git can take nothing
of it for an option.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from csplan.errors import CannotRunError
from csplan.escape import one_line, quoted, quoted_path

_MOST_COMMITS = 1000
_PLACES = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})


class Stored(NamedTuple):
    """A file as a revision has it: its name in its folder, and the number of its content."""

    name: str
    content: str
    is_file: bool


class Commit(NamedTuple):
    """One change that was committed: its number, its day as 2010-09-30, its subject.

    `path` is what the file that was asked about was called then, from the top of the repository.
    """

    number: str
    day: str
    subject: str
    path: str


class Repository:
    """The repository that a folder belongs to. Raises `CannotRunError` if it is in none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        status, out, said = self._ask("rev-parse", "--show-toplevel", "--show-prefix")
        if status:
            reason = one_line(said).removeprefix("fatal: ").split(" (or any", 1)[0]
            raise CannotRunError(
                f"git knows no repository at {quoted_path(folder.absolute())} ({reason}); "
                "compare two folders instead, or go to the folder that is kept with git"
            )
        top, prefix = out.decode("utf-8", "surrogateescape").split("\n")[:2]
        self.top = Path(top)
        self.prefix = prefix
        """The way from the top to the folder, empty or with a stroke at its end."""

    def commit(self, revision: str) -> str:
        """The number of the commit that a revision means; empty if there is none."""
        if not revision or revision.startswith("-"):
            return ""
        name = f"{revision}^{{commit}}"
        status, out, _ = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        return "" if status else out.decode("ascii").strip()

    def folder(self, commit: str, path: str) -> tuple[Stored, ...] | None:
        """What a folder of a commit holds; None if there is no such folder."""
        status, out, _ = self._ask("ls-tree", "-z", "--full-tree", f"{commit}:{path}")
        return None if status else tuple(map(_stored, out.split(b"\0")[:-1]))

    def contents(self, numbers: tuple[str, ...]) -> Iterator[bytes]:
        """The contents of these numbers, in their order."""
        asked = "".join(f"{number}\n" for number in numbers).encode()
        _, out, _ = self._ask("cat-file", "--batch", given=asked)
        start = 0
        for number in numbers:
            end = out.index(b"\n", start)
            said = out[start:end].split()[-1]
            if not said.isdigit():
                raise CannotRunError(
                    f"git has lost a file that it should keep ({quoted(number)}); run `git fsck`"
                )
            size = int(said)
            yield out[end + 1 : end + 1 + size]
            start = end + 1 + size + 1

    def content(self, commit: str, path: str) -> bytes | None:
        """A file of a commit; None if it is not there."""
        status, out, _ = self._ask("cat-file", "blob", f"{commit}:{path}")
        return None if status else out

    def commits(self, name: str) -> tuple[Commit, ...]:
        """The last thousand changes of a file of the folder, oldest first, by whatever name.

        Of work that was merged the merge counts, so that each change follows on the one before.
        """
        if not self.commit("HEAD"):
            return ()
        form = "--format=%x00%H%x00%cs%x00%s"
        chosen = ("--follow", "-m", "--first-parent", "--name-only", "-z", form)
        most = f"--max-count={_MOST_COMMITS}"
        status, out, said = self._ask("log", *chosen, most, "--", name)
        if status:
            raise CannotRunError(f"git cannot tell the history of {quoted(name)}: {one_line(said)}")
        return tuple(reversed(list(_commits(out))))

    def _ask(self, *arguments: str, given: bytes = b"") -> tuple[int, bytes, str]:
        """The exit status of git, what it gave and what it said."""
        program = shutil.which("git")
        if program is None:
            raise CannotRunError(
                "git is not installed, or not where programs are looked for; install it, or "
                "compare two folders instead"
            )
        # Which repository is meant is told by the folder, even where a hook has set another.
        settings = {name: value for name, value in os.environ.items() if name not in _PLACES}
        settings |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
        run = subprocess.run(  # noqa: S603 - no shell, and no option that a user typed
            [program, "--literal-pathspecs", *arguments],
            cwd=self._folder,
            env=settings,
            input=given,
            capture_output=True,
            check=False,
        )
        return run.returncode, run.stdout, run.stderr.decode("utf-8", "replace")


def _stored(line: bytes) -> Stored:
    about, _, name = line.decode("utf-8", "surrogateescape").partition("\t")
    mode, kind, number = about.split()
    return Stored(name, number, kind == "blob" and mode.startswith("100"))


def _commits(out: bytes) -> Iterator[Commit]:
    """What `git log` gave: after an empty part the three of a commit, then the file's name."""
    parts = out.decode("utf-8", "surrogateescape").split("\0")
    for at in range(1, len(parts) - 3, 5):
        number, day, subject, path = parts[at : at + 4]
        yield Commit(number, day, subject, path.removeprefix("\n"))
