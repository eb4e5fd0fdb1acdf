"""Besluiten: what was decided in the zaak."""

from typing import Any

from zaakwerk.werkplek.bezoek import Bezoek


def count(bezoek: Bezoek) -> int:
    """How many there are."""
    return bezoek.zaak.zaakbesluiten.count()


def show(bezoek: Bezoek) -> dict[str, Any]:
    """The newest first."""
    return {"besluiten": []}
