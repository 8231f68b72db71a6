"""What keeps a number from being read, and what to write instead."""

import re

from csplan.escape import quoted
from csplan.figures.cut import Parts
from csplan.figures.wording import BEFORE, marks_in

_WHAT_TO_WRITE = (
    "write a number, such as `1,424`, `27.0%` or `£322k`, or why there is none, such as"
    " `not available`"
)
_PLAIN = re.compile(r"(?:[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+")
_MOST_DIGITS = 15
_PER = re.compile(r"\bper [0-9][0-9,]*(?![\w.])", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_RANGE = re.compile(r" ?(?:-|to|and) ?£?[0-9]")
_STRAY = re.compile(r"[^a-z .,:;()\[\]~<>≥≤'*-]", re.IGNORECASE)
_DECIMALS = 2
_SIGNS_OF_SUPPRESSION = frozenset({"*", "**", "c", "x", "z", "s"})
_SIGN = re.compile(r"([a-z]|[*†‡#^]+)(?: |$)", re.IGNORECASE)


def not_a_figure(text: str) -> str:
    """What to say of a text that has no number in it."""
    if text.strip("[]()").lower() in _SIGNS_OF_SUPPRESSION:
        words = f"{quoted(text)} is not understood; if the figure was withheld, write `suppressed`"
        return f"{words}, and if not, what the sign means"
    return f"{quoted(text)} is not a figure; {_WHAT_TO_WRITE}"


def why_unread(parts: Parts, text: str) -> str:
    """What is wrong with a number, or nothing."""
    if words := misspelt(parts.digits):
        return f"{quoted(text)} is not a number; {words}"
    if words := _of_surroundings(parts, text):
        return words
    if re.search(r"[0-9]", outside_brackets(parts.after)):
        if _RANGE.match(parts.after):
            return (
                f"{quoted(text)} is a range; write one figure, and the range in brackets after it"
            )
        return f"{quoted(text)} holds several numbers; write one, and the rest in brackets after it"
    return ""


def outside_brackets(text: str) -> str:
    """What follows a number, without remarks in brackets and without `per 1,000`."""
    return _BRACKETS.sub(" ", _PER.sub("per", text))


def misspelt(digits: str) -> str:
    """What is wrong with how a number is written, or nothing."""
    if sum(map(str.isdigit, digits)) > _MOST_DIGITS:
        return f"it has more than {_MOST_DIGITS} digits"
    if _PLAIN.fullmatch(digits):
        return ""
    bare = digits.replace(",", "")
    head, comma, tail = digits.rpartition(",")
    if comma and head.isdigit() and len(tail) <= _DECIMALS:
        return f"a comma parts thousands; write `{head}.{tail}` or `{head}{tail}`"
    if _PLAIN.fullmatch(bare):
        return f"its commas do not part thousands; write `{bare}`"
    return "write it with one point at most, such as `1,424.5`"


def _of_surroundings(parts: Parts, text: str) -> str:
    _, unknown = marks_in(parts.before, BEFORE)
    number = f"{'£' if parts.pound else ''}{parts.digits}{'%' if parts.percent else ''}"
    if parts.before == "(" and parts.after.startswith(")"):
        return f"{quoted(text)} is in brackets; write `-{number}` if it is less than nothing"
    if unknown or _STRAY.search(parts.before) or len(parts.sign) > 1:
        return f"{quoted(text)} was not understood; write the number first, such as `{number}`"
    if parts.sign and parts.before:
        return f"{quoted(text)} was not understood; write the number and its sign first"
    if parts.pound and parts.percent:
        return f"{quoted(text)} is both money and a percentage; write one of the two"
    words = "write a space after the number" if parts.after[:1].isalnum() else ""
    if sign := _SIGN.match(parts.after):
        words = f"write `{number}`, and what {quoted(sign[1])} means in a `note`"
    return f"{quoted(text)} was not understood; {words}" if words else ""
