"""Bezit: what zaken have of all that can be asked, read for many at once."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q

from zaakwerk.kader.models import ChecklistAntwoord, Taak
from zaakwerk.zaken.models import (
    Rol,
    Status,
    Zaak,
    ZaakBesluit,
    ZaakEigenschap,
    ZaakInformatieObject,
    ZaakObject,
)
from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.links import BASE


@dataclass
class Deelzaak:
    """A zaak below the zaak."""

    uuid: UUID
    identificatie: str
    zaaktype: str
    is_klaar: bool


@dataclass
class Bezit:
    """What one zaak has; filled collection by collection."""

    status: UUID | None = None
    is_gesloten: bool = False
    is_gearchiveerd: bool = False
    hoofdzaak_is_gesloten: bool = False
    bereikt: set[UUID] = field(default_factory=set)
    resultaat: UUID | None = None
    eigenschappen: set[str] = field(default_factory=set)
    # Kind and richting; the richting is empty when the document does not say.
    documenten: set[tuple[str, str]] = field(default_factory=set)
    # Identificatie, uuid, and whether it is being edited (else its rights of use are unknown).
    in_de_weg: list[tuple[str, str, bool]] = field(default_factory=list)
    # Names and addresses of kinds of objects.
    objecten: set[str] = field(default_factory=set)
    antwoorden: set[tuple[str, str]] = field(default_factory=set)
    taken: list[Taak] = field(default_factory=list)
    deelzaken: list[Deelzaak] = field(default_factory=list)
    besluiten: set[str] = field(default_factory=set)
    rollen: set[str] = field(default_factory=set)


def bezittingen(zaken: Collection[int], actor: Actor | None) -> dict[int, Bezit]:
    """What each zaak has, by pk; thirteen statements at most however many there are."""
    found = {pk: Bezit() for pk in zaken}
    for read in (read_zaken, read_statussen, read_eigenschappen, read_documenten, read_in_de_weg):
        read(found)
    for read in (read_objecten, read_antwoorden, read_taken, read_deelzaken, read_besluiten):
        read(found)
    if actor is not None and actor.gebruiker_id:
        read_rollen(found, actor)
    return found


def read_zaken(found: dict[int, Bezit]) -> None:
    """What stands in the zaak itself, with its resultaat."""
    columns = (
        "pk",
        "status__statustype__uuid",
        "einddatum",
        "archiefstatus",
        "hoofdzaak__einddatum",
        "resultaat__resultaattype__uuid",
    )
    for pk, status, einddatum, archiefstatus, above, outcome in Zaak.objects.filter(pk__in=found).values_list(
        *columns
    ):
        bezit = found[pk]
        bezit.status, bezit.resultaat, bezit.is_gesloten = status, outcome, einddatum is not None
        bezit.is_gearchiveerd = archiefstatus != "nog_te_archiveren"
        bezit.hoofdzaak_is_gesloten = above is not None


def read_statussen(found: dict[int, Bezit]) -> None:
    """Which steps were reached."""
    rows = Status.objects.filter(zaak__in=found).order_by().values_list("zaak", "statustype__uuid")
    for pk, step in rows.distinct():
        found[pk].bereikt.add(step)


def read_eigenschappen(found: dict[int, Bezit]) -> None:
    """Which properties are filled."""
    rows = ZaakEigenschap.objects.filter(zaak__in=found).exclude(waarde="")
    for pk, uuid in rows.values_list("zaak", "eigenschap__uuid"):
        found[pk].eigenschappen.add(str(uuid))


def is_there(column: str) -> "ExpressionWrapper[Q]":
    """Whether a column has a value."""
    return ExpressionWrapper(Q(**{f"{column}__isnull": False}), BooleanField())


def read_documenten(found: dict[int, Bezit]) -> None:
    """Which kinds of documents, and which way they went as far as they say."""
    versie = "informatieobject__laatste_versie"
    kind = "informatieobject__informatieobjecttype__omschrijving"
    rows = ZaakInformatieObject.objects.filter(zaak__in=found).order_by()
    dated = rows.annotate(
        ontvangen=is_there(f"{versie}__ontvangstdatum"), verzonden=is_there(f"{versie}__verzenddatum")
    )
    for pk, naam, ontvangen, verzonden in dated.values_list(
        "zaak", kind, "ontvangen", "verzonden"
    ).distinct():
        richting = "inkomend" if ontvangen else "uitgaand" if verzonden else ""
        found[pk].documenten.add((naam, richting))


def read_in_de_weg(found: dict[int, Bezit]) -> None:
    """Documents that block closing: rights of use unknown, or being edited (zrc-007)."""
    paper = "informatieobject__"
    unknown, locked = Q(**{f"{paper}indicatie_gebruiksrecht": None}), ~Q(**{f"{paper}lock": ""})
    rows = ZaakInformatieObject.objects.filter(unknown | locked, zaak__in=found).order_by("id")
    columns = (f"{paper}{name}" for name in ("identificatie", "uuid", "indicatie_gebruiksrecht", "lock"))
    for pk, naam, uuid, indicatie, lock in rows.values_list("zaak", *columns):
        bezit = found[pk]
        bezit.in_de_weg += [(naam, str(uuid), False)] if indicatie is None else []
        bezit.in_de_weg += [(naam, str(uuid), True)] if lock else []


def read_objecten(found: dict[int, Bezit]) -> None:
    """What the zaak is about: by what the relation is called, and by the type it has in the catalogue."""
    rows = ZaakObject.objects.filter(zaak__in=found).values_list(
        "zaak", "relatieomschrijving", "zaakobjecttype"
    )
    for pk, naam, kind in rows:
        found[pk].objecten |= {naam, kind.rpartition("/")[2]} - {""}


def read_antwoorden(found: dict[int, Bezit]) -> None:
    """Which questions of checklists have an answer."""
    rows = ChecklistAntwoord.objects.filter(zaak__in=found).values_list("zaak", "stap", "itemnaam")
    for pk, stap, itemnaam in rows:
        found[pk].antwoorden.add((stap, itemnaam))


def read_taken(found: dict[int, Bezit]) -> None:
    """The tasks."""
    for taak in Taak.objects.filter(zaak__in=found).order_by("id"):
        found[taak.zaak_id].taken.append(taak)


def read_deelzaken(found: dict[int, Bezit]) -> None:
    """The deelzaken; one is done when it is closed with a resultaat (zrc-007)."""
    columns = ("hoofdzaak", "uuid", "identificatie", "zaaktype__identificatie", "einddatum", "resultaat")
    rows: Any = Zaak.objects.filter(hoofdzaak__in=found).order_by("id").values_list(*columns)
    for pk, uuid, identificatie, zaaktype, einddatum, outcome in rows:
        is_done = einddatum is not None and outcome is not None
        found[pk].deelzaken.append(Deelzaak(uuid, identificatie, zaaktype, is_done))


def read_besluiten(found: dict[int, Bezit]) -> None:
    """The kinds of besluiten, as far as their register is this one."""
    rows = list(ZaakBesluit.objects.filter(zaak__in=found).values_list("zaak", "besluit"))
    kinds = dict(kinds_of_besluiten({url for _, url in rows}))
    for pk, url in rows:
        if url in kinds:
            found[pk].besluiten.add(kinds[url])


def kinds_of_besluiten(urls: set[str]) -> Iterator[tuple[str, str]]:
    """Per URL what its besluittype is called.

    Besluiten may live in a room that is not installed, or in another register; so they are found by what
    their resource declares, and one that nobody here represents is of an unknown kind.
    """
    local = {url: registry.resolve(url.removeprefix(BASE)) for url in urls if url.startswith(BASE)}
    uuids = {UUID(known[1]): url for url, known in local.items() if known}
    resources = {known[0].model: known[0] for known in local.values() if known}
    for model, resource in resources.items():
        kind = resource.field_for("besluittype")
        if kind is not None:
            rows = model._default_manager.filter(uuid__in=uuids)
            for uuid, naam in rows.values_list("uuid", f"{kind.name}__omschrijving"):
                yield uuids[uuid], naam


def read_rollen(found: dict[int, Bezit], actor: Actor) -> None:
    """The roles in which the zaak knows the actor."""
    rows = Rol.objects.filter(zaak__in=found, betrokkene_type="medewerker", identificatie=actor.gebruiker_id)
    for pk, generiek in rows.values_list("zaak", "omschrijving_generiek"):
        found[pk].rollen.add(generiek)
