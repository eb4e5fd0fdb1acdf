"""The dossier: what it shows, for how many statements, and to whom."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zaakwerk.catalogi.models import ZaakTypeInformatieObjectType
from zaakwerk.documenten.models import (
    EnkelvoudigInformatieObject,
    EnkelvoudigInformatieObjectVersie,
    ObjectInformatieObject,
)
from zaakwerk.werkplek.tests.balie import employee, page
from zaakwerk.zaken.models import Rol, Zaak, ZaakInformatieObject
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw import clock
from zaakwerk.zgw.models import AuditRegel

pytestmark = pytest.mark.django_db
TABS = ("overzicht", "documenten", "taken", "betrokkenen", "besluiten", "relaties", "notities", "tijdlijn")
MOST_STATEMENTS = 45
SQUARE = [[[5.1, 52.1], [5.101, 52.1], [5.101, 52.101], [5.1, 52.101], [5.1, 52.1]]]


@pytest.fixture
def world() -> World:
    return World()


def fill(world: World, zaak: Zaak, papers: int, people: int) -> None:
    """A dossier with many documents and rollen."""
    soort = world.document().informatieobjecttype
    for number in range(papers):
        paper = EnkelvoudigInformatieObject.objects.create(
            informatieobjecttype=soort,
            vertrouwelijkheidaanduiding=2,
            identificatie=f"V-{zaak.pk}-{number}",
            bronorganisatie=zaak.bronorganisatie,
            indicatie_gebruiksrecht=False,
        )
        paper.laatste_versie = EnkelvoudigInformatieObjectVersie.objects.create(
            document=paper,
            informatieobjecttype=soort,
            vertrouwelijkheidaanduiding=2,
            versie=1,
            titel=f"Stuk {number}",
            auteur="A",
            taal="nld",
            creatiedatum=clock.today(),
            begin_registratie=clock.now(),
        )
        paper.save()
        ObjectInformatieObject.objects.create(
            informatieobject=paper, object_type="zaak", object_uuid=zaak.uuid, object="x"
        )
        ZaakInformatieObject.objects.create(zaak=zaak, informatieobject=paper, registratiedatum=clock.now())
    Rol.objects.bulk_create(
        Rol(
            zaak=zaak,
            roltype=world.behandelaar,
            omschrijving="Behandelaar",
            omschrijving_generiek="behandelaar",
            betrokkene_type="medewerker",
            betrokkene_identificatie={"identificatie": str(n), "achternaam": f"Mens {n}"},
            roltoelichting="",
            registratiedatum=clock.now(),
        )
        for n in range(people)
    )


def statements(client: Any, address: str) -> int:
    """How many statements a page takes."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("tab", TABS)
def test_a_dossier_takes_as_many_statements_with_much_in_it_as_with_little(world: World, tab: str) -> None:
    little, much = world.zaak(), world.zaak()
    for zaak in (little, much):
        world.set_status(zaak, 0)
        world.add_rol(zaak)
    fill(world, Zaak.objects.get(uuid=little["uuid"]), 2, 2)
    fill(world, Zaak.objects.get(uuid=much["uuid"]), 120, 200)
    client = employee()
    few = statements(client, f"{page('zaak', little)}?tab={tab}")
    many = statements(client, f"{page('zaak', much)}?tab={tab}")
    assert many <= few <= MOST_STATEMENTS


def test_the_head_names_the_one_next_action_and_says_why_others_cannot(world: World) -> None:
    zaak = world.zaak(omschrijving="Dakkapel")
    world.set_status(zaak, 0)
    shown = employee().get(page("zaak", zaak)).content.decode()
    assert shown.count('id="volgende-actie"') == 1
    assert "Zet op In behandeling" in shown
    assert "De zaak is nog open." in shown


def test_a_step_that_lacks_something_makes_that_the_next_action(world: World) -> None:
    world.eigenschap.statustype = world.steps[1]
    world.eigenschap.save()
    ZaakTypeInformatieObjectType.objects.all().delete()
    zaak = world.zaak()
    world.set_status(zaak, 0)
    answer = employee().get(page("zaak", zaak))
    assert answer.context["actie"]["text"] == "Vul bouwkosten in"
    assert answer.context["actie"]["url"] == page("gegevens", zaak)
    assert "(nog nodig)" in answer.content.decode()


