"""Plan text made safe for where it lands."""

import re
import shlex
from pathlib import Path

_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_IN_LINK = re.compile(r"[\\\[\]]")
_CI_COMMAND = re.compile(r"##(\[|vso\[|teamcity\[)", re.IGNORECASE)
_NOT_XML = re.compile("[\ufffe\uffff]")
# What is special wherever it stands, or where it makes an address, an emoji or an entity in one of
# the dialects of Markdown. A run of text may stand before a link, hence the last.
_MARKDOWN = re.compile(
    r"[\\`*_\[\]<>|~#@{}$]|:(?!\s|$|(?<=\d:)\d\d(?![\w:]))|&(?=[\w#])|(?<=www)\.|!$",
    re.IGNORECASE,
)
# What is special at the start of a line, or after the mark of a note.
_MARKDOWN_AT_START = re.compile(r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[-+=:(]))")
_NOT_IN_ADDRESS = re.compile(r"[()<>\[\]\\|`\"^{}]")
_NO_QUOTES = re.compile(r"[\w./:+,@%=-]+")
_NOT_IN_QUOTES = re.compile(r'["$`\\!]')
_MOST_QUOTED = 80
_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)*%?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def terminal(text: str) -> str:
    """Text on one line, with every character that a terminal would obey spelt out."""
    return _CONTROL.sub(lambda match: _spelt(match[0]), text)


def _spelt(character: str) -> str:
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    code = ord(character)
    return named.get(character) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def ci_log(line: str) -> str:
    """A line in which a CI server finds no command of its own.

    GitHub obeys `::` at the start of a line, whatever spaces stand before it, and `##[` anywhere
    (ActionCommand in actions/runner); Azure Pipelines obeys `##[` and `##vso[`, and TeamCity
    `##teamcity[`.
    """
    if line.lstrip().startswith("::"):
        line = line.replace("::", ": :", 1)
    return _CI_COMMAND.sub(r"## \1", line) if "##" in line else line


def quoted(text: str) -> str:
    """A value as messages show it: on one line, in backticks, and cut if it is very long."""
    whole = quoted_path(text)
    return f"{whole[: _MOST_QUOTED + 1]}…`" if len(whole) > _MOST_QUOTED + 2 else whole


def quoted_path(path: object) -> str:
    """A path, or what else is to be found by its name, as messages show it: never cut."""
    flat = one_line(str(path).replace("`", "'"))
    return f"`{flat or 'nothing'}`"


def argument(path: str | Path) -> str:
    """A path as it is typed after a command, in quotes if a shell would not take it as it is.

    The quotes are double ones, which every shell knows, unless something in the path means more
    than itself within them.
    """
    typed = Path(path).as_posix()
    if _NO_QUOTES.fullmatch(typed):
        return typed
    return shlex.quote(typed) if _NOT_IN_QUOTES.search(typed) else f'"{typed}"'


def one_line(text: str) -> str:
    """Text of several lines as one, for a cell or a row."""
    return " ".join(text.split())


def markdown(text: str) -> str:
    """Text in which no character means anything to Markdown, as readable as can be."""
    safe = _MARKDOWN.sub(r"\\\g<0>", text)
    return safe if safe[:1] == "\\" else _MARKDOWN_AT_START.sub(r"\1\\", safe)


def markdown_address(target: str) -> str:
    """The address of a Markdown link, with what would end it written as %XX."""
    safe = _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", target)
    return safe.replace("&", r"\&")


def markdown_quoting(text: str) -> str:
    """The same, with what stands in backticks as code, as messages quote values."""
    parts = text.split("`")
    if len(parts) % 2 == 0 or not all(part.strip() for part in parts[1::2]):
        return markdown(text)
    parts[::2] = map(markdown, parts[::2])
    return "`".join(parts)


def csv_cell(text: str) -> str:
    """Text that a spreadsheet will not take for a formula (CWE-1236); numbers stay numbers."""
    flat = one_line(text)
    is_formula = flat.startswith(_FORMULA) and not _NUMBER.fullmatch(flat)
    return f"'{flat}" if is_formula else flat


def github_data(text: str) -> str:
    """The message of a GitHub Actions command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def github_property(text: str) -> str:
    """A property of a GitHub Actions command."""
    return github_data(text).replace(":", "%3A").replace(",", "%2C")


def sarif_message(text: str) -> str:
    """The plain text of a SARIF message, in which nothing is a placeholder or a link."""
    braced = terminal(text).replace("{", "{{").replace("}", "}}")
    return _IN_LINK.sub(r"\\\g<0>", braced) if "](" in braced else braced


def xml(text: str) -> str:
    """Text that XML can hold; what it cannot is spelt out. It is still to be escaped."""
    return _NOT_XML.sub(lambda match: _spelt(match[0]), terminal(text))
