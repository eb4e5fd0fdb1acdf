"""Gegevens: the fields of a zaak as one form, saved field by field without overwriting a colleague."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zaakwerk.catalogi.models import Eigenschap
from zaakwerk.design.words import in_words
from zaakwerk.werkplek import specificaties, versies
from zaakwerk.werkplek.concepten import Blad
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Zaak, ZaakEigenschap
from zaakwerk.zaken.specificatie import typed_value
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.commands import lock_row

PREFIX = "eigenschap-"
OWN_FIELDS = ("omschrijving", "toelichting")


def name_of(eigenschap: Eigenschap) -> str:
    """The name of its field."""
    return f"{PREFIX}{eigenschap.uuid}"


@dataclass(frozen=True)
class Gegevens:
    """The eigenschappen of a zaak with their values: two statements, however many there are."""

    zaak: Zaak

    @cached_property
    def eigenschappen(self) -> Sequence[Eigenschap]:
        """What the zaaktype knows, in the order of the frame."""
        found = Eigenschap.objects.filter(zaaktype=self.zaak.zaaktype_id).select_related("statustype")
        return sorted(found, key=lambda one: (one.statustype.volgnummer if one.statustype else 999, one.pk))

    @cached_property
    def rows(self) -> Sequence[ZaakEigenschap]:
        """What the zaak has."""
        return list(ZaakEigenschap.objects.filter(zaak=self.zaak).select_related("eigenschap").order_by("id"))

    def values(self, eigenschap: Eigenschap) -> list[str]:
        """The values of one eigenschap."""
        return [row.waarde for row in self.rows if row.eigenschap_id == eigenschap.pk]

    def asked_by(self, statustype_id: int | None) -> list[Eigenschap]:
        """The eigenschappen that belong to a step."""
        return [one for one in self.eigenschappen if statustype_id and one.statustype_id == statustype_id]

    def current(self) -> dict[str, str]:
        """Every value as text by name of its field, as stamps compare them."""
        own = {name: str(getattr(self.zaak, name)) for name in OWN_FIELDS}
        return own | {name_of(one): specificaties.LINE.join(self.values(one)) for one in self.eigenschappen}

    def stamp(self, names: Iterable[str]) -> str:
        """The values of some fields as a form carries them."""
        current = self.current()
        return versies.stamp({name: current[name] for name in names if name in current})

    def words(self, name: str, text: str) -> str:
        """A value of a field as people read it."""
        found = next((one for one in self.eigenschappen if name_of(one) == name), None)
        if found is None:
            return text
        values = text.split(specificaties.LINE) if text else []
        return ", ".join(in_words(typed_value(value, found.specificatie)) for value in values)

    def label(self, name: str) -> str:
        """What a field is called."""
        own = {"omschrijving": gettext("Omschrijving"), "toelichting": gettext("Toelichting")}
        found = next((one.naam for one in self.eigenschappen if name_of(one) == name), "")
        return own.get(name, found)

    def in_words(self) -> list[tuple[str, str]]:
        """Every eigenschap with its value as people read it; empty ones too, for they can be filled."""
        current = self.current()
        return [(one.naam, self.words(name_of(one), current[name_of(one)])) for one in self.eigenschappen]


class GegevensForm(forms.Form):
    """Some or all fields of a zaak; one that is not in what was sent is left as it is."""

    versie = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, gegevens: Gegevens, eigenschappen: Sequence[Eigenschap], data: Any = None, *, own: bool = False
    ) -> None:
        super().__init__(data)
        self.gegevens = gegevens
        if own:
            self.add_own(gegevens.zaak)
        for one in eigenschappen:
            self.fields[name_of(one)] = specificaties.field_for(one)
            self.initial[name_of(one)] = specificaties.shown(gegevens.values(one), one)
        self.initial["versie"] = gegevens.stamp(self.fields)

    def add_own(self, zaak: Zaak) -> None:
        """The fields of the zaak itself."""
        area = forms.Textarea(attrs={"rows": 4})
        self.fields["omschrijving"] = forms.CharField(label=_("Omschrijving"), max_length=80, required=False)
        self.fields["toelichting"] = forms.CharField(
            label=_("Toelichting"), max_length=1000, required=False, widget=area
        )
        self.initial.update({name: getattr(zaak, name) for name in OWN_FIELDS})

    def sent(self) -> dict[str, list[str]]:
        """The values of the fields, as the register keeps them."""
        names = [name for name in self.fields if name != "versie"]
        return {name: specificaties.stored(self.cleaned_data[name]) for name in names}


def restore(form: GegevensForm, blad: Blad) -> None:
    """Puts a draft back; one of another page with more or fewer fields gives only what both have."""
    now = form.initial["versie"]
    blad.fill(form, but={"versie"})
    form.initial["versie"] = versies.merged(blad.get("versie"), now)


def fields_in(gegevens: Gegevens, data: QueryDict) -> list[Eigenschap]:
    """The eigenschappen a sent form was about: the stamp names them, for an unticked box sends nothing."""
    names = versies.read(data.get("versie", "")).keys() | data.keys()
    return [one for one in gegevens.eigenschappen if name_of(one) in names]


def save(actor: Actor, zaak: Zaak, form: GegevensForm) -> int:
    """Saves what was changed, all or nothing, and says how many fields that were.

    Raises Conflict when a colleague changed the same field since the form was read, and any Problem of
    the commands.
    """
    with transaction.atomic():
        lock_row(zaak, "zaaktype")
        now = Gegevens(zaak)
        sent = form.sent()
        mine = {name: specificaties.LINE.join(values) for name, values in sent.items()}
        stamp = versies.read(form.cleaned_data["versie"])
        compared = versies.Vergelijking(stamp, mine, now.current())
        compared.refuse(now.label, now.words)
        changed = compared.changed
        own = {name: mine[name] for name in changed if name in OWN_FIELDS}
        if own:
            commands.UpdateZaak(actor=actor, instance=zaak, changes=own).run()
        for one in now.eigenschappen:
            if name_of(one) in changed:
                write(actor, zaak, one, now, sent[name_of(one)])
        return len(changed)


def write(actor: Actor, zaak: Zaak, eigenschap: Eigenschap, now: Gegevens, values: list[str]) -> None:
    """Makes the rows of one eigenschap hold these values, changing as few rows as can be."""
    rows = [row for row in now.rows if row.eigenschap_id == eigenschap.pk]
    for row, waarde in zip(rows, values, strict=False):
        if row.waarde != waarde:
            row.zaak = zaak
            commands.UpdateEigenschap(actor=actor, instance=row, changes={"waarde": waarde}).run()
    for row in rows[len(values) :]:
        row.zaak = zaak
        commands.DestroyEigenschap(actor=actor, instance=row).run()
    for waarde in values[len(rows) :]:
        commands.CreateEigenschap(actor=actor, zaak=zaak, eigenschap=eigenschap, waarde=waarde).run()
