"""Taken: what is asked of somebody within the zaak, the open ones first."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import F
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext

from zaakwerk.kader.models import Taak
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.zgw import clock

PAGE = 50


def count(bezoek: Bezoek) -> int:
    """How many are open."""
    return Taak.objects.filter(zaak=bezoek.zaak, afgerond_op=None).count()


def show(bezoek: Bezoek) -> dict[str, Any]:
    """A page of them."""
    found = Taak.objects.filter(zaak=bezoek.zaak).select_related("medewerker", "groep")
    first = (F("afgerond_op").asc(nulls_first=True), F("uiterlijk").asc(nulls_last=True), "id")
    page = Paginator(found.order_by(*first), PAGE).get_page(bezoek.request.GET.get("page"))
    return {
        "page": page,
        "taken": [row(bezoek, taak) for taak in page],
        "reden": bezoek.why_not_write,
    }


def row(bezoek: Bezoek, taak: Taak) -> dict[str, Any]:
    """A task as the list shows it."""
    url = reverse("werkplek:taak", args=[bezoek.zaak.uuid, taak.uuid])
    return {
        "titel": taak.naam,
        "klaar": taak.is_afgerond,
        "tekst": " · ".join(part for part in facts(taak) if part),
        "url": "" if bezoek.why_not_write else url,
        "actie": gettext("Rond af"),
    }


def facts(taak: Taak) -> list[str]:
    """Who does it and by when, or who did and what came of it."""
    if taak.afgerond_op:
        day = date_format(clock.legal_date(taak.afgerond_op), "j F Y")
        done = gettext("afgerond op %(dag)s door %(wie)s")
        return [done % {"dag": day, "wie": taak.afgerond_door_naam or taak.afgerond_door}, taak.uitkomst]
    who = str(taak.medewerker or taak.groep or gettext("voor niemand in het bijzonder"))
    until = date_format(taak.uiterlijk, "j F Y") if taak.uiterlijk else ""
    before = gettext("nodig voor %(stap)s") % {"stap": taak.verplicht_voor} if taak.verplicht_voor else ""
    return [who, gettext("uiterlijk %(dag)s") % {"dag": until} if until else "", before, taak.toelichting]
