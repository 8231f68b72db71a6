"""Rules about leads that name no post: an agency alone, a person alone, a person for a post."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.index import matters
from csplan.rules.late import late
from csplan.rules.ownership.named import named_in
from csplan.rules.ownership.people import person_in
from csplan.rules.rule import Finding, warning
from csplan.source import Route

_OFFICE = late(r"\b(?:commissioner|mayor|coroner|procurator fiscal)$", re.IGNORECASE)


@warning
def agency_without_post(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An agency leads, but no post in it.

    An agency can't be rung up. When the date comes, everybody in it thinks that a colleague has
    it in hand. Name the post that answers for it; of a group, the chair. An agency that is one
    person's office, such as a police and crime commissioner, needs none.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead: Sussex Police

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead: Chief Inspector, Sussex Police
    """
    for each in named_in(file, plan):
        is_bare = not each.owner.post and not _OFFICE.search(each.owner.agency)
        if each.answers and is_bare and not each.has_person:
            title = _titles(file).get(each.route[:-2])
            led = quoted(title) if title else "this"
            words = f"{led} is led by {quoted(each.owner.agency)} without a post"
            yield Finding(each.route, f"{words}; name the post that answers for it")


@lru_cache(1)
def _titles(file: LoadedFile) -> Mapping[Route, str]:
    """What no reference names: the themes and indicators of a file, by where they stand."""
    found: dict[Route, str] = {}
    for route, title, matter in matters(file.model) if file.model else ():
        found[route] = title
        for number, each in enumerate(matter.indicators):
            found[*route, "indicators", number] = each.indicator
    return found


@warning
def person_without_post(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A lead names a person, but no post.

    People move on, and a name is left out of everything that is published, so that the public sees
    nobody. A post stays. Name it beside the person, as `post`.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead:
              person: A. Example
              agency: Sussex Police

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead:
              post: Chief Inspector
              person: A. Example
              agency: Sussex Police
    """
    del plan
    for route, lead in file.leads:
        if lead.person and not lead.post:
            words = "the lead is a person without a post, so that nobody is shown to the public; "
            yield Finding(route, f"{words}add `post`")


@warning
def person_as_post(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A person's name stands where a lead's post belongs.

    What stands there is published, the name with it. Put the name under `person`, which is left out
    of public documents, and write the post. A name is known by a title, by an initial or by a
    common first name.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead: Susan Example, Sussex Police

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead: {post: Chief Inspector, person: Susan Example, agency: Sussex Police}
    """
    for each in named_in(file, plan):
        if name := person_in(each.owner.post):
            words = f"{quoted(name)} looks like a person's name, and a post is published; put the"
            yield Finding(each.route, f"{words} name under `person`, and write the post as `post`")
