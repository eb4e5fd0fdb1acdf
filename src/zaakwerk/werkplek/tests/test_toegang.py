"""Access to zaken at the desk: every path agrees, asking and deciding, and what a refusal tells."""

import random
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from zaakwerk.autorisaties import accounts
from zaakwerk.autorisaties.commands import AskToegang, DecideToegang, ShieldZaak, WithdrawZaakrecht
from zaakwerk.autorisaties.models import Groep, Medewerker, Toekenning, Zaakrecht
from zaakwerk.autorisaties.roles import ROLES
from zaakwerk.documenten import queries as documenten
from zaakwerk.werkplek import lijst
from zaakwerk.werkplek.toegang import decide, team_of, why_not
from zaakwerk.zaken import queries, scopes, tellingen, wijzigingen
from zaakwerk.zaken.models import Rol, Status, Zaak
from zaakwerk.zaken.tests.world import World, url, zaaktype_row
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.filters import Selection
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.problems import Forbidden, Invalid
from zaakwerk.zgw.registry import for_model
from zaakwerk.zgw.representation import count, read_many, read_page

pytestmark = pytest.mark.django_db
LEVELS = ("openbaar", "intern", "vertrouwelijk", "zeer_geheim")
WHY = "nodig voor een bezwaar"


def employee(name: str, rol: str = "", **grant: Any) -> Medewerker:
    """Somebody with at most one role."""
    made = Medewerker.objects.create_user(name, password="een-lang-wachtwoord")
    if rol:
        Toekenning.objects.create(medewerker=made, rol=rol, **grant)
    return made


def browser(someone: Medewerker) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(someone)
    return client


def exception(someone: Medewerker, zaak: Zaak, soort: str) -> None:
    Zaakrecht.objects.create(
        medewerker=someone, zaak=zaak.uuid, soort=soort, staat="geldt", reden=WHY, gevraagd_op=clock.now()
    )


def row(zaak: dict[str, Any]) -> Zaak:
    return Zaak.objects.select_related("zaaktype").get(uuid=zaak["uuid"])


def random_person(number: int, dice: random.Random, zaaktypen: list[Any], zaken: list[Zaak]) -> Medewerker:
    """Somebody with roles, teams and exceptions as it comes."""
    made = employee(f"mw-{number}")
    team = Groep.objects.create(naam=f"team-{number}")
    team.leden.add(made)
    for _ in range(dice.randint(0, 2)):
        zaaktype = dice.choice(zaaktypen)
        Toekenning.objects.create(
            rol=dice.choice(list(ROLES)),
            max_vertrouwelijkheid=dice.randint(1, 8),
            zaaktype_identificatie=dice.choice(["", zaaktype.identificatie]),
            catalogus=dice.choice([None, None, zaaktype.catalogus.uuid]),
            medewerker=made if (is_own := dice.random() < 0.5) else None,
            groep=None if is_own else team,
        )
    for zaak in dice.sample(zaken, 3):
        exception(made, zaak, dice.choice([Zaakrecht.TOEGANG, Zaakrecht.AFSCHERMING]))
    return made


def listed(actor: Actor) -> dict[str, set[UUID]]:
    """The zaken an actor finds, per path that gives many."""
    resource, everything = (
        for_model(Zaak),
        [str(found) for found in Zaak.objects.values_list("uuid", flat=True)],
    )
    wires = [found.wire for found in read_page(resource, actor, Selection(), ("-id",), None)]
    statuses = read_page(for_model(Status), actor, Selection(), ("-id",), None)
    search = lijst.open_zaken(actor, lijst.Vraag(q="zaak"))
    return {
        "predicate": set(queries.visible_to(actor).values_list("uuid", flat=True)),
        "desk": {
            UUID(str(z["url"]).split("/")[-2]) for z in lijst.page_of(actor, lijst.Vraag(), 1).object_list
        },
        "search": set(search.values_list("uuid", flat=True)),
        "api": {UUID(str(wire["uuid"])) for wire in wires},
        "expand": {UUID(found.rpartition("/")[2]) for found in read_many(resource, actor, everything)},
        "statussen": {UUID(str(found.wire["zaak"]).rpartition("/")[2]) for found in statuses},
        "feed": {found.zaak for found in wijzigingen.changes(actor, 0, 1000)[0]},
    }


def test_list_detail_search_count_feed_and_api_agree_for_random_people_and_zaken() -> None:
    dice, world = random.Random(11), World()
    zaaktypen = [world.zaaktype, zaaktype_row(), zaaktype_row()]
    for zaaktype in zaaktypen:
        for level in LEVELS:
            zaak = world.zaak(
                zaaktype=url(zaaktype), vertrouwelijkheidaanduiding=level, omschrijving=f"zaak {level}"
            )
            if zaaktype == world.zaaktype:
                world.set_status(zaak, 0)
    zaken = list(Zaak.objects.select_related("zaaktype"))
    for number in range(25):
        someone = random_person(number, dice, zaaktypen, zaken)
        actor, client = accounts.actor_of(someone), browser(someone)
        allowed = {zaak.uuid for zaak in zaken if decide(actor, "lezen", zaak).toegestaan}
        answers = {z.uuid: client.get(reverse("werkplek:zaak", args=[z.uuid])).status_code for z in zaken}
        assert {uuid for uuid, status in answers.items() if status == 200} == allowed
        if not actor.may_any("zrc", scopes.LEZEN):
            assert client.get("/werk/zaken/").status_code == 403
            continue
        paths = listed(actor)
        with_status = {zaak.uuid for zaak in zaken if zaak.status_id}
        assert paths.pop("statussen") == allowed & with_status
        assert paths == dict.fromkeys(paths, allowed), someone
        total = tellingen.total(actor, Selection())
        assert count(for_model(Zaak), actor, Selection()) == len(allowed)
        assert total is None or total == len(allowed)


