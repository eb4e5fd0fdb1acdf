"""The desk: from sign-in to archive date, without a script in the browser."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from zaakwerk.autorisaties.models import Medewerker, Toekenning
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


def employee(rol: str = "behandelaar", **grant: Any) -> Client:
    """A browser in which an employee with one role is signed in."""
    user = Medewerker.objects.create_user(f"mw-{rol}", password="een-lang-wachtwoord", first_name="Fatima")
    Toekenning.objects.create(medewerker=user, rol=rol, **grant)
    client = Client()
    client.force_login(user)
    return client


def page(name: str, zaak: Any = None) -> str:
    """The address of a page, of a zaak as the API answers it."""
    return reverse(f"werkplek:{name}", args=[zaak["uuid"]] if zaak else [])


def register(client: Client, world: World, omschrijving: str, vraag: str, **more: str) -> Any:
    """The answer to the last step of a new zaak, begun with its type and whoever asks."""
    begun = client.post("/werk/zaken/nieuw", {"zaaktype": str(world.zaaktype.uuid)}).headers["Location"]
    found = client.post(begun, {"vraag": vraag}).context["gevonden"]
    chosen = client.post(begun, {"doe": "kies", "keuze": found[0]["zegel"]}).headers["Location"]
    return client.post(chosen, {"omschrijving": omschrijving, "toelichting": "", **more})


def test_signing_in_opens_the_list(world: World) -> None:
    Medewerker.objects.create_user("fatima", password="een-lang-wachtwoord")
    client = Client()
    asked = client.get("/werk/zaken/")
    assert asked.headers["Location"].startswith("/werk/inloggen")
    wrong = client.post("/werk/inloggen", {"username": "fatima", "password": "fout"})
    right = client.post("/werk/inloggen", {"username": "fatima", "password": "een-lang-wachtwoord"})
    assert wrong.status_code == 200
    assert right.headers["Location"] == "/werk/"


def test_the_desk_opens_where_somebody_works() -> None:
    assert "Werkvoorraad</h1>" in employee("behandelaar").get("/werk/").content.decode()
    assert employee("functioneel_beheerder").get("/werk/").headers["Location"] == "/beheer/"


def test_without_a_grant_the_list_says_why(world: World) -> None:
    user = Medewerker.objects.create_user("nieuw", password="een-lang-wachtwoord")
    client = Client()
    client.force_login(user)
    answer = client.get("/werk/zaken/")
    assert answer.status_code == 403
    assert "zaken.lezen" in answer.content.decode()


def test_the_list_shows_what_may_be_seen_with_its_term(world: World) -> None:
    today = clock.today()
    late = world.zaak(omschrijving="Te laat", uiterlijkeEinddatumAfdoening=str(today - timedelta(days=3)))
    world.zaak(omschrijving="Ruim op tijd", uiterlijkeEinddatumAfdoening=str(today + timedelta(days=90)))
    world.zaak(omschrijving="Heel geheim", vertrouwelijkheidaanduiding="geheim")
    world.close(world.zaak(omschrijving="Al klaar"))
    client = employee()
    everything = client.get("/werk/zaken/").content.decode()
    overdue = client.get("/werk/zaken/", {"term": "te-laat"}).content.decode()
    searched = client.get("/werk/zaken/", {"q": late["identificatie"][-6:]}).content.decode()
    assert "Te laat" in everything and "Ruim op tijd" in everything
    assert "Heel geheim" not in everything and "Al klaar" not in everything
    assert "Ruim op tijd" not in overdue
    assert late["identificatie"] in overdue and late["identificatie"] in searched


@pytest.mark.parametrize(
    "query", ["?page=9999", "?page=x", "?sorteer=kleur", "?term=x", "?q=%00", "?zaaktype=niets"]
)
def test_odd_addresses_of_the_list_still_answer(world: World, query: str) -> None:
    world.zaak()
    assert employee().get(f"/werk/zaken/{query}").status_code == 200


TABS = ("overzicht", "documenten", "taken", "betrokkenen", "besluiten", "relaties", "notities", "tijdlijn")


@pytest.mark.parametrize("tab", [*TABS, "onbekend"])
def test_every_section_of_the_dossier(world: World, tab: str) -> None:
    zaak = world.zaak(omschrijving="Dakkapel Lindelaan 12")
    world.add_rol(zaak)
    world.set_status(zaak, 0)
    answer = employee().get(page("zaak", zaak), {"tab": tab})
    assert answer.status_code == 200
    assert "Dakkapel Lindelaan 12" in answer.content.decode()
    assert "999993653" not in answer.content.decode()


def test_a_zaak_out_of_reach_is_refused_with_the_reason(world: World) -> None:
    zaak = world.zaak(vertrouwelijkheidaanduiding="geheim")
    client = employee()
    for name in ("zaak", "status", "afhandelen", "document_toevoegen"):
        assert client.get(page(name, zaak)).status_code == 403
    assert (
        client.get(reverse("werkplek:zaak", args=["6ba7b810-9dad-41d1-80b4-00c04fd430c8"])).status_code == 404
    )


def test_a_zaak_from_request_to_archive_date(world: World) -> None:
    client = employee()
    made = register(client, world, "Dakkapel", "999993653")
    zaak = Zaak.objects.get()
    assert made.headers["Location"] == reverse("werkplek:zaak", args=[zaak.uuid]) + "#volgende-actie"
    assert set(zaak.rollen.values_list("omschrijving_generiek", flat=True)) == {"initiator", "behandelaar"}
    address = {"uuid": zaak.uuid}
    step = {"naar": "volgend:2", "toelichting": "Begonnen"}
    assert client.post(page("status", address), step).status_code == 302
    closing = client.get(page("afhandelen", address)).content.decode()
    assert "Wordt 5 jaar na afhandeling vernietigd." in closing
    outcome = {"resultaattype": str(world.resultaattype.uuid), "toelichting": "Akkoord"}
    assert client.post(page("afhandelen", address), outcome).status_code == 302
    zaak.refresh_from_db()
    assert zaak.einddatum == clock.today()
    assert zaak.archiefnominatie == "vernietigen"
    assert zaak.archiefactiedatum is not None
    dossier = client.get(page("zaak", address)).content.decode()
    assert "De zaak wordt bewaard tot" in dossier
    tijdlijn = client.get(page("zaak", address), {"tab": "tijdlijn"}).content.decode()
    assert "Betrokkene toegevoegd: S. de Wit (Aanvrager)" in tijdlijn
    assert client.get(page("afhandelen", address)).headers["Location"] == page("zaak", address)


def test_closing_says_why_it_cannot_be_done(world: World) -> None:
    zaak = world.zaak()
    world.link(zaak, world.document(indicatie_gebruiksrecht=None))
    client = employee()
    assert "gebruiksrechten" in client.get(page("afhandelen", zaak)).content.decode()
    refused = client.post(page("afhandelen", zaak), {"resultaattype": str(world.resultaattype.uuid)})
    assert "gebruiksrechten" in refused.content.decode()
    assert not hasattr(Zaak.objects.get(), "resultaat")


def test_a_reader_sees_but_cannot_change_and_reads_why(world: World) -> None:
    zaak = world.zaak()
    client = employee("raadpleger")
    assert "Uw rol mag deze zaak niet wijzigen." in client.get(page("zaak", zaak)).content.decode()
    answer = client.post(page("status", zaak), {"naar": "volgend:1"})
    assert "zaken.statussen.toevoegen" in answer.content.decode()
    assert Zaak.objects.get().status is None


def test_a_document_is_added_and_opened(world: World) -> None:
    zaak = world.zaak()
    soort = world.document().informatieobjecttype
    EnkelvoudigInformatieObject.objects.all().delete()
    client = employee()
    upload = SimpleUploadedFile("brief.txt", b"Geachte mevrouw", "text/plain")
    form = {
        "inhoud": upload,
        "informatieobjecttype": str(soort.uuid),
        "titel": "Brief",
        "creatiedatum": "2026-01-05",
    }
    assert client.post(page("document_toevoegen", zaak), form).status_code == 302
    paper = EnkelvoudigInformatieObject.objects.get()
    answer = client.get(reverse("werkplek:document", args=[zaak["uuid"], paper.uuid]))
    assert b"".join(answer) == b"Geachte mevrouw"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="brief.txt"'
    other = world.zaak()
    assert client.get(reverse("werkplek:document", args=[other["uuid"], paper.uuid])).status_code == 404


def test_pages_carry_a_policy_without_inline_and_read_in_english(world: World) -> None:
    client = employee()
    answer = client.get("/werk/zaken/", headers={"accept-language": "en"})
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
    assert " style=" not in answer.content.decode()
    assert "<script>" not in answer.content.decode()
