"""What needs no decision is mended, and nothing else is touched."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import PLAN, write_plan

from csplan.check import examine, mendable
from csplan.edit import commit, last, mend, undo
from csplan.errors import CannotRunError
from csplan.load import load
from csplan.rules import RULES
from csplan.source import decode, parse

PLANS = Path(__file__).parents[2] / "plans"
SHIPPED = sorted(PLANS.glob("*/*.yaml"))
HEAD = "theme: T\nactions:\n  - ref: VC1\n    action: a # first\n"
OWNED = f"{HEAD}    due: May 2010\n    lead: Officer, Sussex Police\n"


def mended(folder: Path, text: str | bytes, plan: str = PLAN) -> str:
    """A theme with what could be mended, written; a second run changes nothing."""
    files: dict[str, str | bytes] = {"plan.yaml": plan, "theme.yaml": text}
    (written,) = load((write_plan(folder, files),)).plans
    for each in mend(written).rewrites:
        assert each.after
        Path(each.path).write_bytes(each.after)
    again = mend(load((folder,)).plans[0])
    assert (again.rewrites, again.things) == ((), 0)
    return (folder / "theme.yaml").read_bytes().decode()


def lead(folder: Path, line: str, plan: str = PLAN) -> str:
    """What a line that names a lead is mended to."""
    found = mended(folder, f"{HEAD}    due: May 2010\n    lead: {line}\n", plan)
    return found.partition("    lead: ")[2].rstrip("\n")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Officer, Sussex Polise # new", "Officer, Sussex Police # new"),
        ("Officer, Susex Police", "Officer, Sussex Police"),
        ("Officer, Sussxe Police", "Officer, Sussex Police"),
        ("Officer, Sussexx Police", "Officer, Sussex Police"),
        ("'Officer, sussex police'", "'Officer, sussex police'"),
        ("Officer, SUSSEX  POLICE", "Officer, Sussex Police"),
        ("Officer, Safer-Communities Team", "Officer, Safer Communities Team"),
        ("Officer, NHS East Sussex Downs & Weald", "Officer, NHS East Sussex, Downs and Weald"),
        ("[A, Sussex Polise]", "[A, Sussex Police]"),
        ("{post: A, agency: Sussex Polise}", "{post: A, agency: Sussex Police}"),
        ("Officer, S.C.T.", "Officer, SCT"),
        ("Officer, SCT", "Officer, SCT"),
        ("Officer, Essex Police", "Officer, Essex Police"),
        ("Officer, Wussex Police", "Officer, Wussex Police"),
        ("Officer, Susexx Polise", "Officer, Susexx Polise"),
        ("Officer, Safer Community Team", "Officer, Safer Community Team"),
        ("Officer of Sussex Polise", "Officer of Sussex Polise"),
        ("Officer, Safer Communities Teams", "Officer, Safer Communities Teams"),
        (f"{'x' * 200}, Sussex Polise", f"{'x' * 200}, Sussex Polise"),
    ],
)
def test_an_agency_that_can_only_be_one_is_written_as_registered(
    tmp_path: Path, typed: str, meant: str
) -> None:
    # A flow list parts at commas, so each of its entries is a lead of its own.
    expected = "'Officer, Sussex Police'" if "sussex police" in typed else meant
    assert lead(tmp_path, typed) == expected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("[Sussex-Police, SCT] # new", "[Sussex Police, SCT] # new"),
        ("Sussex Polise", "Sussex Police"),
        ("[Crime-Team]", "[Crime Team]"),
        ("[SUSSEX POLICE, sussex Police, Police]", "[Sussex Police, sussex Police, Police]"),
        ("[Safer Community Team]", "[Safer Community Team]"),
        ("[Seaview Project, Seaveiw Project]", "[Seaview Project, Seaveiw Project]"),
    ],
)
def test_a_partner_that_can_only_be_one_is_written_as_registered(
    tmp_path: Path, typed: str, meant: str
) -> None:
    plan = PLAN.replace("[SCT]", "[SCT, Crime Team]")
    found = mended(tmp_path, f"{OWNED}    partners: {typed}\n", plan)
    assert found == f"{OWNED}    partners: {meant}\n"


def test_an_agency_that_could_be_two_is_left(tmp_path: Path) -> None:
    plan = PLAN.replace("  - Sussex Police\n", "  - Sussex Police\n  - Sussex Polite\n")
    assert lead(tmp_path, "Officer, Sussex Polixe", plan) == "Officer, Sussex Polixe"


def test_a_mend_that_brings_an_error_is_left_and_said(tmp_path: Path) -> None:
    text = f"{OWNED}    see: VC–2\n  - ref: VC2\n    action: b\n"
    folder = write_plan(tmp_path, {"theme.yaml": text + "    lead: |\n      Sussex Polise\n"})
    found = mend(load((folder,)).plans[0])
    assert found.things == 1
    (rewrite,) = found.rewrites
    assert rewrite.before
    assert rewrite.after == rewrite.before.replace("VC–2".encode(), b"VC2")
    (left,) = found.left
    assert left.span == (10, 11)
    assert "mend it by hand" in left.words


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    see: VC–1 # c\n", "    see: VC1 # c\n"),
        ("    see: [vc 1, VC1]\n", "    see: [VC1, VC1]\n"),
        ("    see: VC1–2\n", "    see: VC1–2\n"),
        ("    see: VD 1\n", "    see: VD 1\n"),
        ("    start: 30  April 2010\n", "    start: 30 April 2010\n"),
        ("    start: 30\xa0April 2010 # c\xa0d\n", "    start: 30 April 2010 # c d\n"),
        ("    cost:\n    cost: £0\n", "    cost: £0\n"),
        ("    cost: £0\n    cost:\n", "    cost: £0\n"),
        ("    cost:  # to come\n    cost: £0\n", "    cost:  # to come\n    cost: £0\n"),
        ("    cost: £\u200b0\n", "    cost: £0\n"),
        ("\tcost: £0\n", "    cost: £0\n"),
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_only_that_is_mended(
    tmp_path: Path, before: str, after: str, mark: str, ending: str
) -> None:
    typed, expected = ((mark + OWNED + lines).replace("\n", ending) for lines in (before, after))
    assert mended(tmp_path, typed.encode()) == expected


@pytest.mark.parametrize(
    "lines",
    [
        # The action's or the milestone's?
        "    milestones:\n      - milestone: m\n\tdue: June 2010\n",
        # A space would end the text, or begin a key in it.
        "    cost: Item\xa0#1\n",
        "    cost: half:\xa0£10\n",
        # What cannot be read for another reason is looked at first.
        "    cost:\xa0£10\n    x: [\n",
        "\tx: [\n",
        # A letter that was garbled on its way.
        "    cost: £10 \x96 £20\n",
        "    cost: £\u200b10\n   x: 1\n",
    ],
)
def test_what_could_be_meant_in_two_ways_is_left(tmp_path: Path, lines: str) -> None:
    assert mended(tmp_path, HEAD + lines) == HEAD + lines


def test_a_tab_that_could_be_two_things_is_said_to_be_left(tmp_path: Path) -> None:
    text = f"{HEAD}    milestones:\n      - milestone: m\n\tdue: June 2010\n"
    found = mend(load((write_plan(tmp_path, {"theme.yaml": text}),)).plans[0])
    assert [each.span for each in found.left] == [(7, 1)]
    assert "a tab could be as deep as one thing or another" in found.left[0].words
    assert found.rewrites == ()


def test_a_tab_that_gives_no_part_of_a_plan_is_left(tmp_path: Path) -> None:
    text = "theme: T\nactions:\n  - ref: VC1\n\tactoin: a\n"
    assert mended(tmp_path, text) == text
    assert mended(tmp_path, "theme: T\nx:\n\ty: 1\n") == "theme: T\nx:\n  y: 1\n"


def test_one_thing_may_hide_another(tmp_path: Path) -> None:
    text = (
        f"{HEAD}\tdue: 30\xa0 April 2010\n\tlead: Officer, Sussex\u200b Polise\n    see: vc\xa01\n"
    )
    expected = f"{HEAD}    due: 30 April 2010\n    lead: Officer, Sussex Police\n    see: VC1\n"
    assert mended(tmp_path, text) == expected


def test_a_key_that_goes_takes_what_is_not_seen_on_its_line(tmp_path: Path) -> None:
    assert mended(tmp_path, f"{OWNED}    cost:\xa0\n    cost: £0\n") == f"{OWNED}    cost: £0\n"


def test_what_is_waived_is_left(tmp_path: Path) -> None:
    text = f"{OWNED}    see: vc1 # csplan: allow[ref-written-otherwise] as in the minutes\n"
    assert mended(tmp_path, text) == text


def test_only_what_was_asked_for_is_mended(tmp_path: Path) -> None:
    files = {"one.yaml": f"{OWNED}    see: vc1\n", "two.yaml": f"{OWNED}    see: vc1\n"}
    folder = write_plan(tmp_path, files)
    (plan,) = load((folder / "two.yaml",)).plans
    assert [each.path for each in mend(plan).rewrites] == [str(folder / "two.yaml")]
    other = tuple(rule for rule in RULES if rule.id != "ref-written-otherwise")
    assert mend(plan, other).rewrites == ()


def test_what_cannot_be_read_stays_as_it_is(tmp_path: Path) -> None:
    folder = write_plan(tmp_path, {"two.yaml": f"{OWNED}    see: vc1\n"})
    (folder / "plan.yaml").unlink()
    (folder / "one.yaml").mkdir()
    found = mend(load((folder,)).plans[0])
    assert [each.path for each in found.rewrites] == [str(folder / "two.yaml")]


def test_a_file_that_changed_since_is_refused(tmp_path: Path) -> None:
    folder = write_plan(tmp_path, {"theme.yaml": f"{OWNED}    see: vc1\n"})
    (plan,) = load((folder,)).plans
    (folder / "theme.yaml").write_text(OWNED, encoding="utf-8")
    with pytest.raises(CannotRunError, match="changed by somebody else meanwhile"):
        mend(plan)


def test_it_can_be_taken_back(tmp_path: Path) -> None:
    data = f"\ufeff{HEAD}\tdue: 30\xa0April 2010\r\n".encode()
    folder = write_plan(tmp_path, {"theme.yaml": data})
    found = mend(load((folder,)).plans[0])
    commit(folder, "csplan validate --fix", found.rewrites)
    assert (folder / "theme.yaml").read_bytes() != data
    undo(*last(folder))
    assert (folder / "theme.yaml").read_bytes() == data


def test_more_than_a_round_can_hold(tmp_path: Path) -> None:
    assert mended(tmp_path, OWNED + "    see:\n" + "      - vc 1\n" * 450).count("- VC1\n") == 450


# Where a defect can be put into a plan, and what it makes of what stands there; each can be mended
# to the very bytes that were there.
INJURIES = {
    "two spaces in a date": (r"(?<=  due: )(\w+) (\w+)(?=\r?\n)", r"\1  \2"),
    "no-break space": (r"(?<=\w) (?=\w)", "\xa0"),
    "no-break indentation": (r"(?m)^  (?= *\w+:)", "\xa0\xa0"),
    "invisible": (r"(?<=\w)(?=\w)", "\u200b"),
    "soft hyphen": (r"(?<=[a-z])(?=[a-z])", "\xad"),
    "agency": (r"(?<=, )Safer Communities Team(?=\r?\n)", "Safer Comunities Team"),
    "capitals": (r"(?<=, )Sussex Police(?=\r?\n)", "SUSSEX  Police"),
    "blank twin": (r"(?m)^( +)(due: .+)(\r?\n)(?= +lead:)", r"\1\2\3\1due:\3"),
}


def injured(text: str, what: str, which: int) -> str:
    """A text with one defect of a kind, at one of the places where it can be."""
    pattern, harm = INJURIES[what]
    found = list(re.finditer(pattern, text))
    if not found:
        return text
    place = found[which % len(found)]
    return text[: place.start()] + place.expand(harm) + text[place.end() :]


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped plans, without the two slips that are mended in them."""
    plans = Path(shutil.copytree(PLANS, tmp_path_factory.mktemp("copies") / "plans"))
    for plan in load((plans,)).plans:
        for each in mend(plan).rewrites:
            assert each.after
            Path(each.path).write_bytes(each.after)
    return plans


