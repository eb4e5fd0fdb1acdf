"""Rights on besluiten: per besluittype, for every operation, and nothing shows beyond them."""

from typing import Any

import pytest

from zaakwerk.besluiten.models import Besluit
from zaakwerk.besluiten.queries import besluiten_of, visible_to
from zaakwerk.besluiten.tests.world import ALL, BESLUITEN, BesluitWorld
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import BSN, url
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor, Person
from zaakwerk.zgw.tests.api import ApiClient, api_client

pytestmark = pytest.mark.django_db
LIST, LINKS = f"{BESLUITEN}/besluiten", f"{BESLUITEN}/besluitinformatieobjecten"


@pytest.fixture
def world() -> BesluitWorld:
    return BesluitWorld()


@pytest.fixture
def hidden(world: BesluitWorld) -> Any:
    """A besluittype beyond the rights of the clerk."""
    return world.make_besluittype("Ontheffing")


def test_lists_hold_and_count_what_is_in_reach(world: BesluitWorld, hidden: Any) -> None:
    clerk = world.decider()
    seen, unseen = world.besluit(), world.besluit(besluittype=url(hidden))
    link = world.lay_down(seen).json()
    world.lay_down(unseen)
    page = clerk.get(LIST).json()
    assert (page["count"], page["results"]) == (1, [seen])
    assert clerk.get(LINKS).json() == [link]
    assert clerk.get(LINKS, {"besluit": unseen["url"]}).json() == []


def test_what_is_out_of_reach_is_refused_in_every_way(world: BesluitWorld, hidden: Any) -> None:
    clerk = world.decider()
    besluit = world.besluit(besluittype=url(hidden))
    link = world.lay_down(besluit).json()
    line = world.api.get(f"{besluit['url']}/audittrail").json()[0]["uuid"]
    tag = world.api.get(besluit["url"]).headers["ETag"]
    answers = [
        clerk.get(besluit["url"]),
        clerk.head(besluit["url"]),
        clerk.get(besluit["url"], HTTP_IF_NONE_MATCH=tag),
        clerk.get(f"{besluit['url']}/audittrail"),
        clerk.get(f"{besluit['url']}/audittrail/{line}"),
        clerk.patch(besluit["url"], {"toelichting": "x"}),
        clerk.put(besluit["url"], besluit),
        clerk.delete(besluit["url"]),
        clerk.post(LIST, world.new(besluittype=url(hidden))),
        clerk.get(link["url"]),
        clerk.head(link["url"]),
        clerk.delete(link["url"]),
        clerk.post(LINKS, {"besluit": besluit["url"], "informatieobject": url(world.written())}),
    ]
    assert {answer.status_code for answer in answers} == {403}
    assert world.api.get(besluit["url"]).json() == besluit


def test_expand_shows_only_what_may_be_read(world: BesluitWorld, hidden: Any) -> None:
    zaak = world.zaak()
    seen, unseen = world.besluit(zaak), world.besluit(zaak, besluittype=url(hidden))
    link = world.lay_down(seen).json()
    clerk = world.decider(client_id="alleen")
    found = clerk.get(seen["url"], {"expand": "zaak,besluittype"}).json()["_expand"]
    assert found == {"zaak": {}, "besluittype": {}}
    assert clerk.get(link["url"], {"expand": "informatieobject"}).json()["_expand"] == {
        "informatieobject": {}
    }
    both = world.decider(also=[world.on_zaken("zaken.lezen")], client_id="beide")
    assert both.get(seen["url"], {"expand": "zaak"}).json()["_expand"]["zaak"]["url"] == zaak["url"]
    shown = both.get(f"{zaak['url']}/besluiten", {"expand": "besluit"}).json()
    assert [one["besluit"] for one in shown] == [seen["url"], unseen["url"]]
    assert [one["_expand"]["besluit"].get("url") for one in shown] == [seen["url"], None]


SCOPED = [
    ("besluiten.lezen", "GET", ""),
    ("besluiten.bijwerken", "PATCH", ""),
    ("besluiten.verwijderen", "DELETE", ""),
    ("besluiten.aanmaken", "POST", ""),
]


def call(client: ApiClient, world: BesluitWorld, method: str, besluit: dict[str, Any]) -> int:
    """The status of one operation on a besluit."""
    if method == "POST":
        return int(client.post(LIST, world.new()).status_code)
    if method == "PATCH":
        return int(client.patch(besluit["url"], {"toelichting": "x"}).status_code)
    if method == "DELETE":
        return int(client.delete(besluit["url"]).status_code)
    return int(client.get(besluit["url"]).status_code)


