"""Vragen: what zaaktypen ask, step by step and outcome by outcome, read for many at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from zaakwerk.catalogi.models import (
    Eigenschap,
    ResultaatType,
    StatusType,
    ZaakObjectType,
    ZaakTypeInformatieObjectType,
)
from zaakwerk.kader.feiten import EisSoort, Pijl
from zaakwerk.kader.models import Overgang, Poort


@dataclass(frozen=True)
class Vraag:
    """One thing a step or an outcome asks, of whichever zaak; fields as of an Eis."""

    soort: EisSoort
    naam: str
    toelichting: str = ""
    is_verplicht: bool = True
    sleutel: str = ""


@dataclass(frozen=True)
class StapVragen:
    """A step with what it asks."""

    pk: int
    uuid: UUID
    naam: str
    volgnummer: int
    vragen: tuple[Vraag, ...]


@dataclass(frozen=True)
class UitkomstVragen:
    """An outcome with what it asks."""

    uuid: UUID
    naam: str
    vragen: tuple[Vraag, ...]


@dataclass(frozen=True)
class Inrichting:
    """The frame of one zaaktype.

    `objecten` gives per zaakobjecttype, by uuid, what it is called; `losse_poorten` are the names of steps
    that gates were made for and that do not exist.
    """

    stappen: tuple[StapVragen, ...] = ()
    uitkomsten: tuple[UitkomstVragen, ...] = ()
    pijlen: tuple[Pijl, ...] = ()
    objecten: dict[str, str] = field(default_factory=dict)
    losse_poorten: tuple[str, ...] = ()


def inrichtingen(zaaktypen: Collection[int]) -> dict[int, Inrichting]:
    """The frame of each zaaktype, by pk; seven statements however many there are."""
    asked = vragen_per_stap(zaaktypen)
    stappen, uitkomsten, pijlen = by_zaaktype(), by_zaaktype(), by_zaaktype()
    for step in StatusType.objects.filter(zaaktype__in=zaaktypen).order_by("volgnummer"):
        key = (step.zaaktype_id, step.omschrijving)
        vragen = (*asked[step.pk], *checklist(step), *asked[key])
        stappen[step.zaaktype_id].append(
            StapVragen(step.pk, step.uuid, step.omschrijving, step.volgnummer, vragen)
        )
    for kind in ResultaatType.objects.filter(zaaktype__in=zaaktypen).order_by("omschrijving", "id"):
        uitkomsten[kind.zaaktype_id].append(UitkomstVragen(kind.uuid, kind.omschrijving, of_uitkomst(kind)))
    for overgang in Overgang.objects.filter(zaaktype__in=zaaktypen).order_by("id"):
        pijlen[overgang.zaaktype_id].append(pijl_van(overgang))
    objecten: dict[int, dict[str, str]] = defaultdict(dict)
    for zaaktype, uuid, naam in ZaakObjectType.objects.filter(zaaktype__in=zaaktypen).values_list(
        "zaaktype", "uuid", "relatie_omschrijving"
    ):
        objecten[zaaktype][str(uuid)] = naam
    return {
        pk: Inrichting(
            tuple(stappen[pk]),
            tuple(uitkomsten[pk]),
            tuple(pijlen[pk]),
            objecten[pk],
            loose(pk, stappen[pk], asked),
        )
        for pk in zaaktypen
    }


def loose(zaaktype: int, stappen: list[StapVragen], asked: dict[Any, list[Vraag]]) -> tuple[str, ...]:
    """The names of steps that gates of the zaaktype were made for and that it does not have."""
    known = {stap.naam for stap in stappen}
    gated = (key[1] for key in asked if isinstance(key, tuple) and key[0] == zaaktype and asked[key])
    return tuple(naam for naam in gated if naam not in known)


def by_zaaktype() -> "defaultdict[int, list]":  # type: ignore[type-arg]  # of whatever is collected
    """A list per zaaktype."""
    return defaultdict(list)


def vragen_per_stap(zaaktypen: Collection[int]) -> dict[int | tuple[int, str], list[Vraag]]:
    """What the catalogue asks by pk of the statustype, and what poorten ask by zaaktype and its name."""
    found: dict[int | tuple[int, str], list[Vraag]] = defaultdict(list)
    eigenschappen = Eigenschap.objects.filter(zaaktype__in=zaaktypen, statustype__isnull=False)
    for step, naam, definitie, uuid in eigenschappen.order_by("naam").values_list(
        "statustype", "naam", "definitie", "uuid"
    ):
        found[step or 0].append(Vraag("eigenschap", naam, definitie, sleutel=str(uuid)))
    documenten = ZaakTypeInformatieObjectType.objects.filter(zaaktype__in=zaaktypen, statustype__isnull=False)
    for step, naam, richting in documenten.order_by("volgnummer").values_list(
        "statustype", "informatieobjecttype", "richting"
    ):
        found[step or 0].append(Vraag("document", naam, richting))
    for poort in Poort.objects.filter(zaaktype__in=zaaktypen).order_by("soort", "naam"):
        soort: EisSoort = poort.soort  # type: ignore[assignment]  # one of POORTEN
        found[poort.zaaktype_id, poort.stap].append(Vraag(soort, poort.naam))
    return found


def checklist(step: StatusType) -> Iterable[Vraag]:
    """The questions of a step; what is not mandatory is shown as well."""
    for item in step.checklistitem_statustype or []:
        yield Vraag(
            "checklist", item["itemnaam"], item.get("vraagstelling") or "", bool(item.get("verplicht"))
        )


def of_uitkomst(kind: ResultaatType) -> tuple[Vraag, ...]:
    """The documents and besluiten an outcome asks."""
    return (
        *(Vraag("document", naam) for naam in kind.informatieobjecttypen),
        *(Vraag("besluit", naam) for naam in kind.besluittypen),
    )


def pijl_van(overgang: Overgang) -> Pijl:
    """A declared move as the evaluator sees it."""
    return Pijl(
        overgang.van,
        overgang.naar,
        overgang.soort,  # type: ignore[arg-type]  # one of SOORTEN
        overgang.rol,
        overgang.reden_verplicht,
    )
