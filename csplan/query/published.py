"""What may be told to everybody."""

from csplan.load import LoadedFile, Work
from csplan.model import Meetings


def is_published(file: LoadedFile, work: Work) -> bool:
    """Whether an action is for everybody: neither it nor its agenda item is kept back."""
    if isinstance(file.model, Meetings):
        _, meeting, _, item, *_ = work.route
        assert isinstance(meeting, int)
        assert isinstance(item, int)
        return work.action.publish and file.model.meetings[meeting].items[item].publish
    return work.action.publish
