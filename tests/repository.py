"""A git repository of plans, for tests."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

WHEN = "2010-0{}-01T12:00:00+00:00"


class Repository:
    """A folder that is kept with git; each commit is a month later than the one before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._month = 0
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        """What git answers; nothing of the machine's own settings counts."""
        day = WHEN.format(self._month + 1)
        others = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        own = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "a",
            "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "a",
            "GIT_COMMITTER_EMAIL": "a@example.org",
            "GIT_AUTHOR_DATE": day,
            "GIT_COMMITTER_DATE": day,
        }
        run = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**others, **own},
            capture_output=True,
            text=True,
            check=True,
        )
        return run.stdout.strip()

    def write(self, files: Mapping[str, str]) -> None:
        """Write files without committing them."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")

    def commit(self, subject: str, files: Mapping[str, str]) -> None:
        """Write files and commit all that there is."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", subject)
        self._month += 1

    def lose(self, name: str) -> None:
        """Take what a name stands for out of what git keeps."""
        number = self.git("rev-parse", name)
        path = self.folder / ".git" / "objects" / number[:2] / number[2:]
        path.chmod(0o600)
        path.unlink()
