"""Evenementenvergunning: a feast in the open air, with the advice of the fire brigade as a zaak below it."""

from zaakwerk.demo.declarations import (
    Besluittype,
    Documentsoort,
    Eigenschap,
    Resultaattype,
    Statustype,
    Zaaktype,
)

EVENEMENT = Zaaktype(
    identificatie="EVENEMENT",
    omschrijving="Evenementenvergunning",
    doel="Zorgen dat een evenement leuk en veilig is, ook voor wie ernaast woont.",
    aanleiding="Iemand wil buiten iets organiseren voor meer dan honderd mensen.",
    onderwerp="Evenement in de openbare ruimte",
    handeling_initiator="Aanvragen",
    handeling_behandelaar="Beoordelen",
    initiator="Organisator",
    procestype=11,
    verantwoordelijke="Team Vergunningen",
    doorlooptijd="P12W",
    servicenorm="P8W",
    verlengingstermijn="P4W",
    vertrouwelijkheid="openbaar",
    publicatietekst="De aanvraag en het besluit staan in het gemeenteblad.",
    trefwoorden=("evenement", "feest", "markt", "muziek"),
    deelzaaktypen=("BRANDVEILIGHEID",),
    extra_rollen=(("Omwonende", "belanghebbende"), ("Leverancier", "belanghebbende")),
    besluittype=Besluittype(
        "Besluit op een aanvraag voor een evenement",
        "Mag het evenement doorgaan, en met welke regels.",
        publicatietekst="Het besluit staat in het gemeenteblad.",
    ),
    statustypen=(
        Statustype(
            "Ontvangen",
            "Wij hebben uw aanvraag ontvangen",
            "U hebt een bevestiging gekregen met een contactpersoon.",
            doorlooptijd="P3D",
        ),
        Statustype(
            "Volledigheid",
            "Wij kijken of uw plan compleet is",
            "Wij letten op de plattegrond, de begintijd en de eindtijd, en het plan voor de veiligheid.",
            doorlooptijd="P2W",
            checklist=(
                ("Plattegrond", "Is er een plattegrond?"),
                ("Veiligheidsplan", "Is er een plan voor de veiligheid?"),
            ),
        ),
        Statustype(
            "Advies",
            "Politie, brandweer en GGD geven advies",
            "Bij een groot evenement praten wij hier samen met u over.",
            doorlooptijd="P4W",
        ),
        Statustype(
            "Besluit voorbereiden",
            "Wij schrijven het besluit",
            "De adviezen zijn binnen. Nu wegen wij alles af.",
            doorlooptijd="P2W",
            informeren=False,
        ),
        Statustype(
            "Afgehandeld",
            "Wij hebben een besluit genomen",
            "U leest het besluit bij uw documenten. Daarin staat ook aan welke regels u zich moet houden.",
        ),
    ),
    resultaattypen=(
        Resultaattype("Verleend", "Verleend", "11.1.1", "Het evenement mag doorgaan."),
        Resultaattype(
            "Verleend voor een reeks",
            "Verleend",
            "11.1.2",
            "Het evenement mag vaker doorgaan, tot en met de laatste dag.",
            afleidingswijze="eigenschap",
            datumkenmerk="Laatste dag",
        ),
        Resultaattype("Geweigerd", "Geweigerd", "11.2", "Het evenement mag niet doorgaan."),
        Resultaattype("Ingetrokken", "Ingetrokken", "11.4", "De organisator wilde niet meer verder."),
    ),
    eigenschappen=(
        Eigenschap("Eerste dag", "De dag waarop het begint", "datum", "8", stap="Volledigheid"),
        Eigenschap("Laatste dag", "De dag waarop het eindigt", "datum", "8", stap="Volledigheid"),
        Eigenschap("Bezoekers", "Hoeveel mensen er tegelijk zijn", "getal", "6", stap="Volledigheid"),
        Eigenschap("Muziek", "Of er muziek met versterkers is", waarden=("ja", "nee"), stap="Volledigheid"),
    ),
    documentsoorten=(
        Documentsoort("Aanvraagformulier", "inkomend", "Ontvangen"),
        Documentsoort("Tekening", "inkomend", "Volledigheid"),
        Documentsoort("Plan", "inkomend", "Volledigheid"),
        Documentsoort("Ontvangstbevestiging", "uitgaand"),
        Documentsoort("Brief", "uitgaand"),
        Documentsoort("Advies", "intern", "Besluit voorbereiden"),
        Documentsoort("Besluit", "uitgaand", "Afgehandeld"),
    ),
)

BRANDVEILIGHEID = Zaaktype(
    identificatie="BRANDVEILIGHEID",
    omschrijving="Advies brandveiligheid",
    doel="Weten of een evenement veilig is bij brand.",
    aanleiding="Team Vergunningen vraagt advies bij een evenement met meer dan 250 bezoekers.",
    onderwerp="Brandveiligheid van een evenement",
    handeling_initiator="Vragen",
    handeling_behandelaar="Adviseren",
    initiator="Vrager",
    procestype=21,
    verantwoordelijke="Brandweer Zonneland",
    doorlooptijd="P4W",
    servicenorm="P3W",
    vertrouwelijkheid="intern",
    intern_of_extern="intern",
    opschorten=False,
    trefwoorden=("brandweer", "advies"),
    statustypen=(
        Statustype("Gevraagd", "Het advies is gevraagd", "De brandweer heeft de vraag.", doorlooptijd="P1W"),
        Statustype(
            "In onderzoek", "De brandweer onderzoekt het plan", "", doorlooptijd="P2W", informeren=False
        ),
        Statustype("Afgehandeld", "Het advies is klaar", "Het advies staat bij de documenten."),
    ),
    resultaattypen=(
        Resultaattype(
            "Advies gegeven",
            "Verwerkt",
            "21.1.1",
            "Er ligt een advies. Wij bewaren het even lang als het dossier van het evenement.",
            afleidingswijze="hoofdzaak",
        ),
        Resultaattype("Geen advies nodig", "Niet nodig", "21.2", "Bij nader inzien is advies niet nodig."),
    ),
    eigenschappen=(Eigenschap("Bezoekers", "Hoeveel mensen er tegelijk zijn", "getal", "6"),),
    documentsoorten=(
        Documentsoort("Tekening", "inkomend"),
        Documentsoort("Advies", "intern", "Afgehandeld"),
    ),
)
