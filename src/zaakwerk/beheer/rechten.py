"""Rechten: the rights of an applicatie, of the standard and of our own extension, as one list for people.

A right is found back by its mark, a digest of what it says, so that two operators never change each
other's by accident.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from zaakwerk.autorisaties.models import Applicatie
from zaakwerk.autorisaties.register import SCOPES
from zaakwerk.autorisaties.shapes import COMPONENTS
from zaakwerk.beheer import typen
from zaakwerk.catalogi.models import Catalogus
from zaakwerk.zgw.fields import dumps
from zaakwerk.zgw.links import BASE

LEVEL_KEY = "maxVertrouwelijkheidaanduiding"
# The list of the applicatie that holds a right: the standard's, or that of our own extension.
GEWOON, RUIM = "autorisaties", "ruime_autorisaties"


@dataclass(frozen=True)
class Recht:
    """One right: in which list it is, and what it says there."""

    lijst: str
    inhoud: Mapping[str, Any]

    @property
    def merk(self) -> str:
        """What it is found back by."""
        return hashlib.sha256(f"{self.lijst}{dumps(self.inhoud)}".encode()).hexdigest()[:24]

    @property
    def component(self) -> str:
        """The code of the component it is about."""
        found: str = self.inhoud["component"]
        return found

    @property
    def api(self) -> str:
        """The component in words."""
        return COMPONENTS[self.component]

    @property
    def keuze(self) -> str:
        """What it is about, as a choice of `typen`; empty for a component without types."""
        if self.lijst == RUIM:
            catalogus = typen.uuid_of(self.inhoud["catalogus"])
            name = self.inhoud["type"]
            return f"naam:{catalogus}:{name}" if name else f"alles:{catalogus}"
        url = self.inhoud.get(typen.KINDS[self.component][1], "") if self.component in typen.KINDS else ""
        return f"versie:{typen.uuid_of(url)}" if url.startswith(BASE) else f"elders:{url}" if url else ""

    @property
    def woorden(self) -> list[str]:
        """The scopes in plain words; an unknown one as it is."""
        known = SCOPES[self.component]
        return [str(known.get(scope, scope)) for scope in self.inhoud["scopes"]]

    @property
    def niveau(self) -> str:
        """The highest confidentiality in words; empty where there is none."""
        level: str = self.inhoud.get(LEVEL_KEY, "")
        return level.replace("_", " ")

    def waarvoor(self, known: Mapping[str, str]) -> str:
        """What it is about in words."""
        if not self.keuze:
            return gettext("Alles") if self.component not in typen.KINDS else gettext("Elk type")
        kind, _, rest = self.keuze.partition(":")
        label = known.get(self.keuze)
        if kind == "naam" and label is None:
            label = rest.partition(":")[2]
        if label is None:
            label = rest if kind == "elders" else gettext("een type dat er niet meer is")
        form = {
            "naam": gettext("Elke versie van %(type)s"),
            "alles": gettext("Elk type van %(type)s"),
            "versie": gettext("Alleen %(type)s"),
        }.get(kind, gettext("Elders: %(type)s"))
        return form % {"type": label}


def of(applicatie: Applicatie) -> list[Recht]:
    """Every right of an applicatie."""
    plain = [Recht(GEWOON, found) for found in applicatie.autorisaties]
    return plain + [Recht(RUIM, found) for found in applicatie.ruime_autorisaties]


def make(component: str, scopes: list[str], keuze: str, level: str) -> Recht:
    """The right that an operator filled in, in the list it belongs to."""
    kind, _, rest = keuze.partition(":")
    if kind in ("naam", "alles"):
        catalogus, _, name = rest.partition(":")
        ruim = {"component": component, "scopes": scopes, "type": name}
        url = typen.url_of(Catalogus, catalogus)
        return Recht(RUIM, {**ruim, "catalogus": url, LEVEL_KEY: level})
    found: dict[str, Any] = {
        "component": component,
        "componentWeergave": COMPONENTS[component],
        "scopes": scopes,
    }
    if component in typen.KINDS:
        model, key = typen.KINDS[component]
        found[key] = typen.url_of(model, rest) if kind == "versie" else rest
    if component in typen.WITH_LEVEL:
        found[LEVEL_KEY] = level
    return Recht(GEWOON, found)


def changes(applicatie: Applicatie, old: Recht | None, new: Recht | None) -> dict[str, Any]:
    """Both lists as they become when a right goes, comes, or is replaced in its place."""
    after: list[Recht] = []
    for found in of(applicatie):
        if old is None or found.merk != old.merk:
            after.append(found)
        elif new is not None:
            after.append(new)
    if old is None and new is not None:
        after.append(new)
    return {name: [recht.inhoud for recht in after if recht.lijst == name] for name in (GEWOON, RUIM)}
