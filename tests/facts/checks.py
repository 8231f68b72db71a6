"""What every comparison of a shipped plan with its source needs.

The sources are not part of this repository; CSPLAN_SEEDS names the folder that holds them.
"""

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "plans"
SEEDS = Path(os.environ.get("CSPLAN_SEEDS", ROOT.parent / "shared" / "seeds"))
RUN = 9
"""How many words in a row may not be those of a source."""


def needed(source: Path) -> pytest.MarkDecorator:
    """Skips a test, and says why, where the source is not there."""
    why = f"the source is not at {source}; CSPLAN_SEEDS can say where it is"
    return pytest.mark.skipif(not source.is_file(), reason=why)


def values(path: Path) -> Any:
    """A plan file as text, lists and mappings."""
    # Every scalar must stay text, and the base loader makes nothing but these.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


def runs(text: str, titles: Iterable[str] = ()) -> set[str]:
    """Every run of words, in lower case; an official title breaks a run."""
    plain = spaced_words(re.sub(r"\[\^[^\]]*\]", " ", text))
    for title in titles:
        plain = plain.replace(spaced_words(title), " | ")
    found = plain.split()
    every = (found[at : at + RUN] for at in range(len(found) - RUN + 1))
    return {" ".join(run) for run in every if "|" not in run}


def spaced_words(text: str) -> str:
    """The words alone, in lower case, each between two spaces."""
    words = re.findall(r"[a-z]+(?:'[a-z]+)*", text.lower().replace("’", "'"))
    return f" {' '.join(words)} "


def numbers(text: str) -> set[str]:
    """Every number, without the commas in it and the stop after it."""
    return {found.replace(",", "").rstrip(".") for found in re.findall(r"\d[\d,.]*%?", text)}


def digests(text: str) -> set[str]:
    """Short digests of the words of a text: a test must not name people either."""
    words = set(re.findall(r"\w+", text))
    return {hashlib.sha256(word.encode()).hexdigest()[:12] for word in words}


def squeezed(text: str) -> str:
    """A text without spaces, commas and capitals."""
    return re.sub(r"[\s,]", "", text.lower())
