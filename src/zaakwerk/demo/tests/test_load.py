"""The demo municipality: it loads whole, and everybody sees what is theirs."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.db import transaction
from django.db.models import Max
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker

from zaakwerk.autorisaties import accounts as actors
from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.besluiten.models import Besluit
from zaakwerk.besluiten.termijnen import reactiedatum
from zaakwerk.catalogi.models import ResultaatType, ZaakType
from zaakwerk.demo.accounts import ACCOUNTS
from zaakwerk.demo.load import load
from zaakwerk.demo.people import MEDEWERKERS
from zaakwerk.demo.zaaktypen import ZAAKTYPEN
from zaakwerk.documenten import queries as documenten
from zaakwerk.documenten.content import store
from zaakwerk.kader.controle import controleer
from zaakwerk.kader.queries import te_controleren
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor, Person
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.problems import Conflict

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def demo(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[str]]:
    """The demo municipality, loaded once for this file, its documents in a folder of their own."""
    folder = tmp_path_factory.mktemp("documenten")
    with django_db_blocker.unblock(), override_settings(DOCUMENTS_DIR=folder), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


def subjects(actor: Actor) -> set[str]:
    """What somebody sees, by omschrijving."""
    return set(queries.visible_to(actor).values_list("omschrijving", flat=True))


def seen_by(kind: str, number: str) -> set[str]:
    """What a citizen or company sees."""
    return subjects(Actor(person=Person(kind, number)))


def test_an_empty_database_gets_the_whole_municipality(demo: list[str]) -> None:
    by_type = Counter(Zaak.objects.values_list("zaaktype__identificatie", flat=True))
    assert by_type == {
        "KAPPEN": 7,
        "EVENEMENT": 5,
        "BRANDVEILIGHEID": 2,
        "PARKEREN": 6,
        "MELDING": 11,
        "SUBSIDIE": 6,
        "BEZWAAR": 4,
        "GEHEIMHOUDING": 3,
        "HUISHOUDEN": 4,
    }
    assert not ZaakType.objects.filter(concept=True).exists()
    assert Medewerker.objects.count() == 8


def test_the_frames_of_the_municipality_contradict_nothing_and_lead_to_their_end(demo: list[str]) -> None:
    zaaktypen = {found.pk: found.identificatie for found in ZaakType.objects.all()}
    checked = te_controleren(list(ZaakType.objects.all()))
    found = {zaaktypen[pk]: [fault.zin for fault in controleer(kader)] for pk, kader in checked.items()}
    assert found == {naam: [] for naam in zaaktypen.values()}


def test_every_open_zaak_offers_its_behandelaar_a_way_on_for_all_it_needs(demo: list[str]) -> None:
    teams = {found.omschrijving: found.verantwoordelijke.removeprefix("Team ") for found in ZAAKTYPEN}
    client, stuck = Client(), []
    for zaak in Zaak.objects.filter(einddatum=None).select_related("zaaktype"):
        team = teams[zaak.zaaktype.omschrijving]
        name = next((found.gebruikersnaam for found in MEDEWERKERS if found.team == team), "fatima")
        client.force_login(Medewerker.objects.get(username=name))
        shown = client.get(f"/werk/zaken/{zaak.uuid}/").context
        ways = [shown["actie"], *(need for need in shown["nodig"] if not need["klaar"])]
        stuck += [f"{zaak}: {way}" for way in ways if not way["url"]]
    assert stuck == []


def test_zaken_are_in_every_stage_today(demo: list[str]) -> None:
    today = clock.today()
    open_ones = Zaak.objects.filter(einddatum=None)
    ends = open_ones.values_list("uiterlijke_einddatum_afdoening", flat=True)
    terms = [(end - today).days for end in ends if end]
    assert len(terms) == open_ones.count() == 28
    assert any(days < 0 for days in terms), "nothing is late"
    assert any(0 <= days <= 3 for days in terms), "nothing is urgent"
    assert any(3 < days <= 14 for days in terms), "nothing asks attention"
    assert any(days > 21 for days in terms), "nothing has time"
    assert sum(bool(zaak.opschorting and zaak.opschorting["indicatie"]) for zaak in open_ones) == 3
    assert open_ones.filter(status=None).count() == 1
    assert open_ones.exclude(resultaat=None).exists(), "nothing is ready to be closed"
    assert Zaak.objects.exclude(hoofdzaak=None).count() == 2


def test_closed_zaken_know_when_they_are_destroyed_or_that_they_are_kept(demo: list[str]) -> None:
    closed = Zaak.objects.exclude(einddatum=None)
    assert closed.count() == 20
    assert closed.filter(archiefnominatie="blijvend_bewaren", archiefactiedatum=None).count() == 1
    destroyed = closed.filter(archiefnominatie="vernietigen")
    assert not destroyed.filter(archiefactiedatum=None).exists()
    assert destroyed.filter(archiefactiedatum__lte=clock.today()).count() == 2
    below = closed.get(omschrijving="Brandveiligheid bakkersmarkt")
    assert below.hoofdzaak is not None
    assert below.startdatum_bewaartermijn == below.hoofdzaak.einddatum


def test_every_resultaattype_says_where_retention_starts_and_where_it_comes_from(demo: list[str]) -> None:
    for resultaattype in ResultaatType.objects.all():
        assert resultaattype.archiefnominatie, resultaattype
        assert resultaattype.brondatum_archiefprocedure["afleidingswijze"], resultaattype
        assert resultaattype.selectielijstklasse.startswith("https://"), resultaattype


def test_every_step_has_words_for_the_person_concerned(demo: list[str]) -> None:
    for zaaktype in ZaakType.objects.prefetch_related("statustypen"):
        assert all(step.statustekst for step in zaaktype.statustypen.all()), zaaktype
        assert len(zaaktype.statustypen.all()) >= 3


def test_each_person_of_the_portal_sees_exactly_their_zaken(demo: list[str]) -> None:
    assert seen_by("bsn", "999993653") == {
        "Kappen van een zieke beuk, Lindelaan 12",
        "Kappen van een conifeer, Lindelaan 12",
        "Straatfeest Lindelaan",
        "Parkeervergunning Lindelaan 12",
        "Kapotte schommel in het Lindepark",
        "Groene gevels in de Lindelaan",
    }
    assert seen_by("bsn", "999990019") == {
        "Kappen van een scheve den, Kerkstraat 4",
        "Krakelingenfeest op het Marktplein",
        "Parkeervergunning Kerkstraat 4",
        "Scheve lantaarnpaal in de Kerkstraat",
        "Losse stoeptegel bij de kerk",
        "Gat in de haag van het kerkhof",
        "Boekenkastje bij de kerk",
        "Bezwaar tegen het kappen van de esdoorn, Havenkade 7",
        "Hulp na een operatie, Kerkstraat 4",
    }
    assert seen_by("kvk", "90001354") == {
        "Krakelingenfeest op het Marktplein",
        "Kerstconcert in de muziektent",
        "Bakkersmarkt met open ovenvuur",
        "Volle vuilnisbak op het Marktplein",
    }
    assert seen_by("kvk", "90001354") == seen_by("vestiging", "990000000015")


def test_what_is_confidential_or_without_status_stays_out_of_the_portal(demo: list[str]) -> None:
    assert "Afval gedumpt achter de sporthal" not in seen_by("rsin", "000050052")
    assert "Moestuin in het Beukenhof" not in seen_by("bsn", "999995017")


def test_every_account_can_be_resolved_and_sees_what_its_role_sees(demo: list[str]) -> None:
    for account in ACCOUNTS:
        if account.kind == "medewerker":
            medewerker = authenticate(username=account.nummer, password=account.wachtwoord)
            assert isinstance(medewerker, Medewerker), account
            assert str(medewerker) == account.naam
            if account.rol != "Beheerder":  # designs zaaktypen, reads no zaken
                assert len(subjects(actors.actor_of(medewerker))) == 48, account
        elif account.kind == "client":
            found = actors.find(account.nummer)
            assert found is not None
            assert (found.secret, found.actor.all_rights) == (account.wachtwoord, True)
        else:
            assert seen_by(account.kind, account.nummer), account
    text = "\n".join(demo)
    assert all(account.nummer in text for account in ACCOUNTS)


def test_the_history_of_a_zaak_names_who_did_what_and_when(demo: list[str]) -> None:
    zaak = Zaak.objects.get(omschrijving="Kappen van een esdoorn, Havenkade 7")
    lines = AuditRegel.objects.filter(hoofd_uuid=zaak.uuid).order_by("id")
    assert {line.gebruiker_weergave for line in lines} == {"", "Fatima el Amrani", "Lotte Visser"}
    moments = [line.aanmaakdatum for line in lines]
    assert moments == sorted(moments)
    assert clock.legal_date(moments[0]) == zaak.startdatum
    assert clock.legal_date(moments[-1]) == zaak.einddatum


def test_statussen_of_a_zaak_follow_the_frame_in_time(demo: list[str]) -> None:
    for zaak in Zaak.objects.exclude(status=None).select_related("status"):
        newest = zaak.statussen.aggregate(newest=Max("datum_status_gezet"))["newest"]
        assert zaak.status is not None
        assert zaak.status.datum_status_gezet == newest, zaak


def test_documents_have_content_and_the_portal_shows_only_what_is_finished(demo: list[str]) -> None:
    zaak = Zaak.objects.get(omschrijving="Kappen van een zieke beuk, Lindelaan 12")
    shown = documenten.portal_documents(zaak.uuid)
    titles = set(shown.values_list("laatste_versie__titel", flat=True))
    assert titles == {"Aanvraagformulier", "Ontvangstbevestiging", "Plattegrond van de tuin"}
    for document in documenten.documents():
        version = document.laatste_versie
        assert version is not None and version.inhoud is not None, document
        with store.open_content(version.inhoud) as content:
            head = content.read(8)
        assert head.startswith(b"%PDF-1.4") == (version.formaat == "application/pdf"), document


def test_every_decision_that_was_sent_is_registered_with_its_document_and_the_time_to_object(
    demo: list[str],
) -> None:
    besluiten = Besluit.objects.select_related("besluittype", "zaak")
    assert besluiten.count() == 14
    for besluit in besluiten:
        assert besluit.informatieobjecten.count() == 1, besluit
        last = reactiedatum("P6W", besluit.datum, None)
        assert last is not None and last >= besluit.datum + timedelta(weeks=6), besluit
        assert besluit.uiterlijke_reactiedatum == last, besluit
        assert besluit.zaak is not None and besluit.zaak.zaakbesluiten.count() == 1, besluit


def test_loading_twice_is_refused_and_changes_nothing(demo: list[str]) -> None:
    with pytest.raises(Conflict, match="staat al"):
        load()
    assert Zaak.objects.count() == 48
