"""Fixtures of the journeys: tabs on the demo server, and its register as a client application sees it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.journeys.municipality import Municipality
from tests.journeys.visits import Visit
from tests.servers import Server

NewVisit = Callable[..., Visit]


@pytest.fixture
def new_visit(
    demo_server: Server, browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[NewVisit]:
    """Opens tabs that share no cookie; after the test none of them may have a complaint left."""
    visits: list[Visit] = []

    def open_tab(
        *,
        inspects: bool = True,
        forgives: tuple[str, ...] = (),
        address: str = demo_server.address,
        **context: Any,
    ) -> Visit:
        page = browser.new_context(**{**browser_context_args, **context}).new_page()
        visits.append(Visit(page, address, inspects, forgives))
        return visits[-1]

    yield open_tab
    for visit in visits:
        visit.page.context.close()
    assert [said for visit in visits for said in visit.complaints] == []


@pytest.fixture
def visit(new_visit: NewVisit) -> Visit:
    """One tab."""
    return new_visit()


@pytest.fixture(scope="session")
def municipality(demo_server: Server) -> Municipality:
    """The demo municipality through its APIs."""
    return Municipality.at(demo_server.address)
