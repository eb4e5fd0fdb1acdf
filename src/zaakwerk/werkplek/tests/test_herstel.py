"""Undo: what can be taken back is, and what a colleague changed since is not."""

import pytest

from zaakwerk.catalogi.models import ZaakObjectType
from zaakwerk.kader.models import ChecklistAntwoord, Poort
from zaakwerk.werkplek.tests.balie import employee, form_of, name, page, undo, values
from zaakwerk.zaken.models import Zaak, ZaakNotitie, ZaakObject
from zaakwerk.zaken.tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


def test_a_note_can_be_taken_back_and_a_removed_one_returns(world: World) -> None:
    zaak, client = world.zaak(), employee()
    address = page("notitie_nieuw", zaak)
    client.post(address, form_of(client, address, onderwerp="Gebeld", tekst="Ja"))
    note = ZaakNotitie.objects.get()
    client.post(page("notitie", zaak, note.uuid), {"doe": "verwijder"})
    assert not ZaakNotitie.objects.exists()
    assert "Ongedaan gemaakt." in undo(client, zaak).content.decode()
    assert ZaakNotitie.objects.get().tekst == "Ja"
    assert "niets om ongedaan" in undo(client, zaak).content.decode()


def test_a_status_is_taken_back_by_a_step_back_that_stays_to_be_seen(world: World) -> None:
    zaak, client = world.zaak(), employee()
    world.set_status(zaak, 0)
    client.post(page("status", zaak), form_of(client, page("status", zaak)))
    assert "Ongedaan gemaakt." in undo(client, zaak).content.decode()
    history = Zaak.objects.get().statussen.order_by("id").values_list("statustype__omschrijving", flat=True)
    assert list(history) == ["Ontvangen", "In behandeling", "Ontvangen"]


def test_what_a_colleague_changed_since_is_not_undone(world: World) -> None:
    zaak, fatima, joris = world.zaak(), employee("fatima"), employee("joris")
    field, address = name(world.eigenschap), page("gegevens", zaak)
    fatima.post(address, form_of(fatima, address, **{field: "1"}))
    joris.post(address, form_of(joris, address, **{field: "2"}))
    assert "Draai daarom niets blind terug" in undo(fatima, zaak).content.decode()
    assert values(world.eigenschap) == ["2"]


def test_zaken_are_linked_by_number_and_a_link_can_be_taken_back(world: World) -> None:
    zaak, other, client = world.zaak(), world.zaak(), employee()
    form = {"nummer": other["identificatie"], "aard": "vervolg"}
    assert client.post(page("relatie_nieuw", zaak), form).status_code == 302
    kept = Zaak.objects.get(uuid=zaak["uuid"])
    assert [found["aardRelatie"] for found in kept.relevante_andere_zaken] == ["vervolg"]
    shown = client.get(page("zaak", zaak), {"tab": "relaties"}).context["gerelateerd"]
    assert client.post(page("relatie_weg", zaak), {"welke": shown[0]["merk"]}).status_code == 302
    assert Zaak.objects.get(uuid=zaak["uuid"]).relevante_andere_zaken == []
    undo(client, zaak)
    assert len(Zaak.objects.get(uuid=zaak["uuid"]).relevante_andere_zaken) == 1
    assert client.post(page("relatie_weg", zaak), {"welke": "zomaar"}).status_code == 404


def test_a_checklist_is_answered_where_it_is_asked(world: World) -> None:
    step = world.steps[1]
    step.checklistitem_statustype = [
        {"itemnaam": "compleet", "vraagstelling": "Is alles er?", "verplicht": True, "toelichting": ""}
    ]
    step.save()
    zaak, client = world.zaak(), employee()
    world.set_status(zaak, 0)
    assert client.get(page("zaak", zaak)).context["actie"]["text"] == "Beantwoord de checklist"
    form = form_of(client, page("zaak", zaak), "checklist_form", **{f"vraag-{step.pk}-0": "ja"})
    assert client.post(page("checklist", zaak), form).status_code == 302
    assert ChecklistAntwoord.objects.get().antwoord == "ja"
    assert client.get(page("zaak", zaak)).context["actie"]["text"] == "Zet op In behandeling"
    undo(client, zaak)
    assert not ChecklistAntwoord.objects.exists()


def test_an_object_is_linked_where_a_step_asks_for_it_and_taken_back(world: World) -> None:
    kind = ZaakObjectType.objects.create(
        zaaktype=world.zaaktype, ander_objecttype=True, objecttype="boom", relatie_omschrijving="De boom"
    )
    Poort.objects.create(zaaktype=world.zaaktype, stap="In behandeling", soort="zaakobject", naam="De boom")
    zaak, client = world.zaak(), employee()
    world.set_status(zaak, 0)
    address = page("object_nieuw", zaak)
    assert client.get(page("zaak", zaak)).context["actie"]["url"] == address
    client.post(address, form_of(client, address, soort=str(kind.uuid), naam="Boom", kenmerk="Lindelaan 12"))
    shown = client.get(page("zaak", zaak), {"tab": "relaties"})
    assert "Lindelaan 12" in shown.content.decode()
    assert shown.context["actie"]["text"] == "Zet op In behandeling"
    undo(client, zaak)
    assert not ZaakObject.objects.exists()
    client.post(address, form_of(client, address, naam="Boom", kenmerk="Lindelaan 12"))
    client.post(page("object_weg", zaak, ZaakObject.objects.get().uuid))
    assert not ZaakObject.objects.exists()
