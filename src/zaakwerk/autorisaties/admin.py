"""Admin of people and rights: what operators manage outside the API."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from zaakwerk.autorisaties.commands import DestroyApplicatie, add_client
from zaakwerk.autorisaties.forms import ApplicatieForm, ClientIdForm, MedewerkerForm, NewMedewerkerForm
from zaakwerk.autorisaties.models import Applicatie, ClientId, Groep, Medewerker, Toekenning
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.links import origin_of
from zaakwerk.zgw.problems import Problem

# Django's own groups hold no rights here: a Groep with toekenningen does.
admin.site.unregister(Group)


def operator(request: HttpRequest) -> Actor:
    """The operator behind an admin page, whom Django's permissions let in."""
    user = request.user
    return Actor(
        applicatie_id="admin",
        applicatie_weergave="Zaakwerk admin",
        gebruiker_id=user.get_username(),
        gebruiker_weergave=str(user),
        all_rights=True,
    )


class ToekenningInline(admin.TabularInline):  # type: ignore[type-arg]
    """The roles of one person or one group."""

    model = Toekenning
    extra = 0

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The side of the page we are on is known; the other side stays empty."""
        return ("groep",) if isinstance(obj, Medewerker) else ("medewerker",)


@admin.register(Medewerker)
class MedewerkerAdmin(UserAdmin):  # type: ignore[type-arg]
    """Employees, with Django's care for passwords."""

    form = MedewerkerForm
    add_form = NewMedewerkerForm
    inlines = (ToekenningInline,)
    list_filter = ("is_active", "is_staff", "groepen")
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Persoon"), {"fields": ("first_name", "last_name", "email")}),
        (_("Toegang"), {"fields": ("is_active", "is_staff", "is_superuser")}),
        (_("Data"), {"fields": ("last_login", "date_joined")}),
    )

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Toekenningen come once the person exists."""
        return self.inlines if obj else ()


@admin.register(Groep)
class GroepAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Teams and what their members may."""

    search_fields = ("naam",)
    filter_horizontal = ("leden",)
    inlines = (ToekenningInline,)


@admin.register(Toekenning)
class ToekenningAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Every role that was given, to find who may what."""

    list_display = (
        "rol",
        "medewerker",
        "groep",
        "zaaktype_identificatie",
        "max_vertrouwelijkheid",
        "geldig_van",
        "geldig_tot",
    )
    list_filter = ("rol", "max_vertrouwelijkheid", "groep")
    list_select_related = ("medewerker", "groep")
    search_fields = ("medewerker__username", "groep__naam", "zaaktype_identificatie")


@admin.register(Applicatie)
class ApplicatieAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Applicaties; written by the commands of the API, so that rules and messages are the same."""

    form = ApplicatieForm
    list_display = ("label", "heeft_alle_autorisaties", "clients_of")
    search_fields = ("label", "clients__client_id")

    @admin.display(description=_("client-id's"))
    def clients_of(self, obj: Applicatie) -> str:
        """The client ids in one line."""
        return ", ".join(obj.client_ids)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form that shows links with the address of this request."""
        form = super().get_form(request, obj, change, **kwargs)
        form.origin = origin_of(request)  # type: ignore[attr-defined]
        return form

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """As Django's; what another writer did meanwhile is a message, not an error."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except Problem as problem:
            return self.refused(request, problem)

    def refused(self, request: HttpRequest, problem: Problem) -> HttpResponseBase:
        """Back to the same page with the reason."""
        messages.error(request, str(problem))
        return HttpResponseRedirect(request.get_full_path())

    def save_model(self, request: HttpRequest, obj: Applicatie, form: Any, change: bool) -> None:
        """Runs the command; Django's page goes on with the row it made."""
        saved = form.command(operator(request)).run()
        obj.pk, obj.uuid = saved.pk, saved.uuid

    def delete_model(self, request: HttpRequest, obj: Applicatie) -> None:
        """Removes one applicatie by its command."""
        DestroyApplicatie(actor=operator(request), instance=obj).run()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Applicatie]) -> None:
        """Removes a selection, each by its command."""
        for applicatie in queryset:
            self.delete_model(request, applicatie)


@admin.register(ClientId)
class ClientIdAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Client ids and whether they have a secret; the secret itself is never shown."""

    form = ClientIdForm
    list_display = ("client_id", "applicatie", "has_secret")
    list_select_related = ("applicatie",)
    search_fields = ("client_id", "applicatie__label")

    @admin.display(description=_("geheim ingesteld"), boolean=True)
    def has_secret(self, obj: ClientId) -> bool:
        """Whether the client can sign tokens."""
        return bool(obj.secret)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The applicatie is shown once the client id exists."""
        return ("client_id", "applicatie", "new_secret") if obj else ("client_id", "new_secret")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A client id never changes, and its applicatie is changed on the applicatie's own page."""
        return ("client_id", "applicatie") if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only a client id without applicatie can go."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.applicatie_id is None)

    def save_model(self, request: HttpRequest, obj: ClientId, form: Any, change: bool) -> None:
        """Stores a secret that was filled in."""
        if form.cleaned_data["new_secret"]:
            obj.pk = add_client(obj.client_id, form.cleaned_data["new_secret"]).pk
