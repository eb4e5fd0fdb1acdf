"""Questions about besluiten that commands, rules, faces and the register of zaken ask."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Now

from zaakwerk.besluiten import scopes
from zaakwerk.besluiten.models import Besluit, BesluitInformatieObject, BesluitnummerTeller
from zaakwerk.catalogi.models import ZaakType
from zaakwerk.documenten import queries as documenten
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zaken import queries as zaken
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import Actor, Person, Target
from zaakwerk.zgw.instances import exists
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.numbers import next_numbers
from zaakwerk.zgw.problems import Forbidden
from zaakwerk.zgw.reach import Reach


def visible_to_person(person: Person, via: str) -> Q:
    """What a citizen or company sees: of the zaken they see, the besluiten that were sent or published."""
    is_known = Q(**{f"{via}verzenddatum__lte": Now()}) | Q(**{f"{via}publicatiedatum__lte": Now()})
    return is_known & zaken.visible_to_person(person, f"{via}zaak__")


# Only the type counts: a besluit has no confidentiality of its own (1.4.4).
REACH = Reach("brc", "besluittype", type_name="omschrijving", person=visible_to_person)


def visible_to(actor: Actor) -> QuerySet[Besluit]:
    """Every besluit the actor may read, newest first; raises Forbidden without any right to read them."""
    predicate = REACH.visible_to(actor, scopes.LEZEN)
    found = Besluit.objects.select_related("besluittype").order_by("-datum", "-id")
    return found if predicate is None else found.filter(predicate)


def besluiten_of(zaak: Zaak, actor: Actor | None = None) -> Sequence[Besluit]:
    """The besluiten of a zaak, newest first, with besluittype and `informatieobjecten`; in two statements.

    With an actor only what they may read, also of the documents; without one everything, whoever asks.
    """
    documents = documenten.documents() if actor is None else documents_for(actor)
    try:
        found = visible_to(actor) if actor else Besluit.objects.select_related("besluittype")
    except Forbidden:
        return []
    found = found.filter(zaak=zaak).order_by("-datum", "-id")
    return list(found.prefetch_related(Prefetch("informatieobjecten", documents)))


def documents_for(actor: Actor) -> QuerySet[EnkelvoudigInformatieObject]:
    """The documents an actor may read; none without any right, of a citizen what the portal shows."""
    if actor.person is not None:
        return documenten.documents().filter(documenten.FOR_PORTAL)
    try:
        return documenten.visible_to(actor)
    except Forbidden:
        return EnkelvoudigInformatieObject.objects.none()


def target_of(besluit: Besluit) -> Target:
    """What rights on a besluit and everything below it depend on (1.4.4)."""
    return Target("brc", besluit.besluittype.uuid, besluit.besluittype.omschrijving)


def is_taken(organisatie: str, identificatie: str) -> bool:
    """Whether the organisation has a besluit with this identificatie (brc-002)."""
    return exists(Besluit, verantwoordelijke_organisatie=organisatie, identificatie=identificatie)


def is_linked(besluit: Besluit, document: EnkelvoudigInformatieObject) -> bool:
    """Whether the document belongs to the besluit already (brc-005)."""
    return exists(BesluitInformatieObject, besluit=besluit.pk, informatieobject=document.pk)


def next_number(organisatie: str, jaar: int) -> int:
    """The next sequence number of an organisation and year (brc-002)."""
    return next_numbers(BesluitnummerTeller, verantwoordelijke_organisatie=organisatie, jaar=jaar)[0]


def concerns(besluit: str, zaak: Zaak) -> bool:
    """Whether a stored URL is that of a besluit of the zaak (brc-006); a question of the room of zaken."""
    uuid = (
        registry.for_model(Besluit).uuid_in(besluit.removeprefix(BASE)) if besluit.startswith(BASE) else None
    )
    return uuid is not None and Besluit.objects.filter(uuid=uuid, zaak=zaak).exists()


def types_outside(zaak: Zaak, zaaktype: ZaakType) -> Sequence[str]:
    """The types of besluiten of the zaak that have no place in a zaaktype (brc-007); a question of zaken."""
    taken = Besluit.objects.filter(zaak=zaak)
    fitting = Q(
        besluittype__catalogus=zaaktype.catalogus_id, besluittype__omschrijving__in=zaaktype.besluittypen
    )
    return sorted(set(taken.exclude(fitting).values_list("besluittype__omschrijving", flat=True)))


def dates(zaak: Zaak, name: str) -> Sequence[date | None]:
    """`ingangsdatum` or `vervaldatum` of every besluit of the zaak (3.3); a question of the room of zaken."""
    return list(Besluit.objects.filter(zaak=zaak).values_list(name, flat=True))
