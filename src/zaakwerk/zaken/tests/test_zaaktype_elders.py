"""A zaaktype of another installation: a zaak of it is registered, handled and read like any other."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from zaakwerk.catalogi.models import Catalogus, StatusType, ZaakType, ZaakTypeInformatieObjectType
from zaakwerk.zaken.tests.world import BSN, CATALOGI, RSIN, ZAKEN, World
from zaakwerk.zgw import diensten
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes
from zaakwerk.zgw.tests.listeners import Place, place

pytestmark = pytest.mark.django_db
KINDS = (
    "catalogussen",
    "zaaktypen",
    "statustypen",
    "resultaattypen",
    "roltypen",
    "eigenschappen",
    "zaaktype-informatieobjecttypen",
)


def move(world: World, there: Place) -> None:
    """What our own Catalogi API shows of the world, as another installation would show it."""
    for kind in KINDS:
        for found in world.api.get(f"{CATALOGI}/{kind}").json()["results"]:
            text = json.dumps(found).replace(f"{CATALOGI}/", there.base)
            wire = json.loads(text)
            there.objects[wire["url"].removeprefix(there.base)] = wire


@pytest.fixture
def world() -> World:
    made = World()
    ZaakTypeInformatieObjectType.objects.create(
        zaaktype=made.zaaktype, informatieobjecttype="Aanvraag", richting="inkomend", volgnummer=1
    )
    return made


@pytest.fixture
def ztc(world: World, settings: Any) -> Iterator[Place]:
    with place() as there:
        settings.OUTBOUND_HOSTS = [there.entry]
        diensten.save("Provincie", "ztc", there.base, "zaakwerk", "geheim-van-de-provincie-lang-genoeg")
        move(world, there)
        yield there


def of(there: Place, kind: str, number: int = 0) -> str:
    """The URL of an object there."""
    return there.url([path for path in there.objects if path.startswith(f"{kind}/")][number])


def register(api: ApiClient, there: Place, **more: Any) -> Any:
    body = {
        "zaaktype": of(there, "zaaktypen"),
        "bronorganisatie": RSIN,
        "verantwoordelijkeOrganisatie": RSIN,
        "startdatum": "2026-01-05",
        **more,
    }
    return api.post(f"{ZAKEN}/zaken", body)


def steps(there: Place) -> list[str]:
    found = [wire for path, wire in there.objects.items() if path.startswith("statustypen/")]
    return [wire["url"] for wire in sorted(found, key=lambda wire: wire["volgnummer"])]


def test_zrc_001_a_zaak_of_a_zaaktype_elsewhere_runs_from_start_to_end(world: World, ztc: Place) -> None:
    made = register(world.api, ztc)
    assert made.status_code == 201, made.content
    zaak = made.json()
    assert (zaak["zaaktype"], zaak["uiterlijkeEinddatumAfdoening"]) == (of(ztc, "zaaktypen"), "2026-03-02")
    kenmerken = json.loads(Bericht.objects.get(resource="zaak").kenmerken)
    assert kenmerken["zaaktype"] == zaak["zaaktype"]
    body = {"zaak": zaak["url"], "roltype": of(ztc, "roltypen"), "roltoelichting": "indiener"}
    who = {"betrokkeneType": "natuurlijk_persoon", "betrokkeneIdentificatie": {"inpBsn": BSN}}
    rol = world.api.post(f"{ZAKEN}/rollen", {**body, **who})
    assert rol.status_code == 201, rol.content
    assert rol.json()["roltype"] == of(ztc, "roltypen")
    waarde = {"zaak": zaak["url"], "eigenschap": of(ztc, "eigenschappen"), "waarde": "12"}
    assert world.api.post(f"{zaak['url']}/zaakeigenschappen", waarde).status_code == 201
    resultaat = {"zaak": zaak["url"], "resultaattype": of(ztc, "resultaattypen")}
    made = world.api.post(f"{ZAKEN}/resultaten", resultaat).json()
    assert world.api.put(made["url"], {**resultaat, "toelichting": "Klaar"}).json()["toelichting"] == "Klaar"
    ztc.refuses = {("GET", ""): 503}  # from here on the copy suffices
    for step, moment in ((0, "2026-01-06T10:00:00Z"), (2, "2026-02-02T10:00:00Z")):
        body = {"zaak": zaak["url"], "statustype": steps(ztc)[step], "datumStatusGezet": moment}
        answer = world.api.post(f"{ZAKEN}/statussen", body)
        assert answer.status_code == 201, answer.content
    closed = world.api.get(zaak["url"]).json()
    assert (closed["einddatum"], closed["archiefactiedatum"]) == ("2026-02-02", "2031-02-02")
    own = {"zaak": zaak["url"], "statustype": f"{CATALOGI}/statustypen/{world.steps[0].uuid}"}
    again = world.api.post(f"{ZAKEN}/statussen", {**own, "datumStatusGezet": "2026-03-02T10:00:00Z"})
    assert codes(again) == {"nonFieldErrors": "zaaktype-mismatch"}


def test_filters_expand_and_statistics_know_it_by_its_own_url(world: World, ztc: Place) -> None:
    zaak = register(world.api, ztc).json()
    world.zaak()
    found = world.api.get(f"{ZAKEN}/zaken", {"zaaktype": zaak["zaaktype"]}).json()
    assert [one["url"] for one in found["results"]] == [zaak["url"]]
    searched = world.api.post(f"{ZAKEN}/zaken/_zoek", {"zaaktype__in": [zaak["zaaktype"]]}).json()
    assert searched["count"] == 1
    shown = world.api.get(zaak["url"], {"expand": "zaaktype.catalogus"}).json()["_expand"]["zaaktype"]
    assert shown["url"] == zaak["zaaktype"] and shown["_expand"]["catalogus"]["rsin"] == RSIN
    numbers = world.api.get("http://localhost/zaakwerk/api/v1/zaken/statistieken").json()["results"]
    assert zaak["zaaktype"] in [row["zaaktype"] for row in numbers]
    assert world.api.get(f"http://localhost/zaakwerk/api/v1/zaken/{zaak['uuid']}/dossier").status_code == 200
    ztc.refuses = {("GET", ""): 503}
    assert world.api.get(zaak["url"], {"expand": "zaaktype"}).status_code == 404
    assert world.api.get(f"http://localhost/zaakwerk/api/v1/zaken/{zaak['uuid']}/dossier").status_code == 200


def test_rights_name_it_by_its_own_url(world: World, ztc: Place) -> None:
    zaak, other = register(world.api, ztc).json(), world.zaak()
    autorisatie = {
        "component": "zrc",
        "scopes": ["zaken.lezen", "zaken.aanmaken"],
        "zaaktype": of(ztc, "zaaktypen"),
        "maxVertrouwelijkheidaanduiding": "zeer_geheim",
    }
    clerk = api_client("buren", [autorisatie])
    assert [found["url"] for found in clerk.get(f"{ZAKEN}/zaken").json()["results"]] == [zaak["url"]]
    assert clerk.get(other["url"]).status_code == 403
    assert register(clerk, ztc).status_code == 201
    assert world.limited(["zaken.lezen"]).get(zaak["url"]).status_code == 403


def test_copies_are_no_part_of_our_own_catalogue(world: World, ztc: Place) -> None:
    before = {kind: world.api.get(f"{CATALOGI}/{kind}").json()["count"] for kind in KINDS}
    register(world.api, ztc)
    assert {kind: world.api.get(f"{CATALOGI}/{kind}").json()["count"] for kind in KINDS} == before
    copy = ZaakType.alle.exclude(elders="").get()
    assert world.api.get(f"{CATALOGI}/zaaktypen/{copy.uuid}").status_code == 404
    assert codes(
        world.api.post(f"{ZAKEN}/zaken", world.body(zaaktype=f"{CATALOGI}/zaaktypen/{copy.uuid}"))
    ) == {"zaaktype": "bad-url"}
    assert (ZaakType.objects.count(), Catalogus.objects.count()) == (1, 1)


def test_a_part_that_came_later_is_copied_when_it_is_named(world: World, ztc: Place) -> None:
    zaak = register(world.api, ztc).json()
    last = steps(ztc)[-1].removeprefix(ztc.base)
    new = {**ztc.objects[last], "volgnummer": 9, "omschrijving": "Nagekomen"}
    ztc.objects["statustypen/later"] = {**new, "url": ztc.url("statustypen/later")}
    body = {"zaak": zaak["url"], "datumStatusGezet": "2026-01-06T10:00:00Z"}
    made = world.api.post(f"{ZAKEN}/statussen", {**body, "statustype": ztc.url("statustypen/later")})
    assert codes(made) == {"nonFieldErrors": "resultaat-does-not-exist"}
    assert StatusType.objects.filter(omschrijving="Nagekomen").count() == 1


def test_a_zaaktype_elsewhere_must_be_usable(world: World, ztc: Place, settings: Any) -> None:
    path = of(ztc, "zaaktypen").removeprefix(ztc.base)
    whole = dict(ztc.objects[path])
    for change, code in (
        ({"concept": True}, "not-published"),
        ({"doorlooptijd": "lang"}, "invalid-resource"),
        ({"catalogus": ztc.url("catalogussen/weg")}, "bad-url"),
    ):
        ztc.objects[path] = {**whole, **change}
        assert codes(register(world.api, ztc)) == {"zaaktype": code}
    ztc.objects[path] = {"url": whole["url"], "naam": "geen zaaktype"}
    assert codes(register(world.api, ztc)) == {"zaaktype": "invalid-resource"}
    ztc.objects[path] = whole
    ztc.refuses = {("GET", "statustypen"): 503}
    assert codes(register(world.api, ztc)) == {"zaaktype": "bad-url"}
    ztc.refuses = {}
    elsewhere = world.body(zaaktype="https://elders.example.org/catalogi/api/v1/zaaktypen/1")
    assert codes(world.api.post(f"{ZAKEN}/zaken", elsewhere)) == {"zaaktype": "bad-url"}
    roltype = world.body(zaaktype=of(ztc, "roltypen"))
    assert codes(world.api.post(f"{ZAKEN}/zaken", roltype)) == {"zaaktype": "invalid-resource"}
    settings.OUTBOUND_HOSTS = []
    assert codes(register(world.api, ztc)) == {"zaaktype": "bad-url"}
    assert not ZaakType.alle.exclude(elders="").exists()
    settings.OUTBOUND_HOSTS = [ztc.entry]
    assert register(world.api, ztc).status_code == 201
