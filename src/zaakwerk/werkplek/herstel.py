"""Herstel: takes back one change, by the audit line that tells it, where the register allows a clean undo.

Clean means: the register has the inverse command, and the object is still as the change left it. So notes
(until they are definitief), eigenschappen, answers on the checklist, the place and the links to other zaken
can be taken back, and a betrokkene who was just added. A status cannot: the register keeps every status that
was set. There the move back is made, where the frame has it, and both stay to be seen (ADR 22).
"""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext

from zaakwerk.catalogi.models import StatusType
from zaakwerk.kader.commands import TakeStep, WithdrawAnswer
from zaakwerk.kader.models import ChecklistAntwoord, GezetteStap
from zaakwerk.kader.queries import stand_of
from zaakwerk.zaken import commands, queries
from zaakwerk.zaken.models import Rol, Zaak, ZaakEigenschap, ZaakNotitie, ZaakObject
from zaakwerk.zgw import clock, registry
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.problems import Invalid, Violation
from zaakwerk.zgw.representation import wire_of

SESSION_KEY = "herstel"
OFFERED = timedelta(minutes=10)
RELATIONS = {"hoofdzaak", "relevanteAndereZaken", "zaakgeometrie"}
NOTITIE_FIELDS = ("onderwerp", "tekst", "aangemaaktDoor", "notitieType", "status")
COLUMN = {"aangemaaktDoor": "aangemaakt_door", "notitieType": "notitie_type"}
Wire = dict[str, Any]


def offer(request: HttpRequest, actor: Actor, zaak: Zaak, words: str) -> None:
    """After a change: keeps the line that tells it, so that the next page offers to take it back."""
    mine = AuditRegel.objects.filter(hoofd_uuid=zaak.uuid, gebruiker_id=actor.gebruiker_id)
    line = mine.order_by("-id").first()
    if line is None or not can_undo(line):
        return withdraw(request)
    until = clock.now() + OFFERED
    offered = {"regel": line.pk, "zaak": str(zaak.uuid), "tekst": words, "tot": until.timestamp()}
    request.session[SESSION_KEY] = offered


def offered(request: HttpRequest, zaak: Zaak) -> dict[str, Any] | None:
    """What can be taken back in this dossier."""
    found: dict[str, Any] | None = request.session.get(SESSION_KEY)
    is_here = found and found["zaak"] == str(zaak.uuid) and clock.now().timestamp() < found["tot"]
    return found if is_here else None


def withdraw(request: HttpRequest) -> None:
    """Nothing is offered any more."""
    request.session.pop(SESSION_KEY, None)


def can_undo(line: AuditRegel) -> bool:
    """Whether the register has an inverse for the change a line tells."""
    if line.resource == "zaak":
        return line.actie != "create" and changed_keys(line) <= RELATIONS
    return (line.resource, line.actie) in INVERSES


def changed_keys(line: AuditRegel) -> set[str]:
    """Which keys of the representation a change changed."""
    oud, nieuw = wire(line.oud), wire(line.nieuw)
    return {key for key in oud.keys() | nieuw.keys() if oud.get(key) != nieuw.get(key)}


def undo(actor: Actor, zaak: Zaak, regel: int) -> None:
    """Takes the change of a line back, or raises the Problem that says why not."""
    line = AuditRegel.objects.filter(pk=regel, hoofd_uuid=zaak.uuid, gebruiker_id=actor.gebruiker_id).first()
    if line is None or not can_undo(line):
        raise refused(gettext("Deze wijziging kan niet ongedaan worden gemaakt."))
    inverse = undo_zaak if line.resource == "zaak" else INVERSES[line.resource, line.actie]
    inverse(actor, zaak, line)


def refused(words: str) -> Invalid:
    """A refusal with one sentence."""
    return Invalid([Violation("invalid", words)])


def wire(text: str) -> Wire:
    """A stored representation; empty when there was none."""
    found: Wire = json.loads(text) if text else {}
    return found


def found_of(model: Any, line: AuditRegel) -> Any:
    """The object a line is about, as long as it is as the line left it."""
    uuid = line.resource_url.rpartition("/")[2]
    found = model.objects.filter(uuid=uuid).select_related("zaak").first()
    if found is None:
        raise refused(gettext("Dit bestaat niet meer: er valt niets terug te draaien."))
    if wire_of(registry.for_model(model), found.pk).decode() != line.nieuw:
        raise refused(gettext("Dit is intussen opnieuw gewijzigd. Draai daarom niets blind terug."))
    return found


