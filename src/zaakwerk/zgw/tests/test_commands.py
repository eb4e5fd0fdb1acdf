"""Commands beside other writers: what is gone when it counts is a plain refusal."""

from dataclasses import dataclass
from typing import Any

import pytest

from zaakwerk.zaken.models import Zaak, ZaakInformatieObject
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.commands import Command
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import Conflict

NOBODY = 2**31 - 1


@dataclass(frozen=True, kw_only=True)
class LinkTooLate(Command[Any]):
    """Links a document that was destroyed after its URL was read."""

    zaak: Any

    def authorise(self) -> None:
        """Anybody may, here."""

    def apply(self, journal: Journal) -> Any:
        zio = ZaakInformatieObject(
            zaak_id=self.zaak, informatieobject_id=NOBODY, registratiedatum=clock.now()
        )
        zio.save(force_insert=True)
        return zio


@pytest.mark.django_db(transaction=True)
def test_what_points_at_an_object_that_another_writer_destroyed_is_a_conflict() -> None:
    zaak = World().zaak()
    command = LinkTooLate(actor=SYSTEM, zaak=Zaak.objects.get(uuid=zaak["uuid"]).pk)
    with pytest.raises(Conflict, match="intussen verwijderd"):
        command.run()
    assert not ZaakInformatieObject.objects.exists()
