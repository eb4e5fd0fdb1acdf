"""Register a zaak at the desk: its type, who asks, what is needed now, and a document if there is one."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from zaakwerk.basisregistraties import opzoeken
from zaakwerk.basisregistraties.port import OnjuisteVraag
from zaakwerk.catalogi import queries as catalogi
from zaakwerk.documenten.content.incoming import received
from zaakwerk.werkplek import concepten, personen, registreren, specificaties
from zaakwerk.werkplek.forms import DocumentForm, show_problem
from zaakwerk.werkplek.gegevens import name_of
from zaakwerk.werkplek.personen import Gekozen
from zaakwerk.werkplek.registreren import Aanvraag
from zaakwerk.werkplek.toegang import medewerker_view
from zaakwerk.werkplek.views.documenten import register_document
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem

STEPS = (_("Zaaktype"), _("Aanvrager"), _("Gegevens"), _("Document"))


class AanvragerForm(forms.Form):
    """Who asks."""

    vraag = forms.CharField(
        label=_("Burgerservicenummer, KVK-nummer of naam"),
        max_length=200,
        help_text=_("Negen cijfers voor een persoon, acht voor een bedrijf."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
    )


class ZaakForm(forms.Form):
    """What the zaak is about, and what its first step asks."""

    omschrijving = forms.CharField(
        label=_("Omschrijving"),
        max_length=80,
        help_text=_("Kort en herkenbaar, bijvoorbeeld met het adres."),
        widget=forms.TextInput(attrs={"autofocus": True}),
    )
    toelichting = forms.CharField(
        label=_("Toelichting"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, aanvraag: Aanvraag, data: Any = None) -> None:
        super().__init__(data)
        for one in aanvraag.asked:
            found = self.fields[name_of(one)] = specificaties.field_for(one)
            found.required = True

    def values(self) -> dict[str, Any]:
        """The answers as the register keeps them: texts, and lists for the eigenschappen."""
        return {
            name: value if name in ("omschrijving", "toelichting") else specificaties.stored(value)
            for name, value in self.cleaned_data.items()
        }


@require_http_methods(["GET", "POST"])
@medewerker_view
def zaaktype(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Step 1: the type, by what was used last, by name or by keyword."""
    choices = registreren.startable(actor)
    chosen = next((one for one in choices if str(one.uuid) == request.POST.get("zaaktype")), None)
    if request.method == "POST" and chosen:
        return redirect("werkplek:nieuw_aanvrager", registreren.begin(request, chosen))
    vraag = request.GET.get("zoek", "").replace("\x00", "").strip()[:100]
    context = {
        "vraag": vraag,
        "zaaktypen": registreren.fitting(choices, vraag),
        "recent": registreren.recent(actor, choices) if not vraag else [],
        "onaf": registreren.unfinished(request) if not vraag else [],
        "is_leeg": not choices,
    }
    return page(request, 1, context, 400 if request.method == "POST" else 200)


def page(
    request: HttpRequest, step: int, context: dict[str, Any], status: int = 200, **more: Any
) -> HttpResponseBase:
    """A step, with where it stands among the others."""
    names = ("zaaktype", "aanvrager", "gegevens", "document")
    steps = [{"label": label, "huidig": n == step, "klaar": n < step} for n, label in enumerate(STEPS, 1)]
    shown = {**context, **more, "stappen": steps, "stap": step, "stap_naam": STEPS[step - 1]}
    return render(request, f"werkplek/nieuw/{names[step - 1]}.html", shown, status=status)


def lost(request: HttpRequest) -> HttpResponseBase:
    """The registration is finished, or thrown away: begin anew."""
    messages.info(request, gettext("Deze aanvraag is al afgerond of weggegooid. Begin opnieuw."))
    return redirect("werkplek:nieuwe_zaak")


@require_http_methods(["GET", "POST"])
@concepten.form_view
def aanvrager(request: HttpRequest, actor: Actor, aanvraag: UUID) -> HttpResponseBase:
    """Step 2: who asks, looked up by POST, for a number never stands in an address."""
    found = registreren.find(request, actor, aanvraag)
    if found is None:
        return lost(request)
    if request.POST.get("doe") in ("kies", "zonder"):
        return choose(request, found)
    form = AanvragerForm(request.POST or None)
    context: dict[str, Any] = {"aanvraag": found, "form": form, "bron": opzoeken.BRON}
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["vraag"]
        try:
            parties = opzoeken.zoek(actor, found.doelbinding, text)
        except OnjuisteVraag as wrong:
            form.add_error("vraag", str(wrong))
        else:
            context["gezocht"] = True
            context["gevonden"] = personen.as_choices(parties)
            context["zelf"] = personen.unknown(text)
    return page(request, 2, context, 400 if form.is_bound and not form.is_valid() else 200)


