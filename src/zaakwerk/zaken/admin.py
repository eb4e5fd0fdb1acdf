"""Admin of zaken, to look at only: the register changes through commands."""

from django.contrib import admin

from zaakwerk.zaken.models import (
    Inzage,
    KlantContact,
    Resultaat,
    Rol,
    Status,
    Zaak,
    ZaakBesluit,
    ZaakContactMoment,
    ZaakEigenschap,
    ZaakInformatieObject,
    ZaakNotitie,
    ZaaknummerReservering,
    ZaakObject,
    ZaakVerzoek,
)
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


@admin.register(
    Resultaat,
    ZaakEigenschap,
    ZaakInformatieObject,
    ZaakContactMoment,
    ZaakVerzoek,
    ZaakBesluit,
)
class PartAdmin(ReadOnlyAdmin):
    """What else hangs below a zaak."""

    list_display: tuple[str, ...] = ("zaak", "__str__")
    list_select_related = ("zaak",)
    search_fields = ("zaak__identificatie",)


@admin.register(Inzage)
class InzageAdmin(ReadOnlyAdmin):
    """Who read which zaak, newest first."""

    list_display = ("moment", "zaak", "via", "applicatie_id", "gebruiker_id", "doel", "toelichting")
    list_filter = ("via", "moment")
    search_fields = ("=zaak", "=gebruiker_id", "=applicatie_id")
    ordering = ("-id",)
    show_full_result_count = False


@admin.register(ZaakObject)
class ObjectAdmin(PartAdmin):
    """Objects, without what identifies them: that may be a person."""

    list_display = ("zaak", "object_type", "relatieomschrijving")
    exclude = ("object_identificatie",)


@admin.register(KlantContact)
class KlantContactAdmin(PartAdmin):
    """Contacts with clients, without what was said."""

    list_display = ("zaak", "identificatie", "datumtijd", "kanaal")
    exclude = ("onderwerp", "toelichting")


@admin.register(ZaakNotitie)
class NotitieAdmin(PartAdmin):
    """Notes, without what they say."""

    list_display = ("zaak", "notitie_type", "status", "aanmaakdatum")
    exclude = ("onderwerp", "tekst")


@admin.register(ZaaknummerReservering)
class ReserveringAdmin(ReadOnlyAdmin):
    """Numbers set aside, and whether they are used."""

    list_display = ("identificatie", "bronorganisatie", "gereserveerd_op", "gebruikt_op")
    search_fields = ("identificatie",)
