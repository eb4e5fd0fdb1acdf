"""What stands in the way of closing is mended in the dossier, and what cannot be says why."""

from typing import Any

import pytest

from zaakwerk.besluiten.models import Besluit
from zaakwerk.besluiten.tests.world import BesluitWorld
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.werkplek.tests.balie import employee, form_of, page, undo
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import url
from zaakwerk.zgw import clock

pytestmark = pytest.mark.django_db
SQUARE = '{"type": "Polygon", "coordinates": [[[5, 52], [5.01, 52], [5.01, 52.01], [5, 52]]]}'
BOWTIE = '{"type": "Polygon", "coordinates": [[[5, 52], [5.01, 52.01], [5.01, 52], [5, 52.01], [5, 52]]]}'


@pytest.fixture
def world() -> BesluitWorld:
    return BesluitWorld()


def in_dossier(world: BesluitWorld, zaak: Any, **values: Any) -> EnkelvoudigInformatieObject:
    """A document of the zaak."""
    paper = world.written()
    assert world.link(zaak, paper).status_code == 201
    EnkelvoudigInformatieObject.objects.filter(pk=paper.pk).update(**values)
    return paper


def now(paper: EnkelvoudigInformatieObject) -> EnkelvoudigInformatieObject:
    """The document as it is now."""
    return EnkelvoudigInformatieObject.objects.select_related("laatste_versie").get(pk=paper.pk)


def test_drc_006_unknown_rights_of_use_are_answered_from_the_gate(world: BesluitWorld) -> None:
    zaak, client = world.zaak(), employee()
    paper = in_dossier(world, zaak, indicatie_gebruiksrecht=None)
    world.set_status(zaak, 1)
    address = page("document_orde", zaak, paper.uuid)
    assert address in client.get(page("afhandelen", zaak)).content.decode()
    silent = client.post(address, {"doe": "recht", "geldt": "ja", "voorwaarden": ""})
    assert silent.status_code == 400
    assert "Schrijf op welke voorwaarden er gelden." in silent.content.decode()
    assert client.post(address, {"doe": "recht", "geldt": "nee"}).status_code == 302
    assert (now(paper).indicatie_gebruiksrecht, now(paper).lock) == (False, "")
    assert (
        client.post(address, {"doe": "recht", "geldt": "ja", "voorwaarden": "Met naam."}).status_code == 302
    )
    assert now(paper).indicatie_gebruiksrecht is True
    refused = client.post(address, {"doe": "recht", "geldt": "nee"})
    assert refused.status_code == 400
    assert "verwijder die eerst" in refused.content.decode()


def test_a_document_becomes_definitief_in_the_dossier(world: BesluitWorld) -> None:
    zaak, client = world.zaak(), employee()
    paper = in_dossier(world, zaak)
    address = page("document_orde", zaak, paper.uuid)
    assert client.post(address, {"doe": "definitief"}).status_code == 302
    found = now(paper)
    assert found.laatste_versie is not None
    assert (found.laatste_versie.status, found.lock) == ("definitief", "")
    assert "Dit document is al definitief." in client.get(address).content.decode()


def test_drc_009_a_lock_of_another_says_whose_it_is_and_who_takes_it_off(world: BesluitWorld) -> None:
    zaak = world.zaak()
    paper = in_dossier(world, zaak)
    assert world.api.post(f"{url(paper)}/lock", {}).status_code == 200
    address = page("document_orde", zaak, paper.uuid)
    client, lotte = employee(), employee("lotte", "coordinator")
    shown = client.get(address).content.decode()
    assert "Alleen wie het slot zette, of een coördinator, haalt het eraf." in shown
    assert "op slot" in client.get(page("zaak", zaak) + "?tab=documenten").content.decode()
    for doing in ("slot", "definitief"):
        assert client.post(address, {"doe": doing}).status_code == 200
        assert now(paper).lock
    assert lotte.post(address, {"doe": "slot"}).status_code == 302
    assert now(paper).lock == ""


def test_drc_009_the_own_lock_comes_off(world: BesluitWorld) -> None:
    from zaakwerk.autorisaties import accounts
    from zaakwerk.autorisaties.models import Medewerker
    from zaakwerk.documenten.commands import LockDocument

    zaak, client = world.zaak(), employee()
    paper = in_dossier(world, zaak)
    actor = accounts.actor_of(Medewerker.objects.get(username="fatima"))
    LockDocument(actor=actor, instance=now(paper)).run()
    address = page("document_orde", zaak, paper.uuid)
    assert "U hebt dit document op slot gezet" in client.get(address).content.decode()
    assert client.post(address, {"doe": "definitief"}).status_code == 302
    assert now(paper).lock
    assert client.post(address, {"doe": "slot"}).status_code == 302
    assert now(paper).lock == ""


def test_a_document_of_another_zaak_cannot_be_reached(world: BesluitWorld) -> None:
    paper = in_dossier(world, world.zaak())
    assert employee().get(page("document_orde", world.zaak(), paper.uuid)).status_code == 404


