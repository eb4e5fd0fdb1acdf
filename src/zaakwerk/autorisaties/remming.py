"""Remming: whoever guesses passwords or codes waits longer and longer; nobody can lock out somebody else.

A failure counts in the place it came from. A browser that signed in to the account before has a place of its
own, which strangers cannot fill; unknown browsers share one per account and address, and one per account.
"""

import hashlib
import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.signing import BadSignature, Signer
from django.db.models import F
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from zaakwerk.autorisaties.models import Medewerker, Mislukking
from zaakwerk.zgw import clock

LOG = logging.getLogger(__name__)
COOKIE = "zaakwerk_bekend"
COOKIE_AGE = timedelta(days=365)
FREE, FREE_PER_ACCOUNT = 5, 50
LONGEST = timedelta(minutes=15)
REMEMBERED = timedelta(days=1)
SIGNER = Signer(salt="zaakwerk.autorisaties.remming")


class Plek(NamedTuple):
    """One place where failures count: its key, and how many are free of waiting."""

    sleutel: str
    vrij: int = FREE


def digest(*parts: str) -> str:
    """A key that tells nobody which name was tried."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def places(request: HttpRequest, name: str) -> list[Plek]:
    """Where a failure to sign in with this name counts."""
    account = name.strip().lower()
    if knows_browser(request, account):
        return [Plek(digest("bekend", account, request.COOKIES[COOKIE]))]
    address = request.META.get("REMOTE_ADDR", "")
    return [
        Plek(digest("onbekend", account, address)),
        Plek(digest("onbekend", account), FREE_PER_ACCOUNT),
    ]


def code_places(medewerker: Medewerker) -> list[Plek]:
    """Where a wrong code counts: only who knows the password gets as far."""
    return [Plek(digest("code", str(medewerker.pk)))]


def knows_browser(request: HttpRequest, account: str) -> bool:
    """Whether this browser signed in to the account before."""
    try:
        return SIGNER.unsign(request.COOKIES.get(COOKIE, "")) == account
    except BadSignature:
        return False


def remember_browser(response: HttpResponseBase, medewerker: Medewerker, is_secure: bool) -> None:
    """Marks the browser as one that signed in to this account."""
    mark = SIGNER.sign(medewerker.username.lower())
    response.set_cookie(
        COOKIE, mark, max_age=COOKIE_AGE, secure=is_secure, httponly=True, samesite="Lax", path="/werk/"
    )


def seconds_to_wait(where: Iterable[Plek], now: datetime) -> int:
    """How long until the next try counts; 0 for now."""
    free = {found.sleutel: found.vrij for found in where}
    rows = Mislukking.objects.filter(sleutel__in=free, aantal__gte=min(free.values()))
    waits = [row.laatste + pause(row.aantal - free[row.sleutel]) - now for row in rows]
    return max([0, *(int(wait.total_seconds()) + 1 for wait in waits if wait > timedelta(0))])


def pause(beyond: int) -> timedelta:
    """The pause after so many failures beyond the free ones: twice as long every time."""
    return timedelta(0) if beyond < 0 else min(timedelta(seconds=2 ** min(beyond, 12)), LONGEST)


def note_failure(where: Iterable[Plek], now: datetime) -> None:
    """Counts a failure in every place, and forgets those of before yesterday."""
    for found in where:
        Mislukking.objects.get_or_create(sleutel=found.sleutel, defaults={"laatste": now})
        Mislukking.objects.filter(sleutel=found.sleutel).update(aantal=F("aantal") + 1, laatste=now)
    Mislukking.objects.filter(laatste__lt=now - REMEMBERED).delete()


def note_success(where: Iterable[Plek]) -> None:
    """Forgets the failures of these places."""
    Mislukking.objects.filter(sleutel__in=[found.sleutel for found in where]).delete()


def log_attempt(name: str, outcome: str) -> None:
    """One line per attempt; a name nobody has may be a password in the wrong field and stays unsaid."""
    known = Medewerker.objects.filter(username=name).exists()
    LOG.info("sign-in of %s: %s", name if known else "an unknown name", outcome)


def now() -> datetime:
    """The moment attempts are judged by."""
    return clock.now()
