"""Queries: what other rooms ask of a zaaktype."""

from datetime import date

import pytest

from zaakwerk.catalogi import queries
from zaakwerk.catalogi.tests import builders

pytestmark = pytest.mark.django_db


def test_the_frame_is_in_order_and_its_last_step_closes_a_zaak() -> None:
    zaaktype = builders.make_bare_zaaktype()
    last = builders.make_statustype(zaaktype, 30, "Afgehandeld")
    first = builders.make_statustype(zaaktype, 10, "Ontvangen")
    builders.make_statustype(builders.make_bare_zaaktype(), 99, "Van een ander zaaktype")
    assert list(queries.statustypen_of(zaaktype)) == [first, last]
    assert queries.eindstatustype(zaaktype) == last
    assert [queries.is_eindstatus(step) for step in (first, last)] == [False, True]


def test_a_zaaktype_without_steps_has_no_eindstatus() -> None:
    assert queries.eindstatustype(builders.make_bare_zaaktype()) is None


def test_documents_belong_to_a_zaaktype_by_name() -> None:
    zaaktype = builders.make_zaaktype()
    assert queries.informatieobjecttype_allowed(zaaktype, "Bijlage")
    assert not queries.informatieobjecttype_allowed(zaaktype, "Brief")
    assert not queries.informatieobjecttype_allowed(builders.make_bare_zaaktype(), "Bijlage")


def test_informatieobjecttypen_of_a_zaaktype_are_the_published_versions_of_a_day() -> None:
    zaaktype = builders.make_bare_zaaktype()
    old = builders.make_informatieobjecttype(
        begin_geldigheid=date(2020, 1, 1), einde_geldigheid=date(2023, 12, 31)
    )
    new = builders.make_informatieobjecttype(begin_geldigheid=date(2024, 1, 1))
    builders.make_informatieobjecttype(begin_geldigheid=date(2024, 1, 1), concept=True)
    builders.make_informatieobjecttype(catalogus=builders.make_catalogus(domein="ANDER"))
    builders.relate_informatieobjecttype(zaaktype, old)
    assert list(queries.informatieobjecttypen_of(zaaktype, date(2023, 12, 31))) == [old]
    assert list(queries.informatieobjecttypen_of(zaaktype, date(2024, 1, 1))) == [new]
    assert list(queries.informatieobjecttypen_of(zaaktype, date(2019, 12, 31))) == []
