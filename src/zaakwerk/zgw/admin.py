"""Admin of the kernel's tables, to look at only; and the form every read-only admin page has."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from zaakwerk.zgw import secrets
from zaakwerk.zgw.forms import DienstForm
from zaakwerk.zgw.links import BASE, worker_origin
from zaakwerk.zgw.models import AuditRegel, Bericht, ExterneDienst


def with_base(name: str, label: Any) -> Callable[[models.Model], str]:
    """A column that shows stored links with the base they go out with."""

    @admin.display(description=label, ordering=name)
    def show(obj: models.Model) -> str:
        return str(getattr(obj, name)).replace(BASE, worker_origin().base)

    show.__name__ = name
    return show


HOOFD_OBJECT = with_base("hoofd_object", _("hoofdobject"))
RESOURCE_URL = with_base("resource_url", _("resource"))


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Rows that operators may see; only commands write them."""

    show_full_result_count = False
    list_per_page = 50
    ordering = ("-id",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False


@admin.register(AuditRegel)
class AuditRegelAdmin(ReadOnlyAdmin):
    """Who changed what, newest first."""

    list_display = ("aanmaakdatum", "actie", "resource", "resource_weergave", "gebruiker_id", "applicatie_id")
    list_filter = ("bron", "actie", "aanmaakdatum")
    search_fields = ("resource_weergave", "gebruiker_id", "applicatie_id")
    readonly_fields: ClassVar[Any] = (
        HOOFD_OBJECT,
        RESOURCE_URL,
        with_base("oud", _("oud")),
        with_base("nieuw", _("nieuw")),
    )
    fields: ClassVar[Any] = (
        ("aanmaakdatum", "bron", "actie", "resultaat"),
        ("applicatie_id", "applicatie_weergave"),
        ("gebruiker_id", "gebruiker_weergave"),
        "toelichting",
        HOOFD_OBJECT,
        ("resource", "resource_weergave"),
        *readonly_fields[1:],
    )


@admin.register(Bericht)
class BerichtAdmin(ReadOnlyAdmin):
    """The outbox, newest first."""

    list_display = ("aanmaakdatum", "kanaal", "resource", "actie", HOOFD_OBJECT, "is_verdeeld")
    list_filter = ("is_verdeeld", "kanaal", "resource", "aanmaakdatum")
    readonly_fields: ClassVar[Any] = (HOOFD_OBJECT, RESOURCE_URL, with_base("kenmerken", _("kenmerken")))
    fields: ClassVar[Any] = ("aanmaakdatum", ("kanaal", "resource", "actie"), *readonly_fields, "is_verdeeld")


@admin.register(ExterneDienst)
class ExterneDienstAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """APIs of other installations; the secret goes in and is never shown."""

    form = DienstForm
    list_display = ("naam", "component", "basis", "client_id", "has_secret")
    list_filter = ("component",)
    search_fields = ("naam", "basis")

    @admin.display(description=_("geheim ingesteld"), boolean=True)
    def has_secret(self, obj: ExterneDienst) -> bool:
        """Whether we sign in there."""
        return bool(obj.secret)

    def save_model(self, request: HttpRequest, obj: ExterneDienst, form: Any, change: bool) -> None:
        """Keeps the secret encrypted; an empty field leaves the one there is."""
        if not obj.client_id:
            obj.secret = ""
        elif form.cleaned_data["new_secret"]:
            obj.secret = secrets.encrypt(form.cleaned_data["new_secret"])
        super().save_model(request, obj, form, change)
