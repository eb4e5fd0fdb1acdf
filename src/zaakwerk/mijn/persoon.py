"""Persoon: who signed in to the portal, kept in its own session, and the actor that is."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from zaakwerk.zaken import queries
from zaakwerk.zaken.namen import known_name
from zaakwerk.zgw.actors import Actor, Person

SESSION_KEY = "persoon"
IDLE_SECONDS = 15 * 60
LOOPBACK = ("localhost", "127.0.0.1", "::1")
View = Callable[..., HttpResponseBase]


def is_simulation_allowed(request: HttpRequest) -> bool:
    """The simulated DigiD exists on loopback addresses only: the public URL's and the request's own."""
    public = urlsplit(settings.PUBLIC_URL).hostname if settings.PUBLIC_URL else None
    asked = urlsplit(f"//{request.get_host()}").hostname
    return asked in LOOPBACK and public in (None, *LOOPBACK)


def sign_in(request: HttpRequest, person: Person) -> None:
    """Starts a session of 15 idle minutes for a person."""
    request.session.cycle_key()
    request.session[SESSION_KEY] = list(person)
    request.session.set_expiry(IDLE_SECONDS)


def person_of(request: HttpRequest) -> Person | None:
    """Who signed in; nobody when the simulation is not allowed here."""
    kept = request.session.get(SESSION_KEY)
    if not kept or not is_simulation_allowed(request):
        return None
    request.session.modified = True  # every page starts the idle time anew
    return Person(*kept)


def actor_of(person: Person) -> Actor:
    """The actor a citizen or company is."""
    return Actor(applicatie_id="mijn", applicatie_weergave="Mijn zaken", person=person)


def persoon_view(view: View) -> View:
    """A view for whoever signed in; it gets the actor as second argument."""

    @wraps(view)
    def with_actor(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        person = person_of(request)
        if person is None:
            return redirect(f"{reverse('mijn:inloggen')}?{urlencode({'next': request.path})}")
        return view(request, actor_of(person), *args, **kwargs)

    return with_actor


def name_of(person: Person) -> str:
    """The name the register has for a person; empty when it has none."""
    rol = queries.rollen_of(person).order_by("-id").first()
    return known_name(rol) if rol else ""
