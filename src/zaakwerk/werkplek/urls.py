"""Addresses of the desk."""

from django.urls import path

from zaakwerk.werkplek.views import (
    afhandelen,
    betrokkenen,
    checklist,
    documenten,
    dossier,
    gegevens,
    hulp,
    inloggen,
    nieuw,
    notities,
    objecten,
    relaties,
    status,
    taken,
    zaken,
)

app_name = "werkplek"
ZAAK = "zaken/<uuid:uuid>/"
urlpatterns = [
    path("", zaken.start, name="start"),
    path("inloggen", inloggen.Inloggen.as_view(), name="inloggen"),
    path("uitloggen", inloggen.uitloggen, name="uitloggen"),
    path("zaken/", zaken.open_zaken, name="zaken"),
    path("toetsen", hulp.toetsen, name="toetsen"),
    path("concepten", hulp.concept_bewaren, name="concept_bewaren"),
    path("concepten/weg", hulp.concept_weg, name="concept_weg"),
    path("zaken/nieuw", nieuw.zaaktype, name="nieuwe_zaak"),
    path("zaken/nieuw/<uuid:aanvraag>/aanvrager", nieuw.aanvrager, name="nieuw_aanvrager"),
    path("zaken/nieuw/<uuid:aanvraag>/gegevens", nieuw.gegevens, name="nieuw_gegevens"),
    path("zaken/nieuw/<uuid:aanvraag>/document", nieuw.document, name="nieuw_document"),
    path(ZAAK, dossier.dossier, name="zaak"),
    path(f"{ZAAK}aanwezig", dossier.aanwezigen, name="aanwezig"),
    path(f"{ZAAK}tijdlijn/<int:regel>", dossier.verschil, name="verschil"),
    path(f"{ZAAK}status", status.zet_status, name="status"),
    path(f"{ZAAK}afhandelen", afhandelen.afhandelen, name="afhandelen"),
    path(f"{ZAAK}gegevens", gegevens.wijzigen, name="gegevens"),
    path(f"{ZAAK}checklist", checklist.beantwoorden, name="checklist"),
    path(f"{ZAAK}taken/nieuw", taken.nieuw, name="taak_nieuw"),
    path(f"{ZAAK}taken/<uuid:taak>", taken.afronden, name="taak"),
    path(f"{ZAAK}notities/nieuw", notities.schrijven, name="notitie_nieuw"),
    path(f"{ZAAK}notities/<uuid:notitie>", notities.wijzigen, name="notitie"),
    path(f"{ZAAK}betrokkenen/nieuw", betrokkenen.toevoegen, name="betrokkene_nieuw"),
    path(f"{ZAAK}betrokkenen/<uuid:rol>/vervangen", betrokkenen.vervangen, name="betrokkene_vervangen"),
    path(f"{ZAAK}betrokkenen/<uuid:rol>/beeindigen", betrokkenen.beeindigen, name="betrokkene_beeindigen"),
    path(f"{ZAAK}relaties/nieuw", relaties.koppelen, name="relatie_nieuw"),
    path(f"{ZAAK}relaties/weg", relaties.ontkoppelen, name="relatie_weg"),
    path(f"{ZAAK}objecten/nieuw", objecten.koppelen, name="object_nieuw"),
    path(f"{ZAAK}objecten/<uuid:ding>/weg", objecten.ontkoppelen, name="object_weg"),
    path(f"{ZAAK}ongedaan", hulp.ongedaan, name="ongedaan"),
    path(f"{ZAAK}documenten/nieuw", documenten.toevoegen, name="document_toevoegen"),
    path(f"{ZAAK}documenten/<uuid:document>", documenten.openen, name="document"),
]
