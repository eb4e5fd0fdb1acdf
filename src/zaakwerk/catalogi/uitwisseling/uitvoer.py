"""Uitvoer: a catalogus with everything in it, in the form of the API."""

from typing import Any

import msgspec

from zaakwerk.catalogi import scopes
from zaakwerk.catalogi.commands.base import COMPONENT
from zaakwerk.catalogi.models import Catalogus, ZaakType
from zaakwerk.catalogi.uitwisseling.soorten import SOORTEN, Inhoud, Soort
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.filters import Filter, Selection
from zaakwerk.zgw.links import Origin
from zaakwerk.zgw.problems import Conflict, NotFound
from zaakwerk.zgw.representation import encode, read_page


def find_catalogus(domein: str, rsin: str = "") -> Catalogus:
    """The catalogus of a domein; raises NotFound or, when several organisations have one, Conflict."""
    known = Catalogus.objects.filter(domein=domein, **({"rsin": rsin} if rsin else {}))
    found = list(known.order_by("rsin")[:2])
    if not found:
        raise NotFound(f"Er is geen catalogus met domein {domein}{f' en RSIN {rsin}' if rsin else ''}.")
    if len(found) > 1:
        raise Conflict(f"Er zijn meer catalogussen met domein {domein}; noem ook het RSIN.")
    return found[0]


def exporteer(actor: Actor, catalogus: Catalogus, origin: Origin) -> Inhoud:
    """Every version of every type of a catalogus, concepts included, in the order in which they were made."""
    actor.require(scopes.LEZEN, COMPONENT)
    return {soort.bestand: objects_of(soort, actor, catalogus, origin) for soort in SOORTEN}


def objects_of(soort: Soort, actor: Actor, catalogus: Catalogus, origin: Origin) -> list[dict[str, Any]]:
    """The objects of one kind."""
    column = {"": "uuid", "catalogus": "catalogus__uuid", "zaaktype": "zaaktype__catalogus__uuid"}
    where = Filter("_uitvoer", None, column[soort.ouder])
    selection = Selection([(where, catalogus.uuid)])
    wires = [found.wire for found in read_page(soort.resource, actor, selection, ("pk",), None)]
    objects: list[dict[str, Any]] = msgspec.json.decode(origin.render(encode(wires)))
    if soort.bestand == "ZaakType":
        keep_relations(objects, catalogus)
    return objects


def keep_relations(objects: list[dict[str, Any]], catalogus: Catalogus) -> None:
    """Adds relations to zaaktypen without a version in force, by name: the API leaves them out."""
    known = ZaakType.objects.filter(catalogus=catalogus).order_by("pk")
    for wire, relaties in zip(objects, known.values_list("gerelateerde_zaaktypen", flat=True), strict=True):
        shown = {relatie["zaaktypeIdentificatie"] for relatie in wire["gerelateerdeZaaktypen"]}
        wire["gerelateerdeZaaktypen"] += [
            {**relatie, "zaaktypeIdentificatie": relatie["zaaktype"]}
            for relatie in relaties
            if relatie["zaaktype"] not in shown
        ]
