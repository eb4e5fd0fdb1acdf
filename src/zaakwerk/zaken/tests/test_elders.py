"""Other installations: documents and besluiten of registered services in a zaak, with real servers."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from zaakwerk.catalogi.models import ZaakTypeInformatieObjectType
from zaakwerk.zaken import elders
from zaakwerk.zaken.commands.herleiden import catch_up
from zaakwerk.zaken.models import VerweesdeSpiegel, ZaakInformatieObject
from zaakwerk.zaken.tests.world import ZAKEN, World
from zaakwerk.zgw import clock, diensten
from zaakwerk.zgw.models import AuditRegel, Bericht
from zaakwerk.zgw.tests.api import codes
from zaakwerk.zgw.tests.listeners import Place, place

pytestmark = pytest.mark.django_db
DOC = "enkelvoudiginformatieobjecten/6ba7b810-9dad-41d1-80b4-00c04fd430c8"
OIO = "objectinformatieobjecten"


@pytest.fixture
def world() -> World:
    made = World()
    ZaakTypeInformatieObjectType.objects.create(
        zaaktype=made.zaaktype, informatieobjecttype="Aanvraag", richting="inkomend", volgnummer=1
    )
    return made


@pytest.fixture
def drc(settings: Any) -> Iterator[Place]:
    """A Documenten API elsewhere with one document."""
    with place() as there:
        settings.OUTBOUND_HOSTS = [there.entry]
        diensten.save("Buren", "drc", there.base, "zaakwerk", "geheim-van-de-buren-dat-lang-genoeg-is")
        kind = there.add("informatieobjecttypen/1", omschrijving="Aanvraag")
        there.add(
            DOC,
            titel="Tekening",
            identificatie="DOC-BUREN-1",
            informatieobjecttype=kind,
            indicatieGebruiksrecht=False,
            locked=False,
            status="gearchiveerd",
        )
        yield there


def link(world: World, zaak: dict[str, Any], url: str, **more: Any) -> Any:
    body = {"zaak": zaak["url"], "informatieobject": url, **more}
    return world.api.post(f"{ZAKEN}/zaakinformatieobjecten", body)


def test_a_document_elsewhere_is_linked_mirrored_shown_and_unlinked(world: World, drc: Place) -> None:
    zaak, url = world.zaak(), drc.url(DOC)
    made = link(world, zaak, url, titel="Tekening")
    assert made.status_code == 201, made.content
    zio = made.json()
    assert zio["informatieobject"] == url
    (oio,) = [path for path in drc.objects if path.startswith(OIO)]
    assert drc.objects[oio]["informatieobject"] == url
    assert drc.objects[oio]["object"].endswith(zaak["url"].removeprefix("http://localhost"))
    assert all(got.authorization for got in drc.received)
    listed = world.api.get(f"{ZAKEN}/zaakinformatieobjecten", {"informatieobject": url}).json()
    assert [found["url"] for found in listed] == [zio["url"]]
    query = {"expand": "informatieobject.informatieobjecttype"}
    shown = world.api.get(zio["url"], query).json()["_expand"]["informatieobject"]
    assert (shown["titel"], shown["_expand"]["informatieobjecttype"]["omschrijving"]) == (
        "Tekening",
        "Aanvraag",
    )
    same = {"informatieobject": url, "zaak": zaak["url"], "titel": "Anders"}
    assert world.api.put(zio["url"], same).json()["titel"] == "Anders"
    assert world.api.delete(zio["url"]).status_code == 204
    assert oio not in drc.objects
    actions = AuditRegel.objects.filter(resource="zaakinformatieobject").values_list("actie", flat=True)
    assert list(actions) == ["create", "update", "destroy"]


def test_zrc_005_a_document_elsewhere_is_linked_once(world: World, drc: Place) -> None:
    zaak = world.zaak()
    assert link(world, zaak, drc.url(DOC)).status_code == 201
    assert codes(link(world, zaak, drc.url(DOC))) == {"nonFieldErrors": "unique"}


def test_zrc_005_without_mirror_there_is_no_relation(world: World, drc: Place) -> None:
    zaak = world.zaak()
    messages = Bericht.objects.count()
    drc.refuses = {("POST", OIO): 400}
    assert codes(link(world, zaak, drc.url(DOC))) == {"nonFieldErrors": "inconsistent-relation"}
    assert not ZaakInformatieObject.objects.exists()
    assert not AuditRegel.objects.filter(resource="zaakinformatieobject").exists()
    assert Bericht.objects.count() == messages


def test_zrc_005_a_mirror_that_stays_keeps_the_relation(world: World, drc: Place) -> None:
    zaak = world.zaak()
    zio = link(world, zaak, drc.url(DOC)).json()
    drc.refuses = {("DELETE", OIO): 500}
    assert codes(world.api.delete(zio["url"])) == {"nonFieldErrors": "inconsistent-relation"}
    assert world.api.get(zio["url"]).json() == zio
    drc.refuses = {("DELETE", OIO): 404}
    assert world.api.delete(zio["url"]).status_code == 204


def test_a_document_elsewhere_must_be_one_that_we_may_ask(world: World, drc: Place, settings: Any) -> None:
    zaak = world.zaak()
    unknown = drc.url("enkelvoudiginformatieobjecten/weg")
    assert codes(link(world, zaak, unknown)) == {"informatieobject": "bad-url"}
    assert codes(link(world, zaak, drc.url("informatieobjecttypen/1"))) == {
        "informatieobject": "invalid-resource"
    }
    assert codes(link(world, zaak, "https://elders.example.org/documenten/1")) == {
        "informatieobject": "bad-url"
    }
    settings.OUTBOUND_HOSTS = []
    assert codes(link(world, zaak, drc.url(DOC))) == {"informatieobject": "bad-url"}


def test_zrc_017_the_kind_of_a_document_elsewhere_belongs_to_the_zaaktype(world: World, drc: Place) -> None:
    drc.objects["informatieobjecttypen/1"]["omschrijving"] = "Iets anders"
    assert codes(link(world, world.zaak(), drc.url(DOC))) == {
        "nonFieldErrors": "missing-zaaktype-informatieobjecttype-relation"
    }


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ({"indicatieGebruiksrecht": None}, "indicatiegebruiksrecht-unset"),
        ({"locked": True}, "informatieobject-locked"),
    ],
)
def test_zrc_007_a_document_elsewhere_may_block_closing(
    world: World, drc: Place, document: dict[str, Any], code: str
) -> None:
    zaak = world.zaak()
    link(world, zaak, drc.url(DOC))
    world.set_resultaat(zaak)
    drc.objects[DOC] |= document
    assert codes(world.set_status(zaak, 2)) == {"nonFieldErrors": code}
    drc.objects[DOC] |= {"indicatieGebruiksrecht": True, "locked": False}
    assert world.set_status(zaak, 2).status_code == 201


def test_zrc_023_with_the_zaak_go_its_mirrors_at_once_or_later(world: World, drc: Place) -> None:
    first, second = world.zaak(), world.zaak()
    for zaak in (first, second):
        assert link(world, zaak, drc.url(DOC)).status_code == 201
    assert world.api.delete(first["url"]).status_code == 204
    drc.refuses = {("DELETE", OIO): 503}
    assert world.api.delete(second["url"]).status_code == 204
    assert len([path for path in drc.objects if path.startswith(OIO)]) == 1
    elders.tidy(clock.now())
    assert VerweesdeSpiegel.objects.count() == 1
    drc.refuses = {}
    elders.tidy(clock.now())
    assert not VerweesdeSpiegel.objects.exists()
    assert not any(path.startswith(OIO) for path in drc.objects)


def test_what_a_crash_left_half_is_cleared_away(world: World, drc: Place) -> None:
    zaak = world.zaak()
    link(world, zaak, drc.url(DOC))
    ZaakInformatieObject.objects.update(spiegel="")
    elders.tidy(clock.now())
    assert ZaakInformatieObject.objects.count() == 1
    elders.tidy(clock.now() + elders.PROVISIONAL * 2)
    assert ZaakInformatieObject.objects.count() == 0


def test_brc_006_a_besluit_elsewhere_leads(world: World, settings: Any) -> None:
    zaak = world.zaak()
    address = f"{zaak['url']}/besluiten"
    with place() as brc:
        settings.OUTBOUND_HOSTS = [brc.entry]
        diensten.save("Raad", "brc", brc.base)
        url = brc.add("besluiten/1", zaak=zaak["url"], ingangsdatum="2026-03-01")
        other = brc.add("besluiten/2", zaak="", ingangsdatum="2026-03-01")
        assert codes(world.api.post(address, {"besluit": other})) == {
            "nonFieldErrors": "inconsistent-relation"
        }
        made = world.api.post(address, {"besluit": url})
        assert made.status_code == 201, made.content
        mirror = f"{address}/{made.json()['uuid']}"
        assert codes(world.api.delete(mirror)) == {"nonFieldErrors": "inconsistent-relation"}
        brc.refuses = {("GET", "besluiten/1"): 503}
        assert codes(world.api.delete(mirror)) == {"nonFieldErrors": "inconsistent-relation"}
        brc.refuses = {}
        del brc.objects["besluiten/1"]
        assert world.api.delete(mirror).status_code == 204


def test_zrc_021_a_besluit_elsewhere_dates_the_retention(world: World, settings: Any) -> None:
    zaak = world.zaak()
    kind = world.make_resultaattype("ingangsdatum_besluit", omschrijving="Besloten")
    with place() as brc:
        settings.OUTBOUND_HOSTS = [brc.entry]
        diensten.save("Raad", "brc", brc.base)
        url = brc.add("besluiten/1", zaak=zaak["url"], ingangsdatum="2026-03-01")
        assert world.api.post(f"{zaak['url']}/besluiten", {"besluit": url}).status_code == 201
        assert world.close(zaak, resultaattype=kind)["archiefactiedatum"] == "2031-03-01"


def test_messages_of_a_service_are_in_words(world: World, drc: Place) -> None:
    answer = link(world, world.zaak(), drc.url("enkelvoudiginformatieobjecten/weg"))
    assert "HTTP 404" in json.loads(answer.content)["detail"]


def test_zrc_021_a_date_that_did_not_come_at_closing_is_asked_for_later(world: World, settings: Any) -> None:
    kind = world.make_resultaattype("gerelateerde_zaak", omschrijving="Volgt")
    with place() as zrc:
        settings.OUTBOUND_HOSTS = [zrc.entry]
        diensten.save("Buren", "zrc", zrc.base)
        url = zrc.add(
            "zaken/1", identificatie="B-1", zaaktype="https://example.org/1", einddatum="2026-01-31"
        )
        related = [{"url": url, "aardRelatie": "vervolg"}]
        zaak, known = (world.zaak(relevanteAndereZaken=related) for _ in range(2))
        assert world.close(known, resultaattype=kind)["archiefactiedatum"] == "2031-01-31"
        zrc.refuses = {("GET", ""): 503}
        closed = world.close(zaak, resultaattype=kind)
        assert closed["archiefactiedatum"] is None
        assert catch_up(clock.now()) == 0
        zrc.refuses = {}
        assert catch_up(clock.now()) == 1
        assert world.api.get(zaak["url"]).json()["archiefactiedatum"] == "2031-01-31"
        assert AuditRegel.objects.filter(hoofd_uuid=zaak["uuid"], applicatie_id="zaakwerk").count() == 1
        assert catch_up(clock.now()) == 0
