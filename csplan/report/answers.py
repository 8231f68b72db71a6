"""What answers each expectation in a document, which holds nothing that is kept back."""

from collections.abc import Mapping
from dataclasses import replace

from csplan.load import Answer, Asked, LoadedFile, LoadedPlan, answer, reference_key
from csplan.query.published import is_published
from csplan.report.addresses import hidden
from csplan.source import Route

Answers = Mapping[tuple[str, Route], Answer]
"""The answer to each expectation, by the path of its file and where it stands there."""


def answers(plan: LoadedPlan) -> Answers:
    """The answers as they are without the actions that are not published."""
    unseen = hidden(plan)
    names = frozenset(
        text
        for file in plan.files
        for asked in file.asked
        for text in asked.expectation.see
        if reference_key(text) in unseen and text not in plan.stems
    )
    public = replace(
        plan,
        file=_public(plan.file, names),
        themes=tuple(_public(file, names) for file in plan.themes),
        boards=tuple(_public(file, names) for file in plan.boards),
    )
    return {
        (file.path, asked.route): answer(public, asked)
        for file in public.files
        for asked in file.asked
    }


def _public(file: LoadedFile, unseen: frozenset[str]) -> LoadedFile:
    works = tuple(work for work in file.works if is_published(file, work))
    return replace(file, works=works, asked=tuple(_seen(asked, unseen) for asked in file.asked))


def _seen(asked: Asked, unseen: frozenset[str]) -> Asked:
    """An expectation less what it refers to that nobody can see."""
    see = tuple(text for text in asked.expectation.see if text not in unseen)
    return asked._replace(expectation=asked.expectation.model_copy(update={"see": see}))
