"""Add a document to a zaak, and open one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from zaakwerk.catalogi import queries as catalogi
from zaakwerk.documenten import downloads
from zaakwerk.documenten import queries as documenten
from zaakwerk.documenten.commands import RegisterDocument
from zaakwerk.documenten.content.incoming import Content, received
from zaakwerk.werkplek import concepten, weergave
from zaakwerk.werkplek.forms import DocumentForm, show_problem
from zaakwerk.werkplek.toegang import find_zaak, medewerker_view
from zaakwerk.zaken.commands import LinkDocument
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem


@require_http_methods(["GET", "POST"])
@concepten.form_view
def toevoegen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """Registers an uploaded document and links it to the zaak, or neither."""
    zaak = find_zaak(actor, uuid)
    blad = concepten.of(request, f"document/{uuid}")
    soorten = catalogi.informatieobjecttypen_of(zaak.zaaktype, clock.today())
    form = DocumentForm(
        soorten, request.POST or None, request.FILES or None, initial={"creatiedatum": clock.today()}
    )
    if request.method == "POST" and form.is_valid():
        try:
            add_document(actor, zaak, form.cleaned_data)
        except Problem as problem:
            show_problem(form, problem)
        else:
            blad.done()
            messages.success(request, gettext("Het document is toegevoegd: %(titel)s.") % form.cleaned_data)
            return redirect(reverse("werkplek:zaak", args=[uuid]) + "?tab=documenten")
    blad.fill(form)
    context = {"zaak": weergave.zaak_head(zaak), "form": form, "concept": blad, "max_grootte": "4 GB"}
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/document.html", context, status=status)


def add_document(actor: Actor, zaak: Zaak, data: dict[str, Any]) -> None:
    """The content is streamed to the store first, so that no lock waits for it."""
    with received(data["inhoud"].chunks()) as content, transaction.atomic():
        register_document(actor, zaak, data, content)


def register_document(actor: Actor, zaak: Zaak, data: dict[str, Any], content: Content) -> None:
    """The two commands; the caller holds the transaction."""
    upload = data["inhoud"]
    document = RegisterDocument(
        actor=actor,
        bronorganisatie=zaak.bronorganisatie,
        creatiedatum=data["creatiedatum"],
        titel=data["titel"],
        auteur=actor.gebruiker_weergave or actor.applicatie_weergave,
        taal="nld",
        informatieobjecttype=data["informatieobjecttype"],
        status="definitief" if data["definitief"] else "in_bewerking",
        formaat=upload.content_type or "",
        bestandsnaam=upload.name,
        bestandsomvang=content.omvang,
        indicatie_gebruiksrecht=False,
        inhoud=content,
    ).run()
    LinkDocument(actor=actor, zaak=zaak, informatieobject=document).run()


@require_safe
@medewerker_view
def openen(request: HttpRequest, actor: Actor, uuid: UUID, document: UUID) -> HttpResponseBase:
    """The content of a document of this zaak."""
    zaak = find_zaak(actor, uuid)
    found = documenten.linked_to(zaak.uuid, actor).filter(uuid=document).first()
    if found is None or found.laatste_versie is None:
        raise Http404
    return downloads.respond(request, found.laatste_versie)
