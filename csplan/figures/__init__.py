"""Figures as people write them: numbers, percentages and money, what is missing and why, sums.

Numbers are decimal throughout. `read_figure` answers for any text; a figure that cannot be read
says in `reason` what to write instead.
"""

from csplan.figures.change import Change
from csplan.figures.figure import Figure, Kind, is_exact, say_number, say_rounded
from csplan.figures.reader import read_figure
from csplan.figures.shape import Fault, faults
from csplan.figures.sheet import Sheet
from csplan.figures.sums import Sum, change, change_agrees, total
from csplan.figures.target import Target, read_target
from csplan.figures.units import is_count, is_rate, says_unit
from csplan.figures.wording import adds_nothing
from csplan.figures.worked import Line, Move, Step, Total

__all__ = [
    "Change",
    "Fault",
    "Figure",
    "Kind",
    "Line",
    "Move",
    "Sheet",
    "Step",
    "Sum",
    "Target",
    "Total",
    "adds_nothing",
    "change",
    "change_agrees",
    "faults",
    "is_count",
    "is_exact",
    "is_rate",
    "read_figure",
    "read_target",
    "say_number",
    "say_rounded",
    "says_unit",
    "total",
]
