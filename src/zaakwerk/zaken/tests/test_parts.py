"""What hangs below a zaak: resultaat, rol, eigenschap, document."""

import pytest

from zaakwerk.documenten.models import ObjectInformatieObject
from zaakwerk.zaken.specificatie import why_not_fitting
from zaakwerk.zaken.tests.world import BSN, ZAKEN, World, url, zaaktype_row
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.tests.api import codes

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def other(world: World) -> World:
    return World(api=world.api, zaaktype=zaaktype_row())


def test_zrc_020_resultaattype_of_zaaktype(world: World, other: World) -> None:
    response = world.set_resultaat(world.zaak(), other.resultaattype)
    assert codes(response) == {"nonFieldErrors": "zaaktype-mismatch"}


def test_zrc_020_one_resultaat(world: World) -> None:
    zaak = world.zaak()
    assert world.set_resultaat(zaak).status_code == 201
    assert codes(world.set_resultaat(zaak)) == {"zaak": "unique"}


def test_zrc_020_only_the_toelichting_changes(world: World) -> None:
    resultaat = world.set_resultaat(world.zaak()).json()
    other_kind = world.make_resultaattype(omschrijving="Geweigerd")
    assert world.api.patch(resultaat["url"], {"toelichting": "x"}).json()["toelichting"] == "x"
    response = world.api.patch(resultaat["url"], {"resultaattype": url(other_kind)})
    assert codes(response) == {"resultaattype": "wijzigen-niet-toegelaten"}


def test_zrc_019_roltype_of_zaaktype(world: World, other: World) -> None:
    response = world.add_rol(world.zaak(), other.roltype)
    assert codes(response) == {"nonFieldErrors": "zaaktype-mismatch"}


def test_zrc_019_one_identification(world: World) -> None:
    zaak = world.zaak()
    both = world.add_rol(zaak, betrokkene="https://example.org/persoon/1")
    neither = world.add_rol(zaak, betrokkeneIdentificatie=None)
    empty = world.add_rol(zaak, betrokkeneIdentificatie={})
    assert codes(both) == codes(neither) == {"nonFieldErrors": "invalid-betrokkene"}
    assert empty.status_code == 201


def test_zrc_019_identification_has_the_shape_of_its_type(world: World) -> None:
    zaak = world.zaak()
    fault = world.add_rol(zaak, betrokkeneIdentificatie={"inpBsn": "123456789", "verblijfsadres": {}})
    assert codes(fault)["betrokkeneIdentificatie.inpBsn"] == "invalid"
    assert codes(fault)["betrokkeneIdentificatie.verblijfsadres.aoaHuisnummer"] == "required"
    vestiging = world.add_rol(
        zaak, betrokkeneType="vestiging", betrokkeneIdentificatie={"vestigingsNummer": "000012345678"}
    )
    assert vestiging.json()["betrokkeneIdentificatie"]["vestigingsNummer"] == "000012345678"


def test_zrc_019_a_rol_is_replaced_never_changed(world: World) -> None:
    rol = world.add_rol(world.zaak()).json()
    refused = world.api.patch(rol["url"], {"roltoelichting": "x"})
    assert (refused.status_code, refused.json()["code"]) == (405, "method_not_allowed")
    assert world.api.delete(rol["url"]).status_code == 204


def test_gangbaar_one_initiator(world: World) -> None:
    zaak = world.zaak()
    world.add_rol(zaak)
    assert codes(world.add_rol(zaak)) == {"nonFieldErrors": "max-occurences"}
    assert world.add_rol(zaak, world.behandelaar).status_code == 201


def test_rollen_are_found_by_bsn_on_both_lists(world: World) -> None:
    zaak, _ = world.zaak(), world.zaak()
    world.add_rol(zaak)
    found = world.api.get(
        f"{ZAKEN}/rollen", {"betrokkeneIdentificatie__natuurlijkPersoon__inpBsn": BSN}
    ).json()
    query = {
        "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn": BSN,
        "rol__omschrijvingGeneriek": "initiator",
    }
    assert found["count"] == 1
    assert [item["url"] for item in world.api.get(f"{ZAKEN}/zaken", query).json()["results"]] == [zaak["url"]]
    query["rol__omschrijvingGeneriek"] = "behandelaar"
    assert world.api.get(f"{ZAKEN}/zaken", query).json()["count"] == 0


def test_zrc_018_eigenschap_of_zaaktype(world: World, other: World) -> None:
    zaak = world.zaak()
    body = {"zaak": zaak["url"], "eigenschap": url(other.eigenschap), "waarde": "1"}
    response = world.api.post(f"{zaak['url']}/zaakeigenschappen", body)
    assert codes(response) == {"nonFieldErrors": "zaaktype-mismatch"}


def test_zrc_018_a_value_that_does_not_fit_is_stored_with_a_warning(world: World) -> None:
    zaak = world.zaak()
    body = {"eigenschap": url(world.eigenschap), "waarde": "veel"}
    made = world.api.post(f"{zaak['url']}/zaakeigenschappen", body)
    assert (made.status_code, made.headers["X-Warning"]) == (201, "De waarde is geen getal.")
    assert (made.json()["naam"], made.json()["zaak"]) == ("bouwkosten", zaak["url"])
    mended = world.api.patch(made.json()["url"], {"waarde": "125"})
    assert "X-Warning" not in mended.headers
    assert world.api.get(zaak["url"]).json()["eigenschappen"] == [made.json()["url"]]
    assert world.api.get(f"{zaak['url']}/zaakeigenschappen").json() == [mended.json()]


