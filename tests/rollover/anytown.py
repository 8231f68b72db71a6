"""Plans that are rolled over in tests."""

from datetime import date
from pathlib import Path
from typing import Any

from support import write_plan

from csplan.edit import commit
from csplan.load import LoadedPlan, load
from csplan.model import Theme
from csplan.rollover import Rollover, Wanted, rollover

DAY = date(2011, 3, 31)
TODAY = date(2011, 4, 20)

PLAN = """\
# The plan.
title: Anytown Community Safety Agreement 2010/11
partnership: Anytown Safer Communities Partnership
period: 2010/11  # one year
status: adopted
agencies: [Sussex Police, SCT]
summary: In 2010/11 we will work together.
"""

THEME = """\
# Violence.
theme: Violent crime
why: Violence rose in 2010/11. This year VC2 and VC3 will help, as VC1.3 does.
outcomes: People will be safer
see: [VC3, VC1]

actions:
  # Comment of VC1.
  - ref: VC1
    action: Write a strategy
    lead: Analyst, Sussex Police
    see: VC2
    milestones:
      - milestone: Plan agreed
        due: April 2010
        progress:
          - on: 30 June 2010
            state: complete
      # Comment of VC1.2.
      - milestone: Needs assessed
        due: July 2010
        progress:
          on: 30 September 2010
          state: in progress
          rating: amber
          due: May 2011
          reason: The board wants it whole
      - milestone: Strategy put to boards
        due: Quarter 3

  - ref: VC2
    action: Train staff
    due: Monthly
    lead: SCT
    carried_from: VC9 of the agreement for 2009/10

  - ref: VC3
    action: Buy kits
    due: June 2010
    lead: SCT
    progress: {on: 1 July 2010, state: complete}

  - Raise awareness

  - {ref: VC7, action: Watch, due: TBC, lead: SCT, see: [VC3, VC1.3]}

indicators:
  - indicator: Repeat victims
    unit: "%"
    polarity: decrease
    target: 15%
    values: {2009/10: 18.2%, 2010/11: 16.4%}
    rating: amber
"""

BOARD = """\
meetings:
  - meeting: Board
    on: 7 March 2011
    items:
      - item: Violence
        ref: 5
        actions:
          - Report back
          - {action: Ask again, progress: {on: 30 March 2011, state: complete}}
  # To come.
  - meeting: Board
    on: 7 June 2011
    items:
      - item: Next
        see: [VC1, VC3, violence]
"""

FILES = {"plan.yaml": PLAN, "violence.yaml": THEME, "board.yaml": BOARD}


def anytown(folder: Path, **files: str) -> LoadedPlan:
    """The plan of Anytown, with other files in place of its own by their stems."""
    wanted = {**FILES, **{f"{stem}.yaml": text for stem, text in files.items()}}
    return load((write_plan(folder / "anytown-2010-11", wanted),)).plans[0]


def one_theme(folder: Path, theme: str) -> LoadedPlan:
    """A plan with this theme alone, and nobody to meet."""
    return load(
        (write_plan(folder / "anytown", {"plan.yaml": PLAN, "violence.yaml": theme}),)
    ).plans[0]


def rolled(plan: LoadedPlan, to: str = "2011/12", **wanted: Any) -> Rollover:
    return rollover(plan, Wanted(to, **{"on": DAY, **wanted}), TODAY)


def written(plan: LoadedPlan, to: str = "2011/12", **wanted: Any) -> Rollover:
    found = rolled(plan, to, **wanted)
    commit(Path(plan.path), "csplan rollover", found.rewrites)
    return found


def new_file(found: Rollover, name: str) -> str:
    made = {Path(each.path).name: each.after for each in found.rewrites if each.before is None}
    return (made[name] or b"").decode()


def old_file(found: Rollover, name: str) -> str:
    made = {Path(each.path).name: each.after for each in found.rewrites if each.before}
    return (made[name] or b"").decode()


def theme_of(found: Rollover) -> Theme:
    """The first theme of the new plan."""
    model = found.after.themes[0].model
    assert isinstance(model, Theme)
    return model