def test_a_shield_and_an_access_hold_for_the_documents_of_the_zaak() -> None:
    world = World()
    one, two = world.zaak(), world.zaak()
    for zaak in (one, two):
        world.link(zaak, world.document())
    clerk, guest = employee("clerk", "coordinator"), employee("guest")
    exception(clerk, row(one), Zaakrecht.AFSCHERMING)
    exception(guest, row(one), Zaakrecht.TOEGANG)
    for someone, zaak, seen in ((clerk, one, 0), (clerk, two, 1), (guest, one, 1), (guest, two, 0)):
        found = documenten.linked_to(UUID(zaak["uuid"]), accounts.actor_of(someone))
        assert len(found) == seen
    assert len(documenten.visible_to(accounts.actor_of(clerk))) == 1


def test_an_exception_costs_no_statement_more_on_the_list() -> None:
    world = World()
    zaak = world.zaak()
    clerk = employee("clerk", "coordinator")
    client = browser(clerk)

    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/werk/zaken/").status_code == 200
        return len(captured)

    before = statements()
    exception(clerk, row(zaak), Zaakrecht.AFSCHERMING)
    assert statements() <= before


def test_a_refused_zaak_tells_its_number_type_and_team_and_nothing_else() -> None:
    world = World()
    zaak = world.zaak(omschrijving="Zeer persoonlijk", vertrouwelijkheidaanduiding="zeer_geheim")
    client = browser(employee("clerk", "behandelaar"))
    page = client.get(reverse("werkplek:zaak", args=[zaak["uuid"]]))
    said = page.content.decode()
    assert page.status_code == 403
    for told in (zaak["identificatie"], "Boom kappen", "Team Groen", "Vraag toegang"):
        assert told in said
    assert "Zeer persoonlijk" not in said
    asked = client.get(reverse("werkplek:toegang_vragen", args=[zaak["uuid"]])).content.decode()
    assert "Zeer persoonlijk" not in asked and zaak["identificatie"] in asked


def test_a_shielded_zaak_tells_nothing_and_cannot_be_asked_for() -> None:
    world = World()
    zaak = world.zaak()
    clerk = employee("clerk", "coordinator")
    exception(clerk, row(zaak), Zaakrecht.AFSCHERMING)
    client = browser(clerk)
    said = client.get(reverse("werkplek:zaak", args=[zaak["uuid"]])).content.decode()
    assert "afgeschermd" in said and zaak["identificatie"] not in said and "Vraag toegang" not in said
    address = reverse("werkplek:toegang_vragen", args=[zaak["uuid"]])
    assert zaak["identificatie"] not in client.get(address).content.decode()
    tot = str(clock.today())
    assert "afgeschermd" in client.post(address, {"reden": WHY, "tot": tot}).content.decode()
    assert Zaakrecht.objects.count() == 1


def handle(world: World, zaak: dict[str, Any], username: str) -> None:
    """Makes somebody the behandelaar."""
    who = {"identificatie": username, "achternaam": "X", "voorletters": "", "voorvoegselAchternaam": ""}
    answer = world.add_rol(zaak, world.behandelaar, betrokkeneType="medewerker", betrokkeneIdentificatie=who)
    assert answer.status_code == 201, answer.content


def test_access_is_asked_decided_by_the_behandelaar_and_ends_by_itself() -> None:
    world = World()
    zaak = world.zaak(vertrouwelijkheidaanduiding="intern")
    handler, guest = employee("handler", "behandelaar"), employee("guest")
    other = employee("other", "behandelaar")
    handle(world, zaak, "handler")
    mine, theirs = browser(handler), browser(guest)
    address = reverse("werkplek:toegang_vragen", args=[zaak["uuid"]])
    tot = clock.today() + timedelta(days=3)
    assert theirs.post(address, {"reden": WHY, "tot": tot}).status_code == 302
    assert "wacht nog" in theirs.post(address, {"reden": WHY, "tot": tot}).content.decode()
    assert WHY in mine.get("/werk/toegang/").content.decode()
    assert WHY not in browser(other).get("/werk/toegang/").content.decode()
    decision = reverse("werkplek:toegang_beslissen", args=[Zaakrecht.objects.get().uuid])
    assert browser(other).get(decision).status_code == 404
    assert theirs.get(decision).status_code == 404
    assert mine.post(decision, {"besluit": "ja"}).status_code == 400
    assert mine.post(decision, {"besluit": "ja", "tot": tot}).status_code == 302
    detail = reverse("werkplek:zaak", args=[zaak["uuid"]])
    assert theirs.get(detail).status_code == 200
    assert theirs.get(address).headers["Location"] == detail
    assert "Er wachten geen verzoeken" in mine.get("/werk/toegang/").content.decode()
    assert AuditRegel.objects.filter(hoofd_uuid=zaak["uuid"], bron="ac").count() == 2
    with clock.at(clock.now() + timedelta(days=5)):
        assert theirs.get(detail).status_code == 403


