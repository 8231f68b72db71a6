"""A plan with all that the papers of a board tell of, and their parts read back."""

from datetime import date
from pathlib import Path

from render.pages import cells
from support import PLAN, write_plan

from csplan.load import LoadedPlan, load
from csplan.report.papers import Paper, Part
from csplan.report.runs import Line

KEY = (
    PLAN
    + """\
ratings:
  - {rating: green, means: on target}
  - {rating: amber, means: near, within: 5%}
  - {rating: red, means: far from it}
"""
)
THEME = """\
theme: Violent crime
lead: Chief Inspector, Sussex Police
indicators:
  - indicator: Assaults
    kind: key
    unit: offences
    polarity: decrease
    baseline: {2007/08: "1,200"}
    values:
      2008/09: 1,000
      2009/10:
        - {value: "900 (provisional)", on: 1 May 2010}
        - value: 1,100
          on: 1 June 2010
          note: More were counted
          explanation: Pubs stay open longer.
          corrective_action: More patrols at night.
    target: {2009/10: "900"}
    rows:
      - row: Northtown
        values: {2009/10: "500"}
      - row: Southtown
        values: {2009/10: "600"}
        direction: worsened
  - indicator: Robberies
    polarity: decrease
    values: {2009/10: "30"}
    target: "20"
  - indicator: Thefts
    polarity: decrease
    values: {2008/09: "30", 2009/10: "20"}
    target: "25"
    explanation: Better locks.
  - indicator: Complaints
    values: {2009/10: not published until July}
  - indicator: Surveys
actions:
  - ref: VC1
    action: Write a strategy
    lead: Manager, SCT
    milestones:
      - milestone: Plan agreed
        due: May 2010
        progress:
          - {on: 20 May 2010, state: complete}
      - milestone: Strategy published
        due: July 2010
        progress:
          - on: 1 June 2010
            state: in progress
            rating: red
            note: Nobody wrote it
            corrective_action: A writer is found
          - {on: 20 June 2010, due: October 2010, reason: The board waits for a law}
  - ref: VC2
    action: Train the staff
    due: April 2010
    lead: Sussex Police
  - ref: VC3
    action: Hold a conference
    due: TBC until the venue is known
  - ref: VC4
    action: Keep watch
    due: Ongoing
    lead: {post: Analyst, agency: Sussex Police, person: Jo Bloggs}
  - ref: SECRET
    action: Watch the suspects
    publish: false
    due: May 2010
    lead: Sussex Police
  - action: Lend vans
    due: June 2010
    lead: Sussex Police
    progress: {on: 1 June 2010, state: on hold, note: No fuel}
"""
MEETINGS = """\
meetings:
  - meeting: Board
    on: 1 March 2010
    items:
      - ref: 1/10
        item: Hostel
        actions:
          - {action: Visit it, lead: "Manager, SCT", due: June 2010}
          - action: Paint it
            lead: Manager, SCT
            progress: {on: 5 March 2010, state: complete}
  - meeting: Board
    on: 1 June 2010
    items:
      - item: Funding
        actions:
          - {action: Ask for more, lead: "Manager, SCT"}
          - {action: Ask in secret, publish: false}
  - meeting: Board
    on: 7 September 2010
    time: 2pm
    place: County Hall
    items:
      - {ref: "1", item: Strategy, purpose: decision, lead: "Manager, SCT", paper: Draft}
      - {ref: "2", item: Any other business}
      - {item: Closed session, publish: false, purpose: decision}
  - meeting: Board
    on: 7 December 2010
    time: 2pm
    items: [Budget, {item: Secret, publish: false}]
"""
DAY = date(2010, 7, 15)
LAST_DAY = date(2011, 3, 31)


def plan(folder: Path, theme: str = THEME, **files: str) -> LoadedPlan:
    """A plan of these files, which are found in a folder of their own."""
    told = {"plan.yaml": KEY, "theme.yaml": theme, **{f"{k}.yaml": v for k, v in files.items()}}
    return load((write_plan(folder, told),)).plans[0]


def line(found: Line) -> str:
    """What a line says."""
    return "".join(run.text for run in found)


def part(paper: Paper, *ids: str) -> Part:
    """A part of a paper, by its id and those of the parts that it stands in."""
    parts, found = paper.parts, None
    for own_id in ids:
        found = next(each for each in parts if each.id == own_id)
        parts = found.parts
    assert found
    return found


def rows(found: Part) -> list[list[str]]:
    """The rows of the first table of a part."""
    return cells(found.tables[0])[1:]