def undo_zaak(actor: Actor, zaak: Zaak, line: AuditRegel) -> None:
    """Puts the former relations of the zaak back."""
    oud, nieuw, changed = wire(line.oud), wire(line.nieuw), changed_keys(line)
    now = wire(wire_of(registry.for_model(Zaak), zaak.pk).decode())
    if any(now[key] != nieuw[key] for key in changed):
        raise refused(gettext("Dit is intussen opnieuw gewijzigd. Draai daarom niets blind terug."))
    changes: dict[str, Any] = {}
    if "relevanteAndereZaken" in changed:
        changes["relevante_andere_zaken"] = stored_links(oud["relevanteAndereZaken"])
    if "hoofdzaak" in changed:
        url = str(oud["hoofdzaak"] or "")
        changes["hoofdzaak"] = queries.local_zaken([url]).get(url) if url else None
    if "zaakgeometrie" in changed:
        changes["zaakgeometrie"] = oud["zaakgeometrie"]
    commands.UpdateZaak(actor=actor, instance=zaak, changes=changes).run()


def stored_links(related: list[Wire]) -> list[dict[str, Any]]:
    """Relevante andere zaken of a representation as the row keeps them."""
    return [{"url": found["url"], "aardRelatie": found["aardRelatie"]} for found in related]


def remove_notitie(actor: Actor, zaak: Zaak, line: AuditRegel) -> None:
    commands.DestroyNotitie(actor=actor, instance=found_of(ZaakNotitie, line)).run()


def restore_notitie(actor: Actor, zaak: Zaak, line: AuditRegel) -> None:
    changes = notitie_values(wire(line.oud))
    commands.UpdateNotitie(actor=actor, instance=found_of(ZaakNotitie, line), changes=changes).run()


def rewrite_notitie(actor: Actor, zaak: Zaak, line: AuditRegel) -> None:
    commands.CreateNotitie(actor=actor, zaak=zaak, **notitie_values(wire(line.oud))).run()


def notitie_values(oud: Wire) -> dict[str, str]:
    """A note of a representation by column."""
    return {COLUMN.get(key, key): oud[key] for key in NOTITIE_FIELDS}


def remove_eigenschap(actor: Actor, zaak: Zaak, line: AuditRegel) -> None:
    commands.DestroyEigenschap(actor=actor, instance=found_of(ZaakEigenschap, line)).run()


def restore_eigenschap(actor: Actor, zaak: Zaak, line: AuditRegel) -> None:
    found, waarde = found_of(ZaakEigenschap, line), wire(line.oud)["waarde"]
    commands.UpdateEigenschap(actor=actor, instance=found, changes={"waarde": waarde}).run()


def remove_rol(actor: Actor, zaak: Zaak, line: AuditRegel) -> None:
    commands.DestroyRol(actor=actor, instance=found_of(Rol, line)).run()


def remove_object(actor: Actor, zaak: Zaak, line: AuditRegel) -> None:
    commands.DestroyObject(actor=actor, instance=found_of(ZaakObject, line)).run()


def withdraw_answer(actor: Actor, zaak: Zaak, line: AuditRegel) -> None:
    WithdrawAnswer(actor=actor, instance=found_of(ChecklistAntwoord, line)).run()


def former_status(actor: Actor, zaak: Zaak, line: AuditRegel) -> None:
    """Makes the move back to the step from before; closing is taken back by reopening only."""
    made = GezetteStap.objects.filter(zaak=zaak).select_related("status").order_by("-id").first()
    is_current = made is not None and made.status_id == zaak.status_id
    if made is None or not is_current or not line.resource_url.endswith(str(made.uuid)):
        raise refused(gettext("De status is intussen weer veranderd."))
    back = [
        keuze
        for keuze in stand_of(zaak, actor).keuzes
        if keuze.soort == "terug" and keuze.naar.naam == made.van
    ]
    if not back or zaak.is_closed:
        raise refused(gettext("Vanaf deze stap is er geen weg terug ingericht."))
    TakeStep(
        actor=actor,
        zaak=zaak,
        soort="terug",
        naar=StatusType.objects.select_related("zaaktype").get(uuid=back[0].naar.uuid),
        reden=gettext("Per ongeluk gezet: %(status)s.") % {"status": made.naar},
    ).run()


INVERSES: dict[tuple[str, str], Callable[[Actor, Zaak, AuditRegel], None]] = {
    ("zaaknotitie", "create"): remove_notitie,
    ("zaaknotitie", "partial_update"): restore_notitie,
    ("zaaknotitie", "destroy"): rewrite_notitie,
    ("zaakeigenschap", "create"): remove_eigenschap,
    ("zaakeigenschap", "partial_update"): restore_eigenschap,
    ("rol", "create"): remove_rol,
    ("zaakobject", "create"): remove_object,
    ("checklistantwoord", "create"): withdraw_answer,
    ("gezettestap", "create"): former_status,
}
