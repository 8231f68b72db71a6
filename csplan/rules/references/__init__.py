"""Rules about what things are called, and what is called by its reference."""

from csplan.rules.references import identity, writing
from csplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    identity.duplicate_ref,
    identity.ref_missing,
    identity.unknown_ref,
    writing.ref_written_otherwise,
)
