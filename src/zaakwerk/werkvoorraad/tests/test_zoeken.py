"""Searching: words, people, facets, and that list, search and export show the same zaken."""

import random
from typing import Any

import pytest
from django.http import QueryDict

from zaakwerk.autorisaties import accounts
from zaakwerk.werkvoorraad import uitvoer
from zaakwerk.werkvoorraad.tests import office
from zaakwerk.werkvoorraad.zoeken import personen, treffers, vraag
from zaakwerk.werkvoorraad.zoeken.vraag import Chosen
from zaakwerk.werkvoorraad.zoektekst import INDEX
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import BSN, World, zaaktype_row
from zaakwerk.zgw.actors import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


def asked(query: str) -> vraag.Vraag:
    return vraag.read(QueryDict(query))


def found(query: str, actor: Any = SYSTEM) -> set[str]:
    return set(treffers.find(actor, asked(query)).values_list("omschrijving", flat=True))


def with_person(world: World, made: Zaak, name: str = "Wit", bsn: str = BSN) -> None:
    who = {"inpBsn": bsn, "geslachtsnaam": name, "voorvoegselGeslachtsnaam": "de"}
    assert world.add_rol(office.as_wire(world, made), betrokkeneIdentificatie=who).status_code == 201


def test_words_are_found_in_texts_numbers_kenmerken_and_names_together(world: World) -> None:
    made = office.zaak(
        world, "Dakkapel Lindelaan", toelichting="Monumentaal", kenmerken=[{"kenmerk": "B-77", "bron": "x"}]
    )
    office.zaak(world, "Schutting")
    with_person(world, made)
    number = made.identificatie
    for q in ("dakkap", "monumentaal", "B-77", number, number.lstrip("ZAK-"), "linde+de+wit", "WIT"):
        assert found(f"q={q}") == {"Dakkapel Lindelaan"}, q
    assert found("q=dakkapel+schutting") == set()
    assert found(f"q={BSN}") == set()


def test_the_index_follows_changes_and_forgets_what_is_destroyed(world: World) -> None:
    made = office.zaak(world, "Dakkapel")
    with_person(world, made)
    url = office.as_wire(world, made)["url"]
    assert world.api.patch(url, {"omschrijving": "Serre"}).status_code == 200
    assert (found("q=dakkapel"), found("q=serre+wit")) == (set(), {"Serre"})
    rol = made.rollen.get()
    assert (
        world.api.delete(f"{url.replace('/zaken/' + str(made.uuid), '/rollen/' + str(rol.uuid))}").status_code
        == 204
    )
    assert found("q=wit") == set()
    assert world.api.delete(url).status_code == 204
    assert INDEX.texts([made.pk]) == {}


def test_facets_narrow_and_exclude_and_count_what_was_found(world: World) -> None:
    fatima = office.employee("fatima")
    nu, toen = office.zaak(world, "nu"), office.zaak(world, "toen", startdatum="2019-05-01")
    office.zaak(world, "ander")
    office.give(nu, fatima, fatima)
    world.set_status(office.as_wire(world, nu), 1)
    world.close(office.as_wire(world, toen))
    kind = world.zaaktype.identificatie
    assert found("stand=open") == {"nu", "ander"}
    assert found("niet-stand=open") == {"toen"}
    assert found("behandelaar=fatima") == {"nu"}
    assert found("behandelaar=-") == {"toen", "ander"}
    assert found("jaar=2019&jaar=2026") == {"nu", "toen", "ander"}
    assert found("niet-jaar=2019&niet-status=In+behandeling") == {"ander"}
    assert found(f"niet-zaaktype={kind}") == set()
    assert found("jaar=twintig") == set()
    facets = treffers.facets(treffers.first_found(SYSTEM, asked("")))
    counted = {name: {value.label: value.aantal for value in values} for name, values in facets.items()}
    assert counted["zaaktype"] == {"Boom kappen": 3}
    assert counted["stand"] == {"open": 2, "dicht": 1}
    assert counted["behandelaar"] == {"-": 2, "F. Bakker": 1}
    assert counted["jaar"] == {"2026": 2, "2019": 1}
    assert counted["status"] == {"In behandeling": 1, "-": 1, "Afgehandeld": 1}


