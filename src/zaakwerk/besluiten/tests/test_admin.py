"""The operators' admin of besluiten: pages open, and nothing can be changed there."""

import pytest
from django.urls import reverse

from zaakwerk.besluiten.models import Besluit, BesluitInformatieObject
from zaakwerk.besluiten.tests.world import BesluitWorld
from zaakwerk.zgw.tests.test_admin import operator

pytestmark = pytest.mark.django_db


def test_besluiten_are_only_for_looking() -> None:
    world = BesluitWorld()
    besluit = world.besluit(world.zaak())
    world.lay_down(besluit)
    client = operator()
    for row in (Besluit.objects.get(), BesluitInformatieObject.objects.get()):
        name = f"admin:besluiten_{row._meta.model_name}"
        assert client.get(reverse(f"{name}_changelist"), {"q": besluit["identificatie"]}).status_code == 200
        assert client.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200
        assert client.post(reverse(f"{name}_change", args=[row.pk]), {}).status_code == 403
        assert client.post(reverse(f"{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403
    assert Besluit.objects.count() == 1
