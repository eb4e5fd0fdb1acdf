"""Inrichting: the frame of a zaaktype in a form people read and keep: steps by name, a line per move.

{"overgangen": [{"van": "Toetsen", "naar": "Besluiten", "soort": "overslaan", "rol": "zaakcoordinator",
                 "redenVerplicht": true}],
 "poorten": [{"stap": "Besluiten", "soort": "zaakobject", "naam": "De boom"}]}
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.kader.feiten import MET_REDEN, SOORTEN, Pijl
from zaakwerk.kader.models import POORTEN, ROLLEN, STAP, Overgang, Poort
from zaakwerk.kader.vragen import pijl_van
from zaakwerk.zgw.groups import Group, ListOf, normalise, read_fields
from zaakwerk.zgw.kinds import Boolean, Field, Text
from zaakwerk.zgw.links import worker_origin
from zaakwerk.zgw.problems import Invalid, Violation

OVERGANG = Group(
    "overgang",
    (
        Text("van", STAP, default=""),
        Text("naar", STAP),
        Text("soort", choices=SOORTEN),
        Text("rol", choices=ROLLEN, default=""),
        Boolean("reden_verplicht", default=None, nullable=True),
    ),
    nullable=False,
)
POORT = Group(
    "poort",
    (Text("stap", STAP), Text("soort", choices=POORTEN), Text("naam", 200, default="")),
    nullable=False,
)
VELDEN: tuple[Field, ...] = (ListOf("overgangen", OVERGANG), ListOf("poorten", POORT))


@dataclass(frozen=True)
class Poortje:
    """A gate as it is declared; fields as of a Poort."""

    stap: str
    soort: str
    naam: str = ""


@dataclass(frozen=True)
class Kaderinrichting:
    """The moves and gates of one zaaktype, each once."""

    overgangen: tuple[Pijl, ...] = ()
    poorten: tuple[Poortje, ...] = ()


def lees(raw: Any) -> Kaderinrichting:
    """A frame from its readable form; raises Invalid with every fault by its place.

    A move off the beaten path asks for a reason unless it says `redenVerplicht`: false.
    """
    if not isinstance(raw, Mapping):
        raise Invalid([Violation("invalid", "De inrichting van een kader moet een object zijn.")])
    unknown = sorted(set(map(str, raw)) - {field.key for field in VELDEN})
    faults = [Violation("unknown", "Dit veld bestaat hier niet.", name[:100]) for name in unknown]
    values, found = read_fields(VELDEN, normalise(dict(raw), VELDEN), worker_origin())
    if faults or found:
        raise Invalid([*faults, *found])
    return Kaderinrichting(
        overgangen=tuple(dict.fromkeys(as_pijl(item) for item in values["overgangen"])),
        poorten=tuple(dict.fromkeys(Poortje(**item) for item in values["poorten"])),
    )


def as_pijl(item: Mapping[str, Any]) -> Pijl:
    """A declared move from its wire form."""
    asks = item["redenVerplicht"]
    asks = item["soort"] in MET_REDEN if asks is None else asks
    return Pijl(item["van"], item["naar"], item["soort"], item["rol"], asks)


def schrijf(zaaktype: ZaakType) -> dict[str, Any]:
    """The frame of a zaaktype in its readable form, in a fixed order."""
    kader = lees_uit(zaaktype)
    return {
        "overgangen": [
            {
                "van": pijl.van,
                "naar": pijl.naar,
                "soort": pijl.soort,
                "rol": pijl.rol,
                "redenVerplicht": pijl.reden_verplicht,
            }
            for pijl in kader.overgangen
        ],
        "poorten": [vars(poort) for poort in kader.poorten],
    }


def lees_uit(zaaktype: ZaakType) -> Kaderinrichting:
    """The frame of a zaaktype as it is kept."""
    overgangen = Overgang.objects.filter(zaaktype=zaaktype).order_by("id")
    poorten = Poort.objects.filter(zaaktype=zaaktype).order_by("id")
    return Kaderinrichting(
        tuple(pijl_van(overgang) for overgang in overgangen),
        tuple(Poortje(poort.stap, poort.soort, poort.naam) for poort in poorten),
    )
