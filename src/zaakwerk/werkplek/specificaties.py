"""Specificaties: an eigenschap as a field of a form, typed by what the catalogue says of it (ztc-015)."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zaakwerk.catalogi.models import Eigenschap
from zaakwerk.zaken.specificatie import DATE_FORMS, typed_value, why_not_fitting
from zaakwerk.zgw.clock import AMSTERDAM

LONG_TEXT = 120
DATE_INPUT, MOMENT_INPUT = "%Y-%m-%d", "%Y-%m-%dT%H:%M"
# Between the values of an eigenschap that may have many, in one text.
LINE = "\n"


def takes_many(eigenschap: Eigenschap) -> bool:
    """Whether an eigenschap may have more than one value (kardinaliteit above 1, or N)."""
    return str(eigenschap.specificatie.get("kardinaliteit", "1")).strip() not in ("", "0", "1")


def field_for(eigenschap: Eigenschap) -> forms.Field:
    """The field of its value; never required here, for it is the step that asks, not the form."""
    specificatie = eigenschap.specificatie
    options: dict[str, Any] = {"label": eigenschap.naam, "required": False, "help_text": help_for(eigenschap)}
    choices = [(value, value) for value in specificatie.get("waardenverzameling") or []]
    if choices and takes_many(eigenschap):
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **options)
    if choices:
        return forms.ChoiceField(choices=[("", _("Maak een keuze")), *choices], **options)
    if takes_many(eigenschap):
        options["help_text"] = f"{options['help_text']} {gettext('Elke waarde op een eigen regel.')}".strip()
        return LinesField(eigenschap, widget=forms.Textarea(attrs={"rows": 3}), **options)
    return single_field(eigenschap, options)


def single_field(eigenschap: Eigenschap, options: dict[str, Any]) -> forms.Field:
    """The field of an eigenschap with one value that is not chosen from a list."""
    formaat = eigenschap.specificatie.get("formaat", "tekst")
    if formaat == "datum":
        day = forms.DateInput(attrs={"type": "date"}, format=DATE_INPUT)
        return forms.DateField(widget=day, input_formats=[DATE_INPUT, "%d-%m-%Y"], **options)
    if formaat == "datum_tijd":
        moment = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT_INPUT)
        formats = [MOMENT_INPUT, f"{MOMENT_INPUT}:%S", "%d-%m-%Y %H:%M"]
        return forms.DateTimeField(widget=moment, input_formats=formats, **options)
    length = most_characters(eigenschap)
    is_long = formaat == "tekst" and (length or 0) > LONG_TEXT
    attrs = {"rows": 3} if is_long else {"inputmode": "decimal"} if formaat == "getal" else {}
    widget: Any = forms.Textarea(attrs=attrs) if is_long else forms.TextInput(attrs=attrs)
    return TextField(eigenschap, widget=widget, **options)


def help_for(eigenschap: Eigenschap) -> str:
    """What the catalogue says of it, when that is more than its name."""
    return "" if eigenschap.definitie == eigenschap.naam else eigenschap.definitie


def most_characters(eigenschap: Eigenschap) -> int | None:
    """How long a text may be; None for a number, whose length counts digits."""
    lengte = str(eigenschap.specificatie.get("lengte", ""))
    is_text = eigenschap.specificatie.get("formaat", "tekst") == "tekst"
    return int(lengte) if is_text and lengte.isdigit() else None


class TextField(forms.CharField):
    """A text or number that must fit the specificatie: the desk asks what the API only warns about."""

    def __init__(self, eigenschap: Eigenschap, **options: Any) -> None:
        super().__init__(max_length=most_characters(eigenschap), **options)
        self.specificatie = eigenschap.specificatie

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if self.specificatie.get("formaat") == "getal":
            text = re.sub(r"\s", "", text)
        reason = why_not_fitting(text, self.specificatie) if text else ""
        if reason:
            raise forms.ValidationError(reason)
        return text


class LinesField(forms.CharField):
    """Many values, one on each line, each as the specificatie wants it."""

    def __init__(self, eigenschap: Eigenschap, **options: Any) -> None:
        super().__init__(**options)
        self.specificatie = eigenschap.specificatie

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        found = [self.why_not(line) for line in lines]
        if any(found):
            raise forms.ValidationError([reason for reason in found if reason])
        return lines

    def why_not(self, line: str) -> str:
        """Why a line does not fit, with the line itself."""
        reason = why_not_fitting(line, self.specificatie)
        return f"‘{line}’: {reason}" if reason else ""


def stored(value: Any) -> list[str]:
    """What a cleaned value is in the register: nothing, one value or many, in the catalogue's forms."""
    if value in (None, "", []):
        return []
    if isinstance(value, list):
        return [str(one) for one in value]
    if isinstance(value, datetime):
        local = value.astimezone(AMSTERDAM) if value.tzinfo else value
        return [local.strftime(DATE_FORMS["datum_tijd"][0])]
    return [value.strftime(DATE_FORMS["datum"][0]) if isinstance(value, date) else str(value)]


def shown(values: Sequence[str], eigenschap: Eigenschap) -> Any:
    """What a form begins with for the values of the register; text that does not fit is shown as it is."""
    if takes_many(eigenschap):
        has_list = bool(eigenschap.specificatie.get("waardenverzameling"))
        return list(values) if has_list else LINE.join(values)
    if not values:
        return ""
    found = typed_value(values[0], eigenschap.specificatie)
    return found if not isinstance(found, datetime) else found.astimezone(AMSTERDAM)
