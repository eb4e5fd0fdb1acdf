"""The Notificaties API: kanalen, abonnementen with a callback that proves itself, and messages of others."""

from collections.abc import Iterator
from typing import Any

import pytest

from zaakwerk.notificaties.channels import CHANNELS, register_channels
from zaakwerk.notificaties.models import Abonnement, Kanaal
from zaakwerk.zgw import registry, secrets
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes
from zaakwerk.zgw.tests.listeners import Listener, listening, wants

pytestmark = pytest.mark.django_db

ROOT = "/notificaties/api/v1"
AUTH = "Bearer welkom"
ZAAKTYPE = "http://localhost/catalogi/api/v1/zaaktypen/5d4a4b4e-8f3b-4f0c-9d3e-0a8f4c4f2a11"


@pytest.fixture
def api() -> ApiClient:
    """A client with every right."""
    return api_client("beheer")


@pytest.fixture
def subscriber(settings: Any) -> Iterator[Listener]:
    """A subscriber that asks for its credentials, on a host that may be called."""
    with listening(wants(AUTH)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        yield listener


def nrc(*scopes: str) -> list[dict[str, Any]]:
    """Autorisaties with these scopes on notificaties."""
    return [{"component": "nrc", "componentWeergave": "Notificaties API", "scopes": list(scopes)}]


def body(listener: Listener, **changes: Any) -> dict[str, Any]:
    """An abonnement as a client sends it."""
    kanalen = [{"naam": "zaken", "filters": {"zaaktype": ZAAKTYPE}}, {"naam": "autorisaties"}]
    return {"callbackUrl": listener.url, "auth": AUTH, "kanalen": kanalen, **changes}


def message(**changes: Any) -> dict[str, Any]:
    """A message as another provider sends it."""
    return {
        "kanaal": "zaken",
        "hoofdObject": "https://zaken.example.nl/api/v1/zaken/1",
        "resource": "status",
        "resourceUrl": "https://zaken.example.nl/api/v1/statussen/2",
        "actie": "create",
        "aanmaakdatum": "2026-02-03T10:00:00+01:00",
        "kenmerken": {"zaaktype": ZAAKTYPE, "vertrouwelijkheidaanduiding": "openbaar"},
        **changes,
    }


def test_our_own_channels_are_there_with_their_kenmerken(api: ApiClient) -> None:
    found = {kanaal["naam"]: tuple(kanaal["filters"]) for kanaal in api.get(f"{ROOT}/kanaal").json()}
    assert found == dict(CHANNELS)


def test_every_resource_that_notifies_has_its_channel_with_exactly_its_kenmerken() -> None:
    channels = [resource.channel for resource in registry.all_resources() if resource.channel]
    assert "autorisaties" in {channel.name for channel in channels}
    for channel in channels:
        assert tuple(channel.kenmerken) == CHANNELS[channel.name]


def test_registering_again_mends_and_changes_nothing_else() -> None:
    Kanaal.objects.filter(naam="zaken").update(filters=[])
    Kanaal.objects.filter(naam="documenten").delete()
    Kanaal.objects.create(naam="eigen", filters=["iets"])
    before = set(Kanaal.objects.values_list("naam", "uuid"))
    register_channels("default")
    register_channels("default")
    assert Kanaal.objects.get(naam="zaken").filters == list(CHANNELS["zaken"])
    assert Kanaal.objects.get(naam="eigen").filters == ["iets"]
    assert before < set(Kanaal.objects.values_list("naam", "uuid"))
    assert Kanaal.objects.count() == len(CHANNELS) + 1


def test_a_kanaal_is_made_and_read(api: ApiClient) -> None:
    response = api.post(f"{ROOT}/kanaal", {"naam": "klachten", "filters": ["soort"]})
    made = response.json()
    assert response.status_code == 201, made
    assert list(made) == ["url", "naam", "documentatieLink", "filters"]
    assert response.headers["Location"] == made["url"]
    assert response.headers["API-version"] == "1.0.1"
    assert api.get(made["url"]).json() == made
    assert api.get(f"{ROOT}/kanaal", {"naam": "klachten"}).json() == [made]
    assert api.get(f"{ROOT}/kanaal", {"naam": "bestaat niet"}).json() == []


def test_unique_name_of_kanaal(api: ApiClient) -> None:
    response = api.post(f"{ROOT}/kanaal", {"naam": "zaken"})
    assert (response.status_code, codes(response)) == (400, {"naam": "unique"})


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_a_kanaal_never_changes(api: ApiClient, method: str) -> None:
    url = api.get(f"{ROOT}/kanaal", {"naam": "zaken"}).json()[0]["url"]
    response = api.delete(url) if method == "delete" else getattr(api, method)(url, {"naam": "anders"})
    assert response.status_code == 405


def test_an_abonnement_is_made_once_its_callback_has_proved_itself(
    api: ApiClient, subscriber: Listener
) -> None:
    response = api.post(f"{ROOT}/abonnement", body(subscriber))
    made = response.json()
    assert response.status_code == 201, made
    assert made == {
        "url": response.headers["Location"],
        "callbackUrl": subscriber.url,
        "kanalen": [
            {"filters": {"zaaktype": ZAAKTYPE}, "naam": "zaken"},
            {"filters": {}, "naam": "autorisaties"},
        ],
    }
    assert [got.authorization for got in subscriber.received] == [None, AUTH]
    assert subscriber.received[1].message["kanaal"] == "test"
    assert api.get(f"{ROOT}/abonnement").json() == [made]
    assert api.get(made["url"]).json() == made


def test_credentials_are_encrypted_and_never_shown(api: ApiClient, subscriber: Listener) -> None:
    made = api.post(f"{ROOT}/abonnement", body(subscriber)).json()
    stored = Abonnement.objects.get()
    assert "auth" not in made and AUTH not in stored.auth
    assert secrets.decrypt(stored.auth) == AUTH
    assert stored.client_id == "beheer"


def test_a_filter_on_our_own_link_is_stored_without_base(api: ApiClient, subscriber: Listener) -> None:
    api.post(f"{ROOT}/abonnement", body(subscriber))
    stored = Abonnement.objects.get().kanalen[0]["filters"]["zaaktype"]
    assert stored == ZAAKTYPE.replace("http://localhost", BASE)


def test_kanaal_naam_must_exist(api: ApiClient, subscriber: Listener) -> None:
    kanalen = [{"naam": "zaken"}, {"naam": "dromen", "filters": {"kleur": "blauw"}}]
    response = api.post(f"{ROOT}/abonnement", body(subscriber, kanalen=kanalen))
    assert (response.status_code, codes(response)) == (400, {"kanalen.1.naam": "kanaal_naam"})
    assert subscriber.received == []


def test_inconsistent_abonnement_filters(api: ApiClient, subscriber: Listener) -> None:
    kanalen = [{"naam": "zaken", "filters": {"zaaktype": "*", "kleur": "blauw"}}]
    response = api.post(f"{ROOT}/abonnement", body(subscriber, kanalen=kanalen))
    assert codes(response) == {"kanalen.0.filters": "inconsistent-abonnement-filters"}


def test_inconsistent_abonnement_filters_takes_either_spelling(api: ApiClient, subscriber: Listener) -> None:
    kanalen = [
        {"naam": "besluiten", "filters": {"verantwoordelijkeOrganisatie": "*"}},
        {"naam": "besluiten", "filters": {"verantwoordelijke_organisatie": "*"}},
    ]
    response = api.post(f"{ROOT}/abonnement", body(subscriber, kanalen=kanalen))
    assert response.status_code == 201, response.json()
    assert [list(group["filters"]) for group in response.json()["kanalen"]] == [
        ["verantwoordelijkeOrganisatie"],
        ["verantwoordelijke_organisatie"],
    ]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (lambda got: 204, "no-auth-on-callback-url"),
        (lambda got: 500 if got.authorization is None else 204, "no-auth-on-callback-url"),
        (lambda got: 404, "no-auth-on-callback-url"),
        (lambda got: 401, "invalid-callback-url"),
        (lambda got: 403 if got.authorization is None else 500, "invalid-callback-url"),
        (lambda got: 403 if got.authorization is None else 302, "invalid-callback-url"),
    ],
)
def test_a_callback_that_does_not_prove_itself_is_refused(settings: Any, answer: Any, code: str) -> None:
    api = api_client("beheer")
    with listening(answer) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        response = api.post(f"{ROOT}/abonnement", body(listener))
    assert (response.status_code, codes(response)) == (400, {"callbackUrl": code})
    assert not Abonnement.objects.exists()


