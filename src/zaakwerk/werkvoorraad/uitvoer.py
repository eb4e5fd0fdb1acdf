"""Uitvoer: zaken and taken as CSV, row by row, in the form Dutch spreadsheets open without questions."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext

from zaakwerk.kader.models import Taak
from zaakwerk.werkvoorraad.behandeling import MEDEWERKER, TEAM
from zaakwerk.werkvoorraad.rijen import people_of
from zaakwerk.werkvoorraad.werk import Item, Lijst
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock

# Excel reads UTF-8 only with a byte order mark, and expects semicolons where the comma is for decimals.
BOM = "\ufeff"
CHUNK = 500
# What a spreadsheet takes for the beginning of a formula.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")


class Line:
    """A file that keeps only what was written last: csv writes to it, we send it on."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        """Takes what csv made of a row."""
        self.text = text


def heading() -> list[str]:
    """The first row."""
    return [
        gettext("Zaaknummer"),
        gettext("Omschrijving"),
        gettext("Zaaktype"),
        gettext("Status"),
        gettext("Aanvrager"),
        gettext("Behandelaar"),
        gettext("Team"),
        gettext("Gestart"),
        gettext("Streefdatum"),
        gettext("Uiterste datum"),
        gettext("Afgehandeld"),
        gettext("Resultaat"),
    ]


def csv_of(found: QuerySet[Zaak]) -> Iterator[str]:
    """Zaken as text, a part at a time; memory holds one part, whatever the length."""
    related = ("zaaktype", "status__statustype", "resultaat__resultaattype")
    zaken = found.select_related(*related).iterator(chunk_size=CHUNK)
    return written(heading(), (rows_of(part) for part in chunks(zaken)))


def csv_of_work(lijst: Lijst) -> Iterator[str]:
    """A list of the worklist as text, its taken too: those tell in a last column what is asked."""
    return written([*heading(), gettext("Taak")], (rows_of(part) for part in lijst.parts(CHUNK)))


def written(head: list[str], parts: Iterable[Iterable[list[Any]]]) -> Iterator[str]:
    """A heading and rows as text, a part at a time."""
    line = Line()
    writer = csv.writer(line, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    yield BOM + line.text
    for part in parts:
        texts = []
        for values in part:
            writer.writerow([harmless(value) for value in values])
            texts.append(line.text)
        yield "".join(texts)


def rows_of(items: Sequence[Item]) -> Iterator[list[Any]]:
    """The rows of a part."""
    people = people_of([item.zaak if isinstance(item, Taak) else item for item in items])
    for item in items:
        if isinstance(item, Taak):
            yield taak_row(item, people[item.zaak_id])
        else:
            yield row(item, people[item.pk])


def chunks(zaken: Iterable[Zaak]) -> Iterator[Sequence[Zaak]]:
    """So many at a time."""
    source = iter(zaken)
    while part := list(islice(source, CHUNK)):
        yield part


def row(zaak: Zaak, people: dict[str, str]) -> list[Any]:
    """One zaak; dates as spreadsheets sort them."""
    resultaat = getattr(zaak, "resultaat", None)
    return [
        zaak.identificatie,
        zaak.omschrijving,
        zaak.zaaktype.omschrijving,
        zaak.status.statustype.omschrijving if zaak.status else "",
        people.get("initiator", ""),
        people.get(MEDEWERKER, ""),
        people.get(TEAM, ""),
        zaak.startdatum,
        zaak.einddatum_gepland,
        zaak.uiterlijke_einddatum_afdoening,
        zaak.einddatum,
        resultaat.resultaattype.omschrijving if resultaat else "",
    ]


def taak_row(taak: Taak, people: dict[str, str]) -> list[Any]:
    """One taak: its zaak, and its own people, dates and outcome."""
    zaak = taak.zaak
    return [
        zaak.identificatie,
        zaak.omschrijving,
        zaak.zaaktype.omschrijving,
        zaak.status.statustype.omschrijving if zaak.status else "",
        people.get("initiator", ""),
        taak.medewerker or "",
        taak.groep or "",
        clock.legal_date(taak.aangemaakt_op),
        None,
        taak.uiterlijk,
        clock.legal_date(taak.afgerond_op) if taak.afgerond_op else None,
        taak.uitkomst,
        taak.naam,
    ]


def harmless(value: Any) -> str:
    """Text that no spreadsheet runs: what looks like a formula is made text by an apostrophe."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(RISKY) else text
