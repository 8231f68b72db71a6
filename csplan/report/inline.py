"""What may stand within a line of prose: note marks and links. All else is literal text."""

import re
from collections.abc import Iterable, Iterator

from csplan.report.runs import Inline, Line

# Possessive repeats never give back what they took, which keeps the time linear.
_MARKED = re.compile(
    r"""
    \[\^ (?P<note> [^\]\[\s]++ ) \]
    | \[ (?P<words> [^\[\]]++ ) \]\( (?P<target> (?: [^()\s]++ | \( [^()\s]*+ \) )++ ) \)
    | (?<![\w.@/:-]) (?P<bare> (?: https?:// | www\. ) [^\s<>"|]++ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SCHEME = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"]", re.IGNORECASE)
_AFTER_ADDRESS = ".,;:!?'*_~`’”“‘)]}"


def read_inline(text: str) -> Line:
    """The runs of one line; the text of a note mark is the note's name, not yet its number."""
    return tuple(_joined(_runs(text)))


def without_marks(line: Line) -> Line:
    """The line with its note marks as the text that they are typed as."""
    typed = (Inline("text", f"[^{run.text}]") if run.kind == "note" else run for run in line)
    return tuple(_joined(typed))


def _runs(text: str) -> Iterator[Inline]:
    end = 0
    for match in _MARKED.finditer(text):
        yield Inline("text", text[end : match.start()])
        yield from _marked(match)
        end = match.end()
    yield Inline("text", text[end:])


def _marked(match: re.Match[str]) -> Iterator[Inline]:
    if match["note"]:
        yield Inline("note", match["note"])
    elif match["bare"]:
        address = _address(match["bare"])
        rest = match["bare"][len(address) :]
        yield _bare_link(address)
        yield Inline("text", rest)
    elif match["words"].strip() and _SCHEME.match(match["target"]):
        yield Inline("link", match["words"].strip(), match["target"])
    else:
        yield Inline("text", match[0])


def _bare_link(address: str) -> Inline:
    _, found, after = address.partition("://")
    if not (after if found else address[len("www.") :]):
        return Inline("text", address)
    secure = "https://" if address[:4].lower() == "www." else ""
    return Inline("link", address, secure + address)


def _address(typed: str) -> str:
    """An address without the punctuation of the sentence that it ends."""
    end = len(typed)
    unopened = typed.count(")") - typed.count("(")
    while end and typed[end - 1] in _AFTER_ADDRESS:
        if typed[end - 1] == ")":
            if unopened <= 0:
                break
            unopened -= 1
        end -= 1
    return typed[:end]


def _joined(runs: Iterable[Inline]) -> Iterator[Inline]:
    text = ""
    for run in runs:
        if run.kind == "text":
            text += run.text
            continue
        if text:
            yield Inline("text", text)
            text = ""
        yield run
    if text:
        yield Inline("text", text)
