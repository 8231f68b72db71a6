"""Which documents there are, and how one is made."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from csplan.errors import CannotRunError
from csplan.escape import one_line
from csplan.render.environment import environment, unreadable
from csplan.render.trouble import explain
from csplan.report import Report

_PACKAGE = Path(__file__).parents[1]
_SUFFIX = ".j2"
_COMMENT = re.compile(r"\{#[-+]?(.*?)[-+]?#\}", re.DOTALL)


class Document(NamedTuple):
    """A kind of document; `summary` is the first comment of its template, on one line."""

    name: str
    formats: tuple[str, ...]
    summary: str


def documents(templates: Path | None) -> tuple[Document, ...]:
    """Every document that can be made, by its name.

    Raises `CannotRunError` for a folder or a template that cannot be read.
    """
    folders = _folders(templates)
    return tuple(
        Document(name, formats, _summary(f"{name}.{formats[0]}", folders))
        for name, formats in _found(folders).items()
    )


def render(
    report: Report, document: str, formats: tuple[str, ...], templates: Path | None
) -> dict[str, str]:
    """The texts of a document, one for each format, by the names of their files.

    There is none where a template has nothing to say of a plan and gives white space only.

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
    return {name: text for name, text in found.items() if text.strip()}


def _folders(templates: Path | None) -> tuple[Path, ...]:
    """The user's folder, then the one of the wheel or else of the checkout."""
    try:
        missing = templates and not templates.is_dir()
    except OSError as error:
        raise CannotRunError(
            f"the folder `{templates}` cannot be read: {unreadable(error)}"
        ) from error
    if missing:
        raise CannotRunError(f"there is no folder `{templates}` to take templates from")
    shipped = (_PACKAGE / "templates", _PACKAGE.parent / "templates")
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


def _summary(name: str, folders: tuple[Path, ...]) -> str:
    """What the template of a document says of it."""
    loader = environment(name.rpartition(".")[2], folders).loader
    assert loader
    try:
        source, _, _ = loader.get_source(environment("", folders), name + _SUFFIX)
    except CannotRunError:
        raise
    except Exception as error:  # noqa: BLE001 as when it is used
        explain(error, name + _SUFFIX, folders)
    found = _COMMENT.search(source)
    return one_line(found[1]) if found else ""


def _rendered(report: Report, name: str, folders: tuple[Path, ...]) -> str:
    templates = environment(name.rpartition(".")[2], folders)
    try:
        return templates.get_template(name + _SUFFIX).render(plan=report)
    except CannotRunError:
        raise
    except Exception as error:  # noqa: BLE001 a template is the user's code and can fail anyhow
        explain(error, name + _SUFFIX, folders)


def _listed(names: Mapping[str, object] | tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
