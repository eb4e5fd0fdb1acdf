"""Everything below a zaak: protected once closed, in the audit trail, sent as 2.9 says, within its budget."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.db import connection

from zaakwerk.zaken import besluiten
from zaakwerk.zaken.models import ZaakBesluit
from zaakwerk.zaken.tests.voorbeelden import OBJECTEN
from zaakwerk.zaken.tests.world import ZAKEN, World, url
from zaakwerk.zgw.models import AuditRegel, Bericht

pytestmark = pytest.mark.django_db
Most = Callable[[int], AbstractContextManager[Any]]
# PostgreSQL alone has NOTIFY for the worker, which reads and locks nothing.
WAKE = 1 if connection.vendor == "postgresql" else 0
BESLUIT = "https://besluiten.example.org/besluiten/api/v1/besluiten/6ba7b810-9dad-41d1-80b4-00c04fd430c8"
KINDS = (
    "rol",
    "resultaat",
    "zaakobject",
    "zaakinformatieobject",
    "zaakeigenschap",
    "klantcontact",
    "zaakcontactmoment",
    "zaakverzoek",
    "zaakbesluit",
)
CHANGES = {
    "resultaat": {"toelichting": "x"},
    "zaakobject": {"relatieomschrijving": "x"},
    "zaakinformatieobject": {"titel": "x"},
    "zaakeigenschap": {"waarde": "3"},
}
UNDESTROYED = {"klantcontact"}
# 2.9, and destroy of a zaakinformatieobject, which it recommends.
ACTIES = {
    "rol": ["create", "destroy"],
    "resultaat": ["create", "partial_update", "destroy"],
    "zaakobject": ["create", "partial_update", "destroy"],
    "zaakinformatieobject": ["create", "destroy"],
    "zaakeigenschap": ["create", "partial_update", "destroy"],
    "klantcontact": ["create"],
    "zaakcontactmoment": ["create"],
    "zaakverzoek": ["create"],
    "zaakbesluit": ["create"],
}


class Leading(besluiten.NoBesluiten):
    """A room of besluiten in which every besluit belongs to every zaak as long as it has no mirror."""

    def concerns(self, besluit: str, zaak: Any) -> bool:
        return not ZaakBesluit.objects.exists()

    def dates(self, zaak: Any, name: str) -> tuple[()]:
        return ()


@pytest.fixture(autouse=True)
def leading() -> Iterator[None]:
    before = besluiten.ask()
    besluiten.register(Leading())
    yield
    besluiten.register(before)


@pytest.fixture
def world() -> World:
    return World()


def new_child(world: World, zaak: dict[str, Any], kind: str) -> tuple[str, dict[str, Any]]:
    """Where a child of this kind is made, and from what."""
    own: dict[str, Callable[[], tuple[str, dict[str, Any]]]] = {
        "rol": lambda: (
            "rollen",
            {
                "roltype": url(world.roltype),
                "betrokkeneType": "medewerker",
                "betrokkeneIdentificatie": {"identificatie": "fatima"},
                "roltoelichting": "x",
            },
        ),
        "resultaat": lambda: ("resultaten", {"resultaattype": url(world.resultaattype)}),
        "zaakobject": lambda: (
            "zaakobjecten",
            {"objectType": "pand", "objectIdentificatie": OBJECTEN["pand"]},
        ),
        "zaakinformatieobject": lambda: (
            "zaakinformatieobjecten",
            {"informatieobject": url(world.document())},
        ),
        "zaakeigenschap": lambda: ("", {"eigenschap": url(world.eigenschap), "waarde": "1"}),
        "klantcontact": lambda: ("klantcontacten", {"datumtijd": "2026-01-06T10:00:00Z"}),
        "zaakcontactmoment": lambda: ("zaakcontactmomenten", {"contactmoment": "https://x.example.org/1"}),
        "zaakverzoek": lambda: ("zaakverzoeken", {"verzoek": "https://x.example.org/1"}),
        "zaakbesluit": lambda: ("", {"besluit": BESLUIT}),
    }
    path, body = own[kind]()
    nested = {"zaakeigenschap": "zaakeigenschappen", "zaakbesluit": "besluiten"}
    address = f"{zaak['url']}/{nested[kind]}" if kind in nested else f"{ZAKEN}/{path}"
    return address, {"zaak": zaak["url"], **body}


def make(world: World, zaak: dict[str, Any], kind: str) -> Any:
    """A child as the API answers it."""
    answer = world.api.post(*new_child(world, zaak, kind))
    assert answer.status_code == 201, answer.content
    return answer.json()


@pytest.mark.parametrize("kind", KINDS)
def test_c_45_a_closed_zaak_protects_every_child(world: World, kind: str) -> None:
    zaak = world.zaak()
    clerk = world.limited(["zaken.lezen", "zaken.aanmaken", "zaken.bijwerken", "zaken.verwijderen"])
    force = world.limited(["zaken.lezen", "zaken.geforceerd-bijwerken"], "archivaris")
    if kind == "resultaat":
        child = world.api.get(world.close(zaak)["resultaat"]).json()
    else:
        child = make(world, zaak, kind)
        world.close(zaak)
        ZaakBesluit.objects.all().delete() if kind == "zaakbesluit" else None
        address, body = new_child(world, zaak, kind)
        body = {**body, **{name: f"{body[name]}2" for name in ("contactmoment", "verzoek") if name in body}}
        assert clerk.post(address, body).status_code == 403
        if kind == "rol":
            body["roltype"] = url(world.behandelaar)
        made = force.post(address, body)
        assert made.status_code == 201, made.content
        child = made.json() if kind == "zaakbesluit" else child
    if kind in CHANGES:
        assert clerk.patch(child["url"], CHANGES[kind]).status_code == 403
        assert force.patch(child["url"], CHANGES[kind]).status_code == 200
    if kind not in UNDESTROYED:
        assert clerk.delete(child["url"]).status_code == 403
        assert force.delete(child["url"]).status_code == 204


@pytest.mark.parametrize("kind", KINDS)
def test_every_child_is_sent_as_the_standard_says_and_is_in_the_audit_trail(world: World, kind: str) -> None:
    zaak = world.zaak()
    child = make(world, zaak, kind)
    if kind in CHANGES:
        assert world.api.patch(child["url"], CHANGES[kind]).status_code == 200
    if kind not in UNDESTROYED:
        assert world.api.delete(child["url"]).status_code == 204
    sent = Bericht.objects.filter(resource=kind).order_by("id")
    assert [found.actie for found in sent] == ACTIES[kind]
    assert {found.kanaal for found in sent} == {"zaken"}
    assert {found.hoofd_object[1:] for found in sent} == {zaak["url"].removeprefix("http://localhost")}
    lines = AuditRegel.objects.filter(resource=kind, hoofd_uuid=zaak["uuid"]).order_by("id")
    wanted = ["create", *(["partial_update"] if kind in CHANGES else [])]
    assert [line.actie for line in lines] == wanted + ([] if kind in UNDESTROYED else ["destroy"])
    assert all(line.oud for line in lines if line.actie != "create")
    assert all(line.nieuw for line in lines if line.actie != "destroy")


def test_zrc_023_everything_below_goes_with_the_zaak(world: World) -> None:
    zaak, other = world.zaak(), world.zaak()
    for kind in KINDS:
        if kind != "zaakbesluit":
            make(world, zaak, kind)
    note = {"onderwerp": "x", "tekst": "x", "gerelateerdAan": zaak["url"]}
    assert world.api.post(f"{ZAKEN}/zaaknotities", note).status_code == 201
    related = [{"url": zaak["url"], "aardRelatie": "vervolg"}]
    world.api.patch(other["url"], {"relevanteAndereZaken": related})
    assert world.api.delete(zaak["url"]).status_code == 204
    for path in ("zaakobjecten", "klantcontacten", "zaaknotities", "rollen", "resultaten"):
        assert world.api.get(f"{ZAKEN}/{path}").json()["count"] == 0
    for path in ("zaakcontactmomenten", "zaakverzoeken", "zaakinformatieobjecten"):
        assert world.api.get(f"{ZAKEN}/{path}").json() == []
    assert not AuditRegel.objects.filter(hoofd_uuid=zaak["uuid"]).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_child_takes_at_most_15_statements(
    world: World, kind: str, django_assert_max_num_queries: Most
) -> None:
    zaak = world.zaak()
    new = new_child(world, zaak, kind)
    with django_assert_max_num_queries(15 + WAKE):
        child = world.api.post(*new).json()
    with django_assert_max_num_queries(6):
        assert world.api.get(child["url"]).status_code == 200
    if kind in CHANGES:
        with django_assert_max_num_queries(15 + WAKE):
            assert world.api.patch(child["url"], CHANGES[kind]).status_code == 200


def test_a_zaak_with_everything_takes_at_most_15_statements(
    world: World, django_assert_max_num_queries: Most
) -> None:
    first, hoofdzaak = world.zaak(), world.zaak()
    number = world.api.post(f"{ZAKEN}/zaaknummer_reserveren", {"bronorganisatie": first["bronorganisatie"]})
    body = world.body(
        identificatie=number.json()["zaaknummer"],
        hoofdzaak=hoofdzaak["url"],
        relevanteAndereZaken=[{"url": first["url"], "aardRelatie": "vervolg"}],
    )
    with django_assert_max_num_queries(15 + WAKE):
        made = world.api.post(f"{ZAKEN}/zaken", body)
    assert made.status_code == 201
    with django_assert_max_num_queries(15 + WAKE):
        assert world.api.put(made.json()["url"], body).status_code == 200


def test_an_eindstatus_takes_at_most_20_statements(world: World, django_assert_max_num_queries: Most) -> None:
    zaak = world.zaak()
    related = [{"url": zaak["url"], "aardRelatie": "vervolg"}]
    world.close(
        world.zaak(relevanteAndereZaken=related), resultaattype=world.make_resultaattype("gerelateerde_zaak")
    )
    world.set_status(zaak, 0)
    world.link(zaak, world.document())
    world.set_resultaat(zaak)
    # One closed zaak follows: itself, its source before and after, its old and new form, its row.
    with django_assert_max_num_queries(20 + 6 + WAKE):
        made = world.set_status(zaak, 2, "2026-02-02T10:00:00Z")
    assert made.status_code == 201
    quiet = world.zaak()
    world.set_resultaat(quiet)
    with django_assert_max_num_queries(20 + WAKE):
        assert world.set_status(quiet, 2, "2026-02-02T10:00:00Z").status_code == 201


def test_reserving_a_thousand_numbers_takes_at_most_10_statements(
    world: World, django_assert_max_num_queries: Most
) -> None:
    body = {"bronorganisatie": world.zaak()["bronorganisatie"], "aantal": 1000}
    with django_assert_max_num_queries(10):
        assert len(world.api.post(f"{ZAKEN}/zaaknummer_reserveren", body).json()) == 1000
