"""Forms of signing in and of access: what is typed, and nothing about what is right."""

from typing import Any

from django import forms
from django.contrib.auth.forms import PasswordChangeForm
from django.utils.translation import gettext_lazy as _

from zaakwerk.autorisaties.models import Medewerker


def date_field(label: Any, help_text: Any = "") -> forms.DateField:
    """A day, with the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, widget=widget)


class CodeForm(forms.Form):
    """A code of the app, or a recovery code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        help_text=_("Zes cijfers uit uw app, of een herstelcode."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none"}),
    )


class BevestigForm(forms.Form):
    """The first code of a new app."""

    code = forms.CharField(
        label=_("Code uit de app"),
        max_length=10,
        help_text=_("Zes cijfers. Een code werkt een halve minuut."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class WachtwoordForm(PasswordChangeForm):
    """A new password of one's own, with Dutch labels."""

    field_order = ("old_password", "new_password1", "new_password2")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("Huidig wachtwoord")
        self.fields["new_password1"].label = _("Nieuw wachtwoord")
        self.fields["new_password1"].help_text = _("Ten minste tien tekens. Een korte zin werkt goed.")
        self.fields["new_password2"].label = _("Nieuw wachtwoord, nog een keer")
        self.fields["new_password2"].help_text = ""


class ToegangForm(forms.Form):
    """Why and until when somebody asks to see a zaak."""

    # The theme colours an empty required text area as a fault before anything was typed.
    use_required_attribute = False

    reden = forms.CharField(
        label=_("Waarom hebt u deze zaak nodig?"),
        max_length=1000,
        help_text=_("Wie beslist, leest dit. Het staat ook in het logboek van de zaak."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    tot = date_field(_("Tot en met welke dag?"))


class BesluitForm(forms.Form):
    """The decision about a request."""

    besluit = forms.ChoiceField(
        label=_("Geeft u toegang?"),
        choices=(("ja", _("Ja, deze collega mag de zaak lezen")), ("nee", _("Nee"))),
        widget=forms.RadioSelect,
    )
    tot = date_field(_("Tot en met welke dag?"), _("U mag een eerdere dag kiezen."))
    toelichting = forms.CharField(
        label=_("Toelichting"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class AfschermForm(forms.Form):
    """From whom a zaak is shielded, and why."""

    use_required_attribute = False

    medewerker = forms.ModelChoiceField(
        Medewerker.objects.filter(is_active=True).order_by("last_name", "first_name", "username"),
        label=_("Voor welke collega?"),
        to_field_name="username",
        empty_label=_("Kies een collega"),
    )
    reden = forms.CharField(
        label=_("Waarom?"),
        max_length=1000,
        help_text=_("Bijvoorbeeld: familie van de aanvrager. Zet hier niets wat de zaak zelf verraadt."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
