"""Contacts, requests and besluiten of a zaak."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest

from zaakwerk.zaken import besluiten, commands
from zaakwerk.zaken.models import Zaak, ZaakBesluit
from zaakwerk.zaken.tests.world import ZAKEN, World
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.tests.api import codes
from zaakwerk.zgw.tests.listeners import listening

pytestmark = pytest.mark.django_db
KINDS = [("contactmoment", "zaakcontactmomenten"), ("verzoek", "zaakverzoeken")]
BESLUIT = "https://besluiten.example.org/besluiten/api/v1/besluiten/6ba7b810-9dad-41d1-80b4-00c04fd430c8"


@pytest.fixture
def world() -> World:
    return World()


class Leading(besluiten.NoBesluiten):
    """The side that leads: every besluit it holds belongs to every zaak."""

    def __init__(self) -> None:
        self.held: dict[str, dict[str, date | None]] = {}

    def concerns(self, besluit: str, zaak: Zaak) -> bool:
        return besluit in self.held

    def dates(self, zaak: Zaak, name: str) -> Sequence[date | None]:
        return [found.get(name) for found in self.held.values()]


@pytest.fixture
def leading() -> Iterator[Leading]:
    """A room of besluiten."""
    before, room = besluiten.ask(), Leading()
    besluiten.register(room)
    yield room
    besluiten.register(before)


def link(world: World, zaak: dict[str, Any], name: str, url: str = "https://elders.example.org/1") -> Any:
    """The answer to linking a contactmoment or verzoek."""
    return world.api.post(f"{ZAKEN}/{dict(KINDS)[name]}", {"zaak": zaak["url"], name: url})


@pytest.mark.parametrize(("name", "collection"), KINDS)
def test_zrc_024_and_zrc_025_linked_once_in_a_bare_list(world: World, name: str, collection: str) -> None:
    zaak = world.zaak()
    made = link(world, zaak, name)
    assert made.status_code == 201
    assert codes(link(world, zaak, name)) == {"nonFieldErrors": "unique"}
    assert link(world, world.zaak(), name).status_code == 201
    query = {"zaak": zaak["url"], name: "https://elders.example.org/1"}
    assert world.api.get(f"{ZAKEN}/{collection}", query).json() == [made.json()]
    query[name] = "https://elders.example.org/2"
    assert world.api.get(f"{ZAKEN}/{collection}", query).json() == []
    assert world.api.delete(made.json()["url"]).status_code == 204
    assert world.api.get(made.json()["url"]).status_code == 404


@pytest.mark.parametrize(("name", "collection"), KINDS)
def test_zrc_024_and_zrc_025_a_listed_host_must_know_it(
    world: World, name: str, collection: str, settings: Any
) -> None:
    zaak = world.zaak()
    with listening(lambda got: 200 if got.path == "/meldingen" else 404) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        listener.body = b'{"url": "x"}'
        gone = link(world, zaak, name, listener.url.replace("meldingen", "weg"))
        assert link(world, zaak, name, listener.url).status_code == 201
    assert codes(gone) == {name: "bad-url"}


@pytest.mark.parametrize(("name", "collection"), KINDS)
def test_links_are_never_changed(world: World, name: str, collection: str) -> None:
    made = link(world, world.zaak(), name).json()
    for method in (world.api.put, world.api.patch):
        assert method(made["url"], {name: "https://elders.example.org/2"}).status_code == 405


def test_gangbaar_klantcontact_is_past_and_unique(world: World) -> None:
    new = {"zaak": world.zaak()["url"], "datumtijd": "2026-01-06T10:00:00Z"}
    first, second = (world.api.post(f"{ZAKEN}/klantcontacten", new).json() for _ in range(2))
    assert first["identificatie"] != second["identificatie"] != ""
    later = world.api.post(f"{ZAKEN}/klantcontacten", {**new, "datumtijd": "2999-01-01T00:00:00Z"})
    assert codes(later) == {"datumtijd": "date-in-future"}
    again = world.api.post(f"{ZAKEN}/klantcontacten", {**new, "identificatie": first["identificatie"]})
    assert codes(again) == {"identificatie": "unique"}
    for method in (world.api.put, world.api.patch):
        assert method(first["url"], new).status_code == 405
    assert world.api.delete(first["url"]).status_code == 405
    found = world.api.get(f"{ZAKEN}/klantcontacten", {"zaak": new["zaak"]}).json()
    assert (found["count"], found["results"][0]["url"]) == (2, second["url"])


def test_brc_006_a_besluit_leads_on_create(world: World, leading: Leading) -> None:
    zaak = world.zaak()
    refused = world.api.post(f"{zaak['url']}/besluiten", {"besluit": BESLUIT})
    assert codes(refused) == {"nonFieldErrors": "inconsistent-relation"}
    leading.held[BESLUIT] = {}
    made = world.api.post(f"{zaak['url']}/besluiten", {"besluit": BESLUIT})
    assert (made.status_code, made.json()["besluit"]) == (201, BESLUIT)
    again = world.api.post(f"{zaak['url']}/besluiten", {"besluit": BESLUIT})
    assert codes(again) == {"nonFieldErrors": "unique"}
    nowhere = zaak["url"].replace(zaak["uuid"], "6ba7b810-9dad-41d1-80b4-00c04fd430c8")
    assert world.api.post(f"{nowhere}/besluiten", {"besluit": BESLUIT}).status_code == 404


def test_brc_006_a_besluit_leads_on_destroy(world: World, leading: Leading) -> None:
    zaak = world.zaak()
    row = Zaak.objects.get(uuid=zaak["uuid"])
    leading.held[BESLUIT] = {}
    commands.link_besluit(row, BESLUIT, Journal(SYSTEM))
    [mirror] = world.api.get(f"{zaak['url']}/besluiten").json()
    assert codes(world.api.delete(mirror["url"])) == {"nonFieldErrors": "inconsistent-relation"}
    assert world.api.get(mirror["url"].replace(zaak["uuid"], world.zaak()["uuid"])).status_code == 404
    leading.held.clear()
    assert world.api.delete(mirror["url"]).status_code == 204


def test_the_leading_side_takes_its_mirror_away(world: World) -> None:
    row = Zaak.objects.get(uuid=world.zaak()["uuid"])
    journal = Journal(SYSTEM)
    commands.link_besluit(row, BESLUIT, journal)
    commands.unlink_besluit(row, BESLUIT, journal)
    commands.unlink_besluit(row, BESLUIT, journal)
    assert not ZaakBesluit.objects.exists()
    assert [(entry.actie, entry.notify) for entry in journal.entries] == [
        ("create", True),
        ("destroy", False),
    ]


def test_zrc_023_no_besluiten(world: World) -> None:
    hoofdzaak = world.zaak()
    deelzaak = world.zaak(hoofdzaak=hoofdzaak["url"])
    mirror = commands.link_besluit(Zaak.objects.get(uuid=deelzaak["uuid"]), BESLUIT, Journal(SYSTEM))
    for zaak in (hoofdzaak, deelzaak):
        assert codes(world.api.delete(zaak["url"])) == {"nonFieldErrors": "related-besluiten"}
    mirror.delete()
    assert world.api.delete(hoofdzaak["url"]).status_code == 204


@pytest.mark.parametrize("name", ["ingangsdatum", "vervaldatum"])
def test_zrc_021_besluiten_give_the_latest_date(world: World, leading: Leading, name: str) -> None:
    kind = world.make_resultaattype(f"{name}_besluit")
    leading.held = {"a": {name: date(2026, 3, 1)}, "b": {name: date(2027, 3, 1)}, "c": {}}
    assert world.close(world.zaak(), resultaattype=kind)["archiefactiedatum"] == "2032-03-01"


def test_zrc_021_the_archive_follows_a_besluit(world: World, leading: Leading) -> None:
    kind = world.make_resultaattype("vervaldatum_besluit")
    leading.held = {BESLUIT: {}}
    closed = world.close(world.zaak(), resultaattype=kind)
    row = Zaak.objects.select_related("zaaktype").get(uuid=closed["uuid"])
    ground = commands.before_besluiten_change(row)
    leading.held[BESLUIT] = {"vervaldatum": date(2027, 6, 1)}
    commands.besluiten_changed(ground, Journal(SYSTEM))
    assert closed["archiefactiedatum"] is None
    assert world.api.get(closed["url"]).json()["archiefactiedatum"] == "2032-06-01"
