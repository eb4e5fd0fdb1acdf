"""Registering, changing and destroying a zaak."""

import pytest

from zaakwerk.documenten.models import ObjectInformatieObject
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import RSIN, ZAKEN, World, url, zaaktype_row
from zaakwerk.zgw.models import AuditRegel, Bericht
from zaakwerk.zgw.tests.api import codes

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


def test_zrc_001_zaaktype_is_published(world: World) -> None:
    concept = zaaktype_row(concept=True)
    response = world.api.post(f"{ZAKEN}/zaken", world.body(zaaktype=url(concept)))
    assert codes(response) == {"zaaktype": "not-published"}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("https://elders.example.org/zaaktypen/1", "bad-url"),
        (f"{ZAKEN}/zaken/6ba7b810-9dad-41d1-80b4-00c04fd430c8", "invalid-resource"),
        ("http://localhost/catalogi/api/v1/zaaktypen/6ba7b810-9dad-41d1-80b4-00c04fd430c8", "bad-url"),
        ("geen url", "bad-url"),
    ],
)
def test_zrc_001_zaaktype_resolves(world: World, value: str, code: str) -> None:
    assert codes(world.api.post(f"{ZAKEN}/zaken", world.body(zaaktype=value))) == {"zaaktype": code}


def test_zrc_002_identificatie_is_generated_and_unique(world: World) -> None:
    first, second = world.zaak(), world.zaak()
    assert first["identificatie"].startswith("ZAAK-2026-0000000001")
    assert second["identificatie"].endswith("0000000002")


def test_zrc_002_identificatie_is_unique_within_bronorganisatie(world: World) -> None:
    world.zaak(identificatie="EIGEN-1")
    response = world.api.post(f"{ZAKEN}/zaken", world.body(identificatie="EIGEN-1"))
    assert codes(response) == {"identificatie": "identificatie-niet-uniek"}


def test_zrc_002_identificatie_form(world: World) -> None:
    response = world.api.post(f"{ZAKEN}/zaken", world.body(identificatie="met spatie"))
    assert codes(response) == {"identificatie": "invalid"}


def test_zrc_002_generated_identificatie_skips_a_chosen_one(world: World) -> None:
    world.zaak(identificatie="ZAAK-2026-0000000001")
    assert world.zaak()["identificatie"] == "ZAAK-2026-0000000002"


def test_zrc_002_identificatie_cannot_change_but_may_be_sent_again(world: World) -> None:
    zaak = world.zaak()
    same = world.api.patch(zaak["url"], {"identificatie": zaak["identificatie"], "omschrijving": "x"})
    other = world.api.patch(zaak["url"], {"identificatie": "ANDERS"})
    assert same.status_code == 200
    assert codes(other) == {"identificatie": "wijzigen-niet-toegelaten"}


def test_zrc_009_vertrouwelijkheid_follows_zaaktype_unless_sent(world: World) -> None:
    assert world.zaak()["vertrouwelijkheidaanduiding"] == "beperkt_openbaar"
    assert world.zaak(vertrouwelijkheidaanduiding="geheim")["vertrouwelijkheidaanduiding"] == "geheim"


def test_zrc_013_hoofdzaak_is_no_deelzaak(world: World) -> None:
    hoofdzaak = world.zaak()
    deelzaak = world.zaak(hoofdzaak=hoofdzaak["url"])
    third = world.api.post(f"{ZAKEN}/zaken", world.body(hoofdzaak=deelzaak["url"]))
    itself = world.api.patch(hoofdzaak["url"], {"hoofdzaak": hoofdzaak["url"]})
    parent = world.api.patch(hoofdzaak["url"], {"hoofdzaak": world.zaak()["url"]})
    assert codes(third) == {"hoofdzaak": "deelzaak-als-hoofdzaak"}
    assert codes(itself) == {"hoofdzaak": "self-forbidden"}
    assert codes(parent) == {"hoofdzaak": "deelzaak-als-hoofdzaak"}
    assert world.api.get(hoofdzaak["url"]).json()["deelzaken"] == [deelzaak["url"]]


def test_zrc_013_hoofdzaak_elsewhere_matches_nothing(world: World) -> None:
    response = world.api.post(f"{ZAKEN}/zaken", world.body(hoofdzaak="https://elders.example.org/zaken/1"))
    assert codes(response) == {"hoofdzaak": "no_match"}


def test_zrc_014_no_payment_date_without_payment(world: World) -> None:
    body = world.body(betalingsindicatie="nvt", laatsteBetaaldatum="2026-01-06")
    assert codes(world.api.post(f"{ZAKEN}/zaken", body)) == {"laatsteBetaaldatum": "betaling-nvt"}


def test_zrc_014_nvt_clears_the_payment_date(world: World) -> None:
    zaak = world.zaak(betalingsindicatie="geheel", laatsteBetaaldatum="2026-01-06T10:00:00Z")
    changed = world.api.patch(zaak["url"], {"betalingsindicatie": "nvt"}).json()
    assert zaak["laatsteBetaaldatum"] == "2026-01-06T10:00:00Z"
    assert changed["laatsteBetaaldatum"] is None


def test_zrc_014_payment_date_is_past(world: World) -> None:
    body = world.body(betalingsindicatie="geheel", laatsteBetaaldatum="2999-01-01T00:00:00Z")
    assert codes(world.api.post(f"{ZAKEN}/zaken", body)) == {"laatsteBetaaldatum": "future_not_allowed"}


