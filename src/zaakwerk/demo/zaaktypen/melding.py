"""Melding openbare ruimte: something outside is broken, dirty or crooked."""

from zaakwerk.demo.declarations import Documentsoort, Eigenschap, Resultaattype, Statustype, Zaaktype

MELDING = Zaaktype(
    identificatie="MELDING",
    omschrijving="Melding openbare ruimte",
    doel="Buiten alles heel, schoon en veilig houden.",
    aanleiding="Iemand ziet dat er buiten iets kapot, vuil of gevaarlijk is.",
    onderwerp="Heel, schoon en veilig",
    handeling_initiator="Melden",
    handeling_behandelaar="Oplossen",
    initiator="Melder",
    procestype=15,
    verantwoordelijke="Team Openbare ruimte",
    doorlooptijd="P3W",
    servicenorm="P1W",
    opschorten=False,
    toelichting="Is er direct gevaar? Bel dan 099 123 45 67, dag en nacht.",
    trefwoorden=("melding", "stoep", "lamp", "afval", "boom", "speeltuin"),
    statustypen=(
        Statustype(
            "Gemeld", "Wij hebben uw melding ontvangen", "Een wijkbeheerder gaat kijken.", doorlooptijd="P2D"
        ),
        Statustype(
            "Ingepland",
            "Wij weten wie het gaat oplossen",
            "Het werk staat in de planning.",
            doorlooptijd="P1W",
        ),
        Statustype("In uitvoering", "Wij zijn ermee bezig", "", doorlooptijd="P3D", informeren=False),
        Statustype("Afgehandeld", "Wij zijn klaar", "U leest bij het resultaat wat wij hebben gedaan."),
    ),
    resultaattypen=(
        Resultaattype("Opgelost", "Verwerkt", "15.1", "Het is gemaakt of opgeruimd."),
        Resultaattype("Niet opgelost", "Niet nodig", "15.2", "Wij hoefden of konden niets doen."),
        Resultaattype("Dubbele melding", "Afgebroken", "15.3", "Iemand anders had dit al gemeld."),
    ),
    eigenschappen=(
        Eigenschap(
            "Soort",
            "Waar het over gaat",
            waarden=("bestrating", "verlichting", "afval", "groen", "spelen", "anders"),
            stap="Ingepland",
        ),
        Eigenschap("Plaats", "Waar het is, in woorden", lengte="200"),
    ),
    documentsoorten=(
        Documentsoort("Melding", "inkomend", "Gemeld"),
        Documentsoort("Foto", "inkomend"),
        Documentsoort("Brief", "uitgaand"),
        Documentsoort("Notitie", "intern"),
    ),
)
