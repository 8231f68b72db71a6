"""Where templates come from, and what they may do."""

import errno
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import jinja2
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from csplan.errors import CannotRunError
from csplan.escape import markdown, markdown_address, quoted
from csplan.render.trouble import in_words

_UNREADABLE = {
    errno.EACCES: "you have no permission to; ask its owner for it",
    errno.EPERM: "you have no permission to; ask its owner for it",
    errno.ELOOP: "it is a link that leads in a circle; remove it",
    errno.ENOENT: "it is a link that leads nowhere; remove it",
    errno.ENOTDIR: "what should be the folder of it is a file; rename that file",
    errno.ENAMETOOLONG: "its name is too long; shorten it",
}
_NOT_IN_STYLE = re.compile("[\x00-\x1f\x7f\"'\\\\<>&]")


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
            return f"it asks for something that is not there{in_words(self._undefined_hint)}"
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
                f"the template `{name}` cannot be read: {unreadable(error)}"
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


def unreadable(error: OSError) -> str:
    """Why a template or its folder cannot be read, and what to do."""
    return _UNREADABLE.get(error.errno or 0, "its disk or network drive does not answer; try again")


def _is_there(path: Path) -> bool:
    """Whether anything stands at a path, if only a link that leads nowhere."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


@cache
def environment(name: str, folders: tuple[Path, ...]) -> jinja2.Environment:
    """The templates of one format, because what is included is escaped as its page is."""
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
