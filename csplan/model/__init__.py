"""What a plan is, and how a located tree becomes one; the only door to pydantic."""

from csplan.model.read import read_model
from csplan.model.shapes import (
    Action,
    Agency,
    Chapter,
    Deliverable,
    Indicator,
    Lead,
    Milestone,
    Part,
    Plan,
    Progress,
    RatingKey,
    Section,
    SubTheme,
    Theme,
)

__all__ = [
    "Action",
    "Agency",
    "Chapter",
    "Deliverable",
    "Indicator",
    "Lead",
    "Milestone",
    "Part",
    "Plan",
    "Progress",
    "RatingKey",
    "Section",
    "SubTheme",
    "Theme",
    "read_model",
]
