"""Documenten: the documents of a zaak the actor may see, a page at a time."""

from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext

from zaakwerk.documenten import queries
from zaakwerk.werkplek import weergave
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.zgw.problems import Forbidden

PAGE = 50


def visible(bezoek: Bezoek) -> Any:
    """What the actor may see of them; none without the right to read documents."""
    try:
        return queries.linked_to(bezoek.zaak.uuid, bezoek.actor)
    except Forbidden:
        return queries.documents().none()


def count(bezoek: Bezoek) -> int:
    """How many there are."""
    total: int = visible(bezoek).order_by().count()
    return total


def show(bezoek: Bezoek) -> dict[str, Any]:
    """A page of them, and adding one."""
    page = Paginator(visible(bezoek), PAGE).get_page(bezoek.request.GET.get("page"))
    reason = bezoek.why_not_write
    return {
        "page": page,
        "documenten": [weergave.document(paper, bezoek.zaak) for paper in page],
        "document_toevoegen": {
            "text": gettext("Voeg document toe"),
            "url": "" if reason else reverse("werkplek:document_toevoegen", args=[bezoek.zaak.uuid]),
            "reason": reason,
        },
    }
