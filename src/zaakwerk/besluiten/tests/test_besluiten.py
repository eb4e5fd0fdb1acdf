"""A besluit by itself: its fields, its number, its type and its dates."""

from datetime import date, timedelta
from typing import Any

import pytest

from zaakwerk.besluiten.models import Besluit
from zaakwerk.besluiten.tests.world import BESLUITEN, BesluitWorld
from zaakwerk.catalogi.models import BesluitType
from zaakwerk.zaken.tests.world import RSIN, url
from zaakwerk.zgw import clock
from zaakwerk.zgw.tests.api import codes

pytestmark = pytest.mark.django_db
OTHER_RSIN = "002220647"
FULL = {
    "identificatie": "B-2026-1",
    "toelichting": "De linde mag gekapt worden.",
    "bestuursorgaan": "College van burgemeester en wethouders",
    "vervaldatum": "2027-01-12",
    "vervalreden": "tijdelijk",
    "publicatiedatum": "2026-01-14",
    "verzenddatum": "2026-01-13",
    "uiterlijkeReactiedatum": "2026-03-01",
}


@pytest.fixture
def world() -> BesluitWorld:
    return BesluitWorld()


def test_a_besluit_is_answered_as_it_was_sent(world: BesluitWorld) -> None:
    body = world.new(world.zaak(), **FULL)
    made = world.besluit(**body)
    own = {"url": made["url"], "vervalredenWeergave": "Besluit met tijdelijke werking"}
    assert made == {**body, **own}
    assert world.api.get(made["url"]).json() == made


def test_what_is_left_open_is_empty(world: BesluitWorld) -> None:
    made = world.besluit()
    texts = ("zaak", "toelichting", "bestuursorgaan", "vervalreden", "vervalredenWeergave")
    assert [made[name] for name in texts] == [""] * 5
    days = ("vervaldatum", "publicatiedatum", "verzenddatum", "uiterlijkeReactiedatum")
    assert [made[name] for name in days] == [None] * 4


def test_snake_case_and_moments_are_understood(world: BesluitWorld) -> None:
    body = {
        "verantwoordelijke_organisatie": RSIN,
        "besluittype": url(world.besluittype),
        "datum": "2026-01-10T23:30:00Z",
        "ingangsdatum": "2026-01-12",
        "verzenddatum": "",
    }
    made = world.api.post(f"{BESLUITEN}/besluiten", body).json()
    assert (made["datum"], made["verzenddatum"]) == ("2026-01-11", None)


def test_brc_001_besluittype_exists_and_is_one(world: BesluitWorld) -> None:
    kind = url(world.besluittype)
    assert codes(world.post(besluittype=kind[:-1] + "x")) == {"besluittype": "invalid-resource"}
    nowhere = kind.replace(str(world.besluittype.uuid), "6ba7b810-9dad-41d1-80b4-00c04fd430c8")
    assert codes(world.post(besluittype=nowhere)) == {"besluittype": "bad-url"}
    assert codes(world.post(besluittype="https://elders.example.org/1")) == {"besluittype": "bad-url"}
    assert codes(world.post(besluittype=url(world.zaaktype))) == {"besluittype": "invalid-resource"}


def test_brc_001_besluittype_is_published(world: BesluitWorld) -> None:
    concept = world.make_besluittype("Concept", concept=True)
    assert codes(world.post(besluittype=url(concept))) == {"besluittype": "not-published"}
    assert not Besluit.objects.exists()


def test_brc_001_besluittype_stays_and_a_used_one_is_in_use(world: BesluitWorld) -> None:
    made, other = world.besluit(), world.make_besluittype("Ontheffing")
    refused = world.api.patch(made["url"], {"besluittype": url(other)})
    assert codes(refused) == {"besluittype": "wijzigen-niet-toegelaten"}
    assert world.api.patch(made["url"], {"besluittype": made["besluittype"]}).status_code == 200
    assert world.api.delete(made["besluittype"]).status_code == 400
    assert BesluitType.objects.filter(pk=world.besluittype.pk).exists()


def test_brc_002_identificatie_is_unique_within_the_organisation(world: BesluitWorld) -> None:
    world.besluit(identificatie="B-1")
    assert codes(world.post(identificatie="B-1")) == {"identificatie": "identificatie-niet-uniek"}
    assert world.post(identificatie="B-1", verantwoordelijkeOrganisatie=OTHER_RSIN).status_code == 201


