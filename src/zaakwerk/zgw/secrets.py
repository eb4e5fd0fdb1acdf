"""Secrets: shared secrets are kept encrypted with the installation's key."""

import base64
import hashlib
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


@lru_cache(maxsize=4)
def cipher(key: str) -> Fernet:
    """The cipher for a secret key."""
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"zaakwerk.secrets:" + key.encode()).digest()))


def encrypt(text: str) -> str:
    """Text as it may stand in the database."""
    return cipher(settings.SECRET_KEY).encrypt(text.encode()).decode()


@lru_cache(maxsize=1024)
def decrypt(text: str) -> str:
    """The text again; empty when it was made with another key."""
    try:
        return cipher(settings.SECRET_KEY).decrypt(text.encode()).decode()
    except InvalidToken:
        return ""
