"""Opdrachten: one thing done to many zaken, each in a short transaction, with the reason where it failed.

A zaak and the line that says what became of it are written together, so a job that is killed goes on where
it stopped, and does nothing twice.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q

from zaakwerk.autorisaties import accounts
from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.werkvoorraad import behandeling, commands
from zaakwerk.werkvoorraad.models import Opdracht, OpdrachtRegel, Sluimer
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.commands import lock_row
from zaakwerk.zgw.problems import Problem

TOEWIJZEN, VRIJGEVEN, SLUIMEREN, WEKKEN = "toewijzen", "vrijgeven", "sluimeren", "wekken"
STALLED = timedelta(seconds=30)
MOST = 500


@dataclass(frozen=True)
class Work:
    """A job while it is done: who does it, with the rights they have now, and what was asked."""

    opdracht: Opdracht
    actor: Actor
    receiver: Medewerker | None
    groep: Groep | None

    def standing(self, zaak: Zaak) -> Any:
        """How it stands now with what the job changes."""
        if self.opdracht.soort in (TOEWIJZEN, VRIJGEVEN):
            return commands.standing_of(behandeling.of_zaak(zaak))
        found = Sluimer.objects.filter(medewerker=self.opdracht.medewerker, zaak=zaak).first()
        return {"tot": found.tot.isoformat(), "reden": found.reden} if found else None


Act = Callable[[Work, Zaak], Any]


def assign(work: Work, zaak: Zaak) -> Any:
    """To the employee or team of the job."""
    return commands.Assign(actor=work.actor, zaak=zaak, medewerker=work.receiver, groep=work.groep).run()


def release(work: Work, zaak: Zaak) -> Any:
    """Back to the team; a zaak without one goes to the employee's own."""
    teams = behandeling.teams_of(work.opdracht.medewerker)
    return commands.Release(actor=work.actor, zaak=zaak, team=teams[0] if teams else None).run()


def snooze(work: Work, zaak: Zaak) -> Any:
    """Out of sight until the day of the job."""
    asked = work.opdracht.invoer
    tot, medewerker = date.fromisoformat(asked["tot"]), work.opdracht.medewerker
    return commands.Snooze(
        actor=work.actor, medewerker=medewerker, zaak=zaak, tot=tot, reden=asked.get("reden", "")
    ).run()


def wake(work: Work, zaak: Zaak) -> Any:
    """Back in sight."""
    return commands.Wake(actor=work.actor, medewerker=work.opdracht.medewerker, zaak=zaak).run()


ACTS: Mapping[str, Act] = {TOEWIJZEN: assign, VRIJGEVEN: release, SLUIMEREN: snooze, WEKKEN: wake}


def undo(work: Work, zaak: Zaak, earlier: OpdrachtRegel) -> Any:
    """As it was before the line of the earlier job."""
    medewerker = work.opdracht.medewerker
    if work.opdracht.soort in (TOEWIJZEN, VRIJGEVEN):
        return commands.Restore(
            actor=work.actor, zaak=zaak, was=earlier.was or [], werd=earlier.werd or []
        ).run()
    if earlier.was is None:
        return wake(work, zaak)
    tot = date.fromisoformat(earlier.was["tot"])
    return commands.Snooze(
        actor=work.actor, medewerker=medewerker, zaak=zaak, tot=tot, reden=earlier.was["reden"]
    ).run()


def make(
    medewerker: Medewerker,
    soort: str,
    zaken: Sequence[Zaak],
    invoer: dict[str, Any] | None = None,
    herstelt: Opdracht | None = None,
) -> Opdracht:
    """A job with one line per zaak; nothing is done yet."""
    with transaction.atomic():
        opdracht = Opdracht.objects.create(
            soort=soort,
            medewerker=medewerker,
            invoer=invoer or {},
            herstelt=herstelt,
            gemaakt_op=clock.now(),
        )
        OpdrachtRegel.objects.bulk_create(
            OpdrachtRegel(opdracht=opdracht, volgnummer=number, zaak=zaak)
            for number, zaak in enumerate(zaken, 1)
        )
    return opdracht


@transaction.atomic
def taken(medewerker: Medewerker, zaak: Zaak) -> Opdracht:
    """A zaak that somebody took from the queue, as a job that is done, so that it can be undone."""
    now = clock.now()
    werd = commands.standing_of(behandeling.of_zaak(zaak))
    was = [found for found in werd if found["betrokkene_type"] == behandeling.TEAM]
    made = Opdracht.objects.create(
        soort=TOEWIJZEN,
        medewerker=medewerker,
        invoer={"medewerker": str(medewerker.uuid)},
        gemaakt_op=now,
        gewerkt_op=now,
        klaar_op=now,
    )
    OpdrachtRegel.objects.create(
        opdracht=made, volgnummer=1, zaak=zaak, staat=OpdrachtRegel.GEDAAN, was=was, werd=werd
    )
    return made


