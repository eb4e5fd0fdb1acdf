"""Hulp thuis: people for whom the vacuum cleaner became too heavy."""

from zaakwerk.demo.events import Gezet, Stuk, Toegewezen, Uitkomst, Verlengd, Zaak
from zaakwerk.demo.people import ANNEKE, GERARD, JOOP, WILLEM
from zaakwerk.demo.zaken.vaste_stukken import ontvangen

HULPVRAGEN = (
    Zaak(
        "HUISHOUDEN",
        "Hulp bij het huishouden, Dorpsstraat 21",
        start=33,
        initiator=GERARD,
        gegevens={"Woonsituatie": "alleen", "Datum gesprek": -14},
        verloop=(
            *ontvangen(
                33,
                "Ik ben 84 en de stofzuiger wint het van mij. Mijn dochter woont ver weg.\n\nG. Hendriks",
            ),
            Toegewezen(31, "lotte", aan="bram"),
            Gezet(29, "bram", "Gesprek", "Bram Kuiper komt bij u langs. Hij belt eerst."),
            Stuk(
                13,
                "bram",
                soort="Verslag",
                titel="Verslag van het gesprek",
                tekst="De heer Hendriks kookt zelf en doet de was. Zwaar werk lukt niet meer: stofzuigen, "
                "ramen, bed verschonen. Wat hij het liefst houdt: zijn duiven.",
            ),
            Gezet(10, "bram", "Onderzoek", "U hebt het verslag gekregen."),
        ),
    ),
    Zaak(
        "HUISHOUDEN",
        "Hulp na een operatie, Kerkstraat 4",
        start=58,
        initiator=WILLEM,
        gegevens={"Woonsituatie": "alleen", "Datum gesprek": -40},
        verloop=(
            *ontvangen(58, "Mijn knie is recht gezet. Nu kan ik een tijdje niets.\n\nW. Terpstra"),
            Toegewezen(56, "lotte", aan="bram"),
            Gezet(55, "bram", "Gesprek"),
            Stuk(
                38,
                "bram",
                soort="Verslag",
                titel="Verslag van het gesprek",
                tekst="Hulp is nodig voor drie maanden. De heer Terpstra wil dat alles recht "
                "teruggezet wordt.",
            ),
            Gezet(36, "bram", "Onderzoek"),
            Gezet(8, "bram", "Besluit voorbereiden"),
        ),
    ),
    Zaak(
        "HUISHOUDEN",
        "Hulp bij het huishouden, Havenkade 7",
        start=2,
        initiator=JOOP,
        verloop=ontvangen(
            2, "Mijn moeder komt bij ons wonen. Wie helpt ons met haar kamer?\n\nJ. van der Velde"
        ),
    ),
    Zaak(
        "HUISHOUDEN",
        "Hulp bij het huishouden, Vijverlaan 3",
        start=300,
        initiator=ANNEKE,
        gegevens={"Woonsituatie": "met partner", "Datum gesprek": -270, "Uren per week": "3"},
        verloop=(
            *ontvangen(300, "Mijn man is ziek en ik schrijf overdag.\n\nA. Brouwer"),
            Toegewezen(298, "lotte", aan="bram"),
            Gezet(296, "bram", "Gesprek"),
            Stuk(
                268,
                "bram",
                soort="Verslag",
                titel="Verslag van het gesprek",
                tekst="Mevrouw Brouwer zorgt voor haar man. Drie uur hulp in de week geeft haar lucht.",
            ),
            Gezet(265, "bram", "Onderzoek"),
            Verlengd(255, "lotte", "Wij zoeken een hulp die ook voorleest"),
            Gezet(235, "bram", "Besluit voorbereiden"),
            Stuk(
                230,
                "bram",
                soort="Besluit",
                titel="Besluit: u krijgt drie uur hulp",
                tekst="U krijgt drie uur hulp per week. De hulp belt u om te beginnen.",
            ),
            Uitkomst(230, "bram", "Toegekend", "Drie uur per week."),
            Gezet(230, "bram", "Afgehandeld", "U krijgt drie uur hulp per week."),
        ),
    ),
)
