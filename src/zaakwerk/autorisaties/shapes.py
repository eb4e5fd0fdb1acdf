"""Shapes: an autorisatie, whose fields depend on the component it is about (1.4.4)."""

from collections.abc import Mapping, Sequence
from typing import Any

from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.groups import Group, ListOf, object_schema, read_group
from zaakwerk.zgw.kinds import REQUIRED, Field, Text, Uri, fault
from zaakwerk.zgw.links import Origin

COMPONENTS = {
    "ac": "Autorisaties API",
    "nrc": "Notificaties API",
    "zrc": "Zaken API",
    "ztc": "Catalogi API",
    "drc": "Documenten API",
    "brc": "Besluiten API",
}
MAX_LEVEL = Text("max_vertrouwelijkheidaanduiding", choices=vertrouwelijkheid.LEVELS, default="")
OWN_FIELDS: Mapping[str, Sequence[Field]] = {
    "zrc": (Uri("zaaktype", max_length=1000, default=""), MAX_LEVEL),
    "drc": (Uri("informatieobjecttype", max_length=1000, default=""), MAX_LEVEL),
    "brc": (Uri("besluittype", max_length=1000, default=""),),
}
COMPONENT = Text("component", choices=tuple(COMPONENTS))
WEERGAVE = Text("component_weergave", read_only=True)
SCOPES = ListOf("scopes", Text("scope", max_length=100), default=REQUIRED)


class Autorisatie(Field):
    """Scopes on one component, with the type and highest confidentiality that component asks for."""

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> dict[str, Any]:
        if not isinstance(raw, Mapping):
            raise fault("invalid", "Dit moet een object zijn.")
        component = raw.get("component")
        own = OWN_FIELDS.get(component, ()) if isinstance(component, str) else ()
        found = read_group((COMPONENT, SCOPES, *own), raw, origin)
        return {
            "component": found.pop("component"),
            "componentWeergave": COMPONENTS[str(component).strip()],
            **found,
        }

    def schema(self) -> dict[str, Any]:
        forms = [
            {"type": "object", "title": code, **object_schema((COMPONENT, WEERGAVE, SCOPES, *own))}
            for code, own in ((code, OWN_FIELDS.get(code, ())) for code in COMPONENTS)
        ]
        return {"oneOf": forms, "discriminator": {"propertyName": "component"}}


AUTORISATIES = ListOf("autorisaties", Autorisatie("autorisatie"))
# Our own extension, never part of the standard's resource. A type is named by what its versions share:
# the identificatie of a zaaktype, the omschrijving of an informatieobjecttype or besluittype.
RUIME_AUTORISATIES = ListOf(
    "ruime_autorisaties",
    Group(
        "ruime_autorisatie",
        (
            Text("component", choices=tuple(OWN_FIELDS)),
            SCOPES,
            Text("type", 80, default=""),
            Uri("catalogus", max_length=1000, default=""),
            MAX_LEVEL,
        ),
        nullable=False,
    ),
)
