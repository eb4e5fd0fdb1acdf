"""Portal: the steps a citizen takes in Mijn zaken."""

from pathlib import Path

from tests.journeys.visits import Visit


def sign_in(visit: Visit, number: str) -> None:
    """From the address of the portal, through the imitation DigiD, to the overview."""
    visit.open("/mijn/")
    visit.arrives_at("Inloggen bij Mijn zaken")
    visit.reads("Nagemaakte DigiD, alleen om te proberen", "Dit is niet de echte DigiD.")
    visit.look()
    visit.hands.write("Of vul een testnummer in", number)
    visit.hands.press("button", "Inloggen")
    visit.arrives_at("Mijn zaken")


def download(visit: Visit, title: str) -> bytes:
    """Opens a document of the zaak on screen; its content."""
    with visit.page.expect_download() as download:
        visit.page.get_by_role("link", name=title).click()
    return Path(download.value.path()).read_bytes()