def test_presence_names_who_else_has_the_dossier_open(world: World) -> None:
    zaak = world.zaak()
    fatima, joris = employee("fatima"), employee("joris")
    assert fatima.get(page("zaak", zaak)).context["collegas"] == []
    assert joris.get(page("zaak", zaak)).context["collegas"] == ["Fatima Voorbeeld"]
    beat = fatima.get(page("aanwezig", zaak))
    assert "Joris Voorbeeld" in beat.content.decode()


def test_presence_stops_asking_without_a_session_or_a_right_and_says_nothing(
    world: World, client: Any
) -> None:
    zaak = world.zaak(vertrouwelijkheidaanduiding="geheim")
    for browser in (client, employee()):
        answer = browser.get(page("aanwezig", zaak))
        assert (answer.status_code, answer.content) == (286, b"")


def test_the_timeline_tells_who_did_what_and_every_event_has_its_own_address(world: World) -> None:
    zaak = world.zaak(omschrijving="Eerst")
    world.api.patch(zaak["url"], {"omschrijving": "Later"})
    client = employee()
    events = client.get(page("zaak", zaak), {"tab": "tijdlijn"}).context["gebeurtenissen"]
    assert [event.titel for event in events] == ["Zaak gewijzigd", "Zaak geregistreerd"]
    one = client.get(page("zaak", zaak), {"tab": "tijdlijn", "merk": events[0].merk})
    assert "Eerst" in one.content.decode() and "Later" in one.content.decode()
    piece = client.get(page("verschil", zaak, events[0].regel)).content.decode()
    assert "Eerst" in piece and "<html" not in piece


@pytest.mark.parametrize(
    "merk", ["regel-999999", "status-1", "document-1", "x", "regel-x", "regel-" + "9" * 40]
)
def test_an_event_that_is_not_in_the_timeline_is_not_found(world: World, merk: str) -> None:
    zaak = world.zaak()
    assert employee().get(page("zaak", zaak), {"tab": "tijdlijn", "merk": merk}).status_code == 404


def test_an_event_of_another_zaak_tells_nothing(world: World) -> None:
    zaak, other = world.zaak(), world.zaak(omschrijving="Van een ander", vertrouwelijkheidaanduiding="geheim")
    line = AuditRegel.objects.get(hoofd_uuid=other["uuid"])
    piece = employee().get(page("verschil", zaak, line.pk)).content.decode()
    assert "Van een ander" not in piece


@pytest.mark.parametrize("soort", ["mens", "systeem", "gegevens", "onzin"])
def test_the_timeline_shows_one_kind_at_a_time(world: World, soort: str) -> None:
    zaak = world.zaak()
    world.set_status(zaak, 0)
    answer = employee().get(page("zaak", zaak), {"tab": "tijdlijn", "soort": soort, "page": "1"})
    titles = [event.titel for event in answer.context["gebeurtenissen"]]
    assert bool(titles) is (soort in ("systeem", "onzin"))


def test_the_place_is_drawn_by_the_server_with_its_coordinates_in_words(world: World) -> None:
    zaak = world.zaak(zaakgeometrie={"type": "Polygon", "coordinates": SQUARE})
    shown = employee().get(page("zaak", zaak), {"tab": "relaties"}).content.decode()
    assert 'class="zw-map__shape" d="M' in shown
    assert "52,10000° NB, 5,10000° OL" in shown
    assert "Een vlak van ongeveer" in shown
    assert "http://" not in shown.replace("http://www.w3.org", "")


def test_a_related_zaak_out_of_reach_shows_that_it_is_there_and_nothing_else(world: World) -> None:
    secret = world.zaak(omschrijving="Heel geheim", vertrouwelijkheidaanduiding="geheim")
    related = [{"url": secret["url"], "aardRelatie": "onderwerp"}]
    zaak = world.zaak(relevanteAndereZaken=related)
    shown = employee().get(page("zaak", zaak), {"tab": "relaties"}).content.decode()
    assert "Een zaak waar u geen toegang toe hebt" in shown
    assert secret["identificatie"] not in shown and "Heel geheim" not in shown
    assert secret["uuid"] not in shown
