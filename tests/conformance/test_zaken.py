"""Every operation of the Zaken API that this version has answers as the standard says."""

from typing import Any

import pytest

from tests.conformance.comparison import assert_conforms, problem_differences
from zaakwerk.zaken.tests.world import ZAKEN, World, url

pytestmark = pytest.mark.django_db
API = "zaken"
GROUPS = {
    "verlenging": {"reden": "drukte", "duur": "P2W"},
    "opschorting": {"indicatie": True, "reden": "wacht"},
    "kenmerken": [{"kenmerk": "K1", "bron": "zaaksysteem"}],
    "zaakgeometrie": {"type": "Point", "coordinates": [5.1, 52.1]},
    "betalingsindicatie": "geheel",
    "laatsteBetaaldatum": "2026-01-06T10:00:00Z",
    "processobject": {"datumkenmerk": "d", "identificatie": "i", "objecttype": "o", "registratie": "r"},
}
PERSON = {
    "inpBsn": "999993653",
    "geslachtsnaam": "Wit",
    "voorvoegselGeslachtsnaam": "de",
    "geslachtsaanduiding": "v",
}


@pytest.fixture
def world() -> World:
    return World()


def test_zaak(world: World) -> None:
    made = world.api.post(f"{ZAKEN}/zaken", world.body(**GROUPS))
    body = assert_conforms(API, "zaak_create", made)
    assert_conforms(API, "zaak_retrieve", world.api.get(body["url"]))
    assert_conforms(API, "zaak_headers", world.api.head(body["url"]))
    assert_conforms(API, "zaak_partial_update", world.api.patch(body["url"], {"omschrijving": "x"}))
    assert_conforms(API, "zaak_update", world.api.put(body["url"], world.body(**GROUPS)))
    assert_conforms(API, "zaak_list", world.api.get(f"{ZAKEN}/zaken"))
    assert_conforms(API, "zaak_destroy", world.api.delete(body["url"]))


def test_zaak_expanded(world: World) -> None:
    zaak = world.zaak(hoofdzaak=world.zaak()["url"])
    world.add_rol(zaak)
    world.set_status(zaak, 0)
    world.set_resultaat(zaak)
    relations = ("zaaktype", "hoofdzaak", "deelzaken", "eigenschappen", "rollen", "status", "resultaat")
    query = {"expand": ",".join(relations)}
    assert_conforms(API, "zaak_retrieve", world.api.get(zaak["url"], query), expand=relations)
    assert_conforms(API, "zaak_list", world.api.get(f"{ZAKEN}/zaken", query), expand=relations)


def test_status(world: World) -> None:
    zaak = world.zaak()
    rol = world.add_rol(zaak).json()
    made = world.set_status(zaak, 0, statustoelichting="begin", gezetdoor=rol["url"])
    body = assert_conforms(API, "status_create", made)
    assert_conforms(API, "status_retrieve", world.api.get(body["url"]))
    assert_conforms(API, "status_headers", world.api.head(body["url"]))
    assert_conforms(API, "status_list", world.api.get(f"{ZAKEN}/statussen"))


def test_resultaat(world: World) -> None:
    body = assert_conforms(API, "resultaat_create", world.set_resultaat(world.zaak()))
    assert_conforms(API, "resultaat_retrieve", world.api.get(body["url"]))
    assert_conforms(API, "resultaat_headers", world.api.head(body["url"]))
    assert_conforms(API, "resultaat_list", world.api.get(f"{ZAKEN}/resultaten"))
    assert_conforms(API, "resultaat_partial_update", world.api.patch(body["url"], {"toelichting": "x"}))
    put = {"zaak": body["zaak"], "resultaattype": body["resultaattype"], "toelichting": "y"}
    assert_conforms(API, "resultaat_update", world.api.put(body["url"], put))
    assert_conforms(API, "resultaat_destroy", world.api.delete(body["url"]))


