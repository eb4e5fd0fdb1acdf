"""Context: what templates of every face may show; the accounts of the demo, only where the demo is."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext

from zaakwerk.demo import load
from zaakwerk.demo.accounts import ACCOUNTS, DESK


def demo_accounts(request: HttpRequest) -> dict[str, Any]:
    """The demo employees with their password; nothing in a database without the demo."""
    return {"voorbeeldaccounts": SimpleLazyObject(accounts)}


def accounts() -> list[dict[str, str]]:
    """The accounts of the desk as the sign-in page shows them."""
    if not load.is_loaded():
        return []
    return [
        {
            "naam": found.naam,
            "rol": gettext(found.rol),
            "gebruikersnaam": found.nummer,
            "wachtwoord": found.wachtwoord,
        }
        for found in ACCOUNTS
        if found.plaats == DESK
    ]
