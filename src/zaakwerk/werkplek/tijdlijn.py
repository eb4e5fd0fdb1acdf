"""Tijdlijn: what happened in a zaak, in sentences, newest first."""

from typing import Any

from django.utils.translation import gettext

from zaakwerk.kader.frame import Frame
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.namen import name_of
from zaakwerk.zgw.models import AuditRegel

# Statuses and documents are told from their own rows, which imported zaken have too.
TOLD_ELSEWHERE = ("status", "zaakinformatieobject")


def events(zaak: Zaak, frame: Frame, documents: list[Any], rollen: list[Rol]) -> list[dict[str, Any]]:
    """Every event: statuses, documents, and what the audit trail adds."""
    found = [*status_events(frame), *document_events(documents), *audit_events(zaak, rollen)]
    return sorted(found, key=lambda event: event["moment"], reverse=True)


def status_events(frame: Frame) -> list[dict[str, Any]]:
    """One event per status."""
    return [
        {
            "moment": status.datum_status_gezet,
            "titel": gettext("Status: %(status)s") % {"status": status.statustype.omschrijving},
            "tekst": status.statustoelichting,
            "wie": name_of(status.gezetdoor) if status.gezetdoor else "",
            "icon": "klaar" if frame.ends_with(status.statustype) else "pijl-rechts",
        }
        for status in frame.history
    ]


def document_events(documents: list[Any]) -> list[dict[str, Any]]:
    """One event per document."""
    return [
        {
            "moment": paper.laatste_versie.begin_registratie,
            "titel": gettext("Document: %(titel)s") % {"titel": paper.laatste_versie.titel},
            "wie": paper.laatste_versie.auteur,
            "icon": "document",
        }
        for paper in documents
    ]


def audit_events(zaak: Zaak, rollen: list[Rol]) -> list[dict[str, Any]]:
    """What the audit trail tells of the zaak, its people, properties and outcome."""
    people = {str(rol.uuid): person_and_role(rol) for rol in rollen}
    lines = AuditRegel.objects.filter(hoofd_uuid=zaak.uuid).exclude(resource__in=TOLD_ELSEWHERE)
    return [
        {
            "moment": line.aanmaakdatum,
            "titel": sentence(line, people),
            "tekst": line.toelichting,
            "wie": line.gebruiker_weergave or line.applicatie_weergave,
            "icon": "zaken" if line.resource == "zaak" else "persoon" if line.resource == "rol" else "info",
        }
        for line in lines.order_by("-id")[:200]
    ]


def person_and_role(rol: Rol) -> str:
    """Who, and as what: "F. el Amrani (Behandelaar)"."""
    name = name_of(rol)
    return name if name == rol.omschrijving else f"{name} ({rol.omschrijving})"


def sentence(line: AuditRegel, people: dict[str, str]) -> str:
    """An audit line in words; `people` says who a rol is that still exists, by its uuid."""
    if line.resource == "zaak":
        return gettext("Zaak geregistreerd") if line.actie == "create" else gettext("Zaak gewijzigd")
    verbs = {
        "create": gettext("%(wat)s toegevoegd: %(naam)s"),
        "destroy": gettext("%(wat)s verwijderd: %(naam)s"),
    }
    changed = gettext("%(wat)s gewijzigd: %(naam)s")
    names = {
        "rol": gettext("Betrokkene"),
        "resultaat": gettext("Resultaat"),
        "zaakeigenschap": gettext("Eigenschap"),
    }
    who = people.get(line.resource_url.rpartition("/")[2])
    words = {"wat": names.get(line.resource, line.resource), "naam": who or line.resource_weergave}
    return verbs.get(line.actie, changed) % words
