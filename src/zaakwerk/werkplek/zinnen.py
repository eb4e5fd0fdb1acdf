"""Zinnen: an audit line as a sentence a colleague reads."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zaakwerk.zaken.models import Rol
from zaakwerk.zaken.namen import name_of
from zaakwerk.zgw.models import AuditRegel

Words = str | Promise
ICONS = {
    "zaak": "zaken",
    "rol": "persoon",
    "zaaknotitie": "bericht",
    "zaakeigenschap": "potlood",
    "resultaat": "vlag",
    "status": "pijl-rechts",
    "zaakobject": "huis",
    "zaakbesluit": "vinkje",
}
NAMES: Mapping[str, Words] = {
    "rol": _("Betrokkene"),
    "resultaat": _("Resultaat"),
    "zaakeigenschap": _("Eigenschap"),
    "zaaknotitie": _("Notitie"),
    "zaakobject": _("Object"),
    "zaakbesluit": _("Besluit"),
    "status": _("Status"),
    "zaakinformatieobject": _("Document"),
    "zaakcontactmoment": _("Contactmoment"),
    "zaakverzoek": _("Verzoek"),
    "klantcontact": _("Klantcontact"),
}


def sentence(line: AuditRegel) -> str:
    """What happened: "Betrokkene toegevoegd: F. el Amrani (Behandelaar)"."""
    if line.resource == "zaak":
        return gettext("Zaak geregistreerd") if line.actie == "create" else zaak_changed(line)
    verbs = {
        "create": gettext("%(wat)s toegevoegd: %(naam)s"),
        "destroy": gettext("%(wat)s verwijderd: %(naam)s"),
    }
    changed = gettext("%(wat)s gewijzigd: %(naam)s")
    words = {"wat": NAMES.get(line.resource, line.resource), "naam": subject(line)}
    return verbs.get(line.actie, changed) % words


def zaak_changed(line: AuditRegel) -> str:
    """A change of the zaak itself, by what of it changed when that is one thing people know."""
    oud, nieuw = read(line.oud), read(line.nieuw)
    changed = {key for key in nieuw if oud.get(key) != nieuw[key]}
    if nieuw.get("einddatum") and not oud.get("einddatum"):
        return gettext("Zaak afgehandeld")
    if oud.get("einddatum") and "einddatum" in changed and not nieuw.get("einddatum"):
        return gettext("Zaak heropend")
    if changed & {"relevanteAndereZaken", "hoofdzaak"}:
        return gettext("Relaties van de zaak gewijzigd")
    if "opschorting" in changed:
        halted = (nieuw["opschorting"] or {}).get("indicatie")
        return gettext("Zaak opgeschort") if halted else gettext("Opschorting beëindigd")
    return gettext("Zaak gewijzigd")


def subject(line: AuditRegel) -> str:
    """What a line is about, by a name; never by a number."""
    if line.resource == "rol":
        return person_and_role(read(line.nieuw or line.oud)) or line.resource_weergave
    if line.resource == "zaaknotitie":
        return str(read(line.nieuw or line.oud).get("onderwerp") or line.resource_weergave)
    return line.resource_weergave


def person_and_role(wire: dict[str, Any]) -> str:
    """Who, and as what: "F. el Amrani (Behandelaar)"."""
    role = str(wire.get("omschrijving") or "")
    rol = Rol(
        betrokkene_type=wire.get("betrokkeneType") or "",
        betrokkene_identificatie=wire.get("betrokkeneIdentificatie"),
        afwijkende_naam_betrokkene=wire.get("afwijkendeNaamBetrokkene") or "",
        omschrijving=role,
    )
    name = name_of(rol)
    return name if name == role else f"{name} ({role})"


def read(text: str) -> dict[str, Any]:
    """A stored representation; empty when there was none."""
    found: dict[str, Any] = json.loads(text) if text else {}
    return found