def healed(path: Path, text: str) -> str:
    """What a file of a plan is mended to if it holds a text; nothing is written."""
    kept = path.read_bytes()
    path.write_bytes(text.encode())
    try:
        found = mend(load((path,)).plans[0])
        for each in found.rewrites:
            assert each.after
            path.write_bytes(each.after)
        assert mend(load((path,)).plans[0]).rewrites == ()
        return path.read_bytes().decode()
    finally:
        path.write_bytes(kept)


def structure(text: str) -> object:
    """What a text is read as, but for gaps; its text if it cannot be read."""
    found, _ = decode(text.encode())
    tree = parse(found)[0] if found is not None else None
    return without_gaps(tree.value) if tree else text


def without_gaps(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_gaps(each) for key, each in value.items()}
    if isinstance(value, list):
        return [without_gaps(each) for each in value]
    return "".join(str(value).split())


@pytest.mark.usefixtures("untraced")
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(SHIPPED),
    harms=st.lists(st.tuples(st.sampled_from(sorted(INJURIES)), st.integers(0, 5000)), max_size=4),
    ending=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_a_shipped_plan_is_healed_to_the_very_bytes(
    copies: Path, name: Path, harms: list[tuple[str, int]], ending: str, mark: str
) -> None:
    path = copies / name.relative_to(PLANS)
    whole = (mark + path.read_text(encoding="utf-8")).replace("\n", ending)
    text = whole
    for what, which in harms:
        text = injured(text, what, which)
    assert healed(path, text) == whole


