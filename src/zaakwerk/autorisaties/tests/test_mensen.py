"""People: adding, changing and deactivating them, their teams and roles, each with a line in the audit."""

from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from zaakwerk.autorisaties import accounts, tweede_factor
from zaakwerk.autorisaties.commands import (
    CreateMedewerker,
    DestroyGroep,
    EndSessions,
    GiveToekenning,
    ResetSecondFactor,
    SaveGroep,
    SetActive,
    SetPassword,
    TakeToekenning,
    UpdateMedewerker,
    add_user,
)
from zaakwerk.autorisaties.models import Groep, Medewerker, Toekenning
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.problems import Conflict, Forbidden, Invalid

pytestmark = pytest.mark.django_db
STRONG = "paard-batterij-nietje"


def operator(name: str = "a.jansen") -> Actor:
    """Who manages rights."""
    add_user(name, "beheerder")
    return accounts.actor_of(Medewerker.objects.get(username=name))


def codes_of(refusal: Any) -> list[str]:
    return [violation.code for violation in refusal.value.violations]


def test_a_new_employee_is_in_the_audit_without_the_password() -> None:
    actor = operator()
    made = CreateMedewerker(actor=actor, username="j.devries", password=STRONG, last_name="de Vries").run()
    line = AuditRegel.objects.get(hoofd_uuid=made.uuid)
    assert (line.actie, line.gebruiker_id) == ("create", "a.jansen")
    assert "de Vries" in line.nieuw and STRONG not in line.nieuw
    assert made.check_password(STRONG) and not made.is_staff


@pytest.mark.parametrize("password", ["kort", "password123", "1234567890"])
def test_eigen_password_is_strong_wherever_it_is_chosen(password: str) -> None:
    actor = operator()
    made = CreateMedewerker(actor=actor, username="j.devries").run()
    assert not made.has_usable_password()
    for attempt in (
        lambda: CreateMedewerker(actor=actor, username="x", password=password).run(),
        lambda: SetPassword(actor=actor, instance=made, password=password).run(),
        lambda: add_user("y", "behandelaar", password),
    ):
        with pytest.raises(Invalid):
            attempt()


def test_eigen_name_is_usable() -> None:
    actor = operator()
    for name in ("", "met spatie", "A.Jansen", "x" * 151):
        with pytest.raises(Invalid):
            CreateMedewerker(actor=actor, username=name).run()


def test_only_who_manages_rights_changes_people() -> None:
    add_user("fatima", "behandelaar")
    actor = accounts.actor_of(Medewerker.objects.get(username="fatima"))
    with pytest.raises(Forbidden):
        CreateMedewerker(actor=actor, username="vriend").run()
    with pytest.raises(Forbidden):
        SetActive(actor=actor, instance=Medewerker.objects.get(), is_active=False).run()


def test_who_is_deactivated_is_signed_out_everywhere_and_the_sessions_are_gone() -> None:
    actor, made = operator(), CreateMedewerker(actor=operator("b"), username="weg", password=STRONG).run()
    browsers = [Client(SERVER_NAME="localhost") for _ in range(2)]
    for browser in browsers:
        browser.force_login(made)
    stays = Client(SERVER_NAME="localhost")
    stays.force_login(Medewerker.objects.get(username="b"))
    SetActive(actor=actor, instance=made, is_active=False).run()
    assert Session.objects.count() == 1
    for browser in browsers:
        assert browser.get("/werk/account/").status_code == 302
    assert stays.get("/werk/account/").status_code == 200


def test_eigen_not_oneself_and_eigen_operator_remains() -> None:
    actor = operator()
    myself = Medewerker.objects.get()
    with pytest.raises(Invalid) as refusal:
        SetActive(actor=actor, instance=myself, is_active=False).run()
    assert codes_of(refusal) == ["self", "last-operator"]
    with pytest.raises(Invalid) as refusal:
        TakeToekenning(actor=actor, instance=myself.toekenningen.get()).run()
    assert codes_of(refusal) == ["last-operator"]
    operator("tweede")
    TakeToekenning(actor=actor, instance=myself.toekenningen.get()).run()
    assert not accounts.actor_of(myself).may_any("ac", frozenset({"autorisaties.bijwerken"}))


def test_everybody_ends_their_own_sessions_and_nobody_those_of_others() -> None:
    add_user("fatima", "behandelaar")
    add_user("joris", "behandelaar")
    fatima, joris = Medewerker.objects.order_by("username")
    actor = accounts.actor_of(fatima)
    EndSessions(actor=actor, instance=fatima).run()
    with pytest.raises(Forbidden):
        EndSessions(actor=actor, instance=joris).run()
    fatima.refresh_from_db()
    assert fatima.sessie_versie == 1


def test_a_lost_second_factor_is_taken_away() -> None:
    actor = operator()
    someone = CreateMedewerker(actor=actor, username="fatima", password=STRONG).run()
    tweede_factor.set_up(someone, tweede_factor.make_secret(), 1)
    ResetSecondFactor(actor=actor, instance=someone).run()
    assert tweede_factor.of(someone) is None and not someone.herstelcodes.exists()


def test_a_team_is_made_changed_and_removed_with_its_members_in_the_audit() -> None:
    actor = operator()
    someone = CreateMedewerker(actor=actor, username="fatima").run()
    groep = SaveGroep(actor=actor, naam="Vergunningen", leden=[someone]).run()
    SaveGroep(actor=actor, instance=groep, naam="Bouwen", leden=[]).run()
    with pytest.raises(Conflict):
        SaveGroep(actor=actor, naam="Bouwen").run()
    toekenning = GiveToekenning(actor=actor, rol="behandelaar", groep=groep, max_vertrouwelijkheid=4).run()
    with pytest.raises(Conflict):
        DestroyGroep(actor=actor, instance=groep).run()
    TakeToekenning(actor=actor, instance=toekenning).run()
    DestroyGroep(actor=actor, instance=groep).run()
    lines = AuditRegel.objects.filter(hoofd_uuid=groep.uuid).order_by("id")
    assert [line.actie for line in lines] == ["create", "update", "create", "destroy", "destroy"]
    assert "fatima" in lines[1].oud and "fatima" not in lines[1].nieuw
    assert not Groep.objects.exists()


def test_a_role_says_who_gave_it_and_is_for_one_person_or_team() -> None:
    actor = operator()
    someone = CreateMedewerker(actor=actor, username="fatima").run()
    made = GiveToekenning(actor=actor, rol="behandelaar", medewerker=someone, max_vertrouwelijkheid=4).run()
    assert made.gegeven_door == "a.jansen" and made.gegeven_op is not None
    with pytest.raises(Invalid):
        GiveToekenning(actor=actor, rol="behandelaar", max_vertrouwelijkheid=4).run()
    assert Toekenning.objects.filter(medewerker=someone).count() == 1


def test_changing_a_person_notes_only_what_changed() -> None:
    actor = operator()
    someone = CreateMedewerker(actor=actor, username="fatima").run()
    UpdateMedewerker(actor=actor, instance=someone, changes={"first_name": ""}, groepen=[]).run()
    assert AuditRegel.objects.filter(hoofd_uuid=someone.uuid).count() == 1
    UpdateMedewerker(actor=actor, instance=someone, changes={"first_name": "Fatima"}).run()
    assert AuditRegel.objects.filter(hoofd_uuid=someone.uuid).count() == 2
