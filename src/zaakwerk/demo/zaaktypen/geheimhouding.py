"""Geheimhouding: the municipality gives no data of a person to others (Wet BRP, article 2.59)."""

from zaakwerk.demo.declarations import Documentsoort, Eigenschap, Resultaattype, Statustype, Zaaktype

GEHEIMHOUDING = Zaaktype(
    identificatie="GEHEIMHOUDING",
    omschrijving="Geheimhouding persoonsgegevens",
    doel="Zorgen dat niet iedereen te weten komt waar iemand woont.",
    aanleiding="Iemand wil niet dat de gemeente gegevens aan anderen geeft.",
    onderwerp="Gegevens die niet aan anderen worden gegeven",
    handeling_initiator="Verzoeken",
    handeling_behandelaar="Verwerken",
    initiator="Verzoeker",
    procestype=6,
    verantwoordelijke="Team Dienstverlening",
    doorlooptijd="P4W",
    servicenorm="P5D",
    opschorten=False,
    toelichting="Overheden krijgen de gegevens wel: de Belastingdienst weet u dus nog steeds te vinden.",
    trefwoorden=("geheimhouding", "gegevens", "brp", "privacy", "adres"),
    statustypen=(
        Statustype(
            "Ontvangen", "Wij hebben uw verzoek ontvangen", "U hoeft nu niets te doen.", doorlooptijd="P1D"
        ),
        Statustype(
            "Controle",
            "Wij controleren uw verzoek",
            "Wij kijken of het verzoek echt van u komt, en voor wie het geldt.",
            doorlooptijd="P2D",
            checklist=(
                ("Identiteit vastgesteld", "Is vastgesteld wie het verzoek doet?"),
                ("Kinderen onder de zestien", "Gelden er kinderen onder de zestien mee?"),
            ),
        ),
        Statustype(
            "Afgehandeld", "Uw verzoek is verwerkt", "In de bevestiging staat vanaf wanneer het geldt."
        ),
    ),
    resultaattypen=(
        Resultaattype("Ingewilligd", "Toegekend", "6.1.7", "Wij geven uw gegevens niet meer aan anderen."),
        Resultaattype("Afgewezen", "Afgewezen", "6.2", "Wij kunnen niet doen wat u vraagt."),
        Resultaattype("Ingetrokken", "Ingetrokken", "6.3", "U wilde het bij nader inzien niet meer."),
    ),
    eigenschappen=(
        Eigenschap(
            "Geldt voor",
            "Voor wie de geheimhouding geldt",
            waarden=("alleen de verzoeker", "verzoeker en kinderen"),
            stap="Controle",
        ),
        Eigenschap("Ingangsdatum", "Vanaf wanneer het geldt", "datum", "8", stap="Afgehandeld"),
    ),
    documentsoorten=(
        Documentsoort("Aanvraagformulier", "inkomend", "Ontvangen"),
        Documentsoort("Ontvangstbevestiging", "uitgaand"),
        Documentsoort("Notitie", "intern"),
        Documentsoort("Brief", "uitgaand", "Afgehandeld"),
    ),
)
