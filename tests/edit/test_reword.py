"""Texts are put in other words where they stand, and nothing else is touched."""

import pytest

from csplan.diagnostic import Mend
from csplan.edit.reword import reworded
from csplan.edit.text import UnsafeChangeError
from csplan.source import Route


def reword(text: str, new: str, route: Route = ("a",)) -> str:
    return reworded(text, [Mend(route, new)])


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("a: Sussex  Polise # c\n", "Sussex Police", "a: Sussex Police # c\n"),
        ("a: 'Sussex Polise' # c\n", "Sussex Police", "a: 'Sussex Police' # c\n"),
        ('"a" : "x"\r\n', "y", '"a" : "y"\r\n'),
        ("a: [b]\n", "c", "a: [c]\n"),
        ("a: x\n", "y: z", "a: 'y: z'\n"),
        ("a: {b: x}\n", "y, z", "a: {b: 'y, z'}\n"),
        ("a: Officer, the Sussex\n  Polise # c\n", "Officer, the Sussex Police", None),
        ("a: 'it''s x' # c\n", "it's 'y' z", "a: 'it''s ''y'' z' # c\n"),
    ],
)
def test_only_what_differs_is_written(before: str, new: str, after: str | None) -> None:
    route: Route = ("a", "b") if "{" in before else ("a", 0)
    expected = after or "a: Officer, the Sussex\n  Police # c\n"
    assert reword(before, new, route) == expected


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("a: |\n  x\n", "y"),
        ('a: "x"\n', "\\y"),
        ('a: "x"\n', '"y'),
        ('a: "x\\ty"\n', "x y"),
        ("a: One two\n  three  four\n", "One two three four"),
        ("a: go\n  go\n", "go went"),
        ("a: go\n  on\n", "go on now"),
    ],
)
def test_what_cannot_be_touched_alone_is_refused(text: str, new: str) -> None:
    with pytest.raises(UnsafeChangeError):
        reword(text, new)


def test_what_does_not_read_as_was_meant_is_refused() -> None:
    with pytest.raises(UnsafeChangeError):
        reword("a: x\n", "# y")


def test_several_at_once() -> None:
    text = "a: one\nb:\n  - two # c\n  - three\n"
    mends = [Mend(("b", 1), "3"), Mend(("a",), "1"), Mend(("b", 0), "2")]
    assert reworded(text, mends) == "a: 1\nb:\n  - 2 # c\n  - 3\n"
