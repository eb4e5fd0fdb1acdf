"""Catalogues of other systems, where they are at hand: taken over, or refused by name."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from zaakwerk.catalogi import models
from zaakwerk.catalogi.tests import builders
from zaakwerk.catalogi.uitwisseling import Opties, importeer
from zaakwerk.catalogi.uitwisseling.soorten import BESTANDEN, Inhoud
from zaakwerk.zgw.actors import SYSTEM

FOLDER = Path(__file__).resolve().parents[6] / "shared" / "data" / "catalogus"
HOST = "https://elders.example.nl/"
NAMES = {name.lower(): name for name in BESTANDEN}
# How columns of that system are called in the API.
KEYS = {
    "zaaktype_omschrijving": "omschrijving",
    "zaaktype_omschrijving_generiek": "omschrijvingGeneriek",
    "doorlooptijd_behandeling": "doorlooptijd",
    "servicenorm_behandeling": "servicenorm",
    "datum_begin_geldigheid": "beginGeldigheid",
    "datum_einde_geldigheid": "eindeGeldigheid",
    "statustype_omschrijving": "omschrijving",
    "statustypevolgnummer": "volgnummer",
    "eigenschapnaam": "naam",
}
PREFIXED = {
    "referentieproces": "referentieproces",
    "brondatum_archiefprocedure": "brondatumArchiefprocedure",
    "broncatalogus": "broncatalogus",
    "bronzaaktype": "bronzaaktype",
}

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not FOLDER.exists(), reason="de voorbeelden van ../shared/data/catalogus zijn hier niet"
    ),
]


def camel(name: str) -> str:
    """A column as a key of the API."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def load(file: str) -> Inhoud:
    """Rows of another system's database in the form of the API."""
    rows = json.loads((FOLDER / file).read_text())
    urls = {(row["model"], row.get("pk")): url_of(row) for row in rows if "uuid" in row["fields"]}
    by_uuid = {row["fields"]["uuid"]: url_of(row) for row in rows if "uuid" in row["fields"]}
    specs = {row["pk"]: row["fields"] for row in rows if row["model"].endswith("eigenschapspecificatie")}
    inhoud: Inhoud = {name: [] for name in BESTANDEN}
    for row in rows:
        kind = row["model"].partition(".")[2]
        if kind in NAMES:
            inhoud[NAMES[kind]].append(wire(row, urls, by_uuid, specs))
    return inhoud


def url_of(row: Mapping[str, Any]) -> str:
    """An address as that system would have given."""
    return f"{HOST}{row['model']}/{row['fields']['uuid']}"


def wire(row: Mapping[str, Any], urls: Any, by_uuid: Any, specs: Any) -> dict[str, Any]:
    """One row as its API shows it."""
    made: dict[str, Any] = {"url": url_of(row), "besluittypen": [], "gerelateerdeZaaktypen": []}
    for column, value in row["fields"].items():
        group = next((name for name in PREFIXED if column.startswith(f"{name}_")), None)
        if column in ("catalogus", "zaaktype", "statustype", "informatieobjecttype"):
            key = value[0] if isinstance(value, list) else value
            made[column] = by_uuid.get(key) or urls.get((f"catalogi.{column}", key))
        elif column == "informatieobjecttypen":
            made[column] = [urls["catalogi.informatieobjecttype", key] for key in value]
        elif column == "specificatie_van_eigenschap":
            spec = specs[value]
            made["specificatie"] = {**spec, "waardenverzameling": json.loads(spec["waardenverzameling"])}
        elif group:
            made.setdefault(PREFIXED[group], {})[camel(column.removeprefix(f"{group}_"))] = value
        elif isinstance(value, str) and value.startswith("["):
            made[camel(column)] = json.loads(value)
        elif column not in ("zaaktypen", "zaakobjecttypen", "deelzaaktypen"):
            made[KEYS.get(column, camel(column))] = value
    return made


def test_a_catalogue_with_an_impossible_rsin_is_refused_by_name_and_whole() -> None:
    verslag = importeer(SYSTEM, load("openzaak-docker-catalogi-fixture.json"))
    assert "rsin" in verslag.conflicten[0].reden
    assert len(verslag.conflicten) == len(verslag.regels)
    assert not models.Catalogus.objects.exists()


def test_the_catalogue_of_another_system_is_taken_over_under_our_rsin() -> None:
    inhoud = load("openzaak-docker-catalogi-fixture.json")
    verslag = importeer(SYSTEM, inhoud, Opties(rsin=builders.RSIN, behoud_uuid=True))
    assert [f"{regel}" for regel in verslag.conflicten] == []
    assert models.ZaakType.objects.count() == len(inhoud["ZaakType"]) > 0
    assert models.ResultaatType.objects.count() == len(inhoud["ResultaatType"]) > 0


def test_several_catalogues_in_one_file_are_taken_over_or_refused_by_name() -> None:
    inhoud = load("openforms-openzaak-fixture.json")
    for number, catalogus in enumerate(inhoud["Catalogus"]):
        catalogus["rsin"] = builders.RSIN
        catalogus["domein"] = f"DEEL{number}"
    verslag = importeer(SYSTEM, inhoud)
    # There a version may end on the day the next one begins; here both ends count (C-21).
    assert all("In deze periode geldt al" in regel.reden for regel in verslag.conflicten)
    assert [regel.naam for regel in verslag.conflicten] == [
        "Attachment Informatieobjecttype 2024-07-10",
        "ZT-001 2023-01-01",
    ]
    for name in ("InformatieObjectType", "ZaakType"):
        for item in inhoud[name]:
            item["concept"] = item["concept"] or item["beginGeldigheid"] in ("2024-07-10", "2023-01-01")
    assert importeer(SYSTEM, inhoud).conflicten == []
    assert models.ZaakType.objects.count() == len(inhoud["ZaakType"]) > 0
