"""Answers what a selectielijst URL stands for, without the network; facts in `data/`, a fresh copy over them.

A reference is recognised in three forms: the public URL, our own URL as the register stores it (without
base), and the bare path of our own URL; the addresses of a fresh copy count as well.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import TypeVar

from zaakwerk.selectielijst import kopie
from zaakwerk.selectielijst.kopie import Kopie
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


def procestypen() -> Mapping[str, Procestype]:
    """Every procestype by uuid, in order of year and number."""
    return _tables(kopie.stamp()).procestypen


def resultaten() -> Mapping[str, Resultaat]:
    """Every resultaat by uuid, in order of year, number and uuid."""
    return _tables(kopie.stamp()).resultaten


def resultaattypeomschrijvingen() -> Mapping[str, Resultaattypeomschrijving]:
    """Every resultaattypeomschrijving by uuid, in alphabetical order."""
    return _tables(kopie.stamp()).omschrijvingen


def load(source: str) -> Kopie:
    """Takes a fresh copy from a file or URL, which counts from now on; raises Invalid."""
    return kopie.load(source, _built_in_procestypen())


@lru_cache(maxsize=2)
def _tables(stamp: kopie.Stamp | None) -> Kopie:
    """The built-in facts with the kept copy over them; in fixed order."""
    built_in = _built_in_procestypen()
    fresh = kopie.kept(built_in) if stamp else kopie.EMPTY
    procestypen = {**built_in, **fresh.procestypen}
    resultaten = {**_by_uuid(_built_in_resultaten(procestypen)), **fresh.resultaten}
    omschrijvingen = {**_by_uuid(_built_in_omschrijvingen()), **fresh.omschrijvingen}
    return Kopie(
        _by_uuid(sorted(procestypen.values(), key=lambda found: (found.jaar, found.nummer, found.uuid))),
        _by_uuid(
            sorted(resultaten.values(), key=lambda found: (found.procestype.jaar, found.nummers, found.uuid))
        ),
        _by_uuid(sorted(omschrijvingen.values(), key=lambda found: found.omschrijving)),
        fresh.bases,
    )


def _by_uuid(records: Iterable[Record]) -> dict[str, Record]:
    return {record.uuid: record for record in records}


@cache
def _built_in_procestypen() -> Mapping[str, Procestype]:
    return _by_uuid(
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
    )


def _built_in_resultaten(procestypen: Mapping[str, Procestype]) -> Iterator[Resultaat]:
    """The built-in resultaten, of the procestypen as they are now."""
    by_number = {
        (record.jaar, str(record.nummer)): procestypen[uuid]
        for uuid, record in _built_in_procestypen().items()
    }
    for row in _rows("resultaten.tsv"):
        yield Resultaat(
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


def _built_in_omschrijvingen() -> Iterator[Resultaattypeomschrijving]:
    return (Resultaattypeomschrijving(**row) for row in _rows("resultaattypeomschrijvingen.tsv"))


def _find(url: str, path: str, table: Mapping[str, Record]) -> Record | None:
    for prefix in (*PREFIXES, *_tables(kopie.stamp()).bases):
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
