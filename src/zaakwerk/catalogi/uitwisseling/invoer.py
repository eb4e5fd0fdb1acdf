"""Invoer: takes a catalogue over, all or nothing, by the rules of the commands; a trial runs the same way.

New objects go in per kind at once: the rules of their create command judge each of them and its draft is
what is written, so the register ends as after one command per object. Everything else runs its command.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from zaakwerk.catalogi import commands, scopes
from zaakwerk.catalogi.commands.base import COMPONENT, columns
from zaakwerk.catalogi.models import Catalogus
from zaakwerk.catalogi.uitwisseling.bestaand import Bestaand
from zaakwerk.catalogi.uitwisseling.boeking import Boeking
from zaakwerk.catalogi.uitwisseling.lezen import Stuk, in_words, lees
from zaakwerk.catalogi.uitwisseling.soorten import SOORTEN, Inhoud, Soort
from zaakwerk.catalogi.uitwisseling.verslag import Regel, Uitkomst, Verslag
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.commands import lock_row
from zaakwerk.zgw.problems import Conflict, Invalid, Problem, Violation

BATCH = 500
PUBLISHED_ENDS = {"einde_geldigheid"}


@dataclass(frozen=True)
class Opties:
    """How to take over: only try, keep the UUIDs of the file, and into which catalogus."""

    proef: bool = False
    behoud_uuid: bool = False
    domein: str = ""
    rsin: str = ""


def importeer(actor: Actor, inhoud: Inhoud, opties: Opties | None = None) -> Verslag:
    """The catalogue in the register when every object can be taken over, else nothing of it.

    Raises Forbidden without the right, Invalid for a file without usable catalogus, Conflict when
    another writer was there at the same moment.
    """
    actor.require(scopes.SCHRIJVEN, COMPONENT)
    opties = opties or Opties()
    stukken = lees(inhoud)
    try:
        with transaction.atomic():
            invoer = Invoer(actor, stukken, opties)
            verslag = invoer.run()
            if not verslag.is_geschreven:
                transaction.set_rollback(True)
    except IntegrityError:
        words = "Er is niets overgenomen: iemand anders wijzigde de catalogus op hetzelfde moment."
        raise Conflict(words) from None
    return verslag


class Invoer:
    """One import: the objects of the file, and what the register has already."""

    def __init__(self, actor: Actor, stukken: dict[str, Stuk], opties: Opties) -> None:
        self.actor = actor
        self.stukken = stukken
        self.opties = opties
        self.boeking = Boeking(actor)
        self.bestaand = Bestaand(opties.behoud_uuid)
        self.doel: Catalogus | None = None

    def run(self) -> Verslag:
        """Everything, kind by kind; parents before what belongs to them."""
        self.kies_doel()
        for soort in SOORTEN:
            self.neem_soort(soort, [stuk for stuk in self.stukken.values() if stuk.soort is soort])
        self.publiceer()
        self.boeking.flush()
        regels = [
            Regel(s.soort.bestand, s.naam, s.uitkomst, "; ".join(s.redenen)) for s in self.stukken.values()
        ]
        return Verslag(self.opties.proef, regels)

    def kies_doel(self) -> None:
        """The catalogus everything goes into when the file has none, or another than was asked for."""
        catalogussen = [stuk for stuk in self.stukken.values() if stuk.soort.bestand == "Catalogus"]
        asked = {"domein": self.opties.domein, "rsin": self.opties.rsin}
        given = {name: value for name, value in asked.items() if value}
        if catalogussen and given:
            if len(catalogussen) > 1:
                raise refuse("Het bestand bevat meer dan één catalogus; kies dan geen domein of RSIN.")
            rename(catalogussen[0], given)
        if not catalogussen:
            found = list(Catalogus.objects.filter(**given)[:2]) if given else []
            if len(found) != 1:
                raise refuse(
                    "Het bestand bevat geen catalogus. Noem het domein (en zo nodig het RSIN) "
                    "van een catalogus die er al is."
                )
            self.doel = found[0]
            lock_row(self.doel)

    def neem_soort(self, soort: Soort, stukken: list[Stuk]) -> None:
        """The objects of one kind: recognised, judged, and the new ones written at once."""
        for stuk in stukken:
            self.hang_op(stuk)
        self.bestaand.laad(soort, stukken)
        new: list[tuple[Stuk, Any, Any]] = []
        for stuk in stukken:
            self.bestaand.herken(stuk)
            if stuk.uitkomst is Uitkomst.CONFLICT or stuk.is_dubbel:
                continue
            if stuk.bestond:
                self.vergelijk(stuk)
            elif (made := self.ontwerp(stuk)) is not None:
                new.append((stuk, *made))
        self.schrijf(soort, new)

    def hang_op(self, stuk: Stuk) -> None:
        """Finds the parent and the statustype an object belongs to."""
        soort = stuk.soort
        if soort.ouder:
            stuk.ouder = self.ouder_van(stuk)
            if stuk.ouder is None:
                return
            if stuk.ouder.instance is None:
                stuk.weiger(f"hoort bij {stuk.ouder.naam}, dat niet kan worden overgenomen")
                return
            stuk.values[soort.ouder] = stuk.ouder.instance
        if soort.heeft_statustype:
            self.hang_aan_statustype(stuk)

    def ouder_van(self, stuk: Stuk) -> Stuk | None:
        """The parent in the file, or in the register when the file leaves it out."""
        kind, url = stuk.soort.ouder, stuk.raw.get(stuk.soort.ouder)
        if kind == "catalogus" and self.doel is not None:
            return present(self.doel)
        found = self.stukken.get(url) if isinstance(url, str) else None
        if found is not None and found.soort.bestand.lower() == kind:
            return found
        row = self.bestaand.achter(kind, url)
        if row is None:
            stuk.weiger(f"{kind}: {url or 'niet ingevuld'} staat niet in het bestand")
            return None
        return present(row)

    def hang_aan_statustype(self, stuk: Stuk) -> None:
        """The statustype of the same file; null when there is none."""
        url = stuk.raw.get("statustype")
        stuk.values["statustype"] = None
        if url in (None, ""):
            return
        found = self.stukken.get(url) if isinstance(url, str) else None
        if found is None or found.soort.bestand != "StatusType":
            stuk.weiger(f"statustype: {url} staat niet in het bestand")
        elif found.instance is None:
            stuk.weiger(f"statustype: {found.naam} kan niet worden overgenomen")
        else:
            stuk.values["statustype"] = found.instance

    def ontwerp(self, stuk: Stuk) -> tuple[Any, Any] | None:
        """The create command of a new object and the row it would write; None when it may not."""
        if stuk.ouder is not None and stuk.soort.ouder == "zaaktype" and stuk.ouder.is_vast:
            stuk.weiger("het zaaktype is hier al gepubliceerd; maak een nieuwe versie")
            return None
        command = stuk.soort.resource.create(actor=self.actor, **stuk.values)
        draft = command.draft()
        if self.opties.behoud_uuid and stuk.uuid:
            draft.uuid = stuk.uuid
        # Zaaktypen name each other, so they are judged once all of them are there.
        if stuk.soort.bestand != "ZaakType" and not allowed(stuk, command):
            return None
        return command, draft

    def schrijf(self, soort: Soort, new: list[tuple[Stuk, Any, Any]]) -> None:
        """Writes the new rows of a kind in the order of the file."""
        rows = [draft for _, _, draft in new]
        soort.resource.model._default_manager.bulk_create(rows, batch_size=BATCH)
        for stuk, command, draft in new:
            stuk.instance = draft
            if soort.bestand == "ZaakType" and not allowed(stuk, command):
                continue
            self.boeking.created(draft)

    def vergelijk(self, stuk: Stuk) -> None:
        """Same, or changed by the update command; a published version only ends."""
        update = stuk.soort.resource.update
        command = update(actor=self.actor, instance=stuk.instance, changes=stuk.values, partial=True)
        draft = command.draft()
        changed = [
            column.name
            for column in columns(stuk.instance)
            if column.value_from_object(draft) != column.value_from_object(stuk.instance)
        ]
        if not changed:
            stuk.uitkomst = Uitkomst.GELIJK
            return
        stuk.uitkomst = Uitkomst.GEWIJZIGD
        stuk.redenen.append(f"verschilt in {', '.join(sorted(changed))}")
        if is_fixed(stuk) and not set(changed) <= PUBLISHED_ENDS:
            stuk.weiger("het is hier al gepubliceerd; maak een nieuwe versie")
            return
        changes = {name: stuk.values[name] for name in changed if name in stuk.values}
        self.voer_uit(stuk, update(actor=self.actor, instance=stuk.instance, changes=changes, partial=True))

    def voer_uit(self, stuk: Stuk, command: Any) -> None:
        """Runs a command within the import; what it refuses is a conflict of this object."""
        try:
            with transaction.atomic():
                command.lock()
                command.authorise()
                command.check()
                command.apply(self.boeking)
        except Problem as problem:
            words = map(in_words, problem.violations) if problem.violations else [str(problem)]
            stuk.weiger(*words)

    def publiceer(self) -> None:
        """Publishes what is published in the file, after everything that belongs to it is there."""
        for stuk in self.stukken.values():
            may = stuk.instance is not None and stuk.uitkomst is not Uitkomst.CONFLICT
            if not may or stuk.is_concept or not getattr(stuk.instance, "concept", False):
                continue
            command: Any = commands.Publish(actor=self.actor, instance=stuk.instance)
            if stuk.bestond:
                stuk.uitkomst = Uitkomst.GEWIJZIGD
                stuk.redenen.append("wordt gepubliceerd")
                self.voer_uit(stuk, command)
            elif allowed(stuk, command):
                stuk.instance.concept = False
                stuk.instance.save(update_fields=["concept"])


def present(row: Any) -> Stuk:
    """A row of the register that no file brought, in the form of one that did."""
    soort = next(soort for soort in SOORTEN if soort.resource.model is type(row))
    raw: Mapping[str, Any] = {}
    return Stuk(soort, raw, str(row), row.uuid, instance=row, bestond=True, uitkomst=Uitkomst.GELIJK)


def rename(stuk: Stuk, given: Mapping[str, str]) -> None:
    """The catalogus of the file under another domein or RSIN."""
    raw = {**stuk.raw, **given}
    found = lees({"Catalogus": [raw]})
    read = next(iter(found.values()))
    stuk.raw, stuk.values, stuk.redenen, stuk.uitkomst = raw, read.values, read.redenen, read.uitkomst


def is_fixed(stuk: Stuk) -> bool:
    """Whether the object in the register, or the zaaktype it belongs to, is published."""
    if stuk.soort.ouder == "zaaktype":
        return not stuk.instance.zaaktype.concept
    return not getattr(stuk.instance, "concept", True)


def allowed(stuk: Stuk, command: Any) -> bool:
    """Whether the rules of a command have nothing against it; else the reasons stand in the object."""
    violations: Iterable[Violation] = command.violations()
    reasons = [in_words(violation) for violation in violations]
    if reasons:
        stuk.weiger(*reasons)
    return not reasons


def refuse(reason: str) -> Invalid:
    """An import that cannot begin, in one Dutch sentence."""
    return Invalid([Violation("invalid", reason)])
