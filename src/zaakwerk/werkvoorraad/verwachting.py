"""Verwachting: what a zaak asks of who handles it, by the frame, for a whole list in as many statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zaakwerk.catalogi.models import StatusType
from zaakwerk.kader import queries as kader
from zaakwerk.kader.stand import Stand
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.actors import Actor


@dataclass(frozen=True)
class Verwachting:
    """At which step of how many a zaak is, what there is to do, and why the reader cannot do it, if so."""

    nummer: int = 0
    aantal: int = 0
    tekst: str = ""
    reden: str = ""


def of_zaken(zaken: Sequence[Zaak], actor: Actor) -> dict[int, Verwachting]:
    """The expectation of each zaak, by pk; a constant number of statements."""
    standen, frames = kader.standen_of(zaken, actor), frames_of(zaken)
    return {zaak.pk: judged(zaak, standen[zaak.pk], frames) for zaak in zaken}


def judged(zaak: Zaak, stand: Stand, frames: Mapping[int, Sequence[int]]) -> Verwachting:
    """One zaak: its place, and the one thing to do now or why there is none."""
    steps = frames.get(zaak.zaaktype_id, ())
    reached = zaak.status.statustype.volgnummer if zaak.status else 0
    number = sum(step <= reached for step in steps)
    if stand.primair is None:
        words = stand.redenen[0].zin if stand.redenen else ""
        return Verwachting(number, len(steps), words)
    return Verwachting(number, len(steps), stand.primair.tekst, stand.primair.reden)


def frames_of(zaken: Iterable[Zaak]) -> dict[int, list[int]]:
    """The numbers of the steps of every zaaktype among the zaken."""
    frames: dict[int, list[int]] = defaultdict(list)
    steps = StatusType.objects.filter(zaaktype__in={zaak.zaaktype_id for zaak in zaken})
    for zaaktype, number in steps.values_list("zaaktype", "volgnummer"):
        frames[zaaktype].append(number)
    return frames
