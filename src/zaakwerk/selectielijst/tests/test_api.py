"""The selectielijst API answers in its known form, with URLs of our own host."""

from typing import Any

import pytest
from django.test import Client

ROOT = "/selectielijst/api/v1"
HERE = f"http://localhost{ROOT}"
INSTELLEN_2020 = "aa8aa2fd-b9c6-4e34-9a6c-58a677f60ea0"
INGERICHT_2017 = "cc5ae4e3-a9e6-4386-bcee-46be4986a829"
INSTELLEN_2017 = "e1b73b12-b2f6-4c4e-8929-94f84dd2a57d"
AFGEHANDELD = "7cb315fb-4f7b-4a43-aca1-e4522e4c73b3"


def get(path: str, status: int = 200, host: str = "localhost") -> Any:
    """The JSON of a GET without any token."""
    response = Client(SERVER_NAME=host).get(path)
    assert response.status_code == status, response.content
    is_json = response.headers["Content-Type"] in ("application/json", "application/problem+json")
    assert is_json
    return response.json()


def test_procestypen_is_a_bare_array_of_all_years() -> None:
    found = get(f"{ROOT}/procestypen")
    assert [(item["jaar"], item["nummer"]) for item in found] == [
        (jaar, nummer) for jaar in (2017, 2020) for nummer in range(1, 30)
    ]


def test_procestypen_of_one_year() -> None:
    assert {item["jaar"] for item in get(f"{ROOT}/procestypen?jaar=2020")} == {2020}
    assert get(f"{ROOT}/procestypen?jaar=1999") == []


def test_a_procestype_has_its_known_form() -> None:
    found = get(f"{ROOT}/procestypen/{INSTELLEN_2020}")
    assert list(found) == ["url", "nummer", "jaar", "naam", "omschrijving", "toelichting", "procesobject"]
    assert found["url"] == f"{HERE}/procestypen/{INSTELLEN_2020}"
    assert found["procesobject"] == "De vastgestelde organisatie inrichting"


def test_a_resultaat_has_its_known_form() -> None:
    found = get(f"{ROOT}/resultaten/{INGERICHT_2017}")
    flags = {key: value for key, value in found.items() if isinstance(value, bool)}
    assert {key for key, value in flags.items() if value} == {"generiek", "bedrijfsvoeringEnPersoneel"}
    assert len(flags) == 2 + 14
    assert {key: value for key, value in found.items() if key not in flags} == {
        "url": f"{HERE}/resultaten/{INGERICHT_2017}",
        "procesType": f"{HERE}/procestypen/{INSTELLEN_2017}",
        "nummer": 1,
        "volledigNummer": "1.1",
        "naam": "Ingericht",
        "omschrijving": "",
        "herkomst": "Risicoanalyse",
        "waardering": "vernietigen",
        "procestermijn": "nihil",
        "procestermijnWeergave": "Nihil",
        "bewaartermijn": "P10Y",
        "toelichting": "Invoering nieuwe werkwijze",
        "procestermijnOpmerking": "",
    }


def test_resultaten_are_paged_by_100_and_every_one_is_on_exactly_one_page() -> None:
    address: str | None = f"{ROOT}/resultaten"
    seen: list[str] = []
    pages = []
    while address:
        page = get(address)
        assert page["count"] == 651
        assert list(page) == ["count", "next", "previous", "results"]
        pages.append(len(page["results"]))
        seen += [item["url"] for item in page["results"]]
        address = page["next"] and page["next"].removeprefix("http://localhost")
    assert pages == [100] * 6 + [51]
    assert len(set(seen)) == 651


@pytest.mark.parametrize(
    "procestype",
    [
        f"https://selectielijst.openzaak.nl/api/v1/procestypen/{INSTELLEN_2020}",
        f"{HERE}/procestypen/{INSTELLEN_2020}",
    ],
)
def test_resultaten_of_one_procestype_by_public_or_own_url(procestype: str) -> None:
    page = get(f"{ROOT}/resultaten?procesType={procestype}")
    assert page["count"] == len(page["results"]) > 0
    assert {item["procesType"] for item in page["results"]} == {f"{HERE}/procestypen/{INSTELLEN_2020}"}
    assert (page["next"], page["previous"]) == (None, None)


def test_resultaten_of_an_unknown_procestype_is_an_empty_page() -> None:
    page = get(f"{ROOT}/resultaten?procesType=https://voorbeeld.test/procestypen/1")
    assert page == {"count": 0, "next": None, "previous": None, "results": []}


def test_the_filter_stays_in_the_links_to_other_pages() -> None:
    page = get(f"{ROOT}/resultaten?pageSize=2&procesType={HERE}/procestypen/{INSTELLEN_2020}&page=2")
    assert "procesType=http" in page["next"]
    assert page["next"].endswith("page=3")
    assert page["previous"].endswith("page=1")


def test_resultaattypeomschrijvingen_is_a_bare_array() -> None:
    found = get(f"{ROOT}/resultaattypeomschrijvingen")
    assert len(found) == 16
    assert get(f"{ROOT}/resultaattypeomschrijvingen/{AFGEHANDELD}") in found
    assert list(found[0]) == ["url", "omschrijving", "definitie", "opmerking"]


def test_urls_name_the_host_that_was_asked() -> None:
    found = get(f"{ROOT}/procestypen/{INSTELLEN_2020}", host="127.0.0.1")
    assert found["url"] == f"http://127.0.0.1{ROOT}/procestypen/{INSTELLEN_2020}"


@pytest.mark.parametrize(
    ("path", "status", "name"),
    [
        ("/procestypen?kleur=rood", 400, "nonFieldErrors"),
        ("/procestypen?jaar=twintig", 400, "jaar"),
        ("/procestypen?jaar=-1", 400, "jaar"),
        ("/resultaten?jaar=2020", 400, "nonFieldErrors"),
        ("/resultaten?procesType=7", 400, "procesType"),
        ("/resultaten?page=0", 400, "page"),
        ("/resultaten?page=8", 404, ""),
        ("/resultaattypeomschrijvingen?page=1", 400, "nonFieldErrors"),
        (f"/procestypen/{INGERICHT_2017}", 404, ""),
        ("/resultaten/geen-uuid", 404, ""),
        (f"/resultaten/{INGERICHT_2017}?expand=procesType", 400, "nonFieldErrors"),
    ],
)
def test_a_wrong_question_gets_a_problem_that_names_it(path: str, status: int, name: str) -> None:
    problem = get(ROOT + path, status)
    assert problem["status"] == status
    assert [fault["name"] for fault in problem.get("invalidParams", [])] == ([name] if name else [])


def test_nothing_can_be_written() -> None:
    response = Client(SERVER_NAME="localhost").post(f"{ROOT}/procestypen", {})
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_head_gives_the_headers_of_get() -> None:
    client, address = Client(SERVER_NAME="localhost"), f"{ROOT}/resultaten/{INGERICHT_2017}"
    answer = client.head(address)
    got = client.get(address)
    own = {"X-Request-Id"}
    assert {*answer.headers.items()} - {*got.headers.items()} <= {
        (name, answer.headers[name]) for name in own
    }
    assert answer.headers.keys() == got.headers.keys()
    assert answer.content == b""
