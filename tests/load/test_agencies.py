"""What a line that names a lead says."""

import pytest

from csplan.load import Agencies, Owner
from csplan.model import Agency, Lead

AGENCIES = Agencies(
    (
        Agency(name="Sussex Police"),
        Agency(name="East Sussex County Council", also=("ESCC", "the County Council")),
        Agency(name="NHS East Sussex, Downs and Weald"),
        Agency(name="Supporting People"),
        Agency(name="Children's Services", also=("ESCC Children's Services",)),
    )
)


@pytest.mark.parametrize(
    ("line", "post", "agency"),
    [
        ("Chief Inspector, Sussex Police", "Chief Inspector", "Sussex Police"),
        ("chief inspector,  sussex\n police", "chief inspector", "Sussex Police"),
        ("Chief Inspector Sussex Police", "Chief Inspector", "Sussex Police"),
        ("Sussex Police", "", "Sussex Police"),
        ("Advisor, ESCC", "Advisor", "East Sussex County Council"),
        ("Director, Public Health, NHS East Sussex, Downs and Weald",
         "Director, Public Health", "NHS East Sussex, Downs and Weald"),
        ("Head of Supporting People", "Head of Supporting People", "Supporting People"),
        ("Head of the Supporting People", "Head of the Supporting People", "Supporting People"),
        ("Manager, ESCC Children’s Services", "Manager", "Children's Services"),
        ("Analyst (Sussex Police", "Analyst", "Sussex Police"),
        ("Harbour Master", "Harbour Master", ""),
        ("Chief Inspector, NonSussex Police", "Chief Inspector, NonSussex Police", ""),
    ],
)  # fmt: skip
def test_a_line_ends_in_the_longest_registered_name(line: str, post: str, agency: str) -> None:
    owner = AGENCIES.owner(Lead(text=line))
    assert owner == Owner(" ".join(line.split()), post, agency)
    assert AGENCIES.owner(Lead(text=line)) is owner


@pytest.mark.parametrize(
    "line",
    [
        *("TBC", "tba", "TBD", "N/K", "vacant", "?", "-", "none", "To be confirmed"),
        "TBC (following partnership review)",
        "to be agreed, see minutes",
    ],
)
def test_a_lead_that_is_not_settled(line: str) -> None:
    owner = AGENCIES.owner(Lead(text=line))
    assert not owner.decided
    assert owner.agency == ""


@pytest.mark.parametrize("line", ["TBCs Manager, Sussex Police", "Nonesuch, Sussex Police"])
def test_a_lead_that_only_starts_like_one_not_settled(line: str) -> None:
    assert AGENCIES.owner(Lead(text=line)).decided


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        (Lead(post="Analyst", agency="escc", person="A Name"),
         Owner("Analyst, escc", "Analyst", "East Sussex County Council", "A Name")),
        (Lead(agency="Sussex Police"), Owner("Sussex Police", "", "Sussex Police")),
        (Lead(person="A Name"), Owner("A Name", "", "", "A Name")),
        (Lead(post="Analyst"), Owner("Analyst", "Analyst", "")),
    ],
)  # fmt: skip
def test_the_long_form(lead: Lead, expected: Owner) -> None:
    assert AGENCIES.owner(lead) == expected


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("Chief Inspector, Sussex Polise", "; did you mean `Sussex Police`?"),
        ("Director, NHS East Sussex, Downs and Wield",
         "; did you mean `NHS East Sussex, Downs and Weald`?"),
        ("Harbour Master", ""),
    ],
)  # fmt: skip
def test_a_near_miss_is_named(line: str, hint: str) -> None:
    assert AGENCIES.suggest(line) == hint
