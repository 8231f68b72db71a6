"""Rules about words that the public will read."""

from csplan.rules.language import acronyms, names, repeats, sentences, time, words
from csplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    acronyms.unknown_acronym,
    acronyms.acronym_spelt_out_two_ways,
    names.name_in_two_spellings,
    repeats.repeated_sentence,
    sentences.long_sentence,
    time.relative_time,
    words.word_to_avoid,
)