def undoing(opdracht: Opdracht, medewerker: Medewerker) -> Opdracht:
    """The job that undoes what another did; a second press finds the first."""
    with transaction.atomic():
        lock_row(opdracht)
        found = Opdracht.objects.filter(herstelt=opdracht).first()
        done = opdracht.regels.filter(staat=OpdrachtRegel.GEDAAN, zaak__isnull=False)
        zaken = [regel.zaak for regel in done.select_related("zaak").order_by("volgnummer") if regel.zaak]
        return found or make(medewerker, opdracht.soort, zaken, herstelt=opdracht)


def run(uuid: UUID) -> None:
    """Does what is left of a job, line after line, until it is done or stopped."""
    opdracht = Opdracht.objects.select_related("medewerker", "herstelt").get(uuid=uuid)
    work = work_of(opdracht)
    while (regel := next_line(opdracht)) is not None:
        do_line(work, regel)
    Opdracht.objects.filter(pk=opdracht.pk, klaar_op=None).update(klaar_op=clock.now())


def work_of(opdracht: Opdracht) -> Work:
    """The job with its people."""
    asked = opdracht.invoer
    receiver = Medewerker.objects.filter(uuid=asked["medewerker"]).first() if "medewerker" in asked else None
    groep = Groep.objects.filter(pk=asked["groep"]).first() if "groep" in asked else None
    return Work(opdracht, accounts.actor_of(opdracht.medewerker), receiver, groep)


def next_line(opdracht: Opdracht) -> OpdrachtRegel | None:
    """The first line that waits; none once somebody has stopped the job."""
    waiting = OpdrachtRegel.objects.filter(
        opdracht=opdracht, staat=OpdrachtRegel.WACHT, opdracht__is_afgebroken=False
    )
    return waiting.order_by("volgnummer").first()


def do_line(work: Work, regel: OpdrachtRegel) -> None:
    """One zaak and what became of it, in one transaction; a refusal is kept in words."""
    try:
        with transaction.atomic():
            # Whoever holds the line does it: two workers on one job share the lines.
            lock_row(regel)
            if regel.staat == OpdrachtRegel.WACHT:
                act(work, regel)
    except Problem as problem:
        with transaction.atomic():
            close_line(regel, OpdrachtRegel.GEWEIGERD, reden=str(problem)[:500])
    Opdracht.objects.filter(pk=work.opdracht.pk).update(gewerkt_op=clock.now())


def act(work: Work, regel: OpdrachtRegel) -> None:
    """Locks the zaak, does it, and keeps how it was and became."""
    zaak = regel.zaak_id and Zaak.objects.filter(pk=regel.zaak_id).first()
    if not zaak:
        close_line(regel, OpdrachtRegel.GEWEIGERD, reden="De zaak bestaat niet meer.")
        return
    lock_row(zaak, "zaaktype")
    was = work.standing(zaak)
    if work.opdracht.herstelt is not None:
        undo(work, zaak, work.opdracht.herstelt.regels.get(zaak=zaak))
    else:
        ACTS[work.opdracht.soort](work, zaak)
    close_line(regel, OpdrachtRegel.GEDAAN, was=was, werd=work.standing(zaak))


def close_line(regel: OpdrachtRegel, staat: str, **values: Any) -> None:
    """Says what became of a line that was waiting."""
    waiting = OpdrachtRegel.objects.filter(pk=regel.pk, staat=OpdrachtRegel.WACHT)
    waiting.update(staat=staat, **values)


def stop(opdracht: Opdracht) -> None:
    """Nothing more is done; what was done stays done and can be undone."""
    with transaction.atomic():
        lock_row(opdracht)
        if opdracht.klaar_op is None:
            Opdracht.objects.filter(pk=opdracht.pk).update(is_afgebroken=True, klaar_op=clock.now())
            waiting = opdracht.regels.filter(staat=OpdrachtRegel.WACHT)
            waiting.update(staat=OpdrachtRegel.OVERGESLAGEN)


@dataclass(frozen=True)
class Voortgang:
    """How far a job is."""

    totaal: int
    gedaan: int
    geweigerd: int
    wacht: int
    is_klaar: bool
    is_afgebroken: bool
    staat_stil: bool

    @property
    def behandeld(self) -> int:
        """Lines that were looked at."""
        return self.gedaan + self.geweigerd


def progress(opdracht: Opdracht, now: datetime) -> Voortgang:
    """The numbers of a job, in one statement."""
    states = (OpdrachtRegel.GEDAAN, OpdrachtRegel.GEWEIGERD, OpdrachtRegel.WACHT)
    found = opdracht.regels.aggregate(
        totaal=Count("pk"), **{state: Count("pk", filter=Q(staat=state)) for state in states}
    )
    last = opdracht.gewerkt_op or opdracht.gemaakt_op
    return Voortgang(
        **found,
        is_klaar=opdracht.klaar_op is not None,
        is_afgebroken=opdracht.is_afgebroken,
        staat_stil=opdracht.klaar_op is None and now - last > STALLED,
    )


def selected(actor: Actor, uuids: Iterable[UUID]) -> list[Zaak]:
    """The zaken among these that the actor may see, in the order given; at most `MOST`."""
    wanted = list(dict.fromkeys(uuids))[:MOST]
    found = {zaak.uuid: zaak for zaak in queries.visible_to(actor).filter(uuid__in=wanted)}
    return [found[uuid] for uuid in wanted if uuid in found]
