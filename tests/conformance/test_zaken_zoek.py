"""`_zoek` of the Zaken API answers as the standard says."""

from typing import Any

import pytest

from tests.conformance import standards
from tests.conformance.comparison import assert_conforms, problem_differences
from zaakwerk.zaken.resources.zaken import ZOEK_FILTERS
from zaakwerk.zaken.tests.world import ZAKEN, World
from zaakwerk.zgw.operations.searching import OWN

pytestmark = pytest.mark.django_db
API = "zaken"
ZOEK = f"{ZAKEN}/zaken/_zoek"
AREA = {"type": "Polygon", "coordinates": [[[5, 52], [6, 52], [6, 53], [5, 53], [5, 52]]]}


@pytest.fixture
def world() -> World:
    return World()


def test_zoek(world: World) -> None:
    zaak = world.zaak(zaakgeometrie={"type": "Point", "coordinates": [5.1, 52.1]})
    body: dict[str, Any] = {"zaakgeometrie": {"within": AREA}, "ordering": "-startdatum"}
    found = assert_conforms(API, "zaak__zoek", world.api.post(ZOEK, body))
    assert [one["url"] for one in found["results"]] == [zaak["url"]]


def test_zoek_expanded(world: World) -> None:
    zaak = world.zaak()
    world.set_status(zaak, 0)
    relations = ("zaaktype", "status")
    answer = world.api.post(f"{ZOEK}?expand={','.join(relations)}", {"uuid__in": [zaak["uuid"]]})
    assert_conforms(API, "zaak__zoek", answer, expand=relations)


def test_zoek_knows_exactly_the_standards_body(world: World) -> None:
    known = {found.key for found in ZOEK_FILTERS} | set(OWN)
    assert known == set(standards.schemas(API)["ZaakZoek"].properties)


def test_a_refused_search_has_the_standards_form(world: World) -> None:
    answer = world.api.post(ZOEK, {"uuid__in": 1})
    assert problem_differences(answer.status_code, answer.headers, answer.json()) == []
