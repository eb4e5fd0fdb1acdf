"""Rules of the frame: moves, gates, reasons, checklists and tasks; ours, the standard has none of them."""

from typing import Any

from django.utils.translation import gettext

from zaakwerk.catalogi.models import StatusType
from zaakwerk.kader.models import ANTWOORDEN
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


@rule("kader")
def kader_move_exists(command: Any) -> Violations:
    """Een stap volgt een overgang die er is vanaf waar de zaak nu staat."""
    if command.keuze is None:
        words = gettext("Deze stap kan niet vanaf waar de zaak nu staat. Bekijk de zaak opnieuw.")
        yield Violation("overgang-bestaat-niet", words, "naar")


@rule("kader")
def kader_gates_are_met(command: Any) -> Violations:
    """Een stap wordt gezet als alles er is wat zij vraagt."""
    for reden in command.keuze.redenen if command.keuze else ():
        if reden.herstel != "ander_vragen":
            name = "resultaattype" if reden.soort == "resultaat" else "naar"
            yield Violation(f"{reden.soort}-ontbreekt", reden.zin, name)


@rule("kader")
def kader_reason_is_given(command: Any) -> Violations:
    """Wie teruggaat, overslaat, afbreekt of heropent, vertelt waarom."""
    if command.keuze and command.keuze.reden_verplicht and not command.reden.strip():
        yield Violation("required", gettext("Vertel waarom u deze stap zet."), "reden")


@rule("kader")
def kader_resultaat_is_for_closing(command: Any) -> Violations:
    """Een resultaat kies je bij de stap die de zaak sluit."""
    if command.resultaattype is not None and command.keuze and not command.keuze.sluit:
        words = gettext("Kies alleen een resultaat bij de stap die de zaak sluit.")
        yield Violation("invalid", words, "resultaattype")


@rule("kader")
def kader_item_of_checklist(command: Any) -> Violations:
    """Een antwoord hoort bij een vraag op de checklist van het zaaktype."""
    step: StatusType = command.statustype
    names = {item["itemnaam"] for item in step.checklistitem_statustype or []}
    if step.zaaktype_id != command.zaak.zaaktype_id or command.itemnaam not in names:
        words = gettext("Deze vraag staat niet op de checklist van deze zaak.")
        yield Violation("does_not_exist", words, "itemnaam")


@rule("kader")
def kader_answer_is_known(command: Any) -> Violations:
    """Het antwoord is ja, nee of niet van toepassing."""
    if command.antwoord not in ANTWOORDEN:
        yield Violation("invalid_choice", gettext("Kies ja, nee of niet van toepassing."), "antwoord")


@rule("kader")
def kader_task_has_name(command: Any) -> Violations:
    """Een taak heeft een naam."""
    if not command.naam.strip():
        yield Violation("blank", gettext("Geef de taak een naam."), "naam")


@rule("kader")
def kader_task_before_step_of_zaaktype(command: Any) -> Violations:
    """De stap waarvoor een taak verplicht is, hoort bij het zaaktype."""
    step = command.verplicht_voor
    steps = StatusType.objects.filter(zaaktype=command.zaak.zaaktype_id, omschrijving=step)
    if step and not steps.exists():
        words = gettext("De stap ‘%(stap)s’ hoort niet bij dit zaaktype.") % {"stap": step}
        yield Violation("does_not_exist", words, "verplichtVoor")


@rule("kader")
def kader_task_for_somebody_who_works_here(command: Any) -> Violations:
    """Een taak gaat naar een medewerker met een account dat aan staat."""
    if command.medewerker is not None and not command.medewerker.is_active:
        words = gettext("%(naam)s heeft geen account dat aan staat.") % {"naam": command.medewerker}
        yield Violation("invalid", words, "medewerker")


@rule("kader")
def kader_task_is_open(command: Any) -> Violations:
    """Een afgeronde taak verandert niet meer."""
    if command.instance.is_afgerond:
        yield Violation("taak-afgerond", gettext("De taak is al afgerond."))
