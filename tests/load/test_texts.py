"""Every text of a file is found with its key and place."""

from csplan.load.texts import Text, texts


def test_texts_in_the_order_of_the_file() -> None:
    value = {"theme": "A", "outcomes": ["x", "y"], "actions": [{"ref": "A1"}, None]}
    assert texts(value) == (
        Text(("theme",), "theme", "A"),
        Text(("outcomes", 0), "outcomes", "x"),
        Text(("outcomes", 1), "outcomes", "y"),
        Text(("actions", 0, "ref"), "ref", "A1"),
    )


def test_an_empty_file_has_no_texts() -> None:
    assert texts(None) == ()
