"""Concepten: what somebody is typing, kept on the server so that a lost session or browser loses nothing.

A form carries a proof of whose draft it is. So it can be kept even when the session ended meanwhile, and
whoever signs in next in the same browser sees nothing of it. Files and secrets are never kept.
"""

import json
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from cryptography.fernet import InvalidToken
from django import forms
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from zaakwerk.werkplek.models import Concept
from zaakwerk.werkplek.toegang import medewerker_view
from zaakwerk.zgw import clock
from zaakwerk.zgw.secrets import cipher, encrypt

KEPT = timedelta(days=30)
# A form left open longer than a working day and a night is not believed any more.
PROOF_SECONDS = 24 * 3600
SALT = "zaakwerk.werkplek.concepten"
NOT_KEPT = {"csrfmiddlewaretoken", "concept", "terug", "password", "inhoud"}
MOST_CHARACTERS = 200_000
View = Callable[..., HttpResponseBase]
Velden = dict[str, list[str]]


@dataclass(frozen=True)
class Blad:
    """The draft of one form of one person: its proof, and what was put back into it."""

    medewerker: int
    sleutel: str
    velden: Velden = field(default_factory=dict)
    bijgewerkt: datetime | None = None

    @property
    def bewijs(self) -> str:
        """What the form carries: whose draft this is."""
        return signing.dumps([self.medewerker, self.sleutel], salt=SALT)

    def fill(self, form: forms.Form, *, but: Container[str] = ()) -> None:
        """Puts what was typed into a form that was not sent; `but` names what the page knows better."""
        if form.is_bound:
            return
        for name, values in self.velden.items():
            found = form.fields.get(name)
            if found is not None and name not in but:
                many = isinstance(found, forms.MultipleChoiceField)
                form.initial[name] = values if many else values[-1]

    def get(self, name: str) -> str:
        """One value that was put back; empty when there is none."""
        return (self.velden.get(name) or [""])[-1]

    def done(self) -> None:
        """The form was sent and took effect: the draft goes."""
        Concept.objects.filter(medewerker=self.medewerker, sleutel=self.sleutel).delete()


def of(request: HttpRequest, sleutel: str) -> Blad:
    """The draft of the signed-in person for a form, empty when there is none."""
    user: Any = request.user
    found = Concept.objects.filter(medewerker=user.pk, sleutel=sleutel).first()
    if found is None:
        return Blad(user.pk, sleutel)
    return Blad(user.pk, sleutel, opened(found.inhoud), found.bijgewerkt)


def opened(inhoud: str) -> Velden:
    """The fields of a draft; nothing when it was written under another key."""
    try:
        velden: Velden = json.loads(cipher(settings.SECRET_KEY).decrypt(inhoud.encode()))
    except InvalidToken:
        return {}
    return velden


def keep(medewerker: int, sleutel: str, velden: Velden) -> None:
    """Writes a draft, and clears away what is older than a month."""
    text = json.dumps(velden)
    if len(text) > MOST_CHARACTERS:
        return
    moment = clock.now()
    kept = Concept(medewerker_id=medewerker, sleutel=sleutel, inhoud=encrypt(text), bijgewerkt=moment)
    Concept.objects.bulk_create(
        [kept],
        update_conflicts=True,
        unique_fields=["medewerker", "sleutel"],
        update_fields=["inhoud", "bijgewerkt"],
    )
    Concept.objects.filter(bijgewerkt__lt=moment - KEPT).delete()


def keep_sent(request: HttpRequest) -> bool:
    """Keeps the fields of a request as the draft its proof names; False without a valid proof."""
    proof = proven(request)
    user: Any = request.user
    if proof is None or (user.is_authenticated and user.pk != proof[0]):
        return False
    medewerker, sleutel = proof
    keep(medewerker, sleutel, {name: values for name, values in request.POST.lists() if name not in NOT_KEPT})
    return True


def proven(request: HttpRequest) -> tuple[int, str] | None:
    """Whose draft a request carries, and of which form; None without a valid proof."""
    try:
        medewerker, sleutel = signing.loads(request.POST.get("concept", ""), salt=SALT, max_age=PROOF_SECONDS)
    except signing.BadSignature:
        return None
    return medewerker, sleutel


def key_in(request: HttpRequest) -> str:
    """Which form the draft in a request is of; empty when it is nobody's, or somebody else's."""
    proof, user = proven(request), request.user
    return proof[1] if proof and user.pk == proof[0] else ""


def form_view(view: Callable[..., HttpResponseBase]) -> View:
    """A view of a form: what is sent after the session ended is kept before signing in is asked."""
    guarded = medewerker_view(view)

    @wraps(view)
    def with_draft(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and not request.user.is_authenticated:
            keep_sent(request)
        return guarded(request, *args, **kwargs)

    return with_draft
