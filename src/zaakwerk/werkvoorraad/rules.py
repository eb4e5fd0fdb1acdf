"""Rules of the worklist: what may be assigned, released, snoozed and shared."""

from datetime import timedelta
from typing import Any

from zaakwerk.werkvoorraad import queries
from zaakwerk.werkvoorraad.models import BewaardeLijst
from zaakwerk.zgw import clock
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule

LONGEST_SNOOZE = timedelta(days=366)


@rule("werkvoorraad")
def werkvoorraad_zaak_is_open(command: Any) -> Violations:
    """Alleen een open zaak heeft werk dat iemand kan krijgen, loslaten of uitstellen."""
    if command.zaak.is_closed:
        yield Violation("zaak-closed", "De zaak is al afgehandeld.", "zaak")


@rule("werkvoorraad")
def werkvoorraad_zaaktype_has_behandelaar(command: Any) -> Violations:
    """Een zaak krijgt alleen een behandelaar als zijn zaaktype een roltype voor een behandelaar heeft."""
    if command.roltype is None:
        yield Violation("no-roltype", "Het zaaktype heeft geen roltype voor een behandelaar.", "zaak")


@rule("werkvoorraad")
def werkvoorraad_behandelaar_may_work(command: Any) -> Violations:
    """Wie een zaak krijgt, mag hem zien en wijzigen."""
    if command.medewerker is not None and not command.may_work:
        words = f"{command.medewerker} mag deze zaak niet behandelen."
        yield Violation("no-right", words, "aan")


@rule("werkvoorraad")
def werkvoorraad_assignment_changes_something(command: Any) -> Violations:
    """Een zaak gaat niet naar wie hem al heeft."""
    if command.is_same:
        yield Violation("unchanged", f"De zaak is al van {command.receiver}.", "aan")


@rule("werkvoorraad")
def werkvoorraad_release_has_behandelaar(command: Any) -> Violations:
    """Alleen een zaak met een behandelaar kan worden vrijgegeven."""
    if not command.people:
        yield Violation("unchanged", "De zaak heeft geen behandelaar.", "zaak")


@rule("werkvoorraad")
def werkvoorraad_release_has_team(command: Any) -> Violations:
    """Een zaak die wordt vrijgegeven, komt bij een team terecht, anders ziet niemand hem meer."""
    if command.people and not command.teams and command.team is None:
        yield Violation("no-team", "De zaak heeft geen team. Wijs hem eerst toe aan een team.", "zaak")


@rule("werkvoorraad")
def werkvoorraad_undo_finds_it_unchanged(command: Any) -> Violations:
    """Ongedaan maken kan alleen als daarna niemand anders iets aan de behandelaar veranderde."""
    if command.current != command.werd:
        yield Violation("changed", "Iemand anders heeft de behandelaar intussen gewijzigd.", "zaak")


@rule("werkvoorraad")
def werkvoorraad_snooze_ends_in_time(command: Any) -> Violations:
    """Een zaak sluimert tot een dag na vandaag, hoogstens een jaar."""
    today = clock.today()
    if not today < command.tot <= today + LONGEST_SNOOZE:
        yield Violation("invalid-date", "Kies een dag na vandaag, en niet later dan over een jaar.", "tot")


@rule("werkvoorraad")
def werkvoorraad_only_owner_changes_list(command: Any) -> Violations:
    """Een bewaarde lijst wijzigt of verwijdert wie hem maakte, of wie lijsten voor iedereen beheert."""
    lijst = command.lijst
    if lijst.eigenaar_id != command.medewerker.pk and not (
        lijst.bereik == BewaardeLijst.ORGANISATIE and queries.may_share_widely(command.medewerker)
    ):
        yield Violation("not-owner", "Alleen de eigenaar van deze lijst kan hem wijzigen.")


@rule("werkvoorraad")
def werkvoorraad_sharing_needs_right(command: Any) -> Violations:
    """Delen met een team kan wie er lid van is; delen met de organisatie kan een coördinator of beheerder."""
    if command.bereik == BewaardeLijst.TEAM and command.groep not in queries.teams_of(command.medewerker):
        yield Violation("no-right", "Delen kan alleen met een team waar je zelf in zit.", "bereik")
    if command.bereik == BewaardeLijst.ORGANISATIE and not queries.may_share_widely(command.medewerker):
        words = "Alleen een coördinator of functioneel beheerder kan een lijst met iedereen delen."
        yield Violation("no-right", words, "bereik")


@rule("werkvoorraad")
def werkvoorraad_list_has_unique_name(command: Any) -> Violations:
    """Een bewaarde lijst heeft een naam, en binnen de lijsten van de eigenaar geen dubbele."""
    if not command.naam.strip():
        yield Violation("required", "Geef de lijst een naam.", "naam")
    same = BewaardeLijst.objects.filter(eigenaar=command.owner, naam__iexact=command.naam.strip())
    if same.exclude(pk=command.lijst_pk).exists():
        yield Violation("unique", "Je hebt al een lijst met deze naam.", "naam")
