"""Forms for people, teams and roles: fields to typed values; what may and may not is for the commands."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zaakwerk.autorisaties.mag import ACTIES
from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.autorisaties.roles import ROLE_CHOICES
from zaakwerk.catalogi.models import Catalogus, ZaakType
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.problems import Problem

NEW_PASSWORD = {"autocomplete": "new-password"}


class ZoekForm(forms.Form):
    """Search in the list of people."""

    q = forms.CharField(label=_("Zoek op naam of gebruikersnaam"), required=False, max_length=100)
    staat = forms.ChoiceField(
        label=_("Wie"),
        required=False,
        choices=(("", _("Wie mag inloggen")), ("uit", _("Wie is uitgezet")), ("alle", _("Iedereen"))),
    )


class NaamForm(forms.Form):
    """What an employee is called."""

    first_name = forms.CharField(label=_("Voornaam"), required=False, max_length=150)
    last_name = forms.CharField(label=_("Achternaam"), required=False, max_length=150)
    email = forms.EmailField(label=_("E-mailadres"), required=False, max_length=254)


class MedewerkerForm(NaamForm):
    """Name and teams of an employee."""

    groepen = forms.ModelMultipleChoiceField(
        Groep.objects.order_by("naam"),
        label=_("Teams"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class NieuweMedewerkerForm(MedewerkerForm):
    """A new employee."""

    field_order = ("username", "first_name", "last_name", "email", "groepen", "password")
    username = forms.CharField(
        label=_("Gebruikersnaam"),
        max_length=150,
        help_text=_("Hiermee logt de medewerker in. De naam blijft altijd hetzelfde."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label=_("Wachtwoord"),
        required=False,
        strip=False,
        help_text=_("Ten minste tien tekens. Laat leeg als de medewerker alleen via de organisatie inlogt."),
        widget=forms.PasswordInput(attrs=NEW_PASSWORD),
    )


class WachtwoordForm(forms.Form):
    """A password that an operator chooses for somebody."""

    password = forms.CharField(
        label=_("Nieuw wachtwoord"),
        strip=False,
        help_text=_("Ten minste tien tekens. Geef het persoonlijk door, niet per e-mail."),
        widget=forms.PasswordInput(attrs=NEW_PASSWORD),
    )


class GroepForm(forms.Form):
    """A team with its members."""

    naam = forms.CharField(label=_("Naam"), max_length=50)
    claim = forms.CharField(
        label=_("Naam van de groep in de inlogdienst"),
        required=False,
        max_length=255,
        help_text=_("Wie via de organisatie inlogt met deze groep, komt vanzelf in dit team."),
    )
    leden = forms.ModelMultipleChoiceField(
        Medewerker.objects.none(), label=_("Leden"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Medewerker.objects.filter(is_active=True).order_by("last_name", "first_name", "username")
        self.fields["leden"].queryset = people  # type: ignore[attr-defined]


class ToekenningForm(forms.Form):
    """A role, how far it reaches and how long."""

    rol = forms.ChoiceField(label=_("Welke rol?"), choices=[("", _("Kies een rol")), *ROLE_CHOICES])
    bereik = forms.ChoiceField(
        label=_("Voor welke zaken?"),
        required=False,
        help_text=_("Een rol voor één zaaktype geldt voor elke versie daarvan."),
    )
    max_vertrouwelijkheid = forms.TypedChoiceField(
        label=_("Tot en met welke vertrouwelijkheid?"),
        coerce=int,
        choices=[(number, name.capitalize()) for number, name in vertrouwelijkheid.CHOICES],
        initial=vertrouwelijkheid.NUMBER["zaakvertrouwelijk"],
    )
    geldig_van = forms.DateField(
        label=_("Vanaf welke dag?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    geldig_tot = forms.DateField(
        label=_("Tot en met welke dag?"),
        required=False,
        help_text=_("Leeg: tot u de rol weghaalt."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = ZaakType.objects.order_by("omschrijving").values_list("identificatie", "omschrijving")
        catalogi = Catalogus.objects.order_by("domein")
        self.fields["bereik"].choices = [  # type: ignore[attr-defined]
            ("", gettext("Alle zaken")),
            (
                gettext("Eén zaaktype"),
                [(f"type:{key}", f"{name} ({key})") for key, name in dict(names).items()],
            ),
            (gettext("Eén catalogus"), [(f"catalogus:{found.uuid}", str(found)) for found in catalogi]),
        ]

    def values(self) -> dict[str, Any]:
        """The fields of the command."""
        data = dict(self.cleaned_data)
        kind, _, value = data.pop("bereik").partition(":")
        data["zaaktype_identificatie"] = value if kind == "type" else ""
        data["catalogus"] = value if kind == "catalogus" else None
        return data


class WaaromForm(forms.Form):
    """May this person do this with that zaak?"""

    wie = forms.ModelChoiceField(
        Medewerker.objects.order_by("last_name", "first_name", "username"),
        label=_("Wie?"),
        to_field_name="username",
        empty_label=_("Kies een medewerker"),
    )
    actie = forms.ChoiceField(label=_("Wat wil deze medewerker?"))
    zaak = forms.CharField(label=_("Met welke zaak?"), max_length=40, help_text=_("Het zaaknummer."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = [(name, gettext("De zaak %(actie)s") % {"actie": a.woorden}) for name, a in ACTIES.items()]
        self.fields["actie"].choices = words  # type: ignore[attr-defined]


def show_problem(form: forms.Form, problem: Problem) -> None:
    """A refusal of the domain beside the field it concerns, else above the form."""
    if not problem.violations:
        form.add_error(None, str(problem))
    for violation in problem.violations:
        form.add_error(violation.name if violation.name in form.fields else None, violation.reason)
