"""Our own extension: rights by catalogus and by what versions share; and the explanation of rights."""

from datetime import date
from typing import Any

import pytest

from zaakwerk.autorisaties.models import Applicatie, ClientId
from zaakwerk.autorisaties.uitleg import leg_uit
from zaakwerk.zaken.tests.world import ZAKEN, World, url, zaaktype_row
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.actors import Target
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db

API = "/zaakwerk/api/v1/applicaties"
AC = "/autorisaties/api/v1/applicaties"
LEVEL = vertrouwelijkheid.NUMBER


def ruim(**changes: Any) -> dict[str, Any]:
    """To read every version of the zaaktype A up to intern."""
    return {
        "component": "zrc",
        "scopes": ["zaken.lezen"],
        "type": "A",
        "catalogus": "",
        "maxVertrouwelijkheidaanduiding": "intern",
        **changes,
    }


@pytest.fixture
def api() -> ApiClient:
    return api_client("beheer")


@pytest.fixture
def reader() -> ApiClient:
    """A client that may as yet do nothing with zaken."""
    return api_client("lezer", [{"component": "nrc", "scopes": ["notificaties.consumeren"]}])


def address_of(client_id: str) -> str:
    """Where the extension of a client's applicatie is."""
    return f"{API}/{Applicatie.objects.get(clients__client_id=client_id).uuid}/ruime-autorisaties"


def put(api: ApiClient, *found: dict[str, Any]) -> Any:
    return api.put(address_of("lezer"), {"ruimeAutorisaties": list(found)})


def test_a_new_version_of_a_zaaktype_needs_no_new_rights(api: ApiClient, reader: ApiClient) -> None:
    old = zaaktype_row(identificatie="A")
    world = World(api, old)
    world.zaak()
    assert reader.get(f"{ZAKEN}/zaken").status_code == 403
    assert put(api, ruim()).status_code == 200
    assert reader.get(f"{ZAKEN}/zaken").json()["count"] == 1
    new = zaaktype_row(identificatie="A", catalogus=old.catalogus, begin_geldigheid=date(2025, 1, 1))
    zaak = world.zaak(zaaktype=url(new))
    assert reader.get(f"{ZAKEN}/zaken").json()["count"] == 2
    assert reader.get(zaak["url"]).status_code == 200


def test_a_catalogus_opens_the_types_that_are_in_it_and_that_come_into_it(
    api: ApiClient, reader: ApiClient
) -> None:
    mine, other = zaaktype_row(), zaaktype_row()
    world = World(api, mine)
    seen, hidden = world.zaak(), world.zaak(zaaktype=url(other))
    assert put(api, ruim(type="", catalogus=url(mine.catalogus))).status_code == 200
    later = world.zaak(zaaktype=url(zaaktype_row(catalogus=mine.catalogus)))
    listed = reader.get(f"{ZAKEN}/zaken").json()["results"]
    assert {found["url"] for found in listed} == {seen["url"], later["url"]}
    assert reader.get(later["url"]).status_code == 200
    assert reader.get(hidden["url"]).status_code == 403


def test_audittrails_count_for_the_component_with_a_right_by_catalogus(
    api: ApiClient, reader: ApiClient
) -> None:
    world = World(api)
    zaak = world.zaak()
    catalogus = url(world.zaaktype.catalogus)
    put(api, ruim(type="", catalogus=catalogus, scopes=["zaken.lezen", "audittrails.lezen"]))
    assert reader.get(f"{zaak['url']}/audittrail").status_code == 200


def test_the_standard_shows_and_changes_nothing_of_it(api: ApiClient, reader: ApiClient) -> None:
    put(api, ruim())
    applicatie = Applicatie.objects.get(label="lezer")
    address = f"{AC}/{applicatie.uuid}"
    assert "ruime" not in api.get(address).content.decode().lower()
    assert api.patch(address, {"label": "Nieuw"}).status_code == 200
    body = {"clientIds": ["lezer"], "label": "Nieuw", "autorisaties": []}
    assert api.put(address, body).status_code == 200
    assert api.get(address_of("lezer")).json() == {"ruimeAutorisaties": [ruim()]}


def test_it_is_stored_without_base_and_told_on_the_channel(api: ApiClient, reader: ApiClient) -> None:
    catalogus = zaaktype_row().catalogus
    before = Bericht.objects.filter(kanaal="autorisaties").count()
    answer = put(api, ruim(catalogus=url(catalogus)))
    assert answer.json()["ruimeAutorisaties"][0]["catalogus"] == url(catalogus)
    stored = Applicatie.objects.get(label="lezer").ruime_autorisaties
    assert stored[0]["catalogus"].startswith(BASE)
    assert Bericht.objects.filter(kanaal="autorisaties").count() == before + 1


