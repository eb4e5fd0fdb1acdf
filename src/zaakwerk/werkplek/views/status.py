"""Set a status: make one of the moves the frame has from here; also the way back into a closed zaak."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from zaakwerk.catalogi.models import StatusType
from zaakwerk.kader.commands import TakeStep
from zaakwerk.kader.frame import Frame
from zaakwerk.kader.stand import Keuze
from zaakwerk.werkplek import concepten, herstel, versies, weergave
from zaakwerk.werkplek.forms import show_problem
from zaakwerk.werkplek.toegang import find_zaak
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Invalid, Problem, Violation

LIKELY = 2


class StapForm(forms.Form):
    """A move, and the words that go with it."""

    naar = forms.ChoiceField(
        label=_("Volgende status"),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Deze stap kan niet (meer) vanaf waar de zaak nu staat.")},
    )
    toelichting = forms.CharField(
        label=_("Toelichting"),
        required=False,
        max_length=1000,
        help_text=_("De toelichting hoort bij de status: de aanvrager kan haar lezen."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reden = forms.CharField(
        label=_("Waarom wijkt u af?"),
        required=False,
        max_length=1000,
        help_text=_("Nodig als u teruggaat, een stap overslaat of heropent. Alleen collega’s lezen dit."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    versie = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, keuzes: list[Keuze], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["naar"]
        field.choices = [(keuze.sleutel, keuze.naar.naam) for keuze in keuzes]
        if not any(keuze.reden_verplicht for keuze in keuzes):
            del self.fields["reden"]


@require_http_methods(["GET", "POST"])
@concepten.form_view
def zet_status(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """Shows the moves from here, the likely ones first, and makes the chosen one."""
    zaak = find_zaak(actor, uuid)
    frame = Frame(zaak, actor)
    keuzes = list(frame.stand.keuzes)
    form = StapForm(keuzes, request.POST or None, initial=initial(request, zaak, keuzes))
    blad = concepten.of(request, f"status/{uuid}")
    if request.method == "POST" and form.is_valid():
        try:
            words = take(actor, zaak, keuzes, form)
        except Problem as problem:
            show_problem(form, problem)
            versies.renew(form, versies.stamp(current(zaak)))
            frame = Frame(zaak, actor)
            keuzes = list(frame.stand.keuzes)
        else:
            blad.done()
            herstel.offer(request, actor, zaak, words)
            messages.success(request, words)
            return redirect("werkplek:zaak", uuid)
    elif form.is_bound:
        versies.renew(form, versies.stamp(current(zaak)))
    blad.fill(form, but={"naar", "versie"})
    likely = [keuze for keuze in keuzes if keuze.soort in ("volgend", "heropenen")][:LIKELY]
    context = {
        "zaak": weergave.zaak_head(zaak),
        "steps": weergave.steps(frame),
        "form": form,
        "concept": blad,
        "volgende": [option(zaak, keuze, keuze is keuzes[0]) for keuze in likely],
        "overige": [option(zaak, keuze, False) for keuze in keuzes if keuze not in likely],
        "vast": [reden.zin for reden in frame.stand.redenen],
        "afhandelen_url": reverse("werkplek:afhandelen", args=[uuid]) if not zaak.is_closed else "",
    }
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/status.html", context, status=status)


def initial(request: HttpRequest, zaak: Zaak, keuzes: list[Keuze]) -> dict[str, str]:
    """The step that was asked for, else the first that can be made; and what the page was read at."""
    possible = [keuze.sleutel for keuze in keuzes if keuze.is_toegestaan and not keuze.sluit]
    asked = request.GET.get("stap", "")
    chosen = asked if asked in possible else (possible or [""])[0]
    return {"naar": chosen, "versie": versies.stamp(current(zaak))}


def current(zaak: Zaak) -> dict[str, str]:
    """What a status is set upon: the status the page showed."""
    return {"status": str(zaak.status_id or "")}


def take(actor: Actor, zaak: Zaak, keuzes: list[Keuze], form: StapForm) -> str:
    """Makes the move, unless a colleague set another status since the page was read; says what was done."""
    keuze = next(keuze for keuze in keuzes if keuze.sleutel == form.cleaned_data["naar"])
    stamp = versies.read(form.cleaned_data["versie"])

    def still_the_same() -> None:
        now = versies.digest(current(zaak)["status"])
        if stamp.get("status", now) != now:
            words = gettext(
                "Een collega heeft intussen de status ‘%(status)s’ gezet. Kijk of uw stap nog past."
            )
            shown = zaak.status.statustype.omschrijving if zaak.status else ""
            raise Invalid([Violation("conflict", words % {"status": shown}, "naar")])

    TakeStep(
        actor=actor,
        zaak=zaak,
        soort=keuze.soort,
        naar=StatusType.objects.select_related("zaaktype").get(uuid=keuze.naar.uuid),
        toelichting=form.cleaned_data["toelichting"],
        reden=form.cleaned_data.get("reden", ""),
    ).execute(still_the_same)
    return gettext("De status is gezet: %(status)s.") % {"status": keuze.naar.naam}


def option(zaak: Zaak, keuze: Keuze, is_next: bool) -> dict[str, Any]:
    """A move as a choice; one that cannot be made says why, the one that closes is made elsewhere."""
    kinds = {
        "volgend": gettext("volgende stap") if is_next else "",
        "terug": gettext("terug"),
        "overslaan": gettext("slaat stappen over"),
        "afbreken": gettext("breekt de zaak af"),
        "heropenen": gettext("heropent de zaak"),
    }
    reasons = [reden.zin for reden in keuze.redenen]
    if keuze.sluit and not zaak.is_closed:
        reasons = [gettext("Hiermee sluit de zaak. Kies ‘Handel de zaak af’.")]
    return {
        "waarde": keuze.sleutel,
        "titel": keuze.naar.naam,
        "tekst": "",
        "kenmerk": kinds[keuze.soort],
        "reden": " ".join(reasons),
    }
