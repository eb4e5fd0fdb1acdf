"""Objects read and written with SQL that is compiled once are the objects Django itself would give."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.forms.models import model_to_dict
from django.test.utils import CaptureQueriesContext

from zaakwerk.zaken.models import Zaak, ZaakWijziging
from zaakwerk.zaken.tests.world import RSIN, World
from zaakwerk.zgw import clock
from zaakwerk.zgw.instances import exists, find, insert_all
from zaakwerk.zgw.models import Bericht

pytestmark = pytest.mark.django_db


@pytest.fixture
def zaak() -> Zaak:
    world = World()
    point = {"type": "Point", "coordinates": [5.1, 52.1]}
    made = world.zaak(
        zaakgeometrie=point, laatsteBetaaldatum="2024-05-01T12:00:00Z", betalingsindicatie="geheel"
    )
    return Zaak.objects.select_related("zaaktype").get(uuid=made["uuid"])


def values(instance: Any) -> dict[str, Any]:
    """Every column of an object."""
    return {field.name: getattr(instance, field.attname) for field in instance._meta.concrete_fields}


@pytest.mark.parametrize("column", ["uuid", "pk"])
def test_a_found_object_is_what_the_orm_gives_with_what_it_points_at(zaak: Zaak, column: str) -> None:
    for _ in range(2):
        found = find(Zaak, column, getattr(zaak, column), ("zaaktype",))
        assert found is not None
        assert values(found) == values(zaak)
        with CaptureQueriesContext(connection) as sent:
            assert values(found.zaaktype) == values(zaak.zaaktype)
        assert not sent.captured_queries


def test_nothing_is_found_for_an_unknown_value(zaak: Zaak) -> None:
    assert find(Zaak, "pk", zaak.pk + 1) is None
    assert exists(Zaak, bronorganisatie=RSIN, identificatie=zaak.identificatie)
    assert not exists(Zaak, bronorganisatie=RSIN, identificatie="ANDERS")


def test_a_lock_can_be_asked_for(zaak: Zaak) -> None:
    with transaction.atomic(), CaptureQueriesContext(connection) as sent:
        assert find(Zaak, "pk", zaak.pk, ("zaaktype",), locks=True) == zaak
    if connection.vendor == "postgresql":
        assert 'FOR UPDATE OF "zaken_zaak"' in sent[0]["sql"]


def test_a_saved_object_comes_back_as_it_was(zaak: Zaak) -> None:
    copy = Zaak(**model_to_dict(zaak, exclude=["id", "uuid", "zaaktype", "hoofdzaak", "status"]))
    copy.zaaktype, copy.identificatie = zaak.zaaktype, "KOPIE-1"
    copy.save()
    assert copy.pk not in (None, zaak.pk) and not copy._state.adding
    assert values(Zaak.objects.get(pk=copy.pk)) == values(copy)
    copy.einddatum, copy.kenmerken = date(2024, 2, 29), [{"kenmerk": "a", "bron": "é"}]
    copy.save(update_fields=["einddatum", "kenmerken"])
    assert values(Zaak.objects.get(pk=copy.pk)) == values(copy)


def test_an_expression_is_still_resolved_by_the_database(zaak: Zaak) -> None:
    zaak.einddatum = F("startdatum")
    zaak.save(update_fields=["einddatum"])
    assert Zaak.objects.get(pk=zaak.pk).einddatum == zaak.startdatum


def test_an_update_of_a_row_that_is_gone_is_noticed(zaak: Zaak) -> None:
    Zaak.objects.filter(pk=zaak.pk).delete()
    with pytest.raises(Zaak.DoesNotExist):
        zaak.refresh_from_db()
    with pytest.raises(Exception, match="did not affect any rows"), transaction.atomic():
        zaak.save(update_fields=["einddatum"])


def test_several_objects_go_in_with_one_statement() -> None:
    kept = {"kanaal": "zaken", "resource": "zaak", "actie": "create", "aanmaakdatum": clock.now()}
    with CaptureQueriesContext(connection) as sent:
        insert_all(made := [Bericht(hoofd_object=str(n), resource_url=str(n), **kept) for n in range(3)])
        insert_all([])
    assert len(sent) == 1
    assert list(Bericht.objects.order_by("pk")) == made
    assert [Bericht.objects.get(pk=one.pk).hoofd_object for one in made] == ["0", "1", "2"]
    assert {found.aanmaakdatum for found in Bericht.objects.all()} == {kept["aanmaakdatum"]}


def test_a_row_with_the_same_unique_value_takes_over_what_is_new() -> None:
    zaak, first, later = uuid.uuid4(), clock.now(), clock.now()
    kept: dict[str, Any] = {"zaaktype_id": 1, "vertrouwelijkheidaanduiding": 1}
    for moment, is_gone in ((first, False), (later, True)):
        row = ZaakWijziging(zaak=zaak, gewijzigd_op=moment, is_verwijderd=is_gone, **kept)
        insert_all([row], unique=("zaak",), update=("gewijzigd_op",))
    assert list(ZaakWijziging.objects.values_list("gewijzigd_op", "is_verwijderd")) == [(later, False)]