@pytest.mark.parametrize(
    ("kind", "identificatie"),
    [
        ("natuurlijk_persoon", PERSON),
        (
            "niet_natuurlijk_persoon",
            {"innNnpId": "002220647", "statutaireNaam": "Bakkerij", "innRechtsvorm": "stichting"},
        ),
        (
            "vestiging",
            {"vestigingsNummer": "000012345678", "handelsnaam": ["Bakkerij"], "kvkNummer": "90001354"},
        ),
        (
            "organisatorische_eenheid",
            {"identificatie": "TEAM", "naam": "Team Groen", "isGehuisvestIn": "Stadhuis"},
        ),
        ("medewerker", {"identificatie": "fatima", "achternaam": "Amrani", "voorvoegselAchternaam": "el"}),
    ],
)
def test_rol(world: World, kind: str, identificatie: dict[str, Any]) -> None:
    contact = {"naam": "S. de Wit", "emailadres": "s.dewit@voorbeeld.nl", "functie": "", "telefoonnummer": ""}
    made = world.add_rol(
        world.zaak(), betrokkeneType=kind, betrokkeneIdentificatie=identificatie, contactpersoonRol=contact
    )
    body = assert_conforms(API, "rol_create", made)
    assert body["betrokkeneIdentificatie"].items() >= identificatie.items()
    assert_conforms(API, "rol_retrieve", world.api.get(body["url"]))
    assert_conforms(API, "rol_headers", world.api.head(body["url"]))
    assert_conforms(API, "rol_list", world.api.get(f"{ZAKEN}/rollen"))
    assert_conforms(API, "rol_destroy", world.api.delete(body["url"]))


def test_zaakeigenschap(world: World) -> None:
    zaak = world.zaak()
    address = f"{zaak['url']}/zaakeigenschappen"
    new = {"zaak": zaak["url"], "eigenschap": url(world.eigenschap), "waarde": "12"}
    body = assert_conforms(API, "zaakeigenschap_create", world.api.post(address, {**new, "waarde": "veel"}))
    assert_conforms(API, "zaakeigenschap_retrieve", world.api.get(body["url"]))
    assert_conforms(API, "zaakeigenschap_headers", world.api.head(body["url"]))
    assert_conforms(API, "zaakeigenschap_list", world.api.get(address))
    assert_conforms(API, "zaakeigenschap_partial_update", world.api.patch(body["url"], {"waarde": "3"}))
    assert_conforms(API, "zaakeigenschap_update", world.api.put(body["url"], new))
    assert_conforms(API, "zaakeigenschap_destroy", world.api.delete(body["url"]))


def test_zaakinformatieobject(world: World) -> None:
    zaak = world.zaak()
    body = assert_conforms(API, "zaakinformatieobject_create", world.link(zaak, world.document()))
    assert_conforms(API, "zaakinformatieobject_retrieve", world.api.get(body["url"]))
    assert_conforms(API, "zaakinformatieobject_headers", world.api.head(body["url"]))
    assert_conforms(API, "zaakinformatieobject_list", world.api.get(f"{ZAKEN}/zaakinformatieobjecten"))
    assert_conforms(API, "zaakinformatieobject_partial_update", world.api.patch(body["url"], {"titel": "x"}))
    put = {"zaak": body["zaak"], "informatieobject": body["informatieobject"], "titel": "y"}
    assert_conforms(API, "zaakinformatieobject_update", world.api.put(body["url"], put))
    assert_conforms(API, "zaakinformatieobject_destroy", world.api.delete(body["url"]))


def test_audittrail(world: World) -> None:
    zaak = world.zaak()
    lines = assert_conforms(API, "audittrail_list", world.api.get(f"{zaak['url']}/audittrail"))
    one = world.api.get(f"{zaak['url']}/audittrail/{lines[0]['uuid']}")
    assert_conforms(API, "audittrail_retrieve", one)


def test_refusals_have_the_standards_form(world: World) -> None:
    answers = [
        world.api.post(f"{ZAKEN}/zaken", {}),
        world.api.get(f"{ZAKEN}/zaken/6ba7b810-9dad-41d1-80b4-00c04fd430c8"),
        world.api.client.get("/zaken/api/v1/zaken"),
        world.api.delete(f"{ZAKEN}/zaken"),
    ]
    for answer in answers:
        assert problem_differences(answer.status_code, answer.headers, answer.json()) == []
