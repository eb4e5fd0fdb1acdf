"""Changing a dossier: nobody overwrites a colleague, and a refusal says why."""

from typing import Any

import pytest

from zaakwerk.kader.models import ChecklistAntwoord, Taak
from zaakwerk.werkplek.tests.balie import eigenschap, employee, form_of, name, page, values
from zaakwerk.zaken.models import Rol, Zaak, ZaakNotitie
from zaakwerk.zaken.tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


PAGES = ("gegevens", "notitie_nieuw", "betrokkene_nieuw", "relatie_nieuw", "taak_nieuw", "checklist")


@pytest.mark.parametrize(
    ("specificatie", "typed", "stored"),
    [
        ({"formaat": "tekst"}, "Eik", ["Eik"]),
        ({"formaat": "getal", "lengte": "4,2"}, "12,50", ["12,50"]),
        ({"formaat": "datum", "lengte": "8"}, "2026-11-24", ["20261124"]),
        ({"formaat": "datum_tijd", "lengte": "14"}, "2026-11-24T09:30", ["20261124093000"]),
        ({"waardenverzameling": ["ja", "nee"]}, "ja", ["ja"]),
        ({"kardinaliteit": "N", "waardenverzameling": ["a", "b", "c"]}, ["a", "c"], ["a", "c"]),
        ({"kardinaliteit": "3"}, "een\r\ntwee", ["een", "twee"]),
    ],
)
def test_zrc_018_an_eigenschap_is_filled_in_by_its_specificatie(
    world: World, specificatie: dict[str, Any], typed: Any, stored: list[str]
) -> None:
    found = eigenschap(world, "veld", **specificatie)
    zaak, client = world.zaak(), employee()
    address = page("gegevens", zaak)
    assert client.post(address, form_of(client, address, **{name(found): typed})).status_code == 302
    assert values(found) == stored
    again = client.post(address, form_of(client, address))
    assert again.status_code == 302
    assert values(found) == stored


@pytest.mark.parametrize(
    ("specificatie", "typed"),
    [
        ({"formaat": "getal", "lengte": "3"}, "veel"),
        ({"formaat": "getal", "lengte": "3"}, "12345"),
        ({"formaat": "datum", "lengte": "8"}, "morgen"),
        ({"formaat": "tekst", "lengte": "3"}, "te lang"),
        ({"waardenverzameling": ["ja"]}, "nee"),
        ({"kardinaliteit": "N", "formaat": "getal", "lengte": "2"}, "1\nveel"),
    ],
)
def test_zrc_018_what_does_not_fit_is_explained_beside_its_field(
    world: World, specificatie: dict[str, Any], typed: str
) -> None:
    found = eigenschap(world, "veld", **specificatie)
    client = employee()
    address = page("gegevens", world.zaak())
    answer = client.post(address, form_of(client, address, **{name(found): typed}))
    assert answer.status_code == 400
    assert answer.context["form"].errors[name(found)]
    assert values(found) == []


def test_two_people_on_one_field_see_both_values_and_nothing_is_overwritten(world: World) -> None:
    zaak, fatima, joris = world.zaak(), employee("fatima"), employee("joris")
    field, address = name(world.eigenschap), page("gegevens", zaak)
    first = form_of(fatima, address, **{field: "100"})
    second = form_of(joris, address, **{field: "200"})
    assert fatima.post(address, first).status_code == 302
    refused = joris.post(address, second)
    assert refused.status_code == 409
    assert [(b.mijn, b.nu) for b in refused.context["botsingen"]] == [("200", "100")]
    assert values(world.eigenschap) == ["100"]
    knowingly = {**second, "versie": refused.context["form"]["versie"].value()}
    assert joris.post(address, knowingly).status_code == 302
    assert values(world.eigenschap) == ["200"]


def test_two_people_on_different_fields_both_keep_what_they_changed(world: World) -> None:
    zaak, fatima, joris = world.zaak(omschrijving="Oud"), employee("fatima"), employee("joris")
    address = page("gegevens", zaak)
    first = form_of(fatima, address, omschrijving="Nieuw")
    second = form_of(joris, address, **{name(world.eigenschap): "7"})
    assert fatima.post(address, first).status_code == joris.post(address, second).status_code == 302
    assert Zaak.objects.get().omschrijving == "Nieuw"
    assert values(world.eigenschap) == ["7"]


def test_a_status_is_not_set_on_top_of_a_colleagues(world: World) -> None:
    zaak = world.zaak()
    world.set_status(zaak, 0)
    fatima, joris = employee("fatima"), employee("joris")
    address = page("status", zaak)
    first, second = form_of(fatima, address), form_of(joris, address)
    assert fatima.post(address, first).status_code == 302
    refused = joris.post(address, {**second, "naar": "volgend:2"})
    assert refused.status_code == 400
    assert Zaak.objects.get().statussen.count() == 2
    knowingly = {
        **second,
        "naar": "terug:1",
        "reden": "x",
        "versie": refused.context["form"]["versie"].value(),
    }
    assert joris.post(address, knowingly).status_code == 302


def test_a_zaak_is_not_closed_on_top_of_a_colleagues_step(world: World) -> None:
    zaak = world.zaak()
    world.set_status(zaak, 1)
    fatima, joris = employee("fatima"), employee("joris")
    address = page("afhandelen", zaak)
    outcome = form_of(joris, address, resultaattype=str(world.resultaattype.uuid))
    step = form_of(fatima, page("status", zaak), naar="terug:1", reden="Nog niet compleet")
    assert fatima.post(page("status", zaak), step).status_code == 302
    refused = joris.post(address, outcome)
    assert refused.status_code == 400
    assert not Zaak.objects.get().is_closed