@pytest.mark.parametrize(("scope", "method"), [(scope, method) for scope, method, _ in SCOPED])
def test_every_operation_asks_for_its_own_scope(world: BesluitWorld, scope: str, method: str) -> None:
    besluit = world.besluit()
    without = world.decider(*(found for found in ALL if found != scope), client_id="zonder")
    assert call(without, world, method, besluit) == 403
    assert call(world.decider(scope, client_id="met"), world, method, besluit) < 300


@pytest.mark.parametrize(
    ("scope", "is_allowed"), [("besluiten.aanmaken", True), ("besluiten.bijwerken", False)]
)
def test_linking_a_document_is_creating(world: BesluitWorld, scope: str, is_allowed: bool) -> None:
    body = {"besluit": world.besluit()["url"], "informatieobject": url(world.written())}
    assert (world.decider(scope).post(LINKS, body).status_code == 201) is is_allowed


def test_the_audit_trail_asks_for_both_rights(world: BesluitWorld) -> None:
    besluit = world.besluit()
    trail = f"{besluit['url']}/audittrail"
    assert world.decider("besluiten.lezen", client_id="lezer").get(trail).status_code == 403
    assert world.decider("audittrails.lezen", client_id="spoor").get(trail).status_code == 403
    both = world.decider("audittrails.lezen", "besluiten.lezen", client_id="beide")
    assert both.get(trail).status_code == 200


def test_without_any_right_or_token_nothing_opens(world: BesluitWorld) -> None:
    besluit = world.besluit()
    stranger = api_client("vreemd", [world.on_zaken("zaken.lezen")])
    for address in (LIST, LINKS, besluit["url"]):
        assert stranger.get(address).status_code == 403
        assert stranger.client.get(address.removeprefix("http://localhost")).status_code == 403
    wrong = stranger.post(LIST, {"datum": "x"})
    assert (wrong.status_code, "invalidParams" in wrong.json()) == (403, False)
    assert Besluit.objects.count() == 1


def test_a_citizen_sees_what_was_sent_in_their_own_zaken(world: BesluitWorld) -> None:
    citizen, stranger = (Actor(person=Person("bsn", bsn)) for bsn in (BSN, "999990019"))
    mine, other = world.zaak(), world.zaak()
    world.add_rol(mine)
    for zaak in (mine, other):
        world.set_status(zaak, 0)
        world.besluit(zaak)
        world.besluit(zaak, verzenddatum="2999-01-01")
        world.besluit(zaak, identificatie=f"S-{zaak['uuid']}", verzenddatum="2026-01-13")
    published = world.besluit(mine, identificatie="P-1", publicatiedatum=clock.today().isoformat())
    world.besluit(verzenddatum="2026-01-13")
    found = {besluit.identificatie for besluit in visible_to(citizen)}
    assert found == {f"S-{mine['uuid']}", published["identificatie"]}
    assert not visible_to(stranger).exists()


def test_a_citizen_sees_of_a_besluit_what_is_finished_and_not_confidential(world: BesluitWorld) -> None:
    zaak = world.zaak()
    world.add_rol(zaak)
    world.set_status(zaak, 0)
    besluit = world.besluit(zaak, verzenddatum="2026-01-13")
    open_ = world.written(status="definitief")
    draft = world.written(status="in_bewerking")
    secret = world.written(status="definitief", vertrouwelijkheidaanduiding=7)
    for document in (open_, draft, secret):
        world.lay_down(besluit, document)
    row = Zaak.objects.get(uuid=zaak["uuid"])
    [found] = besluiten_of(row, Actor(person=Person("bsn", BSN)))
    assert list(found.informatieobjecten.all()) == [open_]


def test_rights_follow_the_versions_of_a_type_and_its_catalogus(world: BesluitWorld, hidden: Any) -> None:
    seen, unseen = world.besluit(), world.besluit(besluittype=url(hidden))
    catalogus = "\ue000" + url(world.zaaktype.catalogus).removeprefix("http://localhost")
    base = {"component": "brc", "scopes": ["besluiten.lezen"], "maxVertrouwelijkheidaanduiding": ""}
    by_name, by_catalogus = api_client("naam", []), api_client("catalogus", [])
    grant(by_name, {**base, "type": "Vergunning", "catalogus": ""})
    grant(by_catalogus, {**base, "type": "", "catalogus": catalogus})
    assert by_name.get(LIST).json()["results"] == [seen]
    assert by_catalogus.get(LIST).json()["results"] == [unseen, seen]
    assert by_name.get(unseen["url"]).status_code == 403
    assert by_catalogus.get(unseen["url"]).status_code == 200


def grant(client: ApiClient, ruim: dict[str, Any]) -> None:
    """Gives a client one autorisatie of our own extension."""
    from zaakwerk.autorisaties.models import Applicatie

    Applicatie.objects.filter(label=client.client_id).update(ruime_autorisaties=[ruim])
