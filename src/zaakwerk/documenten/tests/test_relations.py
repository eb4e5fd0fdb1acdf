"""Relations: the mirror of what zaken and besluiten lead, to be read and not to be written."""

from typing import Any

import pytest

from zaakwerk.catalogi.tests.builders import make_bare_zaaktype, make_informatieobjecttype
from zaakwerk.documenten import queries
from zaakwerk.documenten.commands import LinkObject, UnlinkObject, link_object
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, ObjectInformatieObject
from zaakwerk.documenten.tests.builders import (
    BASE,
    DOCUMENTS,
    RELATIONS,
    RSIN,
    document_url,
    make_document,
    type_url,
)
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock, registry, vertrouwelijkheid
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.tests.api import api_client, codes

pytestmark = pytest.mark.django_db


def make_zaak() -> Zaak:
    """A zaak as a row; what it is does not matter here."""
    today = clock.today()
    return Zaak.objects.create(
        identificatie="ZAAK-1",
        bronorganisatie=RSIN,
        verantwoordelijke_organisatie=RSIN,
        zaaktype=make_bare_zaaktype(),
        registratiedatum=today,
        startdatum=today,
        vertrouwelijkheidaanduiding=1,
    )


def zaak_url(zaak: Zaak) -> str:
    """The address of a zaak."""
    return f"{BASE}/zaken/api/v1/zaken/{zaak.uuid}"


def linked(zaak: Zaak, document: EnkelvoudigInformatieObject) -> ObjectInformatieObject:
    """The mirror of a document in a zaak."""
    return link_object(document, "zaak", zaak.uuid, registry.for_model(Zaak).url_for(zaak))


def test_relations_are_a_bare_list_with_filters() -> None:
    client = api_client()
    zaak, document, other = make_zaak(), make_document(), make_document()
    oio = linked(zaak, document)
    link_object(other, "besluit", other.uuid, f"\ue000/besluiten/api/v1/besluiten/{other.uuid}")
    wanted = {
        "url": f"{BASE}{RELATIONS}/{oio.uuid}",
        "informatieobject": document_url(document),
        "object": zaak_url(zaak),
        "objectType": "zaak",
    }
    assert len(client.get(RELATIONS).json()) == 2
    assert client.get(RELATIONS, {"object": zaak_url(zaak)}).json() == [wanted]
    assert client.get(RELATIONS, {"informatieobject": document_url(document)}).json() == [wanted]
    assert client.get(RELATIONS, {"object": "https://example.org/zaken/1"}).json() == []
    assert codes(client.get(RELATIONS, {"page": "1"})) == {"nonFieldErrors": "unknown-parameters"}
    detail = client.get(wanted["url"])
    assert detail.json() == wanted
    assert client.get(wanted["url"], HTTP_IF_NONE_MATCH=detail.headers["ETag"]).status_code == 304
    expanded = client.get(wanted["url"], {"expand": "informatieobject.informatieobjecttype"}).json()
    assert expanded["_expand"]["informatieobject"]["url"] == document_url(document)


def body(document: EnkelvoudigInformatieObject, url: str, object_type: str = "zaak") -> dict[str, Any]:
    """What a client would send to make a relation here."""
    return {"informatieobject": document_url(document), "object": url, "objectType": object_type}


def test_drc_004_a_relation_without_its_source_is_refused() -> None:
    response = api_client().post(RELATIONS, body(make_document(), zaak_url(make_zaak())))
    assert codes(response) == {"nonFieldErrors": "inconsistent-relation"}
    assert not ObjectInformatieObject.objects.exists()


def test_drc_003_a_relation_that_is_there_is_refused() -> None:
    zaak, document = make_zaak(), make_document()
    linked(zaak, document)
    response = api_client().post(RELATIONS, body(document, zaak_url(zaak)))
    assert codes(response) == {"nonFieldErrors": "unique"}


def test_drc_002_the_object_exists_and_is_what_it_is_said_to_be() -> None:
    client, document, zaak = api_client(), make_document(), make_zaak()
    nowhere = zaak_url(zaak)[:-1] + "x"
    assert codes(client.post(RELATIONS, body(document, nowhere))) == {"object": "bad-url"}
    assert codes(client.post(RELATIONS, body(document, "https://example.org/z/1"))) == {"object": "bad-url"}
    elsewhere = body(document, type_url(make_informatieobjecttype()))
    assert codes(client.post(RELATIONS, elsewhere)) == {"object": "invalid-resource"}
    wrong = body(document, zaak_url(zaak), "besluit")
    assert codes(client.post(RELATIONS, wrong)) == {"object": "invalid-resource"}


def test_drc_004_a_relation_is_not_removed_apart_from_its_source() -> None:
    client = api_client()
    oio = linked(make_zaak(), make_document())
    url = f"{RELATIONS}/{oio.uuid}"
    assert codes(client.delete(url)) == {"nonFieldErrors": "inconsistent-relation"}
    assert client.put(url, {}).status_code == 405
    assert ObjectInformatieObject.objects.exists()


def test_the_mirror_enters_the_audit_trail_of_the_document() -> None:
    client, zaak, document = api_client(), make_zaak(), make_document()
    url = registry.for_model(Zaak).url_for(zaak)
    LinkObject(
        actor=SYSTEM,
        informatieobject=document,
        object_type="zaak",
        object_uuid=zaak.uuid,
        object_url=url,
    ).run()
    assert document in queries.linked_documents(zaak.uuid)
    UnlinkObject(actor=SYSTEM, informatieobject=document, object_uuid=zaak.uuid).run()
    assert not queries.linked_documents(zaak.uuid)
    lines = client.get(f"{document_url(document)}/audittrail").json()
    assert [(line["resource"], line["actie"]) for line in lines] == [
        ("enkelvoudiginformatieobject", "create"),
        ("objectinformatieobject", "create"),
        ("objectinformatieobject", "destroy"),
    ]
    assert lines[2]["wijzigingen"]["oud"]["object"] == zaak_url(zaak)


def test_a_citizen_sees_what_is_finished_and_not_confidential() -> None:
    zaak = make_zaak()
    shown = make_document(status="definitief")
    hidden = [
        make_document(status="in_bewerking"),
        make_document(),
        make_document(
            status="definitief", vertrouwelijkheidaanduiding=vertrouwelijkheid.NUMBER["vertrouwelijk"]
        ),
    ]
    for document in (shown, *hidden):
        linked(zaak, document)
    make_document(status="definitief")
    assert list(queries.portal_documents(zaak.uuid)) == [shown]
    assert list(queries.linked_documents(zaak.uuid)) == [*reversed(hidden), shown]
    assert set(queries.linked_to(zaak.uuid, SYSTEM)) == {shown, *hidden}
    assert api_client().get(DOCUMENTS).json()["count"] == 5
