"""Archive parameters: when retention starts and ends, derived at closing (zrc-021)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import isodate  # type: ignore[import-untyped]

from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Zaak


@dataclass(frozen=True)
class Bewaring:
    """What closing means for keeping: the nomination, the date of action, and where retention starts."""

    archiefnominatie: str
    archiefactiedatum: date | None
    startdatum_bewaartermijn: date | None


def derive(zaak: Zaak, resultaattype: ResultaatType, einddatum: date) -> Bewaring:
    """The archive parameters of a zaak that closes on `einddatum`; existing values win (C-16)."""
    nominatie = zaak.archiefnominatie or resultaattype.archiefnominatie
    if not resultaattype.archiefactietermijn or zaak.archiefactiedatum:
        return Bewaring(nominatie, zaak.archiefactiedatum, zaak.startdatum_bewaartermijn)
    start = zaak.startdatum_bewaartermijn or brondatum(zaak, resultaattype, einddatum)
    actie = plus(start, resultaattype.archiefactietermijn) if start else None
    # zrc-026: only for what will be destroyed does the register keep where retention starts.
    return Bewaring(nominatie, actie, start if nominatie == "vernietigen" else None)


def brondatum(zaak: Zaak, resultaattype: ResultaatType, einddatum: date) -> date | None:
    """Where retention starts, per afleidingswijze (3.3); None when it cannot be known yet, never a guess."""
    procedure: dict[str, Any] = resultaattype.brondatum_archiefprocedure or {}
    wijze = procedure.get("afleidingswijze", "afgehandeld")
    if wijze == "afgehandeld":
        return einddatum
    if wijze == "termijn":
        termijn = procedure.get("procestermijn")
        return plus(einddatum, termijn) if termijn else einddatum
    if wijze == "hoofdzaak":
        return zaak.hoofdzaak.einddatum if zaak.hoofdzaak else None
    if wijze == "eigenschap":
        return parse_date(queries.eigenschap_value(zaak, procedure.get("datumkenmerk", "")))
    if wijze == "gerelateerde_zaak":
        dates = queries.related_end_dates(zaak)
        return max(filter(None, dates)) if dates and all(dates) else None
    return None


def plus(start: date, duration: str) -> date:
    """Calendar arithmetic with an ISO duration; the end of a short month clips (31 January + P1M)."""
    moved: date = start + isodate.parse_duration(duration)
    return moved


def parse_date(value: str) -> date | None:
    """A date as eigenschappen hold it: YYYYMMDD, YYYYMMDDhhmmss or ISO (ztc-015, C-20)."""
    for form, length in (("%Y%m%d", 8), ("%Y%m%d%H%M%S", 14)):
        if len(value) == length and value.isdigit():
            try:
                return datetime.strptime(value, form).date()  # noqa: DTZ007 - a bare date
            except ValueError:
                return None
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        return None
