"""What a plan allows is left out, and what it allows in vain is told."""

from pathlib import Path

import pytest
from support import PLAN, workspace, write_plan

from csplan.check import Checked, check, examine
from csplan.load import load
from csplan.rules import RULES

HEAD = "theme: Example\nactions:\n"
BARE = "  - Raise awareness"


def of_theme(folder: Path, text: str, plan: str = PLAN) -> Checked:
    return examine(workspace(folder, HEAD + text, plan), BARE_ACTION)


BARE_ACTION = tuple(rule for rule in RULES if rule.id == "bare-action")
KNOWN = "# csplan: allow[bare-action] agreed, see minute 3"


def told(checked: Checked) -> list[tuple[int, str]]:
    return [(each.span.line, each.rule) for each in checked.complaints]


@pytest.mark.parametrize(
    "comment",
    [
        KNOWN,
        "# csplan: allow[bare-action]: agreed, see minute 3",
        "# csplan:allow[ due-missing , bare-action ] – agreed, see minute 3",
        "# CSPLAN: Allow [bare-action] - agreed, see minute 3",
    ],
)
def test_a_finding_is_waived_on_its_line(comment: str, tmp_path: Path) -> None:
    checked = of_theme(tmp_path, f"{BARE}  {comment}\n{BARE} again\n")
    assert [(*each[:1], each.reason, each.span.line) for each in checked.waived] == [
        (checked.waived[0].complaint, "agreed, see minute 3", 3)
    ]
    assert told(checked) == [(4, "bare-action")]


def test_a_comment_of_its_own_line_speaks_of_the_next_that_holds_anything(tmp_path: Path) -> None:
    checked = of_theme(tmp_path, f"  {KNOWN}\n\n  # said at the board\n{BARE}\n{BARE} again\n")
    assert [each.complaint.span.line for each in checked.waived] == [6]
    assert told(checked) == [(7, "bare-action")]


def test_one_waiver_is_for_every_finding_of_its_line(tmp_path: Path) -> None:
    checked = of_theme(tmp_path, f"  [one, two]  {KNOWN}\n")
    assert (len(checked.waived), checked.complaints) == (2, [])


@pytest.mark.parametrize("above", [False, True])
def test_what_is_found_within_a_text_is_waived_where_the_text_begins(
    tmp_path: Path, *, above: bool
) -> None:
    known = "# csplan: allow[relative-time] the chapter is dated"
    lines = f"{known}\nwhy: |" if above else f"why: |  {known}"
    text = f"theme: Example\n{lines}\n  A line of its own.\n\n  Burglary fell last year.\n"
    checked = examine(load((write_plan(tmp_path, {"theme.yaml": text}),)))
    (waived,) = (each for each in checked.waived if each.complaint.rule == "relative-time")
    assert waived.complaint.span == (6 if above else 5, 17)
    assert "unused-waiver" not in {each.rule for each in checked.complaints}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_stands_in_a_text_is_no_waiver(line_end: str, tmp_path: Path) -> None:
    text = (
        f"{HEAD}  - 'Raise {KNOWN}'\n  - |\n    Raise {KNOWN}\n    {KNOWN}\n"
        f'  - "Raise {KNOWN}"\n  - >  {KNOWN}\n    Raise awareness\n  -\n    x\n'
    )
    folder = write_plan(tmp_path, {"theme.yaml": text.replace("\n", line_end).encode()})
    checked = examine(load((folder,)), BARE_ACTION)
    assert [each.complaint.span.line for each in checked.waived] == [8]
    assert told(checked) == [(line, "bare-action") for line in (3, 4, 7, 11)]


@pytest.mark.parametrize(
    ("comment", "rule", "words"),
    [
        (
            "# csplan: allow bare-action",
            "unreadable-waiver",
            "this cannot be read; write `# csplan: allow[rule-name]` and then the reason",
        ),
        (
            "# csplan: allow[] because",
            "unreadable-waiver",
            "this cannot be read; write `# csplan: allow[rule-name]` and then the reason",
        ),
        (
            "# csplan: allow[bare-acton] because",
            "unreadable-waiver",
            "`bare-acton` is no rule; did you mean `bare-action`?; see `csplan explain`",
        ),
        (
            "# csplan: allow[wrong-shape] because",
            "unreadable-waiver",
            "`wrong-shape` is about reading a file, which cannot be waived; mend what it says",
        ),
        (
            "# csplan: allow[bare-action] --",
            "waiver-without-reason",
            "`bare-action` is waived without a reason, so the waiver does not hold; write why",
        ),
    ],
)
def test_a_waiver_that_does_not_hold(comment: str, rule: str, words: str, tmp_path: Path) -> None:
    checked = of_theme(tmp_path, f"{BARE}  {comment}\n")
    assert not checked.waived
    assert told(checked) == [(3, "bare-action"), (3, rule)]
    assert checked.complaints[1].message == words
    assert checked.complaints[1].severity == "warning"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "  - action: Train\n    due: May 2010  # csplan: allow[bare-action] so\n",
            "`bare-action` finds nothing on its line to waive; take the waiver out",
        ),
        (
            f"{BARE}  # csplan: allow[bare-action] so\n# csplan: allow[bare-action] so\n",
            "`bare-action` finds nothing after it to waive; take the waiver out",
        ),
    ],
)
def test_a_waiver_that_waives_nothing(text: str, words: str, tmp_path: Path) -> None:
    checked = of_theme(tmp_path, text)
    assert [(each.rule, each.message) for each in checked.complaints] == [("unused-waiver", words)]


