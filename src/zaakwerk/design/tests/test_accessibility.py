"""Every page on fixed data in the browser: no axe fault, no sideways scrolling, no breach of the CSP."""

import os

import pytest
from playwright.sync_api import Page, ViewportSize
from pytest_playwright.pytest_playwright import CreateContextCallback

from tests.browsers import accessibility_faults
from zaakwerk.design.tests.browser import showing
from zaakwerk.design.tests.pages import PAGES

pytestmark = pytest.mark.skipif(
    os.environ.get("ZAAKWERK_TEST_DATABASE") == "postgresql",
    reason="these pages touch no database: the run on SQLite covers them",
)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
DESK = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)
ZOOMED = ViewportSize(width=320, height=256)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_at_the_desk_on_a_phone_and_zoomed_in(page: Page, name: str) -> None:
    with showing(page, name) as complaints:
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            assert accessibility_faults(page) == []
        for size in (PHONE, ZOOMED):
            page.set_viewport_size(size)
            assert page.evaluate(SIDEWAYS) <= 0
        assert complaints == []


def test_menus_close_on_escape_and_give_the_focus_back(page: Page) -> None:
    with showing(page, "werk-dossier"):
        menu = page.locator("details.zw-menu", has_text="Meer acties")
        menu.locator("summary").click()
        assert menu.get_attribute("open") is not None
        page.keyboard.press("Escape")
        assert menu.get_attribute("open") is None
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_sticky_bar_never_hides_the_focus(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 1280, "height": 700})
    with showing(page, "werk-dossier-28"):
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        for _ in range(40):
            page.keyboard.press("Shift+Tab")
            hidden = page.evaluate("""() => {
                const focus = document.activeElement, bar = document.querySelector(".zw-dossier-bar");
                if (focus === document.body || bar.contains(focus)) return false;
                const it = focus.getBoundingClientRect(), over = bar.getBoundingClientRect();
                return it.right > over.left && over.top <= 0 && it.bottom > 0 && it.bottom <= over.bottom;
            }""")
            assert not hidden, page.evaluate("document.activeElement.outerHTML")


def test_a_changed_filter_replaces_only_the_list_and_is_announced(page: Page) -> None:
    with showing(page, "werk-zaken") as complaints:
        page.evaluate("window.stillHere = true")
        page.get_by_role("combobox", name="Termijn").select_option("te-laat")
        page.wait_for_url("**term=te-laat**")
        page.locator("#meldingen-live", has_text="105 zaken gevonden").wait_for(state="attached")
        assert page.evaluate("window.stillHere")
        assert complaints == []


def test_the_filter_works_without_scripts(new_context: CreateContextCallback) -> None:
    tab = new_context(java_script_enabled=False).new_page()
    with showing(tab, "werk-zaken"):
        tab.get_by_role("combobox", name="Termijn").select_option("te-laat")
        tab.get_by_role("button", name="Filter").click()
        tab.wait_for_url("**term=te-laat**")
