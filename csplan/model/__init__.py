"""What a plan is, and how a located tree becomes one; the only door to pydantic.

Values arrive as text, lists and mappings (see `csplan.source`); nothing is guessed from a
spelling. The models are frozen and refuse keys that they do not know. What a good plan should
hold is the business of `csplan.rules`; what is required here is only what a file cannot be read
without.

Dates, periods, figures and leads stay as typed. `csplan.load` reads them, because their meaning
depends on the plan that they stand in. The text under each key is what `csplan help format` says
of it.
"""

from csplan.model.chapters import Chapter, Matter, SubTheme, Theme
from csplan.model.expectations import Expectation, Expectations
from csplan.model.figures import EVERY_PERIOD, Change, Figure, Indicator, Measure, Row, Table
from csplan.model.meetings import AgendaItem, Decision, Meeting, Meetings
from csplan.model.parts import Driver, Lead, Part, Progress, Quotation, Section
from csplan.model.plan import Agency, Headings, Plan, RatingKey, Waiver
from csplan.model.read import read_model
from csplan.model.said import read_word, words_for
from csplan.model.work import Action, Deliverable, Milestone

__all__ = [
    "EVERY_PERIOD",
    "Action",
    "Agency",
    "AgendaItem",
    "Change",
    "Chapter",
    "Decision",
    "Deliverable",
    "Driver",
    "Expectation",
    "Expectations",
    "Figure",
    "Headings",
    "Indicator",
    "Lead",
    "Matter",
    "Measure",
    "Meeting",
    "Meetings",
    "Milestone",
    "Part",
    "Plan",
    "Progress",
    "Quotation",
    "RatingKey",
    "Row",
    "Section",
    "SubTheme",
    "Table",
    "Theme",
    "Waiver",
    "read_model",
    "read_word",
    "words_for",
]
