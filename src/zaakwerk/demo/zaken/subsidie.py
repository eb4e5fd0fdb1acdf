"""Subsidies: plans of neighbours, from flower boxes to a Ferris wheel."""

from zaakwerk.demo.events import Betrokken, Gezet, Opgeschort, Stuk, Toegewezen, Uitkomst, Zaak
from zaakwerk.demo.people import CHANTAL, EGELANTIER, HARMONIE, JOOP, MERYEM, SANNE, WILLEM
from zaakwerk.demo.zaken.vaste_stukken import ingediend, ontvangen

SUBSIDIES = (
    Zaak(
        "SUBSIDIE",
        "Bankjes en bloembakken in de Egelantierstraat",
        start=20,
        initiator=EGELANTIER,
        gegevens={"Bedrag in euro": "3200", "Buurt": "Egelantier", "Plan klaar op": 150},
        verloop=(
            *ontvangen(
                20, "Vier bankjes en twaalf bloembakken. De buurt houdt ze zelf bij.\n\nDe Egelantier"
            ),
            Stuk(
                20,
                soort="Begroting",
                titel="Begroting bankjes",
                tekst="Bankjes, 4 x 550 euro: 2.200 euro\nBloembakken, 12 x 75 euro: 900 euro\n"
                "Aarde en planten: 500 euro\nZelf betalen: 400 euro\n\nGevraagd: 3.200 euro",
                tekening="bankje",
            ),
            Betrokken(18, "noor", rol="Contactpersoon", betrokkene=MERYEM, toelichting="Penningmeester"),
            Toegewezen(18, "lotte", aan="noor"),
            Gezet(17, "noor", "Beoordelen", "Wij bespreken uw plan met de wijkraad."),
        ),
    ),
    Zaak(
        "SUBSIDIE",
        "Groene gevels in de Lindelaan",
        start=35,
        initiator=SANNE,
        gegevens={"Bedrag in euro": "1850", "Buurt": "Lindekwartier"},
        verloop=(
            *ontvangen(35, "Met twintig buren willen wij klimplanten tegen onze gevels zetten.\n\nS. de Wit"),
            Stuk(
                35,
                soort="Plan",
                titel="Plan Groene gevels",
                tekst="Elk huis haalt een rij tegels weg en zet er een klimplant in. Wie geen groene "
                "vingers heeft, "
                "krijgt hulp van de buren. In mei is de straat groen.",
                tekening="boom",
            ),
            Toegewezen(33, "lotte", aan="noor"),
            Gezet(32, "noor", "Beoordelen"),
            Stuk(
                15,
                "noor",
                soort="Brief",
                titel="Brief: wij missen uw begroting",
                tekst="Wat een mooi plan. Wij missen alleen nog de begroting. Stuurt u die voor {na[21]}? "
                "Zolang wij wachten, telt de tijd niet mee.",
            ),
            Opgeschort(15, "noor", "Wij wachten op de begroting"),
        ),
    ),
    Zaak(
        "SUBSIDIE",
        "Moestuin in het Beukenhof",
        start=1,
        initiator=CHANTAL,
        gegevens={"Bedrag in euro": "900", "Buurt": "Beukenhof"},
        verloop=(
            ingediend(
                1, "Een moestuin naast de nieuwe bank van kastanjehout. Voor het hele hof.\n\nC. Rozendaal"
            ),
        ),
    ),
    Zaak(
        "SUBSIDIE",
        "Boekenkastje bij de kerk",
        start=160,
        initiator=WILLEM,
        gegevens={"Bedrag in euro": "240", "Buurt": "Kerkkwartier", "Plan klaar op": -100},
        verloop=(
            *ontvangen(
                160,
                "Ik timmer een kastje waar mensen boeken kunnen ruilen. Het komt recht te staan.\n\nW. "
                "Terpstra",
            ),
            Toegewezen(158, "lotte", aan="noor"),
            Gezet(157, "noor", "Beoordelen"),
            Gezet(135, "noor", "Besluit voorbereiden"),
            Stuk(
                125,
                "noor",
                soort="Besluit",
                titel="Besluit: u krijgt 240 euro",
                tekst="U krijgt 240 euro voor het boekenkastje. U hoeft geen verslag te sturen. Een foto "
                "mag altijd.",
            ),
            Uitkomst(125, "noor", "Verstrekt", "240 euro"),
            Gezet(125, "noor", "Afgehandeld", "U krijgt 240 euro. Veel leesplezier!"),
        ),
    ),
    Zaak(
        "SUBSIDIE",
        "Zomerconcerten op het plein",
        naam="zomerconcerten",
        start=240,
        initiator=HARMONIE,
        gegevens={"Bedrag in euro": "4800", "Buurt": "Marktkwartier", "Plan klaar op": 60},
        verloop=(
            *ontvangen(240, "Zes concerten, gratis voor iedereen.\n\nHarmonie Ons Genoegen"),
            Stuk(
                240,
                soort="Begroting",
                titel="Begroting zomerconcerten",
                tekst="Podium: 2.400 euro\nBladmuziek: 600 euro\nLimonade: 1.800 euro\n\nGevraagd: 4.800 "
                "euro",
            ),
            Toegewezen(238, "lotte", aan="noor"),
            Gezet(236, "noor", "Beoordelen"),
            Gezet(200, "noor", "Besluit voorbereiden"),
            Stuk(
                190,
                "noor",
                soort="Besluit",
                titel="Besluit: u krijgt 4.800 euro",
                tekst="U krijgt 4.800 euro voor zes zomerconcerten. Stuurt u een kort verslag voor "
                "{na[250]}?",
            ),
            Uitkomst(190, "noor", "Verstrekt met verslag", "4.800 euro, met een kort verslag achteraf."),
            Gezet(190, "noor", "Afgehandeld", "U krijgt 4.800 euro."),
        ),
    ),
    Zaak(
        "SUBSIDIE",
        "Reuzenrad op de Havenkade",
        naam="reuzenrad",
        start=610,
        initiator=JOOP,
        gegevens={"Bedrag in euro": "95000", "Buurt": "Havenkwartier", "Plan klaar op": -300},
        verloop=(
            *ontvangen(610, "Een reuzenrad trekt mensen naar onze haven.\n\nJ. van der Velde"),
            Toegewezen(608, "lotte", aan="noor"),
            Gezet(605, "noor", "Beoordelen"),
            Gezet(580, "noor", "Besluit voorbereiden"),
            Stuk(
                560,
                "noor",
                soort="Besluit",
                titel="Besluit: u krijgt geen subsidie",
                tekst="Een plan krijgt ten hoogste 5.000 euro. Een reuzenrad kost meer dan alle "
                "subsidies van dit jaar samen.",
            ),
            Uitkomst(560, "noor", "Geweigerd", "Meer dan een plan ten hoogste mag kosten."),
            Gezet(560, "noor", "Afgehandeld", "U krijgt geen subsidie. Een schommelbank op de kade kan wel."),
        ),
    ),
)
