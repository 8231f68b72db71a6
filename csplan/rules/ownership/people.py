"""Whether a lead's post holds a person's name."""

from functools import lru_cache

from csplan.rules.late import late

_PARTS = late(r"[,/&;()]| and | with ")
_TITLED = late(r"(?:Mr|Mrs|Ms|Miss|Mx)\.? [A-Z]")
_INITIALS = late(r"(?:[A-Z]\. ?){1,3}[A-Z][a-z'’-]+$")
_NAME = late(r"[A-Z][A-Za-z'’-]+$")
_RANKS = late(
    "acc|acting|ap|cc|chief|cllr|constable|councillor|dc|dcc|dci|detective|di|dr|ds|dsu|insp|"
    "inspector|pc|pcso|prof|professor|sergeant|sgt|superintendent|supt|t/insp|t/supt"
)
# Given names that are no other English word, place or title, so that no team or ward has them.
_GIVEN = late(
    "adam|alan|alex|alison|amanda|amy|andrea|andrew|andy|angela|ann|anna|anne|anthony|"
    "barbara|barry|ben|beth|brian|bridget|carol|caroline|carolyn|catherine|cathy|chris|"
    "christine|christopher|claire|clare|colin|craig|daniel|darren|dave|david|dawn|debbie|"
    "deborah|denise|derek|diana|diane|donna|dorothy|duncan|edward|elaine|elizabeth|emily|"
    "emma|eric|erin|fiona|frances|gareth|gary|gavin|geoff|geoffrey|gillian|glenn|graham|"
    "hannah|heather|helen|howard|hugh|ian|isabel|jack|jackie|jacqueline|jacqui|jacob|james|"
    "jane|janet|janice|jason|jayne|jean|jeff|jennifer|jenny|jeremy|jess|jessica|jill|jim|"
    "joan|joanna|joanne|jo|joe|john|jonathan|joseph|joshua|joyce|judith|julia|julian|julie|"
    "karen|karl|kate|katherine|kathleen|kathryn|kathy|katie|katya|keith|kelly|ken|kenneth|"
    "kerry|kevin|laura|lauren|lesley|leslie|linda|lisa|liz|lizzie|louise|lucy|lynn|maggie|"
    "malcolm|marcus|margaret|maria|marie|marilyn|martin|mary|matthew|maureen|megan|melanie|"
    "michael|michelle|mick|mike|mohammed|muhammad|nancy|natalie|natasha|neil|nicholas|nick|"
    "nicky|nicola|nigel|olivia|pam|pamela|pat|patricia|patrick|paul|paula|pauline|peter|phil|"
    "philip|philippa|phillip|rachel|raymond|rebecca|richard|robert|robin|roger|ron|ronald|"
    "rosemary|roy|russell|ruth|ryan|sally|sam|samantha|samuel|sandra|sarah|scott|sean|seamus|"
    "sharon|sheila|shirley|simon|sophie|stella|stephanie|stephen|steve|steven|stewart|stuart|"
    "sue|susan|suzanne|sylvia|terry|theresa|thomas|tim|timothy|tina|toby|tom|tony|tracey|"
    "tracy|trevor|valerie|vicki|vicky|vincent|vivienne|wayne|wendy|william|yvonne|zoe"
)
# What follows a first name in the name of a place or service: `St John Ambulance`, `Martin House`.
_NOT_A_SURNAME = late(
    "ambulance|board|centre|chair|charity|committee|co-?ordinator|council|foundation|group|house|"
    "lead|manager|officer|project|road|school|service|services|street|team|trust|unit|worker"
)
_MOST_NAMES = 3


# One post may lead many things.
@lru_cache(1000)
def person_in(post: str) -> str:
    """The part of a post that is a person's name, or nothing."""
    if _TITLED.match(post):
        return post
    return next((part for part in map(str.strip, _PARTS.split(post)) if _is_person(part)), "")


def _is_person(part: str) -> bool:
    if _INITIALS.match(part):
        return True
    words = part.split()
    while words and _RANKS.fullmatch(words[0].strip(".").lower()):
        words = words[1:]
    if not 1 < len(words) <= _MOST_NAMES or not _GIVEN.fullmatch(words[0].lower()):
        return False
    rest = (word.lower() for word in words[1:])
    return all(map(_NAME.match, words)) and not any(map(_NOT_A_SURNAME.fullmatch, rest))
