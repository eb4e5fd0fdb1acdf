"""The worklist and its jobs as pages, without a script."""

import re
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.kader.commands import CreateTaak
from zaakwerk.werkvoorraad import behandeling, jobs
from zaakwerk.werkvoorraad.models import Opdracht, OpdrachtRegel, Sluimer, Weergave
from zaakwerk.werkvoorraad.tests import office
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw import clock

pytestmark = pytest.mark.django_db
WORK = "/werk/"


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def fatima() -> Medewerker:
    return office.employee("fatima", "Groen")


def signed_in(who: Medewerker) -> Client:
    client = Client()
    client.force_login(who)
    return client


def text_of(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def press(client: Client, actie: str, zaken: list[Zaak], **fields: str) -> Any:
    data = {"actie": actie, "zaak": [str(zaak.uuid) for zaak in zaken], "terug": WORK, **fields}
    return client.post("/werk/opdrachten/", data)


def handlers(found: Zaak) -> list[str]:
    return [rol.identificatie for rol in behandeling.of_zaak(found)]


def test_the_worklist_shows_what_to_do_with_counts_that_are_its_tabs(
    world: World, fatima: Medewerker
) -> None:
    mine, free = office.zaak(world, "Dakkapel", 2), office.zaak(world, "Schutting", -1)
    office.give(mine, fatima, fatima)
    office.give(free, Groep.objects.get(naam="Groen"), fatima)
    client = signed_in(fatima)
    now, team = text_of(client.get(WORK)), text_of(client.get(WORK, {"tab": "team-vrij"}))
    assert "Nu 1" in now and "Team vrij 1" in now and "Dakkapel" in now and "nog 2 dagen" in now
    assert "Zet op Ontvangen" in now and "Pak volgende" in now
    assert "Schutting" not in now and "Schutting" in team and "1 dag te laat" in team
    for tab in ("wacht", "team", "klaar", "onzin"):
        assert client.get(WORK, {"tab": tab, "page": "99"}).status_code == 200


def test_an_empty_list_says_what_can_be_done_next(world: World, fatima: Medewerker) -> None:
    client = signed_in(fatima)
    assert "Niets te doen" in text_of(client.get(WORK))
    office.give(office.zaak(world), Groep.objects.get(naam="Groen"), fatima)
    assert "1 vrije zaak in je team" in text_of(client.get(WORK))


def test_the_next_zaak_is_taken_opened_and_can_be_given_back(world: World, fatima: Medewerker) -> None:
    zaak = office.zaak(world, "Dakkapel")
    office.give(zaak, Groep.objects.get(naam="Groen"), fatima)
    client = signed_in(fatima)
    assert client.post("/werk/volgende").headers["Location"] == f"/werk/zaken/{zaak.uuid}/"
    assert handlers(zaak) == ["Groen", "fatima"]
    page = client.get(WORK).content.decode()
    undo = re.search(r'action="(/werk/opdrachten/[^"]+/ongedaan)"', page)
    assert undo and "Je pakte" in page
    client.post(undo[1], {"terug": WORK})
    assert handlers(zaak) == ["Groen"]
    client.post("/werk/volgende")
    assert "geen vrije zaak" in text_of(client.post("/werk/volgende", follow=True))


def test_a_few_zaken_are_done_at_once_and_undone_with_one_press(world: World, fatima: Medewerker) -> None:
    joris = office.employee("joris")
    zaken = [office.zaak(world, str(number)) for number in range(3)]
    client = signed_in(fatima)
    answer = press(client, "toewijzen", zaken, aan=f"m:{joris.uuid}")
    assert answer.headers["Location"] == WORK
    page = client.get(WORK).content.decode()
    assert "3 zaken toegewezen aan Joris Bakker." in page
    assert [handlers(zaak) for zaak in zaken] == [["joris"]] * 3
    assert '/ongedaan"' not in client.get(WORK).content.decode()
    client.post(re.search(r'action="(/werk/opdrachten/[^"]+/ongedaan)"', page)[1])  # type: ignore[index]
    assert [handlers(zaak) for zaak in zaken] == [[]] * 3


def test_many_zaken_become_a_job_that_tells_what_was_refused_and_why(
    world: World, fatima: Medewerker
) -> None:
    zaken = [office.zaak(world, str(number)) for number in range(14)]
    for zaak in zaken[:2]:
        world.close(office.as_wire(world, zaak))
    client = signed_in(fatima)
    page = press(client, "toewijzen", zaken, aan="ik").headers["Location"]
    waiting = client.get(page)
    assert "0 van 14 gedaan" in text_of(waiting)
    assert 'hx-trigger="every 1s"' in waiting.content.decode() and "http-equiv" in waiting.content.decode()
    jobs.do_opdracht.call(str(Opdracht.objects.get().uuid))
    done = text_of(client.get(page))
    assert "12 van 14 gedaan" in done and "Waarom 2 niet" in done and "De zaak is al afgehandeld." in done
    assert "every 1s" not in client.get(page).content.decode()
    assert signed_in(office.employee("ander")).get(page).status_code == 404


def test_a_job_is_stopped_and_goes_on(world: World, fatima: Medewerker) -> None:
    zaken = [office.zaak(world, str(number)) for number in range(11)]
    client = signed_in(fatima)
    page = press(client, "toewijzen", zaken, aan="ik").headers["Location"]
    Opdracht.objects.update(gemaakt_op=clock.now() - timedelta(minutes=9))
    assert "Het werk stopte na 0 van 11" in text_of(client.get(page))
    assert client.post(f"{page}/verder").status_code == 302
    client.post(f"{page}/stoppen")
    assert "Gestopt. 11 zaken zijn niet bekeken." in text_of(client.get(page))
    assert set(OpdrachtRegel.objects.values_list("staat", flat=True)) == {"overgeslagen"}


def test_snoozing_asks_a_day_and_waking_brings_back(world: World, fatima: Medewerker) -> None:
    zaak = office.zaak(world, "Dakkapel")
    office.give(zaak, fatima, fatima)
    client = signed_in(fatima)
    assert "tot welke dag" in text_of(client.get(press(client, "sluimeren", [zaak]).headers["Location"]))
    press(client, "sluimeren", [zaak], tot=str(clock.today() + timedelta(days=4)), reden="Belt terug")
    waits = text_of(client.get(WORK, {"tab": "wacht"}))
    assert "Dakkapel" in waits and "Belt terug" in waits
    press(client, "wekken", [zaak])
    assert not Sluimer.objects.exists()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"actie": "toewijzen"},
        {"actie": "weg", "zaak": "x"},
        {"actie": "toewijzen", "zaak": "6ba7b810-9dad-41d1-80b4-00c04fd430c8", "aan": "m:geen-uuid"},
        {"actie": "sluimeren", "zaak": "6ba7b810-9dad-41d1-80b4-00c04fd430c8", "tot": "gisteren"},
    ],
)
def test_a_broken_form_changes_nothing_and_says_what_to_do(fatima: Medewerker, data: dict[str, str]) -> None:
    answer = signed_in(fatima).post("/werk/opdrachten/", {**data, "terug": "https://elders.example/"})
    assert answer.headers["Location"] == WORK
    assert not Opdracht.objects.exists()


