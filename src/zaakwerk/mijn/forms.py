"""Forms of the portal."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zaakwerk.zgw.kinds import passes_eleven_test

BSN_LENGTH, KVK_LENGTH = 9, 8


class NummerForm(forms.Form):
    """The number of a test person: a BSN of nine digits, a KVK number of eight."""

    nummer = forms.CharField(
        label=_("Of vul een testnummer in"),
        help_text=_("Een burgerservicenummer (9 cijfers) of een KVK-nummer (8 cijfers)."),
        max_length=9,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_nummer(self) -> tuple[str, str]:
        """The kind and the number."""
        number: str = self.cleaned_data["nummer"]
        digits = number.isascii() and number.isdigit()
        if digits and len(number) == BSN_LENGTH and passes_eleven_test(number):
            return "bsn", number
        if digits and len(number) == KVK_LENGTH:
            return "kvk", number
        raise forms.ValidationError(_("Dit is geen geldig nummer. Controleer de cijfers."))
