"""Vorm: the stand of a zaak in wire form, and its description for OpenAPI."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from zaakwerk.catalogi.models import ResultaatType, StatusType
from zaakwerk.kader.evaluatie import evaluate
from zaakwerk.kader.feiten import SOORTEN, Eis, Feiten, Stap
from zaakwerk.kader.stand import Handeling, Keuze, Reden, UitkomstStand
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import registry
from zaakwerk.zgw.kinds import Described, Field

TEXT, BOOLEAN, INTEGER = {"type": "string"}, {"type": "boolean"}, {"type": "integer"}
URI = {"type": "string", "format": "uri"}


def thing(**properties: Any) -> dict[str, Any]:
    """An object in OpenAPI terms."""
    return {"type": "object", "properties": properties}


def things(**properties: Any) -> dict[str, Any]:
    """A list of objects in OpenAPI terms."""
    return {"type": "array", "items": thing(**properties)}


STAP = {"statustype": URI, "naam": TEXT, "volgnummer": INTEGER}
REDENEN = things(soort=TEXT, over=TEXT, zin=TEXT, herstel=TEXT)
EISEN = things(soort=TEXT, naam=TEXT, toelichting=TEXT, isVervuld=BOOLEAN, isVerplicht=BOOLEAN)
HANDELING = thing(
    soort=TEXT, tekst=TEXT, over=TEXT, overgang=TEXT, isToegestaan=BOOLEAN, reden={**TEXT, "nullable": True}
)
KADER_VELDEN: tuple[Field, ...] = (
    Described("zaak", URI),
    Described("isGesloten", BOOLEAN),
    Described("huidige", {**thing(**STAP), "nullable": True}),
    Described("stappen", things(**STAP, isBereikt=BOOLEAN, eisen=EISEN)),
    Described(
        "overgangen",
        things(
            sleutel=TEXT,
            soort={**TEXT, "enum": list(SOORTEN)},
            naar=thing(**STAP),
            isToegestaan=BOOLEAN,
            redenen=REDENEN,
            redenVerplicht=BOOLEAN,
            rol=TEXT,
            wie=TEXT,
            sluit=BOOLEAN,
            eisen=EISEN,
        ),
    ),
    Described("resultaten", things(resultaattype=URI, naam=TEXT, isToegestaan=BOOLEAN, redenen=REDENEN)),
    Described("primair", {**HANDELING, "nullable": True}),
    Described("redenen", REDENEN),
)


def wire(zaak: Zaak, feiten: Feiten) -> dict[str, Any]:
    """The stand of a zaak as clients read it; links without base."""
    stand = evaluate(feiten)
    return {
        "zaak": registry.for_model(Zaak).url_for(zaak),
        "isGesloten": stand.is_gesloten,
        "huidige": wire_stap(stand.huidige) if stand.huidige else None,
        "stappen": [
            {**wire_stap(stap), "isBereikt": stap.uuid in feiten.bereikt, "eisen": wire_eisen(stap.eisen)}
            for stap in feiten.stappen
        ],
        "overgangen": [wire_keuze(keuze) for keuze in stand.keuzes],
        "resultaten": [wire_uitkomst(found) for found in stand.uitkomsten],
        "primair": wire_handeling(stand.primair) if stand.primair else None,
        "redenen": wire_redenen(stand.redenen),
    }


def url(model: type[Any], uuid: UUID) -> str:
    """The URL of a type, without base."""
    return registry.for_model(model).url_of(uuid)


def wire_stap(stap: Stap) -> dict[str, Any]:
    """A step by its statustype."""
    return {"statustype": url(StatusType, stap.uuid), "naam": stap.naam, "volgnummer": stap.volgnummer}


def wire_eisen(eisen: Iterable[Eis]) -> list[dict[str, Any]]:
    """What is asked, met or not."""
    return [
        {
            "soort": eis.soort,
            "naam": eis.naam,
            "toelichting": eis.toelichting,
            "isVervuld": eis.is_vervuld,
            "isVerplicht": eis.is_verplicht,
        }
        for eis in eisen
    ]


def wire_redenen(redenen: Iterable[Reden]) -> list[dict[str, Any]]:
    """Why not, in sentences."""
    return [
        {"soort": reden.soort, "over": reden.over, "zin": reden.zin, "herstel": reden.herstel}
        for reden in redenen
    ]


def wire_keuze(keuze: Keuze) -> dict[str, Any]:
    """One move."""
    return {
        "sleutel": keuze.sleutel,
        "soort": keuze.soort,
        "naar": wire_stap(keuze.naar),
        "isToegestaan": keuze.is_toegestaan,
        "redenen": wire_redenen(keuze.redenen),
        "redenVerplicht": keuze.reden_verplicht,
        "rol": keuze.rol,
        "wie": keuze.wie,
        "sluit": keuze.sluit,
        "eisen": wire_eisen(keuze.eisen),
    }


def wire_uitkomst(found: UitkomstStand) -> dict[str, Any]:
    """One outcome."""
    return {
        "resultaattype": url(ResultaatType, found.uitkomst.uuid),
        "naam": found.uitkomst.naam,
        "isToegestaan": found.is_toegestaan,
        "redenen": wire_redenen(found.redenen),
    }


def wire_handeling(primair: Handeling) -> dict[str, Any]:
    """The one thing to do now; `overgang` is the sleutel of the move it leads to."""
    return {
        "soort": primair.soort,
        "tekst": primair.tekst,
        "over": primair.over,
        "overgang": primair.keuze.sleutel,
        "isToegestaan": primair.is_toegestaan,
        "reden": primair.reden or None,
    }
