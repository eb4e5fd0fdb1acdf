"""The facts of zaken: every kind of thing a step can ask for, and a number of statements that never grows."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zaakwerk.catalogi.commands import NewVersion
from zaakwerk.documenten.models import EnkelvoudigInformatieObjectVersie
from zaakwerk.kader import queries
from zaakwerk.kader.models import ChecklistAntwoord, Overgang, Taak
from zaakwerk.kader.tests.wereld import MOMENT, KaderWereld, medewerker
from zaakwerk.kader.vragen import inrichtingen
from zaakwerk.zaken.models import Zaak, ZaakEigenschap, ZaakObject
from zaakwerk.zaken.tests.world import url
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import SYSTEM, Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> KaderWereld:
    return KaderWereld()


def lacking(zaak: Zaak) -> dict[str, str]:
    """What is missing for the next step: kind and name."""
    volgende = queries.stand_of(zaak).volgende
    assert volgende is not None
    return {reden.soort: reden.over for reden in volgende.redenen}


def test_a_step_asks_all_that_the_zaaktype_says(world: KaderWereld) -> None:
    zaak = world.begin()
    assert lacking(zaak) == {
        "eigenschap": "bouwkosten",
        "document": "Advies",
        "checklist": "Compleet",
        "zaakobject": "De boom",
        "taak": "Bezoek",
    }


def fill(world: KaderWereld, zaak: Zaak) -> None:
    """All that the next step asks for."""
    ZaakEigenschap.objects.create(zaak=zaak, eigenschap=world.eigenschap, naam="bouwkosten", waarde="1")
    world.link(world.wire(zaak), document(world))
    ZaakObject.objects.create(zaak=zaak, object_type="overige", zaakobjecttype=url(world.objecttype))
    Taak.objects.create(zaak=zaak, naam="Bezoek", aangemaakt_op=MOMENT, afgerond_op=MOMENT)
    ChecklistAntwoord.objects.create(
        zaak=zaak, stap="In behandeling", itemnaam="Compleet", antwoord="ja", beantwoord_op=MOMENT
    )


def document(world: KaderWereld, **dates: Any) -> Any:
    """A document of the kind Advies, with dates in its version."""
    made = world.document(soort="Advies")
    made.laatste_versie = EnkelvoudigInformatieObjectVersie.objects.create(
        document=made,
        versie=1,
        begin_registratie=MOMENT,
        informatieobjecttype=made.informatieobjecttype,
        vertrouwelijkheidaanduiding=2,
        creatiedatum=clock.today(),
        titel="Advies",
        auteur="A",
        taal="nld",
        **dates,
    )
    made.save()
    return made


def test_what_is_there_is_asked_no_more(world: KaderWereld) -> None:
    zaak = world.begin()
    fill(world, zaak)
    assert lacking(zaak) == {}
    stand = queries.stand_of(zaak)
    assert stand.primair is not None and stand.primair.soort == "stap"
    assert {eis.soort for eis in stand.nodig} >= {"eigenschap", "document", "checklist", "taak"}


def test_a_document_that_went_the_other_way_does_not_count(world: KaderWereld) -> None:
    zaak = world.begin()
    world.link(world.wire(zaak), document(world, verzenddatum=clock.today()))
    assert "document" in lacking(zaak)
    world.link(world.wire(zaak), document(world, ontvangstdatum=clock.today()))
    assert "document" not in lacking(zaak)


def test_an_object_counts_by_what_the_relation_is_called(world: KaderWereld) -> None:
    zaak = world.begin()
    ZaakObject.objects.create(zaak=zaak, object_type="overige", relatieomschrijving="De boom")
    assert "zaakobject" not in lacking(zaak)


def test_a_mandatory_task_is_done_before_its_step(world: KaderWereld) -> None:
    zaak = world.begin()
    fill(world, zaak)
    taak = Taak.objects.create(
        zaak=zaak, naam="Bellen", aangemaakt_op=MOMENT, verplicht_voor="In behandeling"
    )
    assert lacking(zaak) == {"taak": "Bellen"}
    taak.afgerond_op = MOMENT
    taak.save()
    assert lacking(zaak) == {}


def test_zrc_007_deelzaken_are_done_before_their_step_and_before_closing(world: KaderWereld) -> None:
    zaak = world.begin()
    fill(world, zaak)
    deelzaak = world.zaak(hoofdzaak=url(zaak))
    assert lacking(zaak) == {"deelzaak": deelzaak["identificatie"]}
    assert deelzaak["identificatie"] in {
        reden.over for reden in queries.stand_of(zaak).keuzes[-1].redenen if reden.soort == "deelzaak"
    }
    world.close(deelzaak)
    assert lacking(zaak) == {}


def test_zrc_007_documents_in_the_way_of_closing_are_named_once(world: KaderWereld) -> None:
    zaak = world.begin()
    world.link(world.wire(zaak), world.document(indicatie_gebruiksrecht=None, lock="abc"))
    breaking = queries.stand_of(zaak).keuze("afbreken:3")
    assert breaking is not None
    assert [reden.soort for reden in breaking.redenen] == ["gebruiksrecht", "bewerking", "resultaat"]


def test_an_outcome_asks_its_documents_and_besluiten(world: KaderWereld) -> None:
    world.resultaattype.informatieobjecttypen, world.resultaattype.besluittypen = ["Advies"], ["Vergunning"]
    world.resultaattype.save()
    zaak = world.begin()
    (outcome,) = queries.stand_of(zaak).uitkomsten
    assert [reden.soort for reden in outcome.redenen] == ["document", "besluit"]
    world.link(world.wire(zaak), document(world))
    (outcome,) = queries.stand_of(zaak).uitkomsten
    assert [reden.soort for reden in outcome.redenen] == ["besluit"]


def test_who_may_is_told_per_actor(world: KaderWereld) -> None:
    zaak, actor = world.begin(), medewerker()
    Overgang.objects.create(
        zaaktype=world.zaaktype, van="Ontvangen", naar="In behandeling", soort="volgend", rol="behandelaar"
    )
    assert "rol" in {reden.soort for reden in queries.stand_of(zaak, actor).keuzes[0].redenen}
    world.make_rol_of(zaak, actor, world.behandelaar)
    assert "rol" not in {reden.soort for reden in queries.stand_of(zaak, actor).keuzes[0].redenen}
    outsider = queries.stand_of(zaak, Actor(gebruiker_id="x"))
    assert outsider.primair is not None and not outsider.primair.is_toegestaan


def test_zrc_008_a_closed_zaak_can_only_be_reopened_by_who_may(world: KaderWereld) -> None:
    made = world.zaak()
    world.close(made)
    zaak = Zaak.objects.get(uuid=made["uuid"])
    stand = queries.stand_of(zaak, medewerker())
    assert {keuze.soort for keuze in stand.keuzes} == {"heropenen"}
    assert {reden.soort for keuze in stand.keuzes for reden in keuze.redenen} == {"recht"}


def test_a_new_version_of_a_zaaktype_takes_its_frame_along(world: KaderWereld) -> None:
    Overgang.objects.create(zaaktype=world.zaaktype, van="Ontvangen", naar="In behandeling", soort="volgend")
    new: Any = NewVersion(actor=SYSTEM, instance=world.zaaktype, begin_geldigheid=date(2030, 1, 1)).run()
    found = inrichtingen({world.zaaktype.pk, new.pk})
    assert found[new.pk].pijlen == found[world.zaaktype.pk].pijlen != ()
    assert [stap.naam for stap in found[new.pk].stappen] == [step.omschrijving for step in world.steps]
    assert len(found[new.pk].stappen[1].vragen) == len(found[world.zaaktype.pk].stappen[1].vragen) == 7


def statements(call: Any) -> int:
    with CaptureQueriesContext(connection) as captured:
        call()
    return len(captured)


def test_fifty_zaken_cost_as_many_statements_as_one(world: KaderWereld) -> None:
    actor = medewerker()
    fill(world, world.begin())
    other = KaderWereld(api=world.api)
    for _ in range(24):
        fill(world, world.begin(hoofdzaak=url(world.begin())))
        other.begin()
    zaken = list(Zaak.objects.order_by("id"))
    one = statements(lambda: queries.stand_of(Zaak.objects.get(pk=zaken[0].pk), actor))
    many = statements(lambda: queries.standen_of(list(Zaak.objects.all()), actor))
    assert len(zaken) > 50
    assert many == one <= 22
    assert len(queries.standen_of(zaken)) == len(zaken)
    assert queries.standen_of([]) == {}
