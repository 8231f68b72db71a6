"""From year to year: a new plan folder with what is still wanted, and the old plan marked.

Everything is made on copies and checked before anything is written: `rollover` gives the rewrites
that `csplan.edit.commit` writes.
"""

from csplan.rollover.choice import Carried, Choice, Deed, Standing, deeds
from csplan.rollover.references import Numbering, References
from csplan.rollover.year import Rollover, Wanted, rollover, years_and_folder

__all__ = [
    "Carried",
    "Choice",
    "Deed",
    "Numbering",
    "References",
    "Rollover",
    "Standing",
    "Wanted",
    "deeds",
    "rollover",
    "years_and_folder",
]
