"""Forms for operators: fields to typed values; what may and may not is for the commands to say."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zaakwerk.autorisaties.models import ClientId
from zaakwerk.autorisaties.register import SCOPES
from zaakwerk.autorisaties.shapes import COMPONENTS
from zaakwerk.beheer import typen
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.problems import Problem

LEVELS = [(name, name.replace("_", " ").capitalize()) for name in vertrouwelijkheid.LEVELS]
# Where a fault of the domain is shown.
FIELD_OF = {"clientIds": "client_id", "clientId": "client_id", "label": "label"}


class ApplicatieForm(forms.Form):
    """What an applicatie is called, and whether it may everything."""

    label = forms.CharField(label=_("Naam"), max_length=100)
    heeft_alle_autorisaties = forms.BooleanField(
        label=_("Deze applicatie mag alles"),
        required=False,
        help_text=_("Alleen voor applicaties die u volledig vertrouwt. De losse rechten vervallen dan."),
    )
    alleen_is_gereed_voor_publicatie = forms.BooleanField(
        label=_("Alleen documenten die klaar zijn voor publicatie"), required=False
    )


class ClientForm(forms.Form):
    """A client id to add."""

    client_id = forms.CharField(
        label=_("Client-id"),
        max_length=50,
        help_text=_("De naam waarmee de applicatie zich meldt, zoals hij in het token staat."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class RechtForm(forms.Form):
    """A right on one component."""

    scopes = forms.MultipleChoiceField(label=_("Wat mag de applicatie?"), widget=forms.CheckboxSelectMultiple)
    waarvoor = forms.ChoiceField(
        label=_("Waarvoor?"),
        help_text=_("Bij elke versie of elk type gelden de rechten ook voor versies en typen die nog komen."),
    )
    level = forms.ChoiceField(label=_("Tot en met welke vertrouwelijkheid?"), choices=LEVELS)

    def __init__(
        self, component: str, *args: Any, extra: tuple[str, str] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        held = (self.initial or {}).get("scopes", [])
        known = SCOPES[component]
        fields["scopes"].choices = [*known.items(), *((name, name) for name in held if name not in known)]
        if component not in typen.KINDS:
            del fields["waarvoor"]
        else:
            groups: list[Any] = [("", gettext("Kies waarvoor")), *typen.choices_for(component)]
            fields["waarvoor"].choices = [*groups, extra] if extra else groups
        if component not in typen.WITH_LEVEL:
            del fields["level"]


class NieuweApplicatieForm(ClientForm):
    """A new applicatie with its first client id; rights follow on its page, unless it may everything."""

    field_order = ("label", "client_id", "rechten")
    label = forms.CharField(label=_("Naam"), max_length=100)
    rechten = forms.ChoiceField(
        label=_("Wat mag de applicatie?"),
        choices=(
            ("catalogi", _("Voorlopig alleen catalogi lezen; de andere rechten geef ik hierna")),
            ("alles", _("Alles")),
        ),
        initial="catalogi",
        widget=forms.RadioSelect,
    )


class ZoekForm(forms.Form):
    """Search in the list of applicaties."""

    q = forms.CharField(label=_("Zoek op naam of client-id"), required=False, max_length=100)


class VraagForm(forms.Form):
    """May this client do this to that?"""

    client_id = forms.ChoiceField(label=_("Client-id"))
    scope = forms.ChoiceField(label=_("Wat wil de client doen?"))
    type = forms.ChoiceField(
        label=_("Met welk type?"), required=False, help_text=_("Nodig voor zaken, documenten en besluiten.")
    )
    level = forms.ChoiceField(
        label=_("Met welke vertrouwelijkheid?"), required=False, choices=LEVELS, initial="openbaar"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        clients = ClientId.objects.order_by("client_id").values_list("client_id", flat=True)
        fields["client_id"].choices = [("", gettext("Kies een client")), *((name, name) for name in clients)]
        fields["scope"].choices = [
            ("", gettext("Kies een handeling")),
            *((COMPONENTS[code], scope_choices(code)) for code in SCOPES),
        ]
        fields["type"].choices = [("", gettext("Kies een type")), *map(type_group, typen.KINDS)]

    def clean(self) -> None:
        """A question about a component with types names one of those."""
        super().clean()
        component, kind = self.component, self.cleaned_data.get("type", "").partition(":")[0]
        if component in typen.KINDS and kind != component:
            self.add_error("type", gettext("Kies een type dat bij deze handeling hoort."))

    @property
    def component(self) -> str:
        """The component the question is about."""
        found: str = self.cleaned_data.get("scope", "").partition(":")[0]
        return found


def scope_choices(component: str) -> list[tuple[str, Any]]:
    """The scopes of one component, each with its component before it: audittrails.lezen is in several."""
    return [(f"{component}:{scope}", words) for scope, words in SCOPES[component].items()]


def type_group(component: str) -> tuple[str, list[tuple[str, str]]]:
    """The versions of the types of one component."""
    rows = typen.rows_of(component)
    return COMPONENTS[component], [(f"{component}:{row.uuid}", typen.version_label(row)) for row in rows]


def show_problem(form: forms.Form, problem: Problem) -> None:
    """A refusal of the domain beside the field it concerns, else above the form."""
    if not problem.violations:
        form.add_error(None, str(problem))
    for violation in problem.violations:
        name = FIELD_OF.get(violation.name.partition(".")[0])
        form.add_error(name if name in form.fields else None, violation.reason)
