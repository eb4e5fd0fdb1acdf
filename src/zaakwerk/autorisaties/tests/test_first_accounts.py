"""First accounts: the functions behind `client add` and `user add`."""

from datetime import timedelta

import pytest

from zaakwerk.autorisaties import accounts
from zaakwerk.autorisaties.commands import add_client, add_user
from zaakwerk.autorisaties.models import Applicatie, ClientId, Medewerker
from zaakwerk.zgw import clock, vertrouwelijkheid
from zaakwerk.zgw.actors import Target
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.problems import Invalid

pytestmark = pytest.mark.django_db


def test_a_secret_is_stored_encrypted_and_found_again() -> None:
    add_client("formulieren", "een geheim met spaties")
    stored = ClientId.objects.get(client_id="formulieren")
    account = accounts.find("formulieren")
    assert "geheim" not in stored.secret
    assert account is not None and account.secret == "een geheim met spaties"


def test_without_all_rights_there_is_no_applicatie_and_nothing_may() -> None:
    add_client("formulieren", "geheim")
    account = accounts.find("formulieren")
    assert not Applicatie.objects.exists()
    assert account is not None and not account.actor.may_any("zrc", frozenset({"zaken.lezen"}))


def test_repeating_replaces_the_secret() -> None:
    add_client("formulieren", "oud")
    add_client("formulieren", "nieuw")
    account = accounts.find("formulieren")
    assert account is not None and account.secret == "nieuw"
    assert ClientId.objects.count() == 1


def test_all_rights_makes_one_applicatie_and_tells_the_channel() -> None:
    add_client("beheer", "geheim", all_rights=True)
    add_client("beheer", "ander geheim", all_rights=True)
    applicatie = Applicatie.objects.get()
    account = accounts.find("beheer")
    assert (applicatie.client_ids, applicatie.heeft_alle_autorisaties) == (["beheer"], True)
    assert account is not None and account.actor.all_rights
    assert [(found.kanaal, found.actie) for found in Bericht.objects.all()] == [("autorisaties", "create")]


def test_all_rights_widens_the_applicatie_a_client_has() -> None:
    autorisaties = [
        {"component": "ac", "componentWeergave": "Autorisaties API", "scopes": ["autorisaties.lezen"]}
    ]
    applicatie = Applicatie.objects.create(label="smal", client_ids=["smal"], autorisaties=autorisaties)
    ClientId.objects.create(client_id="smal", applicatie=applicatie)
    add_client("smal", "geheim", all_rights=True)
    applicatie.refresh_from_db()
    assert (applicatie.heeft_alle_autorisaties, applicatie.autorisaties) == (True, [])
    assert Applicatie.objects.count() == 1


def test_later_without_all_rights_keeps_the_rights() -> None:
    add_client("beheer", "geheim", all_rights=True)
    add_client("beheer", "nieuw")
    account = accounts.find("beheer")
    assert account is not None and account.actor.all_rights


@pytest.mark.parametrize(
    ("client_id", "secret", "code"),
    [
        ("", "geheim", "invalid"),
        (" rand", "geheim", "invalid"),
        ("nul\x00", "geheim", "invalid"),
        ("x" * 51, "geheim", "max_length"),
        ("goed", "", "blank"),
    ],
)
def test_a_client_that_cannot_be_used_is_refused(client_id: str, secret: str, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        add_client(client_id, secret, all_rights=True)
    assert [violation.code for violation in refusal.value.violations] == [code]
    assert not ClientId.objects.exists()


def test_a_user_gets_a_password_and_a_role_for_everything() -> None:
    password = add_user("j.devries", "behandelaar")
    medewerker = Medewerker.objects.get(username="j.devries")
    actor = accounts.actor_of(medewerker)
    assert len(password) >= 12 and medewerker.check_password(password)
    assert not medewerker.is_staff and not medewerker.is_superuser
    secret_zaak = Target("zrc", None, "welk-zaaktype-ook", vertrouwelijkheid.NUMBER["zeer_geheim"])
    assert actor.may(frozenset({"zaken.bijwerken"}), secret_zaak)
    assert not actor.may(frozenset({"zaken.verwijderen"}), secret_zaak)


def test_a_given_password_is_kept() -> None:
    assert add_user("j.devries", "raadpleger", "correct paard batterij") == "correct paard batterij"
    assert Medewerker.objects.get().check_password("correct paard batterij")


def test_beheerder_is_the_functioneel_beheerder_who_may_enter_admin() -> None:
    add_user("a.jansen", "beheerder")
    medewerker = Medewerker.objects.get()
    assert (medewerker.is_staff, medewerker.is_superuser) == (True, True)
    assert [found.rol for found in medewerker.toekenningen.all()] == ["functioneel_beheerder"]


@pytest.mark.parametrize(
    ("name", "role", "password", "words"),
    [
        ("j.devries", "dansleraar", None, "De rol dansleraar bestaat niet"),
        ("x" * 151, "behandelaar", None, "ten hoogste 150 tekens"),
        ("jan jansen", "behandelaar", None, "letters, cijfers"),
        ("", "behandelaar", None, "letters, cijfers"),
        ("nul\x00", "behandelaar", None, "letters, cijfers"),
        ("j.devries", "behandelaar", "", "wachtwoord mag niet leeg"),
    ],
)
def test_a_user_that_cannot_be_made_is_refused(
    name: str, role: str, password: str | None, words: str
) -> None:
    with pytest.raises(Invalid, match=words):
        add_user(name, role, password)
    assert not Medewerker.objects.exists()


def test_a_name_is_given_once() -> None:
    add_user("j.devries", "behandelaar")
    with pytest.raises(Invalid, match=r"j\.devries bestaat al"):
        add_user("j.devries", "coordinator")


def test_a_toekenning_counts_from_and_until_its_dates() -> None:
    add_user("j.devries", "behandelaar")
    medewerker, today = Medewerker.objects.get(), clock.today()
    toekenning = medewerker.toekenningen.get()
    for van, tot, counts in ((0, 0, True), (1, 2, False), (-2, -1, False)):
        toekenning.geldig_van, toekenning.geldig_tot = today + timedelta(van), today + timedelta(tot)
        toekenning.save()
        assert accounts.actor_of(medewerker).may_any("zrc", frozenset({"zaken.lezen"})) is counts
