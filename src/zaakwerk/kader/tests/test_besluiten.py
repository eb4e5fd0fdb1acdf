"""An outcome that asks a besluit is met by a besluit of that kind in the zaak."""

from typing import Any

import pytest

from zaakwerk.kader import queries
from zaakwerk.zaken.models import Zaak

# The room of besluiten stands below this one and may be absent; then no zaak has a besluit.
besluiten = pytest.importorskip("zaakwerk.besluiten.tests.world")


@pytest.mark.django_db
def test_kader_a_besluit_counts_by_its_kind() -> None:
    world: Any = besluiten.BesluitWorld()
    world.make_besluittype("Ontheffing")
    world.resultaattype.besluittypen = ["Vergunning", "Ontheffing"]
    world.resultaattype.save()
    made = world.zaak()
    world.besluit(made)
    (outcome,) = queries.stand_of(Zaak.objects.get(uuid=made["uuid"])).uitkomsten
    assert [reden.over for reden in outcome.redenen] == ["Ontheffing"]
