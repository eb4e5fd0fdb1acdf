"""Parkeervergunning bewoners: a place to park in the streets of the old town."""

from zaakwerk.demo.declarations import (
    Besluittype,
    Documentsoort,
    Eigenschap,
    Resultaattype,
    Statustype,
    Zaaktype,
)

PARKEREN = Zaaktype(
    identificatie="PARKEREN",
    omschrijving="Parkeervergunning bewoners",
    doel="De parkeerplaatsen in het centrum eerlijk verdelen over wie er woont.",
    aanleiding="Een bewoner van het centrum wil de auto dicht bij huis parkeren.",
    onderwerp="Parkeren in het centrum",
    handeling_initiator="Aanvragen",
    handeling_behandelaar="Beoordelen",
    procestype=11,
    verantwoordelijke="Team Dienstverlening",
    doorlooptijd="P4W",
    servicenorm="P2W",
    trefwoorden=("parkeren", "auto", "vergunning"),
    besluittype=Besluittype(
        "Besluit op een aanvraag om te parkeren",
        "Mag de auto in het centrum staan.",
    ),
    statustypen=(
        Statustype(
            "Ontvangen",
            "Wij hebben uw aanvraag ontvangen",
            "U hebt een bevestiging gekregen.",
            doorlooptijd="P2D",
        ),
        Statustype(
            "Controle",
            "Wij controleren uw gegevens",
            "Wij kijken of u in het centrum woont en of de auto op uw naam staat.",
            doorlooptijd="P1W",
            checklist=(
                ("Woont in het centrum", "Woont de aanvrager in het centrum?"),
                ("Auto op naam", "Staat de auto op naam van de aanvrager?"),
            ),
        ),
        Statustype(
            "Afgehandeld",
            "Wij hebben een besluit genomen",
            "Hebt u een vergunning gekregen? Dan kunt u die meteen gebruiken. U krijgt geen kaart.",
        ),
    ),
    resultaattypen=(
        Resultaattype(
            "Verleend",
            "Verleend",
            "11.1.2",
            "U mag parkeren in het centrum zolang de vergunning geldt.",
            afleidingswijze="eigenschap",
            datumkenmerk="Geldig tot en met",
        ),
        Resultaattype("Geweigerd", "Geweigerd", "11.2", "U krijgt geen vergunning."),
        Resultaattype("Ingetrokken", "Ingetrokken", "11.4", "U had de vergunning niet meer nodig."),
    ),
    eigenschappen=(
        Eigenschap("Kenteken", "Kenteken van de auto", lengte="8", stap="Controle"),
        Eigenschap(
            "Zone", "Deel van het centrum", waarden=("Havenkwartier", "Marktkwartier"), stap="Controle"
        ),
        Eigenschap("Geldig tot en met", "Laatste dag van de vergunning", "datum", "8", stap="Afgehandeld"),
    ),
    documentsoorten=(
        Documentsoort("Aanvraagformulier", "inkomend", "Ontvangen"),
        Documentsoort("Ontvangstbevestiging", "uitgaand"),
        Documentsoort("Brief", "uitgaand"),
        Documentsoort("Besluit", "uitgaand", "Afgehandeld"),
    ),
)
