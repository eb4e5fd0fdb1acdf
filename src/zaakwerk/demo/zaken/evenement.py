"""Evenementen: feasts to come, feasts that were, and one that was too hot."""

from zaakwerk.demo.events import Betrokken, Gezet, Stuk, Toegewezen, Uitkomst, Zaak
from zaakwerk.demo.people import BRANDWEER, EGELANTIER, HARMONIE, KRAKELING, LOTTE, SANNE, WILLEM
from zaakwerk.demo.zaken.vaste_stukken import ontvangen

EVENEMENTEN = (
    Zaak(
        "EVENEMENT",
        "Krakelingenfeest op het Marktplein",
        naam="krakelingenfeest",
        start=60,
        initiator=KRAKELING,
        plek=(5.21588, 52.54990),
        gegevens={"Eerste dag": 45, "Laatste dag": 46, "Bezoekers": "1200", "Muziek": "ja"},
        toelichting="Feest voor het 75-jarig bestaan van de bakkerij, met de langste krakeling van de "
        "provincie.",
        verloop=(
            *ontvangen(
                60,
                "Onze bakkerij bestaat 75 jaar. Dat vieren wij op het Marktplein met een krakeling van "
                "40 meter. "
                "Iedereen mag een stuk komen eten. Er is muziek van de harmonie, tot 22.00 uur.\n\n"
                "Bakkerij De Gouden Krakeling",
            ),
            Stuk(
                60,
                soort="Tekening",
                titel="Plattegrond Marktplein",
                tekst="P = podium. K = de krakeling (40 meter). De route voor de brandweer blijft vrij.",
                tekening="plein",
            ),
            Betrokken(58, "lotte", rol="Zaakcoördinator", betrokkene=LOTTE),
            Toegewezen(58, "lotte", aan="fatima"),
            Gezet(57, "fatima", "Volledigheid", "Wij missen nog het plan voor de veiligheid."),
            Stuk(
                50,
                soort="Plan",
                titel="Plan voor de veiligheid",
                tekst="1. Vier verkeersregelaars bij de ingangen.\n2. Twee EHBO'ers naast het podium.\n"
                "3. De ovens staan in de bakkerij, niet op het plein.\n4. Bij onweer stoppen wij.",
            ),
            Betrokken(
                48,
                "fatima",
                rol="Omwonende",
                betrokkene=WILLEM,
                toelichting="Wil weten hoe laat de muziek stopt",
            ),
            Gezet(47, "fatima", "Advies", "Wij vragen advies aan politie, brandweer en GGD."),
            Stuk(
                9,
                "fatima",
                soort="Advies",
                titel="Advies politie",
                tekst="Geen bezwaar als de Kerkstraat open blijft voor hulpdiensten.",
                auteur="Politie Zonneland",
            ),
        ),
    ),
    Zaak(
        "BRANDVEILIGHEID",
        "Brandveiligheid Krakelingenfeest",
        naam="brand-krakelingenfeest",
        hoofdzaak="krakelingenfeest",
        start=47,
        initiator="Vergunningen",
        gegevens={"Bezoekers": "1200"},
        verloop=(
            Gezet(47, "fatima", "Gevraagd"),
            Betrokken(46, "fatima", rol="Adviseur", betrokkene=BRANDWEER),
            Toegewezen(45, "lotte", aan="joris"),
            Gezet(40, "joris", "In onderzoek", "De brandweer wil nog weten waar de gasflessen staan."),
        ),
    ),
    Zaak(
        "EVENEMENT",
        "Kerstconcert in de muziektent",
        start=82,
        initiator=HARMONIE,
        plek=(5.21811, 52.55043),
        gegevens={"Eerste dag": 26, "Laatste dag": 26, "Bezoekers": "180", "Muziek": "ja"},
        verloop=(
            *ontvangen(
                82,
                "Wij spelen kerstliedjes in de muziektent, met warme chocolademelk.\n\nHarmonie Ons Genoegen",
            ),
            Toegewezen(80, "lotte", aan="fatima"),
            Gezet(79, "fatima", "Volledigheid"),
            Betrokken(
                70,
                "fatima",
                rol="Leverancier",
                betrokkene=KRAKELING,
                toelichting="Verzorgt de kerstkransjes",
            ),
            Gezet(62, "fatima", "Advies"),
            Stuk(
                40,
                "fatima",
                soort="Advies",
                titel="Advies brandweer",
                tekst="Geen bezwaar. Zet de vuurkorf op 5 meter van de tent.",
                auteur="Brandweer Zonneland",
            ),
            Gezet(20, "fatima", "Besluit voorbereiden"),
            Stuk(
                3,
                "fatima",
                soort="Besluit",
                titel="Besluit: het kerstconcert mag doorgaan",
                tekst="U mag het kerstconcert houden. De muziek stopt om 21.00 uur. "
                "De vuurkorf staat op 5 meter van de tent.",
            ),
            Uitkomst(1, "fatima", "Verleend", "Muziek tot 21.00 uur, vuurkorf op 5 meter van de tent."),
        ),
    ),
    Zaak(
        "EVENEMENT",
        "Straatfeest Lindelaan",
        start=150,
        initiator=SANNE,
        gegevens={"Eerste dag": -74, "Laatste dag": -74, "Bezoekers": "120", "Muziek": "nee"},
        verloop=(
            *ontvangen(
                150,
                "Met de hele straat willen wij een lange tafel op de Lindelaan zetten. Iedereen neemt "
                "iets te eten mee.\n\n"
                "S. de Wit",
            ),
            Toegewezen(148, "lotte", aan="fatima"),
            Gezet(146, "fatima", "Volledigheid"),
            Gezet(130, "fatima", "Advies"),
            Gezet(112, "fatima", "Besluit voorbereiden"),
            Stuk(
                100,
                "fatima",
                soort="Besluit",
                titel="Besluit: het straatfeest mag doorgaan",
                tekst="U mag op {na[26]} een straatfeest houden. De Lindelaan is dan dicht voor auto's "
                "van 12.00 tot 23.00 uur. "
                "Wij brengen de hekken. Eet smakelijk!",
            ),
            Uitkomst(100, "fatima", "Verleend"),
            Gezet(100, "fatima", "Afgehandeld", "Het straatfeest mag doorgaan. Wij brengen de hekken."),
        ),
    ),
    Zaak(
        "EVENEMENT",
        "Rommelmarkt, elke eerste zaterdag van de maand",
        start=200,
        initiator=EGELANTIER,
        gegevens={"Eerste dag": -140, "Laatste dag": 120, "Bezoekers": "300", "Muziek": "nee"},
        verloop=(
            *ontvangen(
                200,
                "Elke eerste zaterdag van de maand een rommelmarkt in de Egelantierstraat.\n\nDe "
                "buurtvereniging",
            ),
            Toegewezen(198, "lotte", aan="fatima"),
            Gezet(197, "fatima", "Volledigheid"),
            Gezet(185, "fatima", "Advies"),
            Gezet(170, "fatima", "Besluit voorbereiden"),
            Stuk(
                160,
                "fatima",
                soort="Besluit",
                titel="Besluit: de rommelmarkt mag doorgaan",
                tekst="U mag elke eerste zaterdag een rommelmarkt houden, tot en met {na[280]}.",
            ),
            Uitkomst(160, "fatima", "Verleend voor een reeks", "Tot en met de laatste dag in de aanvraag."),
            Gezet(160, "fatima", "Afgehandeld", "De rommelmarkt mag doorgaan."),
        ),
    ),
    Zaak(
        "EVENEMENT",
        "Bakkersmarkt met open ovenvuur",
        naam="ovenvuur",
        start=320,
        initiator=KRAKELING,
        gegevens={"Eerste dag": -230, "Laatste dag": -230, "Bezoekers": "600", "Muziek": "nee"},
        verloop=(
            *ontvangen(
                320,
                "Wij willen op het plein brood bakken op open vuur, zoals vroeger.\n\nBakkerij De Gouden "
                "Krakeling",
            ),
            Toegewezen(318, "lotte", aan="fatima"),
            Gezet(315, "fatima", "Volledigheid"),
            Gezet(305, "fatima", "Advies", "De brandweer kijkt of het veilig kan."),
            Gezet(272, "fatima", "Besluit voorbereiden"),
            Stuk(
                260,
                "fatima",
                soort="Besluit",
                titel="Besluit: de bakkersmarkt mag niet doorgaan",
                tekst="Zes open vuren tussen houten kramen zijn niet veilig. Daarom geven wij geen "
                "vergunning. "
                "Wij denken graag mee over een markt met ovens op een aanhanger.",
            ),
            Uitkomst(260, "lotte", "Geweigerd", "Open vuur tussen houten kramen is niet veilig."),
            Gezet(260, "fatima", "Afgehandeld", "De markt mag in deze vorm niet doorgaan."),
        ),
    ),
    Zaak(
        "BRANDVEILIGHEID",
        "Brandveiligheid bakkersmarkt",
        hoofdzaak="ovenvuur",
        start=305,
        initiator="Vergunningen",
        gegevens={"Bezoekers": "600"},
        verloop=(
            Gezet(305, "fatima", "Gevraagd"),
            Betrokken(304, "fatima", rol="Adviseur", betrokkene=BRANDWEER),
            Toegewezen(303, "lotte", aan="joris"),
            Gezet(298, "joris", "In onderzoek"),
            Stuk(
                276,
                "joris",
                soort="Advies",
                titel="Advies brandweer: niet doen",
                tekst="Zes open vuren, houten kramen, stro op de grond en wind uit het westen. Wij raden "
                "dit af.",
                auteur="Brandweer Zonneland",
            ),
            Uitkomst(275, "joris", "Advies gegeven", "De brandweer raadt open vuur op het plein af."),
            Gezet(275, "joris", "Afgehandeld"),
        ),
    ),
)
