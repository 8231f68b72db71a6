"""A folder to a `Workspace`: reads every file once, keeps every complaint, indexes once."""

from csplan.load.agencies import Agencies, Owner
from csplan.load.answers import Answer, Status, answer
from csplan.load.due import Item
from csplan.load.index import Asked, Work
from csplan.load.loaded import LoadedFile, LoadedPlan, Workspace, digest
from csplan.load.measures import (
    APRIL,
    Measured,
    Period,
    Series,
    Tabled,
    histories,
    read_series,
    sheet_of,
)
from csplan.load.mentions import Mention
from csplan.load.references import expectation_key, reference_key
from csplan.load.revisions import Revision, is_ahead, read_on, revisions
from csplan.load.texts import Text
from csplan.load.workspace import first_month, load, load_drafted

__all__ = [
    "APRIL",
    "Agencies",
    "Answer",
    "Asked",
    "Item",
    "LoadedFile",
    "LoadedPlan",
    "Measured",
    "Mention",
    "Owner",
    "Period",
    "Revision",
    "Series",
    "Status",
    "Tabled",
    "Text",
    "Work",
    "Workspace",
    "answer",
    "digest",
    "expectation_key",
    "first_month",
    "histories",
    "is_ahead",
    "load",
    "load_drafted",
    "read_on",
    "read_series",
    "reference_key",
    "revisions",
    "sheet_of",
]
