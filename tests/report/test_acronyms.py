import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csplan.load.terms import Terms
from csplan.report import Inline
from csplan.report.acronyms import Acronyms, met

GLOSSARY = {
    "ASB": "anti-social behaviour",
    "YOT": "Youth Offending Team",
    "NI": "National Indicator",
    "CEX": "chief ex",
    "LA": "local authority",
    "TB": "toy boy",
    "A&E": "accident and emergency",
}
EXPANDED = {
    "Cut ASB. ASB is down": "Cut anti-social behaviour (ASB). ASB is down",
    "ASB is down": "Anti-social behaviour (ASB) is down",
    "It is down. “ASB is": "It is down. “Anti-social behaviour (ASB) is",
    "that is, e.g. ASB": "that is, e.g. anti-social behaviour (ASB)",
    "two YOTs": "two Youth Offending Teams (YOTs)",
    "the YOT's work": "the Youth Offending Team's (YOT's) work",
    "some LAs, CEXs and TBs": (
        "some local authorities (LAs), chief exes (CEXs) and toy boys (TBs)"
    ),
    "worse (NI 20) and": "worse (National Indicator [NI] 20) and",
    "(worse) NI 20": "(worse) National Indicator (NI) 20",
    "at A&E": "at accident and emergency (A&E)",
    "anti-social behaviour (ASB)": "anti-social behaviour (ASB)",
    "Anti social behaviour (ASB): ASB": "Anti social behaviour (ASB): ASB",
    "Youth Offending Teams (YOTs)": "Youth Offending Teams (YOTs)",
    "YOT (Youth Offending Team)": "YOT (Youth Offending Team)",
    "ASBO, NASB, non-ASB, ASB-led, asb": "ASBO, NASB, non-ASB, ASB-led, asb",
    "two YOTs, one YOT": "two Youth Offending Teams (YOTs), one YOT",
    "see ASB 1 for ASB": "see ASB 1 for anti-social behaviour (ASB)",
    "": "",
}


@pytest.mark.parametrize("typed", EXPANDED)
def test_first_use(typed: str) -> None:
    runs = list(Acronyms(GLOSSARY, ["ASB 1"]).expand(typed))
    assert "".join(run.text for run in runs) == EXPANDED[typed]


def test_a_later_use_tells_its_meaning() -> None:
    acronyms = Acronyms(GLOSSARY)
    first = list(acronyms.expand(" ASB; ASB's", opens=False))
    later = Inline("acronym", "ASB's", "anti-social behaviour")
    assert first == [Inline("text", " anti-social behaviour (ASB); "), later]
    assert list(acronyms.expand("ASB's up")) == [later, Inline("text", " up")]
    spelt_out = Inline("text", "anti-social behaviour (ASB)")
    assert list(acronyms.expand(spelt_out.text)) == [spelt_out]
    acronyms.forget()
    assert list(acronyms.expand("by ASB")) == [Inline("text", "by anti-social behaviour (ASB)")]


def test_the_terms_that_texts_use() -> None:
    texts = ["ASB 1", "the YOTs", "ASBO", "LA's", "anti-social behaviour"]
    assert met(GLOSSARY, texts) == {"ASB", "YOT", "LA"}
    assert met({}, texts) == frozenset()


def test_without_a_glossary_text_stays() -> None:
    assert list(Acronyms({}).expand("ASB")) == [Inline("text", "ASB")]


def test_an_empty_term_is_none() -> None:
    assert list(Acronyms({"": "nothing"}, [""]).expand("a s, ''s")) == [Inline("text", "a s, ''s")]


def test_brackets_are_known_from_use_to_use() -> None:
    typed = "(ASB, YOT) NI (CEX"
    wanted = (
        "(Anti-social behaviour [ASB], Youth Offending Team [YOT]) National Indicator (NI) "
        "(chief ex [CEX]"
    )
    assert "".join(run.text for run in Acronyms(GLOSSARY).expand(typed)) == wanted


PIECES = st.sampled_from(("A", "B", "AB", "As", "s", "'s", "’s", "-", "(", ")", " ", ".", "&", "é"))
TYPED = st.lists(PIECES, max_size=14).map("".join)
TERMS = st.sets(st.lists(PIECES, min_size=1, max_size=3).map("".join), max_size=6)


def any_of(texts: set[str]) -> str:
    return "|".join(map(re.escape, sorted(texts, key=len, reverse=True))) or r"(?!)"


@settings(derandomize=True, deadline=None, max_examples=300)
@given(TERMS, TERMS, TYPED)
def test_the_terms_found_are_those_of_one_large_pattern(
    terms: set[str], names: set[str], typed: str
) -> None:
    short = rf"(?P<term>{any_of(terms)})(?P<ending>s|['’]s)?"
    pattern = re.compile(rf"(?<![\w-])(?:{any_of(names)}|{short})(?![\w-])")
    wanted = [
        (*match.span(), match["term"], match["ending"] or "")
        for match in pattern.finditer(typed)
        if match["term"]
    ]
    assert list(Terms(terms, names).within(typed)) == wanted


@pytest.mark.usefixtures("untraced")
@pytest.mark.parametrize("form", ["T{}X", "Team {}", "(T{})"])
def test_time_grows_with_the_length(form: str) -> None:
    glossary = {form.format(number): "meaning" for number in range(40_000)}
    typed = " ".join(glossary)
    began = time.process_time()
    acronyms = Acronyms(glossary)
    assert len(list(acronyms.expand(typed))) == 1
    assert len(list(acronyms.expand(typed))) == 79_999
    assert met(glossary, [typed]) == set(glossary)
    assert time.process_time() - began < 8
