"""Admin of besluiten, to look at only: the register changes through commands."""

from django.contrib import admin

from zaakwerk.besluiten.models import Besluit, BesluitInformatieObject
from zaakwerk.zgw.admin import ReadOnlyAdmin


@admin.register(Besluit)
class BesluitAdmin(ReadOnlyAdmin):
    """Besluiten."""

    list_display = ("identificatie", "besluittype", "zaak", "datum", "ingangsdatum", "vervaldatum")
    list_select_related = ("besluittype", "zaak")
    search_fields = ("identificatie", "zaak__identificatie")


@admin.register(BesluitInformatieObject)
class BesluitInformatieObjectAdmin(ReadOnlyAdmin):
    """Which documents lay a besluit down."""

    list_display = ("besluit", "informatieobject")
    list_select_related = ("besluit", "informatieobject")
    search_fields = ("besluit__identificatie",)
