"""The colours of ratings: a mark beside the word, never without it."""

import re
from pathlib import Path
from typing import Any

import pytest
from render.pages import documents, parsed, parsed_markdown, report, tables, text_of

STYLE = (Path(__file__).parents[2] / "templates" / "style.css").read_text(encoding="utf-8")
TONES = ("red", "amber", "green", "blue", "grey")
KEY = [
    *({"rating": each, "means": f"means {each}"} for each in ("red", "green", "blue", "grey")),
    {"rating": "amber", "means": "within 5%", "within": "5%"},
    {"rating": "not rated", "means": "no figure"},
]
SCHEMES = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)


def pages(*indicators: dict[str, Any]) -> tuple[str, str]:
    progress = {"on": "1 May 2010", "rating": "blue"}
    action = {"ref": "A1", "action": "Do it", "due": "July 2010", "progress": progress}
    return documents(report({"indicators": [*indicators], "actions": [action]}, {"ratings": KEY}))


def test_every_rating_has_a_mark_of_its_colour_beside_its_word() -> None:
    rated = [{"indicator": tone, "rating": tone} for tone in (*TONES, "not rated")]
    tree = parsed(pages(*rated)[0])
    marked = [
        (each.get("class", "").split()[-1], text_of(each).strip(":"))
        for each in tree.iter()
        if "tone" in each.get("class", "").split()
    ]
    words = [(tone, tone.capitalize()) for tone in TONES]
    assert sorted(marked) == sorted([*words, *words, ("blue", "blue")])


def test_a_computed_rating_that_differs_has_a_mark_too() -> None:
    said = {"rating": "amber", "values": "10", "target": "20", "polarity": "increase"}
    html, markdown = pages({"indicator": "I", **said})
    first, second = (f'<span class="tone {tone}">' for tone in ("amber", "red"))
    assert f"{first}Amber</span> (stated; computed: {second}red</span>)" in html
    for tree in (parsed(html), parsed_markdown(markdown)):
        overview = next(iter(tables(tree)))
        assert overview[1][-1] == "Amber (stated; computed: red)"


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", SCHEMES, ids=("light", "dark", "print"))
def test_marks_stand_out_from_what_is_behind_them(scheme: str) -> None:
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", scheme))
    for behind in ("paper", "shade"):
        for tone in TONES:
            dark, light = sorted(luminance(colours[each]) for each in (behind, tone))
            assert (light + 0.05) / (dark + 0.05) >= 3, (tone, behind)


def test_marks_are_printed_and_stay_where_a_reader_has_colours_of_their_own() -> None:
    (mark,) = re.findall(r"\.tone::before \{(.*?)\}", STYLE.split("@media (forced")[0], re.DOTALL)
    assert "border:" in mark
    assert "background" not in mark
    assert "forced-color-adjust: none" in mark