def test_an_empty_answer_names_the_value_to_drop(world: World) -> None:
    office.zaak(world, "nu")
    question = asked("q=nu&stand=dicht")
    assert treffers.widening(SYSTEM, question) == (Chosen("stand", "dicht"), 1)
    assert treffers.widening(SYSTEM, asked("q=niets&stand=dicht")) is None


def test_a_question_goes_into_an_address_and_back() -> None:
    question = asked("q=dak+kapel&zaaktype=A&zaaktype=B&niet-jaar=2019&sorteer=termijn&page=3&x=y")
    assert asked(question.address) == question
    assert question.without(Chosen("zaaktype", "A")).met == {"zaaktype": ("B",)}
    assert question.adding(Chosen("jaar", "2020", True)).zonder == {"jaar": ("2019", "2020")}


def test_people_are_found_by_name_and_by_number_in_what_may_be_seen(world: World) -> None:
    made, secret = office.zaak(world, "een"), office.zaak(world, "twee")
    with_person(world, made)
    with_person(world, secret)
    Zaak.objects.filter(pk=secret.pk).update(vertrouwelijkheidaanduiding=7)
    actor = accounts.actor_of(office.employee("fatima"))
    seen = treffers.first_found(actor, vraag.Vraag(q="de wi"))
    (person,) = personen.by_name("de wi", [one.pk for one in seen])
    assert (person.naam, person.zaken) == ("de Wit", {made.pk})
    rol = personen.by_number(actor, BSN)
    assert rol is not None and rol.zaak_id == made.pk
    assert found(f"betrokkene={rol.uuid}", actor) == {"een"}
    hidden = secret.rollen.get()
    assert found(f"betrokkene={hidden.uuid}", actor) == set()
    assert personen.by_number(actor, "999990226") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [(BSN, True), ("90001354", True), ("123456789", False), ("ZAAK-1", False), ("12", False)],
)
def test_a_personal_number_is_recognised(text: str, expected: bool) -> None:
    assert personen.is_number(text) is expected


def test_list_search_and_export_show_exactly_what_may_be_seen(world: World) -> None:
    chance = random.Random(7)
    other = World(api=world.api, zaaktype=zaaktype_row(identificatie="ANDER"))
    for number in range(40):
        made = office.zaak(chance.choice((world, other)), f"zaak {number}")
        Zaak.objects.filter(pk=made.pk).update(vertrouwelijkheidaanduiding=chance.randint(1, 8))
    for number in range(6):
        grant: dict[str, Any] = {
            "zaaktype_identificatie": chance.choice(("", "ANDER", world.zaaktype.identificatie)),
            "max_vertrouwelijkheid": chance.randint(1, 8),
        }
        actor = accounts.actor_of(office.employee(f"mw{number}", **grant))
        may = {
            z.pk
            for z in Zaak.objects.select_related("zaaktype")
            if actor.may(frozenset({"zaken.lezen"}), queries.target_of(z))
        }
        listed = set(treffers.find(actor, asked("")).values_list("pk", flat=True))
        searched = set(treffers.find(actor, asked("q=zaak")).values_list("pk", flat=True))
        rows = "".join(uitvoer.csv_of(treffers.find(actor, asked("q=zaak")))).splitlines()[1:]
        numbers = set(Zaak.objects.filter(pk__in=may).values_list("identificatie", flat=True))
        assert listed == searched == may
        assert {row.split(";")[0] for row in rows} == numbers
        assert sum(v.aantal for v in treffers.facets(treffers.first_found(actor, asked("")))["stand"]) == len(
            may
        )
