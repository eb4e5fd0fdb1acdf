"""Lists of documents: paged, newest first, and filtered on what a document is and belongs to."""

import pytest

from zaakwerk.documenten.commands import link_object
from zaakwerk.documenten.models import ObjectInformatieObject
from zaakwerk.documenten.tests.builders import BASE, DOCUMENTS, RSIN, document_url, make_document
from zaakwerk.zgw.tests.api import api_client, codes

pytestmark = pytest.mark.django_db


def test_the_list_is_paged_newest_first() -> None:
    documents = [make_document(titel=f"Brief {number}") for number in range(3)]
    first = api_client().get(DOCUMENTS, {"pageSize": "2"}).json()
    assert [found["url"] for found in first["results"]] == [document_url(found) for found in documents[:0:-1]]
    assert first["count"] == 3 and first["next"].endswith("page=2")


def test_the_list_filters_on_what_a_document_is() -> None:
    client = api_client()
    wanted = make_document(identificatie="B-7", trefwoorden=["boom", "kap"])
    make_document(bronorganisatie="000000012", trefwoorden=["water"])

    def found(**query: str) -> list[str]:
        return [result["url"] for result in client.get(DOCUMENTS, query).json()["results"]]

    for query in (
        {"identificatie": "B-7"},
        {"bronorganisatie": RSIN},
        {"trefwoorden": "kap,vuur"},
        {"trefwoorden": "boom,kap"},
    ):
        assert found(**query) == [document_url(wanted)], query
    assert found(trefwoorden="ka") == []
    assert len(found()) == 2


def test_the_list_filters_on_the_object_of_one_and_the_same_relation() -> None:
    client = api_client()
    document, other = make_document(), make_document()
    zaak, besluit = make_document().uuid, make_document().uuid  # any uuid will do
    link_object(document, "zaak", zaak, f"/zaken/api/v1/zaken/{zaak}")
    link_object(document, "besluit", besluit, f"/besluiten/api/v1/besluiten/{besluit}")
    link_object(other, "besluit", besluit, f"/besluiten/api/v1/besluiten/{besluit}")
    assert ObjectInformatieObject.objects.count() == 3
    url = f"{BASE}/zaken/api/v1/zaken/{zaak}"

    def found(**query: str) -> list[str]:
        return [result["url"] for result in client.get(DOCUMENTS, query).json()["results"]]

    assert found(objectinformatieobjecten_object=url) == [document_url(document)]
    assert found(objectinformatieobjecten_object=url, objectinformatieobjecten_objectType="besluit") == []
    assert len(found(objectinformatieobjecten_objectType="besluit")) == 2
    assert found(objectinformatieobjecten_object="https://example.org/zaken/1") == []


@pytest.mark.parametrize(
    ("query", "name", "code"),
    [
        ({"titel": "Brief"}, "nonFieldErrors", "unknown-parameters"),
        ({"bronorganisatie": "123"}, "bronorganisatie", "invalid"),
        (
            {"objectinformatieobjecten_objectType": "dossier"},
            "objectinformatieobjecten_objectType",
            "invalid_choice",
        ),
    ],
)
def test_a_wrong_parameter_is_named(query: dict[str, str], name: str, code: str) -> None:
    response = api_client().get(DOCUMENTS, query)
    assert response.status_code == 400
    assert codes(response) == {name: code}
