"""Archive parameters: when retention starts and ends, derived from resultaattype and source (zrc-021)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import isodate  # type: ignore[import-untyped]

from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.zaken import besluiten, queries
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.verwijzingen import Outside
from zaakwerk.zgw.links import BASE


@dataclass(frozen=True)
class Bewaring:
    """What closing means for keeping: the nomination, the date of action, and where retention starts."""

    archiefnominatie: str
    archiefactiedatum: date | None
    startdatum_bewaartermijn: date | None


@dataclass(frozen=True)
class Source:
    """What a brondatum is found from; `outside` holds the objects that live on other hosts."""

    zaak: Zaak
    resultaattype: ResultaatType
    einddatum: date
    outside: Outside = field(default_factory=Outside)

    @property
    def procedure(self) -> dict[str, Any]:
        """The brondatumArchiefprocedure of the resultaattype."""
        return self.resultaattype.brondatum_archiefprocedure or {}

    @property
    def afleidingswijze(self) -> str:
        """How the brondatum is found."""
        return str(self.procedure.get("afleidingswijze") or "afgehandeld")

    @property
    def datumkenmerk(self) -> str:
        """What the date is called in the place where it stands."""
        return str(self.procedure.get("datumkenmerk") or "")


def derive(source: Source) -> Bewaring:
    """The archive parameters of a zaak that closes on `einddatum`; existing values win (C-16)."""
    zaak, resultaattype = source.zaak, source.resultaattype
    nominatie = zaak.archiefnominatie or resultaattype.archiefnominatie
    if not resultaattype.archiefactietermijn or zaak.archiefactiedatum:
        return Bewaring(nominatie, zaak.archiefactiedatum, zaak.startdatum_bewaartermijn)
    return counted_from(source, nominatie, zaak.startdatum_bewaartermijn or brondatum(source))


def from_source(source: Source) -> Bewaring:
    """The archive parameters as the source alone gives them, whatever the zaak says."""
    nominatie = source.zaak.archiefnominatie or source.resultaattype.archiefnominatie
    if not source.resultaattype.archiefactietermijn:
        return Bewaring(nominatie, None, None)
    return counted_from(source, nominatie, brondatum(source))


def counted_from(source: Source, nominatie: str, start: date | None) -> Bewaring:
    """The term counted from where retention starts; unknown as long as that is."""
    actie = plus(start, source.resultaattype.archiefactietermijn) if start else None
    # zrc-026: only for what will be destroyed does the register keep where retention starts.
    return Bewaring(nominatie, actie, start if nominatie == "vernietigen" else None)


def brondatum(source: Source) -> date | None:
    """Where retention starts, per afleidingswijze (3.3); None when it cannot be known yet, never a guess."""
    find = BRONDATUM.get(source.afleidingswijze)
    return find(source) if find else None


def end_of_process(source: Source) -> date:
    """termijn: the end date and the process term; an empty term counts as nothing."""
    termijn = source.procedure.get("procestermijn")
    return plus(source.einddatum, termijn) if termijn else source.einddatum


def end_of_hoofdzaak(source: Source) -> date | None:
    """hoofdzaak: its end date."""
    return source.zaak.hoofdzaak.einddatum if source.zaak.hoofdzaak else None


def latest_of_related(source: Source) -> date | None:
    """gerelateerde_zaak: the latest end date, once every related zaak is closed (C-19)."""
    return latest(queries.related_end_dates(source.zaak, lambda url: date_behind(source, url, "einddatum")))


def date_behind(source: Source, url: str, name: str) -> date | None:
    """A date in the object of another system; None when it does not say or does not answer."""
    return parse_date(str((source.outside.body(url) or {}).get(name) or ""))


def date_of_eigenschap(source: Source) -> date | None:
    """eigenschap: the value of the one with the name in datumkenmerk."""
    return parse_date(queries.eigenschap_value(source.zaak, source.datumkenmerk))


def latest_of_objects(source: Source) -> date | None:
    """zaakobject: the latest date among the objects of the kind asked for, once each has one."""
    objects = queries.objects_of(source.zaak, str(source.procedure.get("objecttype") or ""))
    return latest([date_in(source.outside.body(url) if url else data, source) for url, data in objects])


def date_in(document: Any, source: Source) -> date | None:
    """The date an object holds: at the top, or where free data and the Objects API keep theirs."""
    places = [document] if isinstance(document, dict) else []
    places += [place["overigeData"] for place in places if isinstance(place.get("overigeData"), dict)]
    record = places[0].get("record") if places else None
    places += [record["data"]] if isinstance(record, dict) and isinstance(record.get("data"), dict) else []
    found = (place[source.datumkenmerk] for place in places if source.datumkenmerk in place)
    return parse_date(str(next(found, "")))


def latest_of_besluiten(name: str) -> Callable[[Source], date | None]:
    """ingangsdatum_besluit and vervaldatum_besluit: the latest there is; no extra day (C-18)."""

    def find(source: Source) -> date | None:
        elsewhere = [url for url in queries.besluiten_of(source.zaak) if not url.startswith(BASE)]
        if any(source.outside.body(url) is None for url in elsewhere):
            return None  # it may be the latest
        dates = [*besluiten.ask().dates(source.zaak, name)]
        dates += [date_behind(source, url, name) for url in elsewhere]
        return max(filter(None, dates), default=None)

    return find


def latest(dates: "list[date | None] | Any") -> date | None:
    """The latest of dates that are all known; None when one is missing or there are none."""
    return max(dates) if dates and all(dates) else None


# ander_datumkenmerk is not here: that date is set by hand in archiefactiedatum.
BRONDATUM: dict[str, Callable[[Source], date | None]] = {
    "afgehandeld": lambda source: source.einddatum,
    "termijn": end_of_process,
    "hoofdzaak": end_of_hoofdzaak,
    "gerelateerde_zaak": latest_of_related,
    "eigenschap": date_of_eigenschap,
    "zaakobject": latest_of_objects,
    "ingangsdatum_besluit": latest_of_besluiten("ingangsdatum"),
    "vervaldatum_besluit": latest_of_besluiten("vervaldatum"),
}


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
