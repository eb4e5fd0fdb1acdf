"""The OpenAPI document says of what is no JSON which media type it has."""

from zaakwerk.zgw import registry
from zaakwerk.zgw.openapi import described


def test_a_form_with_a_file_and_a_file_have_their_own_media_type() -> None:
    paths = described(registry.COMPONENTS["documenten"])["paths"]
    part = paths["/bestandsdelen/{uuid}"]["put"]
    assert list(part["requestBody"]["content"]) == ["multipart/form-data"]
    assert "voltooid" in part["responses"]["200"]["content"]["application/json"]["schema"]["properties"]
    download = paths["/enkelvoudiginformatieobjecten/{uuid}/download"]["get"]["responses"]["200"]
    assert list(download["content"]) == ["application/octet-stream"]
    assert download["headers"].keys() == {"API-version"}