@pytest.mark.usefixtures("untraced")
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(SHIPPED),
    width=st.sampled_from([2, 4, 8]),
    lines=st.one_of(st.none(), st.sets(st.integers(0, 400), min_size=1, max_size=3)),
)
def test_tabs_become_what_they_stood_for_or_stay(
    copies: Path, name: Path, width: int, lines: set[int] | None
) -> None:
    path = copies / name.relative_to(PLANS)
    whole = path.read_text(encoding="utf-8")
    kept = whole.split("\n")
    chosen = range(len(kept)) if lines is None else {line % len(kept) for line in lines}
    for line in chosen:
        kept[line] = tabbed(kept[line], width)
    text = "\n".join(kept)
    made = healed(path, text)
    assert made == text or structure(made) == structure(whole)


def tabbed(line: str, width: int) -> str:
    """A line indented by as many tabs as go into its indentation."""
    words = line.lstrip(" ")
    tabs, spaces = divmod(len(line) - len(words), width)
    return "\t" * tabs + " " * spaces + words


def test_two_slips_of_the_documents_are_mended_in_the_shipped_plans() -> None:
    found = [each for plan in load((PLANS,)).plans for each in mend(plan).rewrites]
    assert [Path(each.path).name for each in found] == [
        "adult-reoffending.yaml",
        "acquisitive-crime.yaml",
    ]
    for slip, name in (
        ("probation Trust", "Probation Trust"),
        ("Communities team", "Communities Team"),
    ):
        assert any(
            each.before and each.after == each.before.replace(slip.encode(), name.encode())
            for each in found
        )


@pytest.mark.parametrize("count", [0, 3])
def test_what_can_be_mended_is_counted(tmp_path: Path, count: int) -> None:
    text = OWNED + ("    see: vc1\n    cost:\n    cost: £\xa01\n" if count else "")
    space = load((write_plan(tmp_path, {"theme.yaml": text}),))
    found = examine(space)
    assert mendable(space, found.mends, found.complaints) == count
    some = [each for each in found.complaints if each.rule == "no-break-space"]
    assert mendable(space, found.mends, some) == min(count, 1)
