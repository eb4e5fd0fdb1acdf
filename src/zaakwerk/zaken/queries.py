"""Questions about zaken that commands, rules and faces ask."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from zaakwerk.catalogi import queries as catalogi
from zaakwerk.catalogi.models import StatusType
from zaakwerk.zaken import scopes
from zaakwerk.zaken.models import Resultaat, Rol, Status, Zaak, ZaakInformatieObject, ZaaknummerTeller
from zaakwerk.zaken.specificatie import typed_value
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.actors import Actor, Person, Target
from zaakwerk.zgw.reach import NOTHING, Reach

PORTAL_LEVEL = vertrouwelijkheid.NUMBER["zaakvertrouwelijk"]
PORTAL_ROLES = ("initiator", "mede_initiator", "belanghebbende")
# Existing forms write a KVK number in innNnpId, so a company is looked for in both columns.
PERSON_COLUMNS = {
    "bsn": ("bsn",),
    "kvk": ("kvk_nummer", "nnp_id"),
    "rsin": ("nnp_id",),
    "vestiging": ("vestigingsnummer",),
}


def rollen_of(person: Person) -> QuerySet[Rol]:
    """Every rol that names a citizen or company by its number."""
    columns = PERSON_COLUMNS[person.kind]
    return Rol.objects.filter(reduce(or_, (Q(**{column: person.number}) for column in columns)))


def visible_to_person(person: Person, via: str) -> Q:
    """What a citizen or company sees: own role, external zaaktype, low confidentiality, a status."""
    if person.kind not in PERSON_COLUMNS or not person.number:
        return NOTHING
    mine = rollen_of(person).filter(zaak=OuterRef(f"{via}pk"), omschrijving_generiek__in=PORTAL_ROLES)
    return Q(Exists(mine)) & Q(
        **{
            f"{via}zaaktype__indicatie_intern_of_extern": "extern",
            f"{via}vertrouwelijkheidaanduiding__lte": PORTAL_LEVEL,
            f"{via}status__isnull": False,
        }
    )


REACH = Reach("zrc", "zaaktype", "vertrouwelijkheidaanduiding", person=visible_to_person)


def visible_to(actor: Actor) -> QuerySet[Zaak]:
    """Every zaak the actor may read; raises Forbidden for an actor without any right to read zaken."""
    predicate = REACH.visible_to(actor, scopes.LEZEN)
    return Zaak.objects.all() if predicate is None else Zaak.objects.filter(predicate)


def target_of(zaak: Zaak) -> Target:
    """What rights on a zaak and everything below it depend on (1.4.4)."""
    return Target("zrc", zaak.zaaktype.uuid, zaak.zaaktype.identificatie, zaak.vertrouwelijkheidaanduiding)


def find_resultaat(zaak: Zaak) -> Resultaat | None:
    """The resultaat with its type, or None."""
    return Resultaat.objects.select_related("resultaattype").filter(zaak=zaak).first()


def closes(zaak: Zaak, statustype: StatusType) -> bool:
    """Whether this status would close the zaak: the eindstatus of its zaaktype."""
    return statustype.zaaktype_id == zaak.zaaktype_id and catalogi.is_eindstatus(statustype)


def documents_in_the_way(zaak: Zaak) -> Sequence[tuple[str, bool | None, str]]:
    """Linked documents that block closing: identificatie, indicatie gebruiksrecht, lock (zrc-007)."""
    blocked = Q(informatieobject__indicatie_gebruiksrecht=None) | ~Q(informatieobject__lock="")
    return list(
        ZaakInformatieObject.objects.filter(blocked, zaak=zaak).values_list(
            "informatieobject__identificatie",
            "informatieobject__indicatie_gebruiksrecht",
            "informatieobject__lock",
        )
    )


def has_unarchived_documents(zaak: Zaak) -> bool:
    """Whether a linked document has another status than gearchiveerd (zrc-022)."""
    linked = ZaakInformatieObject.objects.filter(zaak=zaak)
    return linked.exclude(informatieobject__laatste_versie__status="gearchiveerd").exists()


def deelzaken_of(zaak: Zaak) -> Sequence[Zaak]:
    """The deelzaken with their zaaktype."""
    return list(Zaak.objects.filter(hoofdzaak=zaak).select_related("zaaktype").order_by("id"))


def latest_status(zaak: Zaak) -> Status | None:
    """The status with the newest datum_status_gezet; of equal moments the one set last."""
    return Status.objects.filter(zaak=zaak).order_by("-datum_status_gezet", "-id").first()


def eigenschap_value(zaak: Zaak, naam: str) -> str:
    """The value of a zaakeigenschap by name; empty when there is none."""
    return zaak.eigenschappen.filter(naam=naam).values_list("waarde", flat=True).first() or ""


def related_end_dates(zaak: Zaak) -> Sequence[date | None]:
    """The einddatum of every relevante andere zaak; None for one that is open or elsewhere."""
    uuids = [str(found["url"]).rpartition("/")[2] for found in zaak.relevante_andere_zaken]
    known = dict(
        Zaak.objects.filter(uuid__in=[u for u in uuids if len(u) == 36]).values_list("uuid", "einddatum")
    )
    by_text = {str(uuid): einddatum for uuid, einddatum in known.items()}
    return [by_text.get(uuid) for uuid in uuids]


def next_number(bronorganisatie: str, jaar: int) -> int:
    """The next sequence number of an organisation and year, race-free by the counter's row lock (zrc-002)."""
    table = connection.ops.quote_name(ZaaknummerTeller._meta.db_table)
    sql = (
        f"INSERT INTO {table} (bronorganisatie, jaar, laatste) VALUES (%s, %s, 1) "  # noqa: S608 - a table name
        f"ON CONFLICT (bronorganisatie, jaar) DO UPDATE SET laatste = {table}.laatste + 1 RETURNING laatste"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [bronorganisatie, jaar])
        row: Any = cursor.fetchone()
    return int(row[0])


def is_taken(bronorganisatie: str, identificatie: str) -> bool:
    """Whether a zaak with this identificatie exists within the organisation (zrc-002)."""
    return Zaak.objects.filter(bronorganisatie=bronorganisatie, identificatie=identificatie).exists()


def eigenschappen_of(zaak: Zaak) -> list[tuple[str, date | datetime | str]]:
    """The case-specific properties by name, each value as what it is."""
    found = zaak.eigenschappen.order_by("naam").values_list("naam", "waarde", "eigenschap__specificatie")
    return [(naam, typed_value(waarde, specificatie)) for naam, waarde, specificatie in found]
