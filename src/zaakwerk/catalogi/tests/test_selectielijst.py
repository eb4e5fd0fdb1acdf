"""The selectielijst: known references, what follows from them, and brondatumArchiefprocedure (4.3)."""

from typing import Any

import pytest

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import API, post, url_of
from zaakwerk.selectielijst import queries as selectielijst
from zaakwerk.selectielijst.records import PUBLIC_URL, Resultaat
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db
ELSEWHERE = "https://elders.example.nl/procestypen/1"
UNKNOWN = "11111111-1111-4111-8111-111111111111"
PROCEDURE = "brondatumArchiefprocedure"


@pytest.fixture
def api() -> ApiClient:
    return api_client()


@pytest.fixture
def zaaktype() -> ZaakType:
    """A concept of the procestype of the builders."""
    return builders.make_bare_zaaktype(concept=True)


def own(public: str) -> str:
    """The same record at our own address."""
    return public.replace(PUBLIC_URL, "http://localhost/selectielijst/api/v1/")


def with_termijn(procestermijn: str) -> Resultaat:
    """A resultaat with this procestermijn, of whatever procestype."""
    return next(
        found for found in selectielijst.resultaten().values() if found.procestermijn == procestermijn
    )


def refused(api: ApiClient, path: str, body: dict[str, Any]) -> dict[str, str]:
    """The faults of a create that is refused."""
    response = api.post(f"{API}/{path}", body)
    assert response.status_code == 400, response.json()
    return codes(response)


def test_ztc_001_a_procestype_is_known_by_its_public_and_its_own_url(api: ApiClient) -> None:
    catalogus = url_of("catalogussen", builders.make_catalogus())
    for url in (builders.procestype_url(), own(builders.procestype_url()), ""):
        made = post(api, "zaaktypen", bodies.zaaktype(catalogus, selectielijstProcestype=url))
        assert made["selectielijstProcestype"] == url


@pytest.mark.parametrize(
    "url, code",
    [
        (f"{PUBLIC_URL}procestypen/{UNKNOWN}", "invalid-resource"),
        (builders.find_resultaat("vernietigen").public_url, "invalid-resource"),
        ("http://localhost/zaken/api/v1/zaken", "invalid-resource"),
        (ELSEWHERE, "bad-url"),
        ("procestype", "invalid"),
    ],
)
def test_ztc_001_anything_else_is_refused(api: ApiClient, url: str, code: str) -> None:
    body = bodies.zaaktype(url_of("catalogussen", builders.make_catalogus()), selectielijstProcestype=url)
    assert refused(api, "zaaktypen", body) == {"selectielijstProcestype": code}


def test_ztc_001_another_host_is_told_that_it_is_not_registered(api: ApiClient) -> None:
    body = bodies.zaaktype(
        url_of("catalogussen", builders.make_catalogus()), selectielijstProcestype=ELSEWHERE
    )
    reason = api.post(f"{API}/zaaktypen", body).json()["invalidParams"][0]["reason"]
    assert reason.startswith("Zaakwerk mag elders.example.nl:443 niet aanroepen.")


def test_ztc_002_generic_name_nominatie_and_termijn_follow_from_the_selectielijst(
    api: ApiClient, zaaktype: ZaakType
) -> None:
    resultaat = builders.find_resultaat("vernietigen")
    made = post(api, "resultaattypen", bodies.resultaattype(url_of("zaaktypen", zaaktype)))
    assert made["omschrijvingGeneriek"] == "Afgehandeld"
    assert made["archiefnominatie"] == "vernietigen"
    assert made["archiefactietermijn"] == resultaat.bewaartermijn != ""
    bewaren = builders.find_resultaat("blijvend_bewaren").public_url
    body = bodies.resultaattype(url_of("zaaktypen", zaaktype), selectielijstklasse=own(bewaren))
    made = post(api, "resultaattypen", body)
    assert (made["selectielijstklasse"], made["archiefactietermijn"]) == (own(bewaren), None)
    assert made["archiefnominatie"] == "blijvend_bewaren"


