"""Taakregels: the taken of a page as rows of the worklist, in a fixed number of statements."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from zaakwerk.design.terms import Term
from zaakwerk.kader.models import Taak
from zaakwerk.werkplek import weergave
from zaakwerk.werkvoorraad.queries import Vrager
from zaakwerk.werkvoorraad.rijen import people_of
from zaakwerk.zgw import clock


def regels(taken: Sequence[Taak], vrager: Vrager) -> dict[int, dict[str, Any]]:
    """The row of each taak."""
    people = people_of([taak.zaak for taak in taken]) if taken else {}
    return {taak.pk: regel(taak, people[taak.zaak_id].get("initiator", ""), vrager) for taak in taken}


def regel(taak: Taak, initiator: str, vrager: Vrager) -> dict[str, Any]:
    """One taak: what is asked, of which zaak, and by when."""
    zaak = taak.zaak
    status = zaak.status
    return {
        "taak": taak.naam,
        "identificatie": zaak.identificatie,
        "omschrijving": zaak.omschrijving,
        "url": reverse("werkplek:zaak", args=[zaak.uuid]) + "?tab=taken",
        "term": term(taak, vrager),
        "verwacht": taak.uitkomst if taak.is_afgerond else gettext("Rond de taak af"),
        "verwacht_reden": needed_for(taak),
        "resultaat": gettext("Taak afgerond"),
        "einddatum": clock.legal_date(taak.afgerond_op) if taak.afgerond_op else None,
        "zaaktype": zaak.zaaktype.omschrijving,
        "status": status.statustype.omschrijving if status else "",
        "initiator": initiator,
        "behandelaar": holder(taak),
        "team": taak.groep.naam if taak.groep else "",
        "startdatum": clock.legal_date(taak.aangemaakt_op),
        "gebeurtenis": event(taak),
    }


def term(taak: Taak, vrager: Vrager) -> Term:
    """The term of the taak itself, or else that of its zaak."""
    if taak.uiterlijk is None:
        return weergave.term(taak.zaak, vrager.today)
    return Term.towards(taak.uiterlijk, vrager.today, label=gettext("Uiterlijk"))


def needed_for(taak: Taak) -> str:
    """Which step waits for an open taak."""
    if taak.is_afgerond or not taak.verplicht_voor:
        return ""
    return gettext("Nodig voor %(stap)s") % {"stap": taak.verplicht_voor}


def holder(taak: Taak) -> str:
    """The name of the employee who has the taak."""
    return str(taak.medewerker) if taak.medewerker else ""


def event(taak: Taak) -> dict[str, Any]:
    """What happened last with the taak itself."""
    if taak.afgerond_op:
        return {
            "zin": gettext("Taak afgerond"),
            "moment": taak.afgerond_op,
            "wie": taak.afgerond_door_naam,
        }
    return {"zin": gettext("Taak uitgezet"), "moment": taak.aangemaakt_op, "wie": ""}
