"""The real page in a real browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, sync_playwright

from csplan.load import load
from csplan.publish import publish

PLAN = Path(__file__).parents[2] / "plans" / "east-sussex-2010-11"
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
VIEWS = [(1280, "light"), (320, "light")]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("published")
    (path,) = publish(load((PLAN,)), ("html",), out, None)
    return path.as_uri()


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


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    width, scheme = request.param
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(address)
    yield page
    page.close()


@pytest.mark.parametrize("page", VIEWS, indirect=True, ids=str)
def test_axe_finds_nothing(page: Page) -> None:
    rules = {"runOnly": {"type": "tag", "values": STANDARDS}}
    found = Axe().run(page, options=rules)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("page", [(1280, "dark")], indirect=True, ids=str)
def test_dark_colours_have_the_contrast_of_light_ones(page: Page) -> None:
    found = Axe().run(page, options={"runOnly": ["color-contrast"]})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("page", [(320, "light"), (390, "light")], indirect=True, ids=str)
def test_a_narrow_page_does_not_scroll_sideways(page: Page) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("page", [(390, "light")], indirect=True, ids=str)
def test_a_table_stays_a_table_when_its_rows_are_cards(page: Page) -> None:
    row = page.locator("#vc1-1")
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    cell = row.get_by_role("cell").first
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Milestone" / ""'
    assert row.get_by_role("rowheader").inner_text() == "VC1.1"


@pytest.mark.parametrize("page", [(1280, "light")], indirect=True, ids=str)
def test_the_keyboard_finds_the_skip_link_first(page: Page) -> None:
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == "Skip to the agreement"
    box = link.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "main"
