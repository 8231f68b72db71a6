import re

from hypothesis import given, settings
from hypothesis import strategies as st

from csplan.report.text import Slugs


def test_slugs() -> None:
    slugs = Slugs("notes")
    wanted = {"EP (a)": "ep-a", "CE - 2/11": "ce-2-11", "ÉP A": "ep-a-2", "Notes": "notes-2",
              "ep a 2": "ep-a-2-2", "日本": "part", "": "part-2"}  # fmt: skip
    assert {text: slugs.take(text) for text in wanted} == wanted


@settings(derandomize=True)
@given(st.lists(st.text(max_size=80)))
def test_any_texts_give_ids_of_their_own(texts: list[str]) -> None:
    slugs = Slugs()
    found = [slugs.take(text) for text in texts]
    assert len(set(found)) == len(found)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*", slug) for slug in found)
