"""Bezwaren: neighbours and makers of plans who want a besluit to be looked at again."""

from zaakwerk.demo.events import Betrokken, Gezet, Opgeschort, Stuk, Toegewezen, Uitkomst, Verlengd, Zaak
from zaakwerk.demo.people import HARMONIE, JOOP, MERYEM, WILLEM
from zaakwerk.demo.zaken.vaste_stukken import bezwaar_gemaakt

BEZWAREN = (
    Zaak(
        "BEZWAAR",
        "Bezwaar tegen het kappen van de esdoorn, Havenkade 7",
        vervolg_op="esdoorn",
        start=50,
        initiator=WILLEM,
        gegevens={
            "Datum besluit": -80,
            "Reden van bezwaar": "De boom staat recht",
            "Wil gehoord worden": "ja",
        },
        toelichting="De bezwaarmaker woont niet aan de Havenkade, maar loopt er elke dag langs.",
        verloop=(
            *bezwaar_gemaakt(
                50,
                "Ik ben het niet eens met het kappen van de esdoorn. Het is de enige boom op de Havenkade "
                "die helemaal recht staat. Ik heb hem opgemeten.\n\nW. Terpstra",
            ),
            Toegewezen(48, "lotte", aan="iris"),
            Gezet(47, "iris", "Ontvankelijkheid"),
            Betrokken(
                45, "iris", rol="Belanghebbende", betrokkene=JOOP, toelichting="Heeft de vergunning gekregen"
            ),
            Gezet(30, "iris", "Hoorzitting", "U krijgt een uitnodiging van de commissie."),
            Stuk(
                24,
                "iris",
                soort="Brief",
                titel="Uitnodiging voor de hoorzitting",
                tekst="De commissie wil graag van u horen waarom u bezwaar maakt. Komt u op {na[14]} om "
                "10.00 uur naar het raadhuis? U mag iemand meenemen.",
            ),
            Stuk(
                9,
                "iris",
                soort="Verslag",
                titel="Verslag van de hoorzitting",
                tekst="De heer Terpstra laat foto's zien en een waterpas. De heer Van der Velde zegt dat "
                "zijn stoep omhoog komt. Beiden drinken daarna samen koffie.",
            ),
        ),
    ),
    Zaak(
        "BEZWAAR",
        "Bezwaar tegen de plaats van de zomerconcerten",
        vervolg_op="zomerconcerten",
        start=6,
        initiator=MERYEM,
        gegevens={"Datum besluit": -190},
        verloop=bezwaar_gemaakt(
            6, "De concerten zijn gepland op het plein, maar daar is dan de weekmarkt.\n\nM. Aydin"
        ),
    ),
    Zaak(
        "BEZWAAR",
        "Bezwaar tegen het afwijzen van de muziektent",
        start=100,
        initiator=HARMONIE,
        gegevens={"Datum besluit": -130, "Reden van bezwaar": "Er is wel plaats voor een tent"},
        verloop=(
            *bezwaar_gemaakt(
                100, "Wij willen toch een muziektent op de kade. De brief komt nog.\n\nHarmonie Ons Genoegen"
            ),
            Toegewezen(98, "lotte", aan="iris"),
            Gezet(97, "iris", "Ontvankelijkheid", "U schrijft nog niet waarom u bezwaar maakt."),
            Opgeschort(95, "iris", "Wij wachten op de redenen van het bezwaar"),
        ),
    ),
    Zaak(
        "BEZWAAR",
        "Bezwaar tegen het afwijzen van het reuzenrad",
        vervolg_op="reuzenrad",
        start=540,
        initiator=JOOP,
        gegevens={
            "Datum besluit": -560,
            "Reden van bezwaar": "Een rad trekt bezoekers",
            "Wil gehoord worden": "ja",
        },
        verloop=(
            *bezwaar_gemaakt(
                540, "Een reuzenrad is geen buurtplan, maar de buurt wil het wel.\n\nJ. van der Velde"
            ),
            Toegewezen(538, "lotte", aan="iris"),
            Gezet(537, "iris", "Ontvankelijkheid"),
            Gezet(520, "iris", "Hoorzitting"),
            Stuk(
                505,
                "iris",
                soort="Verslag",
                titel="Verslag van de hoorzitting",
                tekst="De heer Van der Velde heeft een schaalmodel meegenomen. Het draait.",
            ),
            Verlengd(490, "lotte", "De commissie heeft meer tijd nodig"),
            Stuk(
                470,
                "iris",
                soort="Advies",
                titel="Advies van de commissie",
                tekst="De regeling is duidelijk: een plan krijgt ten hoogste 5.000 euro. Verklaar het "
                "bezwaar ongegrond, en bewaar het schaalmodel in het raadhuis.",
                auteur="Bezwaarcommissie Zonneland",
            ),
            Gezet(465, "iris", "Besluit voorbereiden"),
            Stuk(
                455,
                "iris",
                soort="Besluit",
                titel="Beslissing op uw bezwaar",
                tekst="Uw bezwaar is ongegrond. Het besluit blijft zoals het was. Bent u het hier niet mee "
                "eens? Dan kunt u binnen zes weken naar de rechter.",
            ),
            Uitkomst(455, "iris", "Ongegrond", "Een plan krijgt ten hoogste 5.000 euro."),
            Gezet(455, "iris", "Afgehandeld", "Het besluit blijft zoals het was."),
        ),
    ),
)
