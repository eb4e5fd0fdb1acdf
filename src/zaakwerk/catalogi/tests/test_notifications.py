"""Notifications: which messages a change of the catalogue leaves in the outbox (4.11)."""

import json

import pytest

from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import post, url_of
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.models import AuditRegel, Bericht
from zaakwerk.zgw.tests.api import ApiClient, api_client

pytestmark = pytest.mark.django_db
Line = tuple[str, str, str, str]


@pytest.fixture
def api() -> ApiClient:
    return api_client()


def messages() -> list[Line]:
    """Channel, resource, action and main object of every message, oldest first."""
    found = Bericht.objects.order_by("id")
    return [
        (one.kanaal, one.resource, one.actie, one.hoofd_object.replace(BASE, "http://localhost"))
        for one in found
    ]


def test_a_zaaktype_from_draft_to_end(api: ApiClient) -> None:
    catalogus = builders.make_catalogus()
    made = post(api, "zaaktypen", bodies.zaaktype(url_of("catalogussen", catalogus)))["url"]
    api.patch(made, {"doel": "Anders"})
    api.put(made, bodies.zaaktype(url_of("catalogussen", catalogus)))
    api.post(f"{made}/publish", {})
    api.post(f"{made}/publish", {})
    actions = ["create", "partial_update", "update", "update"]
    assert messages() == [("zaaktypen", "zaaktype", actie, made) for actie in actions]
    kenmerken = {json.loads(one.kenmerken)["catalogus"] for one in Bericht.objects.all()}
    assert kenmerken == {f"{BASE}/catalogi/api/v1/catalogussen/{catalogus.uuid}"}


def test_parts_report_their_zaaktype(api: ApiClient) -> None:
    builders.make_informatieobjecttype()
    concept = url_of("zaaktypen", builders.make_bare_zaaktype(concept=True))
    made = post(api, "statustypen", bodies.statustype(concept))["url"]
    api.patch(made, {"omschrijving": "Anders"})
    api.delete(made)
    post(api, "zaaktype-informatieobjecttypen", bodies.ziot(concept, "Bijlage"))
    actions = [("statustype", "create"), ("statustype", "partial_update"), ("statustype", "destroy")]
    actions.append(("zaakinformatieobjecttype", "create"))
    assert messages() == [("zaaktypen", resource, actie, concept) for resource, actie in actions]


def test_informatieobjecttypen_have_their_own_channel_and_a_removed_concept_reports_once(
    api: ApiClient,
) -> None:
    catalogus = url_of("catalogussen", builders.make_catalogus())
    made = post(api, "informatieobjecttypen", bodies.informatieobjecttype(catalogus))["url"]
    api.post(f"{made}/publish", {})
    concept = builders.make_zaaktype(concept=True)
    api.delete(url_of("zaaktypen", concept))
    channel = "informatieobjecttypen"
    assert messages() == [
        (channel, "informatieobjecttype", "create", made),
        (channel, "informatieobjecttype", "update", made),
        ("zaaktypen", "zaaktype", "destroy", url_of("zaaktypen", concept)),
    ]


def test_besluittypen_have_their_own_channel(api: ApiClient) -> None:
    catalogus = url_of("catalogussen", builders.make_catalogus())
    made = post(api, "besluittypen", bodies.besluittype(catalogus))["url"]
    api.put(made, bodies.besluittype(catalogus, toelichting="Anders"))
    api.post(f"{made}/publish", {})
    api.delete(made)
    actions = ["create", "update", "update", "destroy"]
    assert messages() == [("besluittypen", "besluittype", actie, made) for actie in actions]


def test_a_refused_change_leaves_no_message_and_nothing_is_audited(api: ApiClient) -> None:
    zaaktype = url_of("zaaktypen", builders.make_bare_zaaktype())
    assert api.patch(zaaktype, {"identificatie": "ANDERS"}).status_code == 400
    assert post(api, "catalogussen", bodies.catalogus())
    assert messages() == []
    assert not AuditRegel.objects.exists()
