"""Soorten: what a catalogue consists of, in the order in which it can be built up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from zaakwerk.catalogi.fields import NamedLink, OwnedLinks
from zaakwerk.catalogi.resources.besluittype import BESLUITTYPEN
from zaakwerk.catalogi.resources.catalogus import CATALOGUSSEN
from zaakwerk.catalogi.resources.informatieobjecttype import INFORMATIEOBJECTTYPEN
from zaakwerk.catalogi.resources.onderdelen import EIGENSCHAPPEN, ROLTYPEN, STATUSTYPEN, ZIOTS
from zaakwerk.catalogi.resources.resultaattype import RESULTAATTYPEN
from zaakwerk.catalogi.resources.zaakobjecttype import ZAAKOBJECTTYPEN
from zaakwerk.catalogi.resources.zaaktype import ZAAKTYPEN
from zaakwerk.zgw.kinds import Field
from zaakwerk.zgw.relations import Link
from zaakwerk.zgw.resource import Resource

# Per name of a file the objects in it, in the form of the API.
Inhoud = dict[str, list[dict[str, Any]]]
# A part takes these from its zaaktype, whatever a file says.
OF_ZAAKTYPE = frozenset({"begin_geldigheid", "catalogus"})


@dataclass(frozen=True)
class Soort:
    """One kind of object: its file, and what tells one object from another below the same parent.

    `namen` gives per relation the read-only array that has the names of what it points at.
    """

    bestand: str
    resource: Resource = field(repr=False)
    sleutel: tuple[str, ...]
    ouder: str = ""
    namen: Mapping[str, str] = field(default_factory=dict)
    # A second set of columns that may occur only once below a parent.
    ook_uniek: tuple[str, ...] = ()

    @cached_property
    def velden(self) -> tuple[Field, ...]:
        """What is read from a file; the links to other objects in it are followed by the import itself."""
        skipped = OF_ZAAKTYPE if self.ouder == "zaaktype" else frozenset()
        return tuple(
            found
            for found in self.resource.fields
            if not found.read_only and found.name not in skipped and not is_followed(found)
        )

    @property
    def heeft_statustype(self) -> bool:
        """Whether an object may point at a statustype of its zaaktype."""
        return self.ouder == "zaaktype" and self.resource.field_for("statustype") is not None


def is_followed(found: Field) -> bool:
    """Whether a field is a link to another object of the same file."""
    return isinstance(found, OwnedLinks) or (isinstance(found, Link) and not isinstance(found, NamedLink))


VERSIE = ("omschrijving", "begin_geldigheid")
SOORTEN = (
    Soort("Catalogus", CATALOGUSSEN, ("domein", "rsin")),
    Soort("InformatieObjectType", INFORMATIEOBJECTTYPEN, VERSIE, "catalogus"),
    Soort(
        "BesluitType",
        BESLUITTYPEN,
        VERSIE,
        "catalogus",
        {"informatieobjecttypen": "informatieobjecttypeOmschrijvingen"},
    ),
    Soort(
        "ZaakType",
        ZAAKTYPEN,
        ("identificatie", "begin_geldigheid"),
        "catalogus",
        {"besluittypen": "besluittypeOmschrijving", "deelzaaktypen": "deelzaaktypeIdentificaties"},
    ),
    Soort("StatusType", STATUSTYPEN, ("volgnummer",), "zaaktype"),
    Soort("Eigenschap", EIGENSCHAPPEN, ("naam",), "zaaktype"),
    Soort(
        "ResultaatType",
        RESULTAATTYPEN,
        ("omschrijving",),
        "zaaktype",
        {
            "besluittypen": "besluittypeOmschrijving",
            "informatieobjecttypen": "informatieobjecttypeOmschrijving",
        },
    ),
    Soort("RolType", ROLTYPEN, ("omschrijving",), "zaaktype"),
    Soort("ZaakObjectType", ZAAKOBJECTTYPEN, ("objecttype", "relatie_omschrijving"), "zaaktype"),
    Soort(
        "ZaakTypeInformatieObjectType",
        ZIOTS,
        ("informatieobjecttype", "richting"),
        "zaaktype",
        ook_uniek=("volgnummer",),
    ),
)
BESTANDEN = {soort.bestand: soort for soort in SOORTEN}
