"""Questions about zaken that commands, rules and faces ask."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from zaakwerk.catalogi import queries as catalogi
from zaakwerk.catalogi.models import (
    Eigenschap,
    ResultaatType,
    RolType,
    StatusType,
    ZaakType,
    ZaakTypeInformatieObjectType,
)
from zaakwerk.zaken import scopes
from zaakwerk.zaken.models import (
    GerelateerdeZaak,
    Resultaat,
    Rol,
    Status,
    Zaak,
    ZaakBesluit,
    ZaakEigenschap,
    ZaakInformatieObject,
    ZaaknummerReservering,
    ZaaknummerTeller,
    ZaakObject,
)
from zaakwerk.zaken.specificatie import typed_value
from zaakwerk.zgw import numbers, registry, vertrouwelijkheid
from zaakwerk.zgw.actors import Actor, Person, Target
from zaakwerk.zgw.instances import exists, slot_for
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.prepared import STATEMENTS, Among
from zaakwerk.zgw.reach import NOTHING, Reach

PORTAL_LEVEL = vertrouwelijkheid.NUMBER["zaakvertrouwelijk"]
PORTAL_ROLES = ("initiator", "mede_initiator", "belanghebbende")
# What of a zaak has a type of the zaaktype, and what that type is called over versions.
TYPED: tuple[tuple[Any, str, Any, str], ...] = (
    (Status, "statustype", StatusType, "omschrijving"),
    (Resultaat, "resultaattype", ResultaatType, "omschrijving"),
    (Rol, "roltype", RolType, "omschrijving"),
    (ZaakEigenschap, "eigenschap", Eigenschap, "naam"),
)
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


REACH = Reach("zrc", "zaaktype", "vertrouwelijkheidaanduiding", person=visible_to_person, object_path="uuid")


def visible_to(actor: Actor) -> QuerySet[Zaak]:
    """Every zaak the actor may read; raises Forbidden for an actor without any right to read zaken."""
    predicate = REACH.visible_to(actor, scopes.LEZEN)
    return Zaak.objects.all() if predicate is None else Zaak.objects.filter(predicate)


def target_of(zaak: Zaak) -> Target:
    """What rights on a zaak and everything below it depend on (1.4.4)."""
    kind = zaak.zaaktype
    return Target("zrc", kind.uuid, kind.identificatie, zaak.vertrouwelijkheidaanduiding, zaak.uuid)


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
    """The deelzaken with their zaaktype and resultaat."""
    found = Zaak.objects.filter(hoofdzaak=zaak).select_related("zaaktype", "resultaat")
    return list(found.order_by("id"))


def followers_of(zaak: Zaak) -> Sequence[Resultaat]:
    """The resultaten of closed zaken whose retention counts from when this zaak ends (3.3)."""
    below = Zaak.objects.filter(hoofdzaak=zaak, einddatum__isnull=False).order_by().values("pk")
    beside = (
        GerelateerdeZaak.objects.filter(andere=zaak, zaak__einddatum__isnull=False).order_by().values("zaak")
    )
    # A union, each half from its own index: "or" would read the whole table. Asked by itself: within
    # the joins below, PostgreSQL walks all resultaten when a table has not been analysed yet.
    if not (followers := list(below.union(beside).values_list("pk", flat=True))):
        return []
    found = Resultaat.objects.filter(zaak__in=followers)
    found = found.select_related("resultaattype", "zaak__zaaktype", "zaak__hoofdzaak").order_by("id")
    return [resultaat for resultaat in found if counts_from(resultaat, zaak)]


def counts_from(resultaat: Resultaat, zaak: Zaak) -> bool:
    """Whether its retention counts from when the hoofdzaak or related zaak ends."""
    wijze = (resultaat.resultaattype.brondatum_archiefprocedure or {}).get("afleidingswijze")
    is_deelzaak = resultaat.zaak.hoofdzaak_id == zaak.pk
    return wijze == "gerelateerde_zaak" or (wijze == "hoofdzaak" and is_deelzaak)


def objects_of(zaak: Zaak, object_type: str) -> Sequence[tuple[str, Any]]:
    """The objects of one kind, each as its URL and its identifying data."""
    found = ZaakObject.objects.filter(zaak=zaak, object_type=object_type).order_by("id")
    return list(found.values_list("object", "object_identificatie"))


def objects_that_date(zaak: Zaak) -> Sequence[str]:
    """The URLs of objects that hold the date from which retention counts (afleidingswijze zaakobject)."""
    procedure = "zaak__resultaat__resultaattype__brondatum_archiefprocedure"
    found = ZaakObject.objects.filter(zaak=zaak, **{f"{procedure}__afleidingswijze": "zaakobject"})
    return list(found.exclude(object="").values_list("object", flat=True))


def latest_status(zaak: Zaak) -> Status | None:
    """The status with the newest datum_status_gezet; of equal moments the one set last."""
    return Status.objects.filter(zaak=zaak).order_by("-datum_status_gezet", "-id").first()


def eigenschap_value(zaak: Zaak, naam: str) -> str:
    """The value of a zaakeigenschap by name; empty when there is none."""
    return zaak.eigenschappen.filter(naam=naam).values_list("waarde", flat=True).first() or ""


def related_end_dates(zaak: Zaak) -> Sequence[date | None]:
    """The einddatum of every relevante andere zaak; None for one that is open or elsewhere."""
    urls = [str(found["url"]) for found in zaak.relevante_andere_zaken]
    known = local_zaken(urls)
    return [known[url].einddatum if url in known else None for url in urls]


def local_zaken(urls: Sequence[str]) -> dict[str, Zaak]:
    """The zaken of this register among stored URLs, by URL."""
    resource = registry.for_model(Zaak)
    uuids = {url: resource.uuid_in(url.removeprefix(BASE)) for url in urls if url.startswith(BASE)}
    wanted = [uuid for uuid in uuids.values() if uuid]
    found = {zaak.uuid: zaak for zaak in Zaak.objects.filter(uuid__in=wanted)} if wanted else {}
    return {url: found[uuid] for url, uuid in uuids.items() if uuid in found}


def counterparts(zaak: Zaak, zaaktype: ZaakType) -> Iterator[tuple[Any, str, Any]]:
    """Every typed part of a zaak, the name of its type, and that type in another zaaktype; None if absent."""
    for model, name, kind, key in TYPED:
        rows = list(model.objects.filter(zaak=zaak).select_related(name).order_by("id"))
        kinds = (
            {getattr(found, key): found for found in kind.objects.filter(zaaktype=zaaktype)} if rows else {}
        )
        for row in rows:
            yield row, name, kinds.get(getattr(getattr(row, name), key))


def has_besluiten(zaken: Sequence[Zaak]) -> bool:
    """Whether a besluit belongs to one of the zaken."""
    return ZaakBesluit.objects.filter(zaak__in=zaken).exists()


def documents_outside(zaak: Zaak, zaaktype: ZaakType) -> Sequence[str]:
    """The kinds of the zaak's documents that do not belong to a zaaktype (zrc-017)."""
    allowed = ZaakTypeInformatieObjectType.objects.filter(zaaktype=zaaktype).values("informatieobjecttype")
    kind = "informatieobject__informatieobjecttype__omschrijving"
    linked = ZaakInformatieObject.objects.filter(zaak=zaak).exclude(**{f"{kind}__in": allowed})
    return sorted(set(linked.values_list(kind, flat=True)))


