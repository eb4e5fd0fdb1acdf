"""Journey of a message: a status set in the browser reaches a subscriber of the Notificaties API."""

from collections.abc import Iterator

import pytest

from tests.journeys import desk
from tests.journeys.conftest import NewVisit
from tests.journeys.municipality import BSN, Municipality
from tests.servers import Server, new_site, serving
from zaakwerk.notificaties.tests.outbox import wait_for
from zaakwerk.zgw.tests.listeners import Listener, listening, wants

AUTH = "Bearer alleen-voor-deze-abonnee"
REQUEST = desk.Request("Parkeervergunning bewoners", "Parkeren met bericht", BSN, "Meelezer")


@pytest.fixture
def subscriber() -> Iterator[Listener]:
    """An application that listens, and refuses who does not show its credentials."""
    with listening(wants(AUTH)) as listener:
        yield listener


@pytest.fixture
def server(subscriber: Listener, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A demo server that may call the subscriber and nobody else."""
    site = new_site(tmp_path_factory.mktemp("notification"))
    site.environment["ZAAKWERK_OUTBOUND_HOSTS"] = subscriber.entry
    site.zaakwerk("demo")
    with serving(site) as running:
        yield running


def test_a_status_set_in_the_browser_reaches_the_subscriber(
    server: Server, subscriber: Listener, new_visit: NewVisit
) -> None:
    municipality = Municipality.at(server.address)
    kanalen = [{"naam": "zaken", "filters": {"zaaktype": municipality.zaaktype("PARKEREN")["url"]}}]
    municipality.create(
        "/notificaties/api/v1/abonnement", callbackUrl=subscriber.url, auth=AUTH, kanalen=kanalen
    )
    visit = new_visit(inspects=False, address=server.address)
    desk.sign_in(visit)
    zaak = municipality.zaak(desk.register(visit, REQUEST).uuid)
    desk.prepare(visit, desk.PARKEREN["Controle"])
    desk.set_status(visit, "Controle")
    status = municipality.zaak(zaak["uuid"])["status"]

    def messages() -> list[dict[str, str]]:
        return [got.message for got in subscriber.received if got.authorization == AUTH]

    wait_for(lambda: status in [message.get("resourceUrl") for message in messages()])
    (told,) = [message for message in messages() if message.get("resourceUrl") == status]
    assert (told["kanaal"], told["resource"], told["actie"]) == ("zaken", "status", "create")
    assert told["hoofdObject"] == zaak["url"]
