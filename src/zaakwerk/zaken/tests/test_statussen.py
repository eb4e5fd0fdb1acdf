"""Setting a status, closing and reopening; what a closed zaak protects."""

from typing import Any

import pytest

from zaakwerk.zaken.tests.world import ZAKEN, World, url, zaaktype_row
from zaakwerk.zgw.tests.api import codes

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


def test_zrc_016_statustype_of_zaaktype(world: World) -> None:
    zaak, other = world.zaak(), World(api=world.api, zaaktype=zaaktype_row())
    response = other.set_status(zaak, 0)
    assert codes(response) == {"nonFieldErrors": "zaaktype-mismatch"}


def test_zrc_007_closing_requires_resultaat(world: World) -> None:
    response = world.set_status(world.zaak(), 2)
    assert codes(response) == {"nonFieldErrors": "resultaat-does-not-exist"}


def test_zrc_007_closing_requires_gebruiksrecht(world: World) -> None:
    zaak = world.zaak()
    world.link(zaak, world.document(indicatie_gebruiksrecht=None))
    world.set_resultaat(zaak)
    assert codes(world.set_status(zaak, 2)) == {"nonFieldErrors": "indicatiegebruiksrecht-unset"}


def test_zrc_007_closing_requires_unlocked_documents(world: World) -> None:
    zaak = world.zaak()
    world.link(zaak, world.document(lock="abc"))
    world.set_resultaat(zaak)
    assert codes(world.set_status(zaak, 2)) == {"nonFieldErrors": "informatieobject-locked"}


def test_zrc_007_closing_requires_closed_deelzaken(world: World) -> None:
    hoofdzaak = world.zaak()
    deelzaak = world.zaak(hoofdzaak=hoofdzaak["url"])
    world.set_resultaat(hoofdzaak)
    assert codes(world.set_status(hoofdzaak, 2)) == {"nonFieldErrors": "deelzaken-not-closed"}
    world.close(deelzaak)
    assert world.set_status(hoofdzaak, 2).status_code == 201


@pytest.mark.parametrize(
    ("moment", "einddatum"),
    [
        ("2026-01-31T22:30:00Z", "2026-01-31"),
        ("2026-01-31T23:30:00Z", "2026-02-01"),
        ("2026-03-28T23:30:00Z", "2026-03-29"),  # the night summer time begins
        ("2026-10-24T21:59:00Z", "2026-10-24"),  # the night before winter time begins
        ("2026-10-24T22:30:00Z", "2026-10-25"),
        ("2026-10-25T23:30:00Z", "2026-10-26"),
    ],
)
def test_zrc_007_einddatum_is_the_date_in_amsterdam(world: World, moment: str, einddatum: str) -> None:
    closed = world.close(world.zaak(), moment)
    assert closed["einddatum"] == einddatum


def test_zrc_007_every_write_on_a_closed_zaak_needs_force(world: World) -> None:
    zaak = world.zaak()
    rol = world.add_rol(zaak).json()
    closed = world.close(zaak)
    clerk = world.limited(["zaken.lezen", "zaken.bijwerken", "zaken.aanmaken", "zaken.statussen.toevoegen"])
    forced = world.limited(["zaken.lezen", "zaken.geforceerd-bijwerken"], "geforceerd")
    eigenschap = {"zaak": zaak["url"], "eigenschap": url(world.eigenschap), "waarde": "1"}
    attempts: list[tuple[str, tuple[Any, ...]]] = [
        ("patch", (zaak["url"], {"omschrijving": "x"})),
        ("patch", (closed["resultaat"], {"toelichting": "x"})),
        ("post", (f"{zaak['url']}/zaakeigenschappen", eigenschap)),
        ("delete", (rol["url"],)),
        ("delete", (closed["resultaat"],)),
    ]
    for method, arguments in attempts:
        refused = getattr(clerk, method)(*arguments)
        assert (refused.status_code, refused.json()["code"]) == (403, "permission_denied"), arguments
    for method, arguments in attempts:
        assert getattr(forced, method)(*arguments).status_code < 300, arguments