def test_brc_006_a_besluit_is_recorded_with_its_document_and_the_last_day_to_respond(
    world: BesluitWorld,
) -> None:
    zaak, client = world.zaak(), employee()
    paper = in_dossier(world, zaak)
    address = page("besluit_nieuw", zaak)
    assert address in client.get(page("zaak", zaak) + "?tab=besluiten").content.decode()
    sent = form_of(client, address, verzenddatum="2026-01-12")
    answer = client.post(address, sent, follow=True)
    assert "Reageren kan tot en met 23 februari 2026." in answer.content.decode()
    made = Besluit.objects.get()
    assert (made.zaak_id, made.besluittype) == (Zaak.objects.get().pk, world.besluittype)
    assert [found.pk for found in made.informatieobjecten.all()] == [paper.pk]


def test_brc_008_a_document_that_does_not_fit_is_refused_beside_it_and_nothing_is_kept(
    world: BesluitWorld,
) -> None:
    zaak, client = world.zaak(), employee()
    world.make_besluittype("Ontheffing", informatieobjecttypen=["Iets anders"])
    other = world.make_besluittype("Weigering", informatieobjecttypen=["Iets anders"])
    in_dossier(world, zaak)
    address = page("besluit_nieuw", zaak)
    answer = client.post(address, form_of(client, address, besluittype=str(other.uuid)))
    assert answer.status_code == 400
    assert "horen niet bij dit besluittype" in str(answer.context["form"].errors["document"])
    assert not Besluit.objects.exists()


def test_gangbaar_a_besluit_of_tomorrow_is_refused_beside_its_date(world: BesluitWorld) -> None:
    zaak, client = world.zaak(), employee()
    address = page("besluit_nieuw", zaak)
    answer = client.post(address, form_of(client, address, datum=f"{clock.today().year + 1}-01-01"))
    assert answer.status_code == 400
    assert "ligt in de toekomst" in str(answer.context["form"].errors["datum"])


def test_a_zaaktype_without_besluiten_says_so(world: BesluitWorld) -> None:
    world.zaaktype.besluittypen = []
    world.zaaktype.save()
    shown = employee().get(page("zaak", world.zaak()) + "?tab=besluiten").content.decode()
    assert "Bij dit zaaktype horen geen besluiten." in shown


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("52.5504, 5.2181", {"type": "Point", "coordinates": [5.2181, 52.5504]}),
        ("52,5504; 5,2181", {"type": "Point", "coordinates": [5.2181, 52.5504]}),
        ("52,15610° NB, 5,38720° OL", {"type": "Point", "coordinates": [5.3872, 52.1561]}),
        (f'{{"type": "Feature", "properties": {{}}, "geometry": {SQUARE}}}', "Polygon"),
        ("", None),
    ],
)
def test_a_place_is_set_as_people_write_it(world: BesluitWorld, typed: str, stored: Any) -> None:
    zaak = world.zaak(zaakgeometrie={"type": "Point", "coordinates": [5, 52]})
    client, address = employee(), page("plek", zaak)
    assert client.post(address, form_of(client, address, plek=typed)).status_code == 302
    found = Zaak.objects.get().zaakgeometrie
    assert (found["type"] if isinstance(stored, str) and found else found) == stored
    undo(client, zaak)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Kerkstraat 4", "Schrijf twee getallen"),
        ("52.5", "precies twee getallen"),
        ("5.2181, 52.5504", "lijken omgedraaid"),
        ("155000 463000", "RD-coördinaten"),
        ("99, 500", "buiten EPSG:4326"),
        ('{"type": "Point"', "geen geldige GeoJSON"),
        ('{"type": "Cirkel"}', "staat geen vorm"),
        ('{"type": "FeatureCollection", "features": []}', "staat geen vorm"),
        ('{"type": "GeometryCollection", "geometries": []}', "EPSG:4326"),
        ('{"type": "Point", "coordinates": [1e999, "a"]}', "geen geldige GeoJSON"),
        (f'{{"type": "Point", "coordinates": [{10**40}, 5]}}', "EPSG:4326"),
        ('{"type": ' + "[" * 50_000, "geen geldige GeoJSON"),
        (BOWTIE, "kruist zichzelf"),
    ],
)
def test_a_bad_place_is_refused_beside_it_with_the_reason(
    world: BesluitWorld, typed: str, words: str
) -> None:
    zaak, client = world.zaak(), employee()
    address = page("plek", zaak)
    answer = client.post(address, form_of(client, address, plek=typed))
    assert answer.status_code == 400
    assert words in str(answer.context["form"].errors["plek"])
    assert Zaak.objects.get().zaakgeometrie is None


def test_a_place_a_colleague_changed_meanwhile_is_not_overwritten(world: BesluitWorld) -> None:
    zaak, client = world.zaak(), employee()
    address = page("plek", zaak)
    sent = form_of(client, address, plek="52.1, 5.1")
    world.api.patch(zaak["url"], {"zaakgeometrie": {"type": "Point", "coordinates": [5, 52]}})
    assert client.post(address, sent).status_code == 400
    assert Zaak.objects.get().zaakgeometrie == {"type": "Point", "coordinates": [5, 52]}


def test_a_raadpleger_reads_why_not_on_every_page(world: BesluitWorld) -> None:
    zaak, client = world.zaak(), employee("kijker", "raadpleger")
    paper = in_dossier(world, zaak)
    for address in (page("besluit_nieuw", zaak), page("plek", zaak), page("document_orde", zaak, paper.uuid)):
        assert 'aria-disabled="true"' in client.get(address).content.decode(), address
    client.post(page("document_orde", zaak, paper.uuid), {"doe": "definitief"})
    latest = now(paper).laatste_versie
    assert latest is not None and latest.status != "definitief"
