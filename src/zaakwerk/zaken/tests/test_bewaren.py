"""Archive parameters after closing: a date follows its source, unless somebody set it by hand."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from zaakwerk.zaken.tests.world import ZAKEN, World, url
from zaakwerk.zgw.models import AuditRegel, Bericht
from zaakwerk.zgw.tests.api import codes
from zaakwerk.zgw.tests.listeners import Listener, listening

pytestmark = pytest.mark.django_db
OVERIG = {"objectType": "overige", "objectTypeOverige": "vergunning"}


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def elsewhere(settings: Any) -> Iterator[Listener]:
    """A listed host with one object as the Objects API gives it."""
    with listening(lambda got: 404 if got.path == "/weg" else 200) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        listener.body = msgspec.json.encode({"record": {"data": {"afloop": "2028-05-01"}}})
        yield listener


def kind_of(world: World, wijze: str, **procedure: Any) -> Any:
    """A resultaattype of five years from the source."""
    return world.make_resultaattype(wijze, procedure=procedure)


def archive_date(world: World, zaak: dict[str, Any]) -> Any:
    """archiefactiedatum as it is now."""
    return world.api.get(zaak["url"]).json()["archiefactiedatum"]


def fill(world: World, zaak: dict[str, Any], eigenschap: Any, waarde: str) -> Any:
    """A case-specific property as the API answers it."""
    body = {"eigenschap": url(eigenschap), "waarde": waarde}
    return world.api.post(f"{zaak['url']}/zaakeigenschappen", body).json()


def add(world: World, zaak: dict[str, Any], afloop: str = "", **body: Any) -> Any:
    """An object with its own end date as the API answers it."""
    new = {"zaak": zaak["url"], **OVERIG, **body}
    if "object" not in body:
        new["objectIdentificatie"] = {"overigeData": {"afloop": afloop} if afloop else {"soort": "x"}}
    answer = world.api.post(f"{ZAKEN}/zaakobjecten", new)
    assert answer.status_code == 201, answer.content
    return answer.json()


def test_zrc_021_the_date_follows_an_eigenschap(world: World) -> None:
    afloop = world.make_eigenschap("afloop", "datum", "8")
    closed = world.close(world.zaak(), resultaattype=kind_of(world, "eigenschap", datumkenmerk="afloop"))
    assert closed["archiefactiedatum"] is None
    made = fill(world, closed, afloop, "20270101")
    now = world.api.get(closed["url"]).json()
    assert (now["archiefactiedatum"], now["startdatumBewaartermijn"]) == ("2032-01-01", "2027-01-01")
    world.api.patch(made["url"], {"waarde": "20280101"})
    assert archive_date(world, closed) == "2033-01-01"
    world.api.delete(made["url"])
    now = world.api.get(closed["url"]).json()
    assert (now["archiefactiedatum"], now["startdatumBewaartermijn"]) == (None, None)
    assert now["archiefnominatie"] == "vernietigen"


def test_zrc_021_following_is_in_the_audit_trail_and_sent(world: World) -> None:
    afloop = world.make_eigenschap("afloop", "datum", "8")
    closed = world.close(world.zaak(), resultaattype=kind_of(world, "eigenschap", datumkenmerk="afloop"))
    fill(world, closed, world.eigenschap, "1")
    assert not Bericht.objects.filter(resource="zaak", actie="partial_update").exists()
    fill(world, closed, afloop, "20270101")
    line = AuditRegel.objects.filter(resource="zaak", actie="partial_update").last()
    assert line is not None
    assert '"archiefactiedatum":null' in line.oud
    assert '"archiefactiedatum":"2032-01-01"' in line.nieuw
    assert Bericht.objects.filter(resource="zaak", actie="partial_update").count() == 1


def test_zrc_021_a_date_set_by_hand_stays(world: World) -> None:
    afloop = world.make_eigenschap("afloop", "datum", "8")
    closed = world.close(world.zaak(), resultaattype=kind_of(world, "eigenschap", datumkenmerk="afloop"))
    made = fill(world, closed, afloop, "20270101")
    world.api.patch(closed["url"], {"archiefactiedatum": "2040-01-01"})
    world.api.patch(made["url"], {"waarde": "20280101"})
    assert archive_date(world, closed) == "2040-01-01"


def test_zrc_021_an_archived_zaak_stays_as_it_is(world: World) -> None:
    afloop = world.make_eigenschap("afloop", "datum", "8")
    zaak = world.zaak()
    made = fill(world, zaak, afloop, "20270101")
    closed = world.close(zaak, resultaattype=kind_of(world, "eigenschap", datumkenmerk="afloop"))
    world.api.patch(closed["url"], {"archiefstatus": "gearchiveerd"})
    world.api.patch(made["url"], {"waarde": "20280101"})
    assert archive_date(world, closed) == "2032-01-01"


def test_zrc_021_ander_datumkenmerk_counts_from_a_start_that_comes_later(world: World) -> None:
    closed = world.close(world.zaak(), resultaattype=kind_of(world, "ander_datumkenmerk"))
    assert closed["archiefactiedatum"] is None
    world.api.patch(closed["url"], {"startdatumBewaartermijn": "2029-01-01"})
    assert archive_date(world, closed) == "2034-01-01"


def test_zrc_026_a_start_filled_before_closing_is_the_brondatum(world: World) -> None:
    closed = world.close(world.zaak(startdatumBewaartermijn="2030-01-01"))
    assert closed["archiefactiedatum"] == "2035-01-01"


def test_zrc_021_deelzaak_follows_a_hoofdzaak_that_reopens_and_closes_again(world: World) -> None:
    hoofdzaak = world.zaak()
    deelzaak = world.close(
        world.zaak(hoofdzaak=hoofdzaak["url"]), "2026-01-20T10:00:00Z", kind_of(world, "hoofdzaak")
    )
    world.close(hoofdzaak, "2026-02-02T10:00:00Z")
    assert archive_date(world, deelzaak) == "2031-02-02"
    world.set_status(hoofdzaak, 1, "2026-02-03T10:00:00Z")
    assert archive_date(world, deelzaak) is None
    world.set_status(hoofdzaak, 2, "2026-03-03T10:00:00Z")
    assert archive_date(world, deelzaak) == "2031-03-03"


def test_zrc_021_a_corrected_eindstatus_moves_the_date(world: World) -> None:
    hoofdzaak = world.zaak()
    deelzaak = world.close(
        world.zaak(hoofdzaak=hoofdzaak["url"]), "2026-01-20T10:00:00Z", kind_of(world, "hoofdzaak")
    )
    closed = world.close(hoofdzaak, "2026-02-02T10:00:00Z")
    assert world.set_status(closed, 2, "2026-02-20T10:00:00Z").status_code == 201
    now = world.api.get(closed["url"]).json()
    assert (now["einddatum"], now["archiefactiedatum"]) == ("2026-02-20", "2031-02-20")
    assert now["startdatumBewaartermijn"] == "2026-02-20"
    assert archive_date(world, deelzaak) == "2031-02-20"


def test_zrc_021_gerelateerde_zaak_follows_when_the_other_closes(world: World) -> None:
    early, late = world.close(world.zaak(), "2026-01-10T10:00:00Z"), world.zaak()
    relations = [{"url": found["url"], "aardRelatie": "vervolg"} for found in (early, late)]
    kind = kind_of(world, "gerelateerde_zaak")
    waiting = world.close(world.zaak(relevanteAndereZaken=relations), resultaattype=kind)
    assert waiting["archiefactiedatum"] is None
    world.close(late, "2026-01-15T10:00:00Z")
    assert archive_date(world, waiting) == "2031-01-15"
    world.api.patch(waiting["url"], {"relevanteAndereZaken": relations[:1]})
    assert archive_date(world, waiting) == "2031-01-10"


def test_zrc_021_another_hoofdzaak_is_another_source(world: World) -> None:
    first = world.zaak()
    deelzaak = world.close(
        world.zaak(hoofdzaak=first["url"]), "2026-01-20T10:00:00Z", kind_of(world, "hoofdzaak")
    )
    second = world.close(world.zaak(), "2026-04-04T10:00:00Z")
    world.api.patch(deelzaak["url"], {"hoofdzaak": second["url"]})
    assert archive_date(world, deelzaak) == "2031-04-04"


def test_zrc_021_zaakobject_gives_the_latest_date_once_all_are_known(world: World) -> None:
    kind = kind_of(world, "zaakobject", objecttype="overige", datumkenmerk="afloop")
    zaak = world.zaak()
    for afloop in ("2027-01-01", "20280202"):
        add(world, zaak, afloop)
    closed = world.close(zaak, resultaattype=kind)
    assert closed["archiefactiedatum"] == "2033-02-02"
    unknown = add(world, closed)
    assert archive_date(world, closed) is None
    dated = {"overigeData": {"afloop": "2029-01-01"}}
    world.api.patch(unknown["url"], {"objectIdentificatie": dated})
    assert archive_date(world, closed) == "2034-01-01"
    world.api.delete(unknown["url"])
    assert archive_date(world, closed) == "2033-02-02"


def test_zrc_021_zaakobject_reads_a_date_on_a_listed_host(world: World, elsewhere: Listener) -> None:
    kind = kind_of(world, "zaakobject", objecttype="overige", datumkenmerk="afloop")
    zaak, silent = world.zaak(), world.zaak()
    add(world, zaak, object=elsewhere.url)
    add(world, silent, object="https://niet-toegestaan.example.org/1")
    assert world.close(zaak, resultaattype=kind)["archiefactiedatum"] == "2033-05-01"
    assert world.close(silent, resultaattype=kind)["archiefactiedatum"] is None


def test_zrc_020_another_resultaat_on_a_closed_zaak_decides_anew(world: World) -> None:
    closed = world.close(world.zaak())
    keep = world.make_resultaattype(
        omschrijving="Bewaren",
        archiefnominatie="blijvend_bewaren",
        archiefactietermijn="P20Y",
        selectielijstklasse="https://selectielijst.example.org/bewaren",
    )
    clerk = world.limited(["zaken.lezen", "zaken.bijwerken"])
    assert clerk.delete(closed["resultaat"]).status_code == 403
    assert world.api.delete(closed["resultaat"]).status_code == 204
    bare = world.api.get(closed["url"]).json()
    assert (bare["archiefnominatie"], bare["archiefactiedatum"], bare["selectielijstklasse"]) == (
        None,
        None,
        "",
    )
    assert world.set_resultaat(closed, keep).status_code == 201
    now = world.api.get(closed["url"]).json()
    assert (now["archiefnominatie"], now["archiefactiedatum"]) == ("blijvend_bewaren", "2046-02-02")
    assert now["startdatumBewaartermijn"] is None
    assert now["selectielijstklasse"] == keep.selectielijstklasse


def test_zrc_020_what_was_set_by_hand_outlives_the_resultaat(world: World) -> None:
    closed = world.close(world.zaak(archiefnominatie="blijvend_bewaren", archiefactiedatum="2040-01-01"))
    world.api.delete(closed["resultaat"])
    world.set_resultaat(closed)
    now = world.api.get(closed["url"]).json()
    assert (now["archiefnominatie"], now["archiefactiedatum"]) == ("blijvend_bewaren", "2040-01-01")


def test_zrc_022_archiefstatus_returns_only_by_force(world: World) -> None:
    given = {"archiefnominatie": "vernietigen", "archiefactiedatum": "2040-01-01"}
    zaak = world.zaak(archiefstatus="gearchiveerd", **given)
    clerk = world.limited(["zaken.lezen", "zaken.bijwerken"])
    assert clerk.patch(zaak["url"], {"archiefstatus": "nog_te_archiveren"}).status_code == 403
    onward = clerk.patch(zaak["url"], {"archiefstatus": "overgedragen"})
    assert (onward.status_code, onward.json()["archiefstatus"]) == (200, "overgedragen")
    assert world.api.patch(zaak["url"], {"archiefstatus": "gearchiveerd"}).status_code == 200


def test_zrc_007_closed_deelzaken_have_a_resultaat(world: World) -> None:
    hoofdzaak = world.zaak()
    deelzaak = world.close(world.zaak(hoofdzaak=hoofdzaak["url"]))
    world.api.delete(deelzaak["resultaat"])
    world.set_resultaat(hoofdzaak)
    assert codes(world.set_status(hoofdzaak, 2)) == {"nonFieldErrors": "deelzaak-resultaat-does-not-exist"}
