"""People and applicaties for the tests of the operators' screens."""

from typing import Any

from django.test import Client

from zaakwerk.autorisaties.models import Applicatie, Medewerker, Toekenning
from zaakwerk.catalogi.tests import builders
from zaakwerk.zgw.tests.api import ApiClient, api_client


def employee(rol: str = "functioneel_beheerder", name: str = "") -> Medewerker:
    """Somebody with one role."""
    user = Medewerker.objects.create_user(name or f"mw-{rol}", password="een-lang-wachtwoord")
    Toekenning.objects.create(medewerker=user, rol=rol)
    return user


def browser(rol: str = "functioneel_beheerder") -> Client:
    """A browser in which somebody with this role is signed in."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(employee(rol))
    return client


def make_applicatie(client_id: str = "formulieren", **values: Any) -> tuple[Applicatie, ApiClient]:
    """An applicatie that may read catalogi, and its client."""
    api = api_client(client_id, [{"component": "ztc", "scopes": ["catalogi.lezen"]}])
    Applicatie.objects.filter(label=client_id).update(**values)
    return Applicatie.objects.get(clients__client_id=client_id), api


def make_types() -> Any:
    """A zaaktype with everything, and a besluittype; gives the zaaktype."""
    zaaktype = builders.make_zaaktype(identificatie="MOR-1")
    builders.make_besluittype()
    return zaaktype
