"""The full-text index of zaken, filled from what the register holds."""

from typing import Any

from django.db import migrations

from zaakwerk.werkvoorraad import zoektekst
from zaakwerk.zgw.fulltext import Index

INDEX = Index("werkvoorraad_zoektekst", words=("omschrijving", "toelichting"), names=("nummers", "namen"))


def fill(apps: Any, editor: Any) -> None:
    zoektekst.fill(apps.get_model("zaken", "Zaak"), apps.get_model("zaken", "Rol"))


class Migration(migrations.Migration):
    dependencies = [("werkvoorraad", "0001_initial"), ("zaken", "0004_index_behandelaar")]

    operations = [INDEX.operation(), migrations.RunPython(fill, migrations.RunPython.noop)]
