"""Omgevingsvergunning kappen boom: may this tree be felled, and must another one be planted."""

from zaakwerk.demo.declarations import (
    Besluittype,
    Documentsoort,
    Eigenschap,
    Resultaattype,
    Statustype,
    Zaaktype,
)

KAPPEN = Zaaktype(
    identificatie="KAPPEN",
    omschrijving="Omgevingsvergunning kappen boom",
    doel="Bepalen of een boom weg mag, en of er een nieuwe voor terugkomt.",
    aanleiding="Iemand wil een boom kappen die dikker is dan 30 centimeter.",
    onderwerp="Kappen van een boom",
    handeling_initiator="Aanvragen",
    handeling_behandelaar="Beoordelen",
    procestype=11,
    verantwoordelijke="Team Vergunningen",
    doorlooptijd="P8W",
    servicenorm="P6W",
    verlengingstermijn="P6W",
    vertrouwelijkheid="openbaar",
    toelichting="Een zieke boom die gevaar oplevert, mag na een melding meteen weg. Bel dan eerst de "
    "wijkbeheerder.",
    publicatietekst="De aanvraag en het besluit staan in het gemeenteblad.",
    trefwoorden=("boom", "kappen", "kapvergunning", "groen"),
    besluittype=Besluittype(
        "Besluit op een aanvraag om te kappen",
        "Mag de boom weg, en moet er een nieuwe voor terugkomen.",
        publicatietekst="Het besluit staat in het gemeenteblad.",
    ),
    statustypen=(
        Statustype(
            "Ontvangen",
            "Wij hebben uw aanvraag ontvangen",
            "U hebt een bevestiging gekregen. Daarin staat wanneer u antwoord krijgt.",
            doorlooptijd="P3D",
        ),
        Statustype(
            "Volledigheid",
            "Wij kijken of uw aanvraag compleet is",
            "Missen wij iets? Dan vragen wij het u. Zolang wij wachten, telt de tijd niet mee.",
            doorlooptijd="P1W",
            checklist=(
                ("Boom op de tekening", "Staat de boom op de tekening?"),
                ("Aanvrager is eigenaar", "Is de aanvrager eigenaar van de grond?"),
            ),
        ),
        Statustype(
            "Onderzoek ter plaatse",
            "Onze boomdeskundige bekijkt de boom",
            "De boomdeskundige belt u om een afspraak te maken. U hoeft er niet bij te zijn.",
            doorlooptijd="P3W",
            checklist=(
                ("Broedende vogels", "Broeden er vogels in de boom?"),
                ("Bijzondere boom", "Staat de boom op de lijst van bijzondere bomen?"),
            ),
        ),
        Statustype(
            "Besluit voorbereiden",
            "Wij schrijven het besluit",
            "De boomdeskundige heeft advies gegeven. Nu wegen wij alles af.",
            doorlooptijd="P1W",
            informeren=False,
        ),
        Statustype(
            "Afgehandeld",
            "Wij hebben een besluit genomen",
            "U leest het besluit bij uw documenten. Daarin staat ook wat u kunt doen als u het er niet "
            "mee eens bent.",
        ),
    ),
    resultaattypen=(
        Resultaattype(
            "Verleend met herplant",
            "Verleend",
            "11.1.12",
            "De boom mag weg. Er moet een nieuwe boom komen.",
            afleidingswijze="eigenschap",
            datumkenmerk="Herplant uiterlijk",
        ),
        Resultaattype(
            "Verleend", "Verleend", "11.1.1", "De boom mag weg. Er hoeft geen nieuwe boom te komen."
        ),
        Resultaattype(
            "Verleend, bijzondere boom",
            "Verleend",
            "11.1.6",
            "De boom stond op de lijst van bijzondere bomen. Wij bewaren dit dossier voor altijd.",
        ),
        Resultaattype("Geweigerd", "Geweigerd", "11.2", "De boom moet blijven staan."),
        Resultaattype("Ingetrokken", "Ingetrokken", "11.4", "De aanvrager wilde niet meer verder."),
    ),
    eigenschappen=(
        Eigenschap("Boomsoort", "Welke boom het is", lengte="50", stap="Volledigheid"),
        Eigenschap("Stamomtrek in cm", "Omtrek op 1,30 meter hoogte", "getal", "3", stap="Volledigheid"),
        Eigenschap(
            "Reden",
            "Waarom de boom weg moet",
            waarden=("ziek of dood", "gevaar", "overlast", "bouwen", "anders"),
            stap="Volledigheid",
        ),
        Eigenschap("Herplant uiterlijk", "Wanneer de nieuwe boom er moet staan", "datum", "8"),
    ),
    documentsoorten=(
        Documentsoort("Aanvraagformulier", "inkomend", "Ontvangen"),
        Documentsoort("Tekening", "inkomend", "Volledigheid"),
        Documentsoort("Foto", "inkomend"),
        Documentsoort("Ontvangstbevestiging", "uitgaand"),
        Documentsoort("Brief", "uitgaand"),
        Documentsoort("Advies", "intern", "Besluit voorbereiden"),
        Documentsoort("Besluit", "uitgaand", "Afgehandeld"),
    ),
)
