"""Weergave: zaken as the person concerned reads them, in plain words."""

from typing import Any

from django.db.models import Count, Max
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from zaakwerk.catalogi.models import Catalogus, StatusType
from zaakwerk.design.steps import Step
from zaakwerk.kader.frame import Frame
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.namen import name_of
from zaakwerk.zgw import clock

MOST_PERSONS = 6


def organisatie() -> dict[str, str]:
    """The municipality, by the name of its first catalogus."""
    name = Catalogus.objects.exclude(naam="").order_by("id").values_list("naam", flat=True).first()
    return {"naam": name or gettext("Uw gemeente")}


def test_persons() -> list[dict[str, str]]:
    """The people and companies that started most zaken: the choices of the simulated DigiD."""
    starters = Rol.objects.filter(omschrijving_generiek="initiator").exclude(bsn="", kvk_nummer="")
    groups = (
        starters.values("bsn", "kvk_nummer")
        .annotate(zaken=Count("pk"), rol=Max("pk"))
        .order_by("-zaken", "rol")
    )
    busiest = list(groups[:MOST_PERSONS])
    rollen = Rol.objects.in_bulk([group["rol"] for group in busiest])
    return [test_person(dict(group), rollen[group["rol"]]) for group in busiest]


def test_person(group: dict[str, Any], rol: Rol) -> dict[str, str]:
    """One choice, with its number: it is a test number, and testers need it."""
    is_person = bool(group["bsn"])
    number = group["bsn"] or group["kvk_nummer"]
    label = f"BSN {number}" if is_person else f"KVK {number}"
    count = ngettext("%(n)s zaak", "%(n)s zaken", group["zaken"]) % {"n": group["zaken"]}
    return {
        "naam": name_of(rol),
        "soort": "persoon" if is_person else "organisatie",
        "waarde": number,
        "omschrijving": f"{label} · {count}",
    }


def plain(step: StatusType) -> str:
    """A step in words for the person concerned."""
    return step.statustekst or step.omschrijving


def row(zaak: Zaak) -> dict[str, Any]:
    """A zaak in the overview."""
    current = zaak.status.statustype if zaak.status else None
    resultaat = getattr(zaak, "resultaat", None)
    return {
        "onderwerp": zaak.omschrijving or zaak.zaaktype.omschrijving,
        "identificatie": zaak.identificatie,
        "url": reverse("mijn:zaak", args=[zaak.uuid]),
        "stap": plain(current) if current else "",
        "startdatum": zaak.startdatum,
        "einddatum": zaak.einddatum,
        "resultaat": resultaat.resultaattype.omschrijving if resultaat else "",
        "uiterlijk": None if zaak.is_closed else zaak.uiterlijke_einddatum_afdoening,
        "stil": standing_still(zaak),
    }


def standing_still(zaak: Zaak) -> str:
    """Why the term stands still, in a sentence; empty while it runs."""
    if zaak.is_closed or not (zaak.opschorting and zaak.opschorting.get("indicatie")):
        return ""
    return zaak.opschorting.get("reden") or gettext("Wij hebben de termijn stilgezet.")


def detail(zaak: Zaak, frame: Frame) -> dict[str, Any]:
    """A zaak on its own page."""
    extended = zaak.verlenging or {}
    resultaat = getattr(zaak, "resultaat", None)
    outcome = None
    if resultaat:
        kind = resultaat.resultaattype
        outcome = {
            "omschrijving": kind.omschrijving,
            "toelichting": resultaat.toelichting or kind.toelichting,
        }
    shown = {
        "zaaktype": zaak.zaaktype,
        "afdeling": zaak.zaaktype.verantwoordelijke,
        "verschoven": moved(extended.get("reden", "")) if extended else "",
        "stap_toelichting": frame.current.toelichting if frame.current else "",
        "resultaat": outcome,
        "bewaartermijn": keeping(zaak),
    }
    return {**row(zaak), **shown}


def moved(reason: str) -> str:
    """Why the latest date moved."""
    return gettext("Wij hebben de termijn verlengd. Reden: %(reden)s") % {"reden": reason}


def keeping(zaak: Zaak) -> str:
    """How long we keep a closed zaak."""
    if not zaak.is_closed:
        return ""
    if zaak.archiefnominatie == "blijvend_bewaren":
        return gettext("Wij bewaren deze zaak voor altijd.")
    if zaak.archiefactiedatum is None:
        return gettext("Hoe lang wij deze zaak bewaren is nog niet bekend.")
    day = date_format(zaak.archiefactiedatum, "j F Y")
    return gettext("Wij bewaren deze zaak tot %(datum)s. Daarna vernietigen wij alles.") % {"datum": day}


def steps(frame: Frame) -> list[Step]:
    """The frame in plain words."""
    return [
        Step(plain(step), place, clock.legal_date(moment) if moment else None)
        for step, place, moment in frame.course()
    ]


def document(paper: Any, zaak: Zaak) -> dict[str, Any]:
    """A document in the list."""
    versie = paper.laatste_versie
    return {
        "titel": versie.titel,
        "url": reverse("mijn:document", args=[zaak.uuid, paper.uuid]),
        "soort": paper.informatieobjecttype.omschrijving,
        "datum": versie.creatiedatum,
        "formaat": versie.formaat,
        "grootte": versie.bestandsomvang,
    }