def test_a_zaak_out_of_reach_cannot_be_chosen(world: World, fatima: Medewerker) -> None:
    zaak = office.zaak(world)
    Zaak.objects.filter(pk=zaak.pk).update(vertrouwelijkheidaanduiding=8)
    press(signed_in(fatima), "toewijzen", [zaak], aan="ik")
    assert handlers(zaak) == [] and not Opdracht.objects.exists()


def test_columns_and_density_are_kept_on_the_server(world: World, fatima: Medewerker) -> None:
    office.give(office.zaak(world), fatima, fatima)
    client = signed_in(fatima)
    client.post("/werk/weergave", {"kolom": ["team", "zaaktype"], "dichtheid": "compact", "terug": WORK})
    page = client.get(WORK).content.decode()
    assert Weergave.objects.get().kolommen == ["zaaktype", "team"]
    assert "zw-werk--compact" in page and "Laatste gebeurtenis</th>" not in page and "Team</th>" in page


def test_the_worklist_as_csv_has_the_rows_of_the_tab(world: World, fatima: Medewerker) -> None:
    office.give(office.zaak(world, "Dakkapel"), fatima, fatima)
    office.zaak(world, "Schutting")
    answer = signed_in(fatima).get("/werk/export", {"tab": "nu"})
    text = b"".join(answer).decode()
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "Dakkapel" in text and "Schutting" not in text and text.count("\r\n") == 2


def test_the_page_takes_as_many_statements_for_fifty_rows_as_for_two(
    world: World, fatima: Medewerker
) -> None:
    client = signed_in(fatima)
    taken = []
    for count in (2, 20):
        for number in range(count):
            office.give(office.zaak(world, str(number)), fatima, fatima)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(WORK).status_code == 200
        taken.append(len(captured))
    assert taken[0] == taken[1] <= 45


def test_my_taken_stand_among_my_zaken_and_open_at_the_taken_of_the_dossier(
    world: World, fatima: Medewerker
) -> None:
    zaak = office.zaak(world, "Dakkapel", 9)
    office.give(zaak, fatima, fatima)
    until = clock.today() - timedelta(days=1)
    CreateTaak(
        actor=office.vrager(fatima).actor,
        zaak=zaak,
        naam="Adviseer over de constructie",
        medewerker=fatima,
        uiterlijk=until,
        verplicht_voor="Ontvangen",
    ).run()
    client = signed_in(fatima)
    page = client.get(WORK)
    text = text_of(page)
    assert "Nu 2" in text and "1 zaak en 1 taak" in text and "1 dag te laat" in text
    assert "Taak: Adviseer over de constructie" in text and "Nodig voor Ontvangen" in text
    assert f'href="/werk/zaken/{zaak.uuid}/?tab=taken"' in page.content.decode()
    taken, zaken = (text_of(client.get(WORK, {"soort": soort})) for soort in ("taken", "zaken"))
    assert "Taak: Adviseer" in taken and "nog 9 dagen" not in taken and "Nu 2" in taken
    assert "Taak: Adviseer" not in zaken and "nog 9 dagen" in zaken
    exported = client.get("/werk/export", {"tab": "nu", "soort": "taken"})
    assert b"".join(exported).decode().count("\r\n") == 2
    assert "werkvoorraad-nu-taken-" in exported.headers["Content-Disposition"]
    assert "Geen taken hier" in text_of(client.get(WORK, {"tab": "klaar", "soort": "taken"}))


