"""The reference of the plan format for a terminal, and the topics of `csplan help`."""

import re
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from csplan.console.terminal import say
from csplan.diagnostic import did_you_mean
from csplan.errors import CannotRunError
from csplan.escape import quoted

_PAGE = Path(__file__).parents[1] / "format.md"
_NARROWEST = 20
_WIDEST = 80
_BLOCK = re.compile(r"^```.*?^```$|^(?:[^\n]+\n)+", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"(#+) (.+)")
_KEY = re.compile(r"\*\*`(\w+)`\*\*: ")
_BULLET = re.compile(r"^- ", re.MULTILINE)
_MARKED = re.compile(r"(`[^`]*`)|\*+|\[([^\]]*)\]\([^)]*\)")
_CODE = re.compile(r"`[^`]*`")
_UNDERLINES = ("=", "-")


def show_topics(commands: Mapping[str, str], name: str = "") -> None:
    """What `csplan help` can show: the format, and each command with its one line.

    Raises `CannotRunError` if a name was asked for, which is then none of them.
    """
    topics = {"format": "What the files of a plan hold, key by key.", **commands}
    if name:
        hint = did_you_mean(name, topics) or "; `csplan help` lists the topics"
        raise CannotRunError(f"there is no help on {quoted(name)}{hint}")
    say("`csplan help TOPIC` shows one of these:")
    width = max(map(len, topics))
    for topic, words in topics.items():
        say(f"  {topic:{width}}  {words}")
    say()
    say("`csplan help format indicator` shows one part of the format, or a key of any part.")


def show_format(name: str = "") -> None:
    """The whole reference, or what it says of one part or key.

    Raises `CannotRunError` if it holds nothing of that name.
    """
    blocks = [block.rstrip("\n") for block in _BLOCK.findall(_PAGE.read_text(encoding="utf-8"))]
    for number, block in enumerate(_asked(blocks, name) if name.strip() else blocks):
        if number:
            say()
        _show(block)


def _asked(blocks: list[str], name: str) -> list[str]:
    parts, keys = _parts(blocks), _keys(blocks)
    for known in (parts, keys):
        for spelling in _spellings(name):
            if spelling in known:
                return known[spelling]
    hint = did_you_mean(" ".join(name.split()), (*parts, *keys))
    raise CannotRunError(
        f"the format holds nothing by the name {quoted(name)}"
        f"{hint or '; `csplan help format` prints all of it'}"
    )


def _spellings(name: str) -> Iterator[str]:
    """The name as the reference may hold it: as it is, as one of several, as several of it."""
    plain = " ".join(re.sub(r"\.ya?ml$|[-_\s]", " ", name.lower()).split())
    for typed in (plain, plain.replace(" ", "-"), plain.replace(" ", "_")):
        yield from (typed, re.sub("ies$", "y", typed), re.sub("s$", "", typed), f"{typed}s")


def _parts(blocks: list[str]) -> dict[str, list[str]]:
    """The blocks of each part by its title: up to the next heading that is not beneath it."""
    found: dict[str, list[str]] = {}
    for number, block in enumerate(blocks):
        if heading := _HEADING.match(block):
            following = range(number + 1, len(blocks))
            end = next((at for at in following if 0 < _level(blocks[at]) <= len(heading[1])), None)
            found[heading[2].lower()] = blocks[number:end]
    return found


def _level(block: str) -> int:
    heading = _HEADING.match(block)
    return len(heading[1]) if heading else 0


def _keys(blocks: Iterable[str]) -> dict[str, list[str]]:
    """The blocks of each key, under the headings of the parts that describe it."""
    found: dict[str, list[str]] = {}
    heading, key = "", ""
    for block in blocks:
        starts = _KEY.match(block)
        if _HEADING.match(block):
            heading, key = block, ""
        elif starts:
            key = starts[1]
            found.setdefault(key, []).append(heading)
        if key:
            found[key].append(block)
    return found


def _show(block: str) -> None:
    if heading := _HEADING.match(block):
        say(heading[2], "bold")
        for underline in _UNDERLINES[len(heading[1]) - 1 : len(heading[1])]:
            say(underline * len(heading[2]))
    elif block.startswith("```"):
        for line in block.splitlines()[1:-1]:
            say(f"    {line}")
    elif block.startswith("- "):
        for entry in _BULLET.split(block)[1:]:
            _say_wrapped(f"- {entry}", "  ")
    else:
        _say_wrapped(block, style="bold" if _KEY.match(block) else "")


def _say_wrapped(text: str, indent: str = "", style: str = "") -> None:
    plain = _MARKED.sub(lambda marked: marked[1] or marked[2] or "", " ".join(text.split()))
    # What stands in backticks is typed on one line, so it is shown on one.
    kept = _CODE.sub(lambda code: code[0].replace(" ", "\0"), plain)
    width = min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)
    for line in textwrap.wrap(
        kept, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    ):
        say(line.replace("\0", " "), style)
