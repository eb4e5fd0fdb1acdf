"""The zaken of whoever signed in; what they may not see does not exist for them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from zaakwerk.design.words import in_words
from zaakwerk.documenten import downloads
from zaakwerk.documenten import queries as documenten
from zaakwerk.kader.frame import Frame
from zaakwerk.mijn import persoon, weergave
from zaakwerk.zaken import inzage, queries
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.actors import Actor

RELATED = ("zaaktype", "status__statustype", "resultaat__resultaattype")
MOST = 200


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The portal opens on the overview."""
    return redirect("mijn:zaken")


def common(actor: Actor) -> dict[str, Any]:
    """What every page of the portal shows."""
    name = persoon.name_of(actor.person) if actor.person else ""
    return {
        "organisatie": weergave.organisatie(),
        "persoon": {"naam": name},
        "zaken_url": reverse("mijn:zaken"),
    }


@require_safe
@persoon.persoon_view
def overzicht(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Running and finished zaken, newest first."""
    found = queries.visible_to(actor).select_related(*RELATED)
    running = found.filter(einddatum=None).order_by("-startdatum", "-id")[:MOST]
    finished = found.exclude(einddatum=None).order_by("-einddatum", "-id")[:MOST]
    context = {
        **common(actor),
        "lopend": [weergave.row(zaak) for zaak in running],
        "afgerond": [weergave.row(zaak) for zaak in finished],
    }
    return render(request, "mijn/zaken.html", context)


def find(actor: Actor, uuid: UUID) -> Zaak:
    """The zaak, when it is theirs; somebody else's looks the same as none."""
    zaak = queries.visible_to(actor).select_related(*RELATED).filter(uuid=uuid).first()
    if zaak is None:
        raise Http404
    return zaak


@require_safe
@persoon.persoon_view
def zaak(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Where one zaak stands, what comes next and by when, and its documents."""
    found = find(actor, uuid)
    inzage.note(request, actor, found.uuid, "mijn")
    frame = Frame(found)
    context = {
        **common(actor),
        "zaak": weergave.detail(found, frame),
        "steps": weergave.steps(frame),
        "documenten": [weergave.document(paper, found) for paper in documenten.portal_documents(found.uuid)],
        "gegevens": [(naam, in_words(value)) for naam, value in queries.eigenschappen_of(found)],
    }
    return render(request, "mijn/zaak.html", context)


@require_safe
@persoon.persoon_view
def document(request: HttpRequest, actor: Actor, uuid: UUID, document: UUID) -> HttpResponseBase:
    """The content of a document of their zaak."""
    found = find(actor, uuid)
    paper = documenten.portal_documents(found.uuid).filter(uuid=document).first()
    if paper is None or paper.laatste_versie is None:
        raise Http404
    return downloads.respond(request, paper.laatste_versie)
