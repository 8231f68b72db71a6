from datetime import date
from pathlib import Path

import pytest
from support import write_plan

from csplan.cli.documents import render
from csplan.errors import CannotRunError
from csplan.load import load
from csplan.publish import publish
from csplan.report import Wanted

TODAY = Wanted(date(2010, 10, 15))
MATRIX = TODAY._replace(document="expectations")
THEME = "theme: Example theme\n"


def test_one_plan(tmp_path: Path) -> None:
    plan = write_plan(tmp_path / "plans" / "x", {"a.yaml": THEME})
    out = tmp_path / "out"
    files = publish(load((plan,)), TODAY, ("md", "html"), out, None)
    assert files == (out / "agreement.md", out / "agreement.html")
    assert "Example theme" in files[0].read_text(encoding="utf-8")


def test_several_plans_have_a_folder_each(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    for name in ("x", "y", "z/x"):
        write_plan(plans / name, {"a.yaml": THEME})
    out = tmp_path / "out"
    files = publish(load((plans / "x", plans / "y", plans / "z")), TODAY, ("md",), out, None)
    assert files == tuple(out / name / "agreement.md" for name in ("x", "y", "x-2"))


@pytest.mark.parametrize(
    "files",
    [
        {"a.yaml": THEME + "nonsense: x\n"},
        {"a.yaml": "theme: A\ntheme: B\n"},
        {"a.yaml": b"\xff\xfe"},
        {"a.yaml": THEME, "plan.yaml": "title: X\n"},
        {"a.yaml": THEME + "see: nothing\n"},
    ],
)
def test_what_has_errors_is_not_published(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    good = write_plan(tmp_path / "good", {"a.yaml": THEME})
    bad = write_plan(tmp_path / "bad", files)
    with pytest.raises(CannotRunError, match="run `csplan validate "):
        publish(load((good, bad)), TODAY, ("md",), tmp_path / "out", None)
    assert not (tmp_path / "out").exists()


def test_a_plan_is_published_whole(tmp_path: Path) -> None:
    plan = write_plan(tmp_path / "p", {"a.yaml": THEME, "b.yaml": THEME})
    with pytest.raises(CannotRunError, match="published whole; name the folder"):
        publish(load((plan / "a.yaml",)), TODAY, ("md",), tmp_path / "out", None)
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_into_the_plan(tmp_path: Path) -> None:
    plan = write_plan(tmp_path / "p", {"a.yaml": THEME})
    with pytest.raises(CannotRunError, match="folder of a plan"):
        publish(load((plan,)), TODAY, ("md",), plan / "out", None)
    assert sorted(path.name for path in plan.iterdir()) == ["a.yaml", "plan.yaml"]


def test_closed_plans_alone_are_nothing_to_publish(tmp_path: Path) -> None:
    closed = "title: T\npartnership: P\nperiod: 2010/11\nstatus: closed\n"
    plan = write_plan(tmp_path / "p", {"a.yaml": THEME, "plan.yaml": closed})
    with pytest.raises(CannotRunError, match="closed"):
        publish(load((plan,), closed=False), TODAY, ("md",), tmp_path / "out", None)
    files = publish(load((plan,)), TODAY, ("md", "html"), tmp_path / "out", None)
    assert all("Closed" in path.read_text(encoding="utf-8") for path in files)


def test_a_draft_says_so(tmp_path: Path) -> None:
    draft = "title: T\npartnership: P\nperiod: 2010/11\nstatus: draft\n"
    plan = write_plan(tmp_path / "p", {"a.yaml": THEME, "plan.yaml": draft})
    files = publish(load((plan,)), TODAY, ("md", "html"), tmp_path / "out", None)
    assert all("Draft" in path.read_text(encoding="utf-8") for path in files)


def test_a_template_that_fails_leaves_the_old_files(tmp_path: Path) -> None:
    plan = write_plan(tmp_path / "p", {"a.yaml": THEME})
    out, own = tmp_path / "out", tmp_path / "own"
    (path,) = publish(load((plan,)), TODAY, ("html",), out, None)
    before = path.read_bytes()
    own.mkdir()
    (own / "style.css").write_text("{{ nothing }}")
    with pytest.raises(CannotRunError, match=r"`style\.css`, line 1"):
        publish(load((plan,)), TODAY, ("md", "html"), out, own)
    assert path.read_bytes() == before
    assert list(out.iterdir()) == [path]


def test_no_format_at_all(tmp_path: Path) -> None:
    plan = write_plan(tmp_path / "p", {"a.yaml": THEME})
    with pytest.raises(CannotRunError, match=r"no format is named; .* as `html`, `md`"):
        publish(load((plan,)), TODAY, (), tmp_path / "out", None)
    assert not (tmp_path / "out").exists()


EXPECTED = """theme: A
expectations:
  source: National plan
  expects:
    - ref: 1
      expectation: Publish figures
      response: We do
"""


def test_a_plan_with_nothing_for_a_document_has_no_file(tmp_path: Path) -> None:
    bare = write_plan(tmp_path / "bare", {"a.yaml": THEME})
    full = write_plan(tmp_path / "full", {"a.yaml": EXPECTED})
    out = tmp_path / "out"
    files = publish(load((bare, full)), MATRIX, ("md",), out, None)
    assert files == (out / "full" / "expectations.md",)
    with pytest.raises(CannotRunError, match="nothing for the document `expectations`"):
        publish(load((bare,)), MATRIX, ("md",), tmp_path / "other", None)
    assert not (tmp_path / "other").exists()


def test_the_documents_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "list.md.j2").write_text("x")
    render(listed=True, templates=Path("own"))
    agreement, pack, expectations, own, *papers = capsys.readouterr().out.splitlines()
    assert agreement.startswith("agreement (html, md): The whole plan")
    assert pack.startswith("board-pack (html, md): For the next meeting")
    assert expectations.startswith("expectations (html, md): ")
    assert own == "list (md)"
    assert [line.partition(" ")[0] for line in papers] == ["monitoring", "year-end"]
