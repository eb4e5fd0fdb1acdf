"""Forms of the kernel's admin pages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zaakwerk.zgw import diensten
from zaakwerk.zgw.models import ExterneDienst

FIELD_OF = {"secret": "new_secret"}


class DienstForm(forms.ModelForm):  # type: ignore[type-arg]
    """An API of another installation; its secret can be set and replaced but never read back."""

    new_secret = forms.CharField(
        label=_("geheim"),
        required=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Laat leeg om het geheim te houden, of als de dienst geen token vraagt."),
    )

    class Meta:
        model = ExterneDienst
        fields = ("naam", "component", "basis", "client_id")

    def clean_basis(self) -> str:
        """The address with a slash at the end."""
        return str(self.cleaned_data["basis"]).rstrip("/") + "/"

    def clean(self) -> dict[str, Any]:
        """As on the command line."""
        given = {name: str(self.cleaned_data.get(name) or "") for name in ("component", "basis", "client_id")}
        for fault in diensten.why_not(**given, secret=str(self.cleaned_data.get("new_secret") or "")):
            name = FIELD_OF.get(fault.name, fault.name)
            if name not in self.errors:
                self.add_error(name, fault.reason)
        return self.cleaned_data
