"""Admin: operators manage people and applications by the same rules, and no secret is ever shown."""

import json
from typing import Any

import pytest
from django.test import Client

from zaakwerk.autorisaties import accounts
from zaakwerk.autorisaties.commands import add_client, add_user
from zaakwerk.autorisaties.models import Applicatie, ClientId, Medewerker, Toekenning
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.models import Bericht

pytestmark = pytest.mark.django_db

ROOT = "/admin/autorisaties"
ZAAKTYPE = "/catalogi/api/v1/zaaktypen/5d4a4b4e-8f3b-4f0c-9d3e-0a8f4c4f2a11"


@pytest.fixture
def admin() -> Client:
    """The browser of a beheerder who is signed in."""
    add_user("a.jansen", "beheerder")
    client = Client(SERVER_NAME="localhost")
    client.force_login(Medewerker.objects.get(username="a.jansen"))
    return client


def fields(**changes: Any) -> dict[str, Any]:
    """The form of an applicatie as filled in."""
    return {"label": "Formulieren", "client_ids": "formulieren\n\n balie ", "autorisaties": "", **changes}


@pytest.mark.parametrize("name", ["medewerker", "groep", "toekenning", "applicatie", "clientid"])
def test_every_page_opens(admin: Client, name: str) -> None:
    assert admin.get(f"{ROOT}/{name}/").status_code == 200
    assert admin.get(f"{ROOT}/{name}/add/").status_code == 200


def test_someone_without_the_role_is_sent_away() -> None:
    add_user("j.devries", "behandelaar")
    client = Client(SERVER_NAME="localhost")
    client.force_login(Medewerker.objects.get())
    assert client.get(f"{ROOT}/applicatie/").status_code == 302


def test_an_applicatie_is_made_by_the_command(admin: Client) -> None:
    autorisaties = [
        {
            "component": "zrc",
            "scopes": ["zaken.lezen"],
            "zaaktype": f"http://localhost{ZAAKTYPE}",
            "maxVertrouwelijkheidaanduiding": "intern",
        }
    ]
    response = admin.post(f"{ROOT}/applicatie/add/", fields(autorisaties=json.dumps(autorisaties)))
    assert response.status_code == 302, response.content.decode()
    made = Applicatie.objects.get()
    assert made.client_ids == ["formulieren", "balie"]
    assert made.autorisaties[0]["zaaktype"] == BASE + ZAAKTYPE
    assert set(made.clients.values_list("client_id", flat=True)) == {"formulieren", "balie"}
    assert Bericht.objects.get().actie == "create"


def test_an_applicatie_is_shown_with_whole_links_and_changed_by_the_command(admin: Client) -> None:
    test_an_applicatie_is_made_by_the_command(admin)
    made = Applicatie.objects.get()
    page = admin.get(f"{ROOT}/applicatie/{made.pk}/change/").content.decode()
    assert f"http://localhost{ZAAKTYPE}" in page and BASE not in page
    response = admin.post(f"{ROOT}/applicatie/{made.pk}/change/", fields(heeft_alle_autorisaties="on"))
    assert response.status_code == 302, response.content.decode()
    made.refresh_from_db()
    assert (made.heeft_alle_autorisaties, made.autorisaties) == (True, [])
    assert Bericht.objects.order_by("id").last().actie == "partial_update"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "missing-authorizations"),
        ({"autorisaties": "[{"}, "geen geldige JSON"),
        ({"autorisaties": '[{"component": "zrc"}]'}, "0.scopes Dit veld is verplicht."),
        ({"autorisaties": '[{"component": "brc", "scopes": ["besluiten.lezen"]}]'}, "(required)"),
        ({"client_ids": "bezet", "heeft_alle_autorisaties": "on"}, "Client-id bezet hoort al bij"),
    ],
)
def test_what_the_rules_refuse_stands_beside_the_field(
    admin: Client, changes: dict[str, str], words: str
) -> None:
    add_client("bezet", "geheim", all_rights=True)
    response = admin.post(f"{ROOT}/applicatie/add/", fields(**changes))
    assert response.status_code == 200
    assert words in response.content.decode()
    assert Applicatie.objects.count() == 1


def test_applicaties_are_removed_by_the_command(admin: Client) -> None:
    add_client("een", "geheim", all_rights=True)
    add_client("twee", "geheim", all_rights=True)
    first, second = Applicatie.objects.order_by("id")
    admin.post(f"{ROOT}/applicatie/{first.pk}/delete/", {"post": "yes"})
    selection = {"action": "delete_selected", "_selected_action": [second.pk], "post": "yes"}
    admin.post(f"{ROOT}/applicatie/", selection)
    assert not Applicatie.objects.exists()
    assert Bericht.objects.filter(actie="destroy").count() == 2
    assert ClientId.objects.filter(applicatie=None).count() == 2


def test_a_secret_goes_in_and_never_comes_out(admin: Client) -> None:
    response = admin.post(f"{ROOT}/clientid/add/", {"client_id": "balie", "new_secret": "heel geheim"})
    assert response.status_code == 302, response.content.decode()
    client = ClientId.objects.get()
    url = f"{ROOT}/clientid/{client.pk}/change/"
    page = admin.get(url).content.decode()
    assert "heel geheim" not in page and client.secret not in page
    admin.post(url, {"new_secret": ""})
    account = accounts.find("balie")
    assert account is not None and account.secret == "heel geheim"
    admin.post(url, {"new_secret": "nog geheimer"})
    account = accounts.find("balie")
    assert account is not None and account.secret == "nog geheimer"


def test_a_new_client_id_needs_a_secret(admin: Client) -> None:
    response = admin.post(f"{ROOT}/clientid/add/", {"client_id": "balie", "new_secret": ""})
    assert "geheim mag niet leeg" in response.content.decode()
    assert not ClientId.objects.exists()


def test_a_client_id_of_an_applicatie_cannot_be_removed(admin: Client) -> None:
    add_client("vast", "geheim", all_rights=True)
    add_client("los", "geheim")
    for client_id, status in (("vast", 403), ("los", 302)):
        pk = ClientId.objects.get(client_id=client_id).pk
        assert admin.post(f"{ROOT}/clientid/{pk}/delete/", {"post": "yes"}).status_code == status


def test_an_employee_is_made_and_given_a_role(admin: Client) -> None:
    password = "correct paard batterij"
    made = {"username": "nieuw", "usable_password": "true", "password1": password, "password2": password}
    assert admin.post(f"{ROOT}/medewerker/add/", made).status_code == 302
    medewerker = Medewerker.objects.get(username="nieuw")
    assert medewerker.check_password(password)
    url = f"{ROOT}/medewerker/{medewerker.pk}/change/"
    page = admin.get(url)
    assert page.status_code == 200
    changed = {
        "username": "nieuw",
        "is_active": "on",
        "date_joined_0": "2026-01-01",
        "date_joined_1": "12:00:00",
        "toekenningen-TOTAL_FORMS": "1",
        "toekenningen-INITIAL_FORMS": "0",
        "toekenningen-0-rol": "behandelaar",
        "toekenningen-0-medewerker": str(medewerker.pk),
        "toekenningen-0-max_vertrouwelijkheid": "4",
    }
    response = admin.post(url, changed)
    assert response.status_code == 302, response.content.decode()
    assert Toekenning.objects.get(medewerker=medewerker).rol == "behandelaar"
