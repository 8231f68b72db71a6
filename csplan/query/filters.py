"""What a question is about: some agencies, some themes, or everything."""

from collections.abc import Iterator
from dataclasses import dataclass

from csplan.diagnostic import did_you_mean
from csplan.errors import CannotRunError
from csplan.escape import quoted
from csplan.load import Item, LoadedFile, Workspace


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked about: these agencies and these theme files; None means all."""

    agencies: frozenset[str] | None = None
    stems: frozenset[str] | None = None

    def allows(self, file: LoadedFile, item: Item) -> bool:
        """Whether an item is asked about; one of several leads is enough."""
        return (self.stems is None or file.stem in self.stems) and (
            self.agencies is None or any(owner.agency in self.agencies for owner in item.owners)
        )


EVERYTHING = Filter()


def read_filter(workspace: Workspace, agency: str | None, theme: str | None) -> Filter:
    """A filter by agency (any registered way to write it) and theme (file name or title).

    Raises `CannotRunError` if no plan knows the agency or the theme.
    """
    return Filter(
        _agencies(workspace, agency) if agency else None,
        _stems(workspace, theme) if theme else None,
    )


def _agencies(workspace: Workspace, name: str) -> frozenset[str]:
    registries = [plan.agencies for plan in workspace.plans if plan.agencies]
    found = frozenset(official for each in registries if (official := each.official(name)))
    if not found:
        hint = did_you_mean(name, (known for each in registries for known in each.names))
        raise CannotRunError(f"no plan has an agency {quoted(name)}{hint}")
    return found


def _stems(workspace: Workspace, name: str) -> frozenset[str]:
    titles = dict(_titles(workspace))
    folded = name.casefold()
    found = frozenset(stem for title, stem in titles.items() if folded in {title.casefold(), stem})
    if not found:
        hint = did_you_mean(name, (*titles, *titles.values()))
        raise CannotRunError(f"no plan has a theme {quoted(name)}{hint}")
    return found


def _titles(workspace: Workspace) -> Iterator[tuple[str, str]]:
    for plan in workspace.plans:
        for theme in plan.themes:
            yield (getattr(theme.model, "theme", theme.stem), theme.stem)
