"""The documents of a besluit: what may be linked, the mirror in Documenten, and what keeps a document."""

from typing import Any

import pytest

from zaakwerk.besluiten.models import BesluitInformatieObject
from zaakwerk.besluiten.tests.world import BESLUITEN, BesluitWorld
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, ObjectInformatieObject
from zaakwerk.zaken.tests.world import url, zaaktype_row
from zaakwerk.zgw.tests.api import BASE, codes

pytestmark = pytest.mark.django_db
DOCUMENTEN = f"{BASE}/documenten/api/v1"


@pytest.fixture
def world() -> BesluitWorld:
    return BesluitWorld()


def mirrors(world: BesluitWorld, **query: str) -> Any:
    """The relations of documents as the Documenten API answers them."""
    return world.api.get(f"{DOCUMENTEN}/objectinformatieobjecten", query).json()


def test_brc_005_a_document_has_its_mirror_and_loses_it(world: BesluitWorld) -> None:
    besluit, document = world.besluit(), world.written()
    made = world.lay_down(besluit, document)
    assert made.status_code == 201
    assert made.json() == {
        "url": made.json()["url"],
        "informatieobject": url(document),
        "besluit": besluit["url"],
    }
    [mirror] = mirrors(world, object=besluit["url"])
    wanted = (besluit["url"], "besluit", url(document))
    assert (mirror["object"], mirror["objectType"], mirror["informatieobject"]) == wanted
    assert world.api.delete(made.json()["url"]).status_code == 204
    assert mirrors(world) == []
    assert world.api.get(url(document)).status_code == 200
    assert world.api.delete(made.json()["url"]).status_code == 404


def test_brc_005_the_mirror_is_in_the_audit_trails(world: BesluitWorld) -> None:
    besluit, document = world.besluit(), world.written()
    world.api.delete(world.lay_down(besluit, document).json()["url"])

    def lines(address: str) -> list[tuple[str, str]]:
        found = world.api.get(f"{address}/audittrail").json()
        return [(line["resource"], line["actie"]) for line in found[1:]]

    assert lines(besluit["url"]) == [
        ("besluitinformatieobject", "create"),
        ("besluitinformatieobject", "destroy"),
    ]
    assert lines(url(document)) == [
        ("objectinformatieobject", "create"),
        ("objectinformatieobject", "destroy"),
    ]


def test_brc_005_a_document_is_linked_once(world: BesluitWorld) -> None:
    besluit, document = world.besluit(), world.written()
    world.lay_down(besluit, document)
    assert codes(world.lay_down(besluit, document)) == {"nonFieldErrors": "unique"}
    assert world.lay_down(world.besluit(), document).status_code == 201
    assert ObjectInformatieObject.objects.count() == 2


def test_brc_005_the_mirror_is_never_written_by_itself(world: BesluitWorld) -> None:
    besluit, document = world.besluit(), world.written()
    body = {"informatieobject": url(document), "object": besluit["url"], "objectType": "besluit"}
    address = f"{DOCUMENTEN}/objectinformatieobjecten"
    assert codes(world.api.post(address, body)) == {"nonFieldErrors": "inconsistent-relation"}
    wrong = world.api.post(address, {**body, "objectType": "zaak"})
    assert codes(wrong) == {"object": "invalid-resource"}
    world.lay_down(besluit, document)
    assert codes(world.api.post(address, body)) == {"nonFieldErrors": "unique"}
    [mirror] = mirrors(world)
    assert codes(world.api.delete(mirror["url"])) == {"nonFieldErrors": "inconsistent-relation"}


def test_brc_003_informatieobject_exists_and_is_one(world: BesluitWorld) -> None:
    besluit, address = world.besluit(), f"{BESLUITEN}/besluitinformatieobjecten"

    def refused(informatieobject: Any) -> dict[str, str]:
        new = {"besluit": besluit["url"], "informatieobject": informatieobject}
        return codes(world.api.post(address, new))

    nowhere = f"{DOCUMENTEN}/enkelvoudiginformatieobjecten/6ba7b810-9dad-41d1-80b4-00c04fd430c8"
    assert refused(nowhere) == refused("https://elders.example.org/1") == {"informatieobject": "bad-url"}
    assert refused(besluit["url"]) == {"informatieobject": "invalid-resource"}
    assert codes(world.api.post(address, {})) == {"informatieobject": "required", "besluit": "required"}
    loose = world.api.post(address, {"besluit": url(world.written()), "informatieobject": nowhere})
    assert codes(loose) == {"besluit": "no_match", "informatieobject": "bad-url"}
    assert not BesluitInformatieObject.objects.exists()