def test_zrc_008_reopening_clears_end_and_archive(world: World) -> None:
    closed = world.close(world.zaak())
    assert (closed["archiefnominatie"], closed["archiefactiedatum"]) == ("vernietigen", "2031-02-02")
    assert world.set_status(closed, 1, "2026-03-01T10:00:00Z").status_code == 201
    opened = world.api.get(closed["url"]).json()
    fields = ("einddatum", "archiefnominatie", "archiefactiedatum", "startdatumBewaartermijn")
    assert [opened[name] for name in fields] == [None] * 4
    assert opened["resultaat"] == closed["resultaat"]


def test_zrc_008_reopening_within_bounds(world: World) -> None:
    closed = world.close(world.zaak())
    world.api.patch(closed["url"], {"archiefstatus": "gearchiveerd"})
    response = world.set_status(closed, 1, "2026-03-01T10:00:00Z")
    assert codes(response) == {"nonFieldErrors": "zaak-archiefstatus-invalid"}


def test_zrc_008_a_deelzaak_stays_closed_with_its_hoofdzaak(world: World) -> None:
    hoofdzaak = world.zaak()
    deelzaak = world.close(world.zaak(hoofdzaak=hoofdzaak["url"]))
    world.close(hoofdzaak)
    response = world.set_status(deelzaak, 1, "2026-03-01T10:00:00Z")
    assert codes(response) == {"nonFieldErrors": "hoofdzaak-closed"}


def test_zrc_008_reopening_needs_its_own_scope(world: World) -> None:
    closed = world.close(world.zaak())
    api, world.api = world.api, world.limited(["zaken.lezen", "zaken.statussen.toevoegen"])
    assert world.set_status(closed, 1, "2026-03-01T10:00:00Z").status_code == 403
    world.api = world.limited(["zaken.heropenen"], "heropener")
    assert world.set_status(closed, 1, "2026-03-01T10:00:00Z").status_code == 201
    assert api.get(closed["url"]).json()["einddatum"] is None


def test_creating_permits_exactly_one_status(world: World) -> None:
    world.api = world.limited(["zaken.aanmaken", "zaken.lezen"])
    zaak = world.zaak()
    assert world.set_status(zaak, 0).status_code == 201
    assert world.set_status(zaak, 1, "2026-01-07T10:00:00Z").status_code == 403


def test_c_48_status_not_before_start(world: World) -> None:
    response = world.set_status(world.zaak(), 0, "2026-01-04T10:00:00Z")
    assert codes(response) == {"datumStatusGezet": "invalid"}


def test_gangbaar_status_is_past(world: World) -> None:
    response = world.set_status(world.zaak(), 0, "2999-01-01T10:00:00Z")
    assert codes(response) == {"datumStatusGezet": "date-in-future"}


def test_gangbaar_gezetdoor_of_zaak(world: World) -> None:
    rol = world.add_rol(world.zaak()).json()
    assert codes(world.set_status(world.zaak(), 0, gezetdoor=rol["url"])) == {"gezetdoor": "zaak-mismatch"}


def test_a_date_without_time_is_a_status_moment(world: World) -> None:
    zaak = world.zaak()
    body = {"zaak": zaak["url"], "statustype": url(world.steps[0]), "datum_status_gezet": "2026-01-27"}
    response = world.api.post(f"{ZAKEN}/statussen", body)
    assert response.json()["datumStatusGezet"] == "2026-01-26T23:00:00Z"


def test_the_newest_moment_is_the_current_status(world: World) -> None:
    zaak = world.zaak()
    newest = world.set_status(zaak, 1, "2026-01-10T10:00:00Z").json()
    older = world.set_status(zaak, 0, "2026-01-06T10:00:00Z").json()
    assert world.api.get(zaak["url"]).json()["status"] == newest["url"]
    assert world.api.get(older["url"]).json()["indicatieLaatstGezetteStatus"] is False
    query = {"zaak": zaak["url"], "indicatieLaatstGezetteStatus": "True"}
    assert [found["url"] for found in world.api.get(f"{ZAKEN}/statussen", query).json()["results"]] == [
        newest["url"]
    ]
    listed = world.api.get(f"{ZAKEN}/statussen", {"zaak": zaak["url"]}).json()["results"]
    assert [found["url"] for found in listed] == [newest["url"], older["url"]]
