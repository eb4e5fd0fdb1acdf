"""Taken: what is asked of somebody within the zaak."""

from typing import Any

from zaakwerk.werkplek.bezoek import Bezoek


def count(bezoek: Bezoek) -> int:
    """How many are open."""
    return 0


def show(bezoek: Bezoek) -> dict[str, Any]:
    """The open ones first."""
    return {"taken": []}
