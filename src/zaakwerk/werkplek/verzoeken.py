"""Verzoeken: who asks to see a zaak, for those who may decide about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from zaakwerk.autorisaties.commands import may_decide
from zaakwerk.autorisaties.models import Zaakrecht
from zaakwerk.werkplek.toegang import ROLE
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zgw.actors import Actor

MOST = 200


@dataclass(frozen=True)
class Verzoek:
    """A request with its zaak, and whether who looks is the behandelaar."""

    recht: Zaakrecht
    zaak: Zaak
    behandelt: bool


def open_requests(actor: Actor) -> Sequence[Verzoek]:
    """The waiting requests the actor may decide, oldest first, in three statements."""
    waiting = Zaakrecht.objects.filter(soort=Zaakrecht.TOEGANG, staat=Zaakrecht.GEVRAAGD)
    return decidable(actor, list(waiting.select_related("medewerker").order_by("id")[:MOST]))


def find(actor: Actor, uuid: UUID) -> Verzoek:
    """One request the actor may decide; 404 for every other."""
    found = decidable(actor, list(Zaakrecht.objects.select_related("medewerker").filter(uuid=uuid)))
    if not found:
        raise Http404
    return found[0]


def decidable(actor: Actor, rechten: Sequence[Zaakrecht]) -> Sequence[Verzoek]:
    """Those about a zaak of which the actor decides who sees it."""
    zaken = {
        zaak.uuid: zaak
        for zaak in Zaak.objects.select_related("zaaktype").filter(uuid__in=[r.zaak for r in rechten])
    }
    mine = behandeld_door(actor.gebruiker_id, list(zaken.values()))
    known = [(recht, zaken[recht.zaak]) for recht in rechten if recht.zaak in zaken]
    return [
        Verzoek(recht, zaak, zaak.pk in mine)
        for recht, zaak in known
        if not may_decide(actor, queries.target_of(zaak), zaak.pk in mine)
    ]


def behandeld_door(username: str, zaken: Sequence[Zaak]) -> set[int]:
    """Which of the zaken somebody handles: those whose behandelaar who came last they are."""
    found = Rol.objects.filter(zaak__in=zaken, omschrijving_generiek=ROLE, betrokkene_type="medewerker")
    last = dict(found.order_by("id").values_list("zaak_id", "identificatie"))
    return {pk for pk, name in last.items() if name and name == username}
