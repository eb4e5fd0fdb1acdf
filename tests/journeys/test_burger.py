"""Journey of a citizen: what Mijn zaken tells of their zaak while it runs and after it was closed."""

from pathlib import Path

from tests.journeys import desk, portal
from tests.journeys.conftest import NewVisit
from tests.journeys.municipality import Municipality, expected_on, in_words, in_years
from zaakwerk.zgw import clock

BSN = "999990238"
REQUEST = desk.Request("Omgevingsvergunning kappen boom", "Kappen van een iep, Molenweg 5", BSN, "Iepema")
LETTER = "Wij hebben uw aanvraag ontvangen en kijken of alles er is."


def test_a_citizen_follows_their_zaak_in_plain_words(
    new_visit: NewVisit, municipality: Municipality, tmp_path: Path
) -> None:
    clerk, today = new_visit(inspects=False), clock.today()
    desk.sign_in(clerk)
    dossier = desk.register(clerk, REQUEST)
    letter = tmp_path / "brief.txt"
    letter.write_text(LETTER)
    desk.add_document(clerk, "Brief", "Brief: uw aanvraag", letter, definitief=True)
    concept = desk.add_document(clerk, "Advies", "Advies in wording", letter, definitief=False)
    desk.add_document(clerk, "Tekening", "Tekening", letter, definitief=False)
    desk.prepare(clerk, desk.KAPPEN["Volledigheid"])
    desk.set_status(clerk, "Volledigheid")

    citizen = new_visit()
    portal.sign_in(citizen, BSN)
    citizen.reads("Lopend 1", "Wij kijken of uw aanvraag compleet is")
    citizen.look()
    citizen.hands.press("link", REQUEST.omschrijving)
    citizen.arrives_at(REQUEST.omschrijving)
    citizen.reads(
        "Wij hebben uw aanvraag ontvangen",
        f"Sinds {in_words(today)}",
        "U hoort uiterlijk op",
        in_words(expected_on(municipality.zaaktype("KAPPEN"), today)),
        "Wij schrijven het besluit",
    )
    citizen.misses("Volledigheid", "Advies in wording", BSN)
    citizen.look()
    assert portal.download(citizen, "Brief: uw aanvraag") == LETTER.encode()
    assert citizen.open(f"/mijn/zaken/{dossier.uuid}/documenten/{concept}") == 404

    clerk.open(dossier.path)
    clerk.page.get_by_text("Meer acties").click()
    clerk.hands.press("link", "Zaak afhandelen")
    clerk.hands.write("Waarom sluit de zaak nu al?", "De aanvrager trok de aanvraag in.")
    desk.choose_outcome(clerk, "Ingetrokken", "U wilde de boom toch houden.")
    citizen.open(f"/mijn/zaken/{dossier.uuid}/")
    citizen.reads(
        f"Afgerond op {in_words(today)}",
        "Ingetrokken",
        "U wilde de boom toch houden.",
        "Hoe het ging",
        f"Wij bewaren deze zaak tot {in_words(in_years(today, 1))}. Daarna vernietigen wij alles.",
    )
    citizen.misses("Onze boomdeskundige bekijkt de boom", "U hoort uiterlijk op")
    citizen.look()
    citizen.hands.press("link", "Mijn zaken")
    citizen.reads("U hebt nu geen lopende zaken.", "Afgerond 1")


def test_a_citizen_without_zaken_reads_what_will_be_here(new_visit: NewVisit) -> None:
    citizen = new_visit(inspects=False)
    portal.sign_in(citizen, "999990299")
    citizen.reads("U hebt nog geen zaken", "Als u iets aanvraagt bij Gemeente Zonnedael")
    citizen.inspects = True
    citizen.look()
