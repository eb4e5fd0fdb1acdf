"""Opdracht: the form that does something to the chosen zaken, what it says afterwards, and its undoing."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.werkvoorraad import opdrachten, queries
from zaakwerk.werkvoorraad.models import Opdracht
from zaakwerk.werkvoorraad.opdrachten import SLUIMEREN, TOEWIJZEN, VRIJGEVEN, WEKKEN, Voortgang
from zaakwerk.werkvoorraad.queries import Vrager

SESSION_KEY = "ongedaan"
MOST_COLLEAGUES = 300


class OpdrachtForm(forms.Form):
    """What to do with the chosen zaken; each button says which of the fields it needs."""

    aan = forms.ChoiceField(label=_("Toewijzen aan"), required=False)
    tot = forms.DateField(
        label=_("Sluimer tot"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    reden = forms.CharField(label=_("Waarom wacht het?"), required=False, max_length=200)

    def __init__(self, vrager: Vrager, data: Any = None) -> None:
        super().__init__(data, auto_id="opdracht_%s")
        self.vrager = vrager
        colleagues = queries.colleagues(vrager)[:MOST_COLLEAGUES]
        choices: list[Any] = [("ik", _("mijzelf"))]
        choices += [(f"m:{found.uuid}", str(found)) for found in colleagues]
        teams = [(f"g:{groep.pk}", groep.naam) for groep in Groep.objects.order_by("naam")]
        self.fields["aan"].choices = [*choices, (_("Teams"), teams)] if teams else choices  # type: ignore[attr-defined]

    def input_of(self, soort: str) -> dict[str, Any] | None:
        """What the job needs to know; None when the form does not say it."""
        if soort == TOEWIJZEN:
            return self.receiver()
        if soort == SLUIMEREN:
            tot: date | None = self.cleaned_data.get("tot")
            return {"tot": tot.isoformat(), "reden": self.cleaned_data["reden"]} if tot else None
        return {}

    def receiver(self) -> dict[str, Any]:
        """To whom: by uuid for a person, by key for a team."""
        kind, _colon, key = (self.cleaned_data["aan"] or "ik").partition(":")
        if kind == "g":
            return {"groep": int(key)}
        return {"medewerker": key or str(self.vrager.medewerker.uuid)}


def uuids_in(data: Any) -> list[UUID]:
    """The zaken that are chosen; what is no uuid is not."""
    found = []
    for text in data.getlist("zaak")[: opdrachten.MOST]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def way_back(request: HttpRequest) -> str:
    """The page of the desk the form was on."""
    target: str = request.POST.get("terug", "")
    try:
        match = resolve(target.partition("?")[0])
    except Resolver404:
        return reverse("werkplek:werkvoorraad")
    return target if match.app_name == "werkplek" else reverse("werkplek:werkvoorraad")


def words_for(opdracht: Opdracht, count: int) -> str:
    """What was done, in one sentence."""
    if opdracht.herstelt is not None:
        return ngettext(
            "%(n)s zaak is terug zoals hij was.", "%(n)s zaken zijn terug zoals ze waren.", count
        ) % {"n": count}
    words = {
        TOEWIJZEN: ngettext(
            "%(n)s zaak toegewezen aan %(wie)s.", "%(n)s zaken toegewezen aan %(wie)s.", count
        ),
        VRIJGEVEN: ngettext("%(n)s zaak vrijgegeven.", "%(n)s zaken vrijgegeven.", count),
        SLUIMEREN: ngettext("%(n)s zaak sluimert.", "%(n)s zaken sluimeren.", count),
        WEKKEN: ngettext("%(n)s zaak is weer wakker.", "%(n)s zaken zijn weer wakker.", count),
    }
    return words[opdracht.soort] % {"n": count, "wie": receiver_of(opdracht)}


def title_of(opdracht: Opdracht) -> str:
    """What a job is called."""
    if opdracht.herstelt is not None:
        return gettext("Ongedaan maken")
    words = {
        TOEWIJZEN: gettext("Toewijzen aan %(wie)s"),
        VRIJGEVEN: gettext("Vrijgeven"),
        SLUIMEREN: gettext("Laten sluimeren"),
        WEKKEN: gettext("Wekken"),
    }
    return words[opdracht.soort] % {"wie": receiver_of(opdracht)}


def receiver_of(opdracht: Opdracht) -> str:
    """The name of who gets the zaken."""
    asked = opdracht.invoer
    if "groep" in asked:
        return str(Groep.objects.filter(pk=asked["groep"]).first() or "")
    if "medewerker" in asked:
        return str(Medewerker.objects.filter(uuid=asked["medewerker"]).first() or "")
    return ""


def share_of(state: Voortgang) -> str:
    """ "12 van 14"."""
    return gettext("%(gedaan)s van %(totaal)s") % {"gedaan": state.gedaan, "totaal": state.totaal}


def remember_undo(request: HttpRequest, opdracht: Opdracht, tekst: str) -> None:
    """The next page of lists offers to undo this."""
    request.session[SESSION_KEY] = {"uuid": str(opdracht.uuid), "tekst": tekst}


def pop_undo(request: HttpRequest) -> Any:
    """What can be undone on this page, once."""
    return request.session.pop(SESSION_KEY, None)
