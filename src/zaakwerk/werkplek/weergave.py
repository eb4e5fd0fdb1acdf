"""Weergave: rows of the register as the templates of the desk show them."""

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from zaakwerk.design.steps import Step
from zaakwerk.design.terms import Term
from zaakwerk.kader.frame import Frame
from zaakwerk.werkplek.woorden import (
    bewaartermijn_in_words,
    documentstatus_in_words,
    duration_in_words,
    vertrouwelijkheid_in_words,
)
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.namen import name_of
from zaakwerk.zgw import clock

TEAM = "organisatorische_eenheid"


def zaak_head(zaak: Zaak, rollen: list[Rol] | None = None) -> dict[str, Any]:
    """A zaak as every page about it shows it."""
    resultaat = getattr(zaak, "resultaat", None)
    people = rollen or []
    return {
        "identificatie": zaak.identificatie,
        "omschrijving": zaak.omschrijving,
        "toelichting": zaak.toelichting,
        "url": reverse("werkplek:zaak", args=[zaak.uuid]),
        "zaaktype": zaak.zaaktype,
        "versie": zaak.zaaktype.versiedatum or zaak.zaaktype.begin_geldigheid,
        "vertrouwelijkheid": vertrouwelijkheid_in_words(zaak.vertrouwelijkheidaanduiding),
        "initiator": first_name(people, "initiator"),
        "behandelaar": last_behandelaar(people),
        "team": last_team(people),
        "startdatum": zaak.startdatum,
        "einddatum": zaak.einddatum,
        "resultaat": resultaat.resultaattype.omschrijving if resultaat else "",
        "bewaartermijn": bewaartermijn_in_words(zaak),
    }


def first_name(rollen: list[Rol], generiek: str) -> str:
    """The name of the first betrokkene in a generic role."""
    return next((name_of(rol) for rol in rollen if rol.omschrijving_generiek == generiek), "")


def last_behandelaar(rollen: list[Rol]) -> str:
    """The name of the behandelaar who came last."""
    return first_name([rol for rol in rollen[::-1] if rol.betrokkene_type != TEAM], "behandelaar")


def last_team(rollen: list[Rol]) -> str:
    """The name of the team that came last."""
    return first_name([rol for rol in rollen[::-1] if rol.betrokkene_type == TEAM], "behandelaar")


def steps(frame: Frame) -> list[Step]:
    """The frame as the status strip takes it; a step the zaak went back before has no date to show."""
    return [
        Step(
            step.omschrijving,
            place,
            reached_on(moment) if place != "todo" else None,
            step.toelichting,
            duration_in_words(step.doorlooptijd) if step.doorlooptijd and place != "skipped" else "",
        )
        for step, place, moment in frame.course()
    ]


def reached_on(moment: datetime | None) -> date | None:
    """The calendar date of a moment, when there is one."""
    return clock.legal_date(moment) if moment else None


def term(zaak: Zaak, today: date) -> Term:
    """The term of a zaak: closed, standing still, or running towards its latest date."""
    if zaak.is_closed:
        return Term("klaar")
    if zaak.opschorting and zaak.opschorting.get("indicatie"):
        return Term("stil", reason=zaak.opschorting.get("reden", ""))
    until = zaak.uiterlijke_einddatum_afdoening or zaak.einddatum_gepland
    return Term.towards(until, today, label=gettext("Uiterlijk"))


def betrokkene(rol: Rol) -> dict[str, Any]:
    """A betrokkene as the list of people shows it; numbers are masked."""
    contact = rol.contactpersoon_rol or {}
    is_person = rol.betrokkene_type in ("natuurlijk_persoon", "medewerker")
    return {
        "uuid": rol.uuid,
        "rol": rol.omschrijving,
        "toelichting": rol.roltoelichting if rol.roltoelichting != rol.omschrijving else "",
        "naam": name_of(rol),
        "soort": "persoon" if is_person else "organisatie",
        "kenmerk": number_of(rol),
        "contact": contact.get("emailadres") or contact.get("telefoonnummer") or "",
        "adres": address_of(rol),
        "sinds": rol.registratiedatum,
    }


def contact(rol: Rol) -> dict[str, Any]:
    """Whoever asked, with what is needed to reach them."""
    known = rol.contactpersoon_rol or {}
    return {
        **betrokkene(rol),
        "email": known.get("emailadres") or "",
        "telefoon": known.get("telefoonnummer") or "",
        "contactpersoon": known.get("naam") or "",
    }


def address_of(rol: Rol) -> str:
    """The address in the identifying data, in one line."""
    known = rol.betrokkene_identificatie or {}
    found = known.get("verblijfsadres") or {}
    if not found:
        return str(known.get("bezoekadres") or "")
    number = "".join(
        str(found.get(key) or "") for key in ("aoaHuisnummer", "aoaHuisletter", "aoaHuisnummertoevoeging")
    )
    street = f"{found.get('gorOpenbareRuimteNaam') or ''} {number}".strip()
    town = f"{found.get('aoaPostcode') or ''} {found.get('wplWoonplaatsNaam') or ''}".strip()
    return ", ".join(part for part in (street, town) if part)


def number_of(rol: Rol) -> str:
    """The identifying number of a betrokkene: a BSN masked, a company's as it is."""
    if rol.bsn:
        return f"BSN •••••{rol.bsn[-4:]}"
    if rol.kvk_nummer or rol.nnp_id:
        return f"KVK {rol.kvk_nummer}" if rol.kvk_nummer else f"RSIN {rol.nnp_id}"
    return f"{gettext('Vestiging')} {rol.vestigingsnummer}" if rol.vestigingsnummer else ""


def document(paper: Any, zaak: Zaak) -> dict[str, Any]:
    """A document as the list shows it, with what about it blocks closing the zaak."""
    versie = paper.laatste_versie
    return {
        "titel": versie.titel,
        "url": reverse("werkplek:document", args=[zaak.uuid, paper.uuid]),
        "soort": paper.informatieobjecttype.omschrijving,
        "datum": versie.creatiedatum,
        "formaat": versie.formaat,
        "grootte": versie.bestandsomvang,
        "status": documentstatus_in_words(versie.status),
        "auteur": versie.auteur,
        "orde_url": reverse("werkplek:document_orde", args=[zaak.uuid, paper.uuid]),
        "let_op": [
            *([gettext("gebruiksrechten onbekend")] if paper.indicatie_gebruiksrecht is None else []),
            *([gettext("op slot")] if paper.lock else []),
        ],
    }