def test_ztc_002_what_the_client_sends_wins(api: ApiClient, zaaktype: ZaakType) -> None:
    given = {"archiefnominatie": "blijvend_bewaren", "archiefactietermijn": "P1Y6M"}
    made = post(api, "resultaattypen", bodies.resultaattype(url_of("zaaktypen", zaaktype), **given))
    assert {key: made[key] for key in given} == given
    changed = api.patch(
        made["url"], {"resultaattypeomschrijving": builders.omschrijving_url("Verleend")}
    ).json()
    assert changed == {
        **made,
        "omschrijvingGeneriek": "Verleend",
        "resultaattypeomschrijving": builders.omschrijving_url("Verleend"),
    }


@pytest.mark.parametrize("key", ["resultaattypeomschrijving", "selectielijstklasse"])
def test_ztc_002_unknown_references_are_refused(api: ApiClient, zaaktype: ZaakType, key: str) -> None:
    url = url_of("zaaktypen", zaaktype)
    wrong = bodies.resultaattype(url, **{key: builders.procestype_url()})
    assert refused(api, "resultaattypen", wrong) == {key: "invalid-resource"}
    assert refused(api, "resultaattypen", bodies.resultaattype(url, **{key: ELSEWHERE})) == {key: "bad-url"}


def test_ztc_002_the_selectielijstklasse_is_of_the_procestype_of_the_zaaktype(
    api: ApiClient, zaaktype: ZaakType
) -> None:
    foreign = next(
        found
        for found in selectielijst.resultaten().values()
        if found.procestype.public_url != builders.procestype_url() and found.procestermijn == "nihil"
    )
    body = bodies.resultaattype(url_of("zaaktypen", zaaktype), selectielijstklasse=foreign.public_url)
    assert refused(api, "resultaattypen", body) == {"nonFieldErrors": "procestype-mismatch"}
    without = builders.make_bare_zaaktype(concept=True, selectielijst_procestype="")
    body["zaaktype"] = url_of("zaaktypen", without)
    post(api, "resultaattypen", body)
    patched = api.patch(body["zaaktype"], {"selectielijstProcestype": builders.procestype_url()})
    assert codes(patched) == {"nonFieldErrors": "procestype-mismatch"}
    patched = api.patch(body["zaaktype"], {"selectielijstProcestype": foreign.procestype.public_url})
    assert patched.status_code == 200


@pytest.mark.parametrize(
    "procestermijn, wijze, fits",
    [
        ("nihil", "afgehandeld", True),
        ("nihil", "hoofdzaak", False),
        ("ingeschatte_bestaansduur_procesobject", "termijn", True),
        ("ingeschatte_bestaansduur_procesobject", "afgehandeld", False),
        ("bestaansduur_procesobject", "hoofdzaak", True),
        ("", "afgehandeld", True),
    ],
)
def test_ztc_003_the_procestermijn_limits_the_afleidingswijze(
    api: ApiClient, procestermijn: str, wijze: str, fits: bool
) -> None:
    resultaat = with_termijn(procestermijn)
    zaaktype = builders.make_bare_zaaktype(
        concept=True, selectielijst_procestype=resultaat.procestype.public_url
    )
    procedure = {"afleidingswijze": wijze, "procestermijn": "P5Y" if wijze == "termijn" else None}
    body = bodies.resultaattype(
        url_of("zaaktypen", zaaktype), selectielijstklasse=resultaat.public_url, **{PROCEDURE: procedure}
    )
    if fits:
        assert post(api, "resultaattypen", body)[PROCEDURE]["afleidingswijze"] == wijze
    else:
        expected = {"nonFieldErrors": "invalid-afleidingswijze-for-procestermijn"}
        assert refused(api, "resultaattypen", body) == expected


