"""Verwachting: what a zaak asks of who handles it, for a whole list in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zaakwerk.catalogi.models import Eigenschap, StatusType, ZaakTypeInformatieObjectType
from zaakwerk.zaken.models import Zaak, ZaakEigenschap, ZaakInformatieObject


@dataclass(frozen=True)
class Verwachting:
    """Where a zaak is in its frame, the step that follows, and what is not there yet for that step."""

    nummer: int = 0
    aantal: int = 0
    volgende: StatusType | None = None
    ontbreekt: tuple[str, ...] = ()
    is_laatste: bool = False


def of_zaken(zaken: Sequence[Zaak]) -> dict[int, Verwachting]:
    """The expectation of each zaak, by pk; at most five statements."""
    frames = frames_of(zaken)
    places = {zaak.pk: place_in(frames[zaak.zaaktype_id], zaak) for zaak in zaken}
    following = {pk: found.volgende for pk, found in places.items() if found.volgende is not None}
    lacking = missing(following, zaken)
    return {
        pk: Verwachting(
            found.nummer, found.aantal, found.volgende, tuple(lacking.get(pk, ())), found.is_laatste
        )
        for pk, found in places.items()
    }


def frames_of(zaken: Iterable[Zaak]) -> dict[int, list[StatusType]]:
    """The steps of every zaaktype among the zaken, in order."""
    frames: dict[int, list[StatusType]] = defaultdict(list)
    types = {zaak.zaaktype_id for zaak in zaken}
    for step in StatusType.objects.filter(zaaktype__in=types).order_by("zaaktype", "volgnummer"):
        frames[step.zaaktype_id].append(step)
    return frames


def place_in(steps: list[StatusType], zaak: Zaak) -> Verwachting:
    """Which step of how many, and what follows; nothing follows in a closed zaak."""
    reached = zaak.status.statustype.volgnummer if zaak.status else 0
    number = sum(step.volgnummer <= reached for step in steps)
    open_steps = [] if zaak.is_closed else steps[number:]
    return Verwachting(
        number, len(steps), open_steps[0] if open_steps else None, is_laatste=len(open_steps) == 1
    )


def missing(following: dict[int, StatusType], zaken: Sequence[Zaak]) -> dict[int, list[str]]:
    """What the next step of each zaak asks for and does not have: eigenschappen, then documents, by name."""
    steps = {step.pk for step in following.values()}
    properties = Eigenschap.objects.filter(statustype__in=steps).order_by("naam")
    papers = ZaakTypeInformatieObjectType.objects.filter(statustype__in=steps).order_by("volgnummer")
    asked: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for statustype, naam in properties.values_list("statustype", "naam"):
        asked[statustype].append(("eigenschap", naam))
    for statustype, naam in papers.values_list("statustype", "informatieobjecttype"):
        asked[statustype].append(("document", naam))
    there = present([pk for pk, step in following.items() if step.pk in asked])
    return {
        pk: [naam for kind, naam in asked[step.pk] if (pk, kind, naam) not in there]
        for pk, step in following.items()
    }


def present(pks: Sequence[int]) -> set[tuple[int, str, str]]:
    """Which eigenschappen and kinds of documents these zaken have."""
    if not pks:
        return set()
    filled = ZaakEigenschap.objects.filter(zaak__in=pks).values_list("zaak", "naam")
    kind = "informatieobject__informatieobjecttype__omschrijving"
    linked = ZaakInformatieObject.objects.filter(zaak__in=pks).values_list("zaak", kind).distinct()
    return {(pk, "eigenschap", naam) for pk, naam in filled} | {(pk, "document", naam) for pk, naam in linked}
