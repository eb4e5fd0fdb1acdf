"""Bomen: requests to fell one, from just in to kept for ever."""

from zaakwerk.demo.events import Gezet, Hervat, Opgeschort, Stuk, Toegewezen, Uitkomst, Verlengd, Zaak
from zaakwerk.demo.people import CHANTAL, JOOP, MERYEM, SANNE, SCHOOL, WILLEM
from zaakwerk.demo.zaken.vaste_stukken import ontvangen

KAPPEN = (
    Zaak(
        "KAPPEN",
        "Kappen van een zieke beuk, Lindelaan 12",
        start=46,
        initiator=SANNE,
        plek=(5.21402, 52.55118),
        gegevens={"Boomsoort": "beuk", "Stamomtrek in cm": "214", "Reden": "ziek of dood"},
        toelichting="Op de stam groeien zwammen. Er vallen takken op de stoep waar kinderen naar school "
        "lopen.",
        verloop=(
            *ontvangen(
                46,
                "Ik vraag een vergunning voor het kappen van een beuk in mijn voortuin, Lindelaan 12.\n\n"
                "De boom is ziek. Op de stam groeien zwammen. Vorige maand viel er een tak op de stoep. "
                "Mijn kinderen en hun vriendjes lopen daar elke dag langs naar school.\n\n"
                "Ik wil er graag een nieuwe boom voor terug, liefst een die bloeit.\n\nS. de Wit",
            ),
            Stuk(
                46,
                soort="Tekening",
                titel="Plattegrond van de tuin",
                tekst="Lindelaan 12. De beuk staat 3 meter van de stoep. B = beuk. H = huis.",
                tekening="tuin",
            ),
            Toegewezen(44, "lotte", aan="fatima"),
            Gezet(43, "fatima", "Volledigheid"),
            Gezet(
                39,
                "fatima",
                "Onderzoek ter plaatse",
                "Uw aanvraag is compleet. Onze boomdeskundige komt kijken. Zij belt u eerst.",
            ),
            Stuk(
                8,
                "fatima",
                soort="Advies",
                titel="Advies boomdeskundige (concept)",
                tekst="De beuk is aangetast door reuzenzwam. Kans op breuk bij storm is groot. "
                "Voorlopig advies: kappen, met herplant van een zoete kers.\n\nNog doen: kijken of er "
                "vogels broeden.",
                auteur="Boomdeskundige Zonnedael",
                status="in_bewerking",
            ),
        ),
    ),
    Zaak(
        "KAPPEN",
        "Kappen van een scheve den, Kerkstraat 4",
        start=63,
        initiator=WILLEM,
        plek=(5.21733, 52.54871),
        gegevens={"Boomsoort": "grove den", "Stamomtrek in cm": "131", "Reden": "gevaar"},
        verloop=(
            *ontvangen(
                63,
                "De den achter mijn huis staat scheef. Elk jaar een beetje meer. Ik heb het opgemeten: "
                "dit jaar 4 graden. Hij leunt naar de schuur van de buren.\n\nW. Terpstra",
            ),
            Toegewezen(61, "lotte", aan="fatima"),
            Gezet(60, "fatima", "Volledigheid"),
            Gezet(52, "fatima", "Onderzoek ter plaatse", "Wij komen de boom bekijken."),
            Stuk(
                14,
                "fatima",
                soort="Brief",
                titel="Brief: het duurt langer",
                tekst="Het lukt ons niet om op tijd te beslissen over uw den. Onze boomdeskundige was ziek. "
                "Dat spijt ons. U hoort voor {na[28]} van ons.",
            ),
        ),
    ),
    Zaak(
        "KAPPEN",
        "Kappen van drie populieren, Molenweg 31",
        start=30,
        initiator=MERYEM,
        plek=(5.20855, 52.55604),
        gegevens={"Boomsoort": "populier", "Stamomtrek in cm": "165", "Reden": "bouwen"},
        verloop=(
            *ontvangen(30, "Wij willen een schuur bouwen. Daarvoor moeten drie populieren weg.\n\nM. Aydin"),
            Toegewezen(28, "lotte", aan="fatima"),
            Gezet(27, "fatima", "Volledigheid", "Wij missen een tekening waarop de bomen staan."),
            Stuk(
                12,
                "fatima",
                soort="Brief",
                titel="Brief: wij missen een tekening",
                tekst="Wij kunnen uw aanvraag nog niet beoordelen. Wij missen een tekening waarop u "
                "aanwijst welke "
                "drie bomen weg moeten.\n\nStuurt u de tekening voor {na[28]}? Zolang wij wachten, telt "
                "de tijd niet mee.",
            ),
            Opgeschort(12, "fatima", "Wij wachten op de tekening"),
        ),
    ),
    Zaak(
        "KAPPEN",
        "Kappen van een conifeer, Lindelaan 12",
        start=1,
        initiator=SANNE,
        plek=(5.21409, 52.55121),
        gegevens={"Boomsoort": "conifeer", "Reden": "overlast"},
        verloop=ontvangen(
            1, "Naast de beuk staat een conifeer die al het licht wegneemt. Mag die ook weg?\n\nS. de Wit"
        ),
    ),
    Zaak(
        "KAPPEN",
        "Kappen van een esdoorn, Havenkade 7",
        naam="esdoorn",
        start=120,
        initiator=JOOP,
        gegevens={
            "Boomsoort": "esdoorn",
            "Stamomtrek in cm": "118",
            "Reden": "overlast",
            "Herplant uiterlijk": 200,
        },
        verloop=(
            *ontvangen(120, "De wortels van de esdoorn duwen mijn stoep omhoog.\n\nJ. van der Velde"),
            Toegewezen(118, "lotte", aan="fatima"),
            Gezet(117, "fatima", "Volledigheid"),
            Gezet(110, "fatima", "Onderzoek ter plaatse"),
            Stuk(
                95,
                "fatima",
                soort="Advies",
                titel="Advies boomdeskundige",
                tekst="De boom is gezond maar staat te dicht op de gevel. Advies: kappen, met herplant "
                "op 4 meter.",
                auteur="Boomdeskundige Zonnedael",
            ),
            Gezet(90, "fatima", "Besluit voorbereiden"),
            Stuk(
                80,
                "fatima",
                soort="Besluit",
                titel="Besluit: u mag de esdoorn kappen",
                tekst="U mag de esdoorn aan de Havenkade 7 kappen. U plant voor {na[280]} een nieuwe boom, "
                "4 meter van de gevel.",
            ),
            Uitkomst(
                80, "fatima", "Verleend met herplant", "Herplant van een veldesdoorn, 4 meter van de gevel."
            ),
            Gezet(80, "fatima", "Afgehandeld", "U mag de boom kappen. U plant er een nieuwe voor terug."),
        ),
    ),
    Zaak(
        "KAPPEN",
        "Oude kastanje, Beukenhof 19",
        start=400,
        initiator=CHANTAL,
        gegevens={"Boomsoort": "tamme kastanje", "Stamomtrek in cm": "402", "Reden": "ziek of dood"},
        toelichting="De kastanje van het Beukenhof is geplant in 1898 en staat op de lijst van "
        "bijzondere bomen.",
        verloop=(
            *ontvangen(
                400, "De oude kastanje krijgt geen blad meer. Kan hij nog gered worden?\n\nC. Rozendaal"
            ),
            Toegewezen(398, "lotte", aan="fatima"),
            Gezet(396, "fatima", "Volledigheid"),
            Gezet(
                390, "fatima", "Onderzoek ter plaatse", "Wij vragen ook een tweede boomdeskundige om advies."
            ),
            Verlengd(350, "lotte", "Tweede onderzoek naar een bijzondere boom"),
            Stuk(
                325,
                "fatima",
                soort="Advies",
                titel="Advies tweede boomdeskundige",
                tekst="De kastanje is voor het grootste deel dood. Redden kan niet meer. "
                "Wij raden aan om van het hout een bank te maken voor het hof.",
                auteur="Bomenwacht Zonneland",
            ),
            Gezet(318, "fatima", "Besluit voorbereiden"),
            Stuk(
                310,
                "fatima",
                soort="Besluit",
                titel="Besluit: de kastanje mag weg",
                tekst="De kastanje van het Beukenhof is niet meer te redden. Hij mag weg. "
                "Van het hout maken wij een bank. Die komt op dezelfde plek te staan.",
            ),
            Uitkomst(310, "fatima", "Verleend, bijzondere boom", "Van het hout komt een bank in het hof."),
            Gezet(310, "fatima", "Afgehandeld", "De boom mag weg. Er komt een bank voor terug."),
        ),
    ),
    Zaak(
        "KAPPEN",
        "Kappen van een gezonde plataan, Schoolstraat 52",
        start=700,
        initiator=SCHOOL,
        gegevens={"Boomsoort": "plataan", "Stamomtrek in cm": "188", "Reden": "overlast"},
        verloop=(
            *ontvangen(
                700,
                "Er vallen bladeren in onze dakgoot. De conciërge moet er elke herfst op.\n\nDe Vuurtoren",
            ),
            Toegewezen(697, "lotte", aan="fatima"),
            Gezet(695, "fatima", "Volledigheid"),
            Opgeschort(690, "fatima", "Wij wachten op foto's van de dakgoot"),
            Stuk(
                683,
                soort="Foto",
                titel="Foto van de dakgoot",
                tekst="Een dakgoot vol bladeren.",
                tekening="boom",
            ),
            Hervat(682, "fatima"),
            Gezet(680, "fatima", "Onderzoek ter plaatse"),
            Gezet(660, "fatima", "Besluit voorbereiden"),
            Stuk(
                650,
                "fatima",
                soort="Besluit",
                titel="Besluit: de plataan blijft staan",
                tekst="De plataan is gezond en geeft schaduw aan het schoolplein. Bladeren in de dakgoot "
                "zijn geen reden "
                "om te kappen. Een rooster op de goot helpt wel.",
            ),
            Uitkomst(650, "fatima", "Geweigerd", "De boom is gezond en geeft schaduw aan het schoolplein."),
            Gezet(650, "fatima", "Afgehandeld", "De boom moet blijven staan. U leest in het besluit waarom."),
        ),
    ),
)
