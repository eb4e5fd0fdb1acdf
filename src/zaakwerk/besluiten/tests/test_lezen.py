"""Reading besluiten: filters, pages, expand, ETag, the audit trail, and what questions faces may ask."""

from typing import Any

import pytest

from zaakwerk.besluiten import queries
from zaakwerk.besluiten.tests.world import BESLUITEN, BesluitWorld
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import RSIN, url
from zaakwerk.zgw.actors import Actor, Grant
from zaakwerk.zgw.tests.api import codes

pytestmark = pytest.mark.django_db
LIST, LINKS = f"{BESLUITEN}/besluiten", f"{BESLUITEN}/besluitinformatieobjecten"
OTHER_RSIN = "002220647"


@pytest.fixture
def world() -> BesluitWorld:
    return BesluitWorld()


def listed(world: BesluitWorld, **query: str) -> list[str]:
    """The URLs of the besluiten that a query finds."""
    answer = world.api.get(LIST, query)
    assert answer.status_code == 200, answer.content
    return [found["url"] for found in answer.json()["results"]]


def test_a_list_is_filtered_on_every_parameter(world: BesluitWorld) -> None:
    zaak, other = world.zaak(), world.make_besluittype("Ontheffing")
    plain = world.besluit(identificatie="A")["url"]
    decided = world.besluit(zaak, identificatie="B")["url"]
    exempt = world.besluit(besluittype=url(other), verantwoordelijkeOrganisatie=OTHER_RSIN)["url"]
    assert listed(world) == [exempt, decided, plain]
    assert listed(world, identificatie="B") == listed(world, zaak=zaak["url"]) == [decided]
    assert listed(world, verantwoordelijkeOrganisatie=RSIN) == [decided, plain]
    assert listed(world, verantwoordelijkeOrganisatie=OTHER_RSIN) == [exempt]
    assert listed(world, besluittype=url(other)) == [exempt]
    assert listed(world, besluittype=url(other), identificatie="A") == []
    assert listed(world, zaak="https://elders.example.org/1") == []


def test_links_are_filtered_on_both_sides(world: BesluitWorld) -> None:
    besluit, document = world.besluit(), world.written()
    first, second = world.lay_down(besluit).json(), world.lay_down(besluit, document).json()
    third = world.lay_down(world.besluit(), document).json()
    assert world.api.get(LINKS).json() == [first, second, third]
    assert world.api.get(LINKS, {"besluit": besluit["url"]}).json() == [first, second]
    assert world.api.get(LINKS, {"informatieobject": url(document)}).json() == [second, third]


def test_pages(world: BesluitWorld) -> None:
    made = [world.besluit()["url"] for _ in range(3)]
    page = world.api.get(LIST, {"pageSize": "2", "page": "2", "verantwoordelijkeOrganisatie": RSIN}).json()
    assert (page["count"], page["next"], [found["url"] for found in page["results"]]) == (3, None, made[:1])
    assert "verantwoordelijkeOrganisatie" in page["previous"]
    assert world.api.get(LIST, {"page": "9"}).status_code == 404


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"verantwoordelijkeOrganisatie": "1"}, {"verantwoordelijkeOrganisatie": "invalid"}),
        ({"zaak": "x"}, {"zaak": "invalid"}),
        ({"besluittype": "x"}, {"besluittype": "invalid"}),
        ({"identificatie": "x" * 51}, {"identificatie": "max_length"}),
        ({"ordering": "datum"}, {"nonFieldErrors": "unknown-parameters"}),
        ({"datum": "2026-01-01"}, {"nonFieldErrors": "unknown-parameters"}),
    ],
)
def test_a_wrong_parameter_is_named(
    world: BesluitWorld, query: dict[str, str], expected: dict[str, str]
) -> None:
    assert codes(world.api.get(LIST, query)) == expected


def test_links_have_no_pages(world: BesluitWorld) -> None:
    assert codes(world.api.get(LINKS, {"page": "1"})) == {"nonFieldErrors": "unknown-parameters"}


def test_expand_crosses_the_apis(world: BesluitWorld) -> None:
    zaak = world.zaak()
    besluit = world.besluit(zaak)
    link = world.lay_down(besluit).json()
    query = {"expand": "besluit.zaak.zaaktype,besluit.besluittype,informatieobject.informatieobjecttype"}
    found = world.api.get(link["url"], query).json()["_expand"]
    assert found["besluit"]["_expand"]["zaak"]["_expand"]["zaaktype"]["url"] == zaak["zaaktype"]
    assert found["besluit"]["_expand"]["besluittype"]["url"] == besluit["besluittype"]
    assert found["informatieobject"]["_expand"]["informatieobjecttype"]["omschrijving"] == "Aanvraag"
    loose = world.api.get(world.besluit()["url"], {"expand": "zaak"}).json()
    assert loose["_expand"] == {"zaak": {}}
    assert world.api.get(besluit["url"], {"expand": "toelichting"}).status_code == 404


