"""Toegang: from a signed-in employee to their actor, and from a uuid to a zaak they may see."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext

from zaakwerk.autorisaties import accounts, wie
from zaakwerk.autorisaties.mag import Besluit, mag
from zaakwerk.autorisaties.models import Groep
from zaakwerk.autorisaties.sessies import signed_in
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zgw.actors import Actor

View = Callable[..., HttpResponseBase]
ROLE = "behandelaar"


class GeenToegang(PermissionDenied):
    """A zaak out of reach; `context` is all that its page may tell."""

    def __init__(self, reden: str, **context: Any) -> None:
        super().__init__(reden)
        self.context = context


def medewerker_view(view: Callable[..., HttpResponseBase]) -> View:
    """A view for signed-in employees; it gets the actor as second argument."""

    @wraps(view)
    def with_actor(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user: Any = request.user
        return view(request, accounts.actor_of(user), *args, **kwargs)

    return signed_in(with_actor)


def find_zaak(actor: Actor, uuid: UUID) -> Zaak:
    """The zaak with type, status and resultaat; 404 when unknown, 403 with the reason when out of reach."""
    related = ("zaaktype", "status__statustype", "resultaat__resultaattype", "hoofdzaak")
    zaak = Zaak.objects.select_related(*related).filter(uuid=uuid).first()
    if zaak is None:
        raise Http404
    besluit = decide(actor, "lezen", zaak)
    if not besluit.toegestaan:
        no_role = gettext("U hebt geen rol waarmee u zaken ziet.")
        reden = no_role if besluit.regel == "rol" else besluit.reden
        words = gettext("U mag deze zaak niet zien. %(reden)s") % {"reden": reden}
        shown = {} if besluit.regel == "afscherming" else what_to_tell(zaak)
        raise GeenToegang(words, **shown)
    return zaak


def what_to_tell(zaak: Zaak) -> dict[str, Any]:
    """What somebody without access may know: number, zaaktype and team, and where to ask."""
    known = {"identificatie": zaak.identificatie, "zaaktype": zaak.zaaktype, "team": team_of(zaak)}
    return {"zaak": known, "toegang_url": reverse("werkplek:toegang_vragen", args=[zaak.uuid])}


def decide(actor: Actor, actie: str, zaak: Zaak) -> Besluit:
    """Whether the actor may do this with the zaak (a key of `autorisaties.mag.ACTIES`), and why not."""
    return mag(actor, actie, queries.target_of(zaak), zaak.is_closed)


def why_not(actor: Actor, actie: str, zaak: Zaak) -> str:
    """Why the actor may not, with the roles that can and the team to ask; empty when they may."""
    besluit = decide(actor, actie, zaak)
    return wie.with_address(besluit, actie, queries.target_of(zaak), zaak.is_closed)


def behandelaar_of(zaak: Zaak) -> str:
    """The username of the behandelaar who came last; empty when that is nobody of ours."""
    found = Rol.objects.filter(zaak=zaak, omschrijving_generiek=ROLE, betrokkene_type="medewerker")
    return found.order_by("-id").values_list("identificatie", flat=True).first() or ""


def team_of(zaak: Zaak) -> str:
    """The team of the behandelaar, else who the zaaktype says is responsible."""
    found = Groep.objects.filter(leden__username=behandelaar_of(zaak)).order_by("naam")
    return found.values_list("naam", flat=True).first() or zaak.zaaktype.verantwoordelijke


def behandelt(actor: Actor, zaak: Zaak) -> bool:
    """Whether the actor is the behandelaar."""
    return bool(actor.gebruiker_id) and behandelaar_of(zaak) == actor.gebruiker_id
