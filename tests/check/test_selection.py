"""Rules are chosen by name and subject."""

import pytest

from csplan.check import selection
from csplan.errors import CannotRunError
from csplan.rules import DOCUMENTED, RULES


def ids(subject: str) -> set[str]:
    return {rule.id for rule in RULES if rule.subject == subject}


def test_all_rules_are_chosen_if_nothing_is_said() -> None:
    chosen = selection()
    assert chosen.rules == RULES
    assert chosen.ids == {each.id for each in DOCUMENTED}


def test_a_subject_and_a_rule_are_selected() -> None:
    chosen = selection(["ownership, Bare-Action"])
    assert {rule.id for rule in chosen.rules} == ids("ownership") | {"bare-action"}


def test_what_is_ignored_is_taken_from_what_is_selected() -> None:
    chosen = selection(["dates", "ownership"], ["due-missing", "ownership"])
    assert {rule.id for rule in chosen.rules} == ids("dates") - {"due-missing"}


def test_what_keeps_a_file_from_being_read_is_always_heard() -> None:
    chosen = selection(["dates"], ["reading"])
    assert {"tab", "wrong-shape"} <= chosen.ids
    assert not {"bullet", "unused-waiver"} & chosen.ids


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("due-mising", "`--ignore`: `due-mising` is no rule and no subject; did you mean `due-"),
        ("ownershp", "`--ignore`: `ownershp` is no rule and no subject; did you mean `ownership`?"),
        ("zzz", "`--ignore`: `zzz` is no rule and no subject; see `csplan explain`"),
    ],
)
def test_a_word_that_is_neither_stops_the_run(word: str, words: str) -> None:
    with pytest.raises(CannotRunError) as stopped:
        selection([], [word])
    assert str(stopped.value).startswith(words)


@pytest.mark.parametrize(
    ("select", "ignore", "said"),
    [
        (["dates"], ["dates"], "`--ignore` leaves nothing of what `--select` names; leave one out"),
        (["nothing-said"], [], "`nothing-said` can only be found as at a day; add `--as-at DAY`"),
        ([""], [], "`--select` names no rule and no subject; see `csplan explain`"),
        ([], [" , "], "`--ignore` names no rule and no subject; see `csplan explain`"),
    ],
)
def test_what_could_find_nothing_stops_the_run(
    select: list[str], ignore: list[str], said: str
) -> None:
    with pytest.raises(CannotRunError) as stopped:
        selection(select, ignore, dated=False)
    assert str(stopped.value) == said


def test_a_comma_at_the_end_means_nothing() -> None:
    assert selection(["dates,"]) == selection(["dates"])
    assert selection(["nothing-said"], dated=True).rules
    assert selection(["status"], dated=False).rules
