"""Notities: notes about a zaak; everybody reads them, who wrote one changes it until it is definitief."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from zaakwerk.werkplek import concepten
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.zaken.models import ZaakNotitie
from zaakwerk.zgw import registry
from zaakwerk.zgw.models import AuditRegel

PAGE, FEW = 50, 3


class NotitieForm(forms.Form):
    """A note."""

    # The browser would call an empty area wrong before anybody typed in it.
    use_required_attribute = False

    onderwerp = forms.CharField(label=_("Onderwerp"), max_length=255)
    tekst = forms.CharField(label=_("Notitie"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 4}))
    versie = forms.CharField(widget=forms.HiddenInput, required=False)


def sleutel(bezoek: Bezoek) -> str:
    """The name of the draft of a new note."""
    return f"notitie/{bezoek.zaak.uuid}"


def count(bezoek: Bezoek) -> int:
    """How many there are."""
    return bezoek.zaak.zaaknotities.count()


def written_by(bezoek: Bezoek) -> set[str]:
    """The URLs of the notes the actor wrote: a name alone is no proof, the audit trail is."""
    mine = AuditRegel.objects.filter(
        hoofd_uuid=bezoek.zaak.uuid,
        resource="zaaknotitie",
        actie="create",
        gebruiker_id=bezoek.actor.gebruiker_id,
    )
    return set(mine.values_list("resource_url", flat=True)) if bezoek.actor.gebruiker_id else set()


def is_mine(bezoek: Bezoek, notitie: ZaakNotitie, mine: set[str]) -> bool:
    """Whether the actor may change a note: their own, not definitief, and with the right to."""
    own = registry.for_model(ZaakNotitie).url_for(notitie) in mine
    return own and notitie.status == "concept" and not bezoek.why_not_note


def rows(bezoek: Bezoek, notities: Any) -> list[dict[str, Any]]:
    """Notes as the page lists them."""
    mine = written_by(bezoek)
    return [{"notitie": one, "mijn": is_mine(bezoek, one, mine)} for one in notities]


def latest(bezoek: Bezoek) -> list[ZaakNotitie]:
    """The newest few, for the overview."""
    return list(bezoek.zaak.zaaknotities.order_by("-aanmaakdatum", "-id")[:FEW])


def show(bezoek: Bezoek) -> dict[str, Any]:
    """A page of them, newest first, and writing one."""
    found = bezoek.zaak.zaaknotities.order_by("-aanmaakdatum", "-id")
    page = Paginator(found, PAGE).get_page(bezoek.request.GET.get("page"))
    blad = concepten.of(bezoek.request, sleutel(bezoek))
    form = NotitieForm()
    blad.fill(form)
    return {
        "page": page,
        "notities": rows(bezoek, page),
        "form": form,
        "concept": blad,
        "reden": bezoek.why_not_note,
    }
