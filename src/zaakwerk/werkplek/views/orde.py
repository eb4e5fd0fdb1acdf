"""Put one document of a zaak in order: rights of use, status, lock."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from zaakwerk.documenten import queries as documenten
from zaakwerk.werkplek import weergave
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.forms import show_problem
from zaakwerk.werkplek.stukken import Stuk
from zaakwerk.werkplek.toegang import find_zaak, medewerker_view
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Forbidden, Problem


class RechtForm(forms.Form):
    """Whether conditions hold for the use of a document, and which."""

    geldt = forms.ChoiceField(
        label=_("Gelden er voorwaarden voor het gebruik?"),
        choices=[("nee", _("Nee")), ("ja", _("Ja"))],
        widget=forms.RadioSelect(),
        help_text=_("Bijvoorbeeld omdat een architect of fotograaf er rechten op heeft."),
    )
    voorwaarden = forms.CharField(
        label=_("Welke voorwaarden?"),
        required=False,
        max_length=1000,
        help_text=_("Alleen nodig als er voorwaarden gelden."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("geldt") == "ja" and not data.get("voorwaarden"):
            self.add_error("voorwaarden", gettext("Schrijf op welke voorwaarden er gelden."))
        return data


@require_http_methods(["GET", "POST"])
@medewerker_view
def in_orde(request: HttpRequest, actor: Actor, uuid: UUID, document: UUID) -> HttpResponseBase:
    """Shows what is not in order, and does the one thing its button says."""
    bezoek = Bezoek(request, actor, find_zaak(actor, uuid))
    stuk = find_stuk(bezoek, document)
    doing = request.POST.get("doe", "") if request.method == "POST" else ""
    form = RechtForm(request.POST if doing == "recht" else None)
    if doing in ACTIONS and (doing != "recht" or form.is_valid()):
        try:
            words = ACTIONS[doing](stuk, form)
        except Problem as problem:
            refuse(request, form, problem)
            stuk = find_stuk(bezoek, document)
        else:
            messages.success(request, words % {"titel": title_of(stuk)})
            return redirect(reverse("werkplek:zaak", args=[uuid]) + "?tab=documenten")
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/orde.html", page(bezoek, stuk, form), status=status)


def refuse(request: HttpRequest, form: RechtForm, problem: Problem) -> None:
    """Beside the field of the form that was sent; what was only a button says it above the page."""
    if form.is_bound:
        return show_problem(form, problem)
    words = " ".join(found.reason for found in problem.violations) or str(problem)
    return messages.error(request, words)


def page(bezoek: Bezoek, stuk: Stuk, form: RechtForm) -> dict[str, Any]:
    """What the page shows."""
    return {
        "zaak": weergave.zaak_head(bezoek.zaak),
        "form": form,
        "stuk": stuk,
        "papier": weergave.document(stuk.document, bezoek.zaak),
        "indicatie": stuk.document.indicatie_gebruiksrecht,
        "rechten": stuk.document.gebruiksrechten.order_by("id"),
        "is_upload": bool(stuk.document.lock) and bool(documenten.parts_of(stuk.document.pk)),
    }


def find_stuk(bezoek: Bezoek, document: UUID) -> Stuk:
    """The document of this zaak, as far as the actor may see it; 404 for another one."""
    try:
        found = documenten.linked_to(bezoek.zaak.uuid, bezoek.actor).filter(uuid=document).first()
    except Forbidden:
        found = None
    if found is None or found.laatste_versie is None:
        raise Http404
    return Stuk(bezoek.actor, found, bezoek.why_not_write)


def title_of(stuk: Stuk) -> str:
    """What the document is called."""
    return stuk.document.laatste_versie.titel if stuk.document.laatste_versie else ""


def set_rights(stuk: Stuk, form: RechtForm) -> str:
    data = form.cleaned_data
    stuk.lay_down_rights(data["geldt"] == "ja", data["voorwaarden"])
    return gettext("De gebruiksrechten van %(titel)s zijn vastgelegd.")


def make_final(stuk: Stuk, form: RechtForm) -> str:
    stuk.make_final()
    return gettext("%(titel)s is nu definitief.")


def unlock(stuk: Stuk, form: RechtForm) -> str:
    stuk.unlock()
    return gettext("%(titel)s is van het slot.")


ACTIONS: dict[str, Callable[[Stuk, RechtForm], str]] = {
    "recht": set_rights,
    "definitief": make_final,
    "slot": unlock,
}
