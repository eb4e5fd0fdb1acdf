"""Accounts: what a client's autorisaties and an employee's toekenningen come down to."""

from typing import Any
from uuid import UUID

import pytest

from zaakwerk.autorisaties import accounts
from zaakwerk.autorisaties.models import Applicatie, ClientId, Groep, Medewerker, Toekenning
from zaakwerk.zgw import secrets, vertrouwelijkheid
from zaakwerk.zgw.actors import Actor, Grant, Target
from zaakwerk.zgw.links import BASE

pytestmark = pytest.mark.django_db

ZAAKTYPE = UUID("5d4a4b4e-8f3b-4f0c-9d3e-0a8f4c4f2a11")
OTHER = UUID("0f1a9f0e-4c5d-4b0f-8f5e-2d1f0c9b7a66")
LEZEN = frozenset({"zaken.lezen"})
LEVEL = vertrouwelijkheid.NUMBER


def actor_with(*autorisaties: dict[str, Any]) -> Actor:
    """The actor of a client with exactly these autorisaties."""
    applicatie = Applicatie.objects.create(label="Smal", client_ids=["smal"], autorisaties=list(autorisaties))
    ClientId.objects.create(client_id="smal", secret=secrets.encrypt("geheim"), applicatie=applicatie)
    account = accounts.find("smal")
    assert account is not None
    return account.actor


def zrc(url: str, scopes: list[str], level: str = "intern") -> dict[str, Any]:
    """An autorisatie for zaken of one type, as stored."""
    return {
        "component": "zrc",
        "componentWeergave": "Zaken API",
        "scopes": scopes,
        "zaaktype": url,
        "maxVertrouwelijkheidaanduiding": level,
    }


def local(uuid: UUID) -> str:
    """A zaaktype of our own, as stored."""
    return f"{BASE}/catalogi/api/v1/zaaktypen/{uuid}"


def test_one_zaaktype_up_to_a_level_is_exactly_one_grant() -> None:
    actor = actor_with(zrc(local(ZAAKTYPE), ["zaken.lezen", "zaken.bijwerken"]))
    scopes = frozenset({"zaken.lezen", "zaken.bijwerken"})
    assert actor.grants == (Grant("zrc", scopes, ZAAKTYPE, "", LEVEL["intern"]),)
    assert (actor.all_rights, actor.applicatie_id, actor.applicatie_weergave) == (False, "smal", "Smal")


@pytest.mark.parametrize(
    ("target", "may"),
    [
        (Target("zrc", ZAAKTYPE, "", LEVEL["openbaar"]), True),
        (Target("zrc", ZAAKTYPE, "", LEVEL["intern"]), True),
        (Target("zrc", ZAAKTYPE, "", LEVEL["zaakvertrouwelijk"]), False),
        (Target("zrc", OTHER, "", LEVEL["openbaar"]), False),
        (Target("zrc"), False),
        (Target("drc", ZAAKTYPE, "", LEVEL["openbaar"]), False),
    ],
)
def test_a_grant_reaches_its_type_up_to_its_level_and_nothing_else(target: Target, may: bool) -> None:
    assert actor_with(zrc(local(ZAAKTYPE), ["zaken.lezen"])).may(LEZEN, target) is may


def test_several_autorisaties_count_together() -> None:
    actor = actor_with(
        zrc(local(ZAAKTYPE), ["zaken.lezen"], "openbaar"),
        zrc(local(ZAAKTYPE), ["zaken.lezen"], "geheim"),
        zrc(local(OTHER), ["zaken.bijwerken"], "geheim"),
    )
    assert actor.may(LEZEN, Target("zrc", ZAAKTYPE, "", LEVEL["geheim"]))
    assert not actor.may(LEZEN, Target("zrc", OTHER, "", LEVEL["openbaar"]))


@pytest.mark.parametrize(
    "url",
    [
        f"https://catalogus.example.nl/zaaktypen/{ZAAKTYPE}",
        "https://catalogus.example.nl/zaaktypen/1",
        f"{BASE}/catalogi/api/v1/zaaktypen/geen-uuid",
        f"{BASE}/",
    ],
)
def test_a_type_elsewhere_opens_nothing_of_ours(url: str) -> None:
    actor = actor_with(zrc(url, ["zaken.lezen"], "zeer_geheim"))
    assert not actor.may(LEZEN, Target("zrc", ZAAKTYPE, "", LEVEL["openbaar"]))
    assert not actor.may(LEZEN, Target("zrc"))


def test_an_autorisatie_without_type_counts_for_the_whole_component() -> None:
    actor = actor_with(
        {"component": "ztc", "componentWeergave": "Catalogi API", "scopes": ["catalogi.lezen"]}
    )
    assert actor.grants == (Grant("ztc", frozenset({"catalogi.lezen"})),)


@pytest.mark.parametrize("client_id", ["onbekend", "zonder-geheim", ""])
def test_a_client_without_secret_is_no_account(client_id: str) -> None:
    ClientId.objects.create(client_id="zonder-geheim")
    assert accounts.find(client_id) is None


def test_an_employee_has_their_own_and_their_groups_toekenningen() -> None:
    medewerker = Medewerker.objects.create_user("j.devries", first_name="Jo", last_name="de Vries")
    groep = Groep.objects.create(naam="Vergunningen")
    groep.leden.add(medewerker)
    Toekenning.objects.create(rol="raadpleger", medewerker=medewerker)
    Toekenning.objects.create(rol="behandelaar", groep=groep, zaaktype_identificatie="MELDING")
    Toekenning.objects.create(rol="recordmanager", groep=Groep.objects.create(naam="Archief"))
    actor = accounts.actor_of(medewerker)
    level = LEVEL["zaakvertrouwelijk"]
    assert (actor.gebruiker_id, actor.gebruiker_weergave) == ("j.devries", "Jo de Vries")
    assert actor.may(LEZEN, Target("zrc", OTHER, "ANDERS", level))
    assert actor.may(frozenset({"zaken.bijwerken"}), Target("zrc", OTHER, "MELDING", level))
    assert not actor.may(frozenset({"zaken.bijwerken"}), Target("zrc", OTHER, "ANDERS", level))
    assert not actor.may(LEZEN, Target("zrc", OTHER, "MELDING", LEVEL["geheim"]))
    assert not actor.may_any("zrc", frozenset({"zaken.verwijderen"}))
