"""Tweede factor: codes of an app (TOTP, RFC 6238), recovery codes, and who must have one."""

import base64
import hashlib
import hmac
import secrets as tokens
import time
from collections.abc import Sequence
from urllib.parse import quote, urlencode, urlsplit

from django.conf import settings
from django.db import transaction
from django_otp.oath import hotp

from zaakwerk.autorisaties import accounts, scopes
from zaakwerk.autorisaties.models import Herstelcode, Medewerker, TweedeFactor
from zaakwerk.zgw import clock, secrets

STEP, DIGITS, TOLERANCE = 30, 6, 1
SECRET_BYTES, RECOVERY_CODES = 20, 10
# Without letters and digits that look alike.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
LOCAL = ("localhost", "127.0.0.1", "::1")


def must_have(medewerker: Medewerker, host: str) -> bool:
    """Who manages rights signs in with a second factor.

    Only accounts of the demo municipality on this machine itself do without: their password is public.
    """
    if medewerker.is_voorbeeld and urlsplit(f"//{host}").hostname in LOCAL:
        return False
    return medewerker.is_staff or accounts.actor_of(medewerker).may_any("ac", scopes.BIJWERKEN)


def of(medewerker: Medewerker) -> TweedeFactor | None:
    """The second factor of an employee, or None."""
    return TweedeFactor.objects.filter(medewerker=medewerker).first()


def make_secret() -> str:
    """A new secret as apps read it: base32."""
    return base64.b32encode(tokens.token_bytes(SECRET_BYTES)).decode()


def address_of(secret: str, medewerker: Medewerker) -> str:
    """What the QR code says to the app."""
    label = quote(f"Zaakwerk:{medewerker.username}")
    return f"otpauth://totp/{label}?" + urlencode({"secret": secret, "issuer": "Zaakwerk"})


def step_of(secret: str, code: str, after: int = 0) -> int | None:
    """The time step a code belongs to, when it is right and later than the last one used."""
    digits = "".join(code.split())
    if not (digits.isascii() and digits.isdigit() and len(digits) == DIGITS):
        return None
    key, current = base64.b32decode(secret), int(time.time()) // STEP
    steps = range(max(current - TOLERANCE, after + 1), current + TOLERANCE + 1)
    right = (step for step in steps if hmac.compare_digest(f"{hotp(key, step, DIGITS):06d}", digits))
    return next(right, None)


def set_up(medewerker: Medewerker, secret: str, step: int) -> Sequence[str]:
    """Keeps the secret and gives new recovery codes, which are shown once."""
    with transaction.atomic():
        TweedeFactor.objects.update_or_create(
            medewerker=medewerker,
            defaults={"geheim": secrets.encrypt(secret), "laatste_stap": step, "ingesteld_op": clock.now()},
        )
        return renew_recovery_codes(medewerker)


def renew_recovery_codes(medewerker: Medewerker) -> Sequence[str]:
    """Ten new codes instead of the old ones."""
    codes = [make_recovery_code() for _ in range(RECOVERY_CODES)]
    with transaction.atomic():
        Herstelcode.objects.filter(medewerker=medewerker).delete()
        Herstelcode.objects.bulk_create(
            Herstelcode(medewerker=medewerker, afdruk=print_of(code)) for code in codes
        )
    return codes


def make_recovery_code() -> str:
    """A code of ten characters in two halves: too many to guess, short enough to type."""
    letters = "".join(tokens.choice(ALPHABET) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"


def print_of(code: str) -> str:
    """What is kept of a recovery code."""
    plain = "".join(code.lower().replace("-", "").split())
    return hmac.new(settings.SECRET_KEY.encode(), f"herstelcode:{plain}".encode(), hashlib.sha256).hexdigest()


def accepts(medewerker: Medewerker, code: str) -> bool:
    """Whether a code of the app or a recovery code is right; either counts once."""
    factor = of(medewerker)
    if factor is None:
        return False
    step = step_of(secrets.decrypt(factor.geheim), code, factor.laatste_stap)
    if step is not None:
        later = TweedeFactor.objects.filter(pk=factor.pk, laatste_stap__lt=step)
        return later.update(laatste_stap=step) == 1
    used, _ = Herstelcode.objects.filter(medewerker=medewerker, afdruk=print_of(code)).delete()
    return used > 0