def test_eigen_toegang_rules_hold() -> None:
    world = World()
    target = queries.target_of(row(world.zaak()))
    boss, guest = employee("boss", "coordinator"), employee("guest")
    boss_actor, guest_actor = accounts.actor_of(boss), accounts.actor_of(guest)
    today = clock.today()

    def ask(actor: Actor, someone: Medewerker, tot: Any) -> Zaakrecht:
        return AskToegang(actor=actor, zaak=target, medewerker=someone, reden=WHY, tot=tot).run()

    for tot in (today - timedelta(days=1), today + timedelta(days=400)):
        with pytest.raises(Invalid):
            ask(guest_actor, guest, tot)
    own = ask(boss_actor, boss, today)
    with pytest.raises(Invalid):
        DecideToegang(actor=boss_actor, zaak=target, instance=own, is_toegekend=True, tot=today).run()
    asked = ask(guest_actor, guest, today)
    with pytest.raises(Forbidden):
        DecideToegang(actor=guest_actor, zaak=target, instance=asked, is_toegekend=True, tot=today).run()
    refused = DecideToegang(
        actor=boss_actor, zaak=target, instance=asked, is_toegekend=False, tot=today
    ).run()
    assert refused.staat == "afgewezen"
    with pytest.raises(Invalid):
        DecideToegang(actor=boss_actor, zaak=target, instance=asked, is_toegekend=True, tot=today).run()


def test_a_coordinator_shields_a_zaak_and_ends_it_again() -> None:
    world = World()
    zaak = row(world.zaak())
    boss, clerk = employee("boss", "coordinator"), employee("clerk", "behandelaar")
    actor, target = accounts.actor_of(boss), queries.target_of(zaak)
    shield = ShieldZaak(actor=actor, zaak=target, medewerker=clerk, reden="familie").run()
    assert not decide(accounts.actor_of(clerk), "lezen", zaak).toegestaan
    with pytest.raises(Forbidden):
        WithdrawZaakrecht(actor=accounts.actor_of(clerk), zaak=target, instance=shield).run()
    WithdrawZaakrecht(actor=actor, zaak=target, instance=shield).run()
    assert decide(accounts.actor_of(clerk), "lezen", zaak).toegestaan


def test_the_team_is_that_of_the_behandelaar_who_came_last() -> None:
    world = World()
    zaak = world.zaak()
    assert team_of(row(zaak)) == "Team Groen"
    Groep.objects.create(naam="Vergunningen").leden.add(employee("handler"))
    handle(world, zaak, "handler")
    assert Rol.objects.count() == 1 and team_of(row(zaak)) == "Vergunningen"


def test_a_reason_names_who_can_and_whom_to_ask() -> None:
    world = World()
    zaak = world.zaak()
    world.set_status(zaak, 0)
    world.close(zaak)
    archivist = employee("hendrik", "recordmanager")
    Groep.objects.create(naam="Informatiebeheer").leden.add(archivist)
    clerk = accounts.actor_of(employee("clerk", "behandelaar"))
    assert why_not(clerk, "heropenen", row(zaak)) == (
        "Uw rol mag deze zaak niet heropenen. Dat kan een coördinator of recordmanager. "
        "Vraag aan team Informatiebeheer."
    )
    assert why_not(accounts.actor_of(archivist), "heropenen", row(zaak)) == ""


def test_the_page_of_exceptions_shields_and_ends_for_who_may_and_shows_the_rest_why_not() -> None:
    world = World()
    zaak = world.zaak()
    boss, clerk = browser(employee("boss", "coordinator")), employee("clerk", "behandelaar")
    address = reverse("werkplek:toegang_zaak", args=[zaak["uuid"]])
    theirs = browser(clerk)
    assert "Dat kan een coördinator of recordmanager" in theirs.get(address).content.decode()
    data = {"medewerker": "clerk", "reden": "familie van de aanvrager"}
    assert theirs.post(address, data).status_code == 400
    assert boss.post(address, data).status_code == 302
    assert theirs.get(address).status_code == 403
    shown = boss.get(address).content.decode()
    assert "mag deze zaak niet zien" in shown and "familie van de aanvrager" in shown
    recht = Zaakrecht.objects.get()
    end = reverse("werkplek:toegang_intrekken", args=[zaak["uuid"], recht.uuid])
    assert theirs.post(end).status_code == 403
    assert boss.post(end).status_code == 302 and boss.post(end).status_code == 404
    assert theirs.post(end).status_code == 404
    assert theirs.get(address).status_code == 200