def test_a_waiver_of_a_rule_that_was_not_asked_is_not_in_vain(tmp_path: Path) -> None:
    text = f"{BARE}  # csplan: allow[due-missing] no day is set\n"
    assert told(of_theme(tmp_path / "a", text)) == [(3, "bare-action")]
    whole = check(workspace(tmp_path / "b", HEAD + text))
    assert "unused-waiver" in {each.rule for each in whole}


WAIVERS = """\
waivers:
  - rule: [bare-action, due-missing]
    only: {only}
    reason: |
      agreed by the board,
      see minute 3
"""


@pytest.mark.parametrize(
    ("only", "lines"),
    [
        ("theme", [3, 4, 5]),
        ("theme.2", [4]),
        ("[VC1, Theme.1]", [3, 5]),
        ("vc 1", [5]),
        ("other", []),
    ],
)
def test_a_plan_waives_in_all_of_it_or_in_parts(
    only: str, lines: list[int], tmp_path: Path
) -> None:
    plan = PLAN + WAIVERS.replace("{only}", only)
    text = f"{BARE}\n{BARE} again\n  - ref: VC1\n    action: Train\n"
    checked = of_theme(tmp_path, text, plan)
    assert [each.complaint.span.line for each in checked.waived] == lines
    assert {each.reason for each in checked.waived} <= {"agreed by the board, see minute 3"}
    left = [each for each in checked.complaints if each.path.endswith("theme.yaml")]
    assert [each.span.line for each in left] == [n for n in (3, 4, 5) if n not in lines]
    unused = [each.message for each in checked.complaints if each.rule == "unused-waiver"]
    words = "`bare-action` finds nothing in what it is for to waive; take the waiver out"
    assert unused == ([] if lines else [words])


def test_a_plan_that_waives_everywhere_in_vain(tmp_path: Path) -> None:
    plan = PLAN + "waivers:\n  rule: bare-action\n  reason: agreed\n"
    (complaint,) = of_theme(tmp_path, "  - action: x\n    due: May 2010\n", plan).complaints
    assert complaint.span == (12, 9)
    assert complaint.message == (
        "`bare-action` finds nothing in this plan to waive; take the waiver out"
    )


def test_what_was_not_asked_for_is_not_said_to_be_in_vain(tmp_path: Path) -> None:
    plan = PLAN + "waivers:\n  - {rule: bare-action, reason: x}\n  - {rule: no-such, reason: x}\n"
    files = {"plan.yaml": plan, "a.yaml": f"{HEAD}{BARE}\n", "b.yaml": "theme: B\n"}
    folder = write_plan(tmp_path, files)
    assert told(examine(load((folder / "b.yaml",)), BARE_ACTION)) == []
    assert told(examine(load((folder / "a.yaml",)), BARE_ACTION)) == []
    assert told(examine(load((folder,)), BARE_ACTION)) == [(13, "unreadable-waiver")]


def test_a_broken_plan_waives_nothing(tmp_path: Path) -> None:
    checked = of_theme(tmp_path, f"{BARE}  {KNOWN}\n{BARE}\n", "waivers: x\n")
    assert [each.complaint.span.line for each in checked.waived] == [3]
    assert (4, "bare-action") in told(checked)


@pytest.mark.parametrize("name", ["Bare-Action", "BARE-ACTION"])
def test_the_capitals_of_a_rule_do_not_matter(name: str, tmp_path: Path) -> None:
    checked = of_theme(tmp_path, f"{BARE}  # csplan: allow[{name}] see minute 3\n")
    assert (told(checked), len(checked.waived)) == ([], 1)
    plan = PLAN + f"waivers:\n  - rule: {name}\n    reason: see minute 3\n"
    checked = of_theme(tmp_path, f"{BARE}\n", plan)
    assert (told(checked), len(checked.waived)) == ([], 1)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_waiver_beside_its_line_says_where_to_move(line_end: str, tmp_path: Path) -> None:
    # A finding about a whole action stands on its first line.
    lines = ["  - ref: A1", "    action: Raise awareness  # csplan: allow[bare-action] agreed"]
    checked = of_theme(tmp_path, line_end.join([*lines, *["  - Raise it again"] * 3, ""]))
    (said,) = (each.message for each in checked.complaints if each.rule == "unused-waiver")
    assert said == (
        "`bare-action` finds nothing on its line to waive; move the waiver to line 3, where it "
        "does, or take it out"
    )


def test_nothing_is_in_vain_beside_what_cannot_be_read(tmp_path: Path) -> None:
    theme = (
        f"{HEAD}  - action: Write it\n    lead: Analyst, Sussex Police\n"
        "    due: May 2009  # csplan: allow[due-outside-plan-year] agreed\n"
    )
    assert not {"unused-waiver", "due-outside-plan-year"} & rules_of(tmp_path, theme, PLAN)
    # Without the years of the plan, the rule has nothing to go by.
    broken = PLAN.replace("title", "titel")
    assert "unused-waiver" not in rules_of(tmp_path, theme, broken)


def rules_of(folder: Path, theme: str, plan: str) -> set[str]:
    return {each.rule for each in check(workspace(folder, theme, plan))}
