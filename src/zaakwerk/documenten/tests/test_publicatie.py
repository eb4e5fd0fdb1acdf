"""Publication: an application that sees only what is ready for it sees nothing else in any way (C-41)."""

from typing import Any

import pytest

from zaakwerk.autorisaties.models import Applicatie
from zaakwerk.catalogi.tests.builders import make_informatieobjecttype
from zaakwerk.documenten.commands import LockDocument, UpdateDocument, link_object
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.documenten.tests.builders import (
    DOCUMENTS,
    RELATIONS,
    document_body,
    document_url,
    make_document,
    type_url,
)
from zaakwerk.documenten.tests.test_gebruiksrechten import RIGHTS, rights_body
from zaakwerk.documenten.tests.test_verzendingen import SENDINGS, sending
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.tests.api import ApiClient, api_client

pytestmark = pytest.mark.django_db
SCOPES = [
    "documenten.lezen",
    "documenten.aanmaken",
    "documenten.bijwerken",
    "documenten.lock",
    "audittrails.lezen",
]


def publisher(*autorisaties: dict[str, Any]) -> ApiClient:
    """An application that sees only what is ready for publication, with all rights or these."""
    client = api_client("site", list(autorisaties) or None)
    Applicatie.objects.filter(label="site").update(alleen_is_gereed_voor_publicatie=True)
    return client


def with_everything(document: EnkelvoudigInformatieObject) -> list[str]:
    """The addresses of a document and of one of each that hangs below it."""
    client = api_client(str(document.uuid))
    oio = link_object(document, "zaak", document.uuid, f"\ue000/zaken/api/v1/zaken/{document.uuid}")
    url = document_url(document)
    return [
        url,
        f"{url}/download",
        f"{url}/audittrail",
        f"{RELATIONS}/{oio.uuid}",
        client.post(RIGHTS, rights_body(document)).json()["url"],
        client.post(SENDINGS, sending(document)).json()["url"],
    ]


@pytest.mark.parametrize("state", [False, None])
@pytest.mark.parametrize("has_all_rights", [True, False])
def test_what_is_not_ready_is_kept_back_in_every_way(state: bool | None, has_all_rights: bool) -> None:
    soort = make_informatieobjecttype()
    right = {
        "component": "drc",
        "scopes": SCOPES,
        "informatieobjecttype": type_url(soort),
        "maxVertrouwelijkheidaanduiding": "zeer_geheim",
    }
    site = publisher() if has_all_rights else publisher(right)
    hidden = make_document(b"x", informatieobjecttype=soort, is_gereed_voor_publicatie=state)
    open_one = make_document(b"y", informatieobjecttype=soort, is_gereed_voor_publicatie=True)
    for address in with_everything(hidden):
        answer = site.get(address)
        assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied"), address
    for address in with_everything(open_one):
        answer = site.get(address)
        assert answer.status_code == 200, address
        b"".join(answer.streaming_content if answer.streaming else [])
    for path in (DOCUMENTS, SENDINGS):
        assert site.get(path).json()["count"] == 1
    for path in (RELATIONS, RIGHTS):
        assert [found["informatieobject"] for found in site.get(path).json()] == [document_url(open_one)]
    found = site.post(f"{DOCUMENTS}/_zoek", {"uuid__in": [str(hidden.uuid), str(open_one.uuid)]}).json()
    assert [result["url"] for result in found["results"]] == [document_url(open_one)]


def test_another_application_is_answered_from_the_same_prepared_statements() -> None:
    make_document()
    site, other = publisher(), api_client("ander")
    assert [client.get(DOCUMENTS).json()["count"] for client in (other, site, other)] == [1, 0, 1]


def test_expand_leaves_out_what_is_not_ready() -> None:
    document = make_document()
    sent = api_client().post(SENDINGS, sending(document)).json()
    assert sent["informatieobject"] == document_url(document)
    assert publisher().get(sent["url"], {"expand": "informatieobject"}).status_code == 403


def test_an_earlier_version_keeps_its_own_flag() -> None:
    document = make_document(b"x")
    lock = LockDocument(actor=SYSTEM, instance=document).run().lock
    change = {"is_gereed_voor_publicatie": True}
    UpdateDocument(actor=SYSTEM, instance=document, changes=change, lock_id=lock).run()
    site, url = publisher(), document_url(document)
    assert site.get(url).status_code == site.get(url, {"versie": "2"}).status_code == 200
    assert site.get(url, {"versie": "1"}).status_code == 403
    assert site.get(f"{url}/download", {"versie": "1"}).status_code == 403


def test_only_reading_is_narrowed() -> None:
    site = publisher()
    made = site.post(DOCUMENTS, document_body())
    assert (made.status_code, made.json()["isGereedVoorPublicatie"]) == (201, None)
    url = made.json()["url"]
    assert site.get(url).status_code == 403
    lock = site.post(f"{url}/lock", {}).json()["lock"]
    assert site.patch(url, {"isGereedVoorPublicatie": True, "lock": lock}).status_code == 200
    assert site.get(url).status_code == 200


@pytest.mark.parametrize("value", [True, False, None])
@pytest.mark.parametrize("key", ["tonenAanInitiator", "isGereedVoorPublicatie", "inhoudIsVervallen"])
def test_c_37_the_flags_can_be_patched(key: str, value: bool | None) -> None:
    client, url = api_client(), document_url(make_document())
    lock = client.post(f"{url}/lock", {}).json()["lock"]
    answer = client.patch(url, {key: value, "lock": lock})
    if key == "tonenAanInitiator" and value is None:
        assert answer.status_code == 400
    else:
        assert answer.json()[key] is value
