"""Rules about indicators, their figures, and tables."""

from csplan.rules.figures import indicators, revisions, tables, values
from csplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    values.unreadable_figure,
    values.unreadable_figure_period,
    values.unclear_target,
    values.repeated_period,
    revisions.figure_before_period_end,
    revisions.revisions_out_of_order,
    tables.table_shape,
    tables.split_number,
    tables.total_mismatch,
    tables.change_mismatch,
    indicators.rating_contradicted,
    indicators.rating_unchecked,
    indicators.direction_contradicted,
    indicators.rows_mismatch,
)
