"""Rights below documents: gebruiksrechten, verzendingen and bestandsdelen are as near as their document."""

import importlib
from typing import Any

import pytest
from django.apps import apps

from zaakwerk.catalogi.models import InformatieObjectType
from zaakwerk.catalogi.tests.builders import make_informatieobjecttype
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.documenten.tests.builders import DOCUMENTS, make_document
from zaakwerk.documenten.tests.test_bestandsdelen import send
from zaakwerk.documenten.tests.test_gebruiksrechten import RIGHTS, rights_body
from zaakwerk.documenten.tests.test_rights import ALL, autorisatie, make_secret
from zaakwerk.documenten.tests.test_verzendingen import SENDINGS, sending
from zaakwerk.zgw.tests.api import ApiClient, api_client

pytestmark = pytest.mark.django_db
BELOW: list[tuple[str, Any]] = [(RIGHTS, rights_body), (SENDINGS, sending)]


@pytest.fixture
def brief() -> InformatieObjectType:
    """The type the client has rights on."""
    return make_informatieobjecttype(omschrijving="Brief")


@pytest.fixture
def client(brief: InformatieObjectType) -> ApiClient:
    """A client with every right on letters up to vertrouwelijk."""
    return api_client("beperkt", [autorisatie(brief, "vertrouwelijk")])


@pytest.mark.parametrize(("path", "body"), BELOW)
@pytest.mark.parametrize("make", [make_secret, lambda found: make_document(b"x")])
def test_what_hangs_below_a_document_out_of_reach_is_refused_in_every_way(
    make: Any, client: ApiClient, brief: InformatieObjectType, path: str, body: Any
) -> None:
    document: EnkelvoudigInformatieObject = make(brief)
    url = api_client("alles").post(path, body(document)).json()["url"]
    answers = [
        client.get(url),
        client.head(url),
        client.put(url, body(document)),
        client.patch(url, {}),
        client.delete(url),
        client.post(path, body(document)),
    ]
    assert {answer.status_code for answer in answers} == {403}
    listed = client.get(path).json()
    assert (listed if isinstance(listed, list) else listed["results"]) == []
    own = make_document(informatieobjecttype=brief)
    assert client.post(path, body(own)).status_code == 201


@pytest.mark.parametrize(("path", "body"), BELOW)
@pytest.mark.parametrize(
    ("scope", "method"),
    [
        ("documenten.lezen", "get"),
        ("documenten.aanmaken", "post"),
        ("documenten.bijwerken", "patch"),
        ("documenten.bijwerken", "put"),
        ("documenten.verwijderen", "delete"),
    ],
)
def test_c_27_every_operation_asks_for_the_scope_of_the_document(
    brief: InformatieObjectType, path: str, body: Any, scope: str, method: str
) -> None:
    document = make_document(informatieobjecttype=brief)
    url = api_client("alles").post(path, body(document)).json()["url"]
    others = [found for found in ALL if found != scope]
    without = api_client("zonder", [autorisatie(brief, "zeer_geheim", *others)])
    only = api_client("met", [autorisatie(brief, "zeer_geheim", scope)])

    def status(asker: ApiClient) -> int:
        arguments = [] if method in ("get", "delete") else [body(document)]
        return int(getattr(asker, method)(path if method == "post" else url, *arguments).status_code)

    assert status(without) == 403
    assert status(only) < 300


def test_a_part_is_as_near_as_its_document(settings: Any, client: ApiClient) -> None:
    settings.PART_SIZE = 4
    document = make_document(bestandsomvang=4)
    part = {"url": f"http://localhost/documenten/api/v1/bestandsdelen/{document.bestandsdelen.get().uuid}"}
    assert send(client, part, b"abcd", document.lock).status_code == 403
    forced = api_client("geforceerd", [{"component": "drc", "scopes": ["documenten.geforceerd-bijwerken"]}])
    assert send(forced, part, b"abcd", document.lock).status_code == 200


def test_c_28_geforceerd_bijwerken_counts_as_bijwerken() -> None:
    scopes = ["documenten.geforceerd-bijwerken", "documenten.lock"]
    client = api_client("geforceerd", [{"component": "drc", "scopes": scopes}])
    url = f"{DOCUMENTS}/{make_document().uuid}"
    lock = client.post(f"{url}/lock", {}).json()["lock"]
    assert client.patch(url, {"titel": "Nieuw", "lock": lock}).status_code == 200


def test_documents_of_before_get_the_flag_of_their_latest_version() -> None:
    ready, other = make_document(is_gereed_voor_publicatie=True), make_document()
    EnkelvoudigInformatieObject.objects.update(is_gereed_voor_publicatie=None)
    name = "zaakwerk.documenten.migrations.0003_delen_rechten_verzendingen"
    importlib.import_module(name).copy_flags(apps, None)
    flags = dict(EnkelvoudigInformatieObject.objects.values_list("pk", "is_gereed_voor_publicatie"))
    assert flags == {ready.pk: True, other.pk: None}
