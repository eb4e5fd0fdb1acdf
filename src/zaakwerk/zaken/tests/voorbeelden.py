"""An identification for every objectType that has one (14.1), each with its groups filled."""

from typing import Any

ADRES = {
    "wplWoonplaatsNaam": "Utrecht",
    "gorOpenbareRuimteNaam": "Lindelaan",
    "aoaPostcode": "3511AB",
    "aoaHuisnummer": 12,
    "aoaHuisletter": "a",
    "aoaHuisnummertoevoeging": "bis",
}
GEBOUWD = {
    "identificatie": "0344010000012345",
    "adresAanduidingGrp": {
        "numIdentificatie": "1",
        "oaoIdentificatie": "2",
        "aoaIdentificatie": "3",
        "ogoLocatieAanduiding": "achter",
        **ADRES,
    },
}
WOZ = {
    "wozObjectNummer": "034400012345",
    "aanduidingWozObject": {"aoaIdentificatie": "1", "locatieOmschrijving": "hoek", **ADRES},
}
KADASTER = {"kadastraleIdentificatie": "1", "kadastraleAanduiding": "UTT00 A 1"}
PERSOON = {"inpBsn": "999993653", "geslachtsnaam": "Wit"}
RECHTSPERSOON = {"innNnpId": "002220647", "statutaireNaam": "Bakkerij", "innRechtsvorm": "stichting"}

OBJECTEN: dict[str, dict[str, Any]] = {
    "adres": {
        "identificatie": "0344200000012345",
        "wplWoonplaatsNaam": "Utrecht",
        "gorOpenbareRuimteNaam": "Lindelaan",
        "huisnummer": 12,
        "huisletter": "a",
        "huisnummertoevoeging": "bis",
        "postcode": "3511AB",
    },
    "buurt": {"buurtCode": "01", "buurtNaam": "Wijk C", "gemGemeenteCode": "0344", "wykWijkCode": "02"},
    "gemeente": {"gemeenteNaam": "Utrecht", "gemeenteCode": "0344"},
    "gemeentelijke_openbare_ruimte": {"identificatie": "1", "openbareRuimteNaam": "Lindelaan"},
    "huishouden": {"nummer": "1", "isGehuisvestIn": GEBOUWD},
    "inrichtingselement": {"type": "paal", "identificatie": "1", "naam": "Lichtmast"},
    "kadastrale_onroerende_zaak": KADASTER,
    "kunstwerkdeel": {"type": "sluis", "identificatie": "1", "naam": "Sluis"},
    "maatschappelijke_activiteit": {"kvkNummer": "90001354", "handelsnaam": "Bakkerij"},
    "medewerker": {"identificatie": "fatima", "achternaam": "Amrani"},
    "natuurlijk_persoon": PERSOON,
    "niet_natuurlijk_persoon": RECHTSPERSOON,
    "openbare_ruimte": {
        "identificatie": "1",
        "wplWoonplaatsNaam": "Utrecht",
        "gorOpenbareRuimteNaam": "Lindelaan",
    },
    "organisatorische_eenheid": {"identificatie": "TEAM", "naam": "Team Groen"},
    "overige": {"overigeData": {"boom": {"soort": "linde", "hoogte": 12}}},
    "pand": {"identificatie": "0344100000012345"},
    "spoorbaandeel": {"type": "smalspoor", "identificatie": "1", "naam": "Spoor"},
    "terrein_gebouwd_object": GEBOUWD,
    "terreindeel": {"type": "groen", "identificatie": "1", "naam": "Park"},
    "vestiging": {"vestigingsNummer": "000012345678", "handelsnaam": ["Bakkerij"], "kvkNummer": "90001354"},
    "waterdeel": {"typeWaterdeel": "waterloop", "identificatie": "1", "naam": "Gracht"},
    "wegdeel": {"type": "rijbaan", "identificatie": "1", "naam": "Lindelaan"},
    "wijk": {"wijkCode": "01", "wijkNaam": "Binnenstad", "gemGemeenteCode": "0344"},
    "woonplaats": {"identificatie": "3295", "woonplaatsNaam": "Utrecht"},
    "woz_deelobject": {"nummerWozDeelObject": "1", "isOnderdeelVan": WOZ},
    "woz_object": WOZ,
    "woz_waarde": {"waardepeildatum": "20260101", "isVoor": WOZ},
    "zakelijk_recht": {
        "identificatie": "1",
        "avgAard": "eigendom",
        "heeftBetrekkingOp": KADASTER,
        "heeftAlsGerechtigde": {"natuurlijkPersoon": PERSOON, "nietNatuurlijkPersoon": RECHTSPERSOON},
    },
}
