"""Takes a log into the register in two passes: the first checks the whole file, the second writes batches."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db import IntegrityError, connection, transaction

from zaakwerk.invoer.xes.catalogus import TypeMaker
from zaakwerk.invoer.xes.faults import Place, XesFault
from zaakwerk.invoer.xes.plan import ZaakPlan, plan_log, plan_zaak
from zaakwerk.invoer.xes.reader import read_cases
from zaakwerk.invoer.xes.register import Writer
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.kinds import passes_eleven_test
from zaakwerk.zgw.problems import Conflict

# Numbers that start with zeros are not given out: nobody has this RSIN.
RSIN: Final = "000060021"
DOMEIN: Final = "INVOE"
BATCH: Final = 50
# SQLite lets one connection write: between batches the web gets its turn; waiting writers look every 0.1 s.
BREATH: Final = 0.11
ACTOR: Final = Actor(
    applicatie_id="import-xes", applicatie_weergave="Import van een logboek", all_rights=True
)

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Outcome:
    """What an import wrote and what it left alone."""

    zaken: int
    statussen: int
    gesloten: int
    overgeslagen: int

    def __str__(self) -> str:
        words = (
            f"{self.zaken} zaken ingelezen met {self.statussen} statussen: "
            f"{self.gesloten} gesloten, {self.zaken - self.gesloten} open."
        )
        return words + (f" {self.overgeslagen} zaken waren er al." if self.overgeslagen else "")


def load(path: Path, organisatie: str, domein: str, notify: bool, progress: Progress) -> Outcome:
    """Import a log; raises `XesFault` before anything is written when the file or an argument is wrong.

    A zaak that is there already is skipped, so an import that was broken off goes on where it stopped.
    `progress` gets the number of cases done and the number there are.
    """
    check_arguments(organisatie, domein)
    with path.open("rb") as stream:
        plan = plan_log(read_cases(stream), clock.now())
        types = TypeMaker(ACTOR, notify).ensure(plan, name_of(path), organisatie, domein)
        writer = Writer(types, organisatie, ACTOR, notify)
        outcome, done = Outcome(0, 0, 0, 0), 0
        progress(done, plan.zaken)
        for batch in batches(map(plan_zaak, read_cases(stream))):
            outcome = add(outcome, batch, write_absent(writer, batch))
            done += len(batch)
            progress(done, plan.zaken)
            make_way()
    return outcome


def check_arguments(organisatie: str, domein: str) -> None:
    """Refuse an RSIN or domein that a catalogus cannot have."""
    is_number = organisatie.isascii() and organisatie.isdigit() and len(organisatie) == 9
    if not is_number or not passes_eleven_test(organisatie):
        words = f"bronorganisatie {organisatie} is geen RSIN: negen cijfers die voldoen aan de 11-proef."
        raise XesFault(words, Place())
    if not re.fullmatch("[A-Z]{5}", domein):
        raise XesFault(f"domein {domein} moet uit vijf hoofdletters bestaan.", Place())


def name_of(path: Path) -> str:
    """The name of a log: that of its file without the endings, as far as an identificatie allows."""
    name = re.sub(r"(\.xes)?(\.gz)?$", "", path.name, flags=re.IGNORECASE)
    return re.sub(r"[^\w-]+", "-", name).strip("-")[:50] or "logboek"


def batches(plans: Iterator[ZaakPlan]) -> Iterator[list[ZaakPlan]]:
    """Plans in lists of at most BATCH."""
    batch: list[ZaakPlan] = []
    for plan in plans:
        batch.append(plan)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def write_absent(writer: Writer, batch: Sequence[ZaakPlan]) -> list[ZaakPlan]:
    """Write those of a batch that are not there yet, in one transaction; gives what was written."""
    names = [plan.identificatie for plan in batch]
    try:
        with transaction.atomic():
            there = Zaak.objects.filter(bronorganisatie=writer.organisatie, identificatie__in=names)
            known = set(there.values_list("identificatie", flat=True))
            absent = [plan for plan in batch if plan.identificatie not in known]
            if absent:
                writer.write(absent)
    except IntegrityError as error:
        words = "Iemand anders maakt nu dezelfde zaken aan; start de import daarna opnieuw."
        raise Conflict(words) from error
    return absent


def add(outcome: Outcome, batch: Sequence[ZaakPlan], written: Sequence[ZaakPlan]) -> Outcome:
    """An outcome with one batch more."""
    gesloten = sum(plan.sluiting is not None for plan in written)
    return Outcome(
        zaken=outcome.zaken + len(written),
        statussen=outcome.statussen + sum(len(plan.statussen) for plan in written) + gesloten,
        gesloten=outcome.gesloten + gesloten,
        overgeslagen=outcome.overgeslagen + len(batch) - len(written),
    )


def make_way() -> None:
    """Let a waiting writer have the database before the next batch."""
    if connection.vendor == "sqlite":
        time.sleep(BREATH)
