"""Shows pages on fixed data to Chromium without a server: requests are answered here, with the real CSP."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlparse

from django.contrib.staticfiles import finders
from django.test import override_settings
from playwright.sync_api import Page as Tab
from playwright.sync_api import Route

from zaakwerk.design.tests.pages import PAGES
from zaakwerk.project.middleware import CONTENT_SECURITY_POLICY

HOST = "http://zaakwerk.test"
LIST = "werk-zaken"


def answer(route: Route) -> None:
    """A static file from the finders, or the page named by the address: /page/<name>/<language>.

    The list of zaken asks for itself at its real address when a filter changes.
    """
    path = urlparse(route.request.url).path
    if path.startswith("/static/"):
        found = finders.find(path.removeprefix("/static/"))
        if not found:
            return route.fulfill(status=404, body=path)
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        return route.fulfill(body=Path(found).read_bytes(), content_type=kind)
    asked = f"/page/{LIST}/nl" if path == PAGES[LIST].path else path
    _, _, name, language = asked.split("/")
    return route.fulfill(
        body=PAGES[name].render(language),
        content_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": CONTENT_SECURITY_POLICY},
    )


@contextmanager
def showing(tab: Tab, name: str, language: str = "nl") -> Iterator[list[str]]:
    """The tab with a page in a language; yields what the browser complains about, as a breach of the CSP."""
    complaints: list[str] = []
    tab.on(
        "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    with override_settings(ROOT_URLCONF="zaakwerk.design.tests.urls"):
        tab.route("**/*", answer)
        tab.goto(f"{HOST}/page/{name}/{language}")
        yield complaints
