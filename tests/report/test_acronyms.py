import pytest

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
