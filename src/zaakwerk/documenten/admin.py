"""Admin of documents, to look at only: documents change through commands."""

from django.contrib import admin

from zaakwerk.documenten import models
from zaakwerk.zgw.admin import ReadOnlyAdmin


@admin.register(models.EnkelvoudigInformatieObject)
class DocumentAdmin(ReadOnlyAdmin):
    """Documents."""

    list_display = ("identificatie", "laatste_versie", "informatieobjecttype")
    list_select_related = ("laatste_versie", "informatieobjecttype")
    search_fields = ("identificatie",)


@admin.register(models.EnkelvoudigInformatieObjectVersie)
class VersieAdmin(ReadOnlyAdmin):
    """Versions of documents."""

    list_display = ("titel", "document", "versie", "begin_registratie", "bestandsomvang")
    list_select_related = ("document",)
    search_fields = ("titel",)


@admin.register(models.ObjectInformatieObject)
class ObjectInformatieObjectAdmin(ReadOnlyAdmin):
    """What documents belong to."""

    list_display = ("informatieobject", "object_type", "object_uuid")
    list_select_related = ("informatieobject",)


@admin.register(models.BestandsDeel)
class BestandsDeelAdmin(ReadOnlyAdmin):
    """Parts of uploads that are under way."""

    list_display = ("document", "volgnummer", "omvang", "is_complete")
    list_select_related = ("document",)


@admin.register(models.Gebruiksrechten)
class GebruiksrechtenAdmin(ReadOnlyAdmin):
    """Conditions on the use of documents."""

    list_display = ("informatieobject", "startdatum", "einddatum")
    list_select_related = ("informatieobject",)


@admin.register(models.Verzending)
class VerzendingAdmin(ReadOnlyAdmin):
    """Whom documents came from and went to."""

    list_display = ("informatieobject", "aard_relatie", "betrokkene")
    list_select_related = ("informatieobject",)
