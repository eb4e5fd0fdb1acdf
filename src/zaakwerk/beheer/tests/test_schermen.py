"""The operators' screens: applicaties, secrets, rights and the question what a client may."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from zaakwerk.autorisaties.models import Applicatie, ClientId
from zaakwerk.beheer.tests.people import browser, make_applicatie, make_types
from zaakwerk.catalogi.tests import builders
from zaakwerk.zaken.tests.world import ZAKEN, World
from zaakwerk.zgw import secrets
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.api import ApiClient

pytestmark = pytest.mark.django_db


def page(name: str, *args: Any) -> str:
    return reverse(f"beheer:{name}", args=args)


def text(answer: Any) -> str:
    """What a page says."""
    found: str = answer.content.decode()
    return found


def addresses() -> list[str]:
    """Every page of the room."""
    applicatie, _ = make_applicatie()
    client = applicatie.clients.get()
    mark = re.findall(r"rechten/(\w+)/wijzigen", text(browser().get(page("applicatie", applicatie.uuid))))[0]
    return [
        page("applicaties"),
        page("applicatie_nieuw"),
        page("test"),
        *(
            page(name, applicatie.uuid)
            for name in (
                "applicatie",
                "applicatie_wijzigen",
                "applicatie_verwijderen",
                "client_nieuw",
                "recht_nieuw",
            )
        ),
        *(page(name, applicatie.uuid, client.pk) for name in ("client_geheim", "client_verwijderen")),
        *(
            page("recht_toevoegen", applicatie.uuid, code)
            for code in ("zrc", "drc", "brc", "ztc", "nrc", "ac")
        ),
        *(page(name, applicatie.uuid, mark) for name in ("recht_wijzigen", "recht_verwijderen")),
    ]


def test_every_page_is_for_operators_only() -> None:
    make_types()
    worker, stranger = browser("behandelaar"), Client()
    found = addresses()
    operator = Client()
    operator.login(username="mw-functioneel_beheerder", password="een-lang-wachtwoord")
    for address in found:
        assert operator.get(address).status_code == 200, address
        for method in (worker.get, worker.post):
            refused = method(address)
            assert refused.status_code in (403, 405), address
        assert "autorisaties.bijwerken" in text(worker.get(address))
        assert stranger.get(address).headers["Location"].startswith("/werk/inloggen")


def test_pages_are_not_cached() -> None:
    assert "no-store" in browser().get(page("applicaties")).headers["Cache-Control"]


def test_the_list_finds_by_name_and_client_id() -> None:
    client = browser()
    make_applicatie("formulieren", label="Open formulieren")
    make_applicatie("zaaksysteem")
    assert {"Open formulieren", "zaaksysteem"} <= set(
        re.findall(r"[\w ]+", text(client.get(page("applicaties"))))
    )
    for asked in ("open form", "formulieren"):
        found = text(client.get(page("applicaties"), {"q": asked}))
        assert "Open formulieren" in found and "zaaksysteem" not in found
    assert "Geen applicaties gevonden" in text(client.get(page("applicaties"), {"q": "weg\x00"}))


def test_a_new_applicatie_shows_its_secret_once_and_the_secret_works() -> None:
    client = browser()
    answer = client.post(
        page("applicatie_nieuw"), {"label": "Formulieren", "client_id": "nieuw", "rechten": "catalogi"}
    )
    assert answer.status_code == 200 and "no-store" in answer.headers["Cache-Control"]
    applicatie = Applicatie.objects.get(label="Formulieren")
    secret = secrets.decrypt(applicatie.clients.get().secret)
    assert len(secret) >= 40 and secret in text(answer)
    assert secret not in ClientId.objects.get(client_id="nieuw").secret
    assert secret not in text(client.get(page("applicatie", applicatie.uuid)))
    assert Bericht.objects.filter(kanaal="autorisaties", actie="create").exists()


def test_ac_001_a_client_id_of_another_applicatie_is_refused_beside_the_field() -> None:
    make_applicatie("bezet")
    client = browser()
    data = {"label": "Twee", "client_id": "bezet", "rechten": "alles"}
    answer = client.post(page("applicatie_nieuw"), data)
    assert answer.status_code == 400 and "hoort al bij een applicatie" in text(answer)
    assert not Applicatie.objects.filter(label="Twee").exists()
    mine, _ = make_applicatie("mijn")
    assert client.post(page("client_nieuw", mine.uuid), {"client_id": "bezet"}).status_code == 400


def test_a_client_id_is_added_gets_a_new_secret_and_goes() -> None:
    applicatie, _ = make_applicatie()
    client = browser()
    assert "tweede" in text(client.post(page("client_nieuw", applicatie.uuid), {"client_id": "tweede"}))
    added = ClientId.objects.get(client_id="tweede")
    assert added.applicatie == applicatie
    old = secrets.decrypt(added.secret)
    asked = client.get(page("client_geheim", applicatie.uuid, added.pk))
    assert "werkt meteen niet meer" in text(asked)
    added.refresh_from_db()
    assert secrets.decrypt(added.secret) == old
    shown = client.post(page("client_geheim", applicatie.uuid, added.pk))
    added.refresh_from_db()
    assert secrets.decrypt(added.secret) != old and secrets.decrypt(added.secret) in text(shown)
    client.post(page("client_verwijderen", applicatie.uuid, added.pk))
    applicatie.refresh_from_db()
    assert applicatie.client_ids == ["formulieren"]
    assert client.get(page("client_geheim", applicatie.uuid, added.pk)).status_code == 404


def give(client: Client, applicatie: Applicatie, component: str, **data: Any) -> Any:
    """Fills in the page of a new right."""
    return client.post(page("recht_toevoegen", applicatie.uuid, component), data)


def read_zaken(api: ApiClient) -> int:
    """The status of the list of zaken."""
    status: int = api.get(f"{ZAKEN}/zaken").status_code
    return status


@pytest.mark.parametrize("form", ["versie", "naam", "alles"])
def test_a_right_is_given_by_version_by_type_and_by_catalogus_changed_and_taken_away(form: str) -> None:
    applicatie, api = make_applicatie()
    client, world = browser(), World()
    zaaktype = world.zaaktype
    world.zaak(vertrouwelijkheidaanduiding="intern")
    choice = {
        "versie": f"versie:{zaaktype.uuid}",
        "naam": f"naam:{zaaktype.catalogus.uuid}:{zaaktype.identificatie}",
        "alles": f"alles:{zaaktype.catalogus.uuid}",
    }[form]
    assert read_zaken(api) == 403
    data = {"scopes": ["zaken.lezen"], "waarvoor": choice, "level": "openbaar"}
    assert give(client, applicatie, "zrc", **data).status_code == 302
    assert api.get(f"{ZAKEN}/zaken").json()["count"] == 0
    seen = text(client.get(page("applicatie", applicatie.uuid)))
    assert "Zaken lezen, met alles wat erbij hoort" in seen and "Boom kappen" in seen or form == "alles"
    mark = re.findall(r"rechten/(\w+)/wijzigen", seen)[-1]
    change = page("recht_wijzigen", applicatie.uuid, mark)
    assert "selected" in text(client.get(change))
    assert client.post(change, {**data, "level": "intern"}).status_code == 302
    assert api.get(f"{ZAKEN}/zaken").json()["count"] == 1
    assert client.get(change).status_code == 404
    mark = re.findall(r"rechten/(\w+)/wijzigen", text(client.get(page("applicatie", applicatie.uuid))))[-1]
    assert client.get(page("recht_verwijderen", applicatie.uuid, mark)).status_code == 200
    client.post(page("recht_verwijderen", applicatie.uuid, mark))
    assert read_zaken(api) == 403


def test_a_right_that_is_not_filled_in_says_what_is_missing() -> None:
    applicatie, _ = make_applicatie()
    client = browser()
    make_types()
    answer = give(client, applicatie, "zrc", waarvoor="versie:weg", level="hoog")
    assert answer.status_code == 400
    assert text(answer).count("zw-field--invalid") == 3
    assert client.get(page("recht_toevoegen", applicatie.uuid, "xyz")).status_code == 404
    applicatie.refresh_from_db()
    assert len(applicatie.autorisaties) == 1


def test_ac_002_the_last_right_stays_with_the_reason() -> None:
    applicatie, _ = make_applicatie()
    client = browser()
    mark = re.findall(r"rechten/(\w+)/wijzigen", text(client.get(page("applicatie", applicatie.uuid))))[0]
    answer = client.post(page("recht_verwijderen", applicatie.uuid, mark), follow=True)
    assert "ten minste één autorisatie" in text(answer)
    applicatie.refresh_from_db()
    assert len(applicatie.autorisaties) == 1


def test_a_right_on_a_type_elsewhere_stays_what_it_is_when_its_scopes_change() -> None:
    url = "https://catalogus.example.nl/zaaktypen/1"
    right = {
        "component": "zrc",
        "componentWeergave": "Zaken API",
        "scopes": ["zaken.lezen", "eigen.scope"],
        "zaaktype": url,
        "maxVertrouwelijkheidaanduiding": "intern",
    }
    applicatie, _ = make_applicatie(autorisaties=[right])
    client = browser()
    seen = text(client.get(page("applicatie", applicatie.uuid)))
    assert url in seen and "eigen.scope" in seen
    mark = re.findall(r"rechten/(\w+)/wijzigen", seen)[0]
    data = {"scopes": ["eigen.scope"], "waarvoor": f"elders:{url}", "level": "openbaar"}
    assert client.post(page("recht_wijzigen", applicatie.uuid, mark), data).status_code == 302
    applicatie.refresh_from_db()
    assert applicatie.autorisaties == [
        {**right, "scopes": ["eigen.scope"], "maxVertrouwelijkheidaanduiding": "openbaar"}
    ]


def test_an_applicatie_may_everything_and_back_and_goes() -> None:
    applicatie, api = make_applicatie()
    client = browser()
    change = page("applicatie_wijzigen", applicatie.uuid)
    assert client.post(change, {"label": "Alles", "heeft_alle_autorisaties": "on"}).status_code == 302
    assert read_zaken(api) == 200
    assert "mag alles" in text(client.get(page("applicatie", applicatie.uuid)))
    assert client.post(change, {"label": "Minder"}).status_code == 302
    assert read_zaken(api) == 403
    assert client.post(change, {"label": ""}).status_code == 400
    gone = client.post(page("applicatie_verwijderen", applicatie.uuid), follow=True)
    assert "is verwijderd" in text(gone)
    assert client.get(page("applicatie", applicatie.uuid)).status_code == 404


def ask(client: Client, **query: str) -> str:
    return text(client.get(page("test"), query))


def test_the_question_answers_with_the_reason() -> None:
    applicatie, _ = make_applicatie()
    client, zaaktype = browser(), make_types()
    other = builders.make_zaaktype(identificatie="MOR-2")
    choice = f"naam:{zaaktype.catalogus.uuid}:MOR-1"
    give(client, applicatie, "zrc", scopes=["zaken.lezen"], waarvoor=choice, level="intern")
    question = {"client_id": "formulieren", "scope": "zrc:zaken.lezen", "level": "openbaar"}
    assert "Ja, dit mag" in ask(client, **question, type=f"zrc:{zaaktype.uuid}")
    refused = ask(client, **question, type=f"zrc:{other.uuid}")
    assert "Nee, dit mag niet" in refused and "Geldt voor het type MOR-1" in refused
    secret = ask(client, **{**question, "level": "geheim"}, type=f"zrc:{zaaktype.uuid}")
    assert "Geldt tot en met intern; dit is geheim" in secret
    assert "Ja, dit mag" in ask(client, client_id="formulieren", scope="ztc:catalogi.lezen")


def test_a_question_that_is_not_whole_says_what_is_missing() -> None:
    make_applicatie()
    client = browser()
    make_types()
    answer = ask(client, client_id="formulieren", scope="zrc:zaken.lezen")
    assert "Kies een type dat bij deze handeling hoort" in answer
    assert "Nee, dit mag niet" not in answer
    assert "zw-field--invalid" in ask(client, client_id="weg\x00", scope="x", type="y", level="z")
    assert 'value="formulieren" selected' in ask(client, client_id="formulieren")
