"""Another zaaktype for an open zaak, and what else a zaak may refer to."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from zaakwerk.catalogi.models import InformatieObjectType, StatusType, ZaakTypeInformatieObjectType
from zaakwerk.selectielijst import queries as selectielijst
from zaakwerk.zaken.models import GerelateerdeZaak
from zaakwerk.zaken.tests.world import ZAKEN, World, url, zaaktype_row
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.tests.api import codes
from zaakwerk.zgw.tests.listeners import Listener, listening

pytestmark = pytest.mark.django_db
KANAAL = {"url": "x", "naam": "balie", "omschrijving": "Aan de balie"}


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def next_version(world: World) -> World:
    """The same zaaktype again, with parts of the same names."""
    return World(api=world.api, zaaktype=zaaktype_row())


@pytest.fixture
def elsewhere(settings: Any) -> Iterator[Listener]:
    """A listed host that knows one thing."""
    with listening(lambda got: 404 if got.path == "/weg" else 200) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        yield listener


def dead(listener: Listener) -> str:
    """An address that the listed host does not know."""
    return listener.url.replace("meldingen", "weg")


def test_c_15_everything_moves_along_to_the_same_name(world: World, next_version: World) -> None:
    zaak = world.zaak()
    status = world.set_status(zaak, 0).json()
    rol, resultaat = world.add_rol(zaak).json(), world.set_resultaat(zaak).json()
    new = {"eigenschap": url(world.eigenschap), "waarde": "12"}
    eigenschap = world.api.post(f"{zaak['url']}/zaakeigenschappen", new).json()
    changed = world.api.patch(zaak["url"], {"zaaktype": url(next_version.zaaktype)})
    assert (changed.status_code, changed.json()["zaaktype"]) == (200, url(next_version.zaaktype))
    read = world.api.get
    assert read(status["url"]).json()["statustype"] == url(next_version.steps[0])
    assert read(rol["url"]).json()["roltype"] == url(next_version.roltype)
    assert read(resultaat["url"]).json()["resultaattype"] == url(next_version.resultaattype)
    assert read(eigenschap["url"]).json()["eigenschap"] == url(next_version.eigenschap)
    moved = AuditRegel.objects.filter(actie="partial_update").values_list("resource", flat=True)
    assert sorted(moved) == ["resultaat", "rol", "status", "zaak", "zaakeigenschap"]
    assert next_version.set_status(zaak, 1).status_code == 201


def test_c_15_what_does_not_fit_keeps_the_zaaktype(world: World, next_version: World) -> None:
    zaak = world.zaak()
    world.add_rol(zaak, world.behandelaar)
    next_version.behandelaar.delete()
    refused = world.api.patch(zaak["url"], {"zaaktype": url(next_version.zaaktype)})
    assert codes(refused) == {"zaaktype": "wijzigen-niet-toegelaten"}
    assert "roltype Behandelaar ontbreekt" in refused.json()["detail"]


def test_c_15_an_open_zaak_does_not_arrive_at_an_eindstatus(world: World, next_version: World) -> None:
    zaak = world.zaak()
    world.set_status(zaak, 1)
    StatusType.objects.filter(pk=next_version.steps[2].pk).delete()
    refused = world.api.patch(zaak["url"], {"zaaktype": url(next_version.zaaktype)})
    assert codes(refused) == {"zaaktype": "wijzigen-niet-toegelaten"}


def test_c_15_documents_must_belong_there(world: World, next_version: World) -> None:
    zaak = world.zaak()
    world.link(zaak, world.document())
    change = {"zaaktype": url(next_version.zaaktype)}
    assert codes(world.api.patch(zaak["url"], change)) == {"zaaktype": "wijzigen-niet-toegelaten"}
    assert InformatieObjectType.objects.count() == 1
    ZaakTypeInformatieObjectType.objects.create(
        zaaktype=next_version.zaaktype, informatieobjecttype="Aanvraag", volgnummer=1, richting="inkomend"
    )
    assert world.api.patch(zaak["url"], change).status_code == 200


def test_c_15_a_closed_zaak_keeps_its_zaaktype(world: World, next_version: World) -> None:
    closed = world.close(world.zaak())
    refused = world.api.patch(closed["url"], {"zaaktype": url(next_version.zaaktype)})
    assert codes(refused) == {"zaaktype": "wijzigen-niet-toegelaten"}
    same = world.api.patch(closed["url"], {"zaaktype": url(world.zaaktype)})
    assert same.status_code == 200


def test_zrc_001_another_zaaktype_is_published(world: World) -> None:
    concept = zaaktype_row(concept=True)
    refused = world.api.patch(world.zaak()["url"], {"zaaktype": url(concept)})
    assert codes(refused) == {"zaaktype": "not-published"}


def test_zrc_006_another_zaaktype_takes_the_right_on_both(world: World, next_version: World) -> None:
    zaak = world.zaak()
    clerk = world.limited(["zaken.lezen", "zaken.bijwerken"])
    assert clerk.patch(zaak["url"], {"zaaktype": url(next_version.zaaktype)}).status_code == 403
    assert clerk.patch(zaak["url"], {"omschrijving": "x"}).status_code == 200


def test_zrc_010_communicatiekanaal_exists(world: World, elsewhere: Listener) -> None:
    elsewhere.body = msgspec.json.encode(KANAAL)
    made = world.zaak(communicatiekanaal=elsewhere.url)
    assert made["communicatiekanaal"] == elsewhere.url
    refused = world.api.post(f"{ZAKEN}/zaken", world.body(communicatiekanaal=dead(elsewhere)))
    assert codes(refused) == {"communicatiekanaal": "bad-url"}
    refused = world.api.patch(made["url"], {"communicatiekanaal": dead(elsewhere)})
    assert codes(refused) == {"communicatiekanaal": "bad-url"}
    elsewhere.body = b'{"url": "x"}'
    refused = world.api.post(f"{ZAKEN}/zaken", world.body(communicatiekanaal=elsewhere.url))
    assert codes(refused) == {"communicatiekanaal": "invalid-resource"}
    asked = len(elsewhere.received)
    unlisted = "https://referentielijst.example.org/kanaal/1"
    assert world.zaak(communicatiekanaal=unlisted)["communicatiekanaal"] == unlisted
    assert world.api.patch(made["url"], {"communicatiekanaal": made["communicatiekanaal"]}).status_code == 200
    assert len(elsewhere.received) == asked


def test_zrc_028_what_no_longer_answers_cannot_be_expanded(world: World, elsewhere: Listener) -> None:
    elsewhere.body = msgspec.json.encode(KANAAL)
    zaak, query = world.zaak(communicatiekanaal=elsewhere.url), {"expand": "communicatiekanaal"}
    assert world.api.get(zaak["url"], query).json()["_expand"]["communicatiekanaal"] == KANAAL
    elsewhere.body = b"geen JSON"
    assert world.api.get(zaak["url"], query).status_code == 404


def test_zrc_010_nobody_without_rights_has_a_host_called(world: World, elsewhere: Listener) -> None:
    reader = world.limited(["zaken.lezen"])
    assert reader.post(f"{ZAKEN}/zaken", world.body(communicatiekanaal=elsewhere.url)).status_code == 403
    assert elsewhere.received == []


def test_zrc_011_related_zaken_exist(world: World, elsewhere: Listener) -> None:
    zaak = world.zaak()
    urls = [zaak["url"], f"{ZAKEN}/zaken/6ba7b810-9dad-41d1-80b4-00c04fd430c8", url(world.zaaktype)]
    related = [{"url": found, "aardRelatie": "vervolg"} for found in [*urls, "https://x.example.org/1"]]
    refused = world.api.post(f"{ZAKEN}/zaken", world.body(relevanteAndereZaken=related))
    assert codes(refused) == {f"relevanteAndereZaken.{n}.url": "bad-url" for n in (1, 2, 3)}
    elsewhere.body = b'{"url": "x", "identificatie": "Z", "zaaktype": "y"}'
    there = [{"url": elsewhere.url, "aardRelatie": "bijdrage"}]
    made = world.zaak(relevanteAndereZaken=[*related[:1], *there])
    assert [found["url"] for found in made["relevanteAndereZaken"]] == [zaak["url"], elsewhere.url]
    elsewhere.body = b'{"url": "x"}'
    refused = world.api.patch(zaak["url"], {"relevanteAndereZaken": there})
    assert codes(refused) == {"relevanteAndereZaken.0.url": "invalid-resource"}


def test_zrc_011_the_list_is_replaced_as_a_whole(world: World) -> None:
    first, second = world.zaak(), world.zaak()
    zaak = world.zaak(relevanteAndereZaken=[{"url": first["url"], "aardRelatie": "vervolg"}])
    twice = [{"url": second["url"], "aardRelatie": aard} for aard in ("vervolg", "onderwerp")]
    changed = world.api.patch(zaak["url"], {"relevanteAndereZaken": twice}).json()
    assert changed["relevanteAndereZaken"] == twice
    kept = GerelateerdeZaak.objects.values_list("zaak__uuid", "andere__uuid")
    assert [tuple(map(str, row)) for row in kept] == [(zaak["uuid"], second["uuid"])]
    world.api.patch(zaak["url"], {"relevanteAndereZaken": []})
    assert not GerelateerdeZaak.objects.exists()


def test_zrc_013_deelzaaktype_of_hoofdzaak(world: World, next_version: World) -> None:
    hoofdzaak, own = world.zaak(), next_version.zaak()
    world.zaaktype.deelzaaktypen = [next_version.zaaktype.identificatie]
    world.zaaktype.save()
    assert next_version.zaak(hoofdzaak=hoofdzaak["url"])["hoofdzaak"] == hoofdzaak["url"]
    refused = world.api.post(f"{ZAKEN}/zaken", world.body(hoofdzaak=hoofdzaak["url"]))
    assert codes(refused) == {"nonFieldErrors": "invalid-deelzaaktype"}
    next_version.zaaktype.deelzaaktypen = ["ANDERS"]
    next_version.zaaktype.save()
    moved = world.api.patch(hoofdzaak["url"], {"zaaktype": url(next_version.zaaktype)})
    assert codes(moved) == {"nonFieldErrors": "invalid-deelzaaktype"}
    assert next_version.zaak(hoofdzaak=world.zaak()["url"])["uuid"] != own["uuid"]


def test_gangbaar_selectielijstklasse_exists(world: World) -> None:
    known = next(iter(selectielijst.resultaten().values())).public_url
    assert world.zaak(selectielijstklasse=known)["selectielijstklasse"] == known
    for address, code in ((known[:-1] + "x", "invalid-resource"), ("https://x.example.org/1", "bad-url")):
        refused = world.api.post(f"{ZAKEN}/zaken", world.body(selectielijstklasse=address))
        assert codes(refused) == {"selectielijstklasse": code}


def test_zrc_019_betrokkene_exists(world: World, elsewhere: Listener) -> None:
    elsewhere.body = b'{"url": "x"}'
    zaak, without = world.zaak(), {"betrokkeneIdentificatie": None}
    assert world.add_rol(zaak, betrokkene=elsewhere.url, **without).status_code == 201
    refused = world.add_rol(zaak, world.behandelaar, betrokkene=dead(elsewhere), **without)
    assert codes(refused) == {"betrokkene": "bad-url"}
