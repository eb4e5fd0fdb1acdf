"""Admin of zaken, to look at only: the register changes through commands."""

from django.contrib import admin

from zaakwerk.zaken.models import Resultaat, Rol, Status, Zaak, ZaakEigenschap, ZaakInformatieObject
from zaakwerk.zgw.admin import ReadOnlyAdmin


@admin.register(Zaak)
class ZaakAdmin(ReadOnlyAdmin):
    """Zaken."""

    list_display = (
        "identificatie",
        "omschrijving",
        "zaaktype",
        "startdatum",
        "einddatum",
        "archiefactiedatum",
    )
    list_select_related = ("zaaktype",)
    search_fields = ("identificatie", "omschrijving")


@admin.register(Status)
class StatusAdmin(ReadOnlyAdmin):
    """Statuses."""

    list_display = ("zaak", "statustype", "datum_status_gezet")
    list_select_related = ("zaak", "statustype")
    search_fields = ("zaak__identificatie",)


@admin.register(Rol)
class RolAdmin(ReadOnlyAdmin):
    """Betrokkenen, without their numbers."""

    list_display = ("zaak", "omschrijving", "betrokkene_type", "registratiedatum")
    list_select_related = ("zaak",)
    search_fields = ("zaak__identificatie",)
    exclude = ("betrokkene_identificatie", "bsn", "a_nummer", "anp_identificatie", "contactpersoon_rol")


@admin.register(Resultaat, ZaakEigenschap, ZaakInformatieObject)
class PartAdmin(ReadOnlyAdmin):
    """What else hangs below a zaak."""

    list_display = ("zaak", "__str__")
    list_select_related = ("zaak",)
    search_fields = ("zaak__identificatie",)