def test_brc_004_what_a_document_is_to_a_besluit_is_not_shown(world: BesluitWorld) -> None:
    made = world.lay_down(world.besluit(), world.written()).json()
    assert set(made) == {"url", "informatieobject", "besluit"}
    for method in (world.api.put, world.api.patch):
        assert method(made["url"], {"aardRelatie": "legt_vast"}).status_code == 405


def test_brc_008_the_kind_of_document_belongs_to_the_besluittype(world: BesluitWorld) -> None:
    besluit = world.besluit()
    code = {"nonFieldErrors": "missing-besluittype-informatieobjecttype-relation"}
    assert codes(world.lay_down(besluit, world.written("Tekening"))) == code
    elsewhere = BesluitWorld(world.api, zaaktype_row())
    assert codes(world.lay_down(besluit, elsewhere.written())) == code
    assert not ObjectInformatieObject.objects.exists()


def test_drc_008_a_document_of_a_besluit_stays(world: BesluitWorld) -> None:
    besluit, document = world.besluit(), world.written()
    made = world.lay_down(besluit, document).json()
    assert codes(world.api.delete(url(document))) == {"nonFieldErrors": "pending-relations"}
    world.api.delete(made["url"])
    assert world.api.delete(url(document)).status_code == 204


def test_brc_009_a_besluit_goes_with_everything_below_it(world: BesluitWorld) -> None:
    zaak = world.zaak()
    besluit, other, documents = world.besluit(zaak), world.besluit(), [world.written(), world.written()]
    links = [world.lay_down(besluit, document).json()["url"] for document in documents]
    kept = world.lay_down(other, documents[0]).json()["url"]
    assert world.api.delete(besluit["url"]).status_code == 204
    for gone in (besluit["url"], *links, f"{besluit['url']}/audittrail"):
        assert world.api.get(gone).status_code == 404
    assert [mirror["object"] for mirror in mirrors(world)] == [other["url"]]
    assert world.api.get(kept).status_code == world.api.get(zaak["url"]).status_code == 200
    assert EnkelvoudigInformatieObject.objects.filter(pk__in=[found.pk for found in documents]).count() == 2
    assert world.api.delete(url(documents[1])).status_code == 204
    assert world.api.delete(besluit["url"]).status_code == 404


def test_brc_009_the_documents_remember_that_they_were_linked(world: BesluitWorld) -> None:
    besluit, document = world.besluit(), world.written()
    world.lay_down(besluit, document)
    world.api.delete(besluit["url"])
    line = world.api.get(f"{url(document)}/audittrail").json()[-1]
    assert (line["resource"], line["actie"]) == ("objectinformatieobject", "destroy")
    assert line["wijzigingen"]["oud"]["object"] == besluit["url"]


def test_what_an_archiving_client_does_in_its_order(world: BesluitWorld) -> None:
    zaak, document = world.zaak(), world.written()
    world.lay_down(world.besluit(zaak), document)
    [besluit] = world.api.get(f"{BESLUITEN}/besluiten", {"zaak": zaak["url"]}).json()["results"]
    listed = world.api.get(f"{BESLUITEN}/besluitinformatieobjecten", {"besluit": besluit["url"]}).json()
    for address in (listed[0]["url"], besluit["url"], url(document), zaak["url"]):
        assert world.api.delete(address).status_code == 204
    again = world.api.get(f"{BESLUITEN}/besluiten", {"zaak": zaak["url"]})
    assert (again.status_code, again.json()["count"]) == (200, 0)
    none = world.api.get(f"{BESLUITEN}/besluitinformatieobjecten", {"besluit": besluit["url"]})
    assert (none.status_code, none.json()) == (200, [])
