"""A new zaak: type, who asks, what is needed now, a document; no number in an address or a log."""

import logging
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from zaakwerk.basisregistraties.models import Bevraging
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.werkplek.models import Concept
from zaakwerk.werkplek.tests.balie import employee, page
from zaakwerk.zaken.models import Rol, Zaak, ZaakEigenschap
from zaakwerk.zaken.tests.world import World, zaaktype_row

pytestmark = pytest.mark.django_db
BSN = "999993653"


@pytest.fixture
def world() -> World:
    return World()


def begin(client: Any, world: World) -> str:
    """The address of the second step."""
    location: str = client.post(page("nieuwe_zaak"), {"zaaktype": str(world.zaaktype.uuid)}).headers[
        "Location"
    ]
    return location


def chosen(client: Any, world: World, vraag: str = BSN) -> str:
    """The address of the third step, with the first that was found."""
    second = begin(client, world)
    found = client.post(second, {"vraag": vraag}).context["gevonden"]
    location: str = client.post(second, {"doe": "kies", "keuze": found[0]["zegel"]}).headers["Location"]
    return location


def test_the_first_step_finds_a_type_by_keyword(world: World) -> None:
    zaaktype_row(omschrijving="Paspoort", trefwoorden=["reisdocument"])
    client = employee()
    found = client.get(page("nieuwe_zaak"), {"zoek": "reisdoc"}).context["zaaktypen"]
    assert [one.omschrijving for one in found] == ["Paspoort"]
    assert client.get(page("nieuwe_zaak"), {"zoek": "\x00"}).status_code == 200


def test_types_used_last_come_first(world: World) -> None:
    client = employee()
    client.post(chosen(client, world), {"omschrijving": "Eik"})
    assert [one.pk for one in client.get(page("nieuwe_zaak")).context["recent"]] == [world.zaaktype.pk]


