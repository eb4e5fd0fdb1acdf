"""Archive parameters at closing, per afleidingswijze."""

from datetime import date

import pytest

from zaakwerk.zaken import archief
from zaakwerk.zaken.tests.world import World, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


def test_zrc_021_afgehandeld_counts_from_the_end_date(world: World) -> None:
    closed = world.close(world.zaak())
    assert closed["archiefnominatie"] == "vernietigen"
    assert closed["startdatumBewaartermijn"] == "2026-02-02"
    assert closed["archiefactiedatum"] == "2031-02-02"
    assert closed["selectielijstklasse"] == world.resultaattype.selectielijstklasse


def test_zrc_021_termijn_adds_the_process_term(world: World) -> None:
    kind = world.make_resultaattype("termijn", procedure={"procestermijn": "P1Y"})
    assert world.close(world.zaak(), resultaattype=kind)["archiefactiedatum"] == "2032-02-02"


@pytest.mark.parametrize("waarde", ["20270131", "20270131120000", "2027-01-31"])
def test_zrc_021_eigenschap_gives_the_date(world: World, waarde: str) -> None:
    eigenschap = world.make_eigenschap("afloop", "datum", "8")
    kind = world.make_resultaattype(
        "eigenschap", procedure={"datumkenmerk": "afloop"}, archiefactietermijn="P1M"
    )
    zaak = world.zaak()
    body = {"zaak": zaak["url"], "eigenschap": url(eigenschap), "waarde": waarde}
    world.api.post(f"{zaak['url']}/zaakeigenschappen", body)
    assert world.close(zaak, resultaattype=kind)["archiefactiedatum"] == "2027-02-28"


@pytest.mark.parametrize("wijze", ["eigenschap", "ander_datumkenmerk", "hoofdzaak", "gerelateerde_zaak"])
def test_zrc_021_an_unknown_source_date_is_never_guessed(world: World, wijze: str) -> None:
    kind = world.make_resultaattype(wijze, procedure={"datumkenmerk": "ontbreekt"})
    closed = world.close(world.zaak(), resultaattype=kind)
    assert (closed["archiefnominatie"], closed["archiefactiedatum"]) == ("vernietigen", None)


def test_zrc_021_deelzaak_follows_when_the_hoofdzaak_closes(world: World) -> None:
    kind = world.make_resultaattype("hoofdzaak")
    hoofdzaak = world.zaak()
    deelzaak = world.close(world.zaak(hoofdzaak=hoofdzaak["url"]), "2026-01-20T10:00:00Z", kind)
    assert deelzaak["archiefactiedatum"] is None
    world.close(hoofdzaak, "2026-02-02T10:00:00Z")
    assert world.api.get(deelzaak["url"]).json()["archiefactiedatum"] == "2031-02-02"


def test_zrc_021_gerelateerde_zaak_waits_for_every_relation(world: World) -> None:
    kind = world.make_resultaattype("gerelateerde_zaak")
    early, late = world.close(world.zaak(), "2026-01-10T10:00:00Z"), world.zaak()
    relations = [{"url": found["url"], "aardRelatie": "vervolg"} for found in (early, late)]
    waiting = world.close(world.zaak(relevanteAndereZaken=relations), resultaattype=kind)
    world.close(late, "2026-01-15T10:00:00Z")
    known = world.close(world.zaak(relevanteAndereZaken=relations), resultaattype=kind)
    assert waiting["archiefactiedatum"] is None
    assert known["archiefactiedatum"] == "2031-01-15"


def test_zrc_021_existing_values_win(world: World) -> None:
    zaak = world.zaak(archiefnominatie="blijvend_bewaren", archiefactiedatum="2040-01-01")
    closed = world.close(zaak)
    assert (closed["archiefnominatie"], closed["archiefactiedatum"]) == ("blijvend_bewaren", "2040-01-01")


def test_zrc_026_only_what_is_destroyed_keeps_where_retention_starts(world: World) -> None:
    kind = world.make_resultaattype(archiefnominatie="blijvend_bewaren", archiefactietermijn="P20Y")
    closed = world.close(world.zaak(), resultaattype=kind)
    assert (closed["startdatumBewaartermijn"], closed["archiefactiedatum"]) == (None, "2046-02-02")


def test_calendar_arithmetic_clips_at_the_end_of_a_month() -> None:
    assert archief.plus(date(2027, 1, 31), "P1M") == date(2027, 2, 28)
    assert archief.plus(date(2028, 1, 31), "P1M") == date(2028, 2, 29)
    assert archief.plus(date(2026, 1, 1), "P42D") == date(2026, 2, 12)
    assert archief.plus(date(2028, 2, 29), "P1Y6M") == date(2029, 8, 29)
