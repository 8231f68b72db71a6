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
    owner = AGENCIES.owner(Lead(line=line))
    assert owner == Owner(" ".join(line.split()), post, agency)
    assert AGENCIES.owner(Lead(line=line)) is owner


@pytest.mark.parametrize(
    "line",
    [
        *("TBC", "tba", "TBD", "N/K", "vacant", "?", "-", "none", "To be confirmed"),
        "TBC (following partnership review)",
        "to be agreed, see minutes",
    ],
)
def test_a_lead_that_is_not_settled(line: str) -> None:
    owner = AGENCIES.owner(Lead(line=line))
    assert not owner.decided
    assert owner.agency == ""


def test_a_lead_that_is_not_settled_may_still_have_its_agency() -> None:
    owner = AGENCIES.owner(Lead(line="TBC, Sussex Police"))
    assert (owner.post, owner.agency, owner.decided) == ("TBC", "Sussex Police", False)


@pytest.mark.parametrize(
    "line",
    [
        "TBCs Manager, Sussex Police",
        "Nonesuch, Sussex Police",
        "Vacant Property Officer, ESCC",
        "Vacant Homes Officer, ESCC",
    ],
)
def test_a_lead_that_only_starts_like_one_not_settled(line: str) -> None:
    assert AGENCIES.owner(Lead(line=line)).decided


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        (Lead(post="Analyst", agency="escc", person="A Name"),
         Owner("Analyst, escc", "Analyst", "East Sussex County Council", "A Name")),
        (Lead(agency="Sussex Police"), Owner("Sussex Police", "", "Sussex Police")),
        (Lead(person="A Name"), Owner("no post named", "", "", "A Name")),
        (Lead(post="Analyst"), Owner("Analyst", "Analyst", "")),
        (Lead(post="TBC", agency="ESCC"),
         Owner("TBC, ESCC", "TBC", "East Sussex County Council", decided=False)),
        (Lead(agency="TBC"), Owner("TBC", "", "", decided=False)),
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


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("ESCC/Sussex Police", "East Sussex County Council"),
        ("ESCC and Sussex Police", "East Sussex County Council"),
        ("Manager, ESCC; Inspector, Sussex Police", "East Sussex County Council"),
        ("Chief Inspector, Sussex Police & ESCC", "Sussex Police"),
        ("Officer, Supporting People with Sussex Police", "Supporting People"),
        ("Manager, Children's Services, ESCC", ""),
        ("Head of Research and Development, ESCC", ""),
        ("Head of Supporting People and Housing, ESCC", ""),
        ("Lead for Supporting People / Housing, ESCC", ""),
        ("Sussex Police and Crime Commissioner, ESCC", ""),
        ("Sussex Police & Crime Panel, ESCC", ""),
        ("Sussex Police and Crimestoppers, ESCC", "Sussex Police"),
        ("Sussex Police", ""),
    ],
)
def test_two_agencies_on_one_line(line: str, other: str) -> None:
    assert AGENCIES.also_named(AGENCIES.owner(Lead(line=line)).post) == other


def test_a_dash_before_the_agency_is_no_part_of_the_post() -> None:
    assert AGENCIES.owner(Lead(line="Chief Inspector – Sussex Police")).post == "Chief Inspector"
