"""Rules about who answers for what."""

from csplan.rules.ownership import leads
from csplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    leads.unknown_agency,
    leads.several_leads,
    leads.lead_missing,
)
