"""Browser: the tools of the journeys see what they must see."""

import pytest
from playwright.sync_api import Page

from tests.browsers import accessibility_faults
from tests.servers import Server

GOOD = """<!doctype html><html lang="nl"><head><title>Zaken</title></head>
<body><main><h1>Zaken</h1><a href="/">Naar het begin</a></main></body></html>"""
BAD = GOOD.replace("</main>", '<img src="/kaart.png"><input type="text"></main>')


def test_axe_finds_nothing_on_a_page_that_is_in_order(page: Page) -> None:
    page.set_content(GOOD)
    assert accessibility_faults(page) == []


@pytest.mark.parametrize("fault", ["image-alt", "label"])
def test_axe_finds_what_is_wrong_with_a_page(page: Page, fault: str) -> None:
    page.set_content(BAD)
    assert [line for line in accessibility_faults(page) if fault in line]
    assert not [line for line in accessibility_faults(page, ignore=(fault,)) if f" {fault}:" in line]


def test_axe_works_under_the_content_security_policy_of_the_pages(page: Page, server: Server) -> None:
    answer = page.goto(f"{server.address}/mijn/")
    assert answer is not None
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert isinstance(accessibility_faults(page), list)
