"""The rule about a part of an agency that stands where a post belongs."""

import re
from collections.abc import Iterator
from functools import lru_cache

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.late import late
from csplan.rules.ownership.named import named_in
from csplan.rules.ownership.people import person_in
from csplan.rules.rule import Finding, warning

_UNIT = late(
    r"\b(?:teams?|units?|departments?|directorates?|sections?|divisions?|branch|services?|groups?|"
    r"board|partnership|forum|safety|strategy|policy|planning|licensing|communications|education|"
    r"performance|housing|intelligence|health)$",
    re.IGNORECASE,
)
# What a person is called by, as a word or as its end: `Head`, `Manager`, `Inspector`, `Analyst`.
_ROLE = late(
    r"(?:.+(?:er|or|ist|yst|ant|man|woman|person)s?|constables?|chiefs?|heads?|leads?|chairs?|"
    r"executives?|representatives?|deput(?:y|ies)|secretar(?:y|ies)|clerks?|champions?|agents?|"
    r"superintendents?|nurses?|fellows?|deans?|principals?|doctors?|links?|contacts?|presidents?|"
    r"matrons?|colleagues?|trainees?|apprentices?|interns?|p[cs]|d[cis]|dci|ci|acc|dcc|ceo|insp|"
    r"supt|sgt|cllr|dr|gp|spoc)",
    re.IGNORECASE,
)
_NOT_A_ROLE = frozenset(
    {
        *("border", "carer", "carers", "customer", "disorder", "gender", "harbour"),
        *("major", "minor", "offender", "offenders", "older", "order", "other", "river", "safer"),
        *("under", "water", "younger"),
    }
)
_WORD = late(r"[^\W\d_]+")
_LONGEST = 200


@warning
def unit_as_post(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A team, a unit or a field of work stands where a lead's post belongs.

    It can be rung up as little as an agency: everybody in it thinks that a colleague has it in
    hand. Name the post in it that answers, such as its manager.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead: Strategy Unit, Sussex Police

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            due: July 2010
            lead: Head of the Strategy Unit, Sussex Police
    """
    for each in named_in(file, plan):
        post = each.owner.post
        if each.answers and not each.has_person and _is_unit(post) and not person_in(post):
            words = f"{quoted(post)} is no post but a part of {quoted(each.owner.agency)}"
            yield Finding(each.route, f"{words}; name the post in it that answers for this")


# One post may lead many things.
@lru_cache(1000)
def _is_unit(post: str) -> bool:
    if len(post) > _LONGEST or not _UNIT.search(post):
        return False
    words = (word for word in _WORD.findall(post) if word.lower() not in _NOT_A_ROLE)
    return not any(map(_ROLE.fullmatch, words))
