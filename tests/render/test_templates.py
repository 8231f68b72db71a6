"""Templates of the user's own, and what they may do."""

from pathlib import Path

import pytest
from render.pages import report

from csplan.errors import CannotRunError
from csplan.render import render

FOUND = report({"theme": "<i> *b* a.b | c", "see": "theme"})


def made(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def test_the_documents_that_ship() -> None:
    assert list(render(FOUND, "agreement", ("md", "html"), None)) == [
        "agreement.md",
        "agreement.html",
    ]


def test_a_new_document_costs_one_template(tmp_path: Path) -> None:
    made(tmp_path, "list.of.themes.md.j2", "{{ plan.chapters[0].heading }} {{ 1 }}\n")
    assert render(FOUND, "list.of.themes", ("md",), tmp_path) == {
        "list.of.themes.md": "\\<i\\> \\*b\\* a.b \\| c 1\n"
    }


def test_the_users_own_template_comes_first_and_shares_ours(tmp_path: Path) -> None:
    own = '{% import "partials/inline.html.j2" as inline %}{{ inline.line(found) }}'
    made(tmp_path, "partials/endmatter.html.j2", "<p>Ours</p>")
    made(tmp_path, "x.html.j2", own.replace("found", "plan.chapters[0].related[0].lines[0]"))
    page = render(FOUND, "agreement", ("html",), tmp_path)["agreement.html"]
    assert "<p>Ours</p>" in page
    assert render(FOUND, "x", ("html",), tmp_path)["x.html"] == (
        '<a href="#theme">&lt;i&gt; *b* a.b | c</a>'
    )


LOOPED = "{% include 'x.html.j2' %}"
BROKEN = {
    "{{ plan.titel }}": "`x.html.j2`, line 1, cannot be used: there is no `titel`",
    "\n\n{{ nothing }}": "line 3, cannot be used: there is no `nothing`",
    "a\n{% if %}": "line 2, cannot be used: Expected an expression",
    "{{ plan.title.__class__ }}": "there is no `__class__`",
    "{{ plan._replace(title='x') }}": "there is no `_replace`",
    "{{ 1 / 0 }}": "division by zero",
    "{% include 'y.j2' %}": "line 1, cannot be used: there is no template `y.j2`",
    "{% include '../y.j2' %}": "there is no template `../y.j2`",
    LOOPED: "`x.html.j2`, line 1, cannot be used: templates include each other without end",
    "{% include 'bad.j2' %}": "it is not saved as UTF-8 text",
    "{% include 'part.j2' %}": "`part.j2`, line 2, cannot be used: there is no `gone`",
}


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_wrong_with_a_template_is_said_with_its_place(tmp_path: Path, text: str) -> None:
    made(tmp_path, "bad.j2", b"\xff")
    made(tmp_path, "part.j2", "a\n{{ gone }}")
    made(tmp_path, "x.html.j2", text)
    with pytest.raises(CannotRunError) as raised:
        render(FOUND, "x", ("html",), tmp_path)
    assert BROKEN[text] in str(raised.value)


def test_a_template_that_is_no_text_has_no_line(tmp_path: Path) -> None:
    made(tmp_path, "x.html.j2", b"\xff")
    with pytest.raises(CannotRunError, match=r"`x.html.j2`, cannot be used: it is not saved"):
        render(FOUND, "x", ("html",), tmp_path)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    made(tmp_path / "outside", "secret", "secret")
    own = made(tmp_path / "own", "y.html.j2", "{% include 'x.html.j2' %}")
    (own / "x.html.j2").symlink_to(tmp_path / "outside" / "secret")
    with pytest.raises(CannotRunError, match="leads out of its folder"):
        render(FOUND, "y", ("html",), own)


@pytest.mark.parametrize(
    ("document", "formats", "words"),
    [
        ("minutes", ("md",), "there is no document `minutes`; there is `agreement`"),
        ("agreement", ("pdf",), "cannot be made as `pdf`, only as `html`, `md`"),
        ("../agreement", ("md",), "there is no document"),
    ],
)
def test_what_cannot_be_made(document: str, formats: tuple[str, ...], words: str) -> None:
    with pytest.raises(CannotRunError, match=words):
        render(FOUND, document, formats, None)


def test_the_folder_of_templates_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="there is no folder"):
        render(FOUND, "agreement", ("md",), tmp_path / "nothing")
