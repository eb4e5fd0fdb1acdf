"""Journey of an application: a zaak handled through the API with a JWT and seen in both faces."""

from tests.journeys import desk, portal
from tests.journeys.conftest import NewVisit
from tests.journeys.municipality import ZAKEN, Municipality, in_words, in_years
from zaakwerk.zgw import clock

BSN = "999990251"
SUBJECT = "Kappen van een wilg, Havenkade 1"


def test_a_zaak_of_the_api_is_seen_in_both_faces(new_visit: NewVisit, municipality: Municipality) -> None:
    zaaktype, today = municipality.zaaktype("KAPPEN"), clock.today()
    zaak = municipality.register(zaaktype, SUBJECT, toelichting="De wilg hangt over het water.")
    municipality.add_initiator(zaak, zaaktype, BSN)
    municipality.set_status(zaak, municipality.part("statustypen", zaaktype, "Ontvangen"))

    clerk, citizen = new_visit(inspects=False), new_visit(inspects=False)
    desk.sign_in(clerk)
    clerk.hands.write("Zoek in zaken, personen en documenten", zaak["identificatie"])
    clerk.hands.press("button", "Zoek")
    clerk.reads("1 zaak")
    clerk.hands.press("link", SUBJECT)
    clerk.arrives_at(SUBJECT)
    clerk.reads("T. Tester", "nog 56 dagen", "De wilg hangt over het water.", "Nodig voor: Volledigheid")
    portal.sign_in(citizen, BSN)
    citizen.reads(SUBJECT, "Wij hebben uw aanvraag ontvangen")

    eindstatus = municipality.part("statustypen", zaaktype, "Afgehandeld")
    early = {"zaak": zaak["url"], "statustype": eindstatus, "datumStatusGezet": clock.now().isoformat()}
    refused = municipality.client.request("POST", f"{ZAKEN}/statussen", early)
    assert (refused.status, refused.json()["invalidParams"][0]["code"]) == (400, "resultaat-does-not-exist")
    municipality.create(
        f"{ZAKEN}/resultaten",
        zaak=zaak["url"],
        resultaattype=municipality.part("resultaattypen", zaaktype, "Verleend"),
        toelichting="De wilg mag weg.",
    )
    municipality.set_status(zaak, eindstatus, "Uw aanvraag is verleend.")
    closed, kept = municipality.zaak(zaak["uuid"]), in_years(today, 1)
    assert closed["einddatum"] == str(today)
    assert (closed["archiefnominatie"], closed["archiefactiedatum"]) == ("vernietigen", str(kept))

    clerk.page.reload()
    clerk.reads(f"Afgehandeld op {in_words(today)}: Verleend.", f"bewaard tot {in_words(kept)}")
    clerk.open("/werk/zaken/")
    clerk.misses(SUBJECT)
    citizen.hands.press("link", SUBJECT)
    citizen.reads("Afgerond op", "Verleend", "De wilg mag weg.", f"tot {in_words(kept)}")
