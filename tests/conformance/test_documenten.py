"""Every operation of the Documenten API answers as the standard says: keys, values, status and headers."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.conformance import standards
from tests.conformance.comparison import assert_conforms, problem_differences
from zaakwerk.catalogi.tests.builders import make_informatieobjecttype
from zaakwerk.catalogi.tests.test_conformance import GENERIEK
from zaakwerk.documenten.tests.builders import (
    DOCUMENTS,
    RELATIONS,
    document_body,
    document_url,
    encoded,
    make_document,
    type_url,
)
from zaakwerk.documenten.tests.test_gebruiksrechten import RIGHTS, rights_body
from zaakwerk.documenten.tests.test_relations_elsewhere import Register
from zaakwerk.documenten.tests.test_verzendingen import ADDRESSES, SENDINGS, sending
from zaakwerk.zgw.tests.api import ApiClient, api_client
from zaakwerk.zgw.tests.listeners import listening

pytestmark = pytest.mark.django_db
API = "documenten"
FILLED: dict[str, Any] = {
    "inhoud": encoded(b"Geachte heer"),
    "bestandsomvang": 12,
    "vertrouwelijkheidaanduiding": "intern",
    "isGereedVoorPublicatie": True,
    "tonenAanInitiator": True,
    "status": "definitief",
    "inhoudIsVervallen": False,
    "formaat": "text/plain",
    "bestandsnaam": "brief.txt",
    "link": "https://example.org/brief",
    "beschrijving": "Een brief",
    "ontvangstdatum": "2024-05-01",
    "verzenddatum": "2024-05-02",
    "indicatieGebruiksrecht": False,
    "verschijningsvorm": "brief",
    "ondertekening": {"soort": "digitaal", "datum": "2024-05-02"},
    "integriteit": {"algoritme": "crc_32", "waarde": "3610a686", "datum": "2024-05-02"},
    "trefwoorden": ["brief", "zienswijze"],
}
CALLED: set[str] = set()


@pytest.fixture(autouse=True)
def place(settings: Any, tmp_path: Path) -> None:
    """A store of its own, and parts of four bytes."""
    settings.DOCUMENTS_DIR, settings.PART_SIZE = tmp_path / "documenten", 4


@pytest.fixture
def api() -> ApiClient:
    return api_client()


def conforms(operation: str, answer: Any, *expand: str) -> Any:
    """The body of an answer that conforms; remembers which operation was called."""
    CALLED.add(operation)
    return assert_conforms(API, operation, answer, expand)


def read(api: ApiClient, resource: str, url: str) -> None:
    """GET, HEAD and 304 on one object, plain and with everything expanded."""
    schema = standards.operations(API)[f"{resource}_retrieve"].response
    relations = tuple(standards.expansions(API, schema))
    answer, head = api.get(url), api.head(url)
    conforms(f"{resource}_retrieve", answer)
    conforms(f"{resource}_retrieve", api.get(url, {"expand": ",".join(relations)}), *relations)
    conforms(f"{resource}_headers", head)
    assert head.headers["ETag"] == answer.headers["ETag"]
    unchanged = api.get(url, HTTP_IF_NONE_MATCH=f'"x", {answer.headers["ETag"]}')
    assert (unchanged.status_code, unchanged.content) == (304, b"")


def listed(api: ApiClient, resource: str, address: str) -> None:
    """GET on a collection, plain and with everything expanded."""
    schema = standards.operations(API)[f"{resource}_list"].response.rpartition(" ")[2]
    relations = tuple(standards.expansions(API, schema))
    conforms(f"{resource}_list", api.get(address))
    conforms(f"{resource}_list", api.get(address, {"expand": ",".join(relations)}), *relations)


@pytest.mark.parametrize("values", [FILLED, {}])
def test_enkelvoudiginformatieobject(api: ApiClient, values: dict[str, Any]) -> None:
    name = "enkelvoudiginformatieobject"
    soort = type_url(make_informatieobjecttype(omschrijving_generiek=GENERIEK))
    values = {**values, "informatieobjecttype": soort}
    created = api.post(DOCUMENTS, document_body(**values))
    made = conforms(f"{name}_create", created)
    assert created.headers["Location"] == made["url"]
    read(api, name, made["url"])
    listed(api, name, DOCUMENTS)
    lock = conforms(f"{name}_lock", api.post(f"{made['url']}/lock", {}))
    conforms(f"{name}_partial_update", api.patch(made["url"], {"titel": "Nieuw", **lock}))
    conforms(f"{name}_update", api.put(made["url"], {**document_body(**values), **lock}))
    conforms(f"{name}_retrieve", api.get(made["url"], {"versie": "1"}))
    conforms(f"{name}_unlock", api.post(f"{made['url']}/unlock", lock))
    uuids = [made["url"].rpartition("/")[2]]
    relation = "informatieobjecttype"
    conforms(f"{name}__zoek", api.post(f"{DOCUMENTS}/_zoek", {"uuid__in": uuids}))
    asked = {"uuid__in": uuids, "expand": relation}
    conforms(f"{name}__zoek", api.post(f"{DOCUMENTS}/_zoek", asked), relation)
    trail = conforms("audittrail_list", api.get(f"{made['url']}/audittrail"))
    conforms("audittrail_retrieve", api.get(f"{made['url']}/audittrail/{trail[-1]['uuid']}"))
    if made["inhoud"]:
        response = api.get(made["url"] + "/download")
        conforms(f"{name}_download", response_with_content(response))
    conforms(f"{name}_destroy", api.delete(made["url"]))


def response_with_content(response: Any) -> Any:
    """A streamed answer as one with its bytes, and of the media type of the standard."""
    assert response.headers["Content-Type"] == "application/octet-stream"
    content = b"".join(response.streaming_content)
    return SimpleNamespace(status_code=response.status_code, headers=response.headers, content=content)


def test_bestandsdeel(api: ApiClient) -> None:
    made = api.post(DOCUMENTS, document_body(bestandsomvang=7)).json()
    for part in made["bestandsdelen"]:
        file = SimpleUploadedFile("deel", b"x" * part["omvang"])
        raw = encode_multipart(BOUNDARY, {"inhoud": file, "lock": made["lock"]})
        path = part["url"].removeprefix("http://localhost")
        answer = api.client.put(path, raw, content_type=MULTIPART_CONTENT, **api.headers({}))
        conforms("bestandsdeel_update", answer)
    conforms("enkelvoudiginformatieobject_retrieve", api.get(made["url"]))


def test_gebruiksrechten(api: ApiClient) -> None:
    body = rights_body(make_document(), einddatum="2025-05-01T00:00:00Z")
    made = conforms("gebruiksrechten_create", api.post(RIGHTS, body))
    read(api, "gebruiksrechten", made["url"])
    listed(api, "gebruiksrechten", RIGHTS)
    conforms("gebruiksrechten_partial_update", api.patch(made["url"], {"einddatum": None}))
    conforms("gebruiksrechten_update", api.put(made["url"], body))
    conforms("gebruiksrechten_destroy", api.delete(made["url"]))


@pytest.mark.parametrize("key", list(ADDRESSES))
def test_verzending(api: ApiClient, key: str) -> None:
    body = sending(make_document(), **{key: ADDRESSES[key]})
    made = conforms("verzending_create", api.post(SENDINGS, body))
    read(api, "verzending", made["url"])
    listed(api, "verzending", SENDINGS)
    conforms("verzending_partial_update", api.patch(made["url"], {"toelichting": "x"}))
    conforms("verzending_update", api.put(made["url"], body))
    conforms("verzending_destroy", api.delete(made["url"]))


@pytest.fixture
def register(settings: Any) -> Iterator[Register]:
    """Another register, with one relation of each object."""
    made: list[Register] = []
    with listening(lambda got: made[0].answer(got)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        made.append(Register(listener, [{}]))
        yield made[0]


@pytest.mark.parametrize("kind", ["zaak", "besluit", "verzoek"])
def test_objectinformatieobject(api: ApiClient, register: Register, kind: str) -> None:
    url = document_url(make_document())
    body = {"informatieobject": url, "object": register.url(kind), "objectType": kind}
    made = conforms("objectinformatieobject_create", api.post(RELATIONS, body))
    read(api, "objectinformatieobject", made["url"])
    listed(api, "objectinformatieobject", RELATIONS)
    register.relations.clear()
    conforms("objectinformatieobject_destroy", api.delete(made["url"]))


@pytest.mark.parametrize("path", [DOCUMENTS, RIGHTS, RELATIONS, SENDINGS])
def test_a_refusal_has_the_form_of_the_standard(api: ApiClient, path: str) -> None:
    reader = api_client("niets", [{"component": "zrc", "scopes": ["zaken.lezen"]}])
    for answer, status in (
        (api.post(path, {}), 400),
        (api.post(path, b"{"), 400),
        (api.get(path, {"onbekend": "1"}), 400),
        (reader.get(path), 403),
        (api.get(f"{path}/11111111-1111-4111-8111-111111111111"), 404),
        (api.patch(path, {}), 405),
        (api.get(path, HTTP_ACCEPT="text/html"), 406),
    ):
        assert answer.status_code == status
        assert problem_differences(status, answer.headers, answer.json()) == []


def test_the_tests_above_call_every_operation_of_the_standard(request: pytest.FixtureRequest) -> None:
    assert len(standards.operations(API)) == 33
    chosen = {item.name.partition("[")[0] for item in request.session.items if item.path == request.path}
    if chosen >= {name for name in globals() if name.startswith("test_")}:
        assert set(standards.operations(API)) == CALLED
