"""Rules on people and their rights: our own, for the standard knows applications only."""

from typing import Any

from django.db.models import Q

from zaakwerk.autorisaties.models import Medewerker, Zaakrecht
from zaakwerk.autorisaties.roles import roles_with
from zaakwerk.autorisaties.scopes import BIJWERKEN
from zaakwerk.autorisaties.wachtwoorden import password_faults
from zaakwerk.zgw import clock
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


@rule("eigen")
def eigen_name_is_usable(command: Any) -> Violations:
    """Een medewerker heeft een eigen, bruikbare gebruikersnaam."""
    yield from command.name_faults()


@rule("eigen")
def eigen_password_is_strong(command: Any) -> Violations:
    """Een wachtwoord is lang genoeg en niet veelgebruikt, ook als een beheerder het kiest."""
    if command.password:
        yield from password_faults(command.password, getattr(command, "instance", None))


@rule("eigen")
def eigen_not_oneself(command: Any) -> Violations:
    """Niemand zet zijn eigen account uit."""
    if command.takes_from and command.takes_from.username == command.actor.gebruiker_id:
        yield Violation("self", "U kunt uw eigen account niet uitzetten. Vraag een andere beheerder.")


@rule("eigen")
def eigen_operator_remains(command: Any) -> Violations:
    """Er blijft altijd iemand die rechten kan beheren."""
    gone, toekenning = command.takes_from, getattr(command, "toekenning", None)
    if gone is None and toekenning is None:
        return
    if not others_who_manage(gone, toekenning).exists():
        words = "Dit is de laatste beheerder. Geef eerst een ander de rol functioneel beheerder."
        yield Violation("last-operator", words)


def others_who_manage(gone: Medewerker | None, toekenning: Any) -> Any:
    """The active employees who manage rights, without somebody or without one toekenning."""
    today, roles = clock.today(), roles_with(BIJWERKEN)
    own, team = (
        Q(**{f"{path}rol__in": roles})
        & (Q(**{f"{path}geldig_van": None}) | Q(**{f"{path}geldig_van__lte": today}))
        & (Q(**{f"{path}geldig_tot": None}) | Q(**{f"{path}geldig_tot__gte": today}))
        & (~Q(**{f"{path}pk": toekenning.pk}) if toekenning else Q())
        for path in ("toekenningen__", "groepen__toekenningen__")
    )
    found = Medewerker.objects.filter(own | team, is_active=True).distinct()
    return found.exclude(pk=gone.pk) if gone else found


@rule("eigen")
def eigen_toekenning_is_for_somebody(command: Any) -> Violations:
    """Een rol is voor één medewerker of één groep, en de einddatum ligt niet voor de begindatum."""
    if bool(command.medewerker) == bool(command.groep):
        yield Violation("required", "Kies een medewerker of een groep.", "voor")
    if command.geldig_van and command.geldig_tot and command.geldig_tot < command.geldig_van:
        yield Violation("invalid", "De einddatum ligt voor de begindatum.", "geldig_tot")


@rule("eigen")
def eigen_toegang_ends(command: Any) -> Violations:
    """Toegang tot één zaak eindigt: op een dag die nog komt en binnen een jaar."""
    today = clock.today()
    if command.tot < today or (command.tot - today).days > MOST_DAYS:
        yield Violation("invalid", "Kies een einddatum vanaf vandaag, binnen een jaar.", "tot")


@rule("eigen")
def eigen_toegang_is_asked_once(command: Any) -> Violations:
    """Zolang een verzoek om toegang wacht, komt er geen tweede bij."""
    waiting = Zaakrecht.objects.filter(
        medewerker=command.medewerker,
        zaak=command.zaak.object_uuid,
        soort=Zaakrecht.TOEGANG,
        staat=Zaakrecht.GEVRAAGD,
    )
    if waiting.exists():
        yield Violation("unique", "Uw verzoek om toegang wacht nog op een besluit.")


@rule("eigen")
def eigen_toegang_by_somebody_else(command: Any) -> Violations:
    """Over een verzoek om toegang besluit iemand anders dan wie het vroeg, en maar één keer."""
    if command.instance.medewerker.username == command.actor.gebruiker_id:
        yield Violation("self", "Over uw eigen verzoek besluit een ander.")
    if command.instance.staat != Zaakrecht.GEVRAAGD:
        yield Violation("decided", "Over dit verzoek is al besloten.")


MOST_DAYS = 366
