"""Whether a line says that something is done, by the verbs in which plans are written."""

from csplan.rules.late import late

_WORD = late(r"[a-z]+(?:[-'][a-z]+)*")
# Participles that do not end in -ed, and the other words by which a line says how things stand.
_STANDING = """
agree become been begun bought brought built can chosen cut dealt done drawn driven fed found
given gone got grown had has have heard held is are was were kept known laid led left let lost
made met may must paid put read ready reset rewritten run said sent set shall should shown shut
signed sold spent spread stopped taken taught to told underway understood will won written live
open available operational complete place running use go-live
adopts agrees appoints approves becomes begins closes decides gives goes holds launches makes meets
opens publishes receives sends starts takes
"""
# They end like verbs and are things.
_NOUNS = """
bullying evening housing lighting morning offending parking policing re-offending reoffending
sentencing spring stalking trafficking wellbeing
"""
_ORDERS = """
achieve act adapt add address adopt advise agree align allocate analyse appoint apply approve
arrange ask assess assign attend audit award begin bid bring brief build buy call carry
celebrate change check choose circulate clarify close collate collect commission communicate
compare compile complete conduct confirm consider consult continue convene coordinate co-ordinate
create cut decide define deliver deploy describe design determine develop devise
discuss distribute draft draw educate embed enable encourage enforce engage enhance ensure
establish evaluate examine expand explore extend feed finalise find finish follow form formalise
gather get give hold host identify implement improve include increase inform install integrate
introduce invest investigate invite involve issue join keep launch lead learn liaise link list
lobby look maintain make manage map meet merge mitigate monitor move negotiate obtain offer open
organise oversee participate pilot plan prepare present prevent procure produce progress promote
propose provide publicise publish purchase pursue put raise reach recommend recruit redesign
reduce refer refresh remind renew replace report request research respond restructure review
revise roll run schedule scope secure see seek select send set share show sign sort specify
start streamline strengthen submit suggest support survey tackle take target teach tender test
track train transfer trial understand undertake update use utilise visit work write
"""
_STANDS = frozenset(_STANDING.split())
_THINGS = frozenset(_NOUNS.split())
_DOES = frozenset(_ORDERS.split())


def has_verb(line: str) -> bool:
    """Whether a line says what is done, or how things then stand.

    A word that could be a noun as well, such as `plan` or `report`, counts as a verb where it
    begins the line and another word follows.
    """
    words = _WORD.findall(line.lower())
    if not words:
        return True
    is_doing = words[0].endswith("ing") and words[0] not in _THINGS
    is_order = len(words) > 1 and (words[0] in _DOES or is_doing)
    return is_order or not _STANDS.isdisjoint(words) or any(word.endswith("ed") for word in words)