def test_a_callback_on_a_host_that_is_not_listed_is_never_called(api: ApiClient) -> None:
    with listening(wants(AUTH)) as listener:
        response = api.post(f"{ROOT}/abonnement", body(listener))
    fault = response.json()["invalidParams"][0]
    assert (fault["name"], fault["code"]) == ("callbackUrl", "invalid-callback-url")
    assert "ZAAKWERK_OUTBOUND_HOSTS" in fault["reason"]
    assert listener.received == []


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"auth": ""}, {"auth": "blank"}),
        ({"auth": None}, {"auth": "null"}),
        ({"auth": "regel\r\nX-Evil: 1"}, {"auth": "invalid"}),
        ({"callbackUrl": "geen url"}, {"callbackUrl": "invalid"}),
        ({"callbackUrl": "ftp://voorbeeld.nl/"}, {"callbackUrl": "invalid"}),
        ({"kanalen": "zaken"}, {"kanalen": "not_a_list"}),
        ({"kanalen": ["zaken"]}, {"kanalen.0": "invalid"}),
        ({"kanalen": [None]}, {"kanalen.0": "null"}),
        ({"kanalen": [{"filters": {}}]}, {"kanalen.0.naam": "required"}),
        ({"kanalen": [{"naam": "zaken", "filters": []}]}, {"kanalen.0.filters": "invalid"}),
        (
            {"kanalen": [{"naam": "zaken", "filters": {"zaaktype": {"a": 1}, "bronorganisatie": ""}}]},
            {"kanalen.0.filters.zaaktype": "invalid", "kanalen.0.filters.bronorganisatie": "blank"},
        ),
    ],
)
def test_every_fault_of_an_abonnement_is_named(
    api: ApiClient, subscriber: Listener, changes: dict[str, Any], faults: dict[str, str]
) -> None:
    response = api.post(f"{ROOT}/abonnement", body(subscriber, **changes))
    assert (response.status_code, codes(response)) == (400, faults)
    assert subscriber.received == []


