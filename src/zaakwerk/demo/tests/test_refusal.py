"""The demo municipality mixes with nothing: a database in use is refused with one sentence."""

from datetime import date

import pytest

from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.catalogi.tests.builders import make_zaaktype
from zaakwerk.demo.load import load
from zaakwerk.zaken.commands import CreateZaak
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.problems import Conflict


@pytest.mark.django_db
def test_a_database_with_another_zaak_is_refused() -> None:
    CreateZaak(
        actor=SYSTEM,
        zaaktype=make_zaaktype(),
        bronorganisatie="123456782",
        verantwoordelijke_organisatie="123456782",
        startdatum=date(2026, 1, 5),
    ).run()
    with pytest.raises(Conflict, match="bevat al zaken"):
        load()
    assert Medewerker.objects.count() == 0