def test_a_checklist_sent_after_a_colleague_moved_on_answers_no_other_question(world: World) -> None:
    for step in world.steps[1:]:
        step.checklistitem_statustype = [
            {"itemnaam": "a", "vraagstelling": step.omschrijving, "verplicht": False, "toelichting": ""}
        ]
        step.save()
    zaak, client = world.zaak(), employee()
    world.set_status(zaak, 0)
    field = f"vraag-{world.steps[1].pk}-0"
    form = form_of(client, page("zaak", zaak), "checklist_form", **{field: "ja"})
    world.set_status(zaak, 1, "2026-01-07T10:00:00Z")
    client.post(page("checklist", zaak), form)
    assert not ChecklistAntwoord.objects.exists()


def test_only_who_wrote_a_note_changes_it_and_only_until_it_is_definitief(world: World) -> None:
    zaak, fatima, joris = world.zaak(), employee("fatima"), employee("joris")
    address = page("notitie_nieuw", zaak)
    fatima.post(address, form_of(fatima, address, onderwerp="Gebeld", tekst="Ja"))
    one = page("notitie", zaak, ZaakNotitie.objects.get().uuid)
    assert joris.get(one).status_code == 403
    assert joris.post(one, {"doe": "verwijder"}).status_code == 403
    assert fatima.post(one, form_of(fatima, one, tekst="Nee", doe="definitief")).status_code == 302
    assert fatima.get(one).status_code == 403
    assert (ZaakNotitie.objects.get().tekst, ZaakNotitie.objects.get().status) == ("Nee", "definitief")


def test_a_number_that_several_zaken_hold_asks_which_one_and_never_offers_one_out_of_reach(
    world: World,
) -> None:
    zaak, client = world.zaak(identificatie="EIGEN-1"), employee()
    for number, level in (("REEKS-1", "openbaar"), ("REEKS-2", "openbaar"), ("REEKS-3", "geheim")):
        world.zaak(identificatie=number, vertrouwelijkheidaanduiding=level)
    answer = client.post(page("relatie_nieuw", zaak), {"nummer": "REEKS", "aard": "onderwerp"})
    assert {found["zaak"].identificatie for found in answer.context["gevonden"]} == {"REEKS-1", "REEKS-2"}
    hidden = client.post(page("relatie_nieuw", zaak), {"nummer": "REEKS-3", "aard": "onderwerp"})
    assert "Geen zaak met dit nummer" in hidden.content.decode()


def test_zrc_013_a_hoofdzaak_that_is_a_deelzaak_is_refused_with_the_reason(world: World) -> None:
    above = world.zaak()
    middle = world.zaak(hoofdzaak=above["url"])
    form = {"nummer": middle["identificatie"], "aard": "hoofdzaak"}
    answer = employee().post(page("relatie_nieuw", world.zaak()), form)
    assert answer.status_code == 400
    assert "zelf een deelzaak" in answer.content.decode()


def test_a_betrokkene_is_added_by_number_replaced_and_ended(world: World) -> None:
    zaak, client = world.zaak(), employee()
    form = {"roltype": str(world.roltype.uuid), "vraag": "999993653", "roltoelichting": ""}
    found = client.post(page("betrokkene_nieuw", zaak), form).context["gevonden"]
    client.post(page("betrokkene_nieuw", zaak), {**form, "keuze": found[0]["zegel"]})
    rol = Rol.objects.get()
    assert (rol.bsn, rol.omschrijving_generiek) == ("999993653", "initiator")
    change = page("betrokkene_vervangen", zaak, rol.uuid)
    other = client.post(change, {**form, "vraag": "90001354"}).context["gevonden"]
    client.post(change, {**form, "vraag": "90001354", "keuze": other[0]["zegel"]})
    rol = Rol.objects.get()
    assert rol.kvk_nummer == "90001354"
    assert client.get(page("betrokkene_beeindigen", zaak, rol.uuid)).status_code == 200
    client.post(page("betrokkene_beeindigen", zaak, rol.uuid))
    assert not Rol.objects.exists()


def test_a_task_is_made_and_finished(world: World) -> None:
    zaak, client = world.zaak(), employee()
    address = page("taak_nieuw", zaak)
    assert client.post(address, form_of(client, address, naam="Vraag advies")).status_code == 302
    taak = Taak.objects.get()
    done = page("taak", zaak, taak.uuid)
    assert client.post(done, form_of(client, done, uitkomst="Akkoord")).status_code == 302
    shown = client.get(page("zaak", zaak), {"tab": "taken"}).content.decode()
    assert "Vraag advies" in shown and "Akkoord" in shown


@pytest.mark.parametrize("name", PAGES)
def test_no_page_of_a_zaak_out_of_reach_can_be_used(world: World, name: str) -> None:
    zaak = world.zaak(omschrijving="Heel geheim", vertrouwelijkheidaanduiding="geheim")
    client = employee()
    for answer in (client.get(page(name, zaak)), client.post(page(name, zaak), {"tekst": "x"})):
        assert answer.status_code == 403
        assert "Heel geheim" not in answer.content.decode()


@pytest.mark.parametrize("name", ["gegevens", "betrokkene_nieuw", "relatie_nieuw", "taak_nieuw"])
def test_who_may_only_read_sees_why_nothing_can_be_saved(world: World, name: str) -> None:
    answer = employee(rol="raadpleger").get(page(name, world.zaak()))
    assert "Uw rol mag deze zaak niet wijzigen." in answer.content.decode()


def test_single_keys_can_be_switched_off(world: World) -> None:
    client = employee()
    assert "data-uit" not in client.get(page("toetsen")).content.decode()
    client.post(page("toetsen"), {"toetsen": "uit"})
    assert "data-uit" in client.get(page("toetsen")).content.decode()
