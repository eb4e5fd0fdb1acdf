"""Admin of the catalogue, to look at only: types change through commands."""

from django.contrib import admin

from zaakwerk.catalogi import models
from zaakwerk.zgw.admin import ReadOnlyAdmin


@admin.register(models.Catalogus)
class CatalogusAdmin(ReadOnlyAdmin):
    """Catalogues."""

    list_display = ("domein", "rsin", "naam")


@admin.register(models.ZaakType)
class ZaakTypeAdmin(ReadOnlyAdmin):
    """Zaaktypen, a row per version."""

    list_display = ("identificatie", "omschrijving", "begin_geldigheid", "einde_geldigheid", "concept")
    list_filter = ("concept",)
    search_fields = ("identificatie", "omschrijving")


@admin.register(models.InformatieObjectType)
class InformatieObjectTypeAdmin(ReadOnlyAdmin):
    """Informatieobjecttypen, a row per version."""

    list_display = ("omschrijving", "begin_geldigheid", "einde_geldigheid", "concept")
    search_fields = ("omschrijving",)


@admin.register(
    models.StatusType,
    models.ResultaatType,
    models.RolType,
    models.Eigenschap,
    models.ZaakTypeInformatieObjectType,
)
class ChildAdmin(ReadOnlyAdmin):
    """What belongs to one version of a zaaktype."""

    list_display = ("zaaktype", "__str__")
    list_select_related = ("zaaktype",)
    search_fields = ("zaaktype__identificatie",)
