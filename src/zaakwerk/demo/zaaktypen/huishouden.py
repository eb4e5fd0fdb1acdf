"""Hulp bij het huishouden: support at home, after a talk at the kitchen table (Wmo 2015, article 2.3.2)."""

from zaakwerk.demo.declarations import (
    Besluittype,
    Documentsoort,
    Eigenschap,
    Resultaattype,
    Statustype,
    Zaaktype,
)

HUISHOUDEN = Zaaktype(
    identificatie="HUISHOUDEN",
    omschrijving="Hulp bij het huishouden",
    doel="Zorgen dat iemand zelfstandig thuis kan blijven wonen.",
    aanleiding="Iemand redt het huishouden niet meer alleen.",
    onderwerp="Hulp thuis",
    handeling_initiator="Hulp vragen",
    handeling_behandelaar="Onderzoeken",
    procestype=8,
    verantwoordelijke="Team Sociaal domein",
    doorlooptijd="P8W",
    servicenorm="P6W",
    verlengingstermijn="P4W",
    toelichting="Is er vandaag nog hulp nodig? Bel dan 099 123 45 67; dan wachten wij niet op het formulier.",
    trefwoorden=("wmo", "hulp", "huishouden", "zorg", "schoonmaken"),
    extra_rollen=(("Mantelzorger", "belanghebbende"), ("Zorgaanbieder", "adviseur")),
    besluittype=Besluittype(
        "Besluit over hulp bij het huishouden",
        "Hoeveel hulp er komt, en van wie.",
    ),
    statustypen=(
        Statustype(
            "Ontvangen",
            "Wij hebben uw vraag ontvangen",
            "Een consulent belt u voor een afspraak bij u thuis.",
            doorlooptijd="P3D",
        ),
        Statustype(
            "Gesprek",
            "Wij komen bij u langs voor een gesprek",
            "U vertelt wat nog lukt en wat niet. U mag er iemand bij vragen.",
            doorlooptijd="P3W",
            checklist=(
                ("Cliëntondersteuner aangeboden", "Is een onafhankelijke cliëntondersteuner aangeboden?"),
            ),
        ),
        Statustype(
            "Onderzoek",
            "Wij zoeken uit welke hulp past",
            "Het verslag van het gesprek hebt u gekregen. Klopt er iets niet? Laat het ons weten.",
            doorlooptijd="P2W",
            checklist=(
                ("Eigen kracht", "Wat kan de aanvrager zelf, met het gezin en met mensen in de buurt?"),
                ("Verslag toegestuurd", "Is het verslag toegestuurd?"),
            ),
        ),
        Statustype(
            "Besluit voorbereiden",
            "Wij schrijven het besluit",
            "Daarin staat hoeveel hulp u krijgt en wie u helpt.",
            doorlooptijd="P1W",
            informeren=False,
        ),
        Statustype(
            "Afgehandeld",
            "Wij hebben een besluit genomen",
            "U leest het besluit bij uw documenten. De hulp belt u om te beginnen.",
        ),
    ),
    resultaattypen=(
        Resultaattype("Toegekend", "Toegekend", "8.1.1", "U krijgt hulp bij het huishouden."),
        Resultaattype("Afgewezen", "Geweigerd", "8.2", "U krijgt geen hulp van de gemeente."),
        Resultaattype("Ingetrokken", "Ingetrokken", "8.4.1", "U hebt de hulp niet meer nodig."),
    ),
    eigenschappen=(
        Eigenschap(
            "Woonsituatie",
            "Met wie iemand woont",
            waarden=("alleen", "met partner", "met gezin"),
            stap="Gesprek",
        ),
        Eigenschap("Datum gesprek", "Wanneer de consulent langskomt", "datum", "8", stap="Gesprek"),
        Eigenschap("Uren per week", "Hoeveel hulp er nodig is", "getal", "2", stap="Besluit voorbereiden"),
    ),
    documentsoorten=(
        Documentsoort("Aanvraagformulier", "inkomend", "Ontvangen"),
        Documentsoort("Ontvangstbevestiging", "uitgaand"),
        Documentsoort("Verslag", "intern", "Onderzoek"),
        Documentsoort("Notitie", "intern"),
        Documentsoort("Brief", "uitgaand"),
        Documentsoort("Besluit", "uitgaand", "Afgehandeld"),
    ),
)
