"""Woorden: durations, archive consequences and the standard's fixed values as people say them."""

from datetime import timedelta

import isodate  # type: ignore[import-untyped]
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import vertrouwelijkheid


def duration_in_words(duration: str) -> str:
    """An ISO duration in words: "5 jaar", "6 weken", "1 jaar en 6 maanden"."""
    parsed = isodate.parse_duration(duration)
    years, months = int(getattr(parsed, "years", 0)), int(getattr(parsed, "months", 0))
    days = (parsed if isinstance(parsed, timedelta) else parsed.tdelta).days
    parts = []
    if years:
        parts.append(ngettext("%(n)s jaar", "%(n)s jaar", years) % {"n": years})
    if months:
        parts.append(ngettext("%(n)s maand", "%(n)s maanden", months) % {"n": months})
    if days and days % 7 == 0:
        parts.append(ngettext("%(n)s week", "%(n)s weken", days // 7) % {"n": days // 7})
    elif days:
        parts.append(ngettext("%(n)s dag", "%(n)s dagen", days) % {"n": days})
    return gettext(" en ").join(parts) or gettext("direct")


STARTS = {
    "afgehandeld": lambda: gettext("na afhandeling"),
    "termijn": lambda: gettext("na afhandeling en de procestermijn"),
    "hoofdzaak": lambda: gettext("na het einde van de hoofdzaak"),
    "eigenschap": lambda: gettext("na de datum die bij de zaak is ingevuld"),
    "gerelateerde_zaak": lambda: gettext("na het einde van de gerelateerde zaken"),
    "ingangsdatum_besluit": lambda: gettext("na de ingangsdatum van het besluit"),
    "vervaldatum_besluit": lambda: gettext("na het vervallen van het besluit"),
}


def bewaring_in_words(kind: ResultaatType) -> str:
    """What an outcome means for keeping or destroying, in one sentence."""
    if kind.archiefnominatie == "blijvend_bewaren":
        return gettext("Wordt blijvend bewaard.")
    if not kind.archiefactietermijn:
        return gettext("Het is nog niet bekend hoe lang de zaak bewaard wordt.")
    wijze = (kind.brondatum_archiefprocedure or {}).get("afleidingswijze", "afgehandeld")
    start = STARTS[wijze]() if wijze in STARTS else gettext("na een datum die nog wordt vastgelegd")
    words = {"termijn": duration_in_words(kind.archiefactietermijn), "start": start}
    return gettext("Wordt %(termijn)s %(start)s vernietigd.") % words


def bewaartermijn_in_words(zaak: Zaak) -> str:
    """What will happen to a closed zaak and when."""
    if not zaak.is_closed:
        return ""
    if zaak.archiefnominatie == "blijvend_bewaren":
        return gettext("De zaak wordt blijvend bewaard.")
    if zaak.archiefactiedatum is None:
        return gettext("De datum waarop de zaak vernietigd wordt is nog niet bekend.")
    return gettext("De zaak wordt bewaard tot %(datum)s en daarna vernietigd.") % {
        "datum": date_format(zaak.archiefactiedatum, "j F Y")
    }


def vertrouwelijkheid_in_words(level: int) -> str:
    """A level of confidentiality as the language of the page calls it."""
    words = {
        "openbaar": gettext("openbaar"),
        "beperkt_openbaar": gettext("beperkt openbaar"),
        "intern": gettext("intern"),
        "zaakvertrouwelijk": gettext("zaakvertrouwelijk"),
        "vertrouwelijk": gettext("vertrouwelijk"),
        "confidentieel": gettext("confidentieel"),
        "geheim": gettext("geheim"),
        "zeer_geheim": gettext("zeer geheim"),
    }
    return words[vertrouwelijkheid.NAME[level]]


def documentstatus_in_words(status: str) -> str:
    """The status of a document as the language of the page calls it; empty when it has none."""
    words = {
        "in_bewerking": gettext("in bewerking"),
        "ter_vaststelling": gettext("ter vaststelling"),
        "definitief": gettext("definitief"),
        "gearchiveerd": gettext("gearchiveerd"),
    }
    return words.get(status, "")
