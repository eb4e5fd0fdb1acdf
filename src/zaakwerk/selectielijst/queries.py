"""Answers what a selectielijst URL stands for, without the network; the facts lie in `data/`.

A reference is recognised in three forms: the public URL, our own URL as the register stores it (without
base), and the bare path of our own URL. Each table is read once, when first asked for.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar

from zaakwerk.selectielijst.records import PUBLIC_URL, Procestype, Resultaat, Resultaattypeomschrijving
from zaakwerk.zgw.links import BASE

OWN_PATH = "/selectielijst/api/v1/"
PREFIXES = (PUBLIC_URL, BASE + OWN_PATH, OWN_PATH)
VERVALLEN = "vervallen"

Record = TypeVar("Record", Procestype, Resultaat, Resultaattypeomschrijving)


def procestype(url: str) -> Procestype | None:
    """The procestype behind a URL; None when the selectielijst has none there (ztc-001)."""
    return _find(url, Procestype.PATH, procestypen())


def resultaat(url: str) -> Resultaat | None:
    """The resultaat behind a URL; None when the selectielijst has none there (ztc-002)."""
    return _find(url, Resultaat.PATH, resultaten())


def resultaattypeomschrijving(url: str) -> Resultaattypeomschrijving | None:
    """The resultaattypeomschrijving behind a URL; None when there is none (ztc-002)."""
    return _find(url, Resultaattypeomschrijving.PATH, resultaattypeomschrijvingen())


@cache
def procestypen() -> Mapping[str, Procestype]:
    """Every procestype by uuid, in order of year and number."""
    found = [
        Procestype(
            uuid=row[f"uuid_{jaar}"],
            jaar=jaar,
            nummer=int(row["nummer"]),
            naam=row["naam"],
            omschrijving=row["omschrijving"],
            procesobject=row["procesobject"],
            toelichting=row["toelichting"],
        )
        for row in _rows("procestypen.tsv")
        for jaar in (2017, 2020)
    ]
    return {record.uuid: record for record in sorted(found, key=lambda record: (record.jaar, record.nummer))}


@cache
def resultaten() -> Mapping[str, Resultaat]:
    """Every resultaat by uuid, in order of year, number and uuid."""
    by_number = {(record.jaar, str(record.nummer)): record for record in procestypen().values()}
    found = [
        Resultaat(
            uuid=row["uuid"],
            procestype=by_number[int(row["jaar"]), row["nummer"].partition(".")[0]],
            volledig_nummer=row["nummer"],
            naam=row["naam"],
            omschrijving=row["omschrijving"],
            waardering="" if row["waardering"] == VERVALLEN else row["waardering"],
            is_vervallen=row["waardering"] == VERVALLEN,
            procestermijn=row["procestermijn"],
            procestermijn_opmerking=row["procestermijn_opmerking"],
            bewaartermijn=row["bewaartermijn"],
            taakgebieden=frozenset(filter(None, row["taakgebieden"].split(","))),
            herkomst=row["herkomst"],
            toelichting=row["toelichting"],
        )
        for row in _rows("resultaten.tsv")
    ]
    found.sort(key=lambda record: (record.procestype.jaar, record.nummers, record.uuid))
    return {record.uuid: record for record in found}


@cache
def resultaattypeomschrijvingen() -> Mapping[str, Resultaattypeomschrijving]:
    """Every resultaattypeomschrijving by uuid, in alphabetical order."""
    found = (Resultaattypeomschrijving(**row) for row in _rows("resultaattypeomschrijvingen.tsv"))
    return {record.uuid: record for record in sorted(found, key=lambda record: record.omschrijving)}


def _find(url: str, path: str, table: Mapping[str, Record]) -> Record | None:
    for prefix in PREFIXES:
        if url.startswith(prefix):
            kind, _, uuid = url.removeprefix(prefix).partition("/")
            return table.get(uuid) if kind == path else None
    return None


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("zaakwerk.selectielijst").joinpath("data", name).read_text(encoding="utf-8")
    head, *lines = text.rstrip("\n").split("\n")
    columns = head.split("\t")
    for line in lines:
        yield dict(zip(columns, line.split("\t"), strict=True))
