"""What a question is about: some agencies, some themes, what is published, or everything."""

from collections.abc import Iterator
from dataclasses import dataclass

from csplan.errors import CannotRunError
from csplan.escape import one_line, quoted
from csplan.load import Item, LoadedFile, Workspace
from csplan.model import Theme
from csplan.query.published import is_published
from csplan.query.suggestions import suggested


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked about: these agencies and the theme files at these paths; None means all.

    `only_published` leaves out what is kept from published documents. `agency` and `theme` are what
    those asked about are called, or empty.
    """

    agencies: frozenset[str] | None = None
    themes: frozenset[str] | None = None
    only_published: bool = False
    agency: str = ""
    theme: str = ""

    def covers(self, file: LoadedFile) -> bool:
        """Whether a file is asked about."""
        return self.themes is None or file.path in self.themes

    def allows(self, file: LoadedFile, item: Item) -> bool:
        """Whether an item is asked about; one of several leads is enough."""
        if not self.covers(file) or (self.only_published and not is_published(file, item.work)):
            return False
        return self.agencies is None or any(owner.agency in self.agencies for owner in item.owners)


EVERYTHING = Filter()


def read_filter(workspace: Workspace, agency: str | None, theme: str | None) -> Filter:
    """A filter by agency (any registered way to write it) and theme (file name or title).

    Raises `CannotRunError` if no plan knows the agency or the theme.
    """
    agencies = None if agency is None else _agencies(workspace, agency)
    themes = None if theme is None else _themes(workspace, theme)
    return Filter(
        None if agencies is None else frozenset(agencies),
        None if themes is None else frozenset(themes),
        agency=", ".join(agencies or ()),
        theme=", ".join(dict.fromkeys((themes or {}).values())),
    )


def _agencies(workspace: Workspace, name: str) -> dict[str, None]:
    """What the agency is called officially, by each plan that knows it."""
    registries = [plan.agencies for plan in workspace.plans if plan.agencies]
    found = dict.fromkeys(official for each in registries if (official := each.official(name)))
    if not found:
        hint = suggested(name, (known for each in registries for known in each.names))
        raise CannotRunError(f"no plan has an agency {quoted(name)}{hint}")
    return found


def _themes(workspace: Workspace, name: str) -> dict[str, str]:
    """The title, or else the file name, of each theme file of that name by its path."""
    wanted = one_line(name).casefold()
    found = {
        path: known[0]
        for path, known in _names(workspace)
        if wanted in (each.casefold() for each in known)
    }
    if not found:
        hint = suggested(name, (each for _, known in _names(workspace) for each in known))
        raise CannotRunError(f"no plan has a theme {quoted(name)}{hint}")
    return found


def _names(workspace: Workspace) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The path of each theme file, and its title and file name, by either of which it goes."""
    for plan in workspace.plans:
        for file in plan.parts:
            title = (one_line(file.model.theme),) if isinstance(file.model, Theme) else ()
            yield file.path, (*title, file.stem)
