"""Which documents there are, and how one is made."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from csplan.errors import CannotRunError
from csplan.render.environment import environment, unreadable
from csplan.render.trouble import explain
from csplan.report import Agreement

_PACKAGE = Path(__file__).parents[1]
_SUFFIX = ".j2"


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


def _rendered(report: Agreement, name: str, folders: tuple[Path, ...]) -> str:
    templates = environment(name.rpartition(".")[2], folders)
    try:
        return templates.get_template(name + _SUFFIX).render(plan=report)
    except CannotRunError:
        raise
    except Exception as error:  # noqa: BLE001 a template is the user's code and can fail anyhow
        explain(error, name + _SUFFIX, folders)


def _listed(names: Mapping[str, object] | tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
