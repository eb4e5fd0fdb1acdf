"""The screens of people, teams and roles, and the question why."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from zaakwerk.autorisaties import tweede_factor
from zaakwerk.autorisaties.models import Groep, Medewerker, Toekenning, Zaakrecht
from zaakwerk.beheer.tests.people import browser, employee
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw import clock

pytestmark = pytest.mark.django_db
STRONG = "paard-batterij-nietje"


def page(name: str, *args: Any) -> str:
    return reverse(f"beheer:{name}", args=args)


def text(answer: Any) -> str:
    found: str = answer.content.decode()
    return found


def every_page() -> list[str]:
    """Every page of people and rights."""
    someone = employee("behandelaar", "fatima")
    groep = Groep.objects.create(naam="Vergunningen")
    groep.leden.add(someone)
    names = ("", "_wijzigen", "_wachtwoord", "_uitzetten", "_aanzetten", "_factor_weg", "_uitloggen", "_rol")
    return [
        *(
            page(name)
            for name in ("start", "medewerkers", "medewerker_nieuw", "groepen", "groep_nieuw", "waarom")
        ),
        *(page(f"medewerker{name}", someone.uuid) for name in names),
        *(page(f"groep{name}", groep.uuid) for name in ("", "_wijzigen", "_verwijderen", "_rol")),
        page("rol_weg", someone.toekenningen.get().uuid),
    ]


def test_every_page_of_people_is_for_who_manages_rights() -> None:
    operator, worker, stranger = browser(), browser("coordinator"), Client(SERVER_NAME="localhost")
    for address in every_page():
        assert operator.get(address).status_code == 200, address
        assert worker.get(address).status_code == 403, address
        assert worker.post(address).status_code in (403, 405), address
        assert stranger.get(address).headers["Location"].startswith("/werk/inloggen")


def test_a_new_employee_gets_a_team_and_a_role_and_signs_in() -> None:
    client, groep = browser(), Groep.objects.create(naam="Vergunningen")
    data = {"username": "noor", "first_name": "Noor", "password": STRONG, "groepen": [groep.pk]}
    assert "tien" in text(client.post(page("medewerker_nieuw"), {**data, "password": "kort"}))
    made = client.post(page("medewerker_nieuw"), data)
    noor = Medewerker.objects.get(username="noor")
    assert made.headers["Location"] == page("medewerker", noor.uuid)
    assert list(noor.groepen.all()) == [groep]
    role = {"rol": "behandelaar", "max_vertrouwelijkheid": "4", "geldig_tot": str(clock.today())}
    assert client.post(page("medewerker_rol", noor.uuid), role).status_code == 302
    shown = text(client.get(page("medewerker", noor.uuid)))
    assert "Behandelaar" in shown and "Alle zaken" in shown and "Rol gegeven" in shown and STRONG not in shown
    stranger = Client(SERVER_NAME="localhost")
    assert stranger.post("/werk/inloggen", {"username": "noor", "password": STRONG}).status_code == 302


def test_a_role_for_one_zaaktype_or_catalogus_is_shown_as_such_and_taken_away() -> None:
    client, world = browser(), World()
    groep = Groep.objects.create(naam="Vergunningen")
    address = page("groep_rol", groep.uuid)
    base = {"rol": "raadpleger", "max_vertrouwelijkheid": "4"}
    for bereik in (f"type:{world.zaaktype.identificatie}", f"catalogus:{world.zaaktype.catalogus.uuid}"):
        assert client.post(address, {**base, "bereik": bereik}).status_code == 302
    shown = text(client.get(page("groep", groep.uuid)))
    assert "Boom kappen" in shown and "Catalogus " in shown
    assert client.post(address, {**base, "bereik": "type:weg"}).status_code == 400
    for toekenning in Toekenning.objects.filter(groep=groep):
        client.post(page("rol_weg", toekenning.uuid))
    assert not groep.toekenningen.exists()
    assert client.post(page("groep_verwijderen", groep.uuid)).headers["Location"] == page("groepen")


def test_an_employee_is_turned_off_and_on_and_loses_the_second_factor() -> None:
    client, someone = browser(), employee("behandelaar", "fatima")
    tweede_factor.set_up(someone, tweede_factor.make_secret(), 0)
    client.post(page("medewerker_factor_weg", someone.uuid))
    assert tweede_factor.of(someone) is None
    client.post(page("medewerker_uitzetten", someone.uuid))
    assert "uitgezet" in text(client.get(page("medewerker", someone.uuid)))
    assert "fatima" not in text(client.get(page("medewerkers")))
    assert "fatima" in text(client.get(page("medewerkers"), {"staat": "uit"}))
    client.post(page("medewerker_aanzetten", someone.uuid))
    assert "fatima" in text(client.get(page("medewerkers"), {"q": "FAT"}))


def test_the_last_operator_keeps_role_and_account() -> None:
    client = browser()
    operator = Medewerker.objects.get()
    said = text(client.post(page("rol_weg", operator.toekenningen.get().uuid), follow=True))
    assert "laatste beheerder" in said
    assert "eigen account" in text(client.post(page("medewerker_uitzetten", operator.uuid), follow=True))
    assert "Uw eigen account kunt u niet uitzetten" in text(client.get(page("medewerker", operator.uuid)))


def test_the_list_of_people_costs_the_same_for_many() -> None:
    client = browser()

    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(page("medewerkers"))
        return len(captured)

    before = statements()
    team = Groep.objects.create(naam="Team")
    for number in range(12):
        team.leden.add(Medewerker.objects.create_user(f"m{number}"))
    assert statements() <= before


def ask(client: Client, wie: str, actie: str, zaak: str) -> str:
    return text(client.get(page("waarom"), {"wie": wie, "actie": actie, "zaak": zaak}))


def test_why_replays_the_decision_with_every_reason() -> None:
    client, world = browser(), World()
    zaak = world.zaak()
    number, clerk = zaak["identificatie"], employee("behandelaar", "fatima")
    groep = Groep.objects.create(naam="Oud team")
    groep.leden.add(clerk)
    Toekenning.objects.create(rol="recordmanager", groep=groep, geldig_tot=clock.today().replace(year=2020))
    Toekenning.objects.create(rol="behandelaar", medewerker=clerk, max_vertrouwelijkheid=1)
    allowed = ask(client, "fatima", "wijzigen", number)
    assert "Ja, dit mag" in allowed and "Een rol die voor deze zaak geldt" in allowed
    assert "Is voorbij." in allowed and "via groep Oud team" in allowed
    assert "Geldt tot en met openbaar" in allowed
    refused = ask(client, "fatima", "verwijderen", number)
    assert "Nee, dit mag niet" in refused and "Dat kan een recordmanager" in refused
    Zaakrecht.objects.create(
        medewerker=clerk,
        zaak=zaak["uuid"],
        soort="afscherming",
        staat="geldt",
        reden="x",
        gevraagd_op=clock.now(),
    )
    shielded = ask(client, "fatima", "lezen", number)
    assert "Afscherming gaat voor elk ander recht" in shielded
    Medewerker.objects.filter(username="fatima").update(is_active=False)
    assert "Dit account is uitgezet." in ask(client, "fatima", "lezen", number)


def test_why_asks_for_a_zaak_and_a_person_that_exist() -> None:
    client = browser()
    assert "geen zaak met dit nummer" in ask(client, "mw-functioneel_beheerder", "lezen", "ZAAK-9")
    assert "zw-field--invalid" in ask(client, "weg", "lezen", "ZAAK-9")
    assert client.get(page("waarom"), {"zaak": "nul\x00"}).status_code == 200