def choose(request: HttpRequest, aanvraag: Aanvraag) -> HttpResponseBase:
    """Keeps the choice, or that there is none, and goes on."""
    chosen = Gekozen.opened(request.POST.get("keuze", "")) if request.POST["doe"] == "kies" else None
    naam = request.POST.get("naam", "").replace("\x00", "").strip()[:200]
    if chosen is not None and naam:
        chosen = chosen._replace(naam=naam)
    aanvraag.keep(keuze=[chosen.zegel] if chosen else [""])
    return redirect("werkplek:nieuw_gegevens", aanvraag.uuid)


@require_http_methods(["GET", "POST"])
@concepten.form_view
def gegevens(request: HttpRequest, actor: Actor, aanvraag: UUID) -> HttpResponseBase:
    """Step 3: what is needed now; ends in the dossier, or goes on to the document."""
    found = registreren.find(request, actor, aanvraag)
    if found is None:
        return lost(request)
    blad = concepten.of(request, found.form_key)
    form = ZaakForm(found, request.POST or None)
    if request.method == "POST" and form.is_valid():
        if request.POST.get("doe") == "document":
            concepten.keep_sent(request)
            return redirect("werkplek:nieuw_document", aanvraag)
        try:
            return finished(request, registreren.register(actor, found, form.values()))
        except Problem as problem:
            show_problem(form, problem)
    blad.fill(form)
    context = {"aanvraag": found, "form": form, "concept": blad, **others(actor, found)}
    return page(request, 3, context, 400 if form.is_bound and not form.is_valid() else 200)


def others(actor: Actor, aanvraag: Aanvraag) -> dict[str, Any]:
    """The open zaken of whoever asks, and whether one of them may be this very request."""
    if aanvraag.initiator is None:
        return {"lopend": [], "dubbel": []}
    running = list(personen.open_zaken_of(actor, aanvraag.initiator)[: personen.MOST_ZAKEN])
    same = [zaak for zaak in running if zaak.zaaktype.identificatie == aanvraag.zaaktype.identificatie]
    return {"lopend": running, "dubbel": same}


@require_http_methods(["GET", "POST"])
@medewerker_view
def document(request: HttpRequest, actor: Actor, aanvraag: UUID) -> HttpResponseBase:
    """Step 4: a document if there is one; zaak and document come to be together, or neither."""
    found = registreren.find(request, actor, aanvraag)
    if found is None:
        return lost(request)
    answers = ZaakForm(found, as_sent(concepten.of(request, found.form_key)))
    if not answers.is_valid():
        return redirect("werkplek:nieuw_gegevens", aanvraag)
    soorten = catalogi.informatieobjecttypen_of(found.zaaktype, clock.today())
    form = DocumentForm(
        soorten, request.POST or None, request.FILES or None, initial={"creatiedatum": clock.today()}
    )
    is_without = request.POST.get("doe") == "zonder"
    if request.method == "POST" and (is_without or form.is_valid()):
        try:
            zaak = register(actor, found, answers.values(), None if is_without else form.cleaned_data)
            return finished(request, zaak)
        except Problem as problem:
            show_problem(form, problem)
    context = {"aanvraag": found, "form": form, "omschrijving": answers.cleaned_data["omschrijving"]}
    return page(request, 4, context, 400 if form.is_bound and not form.is_valid() else 200)


def register(
    actor: Actor, aanvraag: Aanvraag, data: dict[str, Any], paper: dict[str, Any] | None
) -> Zaak | None:
    """The zaak with its document; the content is in the store before the transaction begins."""
    if paper is None:
        return registreren.register(actor, aanvraag, data)
    with received(paper["inhoud"].chunks()) as content, transaction.atomic():
        zaak = registreren.register(actor, aanvraag, data)
        if zaak is not None:
            register_document(actor, zaak, paper, content)
        return zaak


def as_sent(blad: concepten.Blad) -> Any:
    """What was answered in the third step, as if it were sent again."""
    data = QueryDict(mutable=True)
    for name, values in blad.velden.items():
        data.setlist(name, values)
    return data


def finished(request: HttpRequest, zaak: Zaak | None) -> HttpResponseBase:
    """To the dossier, with the next action in focus."""
    if zaak is None:
        return lost(request)
    messages.success(request, gettext("De zaak is aangemaakt: %(zaak)s.") % {"zaak": zaak})
    return redirect(reverse("werkplek:zaak", args=[zaak.uuid]) + "#volgende-actie")
