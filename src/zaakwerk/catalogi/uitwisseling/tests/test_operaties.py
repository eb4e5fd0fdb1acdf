"""Exchange over the API in our own namespace."""

from typing import Any

import pytest

from zaakwerk.catalogi import models
from zaakwerk.catalogi.tests import builders
from zaakwerk.catalogi.uitwisseling.tests.bestanden import clear, inhoud_of, make_full, zip_of
from zaakwerk.catalogi.uitwisseling.zipbestand import pack
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db
API = "/zaakwerk/api/v1/catalogussen"


@pytest.fixture
def api() -> ApiClient:
    return api_client()


def send(api: ApiClient, raw: bytes, query: str = "", kind: str = "application/zip") -> Any:
    """POST of a zip."""
    return api.client.post(f"{API}/import{query}", raw, content_type=kind, **api.headers({}))


def test_a_catalogue_goes_out_and_comes_back_over_the_api(api: ApiClient) -> None:
    catalogus = make_full()
    out = api.get(f"{API}/{catalogus.uuid}/export")
    assert (out.status_code, out.headers["Content-Type"]) == (200, "application/zip")
    assert "attachment" in out.headers["Content-Disposition"]
    clear()
    tried = send(api, out.content, "?proef=true&behoudUuid=true").json()
    assert (tried["proef"], tried["overgenomen"], models.Catalogus.objects.count()) == (True, False, 0)
    done = send(api, out.content, "?behoudUuid=true")
    assert (done.status_code, done.json()["overgenomen"]) == (200, True), done.json()
    assert done.json()["aantallen"] == tried["aantallen"]
    assert {"soort", "naam", "uitkomst", "reden"} == set(done.json()["objecten"][0])
    assert api.get(f"{API}/{catalogus.uuid}/export").content == out.content


def test_conflicts_answer_409_with_the_report(api: ApiClient) -> None:
    inhoud = inhoud_of(make_full())
    clear()
    inhoud["ZaakType"][0]["doel"] = ""
    answer = send(api, pack(inhoud))
    assert (answer.status_code, answer.json()["overgenomen"]) == (409, False)
    assert answer.json()["aantallen"]["conflict"] > 0
    assert send(api, pack(inhoud), "?proef=true").status_code == 200


def test_wrong_requests_are_refused_clearly(api: ApiClient) -> None:
    assert "beschadigd" in send(api, b"geen zip").json()["detail"]
    assert send(api, zip_of({}), kind="application/json").status_code == 415
    assert codes(send(api, zip_of({}), "?proef=misschien&kleur=rood")) == {
        "proef": "invalid",
        "nonFieldErrors": "unknown-parameters",
    }
    assert api.get(f"{API}/00000000-0000-4000-8000-000000000000/export").status_code == 404
    assert api.get(f"{API}/import").status_code == 405


def test_a_file_over_the_limit_is_refused(api: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from zaakwerk.catalogi.uitwisseling import zipbestand

    monkeypatch.setattr(zipbestand, "MAX_ZIP", 10)
    assert send(api, b"x" * 11).status_code == 413


def test_readers_may_export_and_not_import() -> None:
    reader = api_client("lezer", [{"component": "ztc", "scopes": ["catalogi.lezen"]}])
    catalogus = builders.make_catalogus()
    assert reader.get(f"{API}/{catalogus.uuid}/export").status_code == 200
    assert send(reader, zip_of({"Catalogus.json": []})).status_code == 403
    zaken = api_client("zaken", [{"component": "zrc", "scopes": ["zaken.aanmaken"]}])
    assert zaken.get(f"{API}/{catalogus.uuid}/export").status_code == 403
