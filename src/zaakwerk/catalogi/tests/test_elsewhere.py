"""Objects of other systems: a selectielijst on a host that is registered, and expand over the border."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import API, post, url_of
from zaakwerk.selectielijst.records import PUBLIC_URL
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes
from zaakwerk.zgw.tests.listeners import Listener, Received, listening

pytestmark = pytest.mark.django_db


@pytest.fixture
def api() -> ApiClient:
    return api_client()


@contextmanager
def serving(settings: Any, objects: dict[str, Any]) -> Iterator[Listener]:
    """A server of JSON objects by path; anything else is a 404."""

    def answer(got: Received) -> int:
        listener.body = json.dumps(objects.get(got.path, {})).encode()
        return 200 if got.path in objects else 404

    with listening(answer) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        settings.ALLOWED_HOSTS = ["localhost"]  # what else is on this machine is another system
        yield listener


@pytest.fixture
def lijst(settings: Any) -> Iterator[Listener]:
    """A selectielijst of another organisation."""
    objects: dict[str, Any] = {}
    with serving(settings, objects) as listener:
        base = f"http://{listener.entry}"
        objects["/procestypen/1"] = {"url": f"{base}/procestypen/1", "nummer": 1, "procesobject": "De boom"}
        objects["/procestypen/2"] = {"url": f"{base}/procestypen/2", "nummer": 2, "procesobject": "De stoep"}
        objects["/resultaten/1"] = {
            "url": f"{base}/resultaten/1",
            "procesType": f"{base}/procestypen/1",
            "waardering": "vernietigen",
            "procestermijn": "nihil",
            "bewaartermijn": "P7Y",
        }
        objects["/resultaten/vreemd"] = {
            "procesType": 5,
            "waardering": ["x"],
            "procestermijn": {},
            "bewaartermijn": "lang",
        }
        objects["/omschrijvingen/1"] = {"omschrijving": "Geveld", "definitie": "De boom is om"}
        objects["/lijst"] = []
        yield listener


def at(lijst: Listener, path: str) -> str:
    """An address on the other selectielijst."""
    return f"http://{lijst.entry}{path}"


def concept(lijst: Listener, number: int) -> ZaakType:
    """A concept of one of its procestypen."""
    return builders.make_bare_zaaktype(
        concept=True, selectielijst_procestype=at(lijst, f"/procestypen/{number}")
    )


def resultaattype(lijst: Listener, zaaktype: ZaakType, **given: Any) -> dict[str, Any]:
    """An outcome that follows the other selectielijst."""
    references = {
        "selectielijstklasse": at(lijst, "/resultaten/1"),
        "resultaattypeomschrijving": at(lijst, "/omschrijvingen/1"),
    }
    return bodies.resultaattype(url_of("zaaktypen", zaaktype), **{**references, **given})


def test_ztc_001_a_procestype_on_a_registered_host_is_asked_once(api: ApiClient, lijst: Listener) -> None:
    catalogus = url_of("catalogussen", builders.make_catalogus())
    sent = bodies.zaaktype(catalogus, selectielijstProcestype=at(lijst, "/procestypen/1"))
    made = post(api, "zaaktypen", sent)
    assert made["selectielijstProcestype"] == at(lijst, "/procestypen/1")
    assert [got.path for got in lijst.received] == ["/procestypen/1"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/procestypen/9", "bad-url"),
        ("/lijst", "bad-url"),
        ("/omschrijvingen/1", "invalid-resource"),
    ],
)
def test_ztc_001_what_answers_no_procestype_is_refused(
    api: ApiClient, lijst: Listener, path: str, code: str
) -> None:
    catalogus = url_of("catalogussen", builders.make_catalogus())
    refused = api.post(
        f"{API}/zaaktypen", bodies.zaaktype(catalogus, selectielijstProcestype=at(lijst, path))
    )
    assert codes(refused) == {"selectielijstProcestype": code}
    assert len(lijst.received) == 1


def test_ztc_001_a_host_that_is_down_is_a_fault_of_the_field(api: ApiClient, settings: Any) -> None:
    with serving(settings, {}) as listener:
        url = at(listener, "/procestypen/1")
    catalogus = url_of("catalogussen", builders.make_catalogus())
    refused = api.post(f"{API}/zaaktypen", bodies.zaaktype(catalogus, selectielijstProcestype=url))
    assert codes(refused) == {"selectielijstProcestype": "bad-url"}
    assert "neemt geen verbinding aan" in refused.json()["detail"]


def test_ztc_002_another_selectielijst_fills_what_is_left_open(api: ApiClient, lijst: Listener) -> None:
    made = post(api, "resultaattypen", resultaattype(lijst, concept(lijst, 1)))
    assert made["omschrijvingGeneriek"] == "Geveld"
    assert (made["archiefnominatie"], made["archiefactietermijn"]) == ("vernietigen", "P7Y")
    paths = [got.path for got in lijst.received]
    assert sorted(paths) == sorted(set(paths))


def test_ztc_002_another_selectielijst_is_held_to_its_procestypen(api: ApiClient, lijst: Listener) -> None:
    refused = api.post(f"{API}/resultaattypen", resultaattype(lijst, concept(lijst, 2)))
    assert codes(refused) == {"nonFieldErrors": "procestype-mismatch"}


def test_ztc_003_another_selectielijst_limits_the_afleidingswijze(api: ApiClient, lijst: Listener) -> None:
    procedure = {"afleidingswijze": "hoofdzaak"}
    sent = resultaattype(lijst, concept(lijst, 1), brondatumArchiefprocedure=procedure)
    refused = api.post(f"{API}/resultaattypen", sent)
    assert codes(refused) == {"nonFieldErrors": "invalid-afleidingswijze-for-procestermijn"}


def test_ztc_002_values_that_fit_nowhere_are_left_out(api: ApiClient, lijst: Listener) -> None:
    zaaktype = builders.make_bare_zaaktype(concept=True, selectielijst_procestype="")
    sent = resultaattype(lijst, zaaktype, selectielijstklasse=at(lijst, "/resultaten/vreemd"))
    made = post(api, "resultaattypen", sent)
    assert (made["archiefnominatie"], made["archiefactietermijn"]) == ("", None)


def test_expand_shows_objects_of_other_systems(api: ApiClient, lijst: Listener) -> None:
    url = post(api, "resultaattypen", resultaattype(lijst, concept(lijst, 1)))["url"]
    asked = "selectielijstklasse,resultaattypeomschrijving"
    embedded = api.get(url, {"expand": asked}).json()["_expand"]
    assert embedded["selectielijstklasse"]["bewaartermijn"] == "P7Y"
    assert embedded["resultaattypeomschrijving"]["omschrijving"] == "Geveld"


def test_expand_shows_the_built_in_selectielijst_without_the_network(api: ApiClient) -> None:
    zaaktype = builders.make_zaaktype()
    url = url_of("resultaattypen", zaaktype.resultaattypen.earliest("id"))
    found = api.get(url, {"expand": "selectielijstklasse,resultaattypeomschrijving"}).json()
    embedded = found["_expand"]
    assert embedded["selectielijstklasse"]["url"] == found["selectielijstklasse"]
    assert embedded["selectielijstklasse"]["waardering"] == found["archiefnominatie"]
    assert embedded["resultaattypeomschrijving"]["omschrijving"] == "Afgehandeld"


def test_expand_of_what_cannot_be_found_is_not_found(api: ApiClient, lijst: Listener) -> None:
    zaaktype = builders.make_bare_zaaktype()
    boom = builders.make_zaakobjecttype(zaaktype, objecttype=at(lijst, "/omschrijvingen/1"))
    elsewhere = builders.make_zaakobjecttype(zaaktype)
    gone = builders.make_resultaattype(
        zaaktype, omschrijving="Afgehandeld", selectielijstklasse=f"{PUBLIC_URL}resultaten/weg"
    )
    found = api.get(url_of("zaakobjecttypen", boom), {"expand": "objecttype"})
    assert found.json()["_expand"]["objecttype"]["definitie"] == "De boom is om"
    for url, name in (
        (url_of("zaakobjecttypen", elsewhere), "objecttype"),
        (url_of("resultaattypen", gone), "selectielijstklasse"),
        (url_of("zaakobjecttypen", boom), "relatieOmschrijving"),
        (url_of("zaakobjecttypen", boom), "objecttype.versies"),
    ):
        response = api.get(url, {"expand": name})
        assert (response.status_code, response.json()["code"]) == (404, "not_found"), name


def test_c_04_a_statustype_expands_to_the_documents_it_asks_for(api: ApiClient) -> None:
    zaaktype = builders.make_zaaktype()
    step = zaaktype.statustypen.get(volgnummer=2)
    foto = builders.make_informatieobjecttype(omschrijving="Foto")
    builders.make_informatieobjecttype(omschrijving="Foto", catalogus=builders.make_catalogus(domein="ANDER"))
    builders.relate_informatieobjecttype(zaaktype, foto, statustype=step)
    query = {"zaaktype": url_of("zaaktypen", zaaktype), "expand": "informatieobjecttypen.catalogus"}
    steps = api.get(f"{API}/statustypen", query).json()["results"]
    embedded = [one["_expand"]["informatieobjecttypen"] for one in steps]
    assert [[found["url"] for found in step] for step in embedded] == [
        [],
        [url_of("informatieobjecttypen", foto)],
        [],
    ]
    assert embedded[1][0]["_expand"]["catalogus"]["domein"] == "TEST"
    assert "informatieobjecttypen" not in steps[0]