def test_required_fields_of_an_abonnement(api: ApiClient) -> None:
    faults = codes(api.post(f"{ROOT}/abonnement", {}))
    assert faults == {"callbackUrl": "required", "auth": "required", "kanalen": "required"}


def test_only_the_application_that_made_an_abonnement_changes_it(
    api: ApiClient, subscriber: Listener
) -> None:
    made = api.post(f"{ROOT}/abonnement", body(subscriber)).json()
    other = api_client("ander")
    subscriber.received.clear()
    assert other.get(made["url"]).status_code == 200
    assert other.put(made["url"], body(subscriber)).status_code == 403
    assert other.patch(made["url"], {"kanalen": []}).status_code == 403
    assert other.delete(made["url"]).status_code == 403
    assert subscriber.received == []
    assert api.delete(made["url"]).status_code == 204
    assert api.get(made["url"]).status_code == 404


def test_put_tries_the_callback_again(api: ApiClient, subscriber: Listener) -> None:
    made = api.post(f"{ROOT}/abonnement", body(subscriber)).json()
    subscriber.received.clear()
    response = api.put(made["url"], body(subscriber, kanalen=[{"naam": "zaken"}]))
    assert response.json() == {**made, "kanalen": [{"filters": {}, "naam": "zaken"}]}
    assert [got.authorization for got in subscriber.received] == [None, AUTH]
    wrong = api.put(made["url"], body(subscriber, auth="Bearer anders"))
    assert codes(wrong) == {"callbackUrl": "invalid-callback-url"}
    assert secrets.decrypt(Abonnement.objects.get().auth) == AUTH