def test_brc_002_an_empty_identificatie_is_made(world: BesluitWorld) -> None:
    world.besluit(identificatie="BESLUIT-2026-0000000002")
    numbers = [world.besluit(identificatie="")["identificatie"] for _ in range(2)]
    assert numbers == ["BESLUIT-2026-0000000001", "BESLUIT-2026-0000000003"]
    earlier = world.besluit(datum="2025-12-31")
    elsewhere = world.besluit(verantwoordelijkeOrganisatie=OTHER_RSIN)
    assert earlier["identificatie"] == "BESLUIT-2025-0000000001"
    assert elsewhere["identificatie"] == "BESLUIT-2026-0000000001"


@pytest.mark.parametrize(
    ("name", "value"), [("identificatie", "B-2"), ("verantwoordelijkeOrganisatie", OTHER_RSIN)]
)
def test_brc_002_number_and_organisation_stay(world: BesluitWorld, name: str, value: str) -> None:
    made = world.besluit()
    assert codes(world.api.patch(made["url"], {name: value})) == {name: "wijzigen-niet-toegelaten"}
    assert world.api.patch(made["url"], {name: made[name]}).status_code == 200
    put = world.new(**{name: value})
    assert codes(world.api.put(made["url"], put)) == {name: "wijzigen-niet-toegelaten"}


def test_gangbaar_besluitdatum_is_past(world: BesluitWorld) -> None:
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    assert codes(world.post(datum=tomorrow)) == {"datum": "future_not_allowed"}
    made = world.besluit(datum=clock.today().isoformat(), ingangsdatum=tomorrow)
    assert codes(world.api.patch(made["url"], {"datum": tomorrow})) == {"datum": "future_not_allowed"}
    assert world.api.patch(made["url"], {"ingangsdatum": "2020-01-01"}).status_code == 200


def test_there_is_no_rule_between_the_first_and_the_last_day(world: BesluitWorld) -> None:
    assert world.post(ingangsdatum="2026-05-01", vervaldatum="2026-01-01").status_code == 201


@pytest.mark.parametrize("reden", ["tijdelijk", "ingetrokken_overheid", "ingetrokken_belanghebbende", ""])
def test_every_vervalreden_has_its_words(world: BesluitWorld, reden: str) -> None:
    made = world.besluit(vervalreden=reden)
    assert (made["vervalreden"], bool(made["vervalredenWeergave"])) == (reden, bool(reden))


def test_a_put_replaces_and_a_patch_keeps(world: BesluitWorld) -> None:
    made = world.besluit(**FULL)
    patched = world.api.patch(made["url"], {"toelichting": "Nader bekeken."}).json()
    assert patched == {**made, "toelichting": "Nader bekeken."}
    put = world.api.put(made["url"], world.new(identificatie=made["identificatie"])).json()
    assert (put["toelichting"], put["vervaldatum"], put["vervalreden"]) == ("", None, "")
    assert world.api.put(made["url"], made).json() == made


def test_reactiedatum_follows_from_sending_and_the_type(world: BesluitWorld) -> None:
    assert world.besluit(verzenddatum="2026-01-13")["uiterlijkeReactiedatum"] == "2026-02-24"
    assert world.besluit(publicatiedatum="2026-01-14")["uiterlijkeReactiedatum"] == "2026-02-25"
    own = world.besluit(verzenddatum="2026-01-13", uiterlijkeReactiedatum="2026-03-31")
    assert own["uiterlijkeReactiedatum"] == "2026-03-31"
    without = url(world.make_besluittype("Mededeling"))
    made = world.besluit(besluittype=without, verzenddatum="2026-01-13")
    assert made["uiterlijkeReactiedatum"] is None


def test_reactiedatum_moves_along_unless_it_was_set_by_hand(world: BesluitWorld) -> None:
    def patched(made: dict[str, Any], **changes: Any) -> Any:
        return world.api.patch(made["url"], changes).json()["uiterlijkeReactiedatum"]

    made = world.besluit()
    assert patched(made, verzenddatum="2026-01-13") == "2026-02-24"
    assert patched(made, verzenddatum="2026-01-20") == "2026-03-03"
    sent_again = {**world.api.get(made["url"]).json(), "verzenddatum": "2026-01-27"}
    assert world.api.put(made["url"], sent_again).json()["uiterlijkeReactiedatum"] == "2026-03-10"
    assert patched(made, uiterlijkeReactiedatum="2026-04-01") == "2026-04-01"
    assert patched(made, verzenddatum="2026-01-13") == "2026-04-01"
    assert patched(made, uiterlijkeReactiedatum=None) == "2026-02-24"
    assert patched(made, verzenddatum=None) is None


def test_a_day_at_the_end_of_the_calendar_is_no_fault_of_ours(world: BesluitWorld) -> None:
    made = world.besluit(verzenddatum="9999-12-31", vervaldatum="9999-12-31")
    assert made["uiterlijkeReactiedatum"] is None
    assert Besluit.objects.get().verzenddatum == date.max