def next_numbers(bronorganisatie: str, jaar: int, count: int = 1) -> range:
    """The next numbers of an organisation and year, race-free by the counter's row lock (zrc-002)."""
    return numbers.next_numbers(ZaaknummerTeller, count, bronorganisatie=bronorganisatie, jaar=jaar)


def taken_among(bronorganisatie: str, identificaties: Sequence[str]) -> set[str]:
    """Which of these a zaak of the organisation has already."""

    def build() -> QuerySet[Zaak, Any]:
        slot = slot_for(Zaak, "bronorganisatie")
        found = Zaak.objects.filter(Among("identificatie", "identificaties"), bronorganisatie=slot)
        return found.order_by().values_list("identificatie")

    asked = {"bronorganisatie": bronorganisatie, "identificaties": identificaties}
    return {str(row[0]) for row in STATEMENTS.get((Zaak, "taken"), build).rows(asked)}


def reserveringen_of(identificatie: str) -> Sequence[ZaaknummerReservering]:
    """Every reservation of a number, of whichever organisation (2.7)."""
    return list(ZaaknummerReservering.objects.filter(identificatie=identificatie))


def is_taken(bronorganisatie: str, identificatie: str) -> bool:
    """Whether a zaak with this identificatie exists within the organisation (zrc-002)."""
    return exists(Zaak, bronorganisatie=bronorganisatie, identificatie=identificatie)


def eigenschappen_of(zaak: Zaak) -> list[tuple[str, date | datetime | str]]:
    """The case-specific properties by name, each value as what it is."""
    found = zaak.eigenschappen.order_by("naam").values_list("naam", "waarde", "eigenschap__specificatie")
    return [(naam, typed_value(waarde, specificatie)) for naam, waarde, specificatie in found]