def test_patch_uses_the_credentials_it_knows(api: ApiClient, subscriber: Listener) -> None:
    made = api.post(f"{ROOT}/abonnement", body(subscriber)).json()
    subscriber.received.clear()
    assert api.patch(made["url"], {"kanalen": [{"naam": "zaken"}]}).status_code == 200
    assert subscriber.received == []
    response = api.patch(made["url"], {"callbackUrl": f"{subscriber.url}/nieuw"})
    assert response.json()["callbackUrl"] == f"{subscriber.url}/nieuw"
    assert [got.path for got in subscriber.received] == ["/meldingen/nieuw"] * 2


def test_rights_come_before_any_call(subscriber: Listener) -> None:
    publisher = api_client("bron", nrc("notificaties.publiceren"))
    assert publisher.post(f"{ROOT}/abonnement", body(subscriber)).status_code == 403
    assert publisher.get(f"{ROOT}/abonnement").status_code == 200
    assert subscriber.received == []
    outsider = api_client("buiten", [{**nrc()[0], "component": "ac", "scopes": ["autorisaties.lezen"]}])
    for path in ("kanaal", "abonnement"):
        assert outsider.get(f"{ROOT}/{path}").status_code == 403
    consumer = api_client("afnemer", nrc("notificaties.consumeren"))
    assert consumer.post(f"{ROOT}/kanaal", {"naam": "x"}).status_code == 403
    assert consumer.post(f"{ROOT}/abonnement", body(subscriber)).status_code == 201


def test_a_message_is_taken_in_and_answered_unchanged(api: ApiClient) -> None:
    response = api.post(f"{ROOT}/notificaties", message())
    assert response.status_code == 200, response.json()
    assert response.json() == {**message(), "aanmaakdatum": "2026-02-03T09:00:00Z"}
    assert response.headers["API-version"] == "1.0.1"
    stored = Bericht.objects.get()
    assert (stored.kanaal, stored.is_verdeeld) == ("zaken", False)


def test_kenmerken_may_be_left_out(api: ApiClient) -> None:
    sent = message()
    del sent["kenmerken"]
    assert api.post(f"{ROOT}/notificaties", sent).json()["kenmerken"] == {}


def test_message_kanaal_must_exist(api: ApiClient) -> None:
    response = api.post(f"{ROOT}/notificaties", message(kanaal="dromen"))
    assert (response.status_code, codes(response)) == (400, {"kanaal": "message_kanaal"})


def test_kenmerken_inconsistent_with_the_channel(api: ApiClient) -> None:
    response = api.post(f"{ROOT}/notificaties", message(kenmerken={"kleur": "blauw"}))
    assert (response.status_code, codes(response)) == (400, {"kenmerken": "kenmerken_inconsistent"})


def test_every_fault_of_a_message_is_named(api: ApiClient) -> None:
    sent = {"kanaal": "", "hoofdObject": "x", "aanmaakdatum": "gisteren", "kenmerken": {"a": None}}
    assert codes(api.post(f"{ROOT}/notificaties", sent)) == {
        "kanaal": "blank",
        "hoofdObject": "invalid",
        "resource": "required",
        "resourceUrl": "required",
        "actie": "required",
        "aanmaakdatum": "invalid",
        "kenmerken.a": "null",
    }
    assert not Bericht.objects.exists()


def test_publishing_asks_its_own_right(subscriber: Listener) -> None:
    consumer = api_client("afnemer", nrc("notificaties.consumeren"))
    assert consumer.post(f"{ROOT}/notificaties", message()).status_code == 403
    assert consumer.get(f"{ROOT}/notificaties").status_code == 405
    publisher = api_client("bron", nrc("notificaties.publiceren"))
    assert publisher.post(f"{ROOT}/notificaties", message()).status_code == 200


def test_statement_budgets(api: ApiClient, subscriber: Listener, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(15):
        url = api.post(f"{ROOT}/abonnement", body(subscriber)).json()["url"]
    with django_assert_max_num_queries(6):
        assert api.get(url).status_code == 200
    for path in ("abonnement", "kanaal"):
        with django_assert_max_num_queries(10):
            assert api.get(f"{ROOT}/{path}").status_code == 200
    with django_assert_max_num_queries(8):
        assert api.post(f"{ROOT}/notificaties", message()).status_code == 200
