"""Taking catalogues over: what is recognised, what is refused, and that nothing is ever half-taken."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import msgspec
import pytest
from django.db import connection

from zaakwerk.catalogi import models
from zaakwerk.catalogi.tests import builders
from zaakwerk.catalogi.uitwisseling import Opties, Uitkomst, Verslag, importeer
from zaakwerk.catalogi.uitwisseling.soorten import SOORTEN, Inhoud
from zaakwerk.catalogi.uitwisseling.tests.bestanden import clear, inhoud_of, make_full
from zaakwerk.catalogi.uitwisseling.zipbestand import pack
from zaakwerk.zgw.actors import SYSTEM, Actor, Grant
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.problems import Conflict, Forbidden, Invalid

pytestmark = pytest.mark.django_db
KEEP = Opties(behoud_uuid=True)


@pytest.fixture
def inhoud() -> Inhoud:
    """The full catalogue as a file, of which the register holds nothing."""
    found = inhoud_of(make_full())
    clear()
    return found


def rows() -> int:
    """How many types of any kind the register holds."""
    return sum(soort.resource.model._default_manager.count() for soort in SOORTEN)


def take(inhoud: Inhoud, opties: Opties = KEEP) -> Verslag:
    return importeer(SYSTEM, inhoud, opties)


def reasons(verslag: Verslag) -> dict[str, str]:
    """What conflicts, by kind and name."""
    return {f"{regel.soort} {regel.naam}": regel.reden for regel in verslag.conflicten}


def test_export_import_export_is_identical_to_the_byte(inhoud: Inhoud) -> None:
    verslag = take(inhoud)
    assert verslag.conflicten == []
    assert verslag.is_geschreven and set(verslag.aantallen.values()) == {0, rows()}
    again = inhoud_of(models.Catalogus.objects.get())
    assert again == inhoud
    assert pack(again) == pack(inhoud)


def test_without_the_uuids_everything_but_the_uuids_is_the_same(inhoud: Inhoud) -> None:
    take(inhoud, Opties())
    again = inhoud_of(models.Catalogus.objects.get())
    assert not set(urls_of(inhoud)) & set(urls_of(again))
    text = pack_text(again)
    for made, original in zip(urls_of(again), urls_of(inhoud), strict=True):
        text = text.replace(made, original)
    assert text == pack_text(inhoud)


def urls_of(inhoud: Inhoud) -> list[str]:
    """The URL of every object."""
    return [item["url"] for objects in inhoud.values() for item in objects]


def pack_text(inhoud: Inhoud) -> str:
    """A file as one text."""
    return msgspec.json.encode(inhoud).decode()


def test_a_second_time_everything_is_the_same(inhoud: Inhoud) -> None:
    take(inhoud)
    before = Bericht.objects.count()
    verslag = take(inhoud, Opties())
    assert {regel.uitkomst for regel in verslag.regels} == {Uitkomst.GELIJK}
    assert Bericht.objects.count() == before


def test_a_trial_says_the_same_and_writes_nothing(inhoud: Inhoud) -> None:
    proef = take(inhoud, Opties(proef=True, behoud_uuid=True))
    assert (rows(), Bericht.objects.count()) == (0, 0)
    assert not proef.is_geschreven and "proef" in proef.samenvatting
    assert proef.regels == take(inhoud).regels


def test_every_object_that_is_taken_over_is_told_on_its_channel(inhoud: Inhoud) -> None:
    take(inhoud)
    told = Bericht.objects.filter(actie="create")
    assert told.count() == rows() - 1
    assert set(told.values_list("kanaal", flat=True)) == {
        "zaaktypen",
        "besluittypen",
        "informatieobjecttypen",
    }


def test_a_concept_that_differs_is_changed_with_the_reason(inhoud: Inhoud) -> None:
    take(inhoud)
    concept = next(item for item in inhoud["ZaakType"] if item["identificatie"] == "CONCEPT")
    concept["doel"] = "Een ander doel"
    verslag = take(inhoud)
    changed = [regel for regel in verslag.regels if regel.uitkomst is Uitkomst.GEWIJZIGD]
    assert [(regel.naam, regel.reden) for regel in changed] == [("CONCEPT 2020-01-01", "verschilt in doel")]
    assert models.ZaakType.objects.get(identificatie="CONCEPT").doel == "Een ander doel"


def test_a_concept_is_published_when_the_file_says_so(inhoud: Inhoud) -> None:
    take(inhoud)
    concept = next(item for item in inhoud["ZaakType"] if item["identificatie"] == "CONCEPT")
    concept["concept"] = False
    verslag = take(inhoud)
    assert verslag.aantallen["gewijzigd"] == 1
    assert not models.ZaakType.objects.get(identificatie="CONCEPT").concept


def test_ztc_009_a_published_version_that_differs_is_a_conflict(inhoud: Inhoud) -> None:
    take(inhoud)
    inhoud["ZaakType"][0]["doel"] = "Een ander doel"
    verslag = take(inhoud)
    assert list(reasons(verslag)) == ["ZaakType MOR 2020-01-01"]
    assert "gepubliceerd" in verslag.conflicten[0].reden and "doel" in verslag.conflicten[0].reden
    assert not models.ZaakType.objects.filter(doel="Een ander doel").exists()


def test_ztc_009_a_published_version_may_end(inhoud: Inhoud) -> None:
    take(inhoud)
    inhoud["ZaakType"][1]["eindeGeldigheid"] = "2030-01-01"
    assert take(inhoud).aantallen["gewijzigd"] == 1
    assert models.ZaakType.objects.filter(einde_geldigheid=date(2030, 1, 1)).exists()


def test_ztc_010_a_published_zaaktype_gets_no_new_parts(inhoud: Inhoud) -> None:
    take(inhoud)
    extra = {
        **inhoud["RolType"][0],
        "omschrijving": "Buurman",
        "url": inhoud["RolType"][0]["url"][:-4] + "0000",
    }
    inhoud["RolType"].append(extra)
    verslag = take(inhoud)
    assert list(reasons(verslag)) == ["RolType Buurman (MOR 2020-01-01)"]


def test_ztc_016_overlapping_versions_in_a_file_are_a_conflict(inhoud: Inhoud) -> None:
    inhoud["ZaakType"][0]["eindeGeldigheid"] = None
    verslag = take(inhoud)
    found = reasons(verslag)
    assert list(found) == ["ZaakType MOR 2024-01-01"]
    assert "2020-01-01" in found["ZaakType MOR 2024-01-01"]
    assert rows() == 0


def test_one_conflict_and_nothing_at_all_is_taken_over(inhoud: Inhoud) -> None:
    inhoud["Eigenschap"][0]["specificatie"]["formaat"] = "kleur"
    verslag = take(inhoud)
    assert len(verslag.conflicten) == 1
    assert "specificatie.formaat" in verslag.conflicten[0].reden
    assert (rows(), Bericht.objects.count()) == (0, 0)
    assert "niets overgenomen" in verslag.samenvatting


def test_what_belongs_to_a_refused_zaaktype_says_so(inhoud: Inhoud) -> None:
    inhoud["ZaakType"][0]["doorlooptijd"] = "acht weken"
    found = reasons(take(inhoud))
    assert "doorlooptijd" in found.pop("ZaakType MOR 2020-01-01")
    assert found and all("kan worden overgenomen" in reason for reason in found.values())


Damage = Callable[[Inhoud], Any]
WRONG: dict[str, tuple[Damage, str]] = {
    "unknown zaaktype": (
        lambda i: i["RolType"][0].update(zaaktype="http://localhost/x"),
        "http://localhost/x",
    ),
    "no zaaktype": (lambda i: i["RolType"][0].pop("zaaktype"), "niet ingevuld"),
    "zaaktype is a list": (lambda i: i["RolType"][0].update(zaaktype=["a"]), "niet in het bestand"),
    "wrong kind": (
        lambda i: i["RolType"][0].update(zaaktype=i["BesluitType"][0]["url"]),
        "niet in het bestand",
    ),
    "unknown statustype": (lambda i: i["Eigenschap"][0].update(statustype="http://x/y"), "statustype"),
    "unknown name": (lambda i: i["ZaakType"][1].update(besluittypeOmschrijving=["Weg"]), "bestaat niet"),
    "unknown document": (
        lambda i: i["ZaakTypeInformatieObjectType"][0].update(informatieobjecttype="http://x/y"),
        "http://x/y",
    ),
    "twice": (lambda i: i["RolType"].append(dict(i["RolType"][0])), "twee keer"),
    "twice by key": (
        lambda i: i["RolType"].append({**i["RolType"][0], "url": "http://localhost/z"}),
        "twee keer",
    ),
    "twice by number": (
        lambda i: i["ZaakTypeInformatieObjectType"].append(
            {**i["ZaakTypeInformatieObjectType"][0], "url": "http://localhost/z", "richting": "intern"}
        ),
        "volgnummer 1 staat twee keer",
    ),
    "missing": (lambda i: i["ZaakType"][0].pop("doel"), "doel: Dit veld is verplicht"),
    "nul": (lambda i: i["ZaakType"][0].update(doel="\x00"), "doel"),
    "not a selectielijst": (
        lambda i: i["ResultaatType"][0].update(selectielijstklasse="https://elders.example.nl/1"),
        "selectielijstklasse",
    ),
    "concept is a word": (lambda i: i["ZaakType"][0].update(concept="misschien"), "concept"),
    "relation is a text": (
        lambda i: i["ZaakType"][0].update(gerelateerdeZaaktypen=["a"]),
        "gerelateerdeZaak",
    ),
    "rsin": (lambda i: i["Catalogus"][0].update(rsin="000000000"), "rsin"),
}


@pytest.mark.parametrize("name", WRONG)
def test_whatever_is_wrong_is_named_and_nothing_is_taken_over(inhoud: Inhoud, name: str) -> None:
    damage, words = WRONG[name]
    damage(inhoud)
    found = reasons(take(inhoud))
    assert any(words in reason for reason in found.values()), found
    assert rows() == 0


def test_urls_stand_for_names_in_files_of_older_systems(inhoud: Inhoud) -> None:
    for item in inhoud["ZaakType"]:
        del item["besluittypeOmschrijving"], item["deelzaaktypeIdentificaties"]
        for relatie in item["gerelateerdeZaaktypen"]:
            del relatie["zaaktypeIdentificatie"]
    for item in inhoud["ZaakTypeInformatieObjectType"]:
        item["informatieobjecttype"] = inhoud["InformatieObjectType"][0]["url"]
    assert take(inhoud).conflicten == []
    zaaktype = models.ZaakType.objects.get(begin_geldigheid=date(2024, 1, 1))
    assert (zaaktype.besluittypen, zaaktype.deelzaaktypen) == (["Vergunning"], ["DEEL"])
    assert [relatie["zaaktype"] for relatie in zaaktype.gerelateerde_zaaktypen] == ["MOR", "CONCEPT"]


def test_empty_forms_of_other_systems_are_no_value(inhoud: Inhoud) -> None:
    for item in inhoud["ZaakType"]:
        item["servicenorm"] = "P0D"
        item["broncatalogus"] = {"url": "", "domein": "", "rsin": ""}
        item["bronzaaktype"] = {"url": "", "identificatie": "", "omschrijving": ""}
    for item in inhoud["ResultaatType"]:
        item["brondatumArchiefprocedure"]["procestermijn"] = "P0D"
    assert take(inhoud).conflicten == []
    zaaktype = models.ZaakType.objects.first()
    assert zaaktype and (zaaktype.servicenorm, zaaktype.broncatalogus) == ("", None)


def test_another_organisation_takes_it_over_under_its_own_domein_and_rsin(inhoud: Inhoud) -> None:
    inhoud["Catalogus"][0]["rsin"] = "000000000"
    assert take(inhoud, Opties(domein="ANDER", rsin=builders.RSIN)).conflicten == []
    assert models.Catalogus.objects.get().domein == "ANDER"


def test_a_file_without_catalogus_goes_into_the_one_that_is_named(inhoud: Inhoud) -> None:
    del inhoud["Catalogus"]
    with pytest.raises(Invalid, match="geen catalogus"):
        take(inhoud)
    target = builders.make_catalogus(domein="DOEL")
    with pytest.raises(Invalid, match="geen catalogus"):
        take(inhoud, Opties(domein="NIETS"))
    assert take(inhoud, Opties(domein="DOEL")).conflicten == []
    assert set(models.ZaakType.objects.values_list("catalogus", flat=True)) == {target.pk}


def test_uuids_that_cannot_stay_are_a_conflict(inhoud: Inhoud) -> None:
    take(inhoud, Opties())
    assert "onder de UUID" in next(iter(reasons(take(inhoud)).values()))
    clear()
    other = builders.make_catalogus(domein="ANDER")
    other.uuid = inhoud["Catalogus"][0]["url"][-36:]
    other.save()
    assert "al van Testcatalogus" in reasons(take(inhoud))["Catalogus VOL 123456782"]


def test_only_who_may_write_types_takes_them_over(inhoud: Inhoud) -> None:
    reader = Actor(grants=(Grant("ztc", frozenset({"catalogi.lezen"})),))
    with pytest.raises(Forbidden):
        importeer(reader, inhoud)


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_leave_one_catalogue() -> None:
    inhoud = inhoud_of(make_full())
    expected = rows()
    clear()

    def attempt(_: int) -> str:
        try:
            return take(inhoud, Opties()).samenvatting
        except Conflict as conflict:
            return str(conflict)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(attempt, range(2)))
    assert rows() == expected, answers
    assert sum(f"{expected} nieuw" in answer for answer in answers) == 1, answers
