"""Services elsewhere: registered by operators, with a secret that only goes in, and signed in at."""

from typing import Any

import jwt
import pytest
from django.test import Client

from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.zgw import diensten, external
from zaakwerk.zgw.models import ExterneDienst
from zaakwerk.zgw.outbound import CallFailed
from zaakwerk.zgw.problems import Invalid
from zaakwerk.zgw.tests.api import SECRET
from zaakwerk.zgw.tests.listeners import place

pytestmark = pytest.mark.django_db
ADMIN = "/admin/zgw/externedienst/"


def test_a_registered_service_gets_our_token_and_another_host_none(settings: Any) -> None:
    with place() as there:
        settings.OUTBOUND_HOSTS = [there.entry]
        url = there.add("zaaktypen/1")
        external.read(url)
        diensten.save("Buren", "ztc", there.base, "zaakwerk", SECRET)
        external.read(url)
        assert there.received[0].authorization is None
        token = str(there.received[1].authorization).removeprefix("Bearer ")
        assert jwt.decode(token, SECRET, algorithms=["HS256"])["client_id"] == "zaakwerk"


def test_the_longest_address_decides() -> None:
    diensten.save("Alles", "ander", "https://api.example.org/")
    diensten.save("Typen", "ztc", "https://api.example.org/catalogi/api/v1")
    found = diensten.dienst_of("https://api.example.org/catalogi/api/v1/zaaktypen/1")
    assert str(found) == "Typen"
    assert diensten.dienst_of("https://api.example.org.kwaad.example/zaken") is None


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"component": "xyz"}, "component"),
        ({"basis": "ftp://example.org/"}, "basis"),
        ({"basis": "https://example.org/?x=1"}, "basis"),
        ({"secret": SECRET}, "client_id"),
    ],
)
def test_a_service_that_makes_no_sense_is_refused(values: dict[str, str], name: str) -> None:
    given = {"naam": "X", "component": "ztc", "basis": "https://example.org/", **values}
    with pytest.raises(Invalid) as raised:
        diensten.save(**given)
    assert [found.name for found in raised.value.violations] == [name]


def test_a_secret_of_another_key_is_a_refusal_in_words(settings: Any) -> None:
    diensten.save("Buren", "ztc", "https://example.org/", "zaakwerk", SECRET)
    settings.SECRET_KEY = "een heel andere sleutel dan daarnet"
    with pytest.raises(CallFailed, match="niet te lezen"):
        diensten.headers_for("https://example.org/zaaktypen/1")


def test_operators_register_services_and_never_see_a_secret() -> None:
    operator = Client()
    operator.force_login(Medewerker.objects.create_superuser("beheer", password="een-lang-wachtwoord"))
    body = {"naam": "Buren", "component": "drc", "basis": "https://example.org/api", "client_id": "zaakwerk"}
    assert operator.post(f"{ADMIN}add/", {**body, "new_secret": SECRET}).status_code == 302
    dienst = ExterneDienst.objects.get()
    assert dienst.basis == "https://example.org/api/" and SECRET not in dienst.secret
    page = operator.get(f"{ADMIN}{dienst.pk}/change/").content.decode()
    assert SECRET not in page and dienst.secret not in page
    assert operator.post(f"{ADMIN}{dienst.pk}/change/", {**body, "naam": "Nieuw"}).status_code == 302
    assert ExterneDienst.objects.get().secret == dienst.secret
    assert operator.post(f"{ADMIN}add/", {**body, "client_id": "", "new_secret": SECRET}).status_code == 200
    assert operator.get(ADMIN).status_code == 200
