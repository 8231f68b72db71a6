"""Templates of the user's own, and what they may do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from render.pages import report

from csplan.errors import CannotRunError
from csplan.render import Document, documents, render

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


def test_documents_are_listed_with_the_first_comment_of_their_templates(tmp_path: Path) -> None:
    made(tmp_path, "bare.md.j2", "x")
    made(tmp_path, "list.html.j2", "x{#- All\n  themes -#}{# more #}")
    made(tmp_path, "list.md.j2", "{# not this #}")
    found = {each.name: each for each in documents(tmp_path)}
    bare, listed = found["bare"], found["list"]
    ours = ["agreement", "bare", "board-pack", "expectations", "list", "monitoring", "year-end"]
    assert list(found) == ours
    assert bare == Document("bare", ("md",), "")
    assert listed == Document("list", ("html", "md"), "All themes")
    assert all(each.summary for each in documents(None))


def test_a_template_that_cannot_be_read_cannot_be_listed(tmp_path: Path) -> None:
    made(tmp_path, "x.md.j2", b"\xff")
    with pytest.raises(CannotRunError, match=r"`x\.md\.j2`, cannot be used: it is not saved"):
        documents(tmp_path)
    (tmp_path / "x.md.j2").unlink()
    circle(tmp_path / "x.md.j2")
    with pytest.raises(CannotRunError, match="a link that leads in a circle"):
        documents(tmp_path)


def test_a_template_with_nothing_to_say_makes_no_document(tmp_path: Path) -> None:
    made(tmp_path, "x.md.j2", " {% if plan.agencies %}x{% endif %}\n\t")
    made(tmp_path, "x.html.j2", "x")
    assert render(FOUND, "x", ("md", "html"), tmp_path) == {"x.html": "x"}
    assert render(FOUND, "expectations", ("md", "html"), None) == {}


def test_a_new_document_costs_one_template(tmp_path: Path) -> None:
    made(tmp_path, "list.of.themes.md.j2", "{{ plan.chapters[0].heading }} {{ 1 }}\n")
    assert render(FOUND, "list.of.themes", ("md",), tmp_path) == {
        "list.of.themes.md": "\\<i\\> \\*b\\* a.b \\| c 1\n"
    }


def test_the_users_own_template_comes_first_and_shares_ours(tmp_path: Path) -> None:
    own = '{% import "partials/inline.html.j2" as inline %}{{ inline.line(found) }}'
    made(
        tmp_path,
        "partials/prose.html.j2",
        "{% macro blocks(found, level) %}<p>Ours</p>{% endmacro %}",
    )
    made(tmp_path, "x.html.j2", own.replace("found", "plan.chapters[0].related[0].lines[0]"))
    told = report({"theme": "<i> *b* a.b | c", "see": "theme", "what": "Theirs"})
    page = render(told, "agreement", ("html",), tmp_path)["agreement.html"]
    assert "<p>Ours</p>" in page
    assert render(FOUND, "x", ("html",), tmp_path)["x.html"] == (
        '<a href="#theme">&lt;i&gt; *b* a.b | c</a>'
    )


LOOPED = "{% include 'x.html.j2' %}"
BROKEN = {
    "{{ plan.titel }}": "`x.html.j2`, line 1, cannot be used: there is no `titel`",
    "\n\n{{ nothing }}": "line 3, cannot be used: there is no `nothing`",
    "a\n{% if %}": "line 2, cannot be used: something is missing or mistyped there; compare it "
    "with the template of csplan's own (jinja2 says: Expected an expression, got 'end of",
    "{{ plan.title|nothing }}": "(jinja2 says: No filter named 'nothing')",
    "{{ plan.title.__class__ }}": "there is no `__class__`",
    "{{ plan._replace(title='x') }}": "there is no `_replace`",
    "{{ 1 / 0 }}": "it asks for something that cannot be done (jinja2 says: division by zero)",
    "{{ range(999999) }}": "a number in it is too large; a template may repeat a thing "
    "100000 times (jinja2 says: Range too big. The sandbox blocks ranges larger than",
    "{{ []|first }}": "it asks for something that is not there (jinja2 says: No first item",
    "{% include [] %}": "there is no template `nothing`",
    "{% include '' %}": "it is not a file",
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


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def nowhere(path: Path) -> None:
    path.symlink_to("nothing")


def folder(path: Path) -> None:
    path.mkdir()


def file(path: Path) -> None:
    path.write_text("x")


@pytest.mark.parametrize(
    ("put", "name", "words"),
    [
        (circle, "agreement.md.j2", "it is a link that leads in a circle; remove it"),
        (nowhere, "agreement.md.j2", "it is a link that leads nowhere; remove it"),
        (folder, "agreement.md.j2", "it is not a file; rename or remove it"),
        (circle, "partials", "it is a link that leads in a circle; remove it"),
        (nowhere, "partials", "it is a link that leads nowhere; remove it"),
        (file, "partials", "what should be the folder of it is a file; rename that file"),
    ],
)
def test_a_template_that_cannot_be_read_is_not_passed_over(
    tmp_path: Path, put: Callable[[Path], None], name: str, words: str
) -> None:
    put(tmp_path / name)
    with pytest.raises(CannotRunError) as raised:
        render(FOUND, "agreement", ("md",), tmp_path)
    assert str(raised.value).startswith(f"the template `{tmp_path / name}")
    assert str(raised.value).endswith(f"cannot be read: {words}")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "you have no permission to; ask its owner"),
        (OSError(5, "Input/output error"), "its disk or network drive does not answer"),
    ],
)
def test_the_words_of_the_system_are_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    def fails(*_: Any, **__: Any) -> Any:
        raise error

    made(tmp_path, "x.html.j2", "x")
    with monkeypatch.context() as patched:
        patched.setattr("builtins.open", fails)
        with pytest.raises(CannotRunError, match=f"`x.html.j2` cannot be read: {words}") as raised:
            render(FOUND, "x", ("html",), tmp_path)
    assert str(error.strerror) not in str(raised.value)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "is_dir", fails)
        with pytest.raises(CannotRunError, match=f"the folder `.*` cannot be read: {words}"):
            render(FOUND, "x", ("html",), tmp_path)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), "it makes more text than this computer can hold"),
        (ValueError(), "it asks for something that cannot be done"),
    ],
)
def test_an_error_without_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def fails(*_: Any, **__: Any) -> Any:
        raise error

    monkeypatch.setattr("jinja2.Template.render", fails)
    made(tmp_path, "x.html.j2", "x")
    with pytest.raises(CannotRunError) as raised:
        render(FOUND, "x", ("html",), tmp_path)
    assert str(raised.value) == f"the template `x.html.j2`, cannot be used: {words}"


@pytest.mark.parametrize(
    ("document", "formats", "words"),
    [
        (
            "minutes",
            ("md",),
            "there is no document `minutes`; there is `agreement`, `board-pack`, `expectations`",
        ),
        ("agreement", ("pdf",), "cannot be made as `pdf`, only as `html`, `md`"),
        ("../agreement", ("md",), "there is no document"),
        (
            "agreement",
            (),
            "no format is named; the document `agreement` can be made as `html`, `md`",
        ),
    ],
)
def test_what_cannot_be_made(document: str, formats: tuple[str, ...], words: str) -> None:
    with pytest.raises(CannotRunError, match=words):
        render(FOUND, document, formats, None)


def test_the_folder_of_templates_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="there is no folder"):
        render(FOUND, "agreement", ("md",), tmp_path / "nothing")
