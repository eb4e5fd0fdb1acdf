"""Besluitform: what is decided in a zaak as a form, and until when one may respond to it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db import transaction
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zaakwerk.besluiten.commands import CreateBesluit, LinkDocument
from zaakwerk.besluiten.models import Besluit
from zaakwerk.besluiten.termijnen import reactiedatum
from zaakwerk.catalogi import queries as catalogi
from zaakwerk.catalogi.models import BesluitType
from zaakwerk.documenten import queries as documenten
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.problems import Forbidden, Invalid, Problem, Violation


def day_widget() -> forms.DateInput:
    """A day, as browsers ask for one."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class DocumentKeuze(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A document of the dossier by its title."""

    def label_from_instance(self, obj: Any) -> str:
        soort = obj.informatieobjecttype.omschrijving
        return f"{obj.laatste_versie.titel} ({soort})" if obj.laatste_versie else soort


class BesluitForm(forms.Form):
    """One besluit; which documents fit depends on its type, so all that fit some type are offered."""

    besluittype = forms.ModelChoiceField(
        BesluitType.objects.none(),
        label=_("Soort besluit"),
        to_field_name="uuid",
        empty_label=_("Kies een soort"),
    )
    datum = forms.DateField(label=_("Genomen op"), widget=day_widget())
    ingangsdatum = forms.DateField(label=_("Geldt vanaf"), widget=day_widget())
    verzenddatum = forms.DateField(
        label=_("Verzonden op"),
        required=False,
        widget=day_widget(),
        help_text=_("Vanaf de dag erna loopt de termijn om te reageren."),
    )
    document = DocumentKeuze(
        EnkelvoudigInformatieObject.objects.none(),
        label=_("Document met het besluit"),
        to_field_name="uuid",
        required=False,
        empty_label=_("Nog geen document"),
    )
    toelichting = forms.CharField(
        label=_("Toelichting"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, kinds: QuerySet[BesluitType], papers: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["besluittype"].queryset = kinds  # type: ignore[attr-defined]
        self.fields["document"].queryset = papers  # type: ignore[attr-defined]


def kinds_of(zaak: Zaak) -> QuerySet[BesluitType]:
    """The besluittypen a besluit of today may have."""
    return catalogi.besluittypen_of(zaak.zaaktype, clock.today())


def why_not(bezoek: Bezoek) -> str:
    """Why no besluit can be recorded: the right to work on the zaak, or a zaaktype without besluiten."""
    if bezoek.why_not_write or bezoek.zaak.zaaktype.besluittypen:
        return bezoek.why_not_write
    return gettext("Bij dit zaaktype horen geen besluiten.")


def papers_for(bezoek: Bezoek, kinds: Sequence[BesluitType]) -> Any:
    """The documents of the dossier that may lay down one of these besluiten and that the actor may read."""
    names = {name for kind in kinds for name in kind.informatieobjecttypen}
    try:
        found = documenten.linked_to(bezoek.zaak.uuid, bezoek.actor)
    except Forbidden:
        return EnkelvoudigInformatieObject.objects.none()
    return found.filter(informatieobjecttype__omschrijving__in=names)


def record(bezoek: Bezoek, data: dict[str, Any]) -> Besluit:
    """The besluit with its document, or neither; a refusal names the field it is about."""
    zaak = bezoek.zaak
    with transaction.atomic():
        besluit = CreateBesluit(
            actor=bezoek.actor,
            verantwoordelijke_organisatie=zaak.verantwoordelijke_organisatie,
            zaak=zaak,
            **{name: data[name] for name in ("besluittype", "datum", "ingangsdatum", "toelichting")},
            verzenddatum=data["verzenddatum"],
        ).run()
        if data["document"] is not None:
            link(bezoek, besluit, data["document"])
    return besluit


def link(bezoek: Bezoek, besluit: Besluit, document: EnkelvoudigInformatieObject) -> None:
    """The document that lays the besluit down; what is wrong with that is said beside the document."""
    try:
        LinkDocument(actor=bezoek.actor, besluit=besluit, informatieobject=document).run()
    except Problem as problem:
        found = problem.violations or (Violation("invalid", str(problem)),)
        raise Invalid([Violation(one.code, one.reason, "document") for one in found]) from None


def terms_of(kinds: Sequence[BesluitType], verzonden: date) -> list[tuple[str, str]]:
    """Per kind of besluit the last day to respond, when it is sent on a day."""
    days = ((kind.omschrijving, reactiedatum(kind.reactietermijn, verzonden, None)) for kind in kinds)
    return [
        (
            naam,
            gettext("reageren kan tot en met %(dag)s") % {"dag": date_format(day, "j F Y")}
            if day
            else gettext("geen termijn om te reageren"),
        )
        for naam, day in days
    ]


def told(besluit: Besluit) -> str:
    """What was recorded, with the last day to respond once that is known."""
    words = gettext("Het besluit is vastgelegd: %(besluit)s.") % {"besluit": besluit.besluittype}
    if besluit.uiterlijke_reactiedatum is None:
        return words
    day = date_format(besluit.uiterlijke_reactiedatum, "j F Y")
    return f"{words} {gettext('Reageren kan tot en met %(dag)s.') % {'dag': day}}"
