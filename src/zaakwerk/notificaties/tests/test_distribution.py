"""Distribution: each message to whoever wants it, once, and never twice."""

from typing import Any

import pytest

from zaakwerk.notificaties.distribution import distribute
from zaakwerk.notificaties.models import Aflevering
from zaakwerk.notificaties.queries import is_wanted
from zaakwerk.notificaties.tests.outbox import publish, subscribe
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.models import Bericht

pytestmark = pytest.mark.django_db

PATH = "/catalogi/api/v1/zaaktypen/5d4a4b4e-8f3b-4f0c-9d3e-0a8f4c4f2a11"
KENMERKEN = {"zaaktype": BASE + PATH, "bronorganisatie": "000000000"}


@pytest.mark.parametrize(
    ("kanalen", "wanted"),
    [
        ([{"naam": "zaken", "filters": {}}], True),
        ([{"naam": "documenten", "filters": {}}], False),
        ([], False),
        ([{"naam": "zaken", "filters": {"zaaktype": BASE + PATH}}], True),
        ([{"naam": "zaken", "filters": {"zaaktype": f"{BASE}/anders"}}], False),
        ([{"naam": "zaken", "filters": {"zaaktype": "*"}}], True),
        ([{"naam": "zaken", "filters": {"zaaktype": "*", "bronorganisatie": "111111110"}}], False),
        ([{"naam": "zaken", "filters": {"zaaktype": BASE + PATH, "bronorganisatie": "000000000"}}], True),
        ([{"naam": "zaken", "filters": {"kleur": "*"}}], True),
        ([{"naam": "zaken", "filters": {"kleur": "blauw"}}], False),
        ([{"naam": "documenten", "filters": {}}, {"naam": "zaken", "filters": {"zaaktype": "*"}}], True),
    ],
)
def test_a_message_passes_when_one_group_has_its_channel_and_every_filter_holds(
    kanalen: list[dict[str, Any]], wanted: bool
) -> None:
    assert is_wanted(kanalen, "zaken", KENMERKEN) is wanted


def test_names_count_in_either_spelling_and_links_with_or_without_base() -> None:
    camel = [{"naam": "besluiten", "filters": {"verantwoordelijkeOrganisatie": "123"}}]
    assert is_wanted(camel, "besluiten", {"verantwoordelijke_organisatie": "123"})
    ours = [{"naam": "zaken", "filters": {"zaaktype": BASE + PATH}}]
    assert is_wanted(ours, "zaken", {"zaaktype": f"http://localhost{PATH}"})
    assert not is_wanted(ours, "zaken", {"zaaktype": f"https://elders.example.nl{PATH}"})


def test_each_abonnement_gets_a_message_once_even_when_two_groups_fit() -> None:
    wide, other = subscribe("http://a"), subscribe("http://b", "documenten")
    wide.kanalen = [*wide.kanalen, *wide.kanalen]
    wide.save()
    bericht = publish()
    assert distribute() == {wide.pk}
    assert [(row.bericht_id, row.abonnement_id) for row in Aflevering.objects.all()] == [
        (bericht.pk, wide.pk)
    ]
    assert not other.afleveringen.exists()


def test_what_is_distributed_is_not_distributed_again() -> None:
    subscribe("http://a")
    for number in range(450):
        publish(number=number)
    distribute()
    assert distribute() == set()
    rows = list(Aflevering.objects.order_by("id").values_list("bericht_id", flat=True))
    assert rows == sorted(rows) and len(rows) == 450
    assert not Bericht.objects.filter(is_verdeeld=False).exists()


def test_a_message_nobody_wants_is_done_with() -> None:
    publish()
    assert distribute() == set()
    assert Bericht.objects.get().is_verdeeld


def test_an_idle_outbox_costs_one_statement(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        distribute()
