"""The house: who may import whom, and which room is the only door to a library."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "csplan"
ROOMS = (
    "errors", "escape", "source", "dates", "diagnostic", "figures", "model", "load", "query",
    "rules", "check", "report", "render", "write", "edit", "sheets", "rollover", "publish",
    "console", "ending", "cli", "__main__",
)  # fmt: skip
DOORS = {
    "yaml": {"source"},
    "pydantic": {"model"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "rich": {"console"},
    "typer": {"cli"},
    "openpyxl": {"sheets"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            assert node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_rooms_to_its_left(path: Path) -> None:
    if path == PACKAGE / "__init__.py":
        assert list(imported(path)) == []
        return
    own = ROOMS.index(room(path))
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "csplan" and parts[1:] and parts[1] != "__version__":
            assert ROOMS.index(parts[1]) <= own, f"{path} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_has_one_door(path: Path) -> None:
    for name in imported(path):
        allowed = DOORS.get(name.split(".")[0])
        assert allowed is None or room(path) in allowed, f"{path} imports {name}"


def test_every_room_is_there() -> None:
    assert {room(path) for path in MODULES} - {"__init__"} == set(ROOMS)


def test_no_plan_is_a_special_case() -> None:
    names = ("derbyshire", "essex", "sussex", "stockton")
    for path in MODULES:
        words = path.read_text(encoding="utf-8").lower()
        if room(path) == "rules":
            # Examples in the documentation may name an agency, as the plans do.
            continue
        assert not any(name in words for name in names), path
