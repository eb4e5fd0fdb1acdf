"""Admin of notifications: channels and subscribers, and what became of each message."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from zaakwerk.notificaties.models import Abonnement, Aflevering, Kanaal
from zaakwerk.zgw.admin import HOOFD_OBJECT, ReadOnlyAdmin
from zaakwerk.zgw.fields import dumps
from zaakwerk.zgw.links import BASE, worker_origin


@admin.register(Kanaal)
class KanaalAdmin(ReadOnlyAdmin):
    """Channels and the kenmerken of their messages."""

    list_display = ("naam", "filters", "documentatie_link")
    ordering = ("naam",)


@admin.register(Abonnement)
class AbonnementAdmin(ReadOnlyAdmin):
    """Subscribers; made through the API, since their callback must prove itself. An operator may end one."""

    list_display = ("callback_url", "client_id", "groups")
    fields = ("callback_url", "client_id", "groups")
    readonly_fields = ("groups",)
    search_fields = ("callback_url", "client_id")

    @admin.display(description=_("kanalen en filters"))
    def groups(self, obj: Abonnement) -> str:
        """The channels with their filters, links with their base."""
        shown = ((group["naam"], group["filters"]) for group in obj.kanalen)
        text = "; ".join(f"{naam} {dumps(filters)}" if filters else naam for naam, filters in shown)
        return text.replace(BASE, worker_origin().base)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As Django's permissions say: a subscriber that is gone for good."""
        return admin.ModelAdmin.has_delete_permission(self, request, obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What still waits for the subscriber goes with it, though it cannot be removed by itself."""
        found, counts, missing, protected = super().get_deleted_objects(objs, request)
        return found, counts, set(missing) - {Aflevering._meta.verbose_name}, protected


class StateFilter(admin.SimpleListFilter):
    """What became of a delivery."""

    title = _("stand")
    parameter_name = "stand"
    states: ClassVar[Mapping[str, Mapping[str, Any]]] = {
        "wacht": {"afgeleverd_op": None, "opgegeven_op": None},
        "afgeleverd": {"afgeleverd_op__isnull": False},
        "opgegeven": {"opgegeven_op__isnull": False},
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The choices."""
        return [("wacht", _("wacht")), ("afgeleverd", _("afgeleverd")), ("opgegeven", _("opgegeven"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows in the chosen state."""
        return queryset.filter(**self.states.get(self.value() or "", {}))


@admin.register(Aflevering)
class AfleveringAdmin(ReadOnlyAdmin):
    """Each message for each subscriber: when it was tried, and why it failed."""

    list_display = (
        "bericht",
        HOOFD_OBJECT,
        "abonnement",
        "pogingen",
        "volgende_poging",
        "afgeleverd_op",
        "opgegeven_op",
        "laatste_antwoord",
    )
    list_filter = (StateFilter, "abonnement")
    list_select_related = ("bericht", "abonnement")
    readonly_fields: ClassVar[Any] = (HOOFD_OBJECT,)
    fields: ClassVar[Any] = (
        ("bericht", "abonnement"),
        HOOFD_OBJECT,
        ("aangemaakt_op", "eerste_poging", "volgende_poging", "pogingen"),
        ("afgeleverd_op", "opgegeven_op"),
        "laatste_antwoord",
    )
