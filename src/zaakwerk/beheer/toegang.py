"""Toegang: from a signed-in employee to an operator, and from a uuid to an applicatie."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from zaakwerk.autorisaties import accounts, scopes
from zaakwerk.autorisaties.models import Applicatie
from zaakwerk.autorisaties.sessies import signed_in
from zaakwerk.zgw.actors import Target

View = Callable[..., HttpResponseBase]


def operator_view(view: Callable[..., HttpResponseBase]) -> View:
    """A view for who manages rights (role functioneel beheerder); it gets the actor as second argument."""

    @wraps(view)
    def with_actor(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user: Any = request.user
        actor = accounts.actor_of(user)
        reason = actor.why_not(scopes.BIJWERKEN, Target("ac"))
        if reason:
            raise PermissionDenied(
                gettext("U mag medewerkers, applicaties en hun rechten niet beheren. %(reden)s")
                % {"reden": reason}
            )
        return view(request, actor, *args, **kwargs)

    guarded: View = never_cache(signed_in(with_actor))
    return guarded


def find_applicatie(uuid: UUID) -> Applicatie:
    """The applicatie; 404 when unknown."""
    return get_object_or_404(Applicatie, uuid=uuid)
