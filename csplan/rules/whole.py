"""Findings about a plan as a whole, worked out once and parted by the files that they stand in."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.rule import Finding

Found = Iterable[tuple[LoadedFile, Finding]]
Parted = Mapping[LoadedFile, list[Finding]]


def of_plan(
    find: Callable[[LoadedPlan], Found],
) -> Callable[[LoadedFile, LoadedPlan], list[Finding]]:
    """What is found in a plan, asked for file by file and looked for once."""

    # The rules of a plan are asked one after the other for each file.
    @lru_cache(1)
    def parted(plan: LoadedPlan) -> Parted:
        by_file: dict[LoadedFile, list[Finding]] = {}
        for file, finding in find(plan):
            by_file.setdefault(file, []).append(finding)
        return by_file

    def of_file(file: LoadedFile, plan: LoadedPlan) -> list[Finding]:
        return parted(plan).get(file, [])

    return of_file
