"""Toegang: from a signed-in employee to their actor, and from a uuid to a zaak they may see."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext

from zaakwerk.autorisaties import accounts
from zaakwerk.zaken import queries, scopes
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.actors import Actor

View = Callable[..., HttpResponseBase]
ROLE = "behandelaar"


def medewerker_view(view: Callable[..., HttpResponseBase]) -> View:
    """A view for signed-in employees; it gets the actor as second argument."""

    @wraps(view)
    def with_actor(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user: Any = request.user
        return view(request, accounts.actor_of(user), *args, **kwargs)

    guarded: View = login_required(with_actor)
    return guarded


def find_zaak(actor: Actor, uuid: UUID) -> Zaak:
    """The zaak with type, status and resultaat; 404 when unknown, 403 with the reason when out of reach."""
    related = ("zaaktype", "status__statustype", "resultaat__resultaattype", "hoofdzaak")
    zaak = Zaak.objects.select_related(*related).filter(uuid=uuid).first()
    if zaak is None:
        raise Http404
    reason = actor.why_not(scopes.LEZEN, queries.target_of(zaak))
    if reason:
        raise PermissionDenied(gettext("U mag deze zaak niet zien. %(reden)s") % {"reden": reason})
    return zaak
