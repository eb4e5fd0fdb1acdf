"""Notes about a zaak: a concept changes, what is definitief does not."""

from typing import Any

import pytest

from zaakwerk.zaken.models import ZaakNotitie
from zaakwerk.zaken.tests.world import ZAKEN, World
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.tests.api import codes

pytestmark = pytest.mark.django_db
NOTITIES = f"{ZAKEN}/zaaknotities"


@pytest.fixture
def world() -> World:
    return World()


def write(world: World, zaak: dict[str, Any], **body: Any) -> Any:
    """A note as the API answers it."""
    new = {"onderwerp": "Gebeld", "tekst": "Komt morgen langs.", "gerelateerdAan": zaak["url"], **body}
    return world.api.post(NOTITIES, new).json()


def found(world: World, **query: Any) -> list[str]:
    """The subjects a list gives."""
    answer = world.api.get(NOTITIES, query)
    assert answer.status_code == 200, answer.content
    return [one["onderwerp"] for one in answer.json()["results"]]


def test_a_note_starts_as_an_internal_concept(world: World) -> None:
    zaak = world.zaak()
    made = write(world, zaak)
    assert (made["notitieType"], made["status"], made["aangemaaktDoor"]) == ("intern", "concept", "")
    assert made["gerelateerdAan"] == zaak["url"]
    bare = world.api.post(NOTITIES, {})
    assert codes(bare) == dict.fromkeys(("onderwerp", "tekst", "gerelateerdAan"), "required")


def test_gangbaar_notitie_is_concept(world: World) -> None:
    made = write(world, world.zaak())
    changed = world.api.patch(made["url"], {"tekst": "Kwam langs.", "status": "definitief"}).json()
    assert changed["tekst"] == "Kwam langs."
    assert changed["wijzigingsdatum"] > made["wijzigingsdatum"] == made["aanmaakdatum"]
    for body in ({"tekst": "x"}, {"status": "concept"}):
        assert codes(world.api.patch(made["url"], body)) == {"status": "invalid"}
    moved = world.api.patch(made["url"], {"gerelateerdAan": world.zaak()["url"]})
    assert codes(moved) == {"gerelateerdAan": "wijzigen-niet-toegelaten"}
    assert world.api.delete(made["url"]).status_code == 204


def test_c_08_notes_are_found_by_the_url_of_their_zaak(world: World) -> None:
    zaak = world.zaak()
    write(world, zaak, onderwerp="een")
    write(world, world.zaak(), onderwerp="twee")
    assert found(world, gerelateerdAan=zaak["url"]) == ["een"]
    assert codes(world.api.get(NOTITIES, {"gerelateerdAan": "7"})) == {"gerelateerdAan": "invalid"}


def test_notes_are_found_by_text_kind_status_and_date(world: World) -> None:
    zaak = world.zaak()
    write(world, zaak, onderwerp="Gebeld", tekst="over de BOOM", aangemaaktDoor="Fatima Amrani")
    write(world, zaak, onderwerp="Mail", notitieType="extern", status="definitief")
    rows = dict(ZaakNotitie.objects.values_list("onderwerp", "aanmaakdatum"))
    assert found(world, tekst__icontains="boom") == found(world, onderwerp="Gebeld") == ["Gebeld"]
    assert found(world, onderwerp__icontains="MAI") == found(world, notitieType="extern") == ["Mail"]
    assert found(world, aangemaaktDoor__icontains="amrani") == found(world, status="concept") == ["Gebeld"]
    assert found(world, aangemaaktDoor="Fatima Amrani", tekst="over de BOOM") == ["Gebeld"]
    assert found(world, tekst__icontains="100%_") == []
    first = rows["Gebeld"].isoformat()
    assert found(world, aanmaakdatum=first) == found(world, aanmaakdatum__lte=first) == ["Gebeld"]
    assert found(world, aanmaakdatum__gt=first) == ["Mail"]
    assert found(world, wijzigingsdatum__gte=first) == ["Mail", "Gebeld"]
    assert found(world, wijzigingsdatum__lt=first) == []
    assert codes(world.api.get(NOTITIES, {"aanmaakdatum__gt": "x"})) == {"aanmaakdatum__gt": "invalid"}


def test_notes_come_in_pages_of_the_size_asked(world: World) -> None:
    zaak = world.zaak()
    for number in range(3):
        write(world, zaak, onderwerp=str(number))
    page = world.api.get(NOTITIES, {"pageSize": 2, "page": 2}).json()
    assert (page["count"], [one["onderwerp"] for one in page["results"]]) == (3, ["0"])
    assert world.api.get(NOTITIES, {"pageSize": 501}).status_code == 400


def test_c_45_notes_may_be_written_about_a_closed_zaak(world: World) -> None:
    closed = world.close(world.zaak())
    world.api = world.limited(["zaken.lezen", "zaken.bijwerken"])
    made = write(world, closed)
    assert world.api.patch(made["url"], {"tekst": "x"}).status_code == 200
    assert world.api.delete(made["url"]).status_code == 204
    trail = AuditRegel.objects.filter(resource="zaaknotitie").order_by("id").values_list("actie", flat=True)
    assert list(trail) == ["create", "partial_update", "destroy"]


def test_notes_are_for_who_may_read_the_zaak(world: World) -> None:
    made = write(world, world.zaak())
    stranger = world.limited(["zaken.lezen"], maxVertrouwelijkheidaanduiding="openbaar")
    assert stranger.get(made["url"]).status_code == 403
    assert stranger.get(NOTITIES).json()["count"] == 0
    assert stranger.patch(made["url"], {"tekst": "x"}).status_code == 403
