"""Objecttypen: the shapes of objectIdentificatie (14.1); besluit, document and status go by URL alone."""

from collections.abc import Mapping
from typing import Any

from zaakwerk.zaken.resources.betrokkenen import BETROKKENEN, optional
from zaakwerk.zgw.fields import dumps
from zaakwerk.zgw.groups import Group
from zaakwerk.zgw.kinds import Field, Integer, Text, fault
from zaakwerk.zgw.links import BASE, Origin

INRICHTINGSELEMENTEN = (
    "bak",
    "bord",
    "installatie",
    "kast",
    "mast",
    "paal",
    "sensor",
    "straatmeubilair",
    "waterinrichtingselement",
    "weginrichtingselement",
)
KUNSTWERKDELEN = (
    "keermuur",
    "overkluizing",
    "duiker",
    "faunavoorziening",
    "vispassage",
    "bodemval",
    "coupure",
    "ponton",
    "voorde",
    "hoogspanningsmast",
    "gemaal",
    "perron",
    "sluis",
    "strekdam",
    "steiger",
    "stuw",
)
SPOORBAANDELEN = ("breedspoor", "normaalspoor", "smalspoor", "spoorbaan")
WATERDELEN = ("zee", "waterloop", "watervlakte", "greppel_droge_sloot")


class FreeObject(Field):
    """A JSON object of which the standard says nothing more."""

    json_type: Mapping[str, Any] = {"type": "object"}

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> dict[str, Any]:
        if not isinstance(raw, dict):
            raise fault("invalid", "Dit moet een object zijn.")
        text = dumps(raw)
        if BASE in text or "\\u0000" in text:
            raise fault("invalid", "De gegevens bevatten een teken dat niet is toegestaan.")
        return raw


def part(name: str, fields: tuple[Field, ...]) -> Group:
    """A group below an identification that may be left out, not null."""
    return Group(name, fields, nullable=False, default=None)


def adres(*own: Field) -> tuple[Field, ...]:
    """An address as objects name it, after the fields of their own."""
    return (
        *own,
        Text("wpl_woonplaats_naam", 80),
        Text("gor_openbare_ruimte_naam", 80),
        optional("aoa_postcode", 7),
        Integer("aoa_huisnummer", minimum=0, maximum=99999),
        optional("aoa_huisletter", 1),
        optional("aoa_huisnummertoevoeging", 4),
    )


IDENTIFICATIE = Text("identificatie", 100)
NAAM = optional("naam", 500)
GEBOUWD_OBJECT = (
    IDENTIFICATIE,
    Group(
        "adres_aanduiding_grp",
        (
            *adres(
                optional("num_identificatie", 100),
                optional("oao_identificatie", 100),
                optional("aoa_identificatie", 100),
            ),
            optional("ogo_locatie_aanduiding", 100),
        ),
    ),
)
WOZ_OBJECT = (
    Text("woz_object_nummer", 100),
    Group(
        "aanduiding_woz_object",
        (*adres(Text("aoa_identificatie", 100)), optional("locatie_omschrijving", 1000)),
    ),
)
ONROERENDE_ZAAK = (Text("kadastrale_identificatie", 100), Text("kadastrale_aanduiding", 1000))
GERECHTIGDE = (
    part("natuurlijk_persoon", BETROKKENEN["natuurlijk_persoon"]),
    part("niet_natuurlijk_persoon", BETROKKENEN["niet_natuurlijk_persoon"]),
)

OBJECTEN: dict[str, tuple[Field, ...]] = {
    "adres": (
        IDENTIFICATIE,
        Text("wpl_woonplaats_naam", 80),
        Text("gor_openbare_ruimte_naam", 80),
        Integer("huisnummer", minimum=0, maximum=99999),
        optional("huisletter", 1),
        optional("huisnummertoevoeging", 4),
        optional("postcode", 7),
    ),
    "buurt": (
        Text("buurt_code", 2),
        Text("buurt_naam", 40),
        Text("gem_gemeente_code", 4),
        Text("wyk_wijk_code", 2),
    ),
    "gemeente": (Text("gemeente_naam", 80), Text("gemeente_code", 4)),
    "gemeentelijke_openbare_ruimte": (IDENTIFICATIE, Text("openbare_ruimte_naam", 80)),
    "huishouden": (Text("nummer", 12), Group("is_gehuisvest_in", GEBOUWD_OBJECT)),
    "inrichtingselement": (Text("type", choices=INRICHTINGSELEMENTEN), IDENTIFICATIE, NAAM),
    "kadastrale_onroerende_zaak": ONROERENDE_ZAAK,
    "kunstwerkdeel": (Text("type", choices=KUNSTWERKDELEN), IDENTIFICATIE, Text("naam", 80)),
    "maatschappelijke_activiteit": (Text("kvk_nummer", 8), Text("handelsnaam", 200)),
    "medewerker": BETROKKENEN["medewerker"],
    "natuurlijk_persoon": BETROKKENEN["natuurlijk_persoon"],
    "niet_natuurlijk_persoon": BETROKKENEN["niet_natuurlijk_persoon"],
    "openbare_ruimte": (
        IDENTIFICATIE,
        Text("wpl_woonplaats_naam", 80),
        Text("gor_openbare_ruimte_naam", 80),
    ),
    "organisatorische_eenheid": BETROKKENEN["organisatorische_eenheid"],
    "overige": (FreeObject("overige_data"),),
    "pand": (IDENTIFICATIE,),
    "spoorbaandeel": (Text("type", choices=SPOORBAANDELEN), IDENTIFICATIE, NAAM),
    "terrein_gebouwd_object": GEBOUWD_OBJECT,
    "terreindeel": (Text("type", 40), IDENTIFICATIE, NAAM),
    "vestiging": BETROKKENEN["vestiging"],
    "waterdeel": (Text("type_waterdeel", choices=WATERDELEN), IDENTIFICATIE, NAAM),
    "wegdeel": (Text("type", 100), IDENTIFICATIE, NAAM),
    "wijk": (Text("wijk_code", 2), Text("wijk_naam", 40), Text("gem_gemeente_code", 4)),
    "woonplaats": (IDENTIFICATIE, Text("woonplaats_naam", 80)),
    "woz_deelobject": (Text("nummer_woz_deel_object", 6), part("is_onderdeel_van", WOZ_OBJECT)),
    "woz_object": WOZ_OBJECT,
    "woz_waarde": (Text("waardepeildatum", 9), part("is_voor", WOZ_OBJECT)),
    "zakelijk_recht": (
        IDENTIFICATIE,
        Text("avg_aard", 1000),
        part("heeft_betrekking_op", ONROERENDE_ZAAK),
        part("heeft_als_gerechtigde", GERECHTIGDE),
    ),
}
OBJECT_TYPEN = tuple(sorted({*OBJECTEN, "besluit", "enkelvoudig_document", "status"}))
