"""Questions about the frame: the stand of one zaak or of many, for a constant number of statements."""

from collections.abc import Sequence

from django.db.models import prefetch_related_objects

from zaakwerk.kader.beantwoording import facts
from zaakwerk.kader.bezit import Bezit, bezittingen
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
