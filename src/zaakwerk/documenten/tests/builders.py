"""Builders: documents made by the command that every face uses, and bodies as clients send them."""

import base64
from datetime import date
from pathlib import Path
from typing import Any

from zaakwerk.catalogi.models import InformatieObjectType
from zaakwerk.catalogi.tests.builders import make_informatieobjecttype
from zaakwerk.documenten.commands import RegisterDocument
from zaakwerk.documenten.content.incoming import FOLDER, received
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zgw.actors import SYSTEM

RSIN = "123456782"
BASE = "http://localhost"
DOCUMENTS = "/documenten/api/v1/enkelvoudiginformatieobjecten"
RELATIONS = "/documenten/api/v1/objectinformatieobjecten"


def type_url(found: InformatieObjectType) -> str:
    """The address of an informatieobjecttype."""
    return f"{BASE}/catalogi/api/v1/informatieobjecttypen/{found.uuid}"


def document_url(document: EnkelvoudigInformatieObject) -> str:
    """The address of a document."""
    return f"{BASE}{DOCUMENTS}/{document.uuid}"


def encoded(content: bytes) -> str:
    """Content as clients send it."""
    return base64.b64encode(content).decode()


def make_document(content: bytes = b"", **values: Any) -> EnkelvoudigInformatieObject:
    """A registered document; with content when there are bytes."""
    defaults: dict[str, Any] = {
        "bronorganisatie": RSIN,
        "creatiedatum": date(2024, 5, 1),
        "titel": "Brief",
        "auteur": "Team Openbare Ruimte",
        "taal": "nld",
    }
    values.setdefault("informatieobjecttype", None)
    values["informatieobjecttype"] = values["informatieobjecttype"] or make_informatieobjecttype()
    with received([content] if content else []) as given:
        inhoud = given if content else None
        return RegisterDocument(actor=SYSTEM, **{**defaults, **values}, inhoud=inhoud).run()


def document_body(**values: Any) -> dict[str, Any]:
    """The smallest body that registers a document, with anything else given."""
    body: dict[str, Any] = {
        "bronorganisatie": RSIN,
        "creatiedatum": "2024-05-01",
        "titel": "Brief",
        "auteur": "Team Openbare Ruimte",
        "taal": "nld",
        **values,
    }
    if "informatieobjecttype" not in body:
        body["informatieobjecttype"] = type_url(make_informatieobjecttype())
    return body


def kept_files(store: Path) -> list[Path]:
    """The content in the store."""
    return [path for path in store.rglob("*") if path.is_file() and FOLDER not in path.parts]


def temporary_files(store: Path) -> list[Path]:
    """What an upload left behind on its way in."""
    return [path for path in store.rglob("*") if path.is_file() and FOLDER in path.parts]
