"""Volgende: what the next step needs, the one thing to do now, and what else can be done or why not.

All of it comes from the frame; here it only gets the address where each thing is done.
"""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from zaakwerk.kader import woorden
from zaakwerk.kader.feiten import Eis
from zaakwerk.kader.stand import Handeling, Keuze, Reden
from zaakwerk.werkplek import besluitform
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.zaken.models import Zaak

Row = dict[str, Any]
DOCUMENTS = {"gebruiksrecht_vastleggen", "document_vrijgeven"}
# Where each thing that may be missing is mended: a page, or a section of the dossier.
PAGES = {
    "eigenschap_invullen": "werkplek:gegevens",
    "document_toevoegen": "werkplek:document_toevoegen",
    "object_koppelen": "werkplek:object_nieuw",
    "besluit_vastleggen": "werkplek:besluit_nieuw",
    "resultaat_kiezen": "werkplek:afhandelen",
    "afhandelen": "werkplek:afhandelen",
}
SECTIONS = {
    "checklist_beantwoorden": "tab=overzicht#checklist",
    "taak_afronden": "tab=taken",
    "deelzaak_afhandelen": "tab=relaties",
}


def place_of(zaak: Zaak, herstel: str, sleutel: str = "") -> str:
    """The address where something is mended; empty when time or somebody else mends it."""
    if herstel in PAGES:
        return reverse(PAGES[herstel], args=[zaak.uuid])
    if herstel == "deelzaak_afhandelen" and sleutel:
        return reverse("werkplek:zaak", args=[UUID(sleutel)])
    if herstel in DOCUMENTS and sleutel:
        return reverse("werkplek:document_orde", args=[zaak.uuid, UUID(sleutel)])
    section = "tab=documenten" if herstel in DOCUMENTS else SECTIONS.get(herstel)
    return f"{reverse('werkplek:zaak', args=[zaak.uuid])}?{section}" if section else ""


def primary_action(bezoek: Bezoek) -> Row | None:
    """The one thing to do now: the next step, or the first thing it lacks; None when nothing leads on."""
    act: Handeling | None = bezoek.frame.stand.primair
    if act is None:
        return None
    reason = act.reden or bezoek.why_not_write
    key = next((reden.sleutel for reden in act.keuze.redenen if reden.herstel == act.soort), "")
    url = step_url(bezoek.zaak, act.keuze) if act.soort == "stap" else place_of(bezoek.zaak, act.soort, key)
    if not url and not reason:
        reason = " ".join(reden.zin for reden in act.keuze.redenen)
    return {"text": act.tekst, "url": "" if reason else url, "reason": reason}


def step_url(zaak: Zaak, keuze: Keuze) -> str:
    """The page on which a step is set, with the step chosen."""
    return f"{reverse('werkplek:status', args=[zaak.uuid])}?{urlencode({'stap': keuze.sleutel})}"


def row_of(bezoek: Bezoek, text: str, name: str, reason: str, key: str = "") -> Row:
    """A way to do something, or the reason why not; `key` is its shortcut."""
    url = "" if reason else reverse(name, args=[bezoek.zaak.uuid])
    return {"text": text, "url": url, "reason": reason, "toets": key}


def more_actions(bezoek: Bezoek) -> list[Row]:
    """The other actions, each with the reason when it is not possible."""
    write, closed = bezoek.why_not_write, bezoek.zaak.is_closed
    is_done = gettext("De zaak is al afgehandeld.") if closed else write
    return [
        row_of(bezoek, gettext("Document toevoegen"), "werkplek:document_toevoegen", write, "d"),
        row_of(bezoek, gettext("Notitie schrijven"), "werkplek:notitie_nieuw", bezoek.why_not_note, "o"),
        row_of(bezoek, gettext("Gegevens wijzigen"), "werkplek:gegevens", write),
        row_of(bezoek, gettext("Betrokkene toevoegen"), "werkplek:betrokkene_nieuw", write),
        row_of(bezoek, gettext("Besluit vastleggen"), "werkplek:besluit_nieuw", besluitform.why_not(bezoek)),
        row_of(bezoek, gettext("Plek wijzigen"), "werkplek:plek", write),
        row_of(bezoek, gettext("Taak uitzetten"), "werkplek:taak_nieuw", write),
        row_of(bezoek, gettext("Andere zaak koppelen"), "werkplek:relatie_nieuw", write),
        row_of(bezoek, gettext("Andere status zetten"), "werkplek:status", is_done),
        row_of(bezoek, gettext("Zaak afhandelen"), "werkplek:afhandelen", is_done),
        row_of(bezoek, gettext("Zaak heropenen"), "werkplek:status", why_not_reopen(bezoek)),
        row_of(bezoek, gettext("Wie mag dit zien?"), "werkplek:toegang_zaak", ""),
    ]


