"""Geheimhoudingen: inhabitants who would rather not be found."""

from zaakwerk.demo.events import Gezet, Stuk, Toegewezen, Uitkomst, Zaak
from zaakwerk.demo.people import ANNEKE, CHANTAL, MERYEM
from zaakwerk.demo.zaken.vaste_stukken import ingediend, verzocht

GEHEIMHOUDINGEN = (
    Zaak(
        "GEHEIMHOUDING",
        "Geheimhouding voor een schrijfster",
        start=4,
        initiator=ANNEKE,
        gegevens={"Geldt voor": "alleen de verzoeker"},
        verloop=(
            *verzocht(
                4,
                "Ik schrijf kinderboeken en krijg bezoek van lezers die het slot niet mooi vinden. "
                "Wilt u mijn adres aan niemand geven?\n\nA. Brouwer",
            ),
            Toegewezen(3, "lotte", aan="noor"),
            Gezet(2, "noor", "Controle", "Wij bellen u om te controleren dat u het zelf bent."),
        ),
    ),
    Zaak(
        "GEHEIMHOUDING",
        "Geheimhouding voor een gezin",
        start=0,
        initiator=MERYEM,
        verloop=(
            ingediend(0, "Graag voor mij en mijn twee kinderen.\n\nM. Aydin"),
            Gezet(0, "", "Ontvangen"),
        ),
    ),
    Zaak(
        "GEHEIMHOUDING",
        "Geheimhouding na een verhuizing",
        start=210,
        initiator=CHANTAL,
        gegevens={"Geldt voor": "alleen de verzoeker", "Ingangsdatum": -207},
        verloop=(
            *verzocht(210, "Mijn oude buurman hoeft niet te weten waar ik nu woon.\n\nC. Rozendaal"),
            Toegewezen(209, "lotte", aan="noor"),
            Gezet(208, "noor", "Controle"),
            Stuk(
                207,
                "noor",
                soort="Brief",
                titel="Bevestiging: uw gegevens blijven geheim",
                tekst="Vanaf {datum} geven wij uw gegevens niet meer aan anderen. Overheden krijgen ze nog "
                "wel als de wet dat zegt.",
            ),
            Uitkomst(207, "noor", "Ingewilligd", "Alleen voor de verzoeker."),
            Gezet(207, "noor", "Afgehandeld", "Wij geven uw gegevens niet meer aan anderen."),
        ),
    ),
)
