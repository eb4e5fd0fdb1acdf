"""Browsers: headless Chromium of the machine, Dutch, and the accessibility check every journey runs."""

import json
import shutil
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LAUNCH = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DRIVEN = {"page", "context", "browser", "new_context"}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that the system's packages installed, quiet on the network."""
    path = shutil.which("chromium")
    if path is None:
        pytest.fail("Chromium ontbreekt: draai scripts/install_test_needs.sh.")
    return {**browser_type_launch_args, "executable_path": path, "args": LAUNCH, "headless": True}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A Dutch clerk's desk."""
    desk = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", "viewport": {"width": 1280, "height": 900}}
    return {**browser_context_args, **desk}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what drives a browser and runs it last, after the cheap tests have spoken."""
    for item in items:
        if DRIVEN & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def accessibility_faults(page: Page, *, ignore: tuple[str, ...] = ()) -> list[str]:
    """What axe finds on the page against WCAG 2.2 AA, one line per fault with the elements concerned."""
    options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{page.url} {fault['id']}: {fault['help']} {json.dumps([node['target'] for node in fault['nodes']])}"
        for fault in found
        if fault["id"] not in ignore
    ]
