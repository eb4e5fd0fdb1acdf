"""Shows pages on fixed data to Chromium without a server: every request is answered from here, with the real CSP."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlparse

from django.contrib.staticfiles import finders
from django.test import override_settings
from playwright.sync_api import Browser, Page as Tab, Route, sync_playwright

from zaakwerk.design.tests.pages import PAGES
from zaakwerk.project.middleware import CONTENT_SECURITY_POLICY

HOST = "http://zaakwerk.test"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def answer(route: Route) -> None:
    """A static file from the finders, or the page named by the address: /page/<name>/<language>."""
    path = urlparse(route.request.url).path
    if path.startswith("/static/"):
        found = finders.find(path.removeprefix("/static/"))
        if not found:
            return route.fulfill(status=404, body=path)
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        return route.fulfill(body=Path(found).read_bytes(), content_type=kind)
    _, _, name, language = path.split("/")
    return route.fulfill(
        body=PAGES[name].render(language),
        content_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": CONTENT_SECURITY_POLICY},
    )


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium, the one the machine has."""
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@contextmanager
def show(browser: Browser, name: str, width: int, height: int = 900, language: str = "nl") -> Iterator[Tab]:
    """A tab with one page at a width in CSS pixels."""
    tab = browser.new_page(viewport={"width": width, "height": height}, bypass_csp=False)
    with override_settings(ROOT_URLCONF="zaakwerk.design.tests.urls"):
        tab.route("**/*", answer)
        tab.goto(f"{HOST}/page/{name}/{language}")
        yield tab
    tab.close()
