"""Rijen: everything a list shows of its zaken, read for the whole page in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max, OuterRef, QuerySet, Subquery

from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.werkvoorraad import verwachting
from zaakwerk.werkvoorraad.behandeling import GENERIEK, MEDEWERKER, TEAM
from zaakwerk.werkvoorraad.models import Sluimer
from zaakwerk.werkvoorraad.queries import Vrager
from zaakwerk.werkvoorraad.verwachting import Verwachting
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.namen import name_of
from zaakwerk.zgw.models import AuditRegel

# As the zaak stands in an audit line while its term stands still; each database has its own order of keys.
STANDS_STILL = r'"opschorting": ?\{[^}]*"indicatie": ?true'
LINE = ("hoofd_uuid", "resource", "actie", "aanmaakdatum", "gebruiker_weergave", "applicatie_weergave")


@dataclass(frozen=True)
class Wacht:
    """For what a zaak waits, since when, and until when if that is known."""

    op: str
    sinds: datetime | None = None
    tot: date | None = None
    is_sluimer: bool = False


@dataclass(frozen=True)
class Rij:
    """One zaak of a list."""

    zaak: Zaak
    verwachting: Verwachting
    initiator: str = ""
    behandelaar: str = ""
    team: str = ""
    wacht: Wacht | None = None
    gebeurtenis: AuditRegel | None = None


def with_parts(found: QuerySet[Zaak]) -> QuerySet[Zaak]:
    """The zaken with what stands in their own row of the list."""
    return found.select_related("zaaktype", "status__statustype", "resultaat__resultaattype")


def rows_of(zaken: Sequence[Zaak], vrager: Vrager) -> list[Rij]:
    """A page of zaken as rows, in their order."""
    expected, people = verwachting.of_zaken(zaken, vrager.actor), people_of(zaken)
    waits, events = waiting(zaken, vrager.medewerker, vrager.today), last_events(zaken)
    return [
        Rij(
            zaak,
            expected[zaak.pk],
            people[zaak.pk].get("initiator", ""),
            people[zaak.pk].get(MEDEWERKER, ""),
            people[zaak.pk].get(TEAM, ""),
            waits.get(zaak.pk),
            events.get(zaak.uuid),
        )
        for zaak in zaken
    ]


def people_of(zaken: Sequence[Zaak]) -> dict[int, dict[str, str]]:
    """The names of initiator, behandelaar and team by zaak; of several behandelaars the one who came last."""
    names: dict[int, dict[str, str]] = defaultdict(dict)
    found = Rol.objects.filter(zaak__in=zaken, omschrijving_generiek__in=("initiator", GENERIEK))
    for rol in found.order_by("id"):
        part = "initiator" if rol.omschrijving_generiek == "initiator" else rol.betrokkene_type
        names[rol.zaak_id][part] = name_of(rol)
    return names


def waiting(zaken: Sequence[Zaak], medewerker: Medewerker, today: date) -> dict[int, Wacht]:
    """What the zaken wait for that wait: their term stands still, or somebody put them out of sight."""
    asleep = Sluimer.objects.filter(medewerker=medewerker, zaak__in=zaken, tot__gt=today)
    found = {
        sluimer.zaak_id: Wacht(sluimer.reden, sluimer.sinds, sluimer.tot, is_sluimer=True)
        for sluimer in asleep
    }
    still = [zaak for zaak in zaken if (zaak.opschorting or {}).get("indicatie") and not zaak.is_closed]
    since = still_since([zaak.uuid for zaak in still]) if still else {}
    for zaak in still:
        found[zaak.pk] = Wacht((zaak.opschorting or {}).get("reden", ""), since.get(zaak.uuid))
    return found


def still_since(uuids: Sequence[UUID]) -> dict[UUID, datetime]:
    """When the term of each zaak was stopped for the last time, by the audit trail."""
    lines = AuditRegel.objects.filter(
        hoofd_uuid__in=uuids, resource="zaak", nieuw__regex=STANDS_STILL
    ).exclude(oud__regex=STANDS_STILL)
    return dict(lines.order_by().values_list("hoofd_uuid").annotate(Max("aanmaakdatum")))


def last_events(zaken: Sequence[Zaak]) -> dict[UUID, AuditRegel]:
    """The newest audit line of each zaak."""
    newest = AuditRegel.objects.filter(hoofd_uuid=OuterRef("uuid")).order_by("-id").values("pk")[:1]
    pks = Zaak.objects.filter(pk__in=[zaak.pk for zaak in zaken]).values(newest=Subquery(newest))
    return {line.hoofd_uuid: line for line in AuditRegel.objects.filter(pk__in=pks).only(*LINE)}
