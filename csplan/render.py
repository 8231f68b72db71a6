"""Report data to documents through templates; the only door to jinja2.

A document is one template for each format, such as `agreement.html.j2`. Whatever a template puts
out with `{{ }}` is escaped for its format. Templates see plain data only, in a sandbox, and are
looked for in the user's own folder first.
"""

import errno
import re
import traceback
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from csplan.errors import CannotRunError
from csplan.escape import markdown, markdown_address, one_line, quoted
from csplan.report import Agreement

_HERE = Path(__file__).parent
_SUFFIX = ".j2"
_UNREADABLE = {
    errno.EACCES: "you have no permission to; ask its owner for it",
    errno.EPERM: "you have no permission to; ask its owner for it",
    errno.ELOOP: "it is a link that leads in a circle; remove it",
    errno.ENOENT: "it is a link that leads nowhere; remove it",
    errno.ENOTDIR: "what should be the folder of it is a file; rename that file",
    errno.ENAMETOOLONG: "its name is too long; shorten it",
}
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
_NOT_IN_STYLE = re.compile("[\x00-\x1f\x7f\"'\\\\<>&]")


def render(
    report: Agreement, document: str, formats: tuple[str, ...], templates: Path | None
) -> dict[str, str]:
    """The texts of a document, one for each format, by the names of their files.

    Raises `CannotRunError` for a document or format that has no template, for no format at all,
    and for a template that fails.
    """
    folders = _folders(templates)
    known = _found(folders)
    if document not in known:
        raise CannotRunError(f"there is no document `{document}`; there is {_listed(known)}")
    if not formats:
        raise CannotRunError(
            f"no format is named; the document `{document}` can be made as "
            f"{_listed(known[document])}"
        )
    found: dict[str, str] = {}
    for name in formats:
        if name not in known[document]:
            raise CannotRunError(
                f"the document `{document}` cannot be made as `{name}`, only as "
                f"{_listed(known[document])}"
            )
        found[f"{document}.{name}"] = _rendered(report, f"{document}.{name}", folders)
    return found


def escaped(value: object) -> Markup:
    """A text as Markdown that reads as just that text; what is Markdown already stays."""
    if isinstance(value, Markup):
        return value
    return Markup(markdown(str(value)))  # noqa: S704 escaped for Markdown


def address(target: str) -> Markup:
    """The address of a Markdown link."""
    return Markup(markdown_address(target))  # noqa: S704 escaped for Markdown


def style_string(text: str) -> Markup:
    """What stands between the quotes of a string in a style sheet, in a page's head too."""
    safe = _NOT_IN_STYLE.sub(lambda found: f"\\{ord(found[0]):x} ", text)
    return Markup(safe)  # noqa: S704 escaped for CSS, and for HTML


class _Missing(jinja2.StrictUndefined):
    @property
    def _undefined_message(self) -> str:
        if self._undefined_name is None:
            # Such as the first of an empty list, for which only jinja2 has words.
            return f"it asks for something that is not there{_in_words(self._undefined_hint)}"
        return f"there is no {quoted(str(self._undefined_name))}"


class _Folder(jinja2.FileSystemLoader):
    """Templates of one folder, and of no other that a link in it leads to."""

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        try:
            self._refuse_what_is_no_file(template)
            source, path, is_current = super().get_source(environment, template)
        except jinja2.TemplateNotFound:
            raise
        except OSError as error:
            name = error.filename or template
            raise CannotRunError(
                f"the template `{name}` cannot be read: {_fault(error)}"
            ) from error
        if not Path(path).resolve().is_relative_to(Path(self.searchpath[0]).resolve()):
            raise CannotRunError(f"the template `{path}` is a link that leads out of its folder")
        return source, path, is_current

    def _refuse_what_is_no_file(self, template: str) -> None:
        """Fail on what has the place of a template, for which jinja2 would look elsewhere."""
        path = Path(self.searchpath[0])
        for piece in split_template_path(template):
            path /= piece
            if not _is_there(path):
                return
            path.stat()
        if not path.is_file():
            raise CannotRunError(
                f"the template `{path}` cannot be read: it is not a file; rename or remove it"
            )


def _fault(error: OSError) -> str:
    return _UNREADABLE.get(error.errno or 0, "its disk or network drive does not answer; try again")


def _is_there(path: Path) -> bool:
    """Whether anything stands at a path, if only a link that leads nowhere."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


@cache
def _environment(name: str, folders: tuple[Path, ...]) -> jinja2.Environment:
    """One for each format, because what is included is escaped as its page is."""
    found = ImmutableSandboxedEnvironment(
        autoescape=True,
        finalize=None if name == "html" else escaped,
        undefined=_Missing,
        loader=jinja2.ChoiceLoader([_Folder(folder) for folder in folders]),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["address"] = address
    found.filters["css"] = style_string
    return found


def _folders(templates: Path | None) -> tuple[Path, ...]:
    """The user's folder, then the one of the wheel or else of the checkout."""
    try:
        missing = templates and not templates.is_dir()
    except OSError as error:
        raise CannotRunError(f"the folder `{templates}` cannot be read: {_fault(error)}") from error
    if missing:
        raise CannotRunError(f"there is no folder `{templates}` to take templates from")
    shipped = (_HERE / "templates", _HERE.parent / "templates")
    ours = next(folder for folder in shipped if folder.is_dir())
    return (templates, ours) if templates else (ours,)


def _found(folders: tuple[Path, ...]) -> Mapping[str, tuple[str, ...]]:
    """The formats of each document, from the names of the templates."""
    names = {path.name[: -len(_SUFFIX)] for top in folders for path in top.glob(f"?*.?*{_SUFFIX}")}
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(names):
        document, _, extension = name.rpartition(".")
        found[document] = (*found.get(document, ()), extension)
    return MappingProxyType(found)


def _rendered(report: Agreement, name: str, folders: tuple[Path, ...]) -> str:
    environment = _environment(name.rpartition(".")[2], folders)
    try:
        return environment.get_template(name + _SUFFIX).render(plan=report)
    except CannotRunError:
        raise
    except Exception as error:  # noqa: BLE001 a template is the user's code and can fail anyhow
        _explain(error, name + _SUFFIX, folders)


def _explain(error: Exception, name: str, folders: tuple[Path, ...]) -> NoReturn:
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
    return next(sentences, "it asks for something that cannot be done") + _in_words(str(error))


def _in_words(reported: str | None) -> str:
    """What jinja2 or Python says, for whoever writes templates."""
    words = one_line(reported or "").rstrip(".")
    return f" (jinja2 says: {words})" if words else ""


def _listed(names: Mapping[str, object] | tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
