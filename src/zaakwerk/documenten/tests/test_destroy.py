"""Destroying documents: for good, but never one that something still refers to."""

import pytest

from zaakwerk.documenten.commands import link_object, unlink_object
from zaakwerk.documenten.models import EnkelvoudigInformatieObjectVersie, Trefwoord
from zaakwerk.documenten.tests.builders import document_url, make_document
from zaakwerk.zgw.models import AuditRegel, Bericht
from zaakwerk.zgw.tests.api import api_client, codes

pytestmark = pytest.mark.django_db


def test_a_document_goes_with_its_versions_keywords_and_audit_trail() -> None:
    client = api_client()
    document = make_document(b"hallo", trefwoorden=["een"])
    url = document_url(document)
    assert client.delete(url).status_code == 204
    assert client.get(url).status_code == client.get(f"{url}/audittrail").status_code == 404
    assert not EnkelvoudigInformatieObjectVersie.objects.exists() and not Trefwoord.objects.exists()
    assert not AuditRegel.objects.filter(hoofd_uuid=document.uuid).exists()
    assert Bericht.objects.latest("id").actie == "destroy"


def test_drc_008_a_document_with_relations_stays() -> None:
    client = api_client()
    document = make_document()
    link_object(document, "zaak", document.uuid, f"/zaken/api/v1/zaken/{document.uuid}")
    response = client.delete(document_url(document))
    assert response.status_code == 400
    assert response.json()["invalidParams"][0]["code"] == "pending-relations"
    unlink_object(document, document.uuid)
    assert client.delete(document_url(document)).status_code == 204


def test_drc_008_a_locked_document_stays() -> None:
    client = api_client()
    url = document_url(make_document())
    client.post(f"{url}/lock", {})
    assert codes(client.delete(url)) == {"nonFieldErrors": "destroy-locked"}