def test_the_page_with_taken_takes_as_many_statements_for_forty_rows_as_for_four(
    world: World, fatima: Medewerker
) -> None:
    client = signed_in(fatima)
    statements = []
    for count in (2, 18):
        for number in range(count):
            zaak = office.zaak(world, str(number))
            office.give(zaak, fatima, fatima)
            actor = office.vrager(fatima).actor
            CreateTaak(actor=actor, zaak=zaak, naam=f"taak {number}", medewerker=fatima).run()
        with CaptureQueriesContext(connection) as captured:
            assert client.get(WORK).status_code == 200
        statements.append(len(captured))
    assert statements[0] == statements[1] <= 45


def test_search_shows_people_zaken_and_facets(world: World, fatima: Medewerker) -> None:
    zaak = office.zaak(world, "Dakkapel")
    who = {"inpBsn": "999993653", "geslachtsnaam": "Wit"}
    world.add_rol(office.as_wire(world, zaak), betrokkeneIdentificatie=who)
    world.close(office.as_wire(world, office.zaak(world, "Schutting Wit")))
    client = signed_in(fatima)
    sent = client.post("/werk/zoeken", {"q": "wit", "niet-stand": "dicht"})
    assert sent.headers["Location"] == "/werk/zoeken?q=wit&niet-stand=dicht"
    page = text_of(client.get(sent.headers["Location"]))
    assert "Personen en bedrijven" in page and "Dakkapel" in page and "Schutting" not in page
    assert "Open of afgehandeld: niet Afgehandeld" in page
    empty = text_of(client.get("/werk/zoeken?q=dakkapel&stand=dicht"))
    assert "Zonder ‘Open of afgehandeld: Afgehandeld’ is er 1 zaak." in empty


def test_a_personal_number_is_in_no_address(world: World, fatima: Medewerker, caplog: Any) -> None:
    zaak, bsn = office.zaak(world, "Dakkapel"), "999993653"
    world.add_rol(
        office.as_wire(world, zaak), betrokkeneIdentificatie={"inpBsn": bsn, "geslachtsnaam": "Wit"}
    )
    client = signed_in(fatima)
    found = client.post("/werk/zoeken", {"q": bsn})
    assert bsn not in found.headers["Location"]
    page = client.get(found.headers["Location"])
    assert "Zaken met Wit" in text_of(page) and "Dakkapel" in text_of(page)
    assert bsn not in page.content.decode() and bsn not in caplog.text
    nobody = client.post("/werk/zoeken", {"q": "999990226"})
    assert nobody.status_code == 200 and "Niemand gevonden" in text_of(nobody)
    assert "999990226" not in nobody.content.decode()
    assert "hoort niet in een adres" in text_of(client.get("/werk/zoeken", {"q": bsn}))


def test_a_question_is_saved_as_a_tab_renamed_and_removed(world: World, fatima: Medewerker) -> None:
    office.zaak(world, "Dakkapel")
    client = signed_in(fatima)
    made = client.post(
        "/werk/lijsten/bewaar", {"q": "dak", "stand": "open", "naam": "Daken", "voor": "prive"}
    )
    address = made.headers["Location"]
    assert "q=dak&stand=open&lijst=" in address
    page = client.get(address)
    assert "Dakkapel" in text_of(page) and 'aria-current="page"' in page.content.decode()
    assert "Daken" in text_of(client.get(WORK))
    uuid = address.rpartition("=")[2]
    client.post(f"/werk/lijsten/{uuid}", {"naam": "Alle daken", "voor": "prive"})
    assert "Alle daken" in text_of(client.get("/werk/lijsten/"))
    assert client.get(f"/werk/lijsten/{uuid}").status_code == 200
    other = signed_in(office.employee("joris"))
    assert other.get(f"/werk/lijsten/{uuid}").status_code == 404
    client.post(f"/werk/lijsten/{uuid}/verwijder")
    assert "nog geen bewaarde lijsten" in text_of(client.get("/werk/lijsten/"))


@pytest.mark.parametrize(
    "query",
    [
        "?q=%00",
        "?jaar=x&status=",
        "?betrokkene=x",
        "?page=99&sorteer=kleur",
        f"?q={quote('= OR 1')}",
        "?lijst=x",
    ],
)
def test_odd_questions_still_answer(world: World, fatima: Medewerker, query: str) -> None:
    office.zaak(world)
    client = signed_in(fatima)
    assert client.get(f"/werk/zoeken{query}").status_code == 200
    assert b"".join(client.get(f"/werk/zoeken/export{query}")).startswith(b"\xef\xbb\xbf")
