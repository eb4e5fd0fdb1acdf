"""Every operation on what a zaak is related to answers as the standard says; so does reserving numbers."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.conformance import standards
from tests.conformance.comparison import assert_conforms
from zaakwerk.zaken.models import Zaak, ZaakBesluit
from zaakwerk.zaken.tests.voorbeelden import OBJECTEN
from zaakwerk.zaken.tests.world import RSIN, ZAKEN, World
from zaakwerk.zgw import diensten
from zaakwerk.zgw.tests.listeners import place

pytestmark = pytest.mark.django_db
API = "zaken"
BESLUIT = "https://besluiten.example.org/besluiten/api/v1/besluiten/6ba7b810-9dad-41d1-80b4-00c04fd430c8"


@pytest.fixture
def world() -> World:
    return World()


def test_every_objecttype_of_the_standard_has_an_example() -> None:
    variants = {found.value: found.property for found in standards.schemas(API)["ZaakObject"].variants}
    assert {kind for kind, name in variants.items() if name} == set(OBJECTEN)
    assert len(variants) == 31


@pytest.mark.parametrize("kind", sorted(OBJECTEN))
def test_zaakobject(world: World, kind: str) -> None:
    new = {
        "zaak": world.zaak()["url"],
        "objectType": kind,
        "objectIdentificatie": OBJECTEN[kind],
        "objectTypeOverige": "boom" if kind == "overige" else "",
    }
    body = assert_conforms(API, "zaakobject_create", world.api.post(f"{ZAKEN}/zaakobjecten", new))
    assert is_within(OBJECTEN[kind], body["objectIdentificatie"])
    assert_conforms(API, "zaakobject_retrieve", world.api.get(body["url"]))
    assert_conforms(API, "zaakobject_headers", world.api.head(body["url"]))
    assert_conforms(API, "zaakobject_list", world.api.get(f"{ZAKEN}/zaakobjecten"))
    patched = world.api.patch(body["url"], {"relatieomschrijving": "x"})
    assert_conforms(API, "zaakobject_partial_update", patched)
    assert_conforms(API, "zaakobject_update", world.api.put(body["url"], new))
    assert_conforms(API, "zaakobject_destroy", world.api.delete(body["url"]))


def is_within(expected: Any, found: Any) -> bool:
    """Whether everything expected stands in what was found, group by group."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(is_within(v, found.get(k)) for k, v in expected.items())
    return bool(expected == found)


@pytest.mark.parametrize("kind", ["besluit", "enkelvoudig_document", "status"])
def test_zaakobject_by_url(world: World, kind: str) -> None:
    zaak = world.zaak()
    address = world.set_status(zaak, 0).json()["url"] if kind == "status" else "https://elders.example.org/1"
    new = {"zaak": zaak["url"], "objectType": kind, "object": address}
    body = assert_conforms(API, "zaakobject_create", world.api.post(f"{ZAKEN}/zaakobjecten", new))
    assert body["object"] == address
    assert_conforms(API, "zaakobject_retrieve", world.api.get(body["url"]))


def test_klantcontact(world: World) -> None:
    new = {"zaak": world.zaak()["url"], "datumtijd": "2026-01-06T10:00:00Z", "kanaal": "balie"}
    body = assert_conforms(API, "klantcontact_create", world.api.post(f"{ZAKEN}/klantcontacten", new))
    assert_conforms(API, "klantcontact_retrieve", world.api.get(body["url"]))
    assert_conforms(API, "klantcontact_list", world.api.get(f"{ZAKEN}/klantcontacten"))


@pytest.mark.parametrize("name", ["contactmoment", "verzoek"])
def test_zaakcontactmoment_and_zaakverzoek(world: World, name: str) -> None:
    collection = f"{ZAKEN}/zaakcontactmomenten" if name == "contactmoment" else f"{ZAKEN}/zaakverzoeken"
    new = {"zaak": world.zaak()["url"], name: "https://elders.example.org/1"}
    body = assert_conforms(API, f"zaak{name}_create", world.api.post(collection, new))
    assert_conforms(API, f"zaak{name}_retrieve", world.api.get(body["url"]))
    assert_conforms(API, f"zaak{name}_list", world.api.get(collection))
    assert_conforms(API, f"zaak{name}_destroy", world.api.delete(body["url"]))


def test_zaaknotitie(world: World) -> None:
    new = {"onderwerp": "Gebeld", "tekst": "Komt morgen langs.", "gerelateerdAan": world.zaak()["url"]}
    body = assert_conforms(API, "zaaknotitie_create", world.api.post(f"{ZAKEN}/zaaknotities", new))
    assert_conforms(API, "zaaknotitie_read", world.api.get(body["url"]))
    assert_conforms(API, "zaaknotitie_list", world.api.get(f"{ZAKEN}/zaaknotities"))
    assert_conforms(API, "zaaknotitie_partial_update", world.api.patch(body["url"], {"tekst": "x"}))
    assert_conforms(API, "zaaknotitie_update", world.api.put(body["url"], new))
    assert_conforms(API, "zaaknotitie_delete", world.api.delete(body["url"]))


def test_zaakbesluit_of_another_installation(world: World, settings: Any) -> None:
    zaak = world.zaak()
    with place() as brc:
        settings.OUTBOUND_HOSTS = [brc.entry]
        diensten.save("Raad", "brc", brc.base)
        new = {"besluit": brc.add("besluiten/1", zaak=zaak["url"])}
        assert_conforms(API, "zaakbesluit_create", world.api.post(f"{zaak['url']}/besluiten", new))


def test_zaakbesluit(world: World) -> None:
    zaak = world.zaak()
    mirror = ZaakBesluit.objects.create(zaak=Zaak.objects.get(uuid=zaak["uuid"]), besluit=BESLUIT)
    found = assert_conforms(API, "zaakbesluit_list", world.api.get(f"{zaak['url']}/besluiten"))
    assert [(one["uuid"], one["besluit"]) for one in found] == [(str(mirror.uuid), BESLUIT)]
    assert_conforms(API, "zaakbesluit_retrieve", world.api.get(found[0]["url"]))
    assert_conforms(API, "zaakbesluit_destroy", world.api.delete(found[0]["url"]))


@pytest.mark.parametrize("aantal", [{}, {"aantal": 1}, {"aantal": 3}])
def test_zaaknummer_reserveren(world: World, aantal: dict[str, int]) -> None:
    answer = world.api.post(f"{ZAKEN}/zaaknummer_reserveren", {"bronorganisatie": RSIN, **aantal})
    body = assert_conforms(API, "zaaknummer_reserveren", answer)
    assert isinstance(body, list) is (aantal.get("aantal", 1) > 1)


def test_every_operation_of_the_zaken_api_is_called() -> None:
    texts = "".join(path.read_text() for path in Path(__file__).parent.glob("test_zaken*.py"))
    called = set(re.findall(r'assert_conforms\(\s*API,\s*f?"([a-z_{}]+)"', texts))
    for name in ("contactmoment", "verzoek"):
        called |= {found.replace("{name}", name) for found in called}
    operations = set(standards.operations(API))
    assert len(operations) == 69
    assert operations - called == set()
