"""Rights: reading and writing need their scope, and readers of zaken and documenten read the catalogue."""

from typing import Any

import pytest

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.catalogi.resources import CATALOGI
from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import API, url_of
from zaakwerk.catalogi.tests.test_conformance import PATHS
from zaakwerk.zgw.tests.api import ApiClient, api_client

pytestmark = pytest.mark.django_db


def client_with(component: str, *scopes: str, **more: Any) -> ApiClient:
    """A client with one autorisatie."""
    return api_client(f"{component}-{'-'.join(scopes)}", [{"component": component, "scopes": scopes, **more}])


def statuses(api: ApiClient, path: str) -> tuple[int, int]:
    """How the list answers, and the detail of one that is in it."""
    resource = next(found for found in CATALOGI.resources if found.path == path)
    row = resource.model._default_manager.latest("id")
    return api.get(f"{API}/{path}").status_code, api.get(url_of(path, row)).status_code


def make_everything() -> ZaakType:
    """A zaaktype, and at least one of every other kind of type."""
    zaaktype = builders.make_zaaktype()
    builders.make_zaakobjecttype(zaaktype)
    builders.make_besluittype()
    return zaaktype


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("component, scope", [("zrc", "zaken.lezen"), ("drc", "documenten.lezen")])
def test_ztc_014_readers_of_zaken_or_documenten_read_every_type(
    path: str, component: str, scope: str
) -> None:
    zaaktype = make_everything()
    level = {"maxVertrouwelijkheidaanduiding": "openbaar"}
    kind = {"zaaktype": url_of("zaaktypen", zaaktype)} if component == "zrc" else {}
    assert statuses(client_with(component, scope, **kind, **level), path) == (200, 200)


@pytest.mark.parametrize("path", PATHS)
def test_ztc_014_other_rights_open_nothing(path: str) -> None:
    make_everything()
    assert statuses(client_with("zrc", "zaken.aanmaken"), path) == (403, 403)
    assert statuses(client_with("brc", "besluiten.lezen"), path) == (403, 403)
    # Again, now that lists of others are compiled and cached.
    assert statuses(client_with("ztc", "catalogi.lezen"), path) == (200, 200)
    assert statuses(api_client("niets", []), path) == (403, 403)


def test_ztc_014_a_reader_of_zaken_expands_a_type_and_never_writes() -> None:
    zaaktype = url_of("zaaktypen", builders.make_zaaktype())
    api = client_with("zrc", "zaken.lezen")
    assert api.get(zaaktype, {"expand": "catalogus"}).json()["_expand"]["catalogus"]["domein"] == "TEST"
    assert api.post(f"{API}/catalogussen", bodies.catalogus()).status_code == 403


def test_writing_needs_schrijven_and_an_outsider_learns_nothing_from_faults() -> None:
    reader, writer = client_with("ztc", "catalogi.lezen"), client_with("ztc", "catalogi.schrijven")
    assert reader.post(f"{API}/catalogussen", {}).status_code == 403
    assert reader.post(f"{API}/catalogussen", bodies.catalogus()).status_code == 403
    made = writer.post(f"{API}/catalogussen", bodies.catalogus())
    assert made.status_code == 201
    assert writer.get(made.json()["url"]).status_code == 403
    assert reader.patch(made.json()["url"], {"naam": "X"}).status_code == 403
    concept = url_of("zaaktypen", builders.make_bare_zaaktype(concept=True))
    assert reader.post(f"{concept}/publish", {}).status_code == 403
    assert reader.delete(concept).status_code == 403
    assert writer.post(f"{concept}/publish", {}).status_code == 200
