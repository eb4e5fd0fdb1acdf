"""The forms of the pages on fixed data: one of each kind of control."""

from __future__ import annotations

from django import forms

SOORTEN = [("1", "Aanvraag"), ("2", "Bijlage"), ("3", "Brief")]


class Inloggen(forms.Form):
    """Sign in."""

    username = forms.CharField(
        label="Gebruikersnaam", widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label="Wachtwoord", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class Filter(forms.Form):
    """The filters of the list."""

    q = forms.CharField(label="Zoek", required=False)
    zaaktype = forms.ChoiceField(
        label="Zaaktype", required=False, choices=[("", "Alle"), ("1", "Omgevingsvergunning bouwen")]
    )
    term = forms.ChoiceField(label="Termijn", required=False, choices=[("", "Alle"), ("te-laat", "Te laat")])


class Status(forms.Form):
    """Set a status."""

    naar = forms.ChoiceField(
        label="Volgende status", widget=forms.RadioSelect, choices=[("a", "a"), ("b", "b")]
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        help_text="Waarom deze stap? Alleen collega's zien dit.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Afhandelen(forms.Form):
    """Close a zaak."""

    resultaattype = forms.ChoiceField(
        label="Wat is het resultaat?", widget=forms.RadioSelect, choices=[("a", "a")]
    )
    toelichting = forms.CharField(
        label="Toelichting", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class Document(forms.Form):
    """Add a document."""

    inhoud = forms.FileField(label="Bestand", help_text="Elk soort bestand mag. Een scan het liefst als PDF.")
    informatieobjecttype = forms.ChoiceField(label="Soort document", choices=SOORTEN)
    titel = forms.CharField(label="Titel")
    creatiedatum = forms.DateField(
        label="Datum van het document", widget=forms.DateInput(attrs={"type": "date"})
    )
    definitief = forms.BooleanField(label="Dit document is definitief", required=False)


class NieuweZaak(forms.Form):
    """Register a zaak."""

    zaaktype = forms.ChoiceField(label="Zaaktype", choices=[("1", "Omgevingsvergunning bouwen")])
    omschrijving = forms.CharField(
        label="Omschrijving", help_text="Kort en herkenbaar, bijvoorbeeld met het adres."
    )
    toelichting = forms.CharField(
        label="Toelichting", required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    kanaal = forms.ChoiceField(
        label="Hoe kwam het binnen?",
        widget=forms.RadioSelect,
        choices=[("balie", "Balie"), ("telefoon", "Telefoon"), ("post", "Post")],
    )
    bsn = forms.CharField(
        label="Burgerservicenummer van de aanvrager", required=False, help_text="Negen cijfers."
    )


class Nummer(forms.Form):
    """Sign in as a made-up person by number."""

    bsn = forms.CharField(
        label="Of vul een testnummer in", help_text="Alleen nummers van de voorbeeldgemeente."
    )
