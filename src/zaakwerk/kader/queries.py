"""Questions about the frame: the stand of one zaak or of many, for a constant number of statements."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import prefetch_related_objects

from zaakwerk.catalogi.models import (
    InformatieObjectType,
    RolType,
    ZaakType,
    ZaakTypeInformatieObjectType,
)
from zaakwerk.kader.beantwoording import facts
from zaakwerk.kader.bezit import Bezit, bezittingen
from zaakwerk.kader.controle import TeControleren
from zaakwerk.kader.evaluatie import evaluate
from zaakwerk.kader.feiten import IEDEREEN, Bevoegdheid, Feiten
from zaakwerk.kader.stand import Stand
from zaakwerk.kader.vragen import inrichtingen
from zaakwerk.zaken import queries as zaken_queries
from zaakwerk.zaken import scopes
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.actors import Actor


def stand_of(zaak: Zaak, actor: Actor | None = None) -> Stand:
    """Where a zaak stands for an actor; without one only what the zaak itself lacks counts."""
    return evaluate(facts_of(zaak, actor))


def standen_of(zaken: Sequence[Zaak], actor: Actor | None = None) -> dict[int, Stand]:
    """Where each zaak stands, by pk."""
    return {pk: evaluate(facts) for pk, facts in gather(zaken, actor).items()}


def facts_of(zaak: Zaak, actor: Actor | None = None) -> Feiten:
    """Everything the evaluator looks at in one zaak."""
    return gather([zaak], actor)[zaak.pk]


def gather(zaken: Sequence[Zaak], actor: Actor | None = None) -> dict[int, Feiten]:
    """As `facts_of`, for many zaken by pk: at most twenty-one statements."""
    if not zaken:
        return {}
    prefetch_related_objects(list(zaken), "zaaktype")
    asked = inrichtingen({zaak.zaaktype_id for zaak in zaken})
    owned = bezittingen({zaak.pk for zaak in zaken}, actor)
    return {
        zaak.pk: facts(
            asked[zaak.zaaktype_id], owned[zaak.pk], may(actor, zaak, owned[zaak.pk]) if actor else IEDEREEN
        )
        for zaak in zaken
    }


def te_controleren(zaaktypen: Sequence[ZaakType]) -> dict[int, TeControleren]:
    """What the check of a frame looks at, per zaaktype by pk: ten statements however many there are."""
    pks = [zaaktype.pk for zaaktype in zaaktypen]
    asked = inrichtingen(pks)
    documenten, rollen, catalogus = defaultdict(set), defaultdict(set), defaultdict(set)
    for pk, naam in ZaakTypeInformatieObjectType.objects.filter(zaaktype__in=pks).values_list(
        "zaaktype", "informatieobjecttype"
    ):
        documenten[pk].add(naam)
    for pk, generiek in RolType.objects.filter(zaaktype__in=pks).values_list(
        "zaaktype", "omschrijving_generiek"
    ):
        rollen[pk].add(generiek)
    own = {zaaktype.catalogus_id for zaaktype in zaaktypen}
    for pk, naam in InformatieObjectType.objects.filter(catalogus__in=own).values_list(
        "catalogus", "omschrijving"
    ):
        catalogus[pk].add(naam)
    return {
        zaaktype.pk: TeControleren(
            inrichting=asked[zaaktype.pk],
            documenttypen=frozenset(documenten[zaaktype.pk]),
            catalogus=frozenset(catalogus[zaaktype.catalogus_id]),
            besluittypen=frozenset(zaaktype.besluittypen),
            deelzaaktypen=frozenset(zaaktype.deelzaaktypen),
            rollen=frozenset(rollen[zaaktype.pk]),
        )
        for zaaktype in zaaktypen
    }


def may(actor: Actor, zaak: Zaak, bezit: Bezit) -> Bevoegdheid:
    """What an actor may with a zaak, by the same scopes as setting a status (2.4, C-40)."""
    target = zaken_queries.target_of(zaak)
    first = scopes.AANMAKEN if bezit.status is None else frozenset()
    return Bevoegdheid(
        zetten=actor.why_not(scopes.STATUSSEN_TOEVOEGEN | scopes.HEROPENEN | first, target),
        heropenen=actor.why_not(scopes.HEROPENEN, target),
        rollen=frozenset(bezit.rollen),
        gaat_boven_rol=actor.may(scopes.GEFORCEERD_BIJWERKEN, target),
    )
