"""Journey of a behandelaar: a zaak from request to archive date on the werkplek."""

from pathlib import Path

import pytest

from tests.journeys import desk
from tests.journeys.conftest import NewVisit
from tests.journeys.municipality import BSN, Municipality, in_words, in_years
from tests.journeys.visits import Visit
from zaakwerk.zgw import clock

REQUEST = desk.Request(
    "Omgevingsvergunning kappen boom", "Kappen van een berk, Schoolstraat 3", BSN, "Testpersoon"
)
TABS = ("documenten", "taken", "betrokkenen", "besluiten", "relaties", "notities", "tijdlijn")


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    """What the applicant brought along."""
    path = tmp_path / "tekening.txt"
    path.write_text("De berk staat 3 meter van de stoep.")
    return path


def test_a_zaak_goes_from_request_to_archive_date(
    visit: Visit, municipality: Municipality, drawing: Path
) -> None:
    desk.sign_in(visit)
    desk.filter_the_list(visit)
    dossier = desk.register(visit, REQUEST)
    visit.look()
    document = desk.add_document(visit, "Tekening", "Tekening van de tuin", drawing, definitief=True)
    desk.prepare(visit, desk.KAPPEN["Volledigheid"])
    desk.set_status(visit, "Volledigheid", "Alles is er.")
    desk.prepare(visit, desk.KAPPEN["Onderzoek ter plaatse"])
    desk.set_status(visit, "Onderzoek ter plaatse")
    desk.add_document(visit, "Advies", "Advies van de boomdeskundige", drawing, definitief=True)
    desk.set_status(visit, "Besluit voorbereiden")
    desk.add_document(visit, "Besluit", "Besluit", drawing, definitief=True)
    with municipality.checked_out(document):
        desk.cannot_close(visit, dossier, "is nog in bewerking.")
    visit.open(dossier.path)
    desk.close(visit, "Geweigerd", "De berk is gezond.")
    today, zaak = clock.today(), municipality.zaak(dossier.uuid)
    assert (zaak["einddatum"], zaak["archiefactiedatum"]) == (str(today), str(in_years(today, 5)))
    visit.reads(
        f"Afgehandeld op {in_words(today)}: Geweigerd.",
        f"De zaak wordt bewaard tot {in_words(in_years(today, 5))} en daarna vernietigd.",
    )
    visit.look()
    for tab in TABS:
        visit.open(f"{dossier.path}?tab={tab}")
        visit.look()
    visit.reads("Status: Afgehandeld", "Status: Volledigheid", "Alles is er.", "Zaak geregistreerd")


def test_the_eindstatus_cannot_be_set_without_a_resultaat_and_the_page_says_so(
    new_visit: NewVisit, municipality: Municipality
) -> None:
    zaaktype = municipality.zaaktype("PARKEREN")
    zaak = municipality.register(zaaktype, "Parkeren zonder resultaat")
    municipality.set_status(zaak, municipality.part("statustypen", zaaktype, "Controle"))
    visit = new_visit(inspects=False)
    desk.sign_in(visit)
    visit.open(f"/werk/zaken/{zaak['uuid']}/status")
    visit.reads("Hiermee sluit de zaak. Kies ‘Handel de zaak af’.")
    assert visit.page.get_by_role("radio", name="Afgehandeld").is_disabled()
    visit.inspects = True
    visit.look()
