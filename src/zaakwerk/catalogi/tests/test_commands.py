"""Commands as other rooms use them: typed values, types as themselves, and two writers at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from zaakwerk.catalogi import commands, scopes
from zaakwerk.catalogi.models import StatusType, ZaakType
from zaakwerk.catalogi.tests import builders
from zaakwerk.zgw.actors import SYSTEM, Actor, Grant
from zaakwerk.zgw.problems import Invalid

WRITERS = 4
WRITER = Actor(grants=(Grant("ztc", scopes.SCHRIJVEN),))


@pytest.mark.django_db
def test_types_are_named_by_giving_them() -> None:
    zaaktype = builders.make_bare_zaaktype(concept=True)
    foto = builders.make_informatieobjecttype(omschrijving="Foto")
    ziot = commands.CreateZiot(
        actor=SYSTEM, zaaktype=zaaktype, informatieobjecttype=foto, volgnummer=1, richting="inkomend"
    ).run()
    assert ziot.informatieobjecttype == "Foto"
    changed = commands.UpdateZaakType(
        actor=SYSTEM, instance=zaaktype, changes={"deelzaaktypen": [zaaktype], "doel": "Anders"}
    ).run()
    assert changed is zaaktype
    zaaktype.refresh_from_db()
    assert (zaaktype.deelzaaktypen, zaaktype.doel) == ([zaaktype.identificatie], "Anders")


@pytest.mark.django_db
def test_a_screen_can_ask_beforehand_why_something_cannot_be_done() -> None:
    published = builders.make_bare_zaaktype()
    found = commands.DestroyZaakType(actor=WRITER, instance=published).violations()
    assert [violation.code for violation in found] == ["non-concept-object"]
    assert commands.Publish(actor=SYSTEM, instance=published).violations() == []


def run_at_once(attempts: list[commands.Publish[ZaakType] | commands.CreateStatusType]) -> int:
    """Runs commands in as many threads, started together; how many were refused."""
    barrier = Barrier(len(attempts))

    def attempt(command: commands.Publish[ZaakType] | commands.CreateStatusType) -> bool:
        try:
            barrier.wait()
            command.run()
            return False
        except Invalid:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(len(attempts)) as pool:
        return sum(pool.map(attempt, attempts))


@pytest.mark.django_db(transaction=True)
def test_ztc_016_of_overlapping_versions_published_at_once_one_is_published() -> None:
    concepts = [
        builders.make_bare_zaaktype(identificatie="MOR", concept=True, begin_geldigheid=date(2024, month, 1))
        for month in range(1, WRITERS + 1)
    ]
    refused = run_at_once([commands.Publish(actor=SYSTEM, instance=concept) for concept in concepts])
    assert (refused, ZaakType.objects.filter(concept=False).count()) == (WRITERS - 1, 1)


@pytest.mark.django_db(transaction=True)
def test_gangbaar_of_equal_numbers_added_at_once_one_is_added() -> None:
    zaaktype = builders.make_bare_zaaktype(concept=True)
    attempts = [
        commands.CreateStatusType(
            actor=SYSTEM,
            zaaktype=ZaakType.objects.get(pk=zaaktype.pk),
            omschrijving="Ontvangen",
            volgnummer=1,
        )
        for _ in range(WRITERS)
    ]
    assert (run_at_once(list(attempts)), StatusType.objects.count()) == (WRITERS - 1, 1)


@pytest.mark.django_db(transaction=True)
def test_ztc_010_no_part_slips_in_while_its_zaaktype_is_published() -> None:
    for number in range(5):
        zaaktype = builders.make_bare_zaaktype(concept=True, identificatie=f"MOR-{number}")
        stale = ZaakType.objects.get(pk=zaaktype.pk)
        commands.Publish(actor=SYSTEM, instance=zaaktype).run()
        attempt = commands.CreateStatusType(actor=WRITER, zaaktype=stale, omschrijving="Laat", volgnummer=1)
        assert run_at_once([attempt]) == 1
    assert not StatusType.objects.exists()
