"""A folder to a `Workspace`: reads every file once, keeps every complaint, indexes once."""

from csplan.load.agencies import Agencies, Owner
from csplan.load.index import Item, Mention, reference_key
from csplan.load.loaded import LoadedFile, LoadedPlan, Workspace
from csplan.load.workspace import first_month, load

__all__ = [
    "Agencies",
    "Item",
    "LoadedFile",
    "LoadedPlan",
    "Mention",
    "Owner",
    "Workspace",
    "first_month",
    "load",
    "reference_key",
]
