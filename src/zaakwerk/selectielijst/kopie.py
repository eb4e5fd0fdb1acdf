"""A fresh copy of the selectielijst, over the built-in facts: from a file or URL, kept in the data folder.

Its form is that of the selectielijst API: one JSON object with a list per kind. What it holds wins over what
is built in; what it lacks stays. Every process sees a new copy at once, by the time and size of the file.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import msgspec
from django.conf import settings

from zaakwerk.selectielijst.records import (
    PROCESTERMIJNEN,
    TAAKGEBIEDEN,
    Procestype,
    Resultaat,
    Resultaattypeomschrijving,
)
from zaakwerk.zgw import outbound
from zaakwerk.zgw.problems import Invalid, Violation

FILE = "selectielijst.json"
KINDS = (Procestype.PATH, Resultaat.PATH, Resultaattypeomschrijving.PATH)
MAX_BYTES, MAX_PAGES, SECONDS = 20 * 1024 * 1024, 100, 30.0
WAARDERINGEN = ("vernietigen", "blijvend_bewaren", "")
NUMMER = re.compile(r"\d{1,4}(\.\d{1,4}){0,2}")
Stamp = tuple[int, int]
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Kopie:
    """What a copy holds, by uuid; `bases` are the addresses under which its objects are known."""

    procestypen: Mapping[str, Procestype]
    resultaten: Mapping[str, Resultaat]
    omschrijvingen: Mapping[str, Resultaattypeomschrijving]
    bases: tuple[str, ...]


EMPTY = Kopie({}, {}, {}, ())


def path() -> Path:
    """Where the copy is kept."""
    return Path(settings.DATA_DIR) / FILE


def stamp() -> Stamp | None:
    """What tells one copy from another; None when there is none."""
    try:
        found = path().stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_size


def load(source: str, known: Mapping[str, Procestype]) -> Kopie:
    """Takes a copy from a file or URL, checks all of it, and keeps it; raises Invalid with a Dutch sentence.

    `known` are the procestypen that a resultaat may belong to beside those of the copy.
    """
    document = fetch(source) if source.startswith(("http://", "https://")) else decode(read_file(source))
    kopie = parse(document, known)
    fresh = path().with_suffix(".nieuw")
    fresh.write_bytes(msgspec.json.encode(document))
    os.replace(fresh, path())
    return kopie


def kept(known: Mapping[str, Procestype]) -> Kopie:
    """The copy that is kept; an empty one when there is none."""
    try:
        return parse(decode(path().read_bytes()), known)
    except FileNotFoundError:
        return EMPTY


def refuse(words: str) -> Invalid:
    """The refusal of a copy."""
    return Invalid([Violation("invalid", words)])


def read_file(source: str) -> bytes:
    """The bytes of a file."""
    if not Path(source).is_file():
        raise refuse(f"Het bestand {source} bestaat niet.")
    if Path(source).stat().st_size > MAX_BYTES:
        raise refuse(f"Het bestand {source} is te groot voor een selectielijst.")
    return Path(source).read_bytes()


def decode(raw: bytes) -> dict[str, Any]:
    """A JSON object with at least one kind in it."""
    try:
        document: dict[str, Any] = msgspec.json.decode(raw, type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise refuse("De selectielijst is geen geldig JSON-object.") from None
    if not set(KINDS) & set(document):
        raise refuse(f"De selectielijst bevat geen {', '.join(KINDS)}.")
    return {kind: document[kind] for kind in KINDS if kind in document}


def fetch(url: str) -> dict[str, Any]:
    """The copy behind a URL: a document with everything, or the root of a selectielijst API."""
    if urlsplit(url).path.endswith(".json"):
        return decode(get(url))
    return {kind: pages(f"{url.rstrip('/')}/{kind}") for kind in KINDS}


def pages(url: str) -> Rows:
    """Every object of a list, paged or not; further pages only on the same host."""
    found: Rows = []
    host = urlsplit(url).netloc
    for _ in range(MAX_PAGES):
        answer = msgspec_value(get(url))
        found += answer if isinstance(answer, list) else answer.get("results") or []
        following = answer.get("next") if isinstance(answer, dict) else None
        if not following:
            return found
        url = str(following)
        if urlsplit(url).netloc != host:
            raise refuse(f"De volgende pagina staat op een andere host: {urlsplit(url).netloc}.")
    raise refuse("De selectielijst heeft te veel pagina's.")


def msgspec_value(raw: bytes) -> Any:
    """A JSON list or object."""
    try:
        value = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        value = None
    if not isinstance(value, list | dict):
        raise refuse("De selectielijst antwoordt niet met een lijst.")
    return value


def get(url: str) -> bytes:
    """The body behind a URL on a listed host."""
    accept = {"Accept": "application/json"}
    try:
        answer = outbound.call("GET", url, headers=accept, limit=MAX_BYTES, seconds=SECONDS)
    except outbound.CallFailed as failure:
        raise refuse(str(failure)) from None
    if not answer.is_success or not answer.is_whole:
        raise refuse(f"{url} antwoordt niet met een selectielijst ({answer}).")
    return answer.body


def parse(document: Mapping[str, Any], known: Mapping[str, Procestype]) -> Kopie:
    """Every object of a copy, checked."""
    procestypen = {found.uuid: found for found in map(to_procestype, rows(document, Procestype.PATH))}
    all_known = {**known, **procestypen}
    resultaten = [to_resultaat(row, all_known) for row in rows(document, Resultaat.PATH)]
    omschrijvingen = map(to_omschrijving, rows(document, Resultaattypeomschrijving.PATH))
    return Kopie(
        procestypen,
        {found.uuid: found for found in resultaten},
        {found.uuid: found for found in omschrijvingen},
        tuple(dict.fromkeys(base_of(row) for kind in KINDS for row in rows(document, kind))),
    )


def rows(document: Mapping[str, Any], kind: str) -> Rows:
    """The objects of one kind."""
    found = document.get(kind, [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise refuse(f"{kind} is geen lijst van objecten.")
    return found


def text(row: Mapping[str, Any], key: str, default: str | None = "") -> str:
    """A text of an object; None as default makes it required."""
    value = row.get(key, default)
    if value is None and default == "":
        return ""
    if not isinstance(value, str):
        raise refuse(f"{key} ontbreekt of is geen tekst: {str(row.get('url'))[:200]}.")
    return value


def number(row: Mapping[str, Any], key: str) -> int:
    """A whole number of an object."""
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 10_000:
        raise refuse(f"{key} ontbreekt of is geen getal: {str(row.get('url'))[:200]}.")
    return value


def uuid_of(url: str) -> str:
    """The uuid at the end of a URL."""
    try:
        return str(UUID(url.rstrip("/").rpartition("/")[2]))
    except ValueError:
        raise refuse(f"Deze URL eindigt niet op een UUID: {url[:200]}.") from None


def base_of(row: Mapping[str, Any]) -> str:
    """The address of an object up to its kind, with the slash."""
    return text(row, "url", None).rstrip("/").rpartition("/")[0].rpartition("/")[0] + "/"


def to_procestype(row: Mapping[str, Any]) -> Procestype:
    """A procestype from its JSON object."""
    return Procestype(
        uuid=uuid_of(text(row, "url", None)),
        jaar=number(row, "jaar"),
        nummer=number(row, "nummer"),
        naam=text(row, "naam", None),
        omschrijving=text(row, "omschrijving"),
        procesobject=text(row, "procesobject"),
        toelichting=text(row, "toelichting"),
    )


def to_resultaat(row: Mapping[str, Any], procestypen: Mapping[str, Procestype]) -> Resultaat:
    """A resultaat from its JSON object; its procestype must be known."""
    procestype = procestypen.get(uuid_of(text(row, "procesType", None)))
    nummer, waardering = text(row, "volledigNummer", None), text(row, "waardering")
    procestermijn = text(row, "procestermijn")
    if procestype is None or not NUMMER.fullmatch(nummer):
        raise refuse(f"Het procestype of het nummer klopt niet: {row['url'][:200]}.")
    if waardering not in WAARDERINGEN or procestermijn not in PROCESTERMIJNEN:
        raise refuse(f"De waardering of de procestermijn klopt niet: {row['url'][:200]}.")
    return Resultaat(
        uuid=uuid_of(text(row, "url", None)),
        procestype=procestype,
        volledig_nummer=nummer,
        naam=text(row, "naam", None),
        omschrijving=text(row, "omschrijving"),
        waardering=waardering,
        is_vervallen=waardering == "",
        procestermijn=procestermijn,
        procestermijn_opmerking=text(row, "procestermijnOpmerking"),
        bewaartermijn=text(row, "bewaartermijn"),
        taakgebieden=frozenset(code for key, code in TAAKGEBIEDEN.items() if row.get(key) is True),
        herkomst=text(row, "herkomst"),
        toelichting=text(row, "toelichting"),
    )


def to_omschrijving(row: Mapping[str, Any]) -> Resultaattypeomschrijving:
    """A resultaattypeomschrijving from its JSON object."""
    return Resultaattypeomschrijving(
        uuid=uuid_of(text(row, "url", None)),
        omschrijving=text(row, "omschrijving", None),
        definitie=text(row, "definitie"),
        opmerking=text(row, "opmerking"),
    )