def why_not_reopen(bezoek: Bezoek) -> str:
    """Why the zaak cannot be reopened: rights first, then what the frame says."""
    if bezoek.why_not_reopen:
        return bezoek.why_not_reopen
    keuzes = bezoek.frame.stand.keuzes
    if not keuzes:
        return gettext("Vanuit het einde is geen stap terug ingericht.")
    if any(keuze.is_toegestaan for keuze in keuzes):
        return ""
    return " ".join(dict.fromkeys(reden.zin for reden in keuzes[0].redenen))


def needs(bezoek: Bezoek) -> Row:
    """What the next step asks: fields and questions are answered where they stand, the rest has a link."""
    stand = bezoek.frame.stand
    keuze = stand.volgende
    if keuze is None:
        return {"volgende_stap": "", "nodig": [], "vast": stuck(stand.redenen)}
    return {
        "volgende_stap": keuze.naar.naam,
        "nodig": [need_row(bezoek, eis) for eis in keuze.eisen],
        "is_klaar": not any(eis.ontbreekt for eis in keuze.eisen),
    }


def stuck(redenen: tuple[Reden, ...]) -> list[str]:
    """Why an open zaak has nowhere to go."""
    return [reden.zin for reden in redenen]


def need_row(bezoek: Bezoek, eis: Eis) -> Row:
    """One thing the next step asks, with the way to it."""
    herstel = woorden.herstel(eis)
    url = "" if bezoek.why_not_write else place_of(bezoek.zaak, herstel, eis.sleutel)
    return {
        "titel": title_of(eis),
        "klaar": eis.is_vervuld,
        "soort": eis.soort,
        "tekst": "" if eis.is_verplicht else gettext("Niet verplicht"),
        "url": url,
        "actie": words_for(herstel),
    }


def title_of(eis: Eis) -> str:
    """What is asked, the same words whether it is there or not."""
    titles = {
        "eigenschap": gettext("%(naam)s is ingevuld"),
        "document": gettext("Document %(naam)s is toegevoegd"),
        "checklist": "%(naam)s",
        "zaakobject": gettext("Object gekoppeld: %(naam)s"),
        "taak": gettext("Taak %(naam)s is afgerond"),
        "deelzaak": gettext("Deelzaak %(naam)s is afgehandeld"),
        "resultaat": gettext("Het resultaat is bekend"),
        "besluit": gettext("Besluit %(naam)s is vastgelegd"),
        "gebruiksrecht": gettext("Gebruiksrechten van document %(naam)s zijn bekend"),
        "bewerking": gettext("Document %(naam)s is niet meer in bewerking"),
    }
    return titles.get(eis.soort, woorden.ontbreekt(eis)) % {"naam": eis.vraagt}


def words_for(herstel: str) -> str:
    """The link to where something is mended."""
    words = {
        "eigenschap_invullen": gettext("Vul in"),
        "document_toevoegen": gettext("Voeg toe"),
        "resultaat_kiezen": gettext("Kies resultaat"),
        "checklist_beantwoorden": gettext("Beantwoord"),
        "deelzaak_afhandelen": gettext("Open deelzaak"),
        "taak_afronden": gettext("Naar de taken"),
        "besluit_vastleggen": gettext("Leg besluit vast"),
        "gebruiksrecht_vastleggen": gettext("Leg gebruiksrechten vast"),
        "document_vrijgeven": gettext("Bekijk het slot"),
    }
    return words.get(herstel, gettext("Ga ernaartoe"))
