"""Forms of the desk: fields to typed values; what may and may not is for the commands to say."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from zaakwerk.catalogi.models import InformatieObjectType, ResultaatType, ZaakType
from zaakwerk.zgw.problems import Problem


class InlogForm(AuthenticationForm):
    """Sign in with Dutch labels."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Gebruikersnaam")
        self.fields["password"].label = _("Wachtwoord")
        self.error_messages = {
            **self.error_messages,
            "invalid_login": _(
                "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Let op hoofdletters."
            ),
        }

    def refuse(self, reason: str) -> None:
        """Shows a reason without having looked at the password."""
        self._errors = ErrorDict()
        self.cleaned_data: dict[str, Any] = {}
        self.add_error(None, reason)


class FilterForm(forms.Form):
    """The filters of the list of zaken."""

    q = forms.CharField(label=_("Zoek op zaaknummer of omschrijving"), required=False, max_length=100)
    zaaktype = forms.ChoiceField(label=_("Zaaktype"), required=False)
    term = forms.ChoiceField(label=_("Termijn"), required=False)

    def __init__(self, data: Any, zaaktypen: Any, termen: Any) -> None:
        super().__init__(data)
        self.fields["zaaktype"].choices = [("", _("Alle zaaktypen")), *zaaktypen]  # type: ignore[attr-defined]
        self.fields["term"].choices = [("", _("Alle termijnen")), *termen]  # type: ignore[attr-defined]


class AfhandelForm(forms.Form):
    """The outcome."""

    # The browser would call an empty area wrong before anybody typed in it.
    use_required_attribute = False

    resultaattype = forms.ModelChoiceField(
        ResultaatType.objects.none(), label=_("Wat is het resultaat?"), to_field_name="uuid"
    )
    toelichting = forms.CharField(
        label=_("Toelichting"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    reden = forms.CharField(
        label=_("Waarom sluit de zaak nu al?"),
        max_length=1000,
        help_text=_("De zaak slaat stappen over. Alleen collega’s lezen dit."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    versie = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, zaaktype: ZaakType, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = ResultaatType.objects.filter(zaaktype=zaaktype).order_by("omschrijving")
        self.fields["resultaattype"].queryset = choices  # type: ignore[attr-defined]
        self.fields["resultaattype"].widget = forms.RadioSelect()


class DocumentForm(forms.Form):
    """A document to add."""

    inhoud = forms.FileField(label=_("Bestand"), allow_empty_file=True)
    informatieobjecttype = forms.ModelChoiceField(
        InformatieObjectType.objects.none(),
        label=_("Soort document"),
        to_field_name="uuid",
        empty_label=_("Kies een soort"),
    )
    titel = forms.CharField(label=_("Titel"), max_length=200)
    creatiedatum = forms.DateField(
        label=_("Datum van het document"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    definitief = forms.BooleanField(
        label=_("Dit document is definitief"),
        required=False,
        help_text=_("De aanvrager ziet in Mijn zaken alleen definitieve documenten."),
    )

    def __init__(self, soorten: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["informatieobjecttype"].queryset = soorten  # type: ignore[attr-defined]


def show_problem(form: forms.Form, problem: Problem) -> None:
    """A refusal of the domain beside the field it concerns, else above the form."""
    if not problem.violations:
        form.add_error(None, str(problem))
    for violation in problem.violations:
        form.add_error(violation.name if violation.name in form.fields else None, violation.reason)
