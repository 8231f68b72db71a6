"""A folder to a `Workspace`: reads every file once, keeps every complaint, indexes once."""

from csplan.load.agencies import Agencies, Owner
from csplan.load.answers import Answer, Status, answer
from csplan.load.changes import Recorded, recorded
from csplan.load.index import Asked, Item, Mention, Work, expectation_key, reference_key
from csplan.load.loaded import LoadedFile, LoadedPlan, Workspace, digest
from csplan.load.neighbours import load_neighbours
from csplan.load.revision import load_one
from csplan.load.workspace import first_month, load

__all__ = [
    "Agencies",
    "Answer",
    "Asked",
    "Item",
    "LoadedFile",
    "LoadedPlan",
    "Mention",
    "Owner",
    "Recorded",
    "Status",
    "Work",
    "Workspace",
    "answer",
    "digest",
    "expectation_key",
    "first_month",
    "load",
    "load_neighbours",
    "load_one",
    "recorded",
    "reference_key",
]
