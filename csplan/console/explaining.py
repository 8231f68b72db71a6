"""What the rules mean: all of them by subject, those of one, or the page of one."""

from itertools import groupby

from csplan.console.terminal import say, say_wrapped, wrapped
from csplan.diagnostic import did_you_mean
from csplan.errors import CannotRunError
from csplan.escape import one_line, quoted
from csplan.rules import DOCUMENTED, Page, Rule

_INTRO = (
    "What `csplan validate` finds, by subject. An error breaks a question or a document; a "
    "warning fails only with `--strict`; information never does."
)
_WAIVERS = (
    "Where a finding is as it should be, write a comment on its line or above it, with the "
    "reason: `# csplan: allow[rule-name] see minute 14`. For a whole plan, write `waivers` in "
    "plan.yaml."
)
_MORE = (
    "`csplan explain RULE` shows the whole page of a rule, `csplan explain SUBJECT` the rules of "
    "one subject."
)


def explain(name: str | None) -> None:
    """Every rule, those of a subject, or the page of one.

    Raises `CannotRunError` if nothing goes by that name.
    """
    by_id = {rule.id: rule for rule in DOCUMENTED}
    subjects = dict.fromkeys(rule.subject for rule in DOCUMENTED)
    known = one_line(name or "").casefold()
    if name is None:
        _show_all()
    elif known in by_id:
        _show_page(by_id[known])
    elif known in subjects:
        _show_subject(known)
    else:
        hint = did_you_mean(known, [*by_id, *subjects]) or "; `csplan explain` lists them"
        raise CannotRunError(f"there is no rule and no subject {quoted(name)}{hint}")


def _show_all() -> None:
    for paragraph in (_INTRO, _WAIVERS):
        say_wrapped(paragraph)
        say()
    for subject, _ in groupby(DOCUMENTED, key=lambda rule: rule.subject):
        _show_subject(subject)
        say()
    say_wrapped(_MORE)


def _show_subject(subject: str) -> None:
    say(subject.capitalize(), "bold")
    for rule in DOCUMENTED:
        if rule.subject == subject:
            say(f"  {rule.id} ({rule.severity})")
            say_wrapped(rule.summary, "    ")


def _show_page(rule: Rule | Page) -> None:
    say(f"{rule.id} ({rule.severity})", "bold")
    say()
    for paragraph in rule.page.split("\n\n"):
        lines = paragraph.splitlines()
        is_example = any(line.startswith(" ") for line in lines)
        for line in lines if is_example else wrapped(one_line(paragraph)):
            say(line)
        say()