def test_zrc_015_products_of_zaaktype(world: World) -> None:
    response = world.api.post(
        f"{ZAKEN}/zaken", world.body(productenOfDiensten=["https://example.org/product"])
    )
    assert codes(response) == {"productenOfDiensten": "invalid-products-services"}


def test_zrc_012_groups_name_their_missing_subfields(world: World) -> None:
    response = world.api.post(f"{ZAKEN}/zaken", world.body(verlenging={"reden": ""}, opschorting={}))
    assert codes(response) == {
        "verlenging.reden": "blank",
        "verlenging.duur": "required",
        "opschorting.indicatie": "required",
        "opschorting.reden": "required",
    }


def test_zrc_012_null_and_absent_groups_are_the_same(world: World) -> None:
    assert world.zaak(verlenging=None)["verlenging"] is None
    assert world.zaak()["verlenging"] is None


def test_zrc_022_archived_needs_parameters(world: World) -> None:
    zaak = world.zaak()
    refused = world.api.patch(zaak["url"], {"archiefstatus": "gearchiveerd"})
    parameters = {"archiefnominatie": "vernietigen", "archiefactiedatum": "2030-01-01"}
    accepted = world.api.patch(zaak["url"], {"archiefstatus": "gearchiveerd", **parameters})
    assert codes(refused) == {
        "archiefnominatie": "archiefnominatie-not-set",
        "archiefactiedatum": "archiefactiedatum-not-set",
    }
    assert accepted.status_code == 200


def test_zrc_023_destroy_takes_everything_below_and_leaves_documents(world: World) -> None:
    hoofdzaak = world.zaak()
    deelzaak = world.zaak(hoofdzaak=hoofdzaak["url"])
    world.add_rol(deelzaak)
    document = world.document()
    assert world.link(deelzaak, document).status_code == 201
    Bericht.objects.all().delete()
    assert world.api.delete(hoofdzaak["url"]).status_code == 204
    assert not Zaak.objects.exists()
    assert not ObjectInformatieObject.objects.exists()
    assert not AuditRegel.objects.filter(bron="zrc").exists()
    assert Bericht.objects.filter(resource="zaak", actie="destroy").count() == 2
    document.refresh_from_db()
    assert world.api.get(hoofdzaak["url"]).status_code == 404


def test_zrc_023_deelzaak_alone_can_go(world: World) -> None:
    hoofdzaak = world.zaak()
    deelzaak = world.zaak(hoofdzaak=hoofdzaak["url"])
    assert world.api.delete(deelzaak["url"]).status_code == 204
    assert world.api.get(hoofdzaak["url"]).json()["deelzaken"] == []


def test_gangbaar_registratiedatum_is_past(world: World) -> None:
    response = world.api.post(f"{ZAKEN}/zaken", world.body(registratiedatum="2999-01-01"))
    assert codes(response) == {"registratiedatum": "date-in-future"}


def test_planned_dates_follow_the_norms_of_the_zaaktype(world: World) -> None:
    zaak = world.zaak()
    assert zaak["einddatumGepland"] == "2026-02-16"
    assert zaak["uiterlijkeEinddatumAfdoening"] == "2026-03-02"


def test_all_faults_are_named_in_one_answer(world: World) -> None:
    response = world.api.post(
        f"{ZAKEN}/zaken",
        {
            "bronorganisatie": "123",
            "startdatum": "gisteren",
            "omschrijving": "x" * 81,
            "kenmerken": [{"bron": 1}],
        },
    )
    assert codes(response) == {
        "bronorganisatie": "invalid",
        "startdatum": "invalid",
        "omschrijving": "max_length",
        "kenmerken.0.kenmerk": "required",
        "zaaktype": "required",
        "verantwoordelijkeOrganisatie": "required",
    }


def test_put_replaces_and_patch_keeps(world: World) -> None:
    zaak = world.zaak(omschrijving="eerst", toelichting="blijft")
    patched = world.api.patch(zaak["url"], {"omschrijving": "daarna"}).json()
    put = world.api.put(zaak["url"], world.body(omschrijving="opnieuw")).json()
    assert (patched["omschrijving"], patched["toelichting"]) == ("daarna", "blijft")
    assert (put["omschrijving"], put["toelichting"]) == ("opnieuw", "")


def test_snake_case_bodies_are_understood(world: World) -> None:
    body = {"verantwoordelijke_organisatie": RSIN, **world.body()}
    del body["verantwoordelijkeOrganisatie"]
    assert world.api.post(f"{ZAKEN}/zaken", body).status_code == 201


def test_audit_trail_holds_before_and_after_with_reason(world: World) -> None:
    zaak = world.zaak(omschrijving="oud")
    world.api.patch(zaak["url"], {"omschrijving": "nieuw"}, HTTP_X_AUDIT_TOELICHTING="vergissing")
    lines = world.api.get(f"{zaak['url']}/audittrail").json()
    assert [line["actie"] for line in lines] == ["create", "partial_update"]
    assert lines[1]["wijzigingen"]["oud"]["omschrijving"] == "oud"
    assert lines[1]["wijzigingen"]["nieuw"]["omschrijving"] == "nieuw"
    assert lines[1]["wijzigingen"]["nieuw"]["url"] == zaak["url"]
    assert lines[1]["toelichting"] == "vergissing"
    assert world.api.get(f"{zaak['url']}/audittrail/{lines[1]['uuid']}").json() == lines[1]


def test_a_refused_command_writes_nothing(world: World) -> None:
    world.api.post(f"{ZAKEN}/zaken", world.body(registratiedatum="2999-01-01"))
    assert not Zaak.objects.exists()
    assert not AuditRegel.objects.exists()
    assert not Bericht.objects.exists()
