"""The real pages in a real browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, sync_playwright
from render.shipped import kind, published

FIRST = "east-sussex-2010-11/agreement"
PAGES = [f"{plan}/{name.removesuffix('.html')}" for plan, name in kind(".html")]
CHROMIUM = os.environ.get("CSPLAN_CHROMIUM") or shutil.which("chromium") or ""
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
# All that pages are made of stands in one of these; axe takes its time.
DIFFER = (
    "safer-essex-2009-11/agreement",
    "east-sussex-2022-23/agreement",
    "stockton-2008-11/expectations",
    "safer-essex-2009-11/board-pack",
)
WIDE = [(name, 1280, "light") for name in PAGES]
NARROW = [(name, 320, "light") for name in DIFFER]
# A board pack holds the performance report of its plan whole.
WITHIN = {f"{plan}/monitoring" for plan, name in kind(".html") if name == "board-pack.html"}
# The narrowest at which each part of the style sheet holds; last that of the page.
WIDTHS = (320, 361, 641, 833, 1200, 1280)


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The address of each page, by its plan's folder and its name."""
    out = tmp_path_factory.mktemp("published")
    found: dict[str, str] = {}
    for plan, name in kind(".html"):
        path = out / plan / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(published(plan)[name], encoding="utf-8")
        found[f"{plan}/{path.stem}"] = path.as_uri()
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).is_file():
        if os.environ.get("CSPLAN_REQUIRE_BROWSER") == "1":
            pytest.fail("there is no Chromium; install it or name it in CSPLAN_CHROMIUM")
        pytest.skip("there is no Chromium; install it or name it in CSPLAN_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def page(
    request: pytest.FixtureRequest, browser: Browser, addresses: dict[str, str]
) -> Iterator[Page]:
    name, width, scheme = request.param
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(addresses[name])
    yield page
    page.close()


@pytest.mark.parametrize(
    "page", [*(each for each in WIDE if each[0] not in WITHIN), *NARROW], indirect=True, ids=str
)
def test_axe_finds_nothing(page: Page) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    # What takes longest, and the same colours stand at every width and on the other pages.
    is_tried = width > 1000 and any(name in page.url for name in DIFFER)
    contrast = {"color-contrast": {"enabled": is_tried}}
    # To tell of all that is right takes axe most of its time.
    told = {"resultTypes": ["violations"]}
    rules = {"runOnly": {"type": "tag", "values": STANDARDS}, "rules": contrast, **told}
    found = Axe().run(page, options=rules)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("page", WIDE, indirect=True, ids=str)
def test_no_page_scrolls_sideways(page: Page) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("page", WIDE, indirect=True, ids=str)
def test_every_table_of_figures_is_whole_on_a_desk(page: Page) -> None:
    cut = "[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth)"
    assert page.evaluate(f"{cut}.map(e => e.getAttribute('aria-label'))") == []


@pytest.mark.parametrize("page", [("derbyshire-2011-12/agreement", 390, "light")], indirect=True)
def test_a_breakdown_becomes_cards_on_a_phone(page: Page) -> None:
    table = page.get_by_role("table", name="Serious acquisitive crimes (offences)")
    row = table.get_by_role("row").nth(1)
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    assert row.evaluate("row => row.getBoundingClientRect().right <= innerWidth")
    assert row.get_by_role("cell").first.inner_text().strip()


@pytest.mark.parametrize("page", [("safer-essex-2009-11/agreement", 1280, "dark")], indirect=True)
def test_dark_colours_have_the_contrast_of_light_ones(page: Page) -> None:
    found = Axe().run(page, options={"runOnly": ["color-contrast"]})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("page", [(FIRST, 390, "light")], indirect=True, ids=str)
def test_a_table_stays_a_table_when_its_rows_are_cards(page: Page) -> None:
    row = page.locator("#vc1-1")
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    cell = row.get_by_role("cell").first
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Milestone" / ""'
    assert row.get_by_role("rowheader").inner_text() == "VC1.1"


@pytest.mark.parametrize("page", [(FIRST, 1280, "light")], indirect=True, ids=str)
def test_the_keyboard_finds_the_skip_link_first(page: Page) -> None:
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == "Skip to the agreement"
    box = link.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "main"
