"""How wide the columns of a table are."""

from csplan.console.widths import Sized, fixed

NAMES = Sized(("Ref", "a-very-long-reference.1"), 0, 0)
WORDS = Sized(("Milestone", "incomprehensibilities of it"), 6, 12)


def test_words_are_whole_where_there_is_room() -> None:
    assert fixed((NAMES, WORDS), 80) == [23, 0]


def test_a_column_has_its_least_where_there_is_none() -> None:
    assert fixed((NAMES, WORDS), 30) == [23, 12]
