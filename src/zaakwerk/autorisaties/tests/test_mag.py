"""Mag: who may do what with a zaak, by which rule, and why not in words."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from zaakwerk.autorisaties import accounts, wie
from zaakwerk.autorisaties.mag import ACTIES, REGELS, mag
from zaakwerk.autorisaties.models import Groep, Medewerker, Toekenning, Zaakrecht
from zaakwerk.zgw import clock, vertrouwelijkheid
from zaakwerk.zgw.actors import SYSTEM, Actor, Grant, Target

LEVEL = vertrouwelijkheid.NUMBER
ZAAK = Target("zrc", uuid4(), "KAPPEN", LEVEL["intern"], uuid4())


def with_role(rol: str, **limits: object) -> Actor:
    """Somebody with one role, without a database."""
    toekenning = Toekenning(rol=rol, max_vertrouwelijkheid=LEVEL["zaakvertrouwelijk"])
    for name, value in limits.items():
        setattr(toekenning, name, value)
    return Actor(grants=tuple(accounts.grants_for(toekenning)))


def plus(actor: Actor, soort: str, zaak: UUID | None = ZAAK.object_uuid) -> Actor:
    """The same person with an exception for one zaak."""
    assert zaak is not None
    return Actor(grants=(*actor.grants, *accounts.exception_for(zaak, soort)))


@pytest.mark.parametrize(
    ("rol", "actie", "is_gesloten", "toegestaan", "regel"),
    [
        ("raadpleger", "lezen", False, True, "toekenning"),
        ("raadpleger", "wijzigen", False, False, "rol"),
        ("behandelaar", "wijzigen", False, True, "toekenning"),
        ("behandelaar", "wijzigen", True, False, "toestand"),
        ("recordmanager", "wijzigen", True, True, "toekenning"),
        ("behandelaar", "heropenen", True, False, "rol"),
        ("coordinator", "heropenen", True, True, "toekenning"),
        ("coordinator", "heropenen", False, False, "toestand"),
        ("coordinator", "verwijderen", False, False, "rol"),
        ("recordmanager", "verwijderen", True, True, "toekenning"),
        ("functioneel_beheerder", "lezen", False, False, "rol"),
        ("regisseur", "lezen", False, False, "rol"),
    ],
)
def test_a_role_decides_with_the_state_of_the_zaak(
    rol: str, actie: str, is_gesloten: bool, toegestaan: bool, regel: str
) -> None:
    besluit = mag(with_role(rol), actie, ZAAK, is_gesloten)
    assert (besluit.toegestaan, besluit.regel) == (toegestaan, regel)
    assert bool(besluit.reden) is not toegestaan
    assert besluit.regel in REGELS


def test_a_refusal_names_the_roles_that_can() -> None:
    assert mag(with_role("behandelaar"), "heropenen", ZAAK, True).reden == (
        "Uw rol mag deze zaak niet heropenen. Dat kan een coördinator of recordmanager."
    )
    assert "Alleen een recordmanager" in mag(with_role("behandelaar"), "wijzigen", ZAAK, True).reden


@pytest.mark.django_db
@pytest.mark.parametrize(
    "limits",
    [
        {"zaaktype_identificatie": "ANDERS"},
        {"max_vertrouwelijkheid": LEVEL["openbaar"]},
        {"catalogus": uuid4()},
    ],
)
def test_a_role_for_something_else_says_so(limits: dict[str, object]) -> None:
    besluit = mag(with_role("behandelaar", **limits), "lezen", ZAAK)
    assert (besluit.toegestaan, besluit.regel) == (False, "bereik")


@pytest.mark.parametrize("actie", ACTIES)
def test_afscherming_beats_every_role_and_access(actie: str) -> None:
    strongest = Actor(grants=(*with_role("coordinator").grants, *with_role("recordmanager").grants))
    kept_out = plus(plus(strongest, Zaakrecht.TOEGANG), Zaakrecht.AFSCHERMING)
    for is_gesloten in (False, True):
        assert mag(kept_out, actie, ZAAK, is_gesloten).regel == "afscherming"
    assert mag(plus(strongest, Zaakrecht.AFSCHERMING, uuid4()), "lezen", ZAAK).toegestaan


def test_access_to_one_zaak_is_reading_that_zaak() -> None:
    guest = plus(with_role("regisseur"), Zaakrecht.TOEGANG)
    assert mag(guest, "lezen", ZAAK) == (True, "", "toegang")
    assert not mag(guest, "wijzigen", ZAAK).toegestaan
    assert not mag(guest, "lezen", ZAAK._replace(object_uuid=uuid4())).toegestaan
    assert not mag(guest, "lezen", ZAAK._replace(object_uuid=None)).toegestaan


def test_the_system_may_everything() -> None:
    assert mag(SYSTEM, "verwijderen", ZAAK) == (True, "", "alles")


def test_a_grant_that_denies_opens_nothing() -> None:
    denied = Actor(grants=(Grant("zrc", frozenset({"zaken.lezen"}), denies=True, object_uuid=uuid4()),))
    assert not denied.may_any("zrc", frozenset({"zaken.lezen"}))


@pytest.mark.django_db
def test_an_exception_counts_for_its_person_while_it_holds() -> None:
    today, someone = clock.today(), Medewerker.objects.create_user("j.devries")
    values = {"medewerker": someone, "zaak": ZAAK.object_uuid, "soort": Zaakrecht.TOEGANG, "reden": "x"}
    recht = Zaakrecht.objects.create(**values, staat=Zaakrecht.GEVRAAGD, gevraagd_op=clock.now())
    for staat, tot, counts in (
        (Zaakrecht.GEVRAAGD, today, False),
        (Zaakrecht.GELDT, today, True),
        (Zaakrecht.GELDT, today - timedelta(days=1), False),
        (Zaakrecht.AFGEWEZEN, today, False),
        (Zaakrecht.INGETROKKEN, today, False),
    ):
        Zaakrecht.objects.filter(pk=recht.pk).update(staat=staat, tot=tot)
        assert mag(accounts.actor_of(someone), "lezen", ZAAK).toegestaan is counts, staat
    assert not mag(accounts.actor_of(Medewerker.objects.create_user("ander")), "lezen", ZAAK).toegestaan


@pytest.mark.django_db
def test_a_refusal_names_the_team_to_ask() -> None:
    archivist = Medewerker.objects.create_user("hendrik")
    Groep.objects.create(naam="Informatiebeheer").leden.add(archivist)
    Toekenning.objects.create(rol="recordmanager", medewerker=archivist)
    Toekenning.objects.create(
        rol="recordmanager", groep=Groep.objects.create(naam="Elders"), zaaktype_identificatie="X"
    )
    besluit = mag(with_role("behandelaar"), "heropenen", ZAAK, True)
    assert wie.with_address(besluit, "heropenen", ZAAK, True).endswith("Vraag aan team Informatiebeheer.")
    allowed = mag(with_role("coordinator"), "heropenen", ZAAK, True)
    assert wie.with_address(allowed, "heropenen", ZAAK, True) == ""
