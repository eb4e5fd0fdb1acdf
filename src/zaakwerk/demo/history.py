"""History: plays the stories into the register in the order in which they happened, each at its moment."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.demo import papers, parties
from zaakwerk.demo.events import (
    Betrokken,
    Gebeurtenis,
    Gezet,
    Hervat,
    Opgeschort,
    Stuk,
    Toegewezen,
    Uitkomst,
    Verlengd,
    Zaak,
)
from zaakwerk.demo.people import COLLEGAS, ZONNEDAEL
from zaakwerk.zaken import archief, commands
from zaakwerk.zaken import models as zaken
from zaakwerk.zgw import clock, registry, vertrouwelijkheid
from zaakwerk.zgw.actors import SYSTEM, Actor

OPENS, OFFICE_MINUTES, FRIDAY = time(8, 40), 480, 4
SOON = timedelta(minutes=4)


@dataclass
class Lopend:
    """A story while it is told: its zaak, who got which rol, and since when the term stands still."""

    verhaal: Zaak
    zaak: zaken.Zaak
    rollen: dict[str, zaken.Rol] = field(default_factory=dict)
    stil_sinds: date = date.min


@dataclass
class Historie:
    """What the stories share: zaaktypen, actors by gebruikersnaam (empty: the web form), and each other."""

    zaaktypen: Mapping[str, ZaakType]
    actors: Mapping[str, Actor]
    today: date
    lopend: dict[int, Lopend] = field(default_factory=dict)
    namen: dict[str, zaken.Zaak] = field(default_factory=dict)

    def play(self, verhalen: Sequence[Zaak]) -> None:
        """Everything that happened, oldest first."""
        until = clock.now()
        happened = [
            (moment, number, gebeurtenis)
            for number, verhaal in enumerate(verhalen)
            for moment, gebeurtenis in moments(verhaal, number, self.today, until)
        ]
        for moment, number, gebeurtenis in sorted(happened, key=lambda found: found[0]):
            with clock.at(moment):
                if gebeurtenis is None:
                    self.lopend[number] = self.open(verhalen[number])
                else:
                    self.tell(self.lopend[number], gebeurtenis)

    def open(self, verhaal: Zaak) -> Lopend:
        """Registers the zaak with its initiator and what was filled in."""
        actor = self.actors[opener_of(verhaal)]
        zaak: zaken.Zaak = commands.CreateZaak(
            actor=actor,
            zaaktype=self.zaaktypen[verhaal.zaaktype],
            bronorganisatie=ZONNEDAEL.rsin,
            verantwoordelijke_organisatie=ZONNEDAEL.rsin,
            startdatum=clock.today(),
            omschrijving=verhaal.omschrijving,
            toelichting=verhaal.toelichting,
            zaakgeometrie=point(verhaal.plek),
            hoofdzaak=self.namen.get(verhaal.hoofdzaak),
            relevante_andere_zaken=self.related(verhaal),
            vertrouwelijkheidaanduiding=vertrouwelijkheid.NUMBER.get(verhaal.vertrouwelijkheid, 0),
        ).run()
        if verhaal.naam:
            self.namen[verhaal.naam] = zaak
        if verhaal.initiator:
            roltype = zaak.zaaktype.roltypen.get(omschrijving_generiek="initiator")
            parties.add_rol(actor, zaak, roltype, verhaal.initiator)
        for eigenschap in zaak.zaaktype.eigenschappen.filter(naam__in=verhaal.gegevens):
            waarde = self.value(verhaal.gegevens[eigenschap.naam])
            commands.CreateEigenschap(actor=actor, zaak=zaak, eigenschap=eigenschap, waarde=waarde).run()
        give_to_team(zaak)
        return Lopend(verhaal, zaak)

    def related(self, verhaal: Zaak) -> list[dict[str, Any]]:
        """The zaak that this one follows."""
        earlier = self.namen.get(verhaal.vervolg_op)
        url = registry.for_model(zaken.Zaak).url_for(earlier) if earlier else ""
        return [{"url": url, "aardRelatie": "vervolg"}] if earlier else []

    def value(self, given: str | int) -> str:
        """A text as it is; a number of days from today as a date in the catalogue's form."""
        return given if isinstance(given, str) else f"{self.today + timedelta(days=given):%Y%m%d}"

    def tell(self, lopend: Lopend, gebeurtenis: Gebeurtenis) -> None:
        """One thing that happened, as the command it was."""
        actor, zaak = self.actors[gebeurtenis.wie], lopend.zaak
        match gebeurtenis:
            case Gezet():
                set_status(actor, lopend, gebeurtenis)
            case Toegewezen(aan=aan):
                roltype = zaak.zaaktype.roltypen.get(omschrijving="Behandelaar")
                lopend.rollen[aan] = parties.add_rol(actor, zaak, roltype, COLLEGAS[aan])
            case Betrokken(rol=rol, betrokkene=betrokkene, toelichting=toelichting):
                roltype = zaak.zaaktype.roltypen.get(omschrijving=rol)
                parties.add_rol(actor, zaak, roltype, betrokkene, toelichting)
            case Stuk():
                papers.add_document(actor, zaak, lopend.verhaal, gebeurtenis)
            case Uitkomst(resultaat=name, toelichting=toelichting):
                resultaattype = zaak.zaaktype.resultaattypen.get(omschrijving=name)
                commands.CreateResultaat(
                    actor=actor, zaak=zaak, resultaattype=resultaattype, toelichting=toelichting
                ).run()
            case _:
                move_term(actor, lopend, gebeurtenis)


