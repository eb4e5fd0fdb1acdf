"""A batch writes the same rows, audit lines and messages as the same commands one by one."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import models, transaction

from zaakwerk.invoer.xes.catalogus import TypeMaker, Types
from zaakwerk.invoer.xes.loading import ACTOR, RSIN
from zaakwerk.invoer.xes.plan import ZaakPlan, plan_log, plan_zaak
from zaakwerk.invoer.xes.reader import read_cases
from zaakwerk.invoer.xes.register import Writer
from zaakwerk.invoer.xes.tests import one_by_one
from zaakwerk.invoer.xes.tests.logs import RECEIPT, case, event, log, needs_receipt, read
from zaakwerk.zaken.models import Resultaat, Rol, Status, Zaak, ZaakEigenschap
from zaakwerk.zgw.models import AuditRegel, Bericht
from zaakwerk.zgw.problems import Invalid

NOW = datetime(2025, 1, 1, tzinfo=UTC)
OTHER_RSIN = "000060033"
MONDAY, TUESDAY, FRIDAY = (f"2024-03-0{day}T09:00:00.125+01:00" for day in (4, 5, 8))
CASES = read(
    log(
        case(
            "A-1",
            [event("B", MONDAY, "Ans"), event("A", TUESDAY, "Wim"), event("B", FRIDAY, "Ans")],
            channel="Balie",
        ),
        case("A-2", [event("A", MONDAY, "")], enddate=TUESDAY, department="Bouw", startdate=MONDAY),
        case(
            "A-3",
            [event("A", MONDAY), event("B", MONDAY)],
            enddate=MONDAY,
            deadline=FRIDAY,
            enddate_planned=FRIDAY,
        ),
        case("A-4", startdate=MONDAY, enddate=FRIDAY),
        case("A-5", startdate=MONDAY),
    )
)
PARTS: tuple[type[models.Model], ...] = (Zaak, ZaakEigenschap, Rol, Status, Resultaat)
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
pytestmark = pytest.mark.django_db


@pytest.fixture
def types() -> Types:
    """The types for the hand-made cases."""
    return TypeMaker(ACTOR, False).ensure(plan_log(CASES, NOW), "proef", RSIN, "PROEF")


def in_batch(writer: Writer, plans: list[ZaakPlan]) -> None:
    """Write as the import does."""
    with transaction.atomic():
        writer.write(plans)


def picture(rsin: str) -> dict[str, list[Any]]:
    """Everything written for the zaken of an organisation; names for keys, and not when it was written.

    Rows of one kind come per zaak, in the order in which they were written.
    """
    zaken = Zaak.objects.filter(bronorganisatie=rsin)
    names = {str(zaak.uuid): zaak.identificatie for zaak in zaken}
    found: dict[str, list[Any]] = {}
    for model in PARTS:
        mine = {"bronorganisatie": rsin} if model is Zaak else {"zaak__bronorganisatie": rsin}
        rows = list(model._default_manager.filter(**mine).order_by("pk"))
        by_zaak: list[Any] = sorted(rows, key=lambda row: str(getattr(row, "zaak", row)))
        for number, row in enumerate(by_zaak):
            names.setdefault(str(row.uuid), f"{model.__name__} {number}")
        found[model.__name__] = [columns(row) for row in by_zaak]
    lines = AuditRegel.objects.filter(hoofd_uuid__in=zaken.values("uuid")).order_by("id")
    found["AuditRegel"] = per_zaak(lines, names)
    found["Bericht"] = per_zaak(Bericht.objects.filter(kanaal="zaken").order_by("id"), names)
    return found


def columns(row: models.Model) -> dict[str, Any]:
    """The values of a row; a foreign key to another part as the text of that part."""
    skipped = {"id", "uuid", "bronorganisatie", "verantwoordelijke_organisatie"}
    skipped |= {"registratiedatum"} if isinstance(row, Rol) else set()
    return {
        field.name: str(value) if isinstance(value := getattr(row, field.name), models.Model) else value
        for field in row._meta.concrete_fields
        if field.name not in skipped
    }


def per_zaak(rows: Iterable[Any], names: dict[str, str]) -> list[dict[str, str]]:
    """Lines or messages about the named zaken, each zaak's together, uuids replaced by names."""
    pictured = []
    for row in rows:
        if not any(uuid in names for uuid in UUID.findall(row.hoofd_object)):
            continue
        values = {f.name: str(getattr(row, f.name)) for f in row._meta.concrete_fields}
        shown = {
            key: named(value, names)
            for key, value in values.items()
            if key not in ("id", "uuid", "aanmaakdatum")
        }
        pictured.append(shown)
    return sorted(pictured, key=lambda shown: shown["hoofd_object"])


def named(text: str, names: dict[str, str]) -> str:
    """A text in which uuid, organisation and moment of registration are the same for every import."""
    text = UUID.sub(lambda found: names.get(found[0], found[0]), text)
    text = text.replace(OTHER_RSIN, RSIN)
    return re.sub(r'"registratiedatum":"[^"]*T[^"]*"', '"registratiedatum":"toen"', text)


@pytest.mark.parametrize("notify", [True, False])
def test_a_batch_writes_what_the_commands_write_one_by_one(types: Types, notify: bool) -> None:
    plans = [plan_zaak(found) for found in CASES]
    in_batch(Writer(types, RSIN, ACTOR, notify), plans)
    one_by_one.write(Writer(types, OTHER_RSIN, ACTOR, notify), plans)
    batch, slow = picture(RSIN), picture(OTHER_RSIN)
    for kind in batch:
        if kind == "Bericht" and not notify:
            assert batch[kind] == []
        else:
            assert batch[kind] == slow[kind], kind
    assert len(batch["Zaak"]) == 5
    assert len(batch["Status"]) == 9
    assert len(batch["AuditRegel"]) == 5 + len(batch["ZaakEigenschap"]) + len(batch["Rol"]) + 9 + 3 + 3


def test_closing_in_a_batch_derives_the_archive_date(types: Types) -> None:
    in_batch(Writer(types, RSIN, ACTOR, False), [plan_zaak(CASES[1])])
    zaak = Zaak.objects.get(identificatie="A-2")
    assert zaak.einddatum is not None
    assert (zaak.archiefnominatie, zaak.startdatum_bewaartermijn) == ("vernietigen", zaak.einddatum)
    assert zaak.archiefactiedatum == zaak.einddatum.replace(year=zaak.einddatum.year + 5)


def test_a_batch_with_one_zaak_the_rules_refuse_writes_nothing(types: Types) -> None:
    good = plan_zaak(CASES[0])
    early = replace(good, identificatie="A-6", startdatum=NOW.date())
    with pytest.raises(Invalid, match="startdatum"):
        in_batch(Writer(types, RSIN, ACTOR, False), [good, early])
    assert not Zaak.objects.exists()
    assert not AuditRegel.objects.filter(bron="zrc").exists()


@needs_receipt
def test_the_first_zaken_of_the_real_log_are_the_same_one_by_one() -> None:
    with RECEIPT.open("rb") as stream:
        cases = list(read_cases(stream))
    types = TypeMaker(ACTOR, False).ensure(plan_log(cases, NOW), "receipt", RSIN, "PROEF")
    plans = [plan_zaak(found) for found in cases[:20]]
    in_batch(Writer(types, RSIN, ACTOR, True), plans)
    one_by_one.write(Writer(types, OTHER_RSIN, ACTOR, True), plans)
    assert {**picture(RSIN), "Bericht": []} == {**picture(OTHER_RSIN), "Bericht": []}
