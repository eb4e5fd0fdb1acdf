"""Bestanden: a catalogue with everything in it, and what tests do with the files it becomes."""

import io
import zipfile
from datetime import date
from typing import Any

import msgspec

from zaakwerk.catalogi import models
from zaakwerk.catalogi.tests import builders
from zaakwerk.catalogi.uitwisseling import exporteer
from zaakwerk.catalogi.uitwisseling.soorten import SOORTEN, Inhoud
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.links import Origin

ORIGIN = Origin("http://localhost")


def make_full() -> models.Catalogus:
    """A catalogus with two versions of a zaaktype, a concept, and one of every relation."""
    catalogus = builders.make_catalogus(domein="VOL")
    builders.make_informatieobjecttype(catalogus=catalogus, trefwoord=["foto"], omschrijving="Bijlage")
    builders.make_besluittype(catalogus=catalogus, informatieobjecttypen=["Bijlage"])
    old = builders.make_zaaktype(
        catalogus=catalogus, identificatie="MOR", einde_geldigheid=date(2023, 12, 31)
    )
    builders.make_zaakobjecttype(old)
    relatie = {"zaaktype": "MOR", "aardRelatie": "vervolg", "toelichting": ""}
    nergens = {"zaaktype": "CONCEPT", "aardRelatie": "onderwerp", "toelichting": "Nog niet in gebruik"}
    new = builders.make_zaaktype(
        catalogus=catalogus,
        identificatie="MOR",
        begin_geldigheid=date(2024, 1, 1),
        besluittypen=["Vergunning"],
        deelzaaktypen=["DEEL"],
        gerelateerde_zaaktypen=[relatie, nergens],
    )
    step = models.StatusType.objects.filter(zaaktype=new).last()
    builders.make_eigenschap(new, naam="Straat", statustype=step)
    models.ResultaatType.objects.filter(zaaktype=new).update(
        besluittypen=["Vergunning"], informatieobjecttypen=["Bijlage"]
    )
    models.ZaakTypeInformatieObjectType.objects.filter(zaaktype=new).update(statustype=step)
    builders.make_bare_zaaktype(catalogus=catalogus, identificatie="DEEL")
    builders.make_bare_zaaktype(catalogus=catalogus, identificatie="CONCEPT", concept=True)
    return catalogus


def inhoud_of(catalogus: models.Catalogus) -> Inhoud:
    """Everything in a catalogus, in the form of the API."""
    return exporteer(SYSTEM, catalogus, ORIGIN)


def clear() -> None:
    """An empty register of types."""
    for soort in reversed(SOORTEN):
        soort.resource.model._default_manager.all().delete()


def zip_of(files: dict[str, Any]) -> bytes:
    """A zip of these files; what is not bytes is written as JSON."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content if isinstance(content, bytes) else msgspec.json.encode(content))
    return target.getvalue()
