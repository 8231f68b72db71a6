"""The strategies that section 6 of the Crime and Disorder Act 1998 asks for.

The text of the section was read on legislation.gov.uk, as it stands with the serious violence duty
of the Police, Crime, Sentencing and Courts Act 2022 (paragraph (d)).
"""

import re
from collections.abc import Iterator

from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Theme
from csplan.query.statutory.shape import Evidence, Item, Look, themes
from csplan.source import Route

_WANTED = "`duties` of a theme that has actions"


def _duty(duty: str, titles: str) -> Look:
    """Themes whose `duties` name one of the section, or whose title does."""
    named = re.compile(titles, re.IGNORECASE)

    def look(plan: LoadedPlan) -> Iterator[Evidence]:
        """Present if a theme names it among its `duties` and has actions.

        Thin if the theme has no action, or if only the title of a theme or of a part of one
        speaks of it.
        """
        for file, theme in themes(plan):
            if duty in theme.duties:
                yield Evidence(file, ("duties",), theme.theme, "full" if file.works else "part")
            elif place := _titled(theme, named):
                yield Evidence(file, place[0], place[1], "part")

    return look


def _titled(theme: Theme, named: re.Pattern[str]) -> tuple[Route, str] | None:
    if named.search(theme.theme):
        return ("theme",), theme.theme
    for number, part in enumerate(theme.sub_themes):
        if named.search(part.sub_theme):
            return ("sub_themes", number, "sub_theme"), part.sub_theme
    return None


_ANTI_SOCIAL = re.compile(r"anti-?\s?social|\bASB\b", re.IGNORECASE)


def _anti_social(plan: LoadedPlan) -> Iterator[Evidence]:
    """Present if the title of a theme or of a part of one speaks of it, and the theme has actions.

    Thin if the theme has none, or if only the text of a theme or an action speaks of it.
    """
    for file, theme in themes(plan):
        if place := _titled(theme, _ANTI_SOCIAL):
            yield Evidence(file, place[0], place[1], "full" if file.works else "part")
        elif text := _first_text(file):
            yield Evidence(file, text, theme.theme, "part")


def _first_text(file: LoadedFile) -> Route | None:
    return next((text.route for text in file.texts if _ANTI_SOCIAL.search(text.words)), None)


def _item(duty: str, title: str, paragraph: str, titles: str) -> Item:
    source = f"Crime and Disorder Act 1998, section 6(1)({paragraph})"
    return Item(_duty(duty, titles), title, source, seen=True, wanted=_WANTED)


ITEMS: tuple[Item, ...] = (
    _item("crime and disorder", "reducing crime and disorder", "a", r"\bcrime|burglary|disorder"),
    Item(
        _anti_social,
        "reducing anti-social behaviour",
        "Crime and Disorder Act 1998, section 6(1)(a)",
        seen=True,
        wanted="a theme, or a part of one, on anti-social behaviour",
    ),
    _item("substance misuse", "combating substance misuse", "b", r"drug|alcohol|substance"),
    _item("re-offending", "reducing re-offending", "c", r"re-?offend|offender management"),
    _item(
        "serious violence",
        "preventing and reducing serious violence (since 2022)",
        "d",
        r"violen(?!t extremis)|sexual assault|homicide",
    ),
)
