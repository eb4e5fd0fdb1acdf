"""Identificaties: given in order or chosen by the client, never twice, also by writers at the same moment."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from zaakwerk.catalogi.tests.builders import make_informatieobjecttype
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.documenten.tests.builders import make_document
from zaakwerk.zgw import clock
from zaakwerk.zgw.problems import Invalid

pytestmark = pytest.mark.django_db


def at_once(writers: int, work: Callable[[], None]) -> None:
    """Does the work in threads, each with a connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_an_identificatie_is_given_in_order_and_skips_what_is_taken() -> None:
    jaar = clock.today().year
    make_document(identificatie=f"DOCUMENT-{jaar}-0000000002")
    given = [make_document().identificatie for _ in range(2)]
    assert given == [f"DOCUMENT-{jaar}-0000000001", f"DOCUMENT-{jaar}-0000000003"]


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_moment_get_different_numbers() -> None:
    found = make_informatieobjecttype()
    given: list[str] = []

    def register() -> None:
        given.extend(make_document(informatieobjecttype=found).identificatie for _ in range(4))

    at_once(4, register)
    assert len(given) == len(set(given)) == 16
    assert EnkelvoudigInformatieObject.objects.count() == 16


@pytest.mark.django_db(transaction=True)
def test_gangbaar_of_writers_at_the_same_moment_one_gets_the_identificatie() -> None:
    found = make_informatieobjecttype()
    codes: list[str] = []

    def register() -> None:
        try:
            make_document(informatieobjecttype=found, identificatie="B-1")
            codes.append("gelukt")
        except Invalid as refused:
            codes.extend(violation.code for violation in refused.violations)

    at_once(4, register)
    assert sorted(codes) == ["gelukt", *["identificatie-niet-uniek"] * 3]
