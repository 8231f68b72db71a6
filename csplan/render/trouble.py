"""Why a template fails, in a sentence before jinja2's own words."""

import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import jinja2
from jinja2.exceptions import SecurityError

from csplan.errors import CannotRunError
from csplan.escape import one_line, quoted

_REASONS: Mapping[type[Exception], str] = {
    RecursionError: "templates include each other without end",
    UnicodeDecodeError: "it is not saved as UTF-8 text",
    MemoryError: "it makes more text than this computer can hold",
}
_SENTENCES: Mapping[type[Exception], str] = {
    jinja2.TemplateSyntaxError: (
        "something is missing or mistyped there; compare it with the template of csplan's own"
    ),
    OverflowError: "a number in it is too large; a template may repeat a thing 100000 times",
}


def explain(error: Exception, name: str, folders: tuple[Path, ...]) -> NoReturn:
    """Where a template fails and why, as far as jinja2 tells."""
    line = 0
    for frame in traceback.extract_tb(error.__traceback__):
        for folder in folders:
            if Path(frame.filename).is_relative_to(folder):
                name, line = str(Path(frame.filename).relative_to(folder)), frame.lineno or 0
    if isinstance(error, jinja2.TemplateSyntaxError):
        name, line = error.name or name, error.lineno
    place = f"`{name}`, line {line}" if line else f"`{name}`"
    raise CannotRunError(f"the template {place}, cannot be used: {_why(error)}") from error


def _why(error: Exception) -> str:
    if isinstance(error, jinja2.TemplateNotFound):
        return f"there is no template {quoted(str(error.name or ''))}"
    if isinstance(error, jinja2.UndefinedError | SecurityError):
        return str(error)  # by `_Missing`
    for kind, sentence in _REASONS.items():
        if isinstance(error, kind):
            return sentence
    sentences = (words for kind, words in _SENTENCES.items() if isinstance(error, kind))
    return next(sentences, "it asks for something that cannot be done") + in_words(str(error))


def in_words(reported: str | None) -> str:
    """What jinja2 or Python says, for whoever writes templates."""
    words = one_line(reported or "").rstrip(".")
    return f" (jinja2 says: {words})" if words else ""
