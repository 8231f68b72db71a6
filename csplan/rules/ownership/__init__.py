"""Rules about who answers for what."""

from csplan.rules.ownership import leads, writing
from csplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    leads.unknown_agency,
    writing.agency_written_otherwise,
    leads.several_leads,
    leads.lead_missing,
)
