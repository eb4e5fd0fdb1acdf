"""Journey of somebody who reads English: no text of ours is left in Dutch on the main pages."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from scripts import messages
from tests.journeys.conftest import NewVisit
from tests.journeys.municipality import CATALOGI, ZAKEN, Municipality
from tests.journeys.visits import Visit
from zaakwerk.demo.people import INWONERS, ORGANISATIES, SANNE, WACHTWOORD

SHORTEST_NAME = 5
PLACEHOLDER = re.compile(r"%\(\w+\)s")
DUTCH = re.compile(
    r"\b(?:de|het|een|niet|nog|deze|wordt|zaak(?!-)|zaken|voor|uw|wij|geen|naar)\b", re.IGNORECASE
)
# Every text that is read or heard, but for what is marked as another language and the choices of lists.
TEXTS = """() => {
    const said = [], skip = "code, option, script, style, noscript, [lang]:not(html)";
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode())
        if (!walk.currentNode.parentElement.closest(skip)) said.push(walk.currentNode.data);
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title], [data-label]"))
        for (const name of ["aria-label", "placeholder", "title", "data-label"])
            said.push(element.getAttribute(name) ?? "");
    said.push(...document.title.split(" – "));
    return said.map((text) => text.replace(/\\s+/g, " ").trim()).filter(Boolean);
}"""


def untranslated(catalogue: Any) -> Iterator[re.Pattern[str]]:
    """Each Dutch text whose English differs, as a pattern that fills its placeholders."""
    for message in catalogue:
        dutch, english = messages.as_forms(message.id), messages.as_forms(message.string)
        for form, translation in zip(dutch, english, strict=False):
            words = PLACEHOLDER.sub("", str(form)).split()
            # One small word between values ("2 of 3") says nothing about the language of what it fits.
            if form and form != translation and (len(words) > 1 or not PLACEHOLDER.search(str(form))):
                parts = (re.escape(part) for part in PLACEHOLDER.split(str(form).strip()))
                yield re.compile(".+".join(parts))


@pytest.fixture(scope="module")
def patterns() -> list[re.Pattern[str]]:
    """What the catalogue translates."""
    return list(untranslated(messages.load("en")))


@pytest.fixture(scope="module")
def data(municipality: Municipality) -> set[str]:
    """The words of the municipality itself and the names of the APIs, which have no translation."""
    from zaakwerk.project.api import COMPONENTS

    kinds = ("statustypen", "roltypen", "resultaattypen", "eigenschappen", "informatieobjecttypen")
    paths = [f"{CATALOGI}/{kind}" for kind in (*kinds, "zaaktypen")] + [
        f"{ZAKEN}/zaken",
        f"{ZAKEN}/statussen",
    ]
    words = {word for path in paths for word in leaves(municipality.get(path)["results"])}
    names = {found.naam for found in (*INWONERS, *ORGANISATIES)}
    titles = {title for component in COMPONENTS for title in (component.title, f"– {component.title}")}
    return words | names | titles


def leaves(value: Any) -> Iterator[str]:
    """Every text in an answer of an API, as a page shows it."""
    match value:
        case str():
            yield " ".join(value.split())
        case list():
            yield from (text for item in value for text in leaves(item))
        case dict():
            yield from (text for item in value.values() for text in leaves(item))


def dutch_on(visit: Visit, patterns: list[re.Pattern[str]], data: set[str]) -> list[str]:
    """The texts on the page that the catalogue or a Dutch reader would know as Dutch."""
    assert visit.page.locator("html").get_attribute("lang") == "en"
    ours = [without(text, data) for text in visit.page.evaluate(TEXTS) if text not in data]
    assert ours
    return [
        text for text in ours if DUTCH.search(text) or any(pattern.fullmatch(text) for pattern in patterns)
    ]


def without(text: str, data: set[str]) -> str:
    """A text without the words of the municipality that stand in it, such as the name of a property."""
    for words in sorted(data, key=len, reverse=True):
        if len(words) >= SHORTEST_NAME:
            text = text.replace(words, "")
    return text


def test_the_check_finds_dutch_on_a_dutch_page(visit: Visit, patterns: list[re.Pattern[str]]) -> None:
    visit.open("/")
    found = [text for text in visit.page.evaluate(TEXTS) if any(p.fullmatch(text) for p in patterns)]
    assert {"Elke zaak van aanvraag tot archief", "Voor ontwikkelaars", "Werkplek"} <= set(found)


@pytest.mark.parametrize(
    "path",
    ["/", "/werk/inloggen", "/mijn/inloggen", "/er/is/hier/niets/"],
)
def test_whoever_prefers_english_reads_it_before_signing_in(
    new_visit: NewVisit, path: str, patterns: list[re.Pattern[str]], data: set[str]
) -> None:
    visit = new_visit(inspects=False, locale="en-GB")
    visit.open(path)
    assert dutch_on(visit, patterns, data) == []


def test_the_desk_is_english_after_one_press(
    new_visit: NewVisit, municipality: Municipality, patterns: list[re.Pattern[str]], data: set[str]
) -> None:
    visit = new_visit(inspects=False)
    visit.open("/werk/")
    visit.hands.press("button", "English")
    visit.arrives_at("Sign in to the desk")
    visit.hands.write("User name", "fatima")
    visit.hands.write("Password", WACHTWOORD)
    visit.hands.press("button", "Sign in")
    visit.arrives_at("Worklist")
    assert dutch_on(visit, patterns, data) == []
    zaaktype = municipality.zaaktype("KAPPEN")
    zaak = municipality.register(zaaktype, "Felling a tree")
    municipality.set_status(zaak, municipality.part("statustypen", zaaktype, "Ontvangen"))
    dossier = f"/werk/zaken/{zaak['uuid']}/"
    lists = (
        "/werk/?tab=team_alles",
        "/werk/zaken/?q=xyz",
        "/werk/zoeken?q=xyz",
        "/werk/lijsten/",
        "/werk/account/",
    )
    for path in (*lists, "/werk/zaken/nieuw", dossier, f"{dossier}?tab=documenten"):
        visit.open(path)
        assert dutch_on(visit, patterns, data) == []
    tabs = ("betrokkenen", "besluiten", "taken", "relaties", "notities", "tijdlijn")
    for part in (*(f"?tab={tab}" for tab in tabs), "status", "afhandelen", "documenten/nieuw"):
        visit.open(f"{dossier}{part}")
        assert dutch_on(visit, patterns, data) == []


def test_the_portal_is_english_for_whoever_prefers_it(
    new_visit: NewVisit, patterns: list[re.Pattern[str]], data: set[str]
) -> None:
    visit = new_visit(inspects=False, locale="en-GB")
    visit.open("/mijn/")
    visit.hands.write("Or enter a test number", SANNE.bsn)
    visit.hands.press("button", "Sign in")
    visit.arrives_at("My cases")
    expect(visit.page.get_by_role("heading", name="In progress")).to_be_visible()
    assert dutch_on(visit, patterns, data) == []
    visit.page.locator(".zw-mine__link").first.click()
    visit.reads("You will hear from us by")
    assert dutch_on(visit, patterns, data) == []
