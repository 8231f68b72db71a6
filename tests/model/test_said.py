"""What people write where one of a few words belongs."""

import pytest

from csplan.model import Figure, Progress, read_word


@pytest.mark.parametrize(
    ("key", "typed", "meant"),
    [
        ("state", "No  progress", "not started"),
        ("state", "nil", "not started"),
        ("state", "None", "not started"),
        ("rating", "None", "not rated"),
        ("state", "C/F", "carried forward"),
        ("state", "carried over", "carried forward"),
        ("state", "Y", "complete"),
        ("state", "yes", "complete"),
        ("state", "100%", "complete"),
        ("state", "partly complete", "in progress"),
    ],
)
def test_what_is_meant(key: str, typed: str, meant: str) -> None:
    assert read_word(Progress, key, typed) == (meant, "")


@pytest.mark.parametrize(
    ("key", "typed", "hint"),
    [
        ("state", "in progres", "; did you mean `in progress`?"),
        ("state", "not startd", "; did you mean `not started`?"),
        ("state", "not in progress", ""),
        ("state", "not complete", ""),
        ("state", "Incomplete", ""),
        ("state", "un-started", "; did you mean `not started`?"),
        ("state", "has started", ""),
    ],
)
def test_the_opposite_is_no_hint(key: str, typed: str, hint: str) -> None:
    meant, words = read_word(Progress, key, typed)
    assert meant == ""
    start = f"`{typed}` is not a word for `{key}`"
    assert words.startswith(f"{start}{hint} (" if hint else f"{start}; `{key}` is one of")


@pytest.mark.parametrize(
    ("key", "typed", "hint"),
    [
        ("state", "Green", "`rating: green`"),
        ("state", "G", "`rating: green`"),
        ("rating", "Completed", "`state: complete`"),
        ("rating", "not started", "`state: not started`"),
        ("state", "Achieved- posts are filled", "`complete`, with the rest under `note`"),
    ],
)
def test_a_word_that_belongs_beside_it(key: str, typed: str, hint: str) -> None:
    meant, words = read_word(Progress, key, typed)
    assert meant == ""
    assert words.startswith(f"`{typed}` is not a word for `{key}`; did you mean {hint}?")


def test_a_denied_word_is_not_what_is_meant() -> None:
    _, words = read_word(Progress, "state", "Done, not signed off")
    assert words.startswith("`Done, not signed off` is not a word for `state`; `state` is one of")


def test_a_figure_has_no_state_beside_its_rating() -> None:
    _, words = read_word(Figure, "rating", "Completed")
    assert words.startswith("`Completed` is not a word for `rating`; `rating` is one of")