def test_eigen_what_is_missing_or_wrong_is_named(api: ApiClient, reader: ApiClient) -> None:
    answer = put(
        api,
        ruim(type=""),
        ruim(maxVertrouwelijkheidaanduiding=""),
        ruim(catalogus="https://elders.example.nl/catalogus/1"),
        ruim(component="brc", scopes=["besluiten.lezen"], maxVertrouwelijkheidaanduiding=""),
    )
    assert codes(answer) == {
        "ruimeAutorisaties.0.type": "required",
        "ruimeAutorisaties.1.maxVertrouwelijkheidaanduiding": "required",
        "ruimeAutorisaties.2.catalogus": "bad-url",
    }
    assert codes(put(api, ruim(component="ztc"), ruim(scopes="x"))) == {
        "ruimeAutorisaties.0.component": "invalid_choice",
        "ruimeAutorisaties.1.scopes": "not_a_list",
    }
    assert Applicatie.objects.get(label="lezer").ruime_autorisaties == []


def test_ac_002_rights_of_the_extension_alone_are_enough(api: ApiClient, reader: ApiClient) -> None:
    address = f"{AC}/{Applicatie.objects.get(label='lezer').uuid}"
    assert codes(api.patch(address, {"autorisaties": []})) == {"nonFieldErrors": "missing-authorizations"}
    put(api, ruim())
    assert api.patch(address, {"autorisaties": []}).status_code == 200
    assert codes(put(api)) == {"nonFieldErrors": "missing-authorizations"}


def test_only_who_manages_rights_reads_and_writes_it(api: ApiClient, reader: ApiClient) -> None:
    assert reader.get(address_of("lezer")).status_code == 403
    assert reader.put(address_of("lezer"), {}).status_code == 403
    assert api.get(f"{API}/00000000-0000-4000-8000-000000000000/ruime-autorisaties").status_code == 404
    assert api.head(address_of("lezer")).status_code == 200


def words_for(client_id: str, target: Target, scope: str = "zaken.lezen") -> tuple[bool, str, list[str]]:
    """The explanation: yes or no, the sentence, and the reasons right by right."""
    found = leg_uit(client_id, scope, target)
    return found.mag, found.kern, [oordeel.reden for oordeel in found.oordelen]


def test_an_administrator_hears_why_not(api: ApiClient, reader: ApiClient) -> None:
    zaaktype = zaaktype_row(identificatie="A")
    put(
        api,
        ruim(),
        ruim(type="B"),
        ruim(type="", catalogus=url(zaaktype_row().catalogus)),
        ruim(component="drc", scopes=["documenten.lezen"]),
        ruim(scopes=["zaken.aanmaken"]),
    )
    open_target = Target("zrc", zaaktype.uuid, "A", LEVEL["openbaar"])
    mag, kern, reasons = words_for("lezer", open_target)
    assert mag and kern.startswith("Ten minste één autorisatie")
    assert reasons == [
        "Gaat over een andere API.",
        "",
        "Geldt voor het type B.",
        "Geldt voor een andere catalogus.",
        "Gaat over een andere API.",
        "Heeft de scope zaken.lezen niet.",
    ]
    mag, kern, reasons = words_for("lezer", open_target._replace(level=LEVEL["geheim"]))
    assert not mag and "vertrouwelijkheid" in kern
    assert reasons[1] == "Geldt tot en met intern; dit is geheim."
    assert "scope zaken.verwijderen" in words_for("lezer", open_target, "zaken.verwijderen")[1]
    assert "geen autorisatie voor de Besluiten API" in words_for("lezer", Target("brc"), "besluiten.lezen")[1]


@pytest.mark.parametrize(
    ("client_id", "words"),
    [
        ("onbekend", "niet bekend"),
        ("zonder-geheim", "geen geheim"),
        ("los", "geen applicatie"),
        ("beheer", "alle autorisaties"),
    ],
)
def test_an_administrator_hears_what_is_the_matter_with_a_client(
    api: ApiClient, client_id: str, words: str
) -> None:
    ClientId.objects.create(client_id="zonder-geheim")
    ClientId.objects.create(client_id="los", secret=ClientId.objects.get(client_id="beheer").secret)
    mag, kern, _ = words_for(client_id, Target("zrc"))
    assert words in kern
    assert mag == (client_id == "beheer")
