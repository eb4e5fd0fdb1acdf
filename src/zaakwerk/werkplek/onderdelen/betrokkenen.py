"""Betrokkenen: who has to do with a zaak, a page at a time."""

from typing import Any

from django.core.paginator import Paginator

from zaakwerk.werkplek import weergave
from zaakwerk.werkplek.bezoek import Bezoek

PAGE = 50


def count(bezoek: Bezoek) -> int:
    """How many there are."""
    return bezoek.zaak.rollen.count()


def show(bezoek: Bezoek) -> dict[str, Any]:
    """A page of them; each says whether the actor may change it."""
    page = Paginator(bezoek.zaak.rollen.order_by("id"), PAGE).get_page(bezoek.request.GET.get("page"))
    return {
        "page": page,
        "betrokkenen": [weergave.betrokkene(rol) for rol in page],
        "reden": bezoek.why_not_write,
    }
