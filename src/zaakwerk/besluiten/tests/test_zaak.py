"""A besluit and its zaak: the mirror, the protection of a closed zaak, and the archive date that follows."""

from typing import Any

import pytest

from zaakwerk.besluiten.models import Besluit
from zaakwerk.besluiten.tests.world import BESLUITEN, BesluitWorld
from zaakwerk.zaken.models import ZaakBesluit
from zaakwerk.zaken.tests.world import url, zaaktype_row
from zaakwerk.zgw.models import AuditRegel, Bericht
from zaakwerk.zgw.tests.api import codes

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> BesluitWorld:
    return BesluitWorld()


def mirrors(world: BesluitWorld, zaak: dict[str, Any]) -> Any:
    """The besluiten of a zaak as the Zaken API answers them."""
    return world.api.get(f"{zaak['url']}/besluiten").json()


def archive_date(world: BesluitWorld, zaak: dict[str, Any]) -> Any:
    """archiefactiedatum as it is now."""
    return world.api.get(zaak["url"]).json()["archiefactiedatum"]


def test_brc_006_a_besluit_stands_at_its_zaak_and_leaves_with_it(world: BesluitWorld) -> None:
    zaak = world.zaak()
    first, second, loose = world.besluit(zaak), world.besluit(zaak), world.besluit()
    found = mirrors(world, zaak)
    assert [one["besluit"] for one in found] == [first["url"], second["url"]]
    assert loose["zaak"] == ""
    assert world.api.delete(first["url"]).status_code == 204
    assert mirrors(world, zaak) == [found[1]]


def test_brc_006_the_mirror_is_in_the_audit_trail_of_the_zaak_and_reported(world: BesluitWorld) -> None:
    zaak = world.zaak()
    Bericht.objects.all().delete()
    made = world.besluit(zaak)
    sent = Bericht.objects.order_by("id").values_list("kanaal", "resource", "actie")
    assert list(sent) == [("besluiten", "besluit", "create"), ("zaken", "zaakbesluit", "create")]
    world.api.delete(made["url"])
    lines = world.api.get(f"{zaak['url']}/audittrail").json()
    assert [(line["resource"], line["actie"]) for line in lines[1:]] == [
        ("zaakbesluit", "create"),
        ("zaakbesluit", "destroy"),
    ]
    assert {line["resourceWeergave"] for line in lines[1:]} == {made["identificatie"]}
    assert list(sent.all())[2:] == [("besluiten", "besluit", "destroy")]


def test_brc_006_the_mirror_is_never_written_by_itself(world: BesluitWorld) -> None:
    zaak = world.zaak()
    mine, loose = world.besluit(zaak), world.besluit()
    again = world.api.post(f"{zaak['url']}/besluiten", {"besluit": mine["url"]})
    assert codes(again) == {"nonFieldErrors": "unique"}
    alone = world.api.post(f"{zaak['url']}/besluiten", {"besluit": loose["url"]})
    assert codes(alone) == {"nonFieldErrors": "inconsistent-relation"}
    [mirror] = mirrors(world, zaak)
    assert codes(world.api.delete(mirror["url"])) == {"nonFieldErrors": "inconsistent-relation"}


def test_brc_006_zaak_exists_and_is_one(world: BesluitWorld) -> None:
    nowhere = world.zaak()["url"][:-12] + "00c04fd430c8"
    assert codes(world.post(zaak=nowhere)) == {"zaak": "bad-url"}
    assert codes(world.post(zaak="https://elders.example.org/1")) == {"zaak": "bad-url"}
    assert codes(world.post(zaak=url(world.zaaktype))) == {"zaak": "invalid-resource"}
    assert world.post(zaak="").status_code == 201


def test_brc_006_zaak_stays(world: BesluitWorld) -> None:
    zaak, other = world.zaak(), world.zaak()
    made, loose = world.besluit(zaak), world.besluit()
    for besluit, value in ((made, other["url"]), (made, ""), (loose, other["url"])):
        refused = world.api.patch(besluit["url"], {"zaak": value})
        assert codes(refused) == {"zaak": "wijzigen-niet-toegelaten"}
    assert world.api.patch(made["url"], {"zaak": zaak["url"]}).status_code == 200
    assert world.api.patch(loose["url"], {"zaak": ""}).status_code == 200
    assert ZaakBesluit.objects.count() == 1


def test_brc_007_besluittype_belongs_to_the_zaaktype(world: BesluitWorld) -> None:
    zaak = world.zaak()
    loose = url(world.loose_besluittype("Mandaat"))
    assert codes(world.post(zaak, besluittype=loose)) == {"nonFieldErrors": "zaaktype-mismatch"}
    namesake = url(world.loose_besluittype("Vergunning", catalogus=zaaktype_row().catalogus))
    assert codes(world.post(zaak, besluittype=namesake)) == {"nonFieldErrors": "zaaktype-mismatch"}
    assert world.post(besluittype=loose).status_code == 201
    assert not ZaakBesluit.objects.exists()


