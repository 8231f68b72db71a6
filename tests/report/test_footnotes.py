import time

from csplan.report import Inline, Note
from csplan.report.footnotes import Footnotes
from csplan.report.text import Slugs


def test_each_place_of_a_note_has_a_mark() -> None:
    notes = Footnotes(Slugs())
    assert notes.cite(("a", "x")) == Inline("note", "1", "#note-1", "note-1-mark-1")
    assert notes.cite(("b", "x")) == Inline("note", "2", "#note-2", "note-2-mark-1")
    assert notes.cite(("a", "x")) == Inline("note", "1", "#note-1", "note-1-mark-2")
    assert list(notes.listed({("a", "x"): "one", ("b", "x"): "two", ("b", "y"): "three"})) == [
        (Note("note-1", 1, (), ("note-1-mark-1", "note-1-mark-2")), "one"),
        (Note("note-2", 2, (), ("note-2-mark-1",)), "two"),
    ]


def test_time_grows_with_the_number_of_marks() -> None:
    notes = Footnotes(Slugs())
    began = time.process_time()
    for _ in range(40_000):
        notes.cite(("a", "x"))
    ((note, _),) = notes.listed({("a", "x"): "one"})
    assert len(note.marks) == 40_000
    assert time.process_time() - began < 3
