"""Rules about what things are called, and what is called by its reference."""

from csplan.rules.references import (
    codes,
    gaps,
    identity,
    mentions,
    numbering,
    prose,
    sections,
    strays,
    writing,
)
from csplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    identity.duplicate_ref,
    identity.ref_missing,
    identity.unknown_ref,
    mentions.unknown_ref_in_text,
    strays.unknown_indicator_in_text,
    strays.code_in_two_spellings,
    prose.page_reference,
    sections.unknown_section_in_text,
    numbering.shared_prefix,
    numbering.mixed_references,
    gaps.gap_in_numbering,
    codes.shared_code,
    codes.code_written_otherwise,
    writing.ref_written_otherwise,
)
