"""Bezwaar: somebody disagrees with a besluit, and the municipality looks at it again (Awb, chapter 7)."""

from zaakwerk.demo.declarations import (
    Besluittype,
    Documentsoort,
    Eigenschap,
    Resultaattype,
    Statustype,
    Zaaktype,
)

BEZWAAR = Zaaktype(
    identificatie="BEZWAAR",
    omschrijving="Bezwaar tegen een besluit",
    doel="Een besluit eerlijk opnieuw bekijken.",
    aanleiding="Iemand is het niet eens met een besluit van de gemeente.",
    onderwerp="Een besluit dat opnieuw bekeken wordt",
    handeling_initiator="Bezwaar maken",
    handeling_behandelaar="Heroverwegen",
    initiator="Bezwaarmaker",
    procestype=13,
    verantwoordelijke="Team Juridische zaken",
    doorlooptijd="P12W",
    servicenorm="P10W",
    verlengingstermijn="P6W",
    toelichting="Bezwaar maken kan tot zes weken na het besluit. De commissie die advies geeft, werkt niet "
    "bij de gemeente.",
    trefwoorden=("bezwaar", "besluit", "niet eens"),
    extra_rollen=(("Gemachtigde", "mede_initiator"),),
    besluittype=Besluittype(
        "Beslissing op bezwaar",
        "Blijft het besluit zoals het was, of verandert het.",
    ),
    statustypen=(
        Statustype(
            "Ontvangen",
            "Wij hebben uw bezwaar ontvangen",
            "U hebt een bevestiging gekregen. Daarin staat wie uw bezwaar behandelt.",
            doorlooptijd="P3D",
        ),
        Statustype(
            "Ontvankelijkheid",
            "Wij kijken of wij uw bezwaar kunnen behandelen",
            "Wij letten op de datum van uw brief en of u zegt waarom u het niet eens bent met het besluit.",
            doorlooptijd="P2W",
            checklist=(
                ("Op tijd ingediend", "Is het bezwaar op tijd ingediend?"),
                ("Reden genoemd", "Staat erin waarom de bezwaarmaker het niet eens is met het besluit?"),
                ("Belanghebbende", "Is de bezwaarmaker belanghebbende?"),
            ),
        ),
        Statustype(
            "Hoorzitting",
            "U kunt uw bezwaar toelichten",
            "U krijgt een uitnodiging voor een gesprek met de commissie. U mag iemand meenemen.",
            doorlooptijd="P4W",
        ),
        Statustype(
            "Besluit voorbereiden",
            "Wij schrijven de beslissing op uw bezwaar",
            "De commissie heeft advies gegeven. Nu wegen wij alles opnieuw af.",
            doorlooptijd="P3W",
            informeren=False,
        ),
        Statustype(
            "Afgehandeld",
            "Wij hebben beslist op uw bezwaar",
            "U leest de beslissing bij uw documenten. Daarin staat ook hoe u naar de rechter kunt gaan.",
        ),
    ),
    resultaattypen=(
        Resultaattype("Ongegrond", "Ongegrond", "13.1", "Het besluit blijft zoals het was."),
        Resultaattype("Gegrond", "Gegrond", "13.1", "U hebt gelijk. Wij veranderen het besluit."),
        Resultaattype(
            "Gegrond met kosten",
            "Gegrond",
            "13.1.1",
            "U hebt gelijk. Wij veranderen het besluit en betalen een deel van uw kosten.",
        ),
        Resultaattype(
            "Niet-ontvankelijk",
            "Niet ontvankelijk",
            "13.1.4",
            "Wij kunnen uw bezwaar niet behandelen, bijvoorbeeld omdat het te laat is.",
        ),
        Resultaattype("Ingetrokken", "Ingetrokken", "13.2", "U wilde niet meer verder met uw bezwaar."),
    ),
    eigenschappen=(
        Eigenschap("Datum besluit", "Wanneer het besluit bekend werd", "datum", "8", stap="Ontvankelijkheid"),
        Eigenschap(
            "Reden van bezwaar", "Waarom het besluit niet klopt", lengte="250", stap="Ontvankelijkheid"
        ),
        Eigenschap("Wil gehoord worden", "Of er een zitting komt", waarden=("ja", "nee"), stap="Hoorzitting"),
    ),
    documentsoorten=(
        Documentsoort("Bezwaarschrift", "inkomend", "Ontvangen"),
        Documentsoort("Ontvangstbevestiging", "uitgaand"),
        Documentsoort("Brief", "uitgaand"),
        Documentsoort("Verslag", "intern", "Besluit voorbereiden"),
        Documentsoort("Advies", "intern", "Besluit voorbereiden"),
        Documentsoort("Besluit", "uitgaand", "Afgehandeld"),
    ),
)
