"""Woorden: the sentences of the frame: what is missing, what mends it, and who may make a move."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zaakwerk.kader.feiten import Eis, EisSoort, Pijl
from zaakwerk.kader.stand import Herstel, Keuze, Reden

Words = str | Promise
# Per kind of Eis: the sentence when it is missing, and what mends it.
ONTBREEKT: Mapping[EisSoort, tuple[Words, Herstel]] = {
    "eigenschap": (_("Eigenschap ‘%(naam)s’ is nog niet ingevuld."), "eigenschap_invullen"),
    "document": (_("Het document ‘%(naam)s’ ontbreekt nog."), "document_toevoegen"),
    "checklist": (_("Nog niet beantwoord op de checklist: %(naam)s"), "checklist_beantwoorden"),
    "zaakobject": (_("Er is nog geen object gekoppeld: %(naam)s."), "object_koppelen"),
    "taak": (_("Taak ‘%(naam)s’ is nog niet afgerond."), "taak_afronden"),
    "deelzaak": (_("Deelzaak %(naam)s is nog niet afgehandeld."), "deelzaak_afhandelen"),
    "resultaat": (_("Het resultaat is nog niet bekend."), "resultaat_kiezen"),
    "besluit": (_("Het besluit ‘%(naam)s’ is nog niet vastgelegd."), "besluit_vastleggen"),
    "gebruiksrecht": (
        _("Van document %(naam)s is niet bekend of er gebruiksrechten gelden."),
        "gebruiksrecht_vastleggen",
    ),
    "bewerking": (_("Document %(naam)s is nog in bewerking."), "document_vrijgeven"),
    "archief": (_("De zaak is al gearchiveerd."), "geen"),
    "hoofdzaak": (_("De hoofdzaak is gesloten."), "geen"),
}
RICHTING: Mapping[str, Words] = {
    "inkomend": _("Het inkomende document ‘%(naam)s’ ontbreekt nog."),
    "intern": _("Het interne document ‘%(naam)s’ ontbreekt nog."),
    "uitgaand": _("Het uitgaande document ‘%(naam)s’ ontbreekt nog."),
}
DOE: Mapping[str, Words] = {
    "eigenschap_invullen": _("Vul %(over)s in"),
    "document_toevoegen": _("Voeg %(over)s toe"),
    "checklist_beantwoorden": _("Beantwoord de checklist"),
    "object_koppelen": _("Koppel een object"),
    "taak_afronden": _("Rond de taak %(over)s af"),
    "deelzaak_afhandelen": _("Handel deelzaak %(over)s af"),
    "besluit_vastleggen": _("Leg het besluit vast"),
    "gebruiksrecht_vastleggen": _("Leg de gebruiksrechten vast"),
    "document_vrijgeven": _("Geef document %(over)s vrij"),
}
ROLLEN: Mapping[str, Words] = {
    "adviseur": _("adviseur"),
    "behandelaar": _("behandelaar"),
    "belanghebbende": _("belanghebbende"),
    "beslisser": _("beslisser"),
    "initiator": _("initiator"),
    "klantcontacter": _("klantcontacter"),
    "zaakcoordinator": _("zaakcoördinator"),
    "mede_initiator": _("mede-initiator"),
}


def ontbreekt(eis: Eis) -> str:
    """The sentence that says what is missing."""
    words: Words = ONTBREEKT[eis.soort][0]
    if eis.soort == "document":
        words = RICHTING.get(eis.toelichting, words)
    return str(words) % {"naam": eis.vraagt}


def herstel(eis: Eis) -> Herstel:
    """What mends it."""
    return ONTBREEKT[eis.soort][1]


def doe(reden: Reden) -> str:
    """What mends a reason, as a button says it."""
    words = DOE.get(reden.herstel)
    return str(words) % {"over": reden.over} if words else reden.zin


def zet(keuze: Keuze) -> str:
    """A move, as a button says it."""
    if keuze.sluit:
        return gettext("Handel de zaak af")
    return gettext("Zet op %(stap)s") % {"stap": keuze.naar.naam}


def rol_naam(rol: str) -> str:
    """A generic role in plain words."""
    return str(ROLLEN.get(rol, rol))


def wie(pijl: Pijl) -> str:
    """Who may make a move."""
    if pijl.rol:
        return gettext("Wie in deze zaak %(rol)s is.") % {"rol": rol_naam(pijl.rol)}
    if pijl.soort == "heropenen":
        return gettext("Wie zaken mag heropenen.")
    return gettext("Wie de status van deze zaak mag zetten.")


def niet_in_rol(rol: str) -> str:
    """Why somebody without the role may not."""
    return gettext("Dit kan alleen wie in deze zaak %(rol)s is.") % {"rol": rol_naam(rol)}
