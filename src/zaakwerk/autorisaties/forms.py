"""Forms of the admin pages: an applicatie through its commands, a secret that only goes in."""

import json
from typing import Any

from django import forms
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.utils.translation import gettext_lazy as _

from zaakwerk.autorisaties.commands import CreateApplicatie, UpdateApplicatie, client_faults
from zaakwerk.autorisaties.models import Applicatie, ClientId, Medewerker
from zaakwerk.autorisaties.shapes import AUTORISATIES
from zaakwerk.zgw.actors import SYSTEM, Actor
from zaakwerk.zgw.fields import dumps
from zaakwerk.zgw.kinds import Faulty
from zaakwerk.zgw.links import Origin, worker_origin

FIELD_OF = {"clientIds": "client_ids", "clientId": "client_id", "secret": "new_secret"}


class NewMedewerkerForm(AdminUserCreationForm):  # type: ignore[type-arg]
    """A new employee with a password."""

    class Meta(AdminUserCreationForm.Meta):
        model = Medewerker


class MedewerkerForm(UserChangeForm):  # type: ignore[type-arg]
    """An employee that exists; the password has its own page."""

    class Meta(UserChangeForm.Meta):
        model = Medewerker


class ApplicatieForm(forms.ModelForm):  # type: ignore[type-arg]
    """An applicatie as text; judged by the rules of the API and written by its commands."""

    # Set per request by the admin page: links are shown and read with the address it came in on.
    origin: Origin = worker_origin()

    client_ids = forms.CharField(label=_("client-id's"), widget=forms.Textarea, help_text=_("Eén per regel."))
    autorisaties = forms.CharField(
        label=_("autorisaties"),
        required=False,
        widget=forms.Textarea,
        help_text=_("JSON-lijst in de vorm van de Autorisaties API; leeg bij alle autorisaties."),
    )

    class Meta:
        model = Applicatie
        fields = (
            "label",
            "client_ids",
            "heeft_alle_autorisaties",
            "alleen_is_gereed_voor_publicatie",
            "autorisaties",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["client_ids"] = "\n".join(self.instance.client_ids)
            wire = self.origin.render(dumps(self.instance.autorisaties).encode())
            self.initial["autorisaties"] = json.dumps(json.loads(wire), indent=2, ensure_ascii=False)

    def clean_client_ids(self) -> list[str]:
        """Lines as a list of client ids."""
        return [line.strip() for line in self.cleaned_data["client_ids"].splitlines() if line.strip()]

    def clean_autorisaties(self) -> list[Any]:
        """JSON in the form of the API as it is stored."""
        try:
            raw = json.loads(self.cleaned_data["autorisaties"] or "[]")
        except ValueError:
            raise forms.ValidationError(_("Dit is geen geldige JSON.")) from None
        try:
            return AUTORISATIES.convert(raw, {}, self.origin)
        except Faulty as faulty:
            raise forms.ValidationError([f"{v.name} {v.reason}".strip() for v in faulty.violations]) from None

    def clean(self) -> None:
        """Asks the rules, once every field can be read."""
        super().clean()
        if not self.errors:
            for violation in self.command(SYSTEM).violations():
                field = FIELD_OF.get(violation.name.partition(".")[0])
                self.add_error(field, f"{violation.reason} ({violation.code})")

    def command(self, actor: Actor) -> CreateApplicatie | UpdateApplicatie:
        """The command that writes what was filled in."""
        values = {name: self.cleaned_data[name] for name in self.Meta.fields}
        if self.instance.pk:
            return UpdateApplicatie(actor=actor, instance=self.instance, changes=values)
        return CreateApplicatie(actor=actor, **values)


class ClientIdForm(forms.ModelForm):  # type: ignore[type-arg]
    """A client id; its secret can be set and replaced but never read back."""

    new_secret = forms.CharField(
        label=_("nieuw geheim"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Leeg: het geheim blijft zoals het is."),
    )

    class Meta:
        model = ClientId
        fields = ("client_id",)

    def clean(self) -> None:
        """A new client id needs a secret; both must be usable."""
        super().clean()
        secret, is_new = self.cleaned_data.get("new_secret", ""), self.instance.pk is None
        client_id = self.cleaned_data.get("client_id", self.instance.client_id)
        if client_id and (is_new or secret):
            for violation in client_faults(client_id, secret):
                self.add_error(FIELD_OF[violation.name] if is_new else "new_secret", violation.reason)