FILLED: dict[str, Any] = {
    "datumkenmerk": "Einddatum",
    "einddatumBekend": True,
    "objecttype": "pand",
    "registratie": "BAG",
    "procestermijn": "P5Y",
}
# The table of 4.3: per afleidingswijze the code for each value when filled, and when empty.
REQUIRED, EMPTY = "required", "must-be-empty"
DEMANDS: dict[str, dict[str, str]] = {
    "afgehandeld": dict.fromkeys(FILLED, EMPTY),
    "termijn": {**dict.fromkeys(FILLED, EMPTY), "procestermijn": REQUIRED},
    "eigenschap": {
        "datumkenmerk": REQUIRED,
        "objecttype": EMPTY,
        "registratie": EMPTY,
        "procestermijn": EMPTY,
    },
    "zaakobject": {
        "datumkenmerk": REQUIRED,
        "objecttype": REQUIRED,
        "registratie": EMPTY,
        "procestermijn": EMPTY,
    },
    "ander_datumkenmerk": {
        "datumkenmerk": REQUIRED,
        "objecttype": REQUIRED,
        "registratie": REQUIRED,
        "procestermijn": EMPTY,
    },
    **{
        wijze: dict.fromkeys(("datumkenmerk", "objecttype", "registratie", "procestermijn"), EMPTY)
        for wijze in ("hoofdzaak", "gerelateerde_zaak", "ingangsdatum_besluit", "vervaldatum_besluit")
    },
}


@pytest.mark.parametrize("wijze", list(DEMANDS))
def test_ztc_004_ztc_005_ztc_006_ztc_007_ztc_008_what_an_afleidingswijze_demands(
    api: ApiClient, wijze: str
) -> None:
    free = builders.make_bare_zaaktype(concept=True, selectielijst_procestype="")
    klasse = with_termijn("bestaansduur_procesobject").public_url

    def body(**values: Any) -> dict[str, Any]:
        procedure = {"afleidingswijze": wijze, **values}
        return bodies.resultaattype(
            url_of("zaaktypen", free), selectielijstklasse=klasse, **{PROCEDURE: procedure}
        )

    demands = DEMANDS[wijze]
    too_much = {f"{PROCEDURE}.{key}": EMPTY for key, code in demands.items() if code == EMPTY}
    assert refused(api, "resultaattypen", body(**FILLED)) == too_much
    too_little = {f"{PROCEDURE}.{key}": REQUIRED for key, code in demands.items() if code == REQUIRED}
    if too_little:
        assert refused(api, "resultaattypen", body()) == too_little
    exactly = {key: value for key, value in FILLED.items() if demands.get(key) != EMPTY}
    made = post(api, "resultaattypen", body(**exactly))[PROCEDURE]
    empty = {
        "datumkenmerk": "",
        "einddatumBekend": False,
        "objecttype": "",
        "registratie": "",
        "procestermijn": None,
    }
    assert made == {"afleidingswijze": wijze, **empty, **exactly}


def test_ztc_005_einddatum_bekend_false_goes_with_every_afleidingswijze(
    api: ApiClient, zaaktype: ZaakType
) -> None:
    procedure = {"afleidingswijze": "afgehandeld", "einddatumBekend": False}
    post(api, "resultaattypen", bodies.resultaattype(url_of("zaaktypen", zaaktype), **{PROCEDURE: procedure}))


def test_a_resultaattype_without_procedure_is_accepted_and_one_without_afleidingswijze_is_not(
    api: ApiClient, zaaktype: ZaakType
) -> None:
    url = url_of("zaaktypen", zaaktype)
    assert post(api, "resultaattypen", bodies.resultaattype(url, **{PROCEDURE: None}))[PROCEDURE] is None
    assert refused(api, "resultaattypen", bodies.resultaattype(url, **{PROCEDURE: {}})) == {
        f"{PROCEDURE}.afleidingswijze": "required"
    }
