"""Zoektekst: the words by which a zaak is found, kept in the transaction of every change of it or its people.

One row per zaak holds its own texts and the names of its betrokkenen, so that one look finds "dakkapel de
wit", and what was destroyed is found no more. Personal numbers are not in it: they have columns of their own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

import msgspec

from zaakwerk.werkvoorraad.behandeling import MEDEWERKER, TEAM
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.namen import known_name
from zaakwerk.zgw.fulltext import Index
from zaakwerk.zgw.journal import Entry, Journal

INDEX = Index("werkvoorraad_zoektekst", words=("omschrijving", "toelichting"), names=("nummers", "namen"))
# What of a zaak is in the index, by its key on the wire.
TEXTS = ("identificatie", "omschrijving", "toelichting", "kenmerken")
# Employees and teams are behandelaars: they are found by facet, or every zaak of theirs would be in the way.
OWN_PEOPLE = (MEDEWERKER, TEAM)
CHUNK = 500


def follow(journal: Journal, moment: datetime) -> None:
    """Keeps the index beside what a command changed; no statement where no text changed."""
    zaken, gone, people = {}, set(), set()
    for entry in journal.entries:
        if isinstance(entry.instance, Zaak):
            if entry.actie == "destroy":
                gone.add(entry.instance.pk)
            elif has_other_texts(entry):
                zaken[entry.instance.pk] = texts_of(entry.instance)
        elif isinstance(entry.instance, Rol) and entry.instance.betrokkene_type not in OWN_PEOPLE:
            people.add(entry.instance.zaak_id)
    INDEX.put_many(zaken)
    if people - gone:
        INDEX.put_many(names_by_zaak(people - gone))
    INDEX.remove(gone)


def has_other_texts(entry: Entry) -> bool:
    """Whether an entry changes what is in the index."""
    if not entry.oud:
        return True
    was, becomes = msgspec.json.decode(entry.oud), msgspec.json.decode(entry.nieuw)
    return any(was.get(key) != becomes.get(key) for key in TEXTS)


def texts_of(zaak: Any) -> dict[str, str]:
    """The own texts of a zaak, by column."""
    kenmerken = " ".join(str(found.get("kenmerk", "")) for found in zaak.kenmerken)
    return {
        "omschrijving": zaak.omschrijving,
        "toelichting": zaak.toelichting,
        "nummers": f"{zaak.identificatie} {short_numbers(zaak.identificatie)} {kenmerken}",
    }


def short_numbers(identificatie: str) -> str:
    """The numbers in a zaaknummer without the zeros before them, as people say them."""
    return " ".join(found.lstrip("0") for found in re.findall(r"\d+", identificatie))


def names_by_zaak(pks: Iterable[int], model: Any = Rol) -> dict[int, dict[str, str]]:
    """The names of the betrokkenen of each of these zaken; one statement."""
    names: dict[int, list[str]] = defaultdict(list)
    wanted = list(pks)
    for rol in model.objects.filter(zaak__in=wanted).exclude(betrokkene_type__in=OWN_PEOPLE):
        names[rol.zaak_id] += [rol.afwijkende_naam_betrokkene, known_name(rol)]
    return {pk: {"namen": " ".join(filter(None, names[pk]))} for pk in wanted}


def fill(zaken: Any = Zaak, rollen: Any = Rol) -> None:
    """The rows of every zaak, a part at a time; for a register older than the index or loaded in bulk."""
    source = iter(zaken.objects.order_by("pk").iterator(chunk_size=CHUNK))
    while part := list(islice(source, CHUNK)):
        INDEX.put_many(with_names(part, names_by_zaak([zaak.pk for zaak in part], rollen)))


def with_names(part: Sequence[Any], names: Mapping[int, Mapping[str, str]]) -> dict[int, dict[str, str]]:
    """Texts and names of each zaak."""
    return {zaak.pk: {**texts_of(zaak), **names[zaak.pk]} for zaak in part}
