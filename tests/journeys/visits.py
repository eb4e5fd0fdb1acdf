"""Visits: one browser tab on the real server, and what is checked on every page it comes to."""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request, ViewportSize, expect

from tests.browsers import accessibility_faults
from tests.journeys.hands import Hands, Mouse

DESK = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
UNAVAILABLE = "Failed to load resource"


@dataclass
class Visit:
    """A tab, how it is operated, and what the browser complained about so far.

    `inspects` is off where the pages were inspected by an earlier journey, or cannot be (no scripts, no axe).
    `forgives` names addresses on pages that are not ours and may be missing.
    """

    page: Page
    address: str
    inspects: bool = True
    forgives: tuple[str, ...] = ()
    complaints: list[str] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    hands: Hands = field(init=False)

    def __post_init__(self) -> None:
        self.hands = Mouse(self.page)
        self.page.on("request", self.note_document)
        self.page.on("console", self.note_complaint)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def note_document(self, request: Request) -> None:
        """Remembers what was asked for as a page."""
        if request.is_navigation_request():
            self.documents.add(request.url)

    def note_complaint(self, said: ConsoleMessage) -> None:
        """Keeps errors and warnings; that a page itself answered 4xx is for the journey to judge."""
        source = said.location["url"]
        is_page = said.text.startswith(UNAVAILABLE) and (
            source in self.documents or source.endswith(self.forgives)
        )
        if said.type in ("error", "warning") and not is_page:
            self.complaints.append(f"{self.page.url} {said.text} {source}")

    def open(self, path: str) -> int:
        """Goes to a page; its HTTP status."""
        answer = self.page.goto(f"{self.address}{path}")
        assert answer is not None
        return answer.status

    def look(self, *, ignore: tuple[str, ...] = ()) -> None:
        """Inspects the page at the desk and on a phone: axe, no sideways scrolling, no complaint."""
        if self.inspects:
            for size in (PHONE, DESK):
                self.page.set_viewport_size(size)
                assert accessibility_faults(self.page, ignore=ignore) == []
                assert self.page.evaluate(SIDEWAYS) <= 0, f"{self.page.url} scrolls sideways at {size}"
        assert self.complaints == []

    def reads(self, *texts: str) -> None:
        """Finds every text in what the page shows."""
        for text in texts:
            expect(self.page.get_by_role("main")).to_contain_text(text)

    def misses(self, *texts: str) -> None:
        """Finds none of the texts."""
        for text in texts:
            expect(self.page.get_by_role("main")).not_to_contain_text(text)

    def arrives_at(self, heading: str) -> None:
        """Waits for the page with this heading."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
