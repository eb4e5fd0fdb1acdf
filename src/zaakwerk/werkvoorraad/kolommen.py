"""Kolommen: which columns a list of zaken can have, in order, and which it has unless somebody chose."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.werkvoorraad.models import Weergave


class Kolom(NamedTuple):
    """One column: its key in addresses and tables, and its heading."""

    key: str
    kop: Any
    is_usual: bool = True


# The zaak itself and its term are always there: without them a row says nothing.
KOLOMMEN = (
    Kolom("verwacht", _("Wat te doen")),
    Kolom("zaaktype", _("Zaaktype")),
    Kolom("status", _("Stap")),
    Kolom("initiator", _("Aanvrager")),
    Kolom("behandelaar", _("Behandelaar")),
    Kolom("wacht", _("Wacht op"), is_usual=False),
    Kolom("gebeurtenis", _("Laatste gebeurtenis")),
    Kolom("startdatum", _("Gestart"), is_usual=False),
    Kolom("team", _("Team"), is_usual=False),
)
KEYS = tuple(kolom.key for kolom in KOLOMMEN)
USUAL = tuple(kolom.key for kolom in KOLOMMEN if kolom.is_usual)


class Voorkeur(NamedTuple):
    """What somebody chose, or the usual."""

    kolommen: tuple[str, ...] = USUAL
    is_compact: bool = False
    is_chosen: bool = False


def known(keys: Iterable[str]) -> list[str]:
    """The keys that are columns, in their order."""
    asked = set(keys)
    return [key for key in KEYS if key in asked]


def chosen_by(medewerker: Medewerker) -> Voorkeur:
    """What an employee chose."""
    found = Weergave.objects.filter(medewerker=medewerker).first()
    return Voorkeur(tuple(found.kolommen), found.is_compact, True) if found else Voorkeur()
