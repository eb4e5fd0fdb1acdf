"""Admin: operators see channels, subscribers, messages and audit lines, and never credentials."""

from typing import Any

import pytest
from django.test import Client

from zaakwerk.autorisaties.commands import add_user
from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.notificaties.distribution import distribute
from zaakwerk.notificaties.models import Abonnement, Aflevering, Kanaal
from zaakwerk.notificaties.tests.outbox import AUTH, publish, subscribe
from zaakwerk.zgw.clock import now
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.models import AuditRegel, Bericht

pytestmark = pytest.mark.django_db

PAGES = {
    "notificaties/kanaal": Kanaal,
    "notificaties/abonnement": Abonnement,
    "notificaties/aflevering": Aflevering,
    "zgw/bericht": Bericht,
    "zgw/auditregel": AuditRegel,
}


@pytest.fixture
def admin() -> Client:
    """The browser of a beheerder who is signed in, with one row on every page."""
    add_user("a.jansen", "beheerder")
    client = Client(SERVER_NAME="localhost")
    client.force_login(Medewerker.objects.get())
    subscribe("http://127.0.0.1/meldingen", zaaktype=f"{BASE}/catalogi/api/v1/zaaktypen/1")
    publish(zaaktype=f"{BASE}/catalogi/api/v1/zaaktypen/1")
    distribute()
    AuditRegel.objects.create(
        resultaat=201,
        actie="create",
        hoofd_uuid="5d4a4b4e-8f3b-4f0c-9d3e-0a8f4c4f2a11",
        hoofd_object=f"{BASE}/zaken/api/v1/zaken/1",
        nieuw=f'{{"url": "{BASE}/zaken/api/v1/zaken/1"}}',
        aanmaakdatum=now(),
    )
    return client


@pytest.mark.parametrize("address", PAGES)
def test_every_page_shows_rows_with_whole_links_and_offers_no_change(admin: Client, address: str) -> None:
    model: Any = PAGES[address]
    row = model.objects.order_by("id").last()
    for url in (f"/admin/{address}/", f"/admin/{address}/{row.pk}/change/"):
        response = admin.get(url)
        assert response.status_code == 200
        shown = response.content.decode()
        assert BASE not in shown and AUTH not in shown
        assert 'name="_save"' not in shown
    assert admin.get(f"/admin/{address}/add/").status_code == 403
    assert admin.post(f"/admin/{address}/{row.pk}/change/", {}).status_code == 403


@pytest.mark.parametrize("address", [address for address, model in PAGES.items() if model is not Abonnement])
def test_an_operator_removes_none_of_these(admin: Client, address: str) -> None:
    model: Any = PAGES[address]
    row = model.objects.order_by("id").last()
    assert admin.post(f"/admin/{address}/{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert model.objects.filter(pk=row.pk).exists()


def test_an_operator_may_end_a_subscription(admin: Client) -> None:
    pk = Abonnement.objects.get().pk
    admin.post(f"/admin/notificaties/abonnement/{pk}/delete/", {"post": "yes"})
    assert not Abonnement.objects.exists()


@pytest.mark.parametrize(("stand", "count"), [("wacht", 1), ("afgeleverd", 0), ("opgegeven", 0), ("", 1)])
def test_deliveries_are_found_by_their_state(admin: Client, stand: str, count: int) -> None:
    response = admin.get("/admin/notificaties/aflevering/", {"stand": stand} if stand else {})
    assert response.context["cl"].result_count == count
