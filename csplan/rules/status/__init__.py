"""Rules about how work is said to stand, and what is done where something is red."""

from csplan.rules.rule import Rule
from csplan.rules.status import (
    closing,
    entries,
    notes,
    ratings,
    remedies,
    silence,
    withheld,
)

RULES: tuple[Rule, ...] = (
    notes.state_contradicted,
    notes.completed_after_entry,
    closing.completion_day_missing,
    closing.open_in_closed_plan,
    ratings.rating_not_in_progress,
    ratings.rating_missing,
    withheld.rating_withheld,
    entries.progress_out_of_order,
    entries.state_goes_back,
    entries.stopped_without_reason,
    silence.long_silence,
    silence.nothing_said,
    remedies.red_without_corrective_action,
)
