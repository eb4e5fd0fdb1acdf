"""Bewaren: writes the archive parameters of a zaak, and keeps them in step with the source of their date.

A date that somebody set by hand is never touched: only what still equals its source follows it (C-16).
"""

from dataclasses import dataclass

from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.zaken import archief, queries
from zaakwerk.zaken.archief import Bewaring, Source
from zaakwerk.zaken.commands.base import old_wire
from zaakwerk.zaken.models import Resultaat, Zaak
from zaakwerk.zaken.verwijzingen import Outside
from zaakwerk.zgw.journal import Journal

NAMES = ("archiefnominatie", "archiefactiedatum", "startdatum_bewaartermijn", "selectielijstklasse")


@dataclass(frozen=True)
class Ground:
    """What the archive date of a closed zaak rested on before its source changed."""

    source: Source
    before: Bewaring

    @property
    def zaak(self) -> Zaak:
        """The zaak whose date it is."""
        return self.source.zaak


def source_of(resultaat: Resultaat, zaak: Zaak, outside: Outside | None = None) -> Source | None:
    """Where the archive date of a zaak comes from; None for one that is open."""
    if zaak.einddatum is None:
        return None
    return Source(zaak, resultaat.resultaattype, zaak.einddatum, outside or Outside())


def ground_of(zaak: Zaak, outside: Outside | None = None) -> Ground | None:
    """The ground of a zaak's archive date; None when there is nothing to keep in step."""
    resultaat = queries.find_resultaat(zaak) if zaak.is_closed else None
    return ground_from(resultaat, zaak, outside) if resultaat else None


def ground_from(resultaat: Resultaat, zaak: Zaak, outside: Outside | None = None) -> Ground | None:
    """As `ground_of`, for a resultaat that is at hand."""
    source = source_of(resultaat, zaak, outside)
    if source is None or zaak.archiefstatus != "nog_te_archiveren":
        return None
    return Ground(source, archief.from_source(source))


def grounds_below(zaak: Zaak) -> list[Ground]:
    """The grounds of the closed zaken whose retention counts from when this one ends."""
    found = []
    for resultaat in queries.followers_of(zaak):
        if resultaat.zaak.hoofdzaak_id == zaak.pk:
            resultaat.zaak.hoofdzaak = zaak  # the instance that is about to change
        found.append(ground_from(resultaat, resultaat.zaak))
    return [ground for ground in found if ground]


def follow(ground: Ground | None) -> list[str]:
    """Moves a derived date along with its source; the names of the attributes that changed."""
    if ground is None:
        return []
    zaak = ground.zaak
    was = [getattr(zaak, name) for name in NAMES]
    if release(ground):
        put(zaak, archief.derive(ground.source), ground.source.resultaattype)
    return [name for name, old in zip(NAMES, was, strict=True) if getattr(zaak, name) != old]


def release(ground: Ground) -> bool:
    """Empties a date that still equals its source, so that it is derived anew; False for one set by hand."""
    zaak, before = ground.zaak, ground.before
    if zaak.archiefactiedatum != before.archiefactiedatum:
        return False
    zaak.archiefactiedatum = None
    if zaak.startdatum_bewaartermijn == before.startdatum_bewaartermijn:
        zaak.startdatum_bewaartermijn = None
    return True


def follow_and_save(ground: Ground | None, journal: Journal) -> None:
    """As `follow`, written with an audit line and a message when anything changed."""
    names = follow(ground)
    if ground is not None and names:
        save(ground.zaak, names, journal)


def save(zaak: Zaak, names: list[str], journal: Journal) -> None:
    """Writes archive parameters that were put on the zaak."""
    oud = old_wire(zaak)
    zaak.save(update_fields=names)
    journal.updated(zaak, oud)


def put(zaak: Zaak, bewaring: Bewaring, resultaattype: ResultaatType) -> list[str]:
    """Puts derived archive parameters on the zaak; the selectielijstklasse follows when it was empty."""
    zaak.archiefnominatie = bewaring.archiefnominatie
    zaak.archiefactiedatum = bewaring.archiefactiedatum
    zaak.startdatum_bewaartermijn = bewaring.startdatum_bewaartermijn
    zaak.selectielijstklasse = zaak.selectielijstklasse or resultaattype.selectielijstklasse
    return list(NAMES)


def clear(zaak: Zaak, resultaat: Resultaat) -> list[str]:
    """Takes away what a resultaat gave, so that the next one decides; what was set by hand stays (3.7)."""
    ground = ground_from(resultaat, zaak)
    if ground is None:
        return []
    kind, given = resultaat.resultaattype, ground.before
    gone = {
        "archiefnominatie": (kind.archiefnominatie, ""),
        "archiefactiedatum": (given.archiefactiedatum, None),
        "startdatum_bewaartermijn": (given.startdatum_bewaartermijn, None),
        "selectielijstklasse": (kind.selectielijstklasse, ""),
    }
    names = [name for name, (value, _) in gone.items() if getattr(zaak, name) == value]
    for name in names:
        setattr(zaak, name, gone[name][1])
    return names
