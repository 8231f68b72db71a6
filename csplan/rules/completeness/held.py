"""What a theme holds by which it could be judged."""

from csplan.load import LoadedFile, Work
from csplan.load.index import chapters
from csplan.model import Theme


def outcomes(theme: LoadedFile) -> list[str]:
    """The outcomes of a theme and of its parts; none if it could not be read."""
    parts = chapters(theme.model) if isinstance(theme.model, Theme) else ()
    return [outcome for _, part in parts for outcome in part.outcomes]


def is_measured(theme: LoadedFile) -> bool:
    """Whether a theme has an indicator, an outcome with a figure or something with a measure."""
    has_figures = any(any(map(str.isdigit, outcome)) for outcome in outcomes(theme))
    return has_figures or bool(theme.measures) or any(map(_has_measure, theme.works))


def _has_measure(work: Work) -> bool:
    return any(each.measure for each in (work.action, *work.action.milestones))
