"""The rule about texts that break off."""

from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.mentions import NOTED
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_FINISHED = late(r"[.!?][\"')\]]?\s+[A-Z]")
_LAST_WORDS = late(r"\S+(?:\s+\S+){0,4}$")
_LIST = ("- ", "* ", "•", "1", "2", "3", "4", "5", "6", "7", "8", "9", "#", "|")
_PROSE = NOTED - {"milestone"}


@warning
def text_breaks_off(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text of whole sentences breaks off in the middle of one.

    A cell that was too narrow, or a copy that was not taken to its end, loses what matters most:
    what is still to come. Actions and milestones need no full stop and are left alone.

    Bad:
        why: |
          The policy was approved in May. Briefings are being held and the audit shows that

    Good:
        why: |
          The policy was approved in May. Briefings are being held, and the audit shows that they
          help.
    """
    del plan
    for text in file.texts:
        words = text.words.rstrip()
        if words[-1:].isalpha() and text.key in _PROSE and _FINISHED.search(words):
            last = words.rpartition("\n\n")[2].rpartition("\n- ")
            if not last[1] and not last[2].startswith(_LIST):
                found = _LAST_WORDS.search(words)
                assert found
                shown = quoted(" ".join(found[0].split()))
                words = f"{shown} is where this text breaks off"
                yield Finding(text.route, f"{words}; put in the rest, or end the sentence")
