"""Onderdelen: the sections of a dossier; each shows its part in a fixed number of statements."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.onderdelen import (
    besluiten,
    betrokkenen,
    documenten,
    notities,
    overzicht,
    relaties,
    taken,
    tijdlijn,
)


class Onderdeel(NamedTuple):
    """A section: its name in the address, what it is called, what it shows, and how much is in it."""

    naam: str
    label: str | Promise
    show: Callable[[Bezoek], dict[str, Any]]
    tel: Callable[[Bezoek], int] | None = None

    @property
    def template(self) -> str:
        """Its template."""
        return f"werkplek/dossier/{self.naam}.html"


ONDERDELEN = (
    Onderdeel("overzicht", _("Overzicht"), overzicht.show),
    Onderdeel("documenten", _("Documenten"), documenten.show, documenten.count),
    Onderdeel("taken", _("Taken"), taken.show, taken.count),
    Onderdeel("betrokkenen", _("Betrokkenen"), betrokkenen.show, betrokkenen.count),
    Onderdeel("besluiten", _("Besluiten"), besluiten.show, besluiten.count),
    Onderdeel("relaties", _("Relaties en plek"), relaties.show),
    Onderdeel("notities", _("Notities"), notities.show, notities.count),
    Onderdeel("tijdlijn", _("Tijdlijn"), tijdlijn.show),
)
OVERZICHT = ONDERDELEN[0]


def named(naam: str) -> Onderdeel:
    """The section of an address; the first one for a name that is none."""
    return next((one for one in ONDERDELEN if one.naam == naam), OVERZICHT)


def tabs(bezoek: Bezoek, current: Onderdeel) -> list[dict[str, Any]]:
    """The sections as links, with how much is in them."""
    return [
        {
            "label": one.label,
            "url": f"?tab={one.naam}",
            "current": one is current,
            "aantal": one.tel(bezoek) if one.tel else None,
        }
        for one in ONDERDELEN
    ]
