"""Where a plan must have an exact day."""

from collections.abc import Iterator

from csplan.load import LoadedFile
from csplan.model import Meetings
from csplan.source import Route


def exact_days(file: LoadedFile) -> Iterator[tuple[Route, str]]:
    """Each day of a progress entry, a meeting or a figure, as typed, and where it stands."""
    for entry in file.entries:
        yield (*entry.route, "on"), entry.progress.on
    if isinstance(file.model, Meetings):
        for number, meeting in enumerate(file.model.meetings):
            yield ("meetings", number, "on"), meeting.on
    for measured in file.measures:
        for period in measured.every:
            for known in period.revisions:
                if known.typed.on:
                    yield (*period.place(known), "on"), known.typed.on