def test_a_zaakeigenschap_is_not_found_below_another_zaak(world: World) -> None:
    zaak, elsewhere = world.zaak(), world.zaak()
    body = {"eigenschap": url(world.eigenschap), "waarde": "1"}
    made = world.api.post(f"{zaak['url']}/zaakeigenschappen", body).json()
    assert world.api.get(made["url"].replace(zaak["uuid"], elsewhere["uuid"])).status_code == 404
    assert world.api.get(f"{elsewhere['url']}/zaakeigenschappen").json() == []


@pytest.mark.parametrize(
    ("waarde", "formaat", "lengte", "fits"),
    [
        ("kort", "tekst", "5", True),
        ("te lang", "tekst", "5", False),
        ("12345", "getal", "5", True),
        ("123456", "getal", "5", False),
        ("12,34", "getal", "5,2", True),
        ("12,345", "getal", "5,2", False),
        ("20260229", "datum", "8", False),
        ("20280229", "datum", "8", True),
        ("20260101235959", "datum_tijd", "14", True),
        ("2026-01-01", "datum", "8", False),
    ],
)
def test_zrc_018_formats(waarde: str, formaat: str, lengte: str, fits: bool) -> None:
    reason = why_not_fitting(waarde, {"formaat": formaat, "lengte": lengte})
    assert (reason == "") is fits
    assert reason.isascii()


def test_zrc_017_documenttype_of_zaaktype(world: World) -> None:
    response = world.link(world.zaak(), world.document(soort="Besluit"))
    assert codes(response) == {"nonFieldErrors": "missing-zaaktype-informatieobjecttype-relation"}


def test_zrc_005_document_linked_once_with_its_mirror(world: World) -> None:
    zaak, document = world.zaak(), world.document()
    made = world.link(zaak, document)
    assert made.json()["aardRelatieWeergave"] == "Hoort bij, omgekeerd: kent"
    assert codes(world.link(zaak, document)) == {"nonFieldErrors": "unique"}
    assert str(ObjectInformatieObject.objects.get().object_uuid) == zaak["uuid"]
    query = {"zaak": zaak["url"]}
    assert world.api.get(f"{ZAKEN}/zaakinformatieobjecten", query).json() == [made.json()]
    assert world.api.delete(made.json()["url"]).status_code == 204
    assert not ObjectInformatieObject.objects.exists()


def test_zrc_022_no_document_on_archived_zaak(world: World) -> None:
    closed = world.close(world.zaak())
    world.api.patch(closed["url"], {"archiefstatus": "gearchiveerd"})
    assert codes(world.link(closed, world.document())) == {"nonFieldErrors": "zaak-archiefstatus-invalid"}


def test_gangbaar_status_of_same_zaak(world: World) -> None:
    status = world.set_status(world.zaak(), 0).json()
    body = {"zaak": world.zaak()["url"], "informatieobject": url(world.document()), "status": status["url"]}
    response = world.api.post(f"{ZAKEN}/zaakinformatieobjecten", body)
    assert codes(response) == {"status": "zaak-status-mismatch"}


def test_zrc_005_the_mirror_enters_the_audit_trail_of_the_document(world: World) -> None:
    zaak, document = world.zaak(), world.document()
    made = world.link(zaak, document).json()
    world.api.delete(made["url"])
    trail = AuditRegel.objects.filter(hoofd_uuid=document.uuid).order_by("id")
    assert [(line.bron, line.resource, line.actie) for line in trail] == [
        ("drc", "objectinformatieobject", "create"),
        ("drc", "objectinformatieobject", "destroy"),
    ]


def test_zrc_003_the_document_of_a_link_exists(world: World) -> None:
    zaak, document = world.zaak(), world.document()
    gone = url(document).replace(str(document.uuid), "6ba7b810-9dad-41d1-80b4-00c04fd430c8")
    for address, code in ((gone, "bad-url"), (zaak["url"], "invalid-resource"), ("x", "bad-url")):
        body = {"zaak": zaak["url"], "informatieobject": address}
        response = world.api.post(f"{ZAKEN}/zaakinformatieobjecten", body)
        assert codes(response) == {"informatieobject": code}


def test_zrc_004_the_server_says_what_the_relation_is_and_when_it_began(world: World) -> None:
    zaak, document = world.zaak(), world.document()
    sent = {"aardRelatieWeergave": "Legt vast", "registratiedatum": "2000-01-01T00:00:00Z"}
    body = {"zaak": zaak["url"], "informatieobject": url(document), **sent}
    made = world.api.post(f"{ZAKEN}/zaakinformatieobjecten", body).json()
    assert made["aardRelatieWeergave"] == "Hoort bij, omgekeerd: kent"
    assert made["registratiedatum"] > "2026"
    for name, other in (("zaak", world.zaak()["url"]), ("informatieobject", url(world.document()))):
        refused = world.api.patch(made["url"], {name: other})
        assert codes(refused) == {name: "wijzigen-niet-toegelaten"}
