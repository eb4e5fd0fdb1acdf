"""CloudEvents: our messages in the form of the NL GOV profile (CloudEvents 1.0, JSON, structured mode)."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC
from typing import Any

import msgspec
from django.conf import settings

from zaakwerk.notificaties.channels import CHANNELS
from zaakwerk.zgw import registry
from zaakwerk.zgw.kinds import camel
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.models import Bericht

CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8"
SPECVERSION = "1.0"
ACTIES: Mapping[str, str] = {
    "create": "geregistreerd",
    "update": "gewijzigd",
    "partial_update": "gewijzigd",
    "destroy": "verwijderd",
}
# What happens to these is not that they are registered: a status is set, a person gets a part in a zaak.
WORDS: Mapping[tuple[str, str], str] = {
    ("status", "create"): "gezet",
    ("rol", "create"): "toegekend",
    ("rol", "destroy"): "ingetrokken",
    ("zaakinformatieobject", "create"): "toegevoegd",
    ("zaakinformatieobject", "destroy"): "losgemaakt",
    ("zaakbesluit", "create"): "toegevoegd",
    ("besluitinformatieobject", "create"): "toegevoegd",
    ("besluitinformatieobject", "destroy"): "losgemaakt",
}
# The kenmerken that name the organisation a message is about, by RSIN.
ORGANISATIONS = ("bronorganisatie", "verantwoordelijkeOrganisatie")
encode = msgspec.json.Encoder().encode


def type_of(kanaal: str, resource: str, actie: str) -> str:
    """The type of an event: nl.overheid.zaken.zaak-geregistreerd and so on."""
    word = WORDS.get((resource, actie)) or ACTIES.get(actie) or plain(actie)
    return f"nl.overheid.{plain(kanaal)}.{plain(resource)}-{word}"


def plain(name: str) -> str:
    """A name of another provider as it may stand in a type."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "onbekend"


def types() -> Iterator[str]:
    """Every type that our own APIs send, once each."""
    seen: set[str] = set()
    for resource in registry.all_resources():
        if resource.channel and resource.channel.name in CHANNELS:
            commands = {"create": resource.create, "update": resource.update, "destroy": resource.destroy}
            found = {type_of(resource.channel.name, resource.name, a) for a, made in commands.items() if made}
            yield from sorted(found - seen)
            seen |= found


def source_of(kenmerken: Mapping[str, str]) -> str:
    """The organisation by its OIN: of the RSIN in the message, else that of this installation, else our URL.

    The OIN of an organisation with an RSIN is 00000001, the RSIN, and 000.
    """
    values = {camel(name): value for name, value in kenmerken.items()}
    rsin = next((values[name] for name in ORGANISATIONS if values.get(name)), "")
    oin = f"00000001{rsin}000" if re.fullmatch(r"\d{9}", rsin) else settings.OIN
    return f"urn:nld:oin:{oin}" if oin else BASE


def wire(bericht: Bericht) -> bytes:
    """The message as an event; links to ourselves are still without base. Its id is the same at every try."""
    kenmerken: dict[str, Any] = msgspec.json.decode(bericht.kenmerken)
    return encode(
        {
            "specversion": SPECVERSION,
            "id": str(bericht.uuid),
            "source": source_of(kenmerken),
            "type": type_of(bericht.kanaal, bericht.resource, bericht.actie),
            "subject": bericht.resource_url.rpartition("/")[2] or bericht.resource,
            "time": bericht.aanmaakdatum.astimezone(UTC),
            "datacontenttype": "application/json",
            "dataref": bericht.resource_url,
            "data": {
                "kanaal": bericht.kanaal,
                "hoofdObject": bericht.hoofd_object,
                "resource": bericht.resource,
                "resourceUrl": bericht.resource_url,
                "actie": bericht.actie,
                "kenmerken": kenmerken,
            },
        }
    )
