"""Saved lists, columns, and the CSV of a list."""

import csv
import io
from typing import Any

import pytest

from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.werkvoorraad import commands, kolommen, queries, uitvoer
from zaakwerk.werkvoorraad.models import BewaardeLijst
from zaakwerk.werkvoorraad.tests import office
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw.problems import Forbidden, Invalid

pytestmark = pytest.mark.django_db


def save(who: Medewerker, naam: str, **values: Any) -> BewaardeLijst:
    actor = office.vrager(who).actor
    return commands.SaveList(
        actor=actor, medewerker=who, naam=naam, **{"vraag": "stand=open", **values}
    ).run()


def seen_by(who: Medewerker) -> list[str]:
    return [lijst.naam for lijst in queries.lists_for(who)]


def test_a_list_is_seen_by_those_it_is_for() -> None:
    lotte = office.employee("lotte", "Groen", rol="coordinator")
    joris, noor = office.employee("joris", "Groen"), office.employee("noor", "Grijs")
    save(lotte, "Voor mij")
    save(lotte, "Voor ons", bereik="team", groep=Groep.objects.get(naam="Groen"))
    save(lotte, "Voor iedereen", bereik="organisatie")
    assert seen_by(lotte) == ["Voor iedereen", "Voor mij", "Voor ons"]
    assert seen_by(joris) == ["Voor iedereen", "Voor ons"]
    assert seen_by(noor) == ["Voor iedereen"]


def test_werkvoorraad_sharing_needs_the_right() -> None:
    joris = office.employee("joris", "Groen")
    grijs = Groep.objects.create(naam="Grijs")
    with pytest.raises(Invalid, match="coördinator"):
        save(joris, "Breed", bereik="organisatie")
    with pytest.raises(Invalid, match="team waar je zelf in zit"):
        save(joris, "Ander team", bereik="team", groep=grijs)
    with pytest.raises(Forbidden):
        save(office.employee("niets", rol=""), "Mag niet")
    assert not BewaardeLijst.objects.exists()


def test_werkvoorraad_a_list_has_one_name_and_one_owner() -> None:
    joris, noor = office.employee("joris", "Groen"), office.employee("noor", "Groen")
    lijst = save(joris, " Laat ", bereik="team", groep=Groep.objects.get(naam="Groen"))
    with pytest.raises(Invalid, match="al een lijst"):
        save(joris, "laat")
    with pytest.raises(Invalid, match="Geef de lijst een naam"):
        save(joris, " ")
    theirs, own = office.vrager(noor).actor, office.vrager(joris).actor
    with pytest.raises(Invalid, match="Alleen de eigenaar"):
        commands.DestroyList(actor=theirs, medewerker=noor, lijst=lijst).run()
    commands.UpdateList(
        actor=own, medewerker=joris, lijst=lijst, naam="Te laat", bereik="prive", groep=None
    ).run()
    assert (seen_by(joris), seen_by(noor)) == (["Te laat"], [])
    commands.DestroyList(actor=own, medewerker=joris, lijst=lijst).run()
    assert seen_by(joris) == []


def test_columns_are_kept_in_their_order_and_unknown_ones_are_not() -> None:
    joris = office.employee("joris")
    assert kolommen.chosen_by(joris).kolommen == kolommen.USUAL
    actor = office.vrager(joris).actor
    commands.SaveWeergave(
        actor=actor, medewerker=joris, kolommen=("team", "kleur", "zaaktype"), is_compact=True
    ).run()
    assert kolommen.chosen_by(joris) == kolommen.Voorkeur(("zaaktype", "team"), True, True)


def test_a_csv_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    world = World()
    office.zaak(world, '=HYPERLINK("https://boos.example")')
    office.zaak(world, 'Boom; "oud", é')
    text = "".join(uitvoer.csv_of(Zaak.objects.order_by("id")))
    assert text.startswith("\ufeffZaaknummer;Omschrijving;")
    first, second = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))[1:]
    assert first[1] == '\'=HYPERLINK("https://boos.example")'
    assert second[1] == 'Boom; "oud", é'
    assert [uitvoer.harmless(risky)[0] for risky in ("+1", "-1", "@x", "\tx", "\rx")] == ["'"] * 5


def test_a_csv_holds_one_part_in_memory(django_assert_max_num_queries: Any, monkeypatch: Any) -> None:
    world = World()
    monkeypatch.setattr(uitvoer, "CHUNK", 10)
    for number in range(25):
        office.zaak(world, str(number))
    with django_assert_max_num_queries(4):
        parts = list(uitvoer.csv_of(Zaak.objects.order_by("id")))
    assert [part.count("\r\n") for part in parts] == [1, 10, 10, 5]
