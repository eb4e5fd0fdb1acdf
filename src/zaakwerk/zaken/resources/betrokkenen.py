"""Betrokkenen: the five shapes of betrokkeneIdentificatie (14.1)."""

from zaakwerk.zgw.groups import Group, ListOf
from zaakwerk.zgw.kinds import Field, Integer, Rsin, Text

RECHTSVORMEN = (
    "besloten_vennootschap",
    "cooperatie_europees_economische_samenwerking",
    "europese_cooperatieve_venootschap",
    "europese_cooperatieve_vennootschap",
    "europese_naamloze_vennootschap",
    "kerkelijke_organisatie",
    "naamloze_vennootschap",
    "onderlinge_waarborg_maatschappij",
    "overig_privaatrechtelijke_rechtspersoon",
    "stichting",
    "vereniging",
    "vereniging_van_eigenaars",
    "publiekrechtelijke_rechtspersoon",
    "vennootschap_onder_firma",
    "maatschap",
    "rederij",
    "commanditaire_vennootschap",
    "kapitaalvennootschap_binnen_eer",
    "overige_buitenlandse_rechtspersoon_vennootschap",
    "kapitaalvennootschap_buiten_eer",
)


def optional(name: str, length: int, key: str = "") -> Text:
    """A text that may be left out."""
    return Text(name, length, default="", key=key)


VERBLIJFSADRES = Group(
    "verblijfsadres",
    (
        Text("aoa_identificatie", 100),
        Text("wpl_woonplaats_naam", 80),
        Text("gor_openbare_ruimte_naam", 80),
        optional("aoa_postcode", 7),
        Integer("aoa_huisnummer", minimum=0, maximum=99999),
        optional("aoa_huisletter", 1),
        optional("aoa_huisnummertoevoeging", 4),
        optional("inp_locatiebeschrijving", 1000),
    ),
)
BUITENLAND = Group(
    "sub_verblijf_buitenland",
    (
        Text("lnd_landcode", 4),
        Text("lnd_landnaam", 40),
        optional("sub_adres_buitenland_1", 35, "subAdresBuitenland_1"),
        optional("sub_adres_buitenland_2", 35, "subAdresBuitenland_2"),
        optional("sub_adres_buitenland_3", 35, "subAdresBuitenland_3"),
    ),
)

BETROKKENEN: dict[str, tuple[Field, ...]] = {
    "natuurlijk_persoon": (
        Rsin("inp_bsn", default=""),
        optional("anp_identificatie", 17),
        Text("inp_a_nummer", 10, key="inpA_nummer", pattern="[1-9][0-9]{9}", default=""),
        optional("geslachtsnaam", 200),
        optional("voorvoegsel_geslachtsnaam", 80),
        optional("voorletters", 20),
        optional("voornamen", 200),
        Text("geslachtsaanduiding", choices=("m", "v", "o"), default=""),
        optional("geboortedatum", 18),
        VERBLIJFSADRES,
        BUITENLAND,
    ),
    "niet_natuurlijk_persoon": (
        # Existing clients write an RSIN or a KVK number here, so no 11-test.
        optional("inn_nnp_id", 9),
        optional("ann_identificatie", 17),
        optional("statutaire_naam", 500),
        Text("inn_rechtsvorm", choices=RECHTSVORMEN, default=""),
        optional("bezoekadres", 1000),
        BUITENLAND,
    ),
    "vestiging": (
        Text("vestigings_nummer", 24, default=""),
        ListOf("handelsnaam", Text("", 625)),
        VERBLIJFSADRES,
        BUITENLAND,
        optional("kvk_nummer", 8),
    ),
    "organisatorische_eenheid": (
        optional("identificatie", 24),
        optional("naam", 50),
        optional("is_gehuisvest_in", 24),
    ),
    "medewerker": (
        optional("identificatie", 254),
        optional("achternaam", 200),
        optional("voorletters", 20),
        optional("voorvoegsel_achternaam", 10),
    ),
}