def test_brc_007_holds_when_the_zaak_changes_its_zaaktype(world: BesluitWorld) -> None:
    zaak = world.zaak()
    world.besluit(zaak)
    other = zaaktype_row(catalogus=world.zaaktype.catalogus, besluittypen=["Ontheffing"])
    refused = world.api.patch(zaak["url"], {"zaaktype": url(other)})
    assert codes(refused) == {"zaaktype": "wijzigen-niet-toegelaten"}
    assert "besluiten van de soort Vergunning ontbreken" in refused.json()["invalidParams"][0]["reason"]
    other.besluittypen = ["Ontheffing", "Vergunning"]
    other.save()
    assert world.api.patch(zaak["url"], {"zaaktype": url(other)}).status_code == 200


def test_zrc_023_a_zaak_with_besluiten_stays_until_these_are_gone(world: BesluitWorld) -> None:
    zaak = world.zaak()
    made = world.besluit(zaak)
    assert codes(world.api.delete(zaak["url"])) == {"nonFieldErrors": "related-besluiten"}
    assert world.api.delete(made["url"]).status_code == 204
    assert world.api.delete(zaak["url"]).status_code == 204


def test_zrc_007_a_closed_zaak_gets_no_besluit_and_loses_none(world: BesluitWorld) -> None:
    closed = world.zaak()
    made = world.besluit(closed)
    world.close(closed)
    clerk = world.decider(also=[world.on_zaken("zaken.lezen", "zaken.bijwerken")])
    assert clerk.post(f"{BESLUITEN}/besluiten", world.new(closed)).status_code == 403
    assert clerk.delete(made["url"]).status_code == 403
    assert (Besluit.objects.count(), ZaakBesluit.objects.count()) == (1, 1)
    keeper = world.decider(also=[world.on_zaken("zaken.geforceerd-bijwerken")], client_id="archivaris")
    assert keeper.post(f"{BESLUITEN}/besluiten", world.new(closed)).status_code == 201
    assert keeper.delete(made["url"]).status_code == 204


def test_zrc_007_a_closed_zaak_is_named_before_other_faults(world: BesluitWorld) -> None:
    closed = world.zaak()
    world.close(closed)
    wrong = world.new(closed, besluittype=url(world.make_besluittype("Concept", concept=True)))
    clerk = world.decider(besluittype=world.besluittype)
    assert clerk.post(f"{BESLUITEN}/besluiten", world.new(closed, datum="2999-01-01")).status_code == 403
    assert codes(world.api.post(f"{BESLUITEN}/besluiten", wrong)) == {"besluittype": "not-published"}


def test_a_besluit_changes_when_its_zaak_is_closed_for_it_has_no_closed_state(world: BesluitWorld) -> None:
    closed = world.zaak()
    made = world.besluit(closed)
    world.close(closed)
    clerk = world.decider()
    assert clerk.patch(made["url"], {"vervaldatum": "2027-01-01"}).status_code == 200
    body = {"besluit": made["url"], "informatieobject": url(world.written())}
    assert clerk.post(f"{BESLUITEN}/besluitinformatieobjecten", body).status_code == 201


@pytest.mark.parametrize("name", ["ingangsdatum", "vervaldatum"])
def test_zrc_021_the_archive_date_follows_the_besluiten(world: BesluitWorld, name: str) -> None:
    zaak, kind = world.zaak(), world.make_resultaattype(f"{name}_besluit")
    dated = {name: "2026-03-01"}
    first = world.besluit(zaak, **dated)
    world.besluit(zaak, ingangsdatum="2020-01-01")
    assert world.close(zaak, resultaattype=kind)["archiefactiedatum"] == "2031-03-01"
    second = world.besluit(zaak, **{name: "2027-06-01"})
    assert archive_date(world, zaak) == "2032-06-01"
    world.api.patch(second["url"], {name: "2028-06-01"})
    assert archive_date(world, zaak) == "2033-06-01"
    world.api.put(second["url"], {**second, name: "2029-06-01"})
    assert archive_date(world, zaak) == "2034-06-01"
    world.api.delete(second["url"])
    assert archive_date(world, zaak) == "2031-03-01"
    world.api.patch(first["url"], {"toelichting": "Alleen de woorden."})
    assert archive_date(world, zaak) == "2031-03-01"


def test_zrc_021_following_is_in_the_audit_trail_of_the_zaak_and_sent(world: BesluitWorld) -> None:
    zaak, kind = world.zaak(), world.make_resultaattype("vervaldatum_besluit")
    made = world.besluit(zaak)
    assert world.close(zaak, resultaattype=kind)["archiefactiedatum"] is None
    Bericht.objects.all().delete()
    world.api.patch(made["url"], {"vervaldatum": "2027-06-01"})
    sent = Bericht.objects.order_by("id").values_list("kanaal", "resource", "actie")
    assert list(sent) == [("besluiten", "besluit", "partial_update"), ("zaken", "zaak", "partial_update")]
    line = AuditRegel.objects.filter(resource="zaak", actie="partial_update").last()
    assert line is not None and '"archiefactiedatum":"2032-06-01"' in line.nieuw


def test_zrc_021_a_date_set_by_hand_stays(world: BesluitWorld) -> None:
    zaak, kind = world.zaak(), world.make_resultaattype("ingangsdatum_besluit")
    made = world.besluit(zaak)
    world.close(zaak, resultaattype=kind)
    world.api.patch(zaak["url"], {"archiefactiedatum": "2040-01-01"})
    world.api.patch(made["url"], {"ingangsdatum": "2027-06-01"})
    assert archive_date(world, zaak) == "2040-01-01"
