"""Rules about who answers for what."""

from csplan.rules.ownership import (
    agencies,
    burden,
    doubles,
    leads,
    posts,
    spellings,
    units,
    writing,
)
from csplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    leads.unknown_agency,
    writing.agency_written_otherwise,
    leads.several_leads,
    leads.lead_missing,
    posts.agency_without_post,
    units.unit_as_post,
    posts.person_without_post,
    posts.person_as_post,
    spellings.post_in_two_spellings,
    doubles.similar_posts,
    doubles.post_in_two_agencies,
    burden.overloaded_post,
    agencies.unused_agency,
    spellings.agency_in_two_spellings,
    agencies.agency_under_two_names,
)