def test_a_zaakbesluit_expands_to_its_besluit(world: BesluitWorld) -> None:
    zaak = world.zaak()
    besluit = world.besluit(zaak)
    query = {"expand": "besluit.besluittype"}
    [found] = world.api.get(f"{zaak['url']}/besluiten", query).json()
    shown = found["_expand"]["besluit"]
    assert (shown["url"], shown["_expand"]["besluittype"]["url"]) == (besluit["url"], besluit["besluittype"])
    assert world.api.get(found["url"], query).json() == found


def test_the_dossier_of_a_zaak_shows_its_besluiten(world: BesluitWorld) -> None:
    zaak = world.zaak()
    besluit = world.besluit(zaak)
    [found] = world.api.get(f"/zaakwerk/api/v1/zaken/{zaak['uuid']}/dossier").json()["besluiten"]
    shown = found["_expand"]["besluit"]
    assert (shown["url"], shown["_expand"]["besluittype"]["omschrijving"]) == (besluit["url"], "Vergunning")


def test_etag_head_and_304(world: BesluitWorld) -> None:
    besluit = world.besluit()
    for address in (besluit["url"], world.lay_down(besluit).json()["url"]):
        head, got = world.api.head(address), world.api.get(address)
        assert head.content == b"" and head.headers["ETag"] == got.headers["ETag"]
        assert head.headers["Content-Length"] == str(len(got.content))
        assert world.api.get(address, HTTP_IF_NONE_MATCH=got.headers["ETag"]).status_code == 304
    tag = world.api.get(besluit["url"]).headers["ETag"]
    assert world.api.patch(besluit["url"], {"toelichting": "x"}, HTTP_IF_MATCH=tag).status_code == 200
    assert world.api.patch(besluit["url"], {"toelichting": "y"}, HTTP_IF_MATCH=tag).status_code == 412
    assert world.api.delete(besluit["url"], HTTP_IF_MATCH=tag).status_code == 412


def test_the_audit_trail_tells_each_write_with_its_reason(world: BesluitWorld) -> None:
    besluit = world.besluit()
    world.api.patch(besluit["url"], {"toelichting": "x"}, HTTP_X_AUDIT_TOELICHTING="Hersteld")
    world.lay_down(besluit)
    lines = world.api.get(f"{besluit['url']}/audittrail").json()
    told = [(line["bron"], line["resource"], line["actie"], line["toelichting"]) for line in lines]
    assert told == [
        ("brc", "besluit", "create", ""),
        ("brc", "besluit", "partial_update", "Hersteld"),
        ("brc", "besluitinformatieobject", "create", ""),
    ]
    assert {line["hoofdObject"] for line in lines} == {besluit["url"]}
    assert lines[1]["wijzigingen"]["oud"] == besluit
    assert lines[1]["wijzigingen"]["nieuw"]["toelichting"] == "x"


def test_faces_ask_for_the_besluiten_of_a_zaak(world: BesluitWorld, django_assert_num_queries: Any) -> None:
    zaak = world.zaak()
    earlier, later = world.besluit(zaak, datum="2026-01-01"), world.besluit(zaak)
    document = world.written()
    world.lay_down(earlier, document)
    row = Zaak.objects.get(uuid=zaak["uuid"])
    with django_assert_num_queries(2):
        found = queries.besluiten_of(row)
        shown = [
            (str(one.besluittype), one.datum.isoformat(), [str(d.laatste_versie) for d in documents])
            for one in found
            for documents in [one.informatieobjecten.all()]
        ]
    assert [one.identificatie for one in found] == [later["identificatie"], earlier["identificatie"]]
    assert shown == [
        ("Vergunning", "2026-01-10", []),
        ("Vergunning", "2026-01-01", [str(document.laatste_versie)]),
    ]


def test_faces_show_an_actor_only_what_they_may_read(world: BesluitWorld) -> None:
    zaak = world.zaak()
    world.lay_down(world.besluit(zaak))
    row = Zaak.objects.get(uuid=zaak["uuid"])
    assert queries.besluiten_of(row, Actor()) == []
    reader = Grant("brc", frozenset({"besluiten.lezen"}), None, "Vergunning")
    [found] = queries.besluiten_of(row, Actor(grants=(reader,)))
    assert list(found.informatieobjecten.all()) == []
    documents = Grant("drc", frozenset({"documenten.lezen"}))
    [found] = queries.besluiten_of(row, Actor(grants=(reader, documents)))
    assert len(found.informatieobjecten.all()) == 1
    other = Grant("brc", frozenset({"besluiten.lezen"}), None, "Ontheffing")
    assert queries.besluiten_of(row, Actor(grants=(other, documents))) == []
