"""Messages: every write in every API leaves exactly the message that the standard's channels ask for."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import pytest

from tests.conformance import standards
from zaakwerk.besluiten.tests.world import BESLUITEN, BesluitWorld
from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import url_of
from zaakwerk.documenten.tests.builders import DOCUMENTS, document_body, document_url, make_document
from zaakwerk.documenten.tests.test_gebruiksrechten import RIGHTS, rights_body
from zaakwerk.documenten.tests.test_verzendingen import SENDINGS, sending
from zaakwerk.notificaties import messages
from zaakwerk.zaken.tests.world import RSIN, ZAKEN, World, url
from zaakwerk.zgw import registry
from zaakwerk.zgw.links import Origin
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.resource import Resource
from zaakwerk.zgw.tests.api import BASE, ApiClient, api_client

pytestmark = pytest.mark.django_db
# Resources that are written and have no channel, each for a reason of the standard.
SILENT = {
    "kanaal": "the channels themselves",
    "abonnement": "the subscriptions themselves",
    "catalogus": "no channel in 4.11",
    "zaaknotitie": "not in the list of 2.9",
    "objectinformatieobject": "the mirror of a relation that reports on its own channel",
}
# Beside the table: parts of a zaaktype on the channel of the zaaktype (4.11), and what practice sends too.
PARTS = {
    "statustype",
    "resultaattype",
    "roltype",
    "eigenschap",
    "zaakobjecttype",
    "zaakinformatieobjecttype",
}


class Expected:
    """The message of one write, as it goes out."""

    def __init__(self, kanaal: str, hoofd_object: str, kenmerken: dict[str, str]) -> None:
        self.kanaal, self.hoofd_object, self.kenmerken = kanaal, hoofd_object, kenmerken

    def of(self, resource: str, resource_url: str, actie: str) -> dict[str, Any]:
        """In wire form, without its moment."""
        return {
            "kanaal": self.kanaal,
            "hoofdObject": self.hoofd_object,
            "resource": resource,
            "resourceUrl": resource_url,
            "actie": actie,
            "kenmerken": self.kenmerken,
        }


def sent() -> list[dict[str, Any]]:
    """What the outbox holds, as consumers get it; and the outbox is empty again."""
    found = []
    for bericht in Bericht.objects.order_by("id"):
        message = msgspec.json.decode(Origin(BASE).render(messages.wire(bericht)))
        assert message.pop("aanmaakdatum").endswith("Z")
        found.append(message)
    Bericht.objects.all().delete()
    return found


def changes(
    api: ApiClient, address: str, body: dict[str, Any], patch: dict[str, Any], acties: Iterable[str]
) -> Iterable[tuple[str, str, list[dict[str, Any]]]]:
    """Creates, patches, puts and destroys one object; per write the actie, its URL and what was sent."""
    made = api.post(address, body)
    assert made.status_code == 201, made.content
    found = made.json()["url"]
    yield "create", found, sent()
    # The table says `update` for PUT and PATCH alike; we tell them apart (C-34).
    calls: dict[str, tuple[str, Callable[[], Any]]] = {
        "partial_update": ("update", lambda: api.patch(found, patch)),
        "update": ("update", lambda: api.put(found, body)),
        "destroy": ("destroy", lambda: api.delete(found)),
    }
    for actie, (listed, call) in calls.items():
        if listed in acties:
            answer = call()
            assert answer.status_code in (200, 204), answer.content
            yield actie, found, sent()


@pytest.fixture
def world() -> World:
    return World()


def zaak_of(world: World, zaak: dict[str, Any]) -> Expected:
    """The messages about a zaak."""
    names = ("bronorganisatie", "zaaktype", "vertrouwelijkheidaanduiding")
    return Expected("zaken", zaak["url"], {name: zaak[name] for name in names})


def test_a_zaak(world: World) -> None:
    made = world.api.post(f"{ZAKEN}/zaken", world.body())
    expected = zaak_of(world, made.json())
    own = made.json()["url"]
    assert sent() == [expected.of("zaak", own, "create")]
    world.api.patch(own, {"omschrijving": "x"})
    assert sent() == [expected.of("zaak", own, "partial_update")]
    world.api.put(own, world.body())
    assert sent() == [expected.of("zaak", own, "update")]
    world.api.delete(own)
    assert sent() == [expected.of("zaak", own, "destroy")]


def test_kenmerken_are_those_after_the_change(world: World) -> None:
    zaak = world.zaak()
    sent()
    world.api.patch(zaak["url"], {"vertrouwelijkheidaanduiding": "geheim"})
    (message,) = sent()
    assert message["kenmerken"]["vertrouwelijkheidaanduiding"] == "geheim"


PERSON = {"betrokkeneType": "natuurlijk_persoon", "betrokkeneIdentificatie": {"inpBsn": "999993653"}}
PARTS_OF_ZAAK: dict[str, tuple[str, Callable[[World], dict[str, Any]], dict[str, Any]]] = {
    "status": (
        "statussen",
        lambda on: {"statustype": url(on.steps[0]), "datumStatusGezet": "2026-01-06T10:00:00Z"},
        {},
    ),
    "resultaat": ("resultaten", lambda on: {"resultaattype": url(on.resultaattype)}, {"toelichting": "x"}),
    "rol": ("rollen", lambda on: {"roltype": url(on.roltype), "roltoelichting": "x", **PERSON}, {}),
    "zaakinformatieobject": (
        "zaakinformatieobjecten",
        lambda on: {"informatieobject": url(on.document())},
        {"titel": "x"},
    ),
}


@pytest.mark.parametrize("resource", PARTS_OF_ZAAK)
def test_a_part_of_a_zaak(world: World, resource: str) -> None:
    zaak = world.zaak()
    expected, (path, body, patch) = zaak_of(world, zaak), PARTS_OF_ZAAK[resource]
    values = {"zaak": zaak["url"], **body(world)}
    sent()
    declared = standards.channels()["zaken"].acties[resource]
    for actie, own, found in changes(world.api, f"{ZAKEN}/{path}", values, patch, declared):
        assert found == [expected.of(resource, own, actie)]


def test_a_zaakeigenschap(world: World) -> None:
    zaak = world.zaak()
    expected = zaak_of(world, zaak)
    body = {"zaak": zaak["url"], "eigenschap": url(world.eigenschap), "waarde": "100"}
    sent()
    acties = standards.channels()["zaken"].acties["zaakeigenschap"]
    address = f"{zaak['url']}/zaakeigenschappen"
    for actie, own, found in changes(world.api, address, body, {"waarde": "200"}, acties):
        assert found == [expected.of("zaakeigenschap", own, actie)]


def test_the_end_of_a_zaak_reports_what_was_written_and_nothing_else(world: World) -> None:
    zaak = world.zaak()
    sent()
    world.close(zaak)
    assert [(found["resource"], found["actie"]) for found in sent()][:2] == [
        ("resultaat", "create"),
        ("status", "create"),
    ]


def test_a_refused_write_leaves_no_message(world: World) -> None:
    zaak = world.zaak()
    sent()
    assert world.api.patch(zaak["url"], {"bronorganisatie": "1"}).status_code == 400
    assert world.api.post(f"{ZAKEN}/statussen", {"zaak": zaak["url"]}).status_code == 400
    assert sent() == []


def test_a_document() -> None:
    api, body = api_client(), document_body()
    made = api.post(DOCUMENTS, body).json()
    names = ("bronorganisatie", "informatieobjecttype", "vertrouwelijkheidaanduiding")
    expected = Expected("documenten", made["url"], {name: made[name] for name in names})
    assert sent() == [expected.of("enkelvoudiginformatieobject", made["url"], "create")]
    found = document_url(make_document())
    sent()
    api.delete(found)
    assert [(one["resource"], one["actie"]) for one in sent()] == [("enkelvoudiginformatieobject", "destroy")]


def test_a_besluit_with_its_document() -> None:
    on = BesluitWorld()
    body = on.new(identificatie="B-1")
    kenmerken = {"verantwoordelijke_organisatie": RSIN, "besluittype": body["besluittype"]}
    acties = standards.channels()["besluiten"].acties
    document = {"informatieobject": url(on.written())}
    sent()
    for actie, own, found in changes(
        on.api, f"{BESLUITEN}/besluiten", body, {"toelichting": "x"}, acties["besluit"]
    ):
        assert found == [Expected("besluiten", own, kenmerken).of("besluit", own, actie)]
    besluit = on.besluit()["url"]
    sent()
    values, declared = {"besluit": besluit, **document}, acties["besluitinformatieobject"]
    for actie, own, found in changes(on.api, f"{BESLUITEN}/besluitinformatieobjecten", values, {}, declared):
        expected = Expected("besluiten", besluit, kenmerken)
        assert found == [expected.of("besluitinformatieobject", own, actie)]


def test_a_besluit_at_a_zaak() -> None:
    on = BesluitWorld()
    zaak = on.zaak()
    expected = zaak_of(on, zaak)
    sent()
    besluit = on.besluit(zaak)["url"]
    mirror = on.api.get(f"{zaak['url']}/besluiten").json()[0]["url"]
    assert sent()[1:] == [expected.of("zaakbesluit", mirror, "create")]
    on.api.delete(besluit)
    assert [(found["resource"], found["actie"]) for found in sent()] == [("besluit", "destroy")]


@pytest.mark.parametrize(
    ("resource", "address", "body"),
    [("gebruiksrechten", RIGHTS, rights_body), ("verzending", SENDINGS, sending)],
)
def test_a_part_of_a_document(resource: str, address: str, body: Callable[..., dict[str, Any]]) -> None:
    api, document = api_client(), make_document()
    found = api.get(document_url(document)).json()
    names = ("bronorganisatie", "informatieobjecttype", "vertrouwelijkheidaanduiding")
    expected = Expected("documenten", found["url"], {name: found[name] for name in names})
    sent()
    acties = standards.channels()["documenten"].acties[resource]
    for actie, own, told in changes(api, address, body(document), {}, acties):
        assert told == [expected.of(resource, own, actie)]


def test_a_zaaktype_with_its_parts() -> None:
    api = api_client()
    catalogus = url_of("catalogussen", builders.make_catalogus())
    made = api.post(f"{bodies.API}/zaaktypen", bodies.zaaktype(catalogus)).json()["url"]
    expected = Expected("zaaktypen", made, {"catalogus": catalogus})
    assert sent() == [expected.of("zaaktype", made, "create")]
    part = api.post(f"{bodies.API}/statustypen", bodies.statustype(made)).json()["url"]
    assert sent() == [expected.of("statustype", part, "create")]
    api.delete(made)
    assert sent() == [expected.of("zaaktype", made, "destroy")]


def test_an_informatieobjecttype() -> None:
    api = api_client()
    catalogus = url_of("catalogussen", builders.make_catalogus())
    body = bodies.informatieobjecttype(catalogus)
    acties = standards.channels()["informatieobjecttypen"].acties["informatieobjecttype"]
    address = f"{bodies.API}/informatieobjecttypen"
    for actie, own, found in changes(api, address, body, {"trefwoord": ["x"]}, acties):
        expected = Expected("informatieobjecttypen", own, {"catalogus": catalogus})
        assert found == [expected.of("informatieobjecttype", own, actie)]


def test_an_applicatie() -> None:
    api = api_client()
    body = {"clientIds": [], "label": "Een", "heeftAlleAutorisaties": True}
    acties = standards.channels()["autorisaties"].acties["applicatie"]
    for actie, own, found in changes(
        api, "/autorisaties/api/v1/applicaties", body, {"label": "Twee"}, acties
    ):
        assert found == [Expected("autorisaties", own, {}).of("applicatie", own, actie)]


def test_a_message_holds_links_and_kenmerken_only_and_no_personal_data(world: World) -> None:
    zaak = world.zaak(omschrijving="Aanvraag van mevrouw De Wit")
    world.add_rol(zaak)
    said = str(sent())
    assert "De Wit" not in said and "999993653" not in said and RSIN in said


def test_every_resource_of_the_table_that_we_have_is_declared_on_its_channel() -> None:
    ours = {resource.name: resource for resource in registry.all_resources()}
    seen = 0
    for name, channel in standards.channels().items():
        for resource_name, acties in channel.acties.items():
            resource = ours.get(resource_name)
            if resource is not None and resource.component.name == channel.api:
                assert resource.channel is not None and resource.channel.name == name
                assert tuple(resource.channel.kenmerken) == channel.kenmerken
                assert main_name(resource) == channel.main_object
                assert commands_of(resource) >= set(acties)
                seen += 1
    assert seen >= 10


def test_every_resource_that_is_written_reports_unless_the_standard_says_otherwise() -> None:
    listed = {name for channel in standards.channels().values() for name in channel.acties}
    for resource in registry.all_resources():
        if commands_of(resource):
            assert (resource.channel is None) == (resource.name in SILENT), resource.name
            assert resource.channel is None or resource.name in listed | PARTS, resource.name


def commands_of(resource: Resource) -> set[str]:
    """The acties a resource has commands for."""
    commands = {"create": resource.create, "update": resource.update, "destroy": resource.destroy}
    return {actie for actie, command in commands.items() if command}


def main_name(resource: Resource) -> str:
    """The name of the main object's resource."""
    if not resource.main:
        return resource.name
    model: Any = resource.model._meta.get_field(resource.main).related_model
    return registry.for_model(model).name
