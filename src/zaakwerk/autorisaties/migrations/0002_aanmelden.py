"""Second factor, throttling, sign-in by the organisation, and exceptions for one zaak."""

import uuid
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def give_uuids(apps: Any, schema_editor: Any) -> None:
    """Every row its own; a default would give all the same."""
    for name in ("Groep", "Toekenning"):
        model = apps.get_model("autorisaties", name)
        for pk in list(model.objects.values_list("pk", flat=True)):
            model.objects.filter(pk=pk).update(uuid=uuid.uuid4())


BIGID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")
OWN_UUID = {"default": uuid.uuid4, "editable": False}


class Migration(migrations.Migration):
    dependencies = [("autorisaties", "0001_initial")]

    operations = [
        migrations.AddField(
            "medewerker",
            "onderwerp",
            models.CharField(max_length=512, blank=True, editable=False, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "medewerker", "sessie_versie", models.PositiveIntegerField(default=0, editable=False)
        ),
        migrations.AddField("medewerker", "is_voorbeeld", models.BooleanField(default=False, editable=False)),
        migrations.AddConstraint(
            "medewerker",
            models.UniqueConstraint(
                fields=["onderwerp"], condition=~models.Q(onderwerp=""), name="medewerker_onderwerp_eenmalig"
            ),
        ),
        migrations.AddField(
            "groep", "claim", models.CharField(max_length=255, blank=True, default=""), preserve_default=False
        ),
        migrations.AddField("groep", "uuid", models.UUIDField(null=True, **OWN_UUID)),
        migrations.AddField("toekenning", "uuid", models.UUIDField(null=True, **OWN_UUID)),
        migrations.AddField(
            "toekenning",
            "catalogus",
            models.UUIDField(null=True, blank=True, help_text="Leeg: alle catalogi."),
        ),
        migrations.AddField(
            "toekenning",
            "gegeven_door",
            models.CharField(max_length=255, blank=True, editable=False, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "toekenning", "gegeven_op", models.DateTimeField(null=True, blank=True, editable=False)
        ),
        migrations.RunPython(give_uuids, migrations.RunPython.noop),
        migrations.AlterField("groep", "uuid", models.UUIDField(unique=True, **OWN_UUID)),
        migrations.AlterField("toekenning", "uuid", models.UUIDField(unique=True, **OWN_UUID)),
        migrations.CreateModel(
            "TweedeFactor",
            [
                ("id", BIGID),
                ("geheim", models.TextField()),
                ("laatste_stap", models.BigIntegerField(default=0)),
                ("ingesteld_op", models.DateTimeField()),
                (
                    "medewerker",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tweede_factor",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"verbose_name": "tweede factor", "verbose_name_plural": "tweede factoren"},
        ),
        migrations.CreateModel(
            "Herstelcode",
            [
                ("id", BIGID.clone()),
                ("afdruk", models.CharField(max_length=64)),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="herstelcodes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"verbose_name_plural": "herstelcodes"},
        ),
        migrations.CreateModel(
            "Mislukking",
            [
                ("id", BIGID.clone()),
                ("sleutel", models.CharField(max_length=64, unique=True)),
                ("aantal", models.PositiveIntegerField(default=0)),
                ("laatste", models.DateTimeField(db_index=True)),
            ],
            options={"verbose_name_plural": "mislukkingen"},
        ),
        migrations.CreateModel(
            "Zaakrecht",
            [
                ("id", BIGID.clone()),
                ("uuid", models.UUIDField(unique=True, **OWN_UUID)),
                ("zaak", models.UUIDField(db_index=True)),
                ("soort", models.CharField(max_length=20)),
                ("staat", models.CharField(max_length=20)),
                ("reden", models.CharField(max_length=1000)),
                ("tot", models.DateField(null=True, blank=True)),
                ("gevraagd_op", models.DateTimeField()),
                ("besloten_door", models.CharField(max_length=255, blank=True)),
                ("besloten_op", models.DateTimeField(null=True, blank=True)),
                ("toelichting", models.CharField(max_length=1000, blank=True)),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="zaakrechten",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "zaakrechten",
                "indexes": [models.Index(fields=["medewerker", "staat"], name="zaakrecht_medewerker")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("staat", "gevraagd")),
                        fields=("medewerker", "zaak", "soort"),
                        name="zaakrecht_eenmaal_gevraagd",
                    )
                ],
            },
        ),
    ]
