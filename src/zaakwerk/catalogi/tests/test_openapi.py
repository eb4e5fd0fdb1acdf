"""The OpenAPI document holds every operation of the standard and of our own namespace, and nothing else."""

from typing import Any

import pytest

from tests.conformance import standards
from tests.conformance.documents import document_differences
from zaakwerk.catalogi.resources import CATALOGI
from zaakwerk.catalogi.resources.eigen import EIGEN
from zaakwerk.zgw import openapi

# 1.4.0 beside 1.3.3 (C-49), and a filter that portals that exist cannot do without.
MORE = [
    "DELETE /catalogussen/{}: not in the standard",
    "GET /informatieobjecttypen: parameter zaaktype is not in the standard",
]


@pytest.fixture
def document() -> dict[str, Any]:
    return openapi.document(CATALOGI, "http://localhost/catalogi/api/v1")


def operations_of(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every operation of a document by its id."""
    return {one["operationId"]: one for methods in document["paths"].values() for one in methods.values()}


def test_the_document_is_that_of_the_standard_with_the_delete_of_1_4_0(document: dict[str, Any]) -> None:
    assert document_differences("catalogi", document) == MORE


def test_every_operation_has_the_id_and_scopes_of_the_standard(document: dict[str, Any]) -> None:
    ours = operations_of(document)
    theirs = standards.operations("catalogi")
    assert set(ours) == {*theirs, "catalogus_destroy"}
    for name, operation in theirs.items():
        if operation.method != "HEAD":
            assert ours[name]["security"] == [{"JWT-Claims": sorted(operation.scopes)}], name


def test_our_own_namespace_describes_its_operations() -> None:
    ours = operations_of(openapi.document(EIGEN, "http://localhost/zaakwerk/api/v1"))
    verbs = ("nieuwe_versie", "publiceren", "waarschuwingen")
    kinds = ("zaaktype", "besluittype", "informatieobjecttype")
    assert {f"{kind}_{verb}" for kind in kinds for verb in verbs} <= set(ours)
    new = ours["zaaktype_nieuwe_versie"]
    body = new["requestBody"]["content"]["application/json"]["schema"]
    assert (list(body["properties"]), body["required"]) == (
        ["beginGeldigheid", "beeindigVorige"],
        ["beginGeldigheid"],
    )
    assert "identificatie" in new["responses"]["201"]["content"]["application/json"]["schema"]["properties"]
    told = ours["zaaktype_waarschuwingen"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert list(told["properties"]) == ["waarschuwingen"]