def test_a_zaak_is_registered_with_whoever_asks_and_the_number_stays_out_of_addresses_and_logs(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    client = employee()
    with caplog.at_level(logging.DEBUG):
        third = chosen(client, world)
        made = client.post(third, {"omschrijving": "Kappen van een eik"})
    assert made.headers["Location"].endswith("#volgende-actie")
    assert BSN not in third + made.headers["Location"] + caplog.text
    assert Rol.objects.get(omschrijving_generiek="initiator").bsn == BSN
    assert Zaak.objects.filter(status__statustype__omschrijving="Ontvangen").count() == 1
    assert not Concept.objects.exists()


def test_every_look_up_is_written_down_with_its_purpose_and_without_the_number(world: World) -> None:
    client = employee()
    client.post(chosen(client, world), {"omschrijving": "Eik"})
    lines = Bevraging.objects.order_by("id")
    assert {line.gebruiker_id for line in lines} == {"fatima"}
    assert all(world.zaaktype.identificatie in line.doelbinding for line in lines)
    assert len({line.betrokkene for line in lines}) == 1
    assert BSN not in "".join(line.betrokkene for line in lines)


def test_no_number_stands_in_the_draft_or_in_the_page(world: World) -> None:
    client = employee()
    third = chosen(client, world)
    assert BSN not in "".join(Concept.objects.values_list("inhoud", flat=True))
    assert BSN not in client.get(third).content.decode()


@pytest.mark.parametrize("vraag", ["123456789", "12", "x", "1234567890123"])
def test_a_number_that_cannot_exist_is_explained(world: World, vraag: str) -> None:
    client = employee()
    answer = client.post(begin(client, world), {"vraag": vraag})
    assert answer.status_code == 400
    assert answer.context["form"].errors["vraag"]
    assert not Bevraging.objects.exists()


def test_somebody_no_source_knows_is_registered_by_number_and_name(world: World) -> None:
    client = employee()
    second = begin(client, world)
    unknown = client.post(second, {"vraag": "999990226"}).context["zelf"]
    form = {"doe": "kies", "keuze": unknown["zegel"], "naam": "Testpersoon"}
    third = client.post(second, form).headers["Location"]
    client.post(third, {"omschrijving": "Berk"})
    rol = Rol.objects.get(omschrijving_generiek="initiator")
    assert (rol.bsn, rol.betrokkene_identificatie["geslachtsnaam"]) == ("999990226", "Testpersoon")


def test_a_zaak_may_have_no_initiator(world: World) -> None:
    client = employee()
    third = client.post(begin(client, world), {"doe": "zonder"}).headers["Location"]
    client.post(third, {"omschrijving": "Kapotte lamp"})
    assert not Rol.objects.filter(omschrijving_generiek="initiator").exists()
    assert Zaak.objects.get().omschrijving == "Kapotte lamp"


def test_an_open_zaak_of_the_same_person_and_type_is_shown_before_another_is_made(world: World) -> None:
    open_one = world.zaak(omschrijving="Loopt al")
    world.add_rol(open_one)
    secret = world.zaak(omschrijving="Heel geheim", vertrouwelijkheidaanduiding="geheim")
    world.add_rol(secret)
    client = employee()
    answer = client.get(chosen(client, world))
    assert [zaak.omschrijving for zaak in answer.context["dubbel"]] == ["Loopt al"]
    assert "Heel geheim" not in answer.content.decode()


def test_only_the_fields_of_the_first_step_are_asked(world: World) -> None:
    later = world.make_eigenschap("later", "tekst", "10")
    later.statustype = world.steps[1]
    later.save()
    world.eigenschap.statustype = world.steps[0]
    world.eigenschap.save()
    client, field = employee(), f"eigenschap-{world.eigenschap.uuid}"
    third = chosen(client, world)
    assert f"eigenschap-{later.uuid}" not in client.get(third).context["form"].fields
    assert client.post(third, {"omschrijving": "Eik"}).context["form"].errors[field]
    client.post(third, {"omschrijving": "Eik", field: "12"})
    assert ZaakEigenschap.objects.get().waarde == "12"


def test_a_second_press_makes_no_second_zaak(world: World) -> None:
    client = employee()
    third = chosen(client, world)
    client.post(third, {"omschrijving": "Eik"})
    assert client.post(third, {"omschrijving": "Eik"}).headers["Location"] == page("nieuwe_zaak")
    assert Zaak.objects.count() == 1


def test_a_registration_left_half_way_waits_in_the_first_step_for_who_began_it(world: World) -> None:
    client = employee()
    third = chosen(client, world)
    assert client.get(page("nieuwe_zaak")).context["onaf"][0]["naam"] == "Boom kappen"
    other = employee("joris")
    assert other.get(page("nieuwe_zaak")).context["onaf"] == []
    assert other.get(third).headers["Location"] == page("nieuwe_zaak")


def test_zaak_and_document_come_to_be_together_or_not_at_all(world: World) -> None:
    soort = world.document().informatieobjecttype
    EnkelvoudigInformatieObject.objects.all().delete()
    client = employee()
    third = chosen(client, world)
    blad = client.get(third).context["concept"].bewijs
    fourth = client.post(third, {"omschrijving": "Eik", "doe": "document", "concept": blad}).headers[
        "Location"
    ]
    assert client.post(fourth, {"titel": "Brief"}).status_code == 400
    assert not Zaak.objects.exists()
    form = {
        "inhoud": SimpleUploadedFile("brief.txt", b"Graag", "text/plain"),
        "informatieobjecttype": str(soort.uuid),
        "titel": "Brief",
        "creatiedatum": "2026-01-05",
    }
    assert client.post(fourth, form).status_code == 302
    assert Zaak.objects.get().zaakinformatieobjecten.count() == 1


def test_a_reader_can_start_nothing_and_reads_why(world: World) -> None:
    assert (
        "Geen zaaktype om te starten" in employee(rol="raadpleger").get(page("nieuwe_zaak")).content.decode()
    )