def moments(
    verhaal: Zaak, number: int, today: date, until: datetime
) -> Iterator[tuple[datetime, Gebeurtenis | None]]:
    """The start of a story (None) and its events, each at its moment; one day's events follow closely."""
    started = today - timedelta(days=verhaal.start)
    last = office_moment(started, number)
    yield min(last, until), None
    dagen = verhaal.start
    for index, gebeurtenis in enumerate(verhaal.verloop, start=1):
        wanted = last + SOON
        if gebeurtenis.dagen != dagen:
            dagen = gebeurtenis.dagen
            day = today - timedelta(days=dagen)
            wanted = max(wanted, office_moment(max(office_day(day), started), number + 2 * index))
        last = wanted
        yield min(last, until), gebeurtenis


def office_day(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(day.weekday() - FRIDAY, 0))


def office_moment(day: date, number: int) -> datetime:
    """Some moment in office hours, another one for every number."""
    minutes = number * 37 % OFFICE_MINUTES
    return datetime.combine(day, OPENS, clock.AMSTERDAM) + timedelta(minutes=minutes)


def opener_of(verhaal: Zaak) -> str:
    """Who registered the zaak: the first one of the story; the web form when that is nobody."""
    return verhaal.verloop[0].wie if verhaal.verloop else ""


def point(plek: tuple[float, float] | None) -> dict[str, Any] | None:
    """A place as GeoJSON, longitude first."""
    return {"type": "Point", "coordinates": list(plek)} if plek else None


def set_status(actor: Actor, lopend: Lopend, gezet: Gezet) -> None:
    """A step further, in the name of the behandelaar when it is theirs."""
    commands.SetStatus(
        actor=actor,
        zaak=lopend.zaak,
        statustype=lopend.zaak.zaaktype.statustypen.get(omschrijving=gezet.status),
        datum_status_gezet=clock.now(),
        statustoelichting=gezet.toelichting,
        gezetdoor=lopend.rollen.get(gezet.wie),
    ).run()


def move_term(actor: Actor, lopend: Lopend, gebeurtenis: Gebeurtenis) -> None:
    """Stops the term, lets it run again as much later as it stood still, or extends it."""
    zaak = lopend.zaak
    match gebeurtenis:
        case Opgeschort(reden=reden):
            lopend.stil_sinds = clock.today()
            changes: dict[str, Any] = {"opschorting": {"indicatie": True, "reden": reden}}
        case Hervat():
            later = (clock.today() - lopend.stil_sinds).days
            changes = {"opschorting": {"indicatie": False, "reden": ""}, **postponed(zaak, f"P{later}D")}
        case Verlengd(reden=reden):
            duur = zaak.zaaktype.verlengingstermijn
            changes = {"verlenging": {"reden": reden, "duur": duur}, **postponed(zaak, duur)}
        case _:
            raise TypeError(f"Een verhaal kent geen {type(gebeurtenis).__name__}.")
    commands.UpdateZaak(actor=actor, instance=zaak, changes=changes).run()


def postponed(zaak: zaken.Zaak, duration: str) -> dict[str, Any]:
    """Planned and latest end date, moved by an ISO duration."""
    names = ("einddatum_gepland", "uiterlijke_einddatum_afdoening")
    dates = {name: getattr(zaak, name) for name in names}
    return {name: archief.plus(day, duration) for name, day in dates.items() if day}


def give_to_team(zaak: zaken.Zaak) -> None:
    """New work comes in at the team of its zaaktype, which the system sees to."""
    team = zaak.zaaktype.verantwoordelijke.removeprefix("Team ")
    roltype = zaak.zaaktype.roltypen.filter(omschrijving_generiek="behandelaar").first()
    if roltype is not None and any(found.team == team for found in COLLEGAS.values()):
        parties.add_rol(SYSTEM, zaak, roltype, team, "Verdeling naar team")
