"""Meldingen: what inhabitants see outside, from a full bin to a dead swan."""

from zaakwerk.demo.events import Gezet, Stuk, Toegewezen, Uitkomst, Zaak
from zaakwerk.demo.people import CHANTAL, JOOP, KRAKELING, MERYEM, SANNE, SCHOOL, WILLEM
from zaakwerk.demo.zaken.vaste_stukken import gemeld

MELDINGEN = (
    Zaak(
        "MELDING",
        "Scheve lantaarnpaal in de Kerkstraat",
        start=3,
        initiator=WILLEM,
        plek=(5.21740, 52.54880),
        gegevens={"Soort": "verlichting", "Plaats": "Kerkstraat, tussen nummer 4 en 6"},
        verloop=(
            *gemeld(3, "De lantaarnpaal voor mijn deur staat scheef. 6 graden, naar links.\n\nW. Terpstra"),
            Toegewezen(2, "lotte", aan="joris"),
            Gezet(1, "joris", "Ingepland", "Wij zetten de paal deze week recht."),
        ),
    ),
    Zaak(
        "MELDING",
        "Losse stoeptegel bij de kerk",
        naam="stoeptegel",
        start=40,
        initiator=WILLEM,
        gegevens={"Soort": "bestrating", "Plaats": "Kerkplein, voor de grote deur"},
        verloop=(
            *gemeld(40, "De vierde tegel van links wipt. Mijn schoen werd nat.\n\nW. Terpstra"),
            Toegewezen(39, "lotte", aan="joris"),
            Gezet(38, "joris", "Ingepland"),
            Gezet(34, "joris", "In uitvoering"),
            Uitkomst(
                33, "joris", "Opgelost", "De tegel ligt vast. Wij hebben de buren van de tegel ook nagekeken."
            ),
            Gezet(33, "joris", "Afgehandeld", "De tegel ligt weer vast."),
        ),
    ),
    Zaak(
        "MELDING",
        "Wiebelende tegel Kerkplein",
        vervolg_op="stoeptegel",
        start=38,
        initiator=CHANTAL,
        gegevens={"Soort": "bestrating", "Plaats": "Kerkplein"},
        verloop=(
            *gemeld(38, "Er ligt een tegel los bij de kerk.\n\nC. Rozendaal"),
            Toegewezen(37, "lotte", aan="joris"),
            Uitkomst(37, "joris", "Dubbele melding", "Deze tegel was al gemeld."),
            Gezet(37, "joris", "Afgehandeld", "Iemand was u net voor. De tegel wordt deze week vastgelegd."),
        ),
    ),
    Zaak(
        "MELDING",
        "Volle vuilnisbak op het Marktplein",
        start=0,
        initiator=KRAKELING,
        plek=(5.21590, 52.54993),
        gegevens={"Plaats": "Marktplein, naast de bakkerij"},
        verloop=gemeld(
            0, "De bak naast onze winkel is vol. De meeuwen eten mee.\n\nBakkerij De Gouden Krakeling"
        ),
    ),
    Zaak(
        "MELDING",
        "Kapotte schommel in het Lindepark",
        start=19,
        initiator=SANNE,
        plek=(5.21350, 52.55180),
        gegevens={"Soort": "spelen", "Plaats": "Lindepark, bij de zandbak"},
        verloop=(
            *gemeld(
                19,
                "De ketting van de linker schommel is stuk. Nu staat iedereen in de rij voor de "
                "andere.\n\nS. de Wit",
            ),
            Stuk(
                19,
                soort="Foto",
                titel="Foto van de schommel",
                tekst="De schommel met de losse ketting.",
                tekening="schommel",
            ),
            Toegewezen(18, "lotte", aan="joris"),
            Gezet(16, "joris", "Ingepland", "Wij hebben een nieuwe ketting besteld."),
            Gezet(4, "joris", "In uitvoering", "De ketting is er. Wij monteren hem deze week."),
        ),
    ),
    Zaak(
        "MELDING",
        "Olie op het water bij de Havenkade",
        start=25,
        initiator=JOOP,
        gegevens={"Soort": "anders", "Plaats": "Havenkade, bij de trap"},
        verloop=(
            *gemeld(
                25,
                "Er drijft een regenboog op het water. Mooi, maar volgens mij is het olie.\n\nJ. van der "
                "Velde",
            ),
            Toegewezen(24, "lotte", aan="joris"),
            Gezet(23, "joris", "Ingepland", "Wij zoeken samen met het waterschap waar de olie vandaan komt."),
            Stuk(
                10,
                "joris",
                soort="Notitie",
                titel="Gebeld met het waterschap",
                tekst="Monster genomen. Uitslag verwacht over twee weken. Waarschijnlijk een lek bij de "
                "botenhal.",
                formaat="txt",
            ),
        ),
    ),
    Zaak(
        "MELDING",
        "Afval gedumpt achter de sporthal",
        start=8,
        initiator=SCHOOL,
        vertrouwelijkheid="vertrouwelijk",
        gegevens={"Soort": "afval", "Plaats": "Achter de sporthal, bij de fietsenstalling"},
        toelichting="De melder heeft een kenteken gezien. Niet delen buiten het team.",
        verloop=(
            *gemeld(8, "Vannacht zijn er vaten gedumpt. Een ouder zag het kenteken.\n\nDe Vuurtoren"),
            Toegewezen(8, "lotte", aan="joris"),
            Gezet(7, "joris", "Ingepland", "De politie is op de hoogte. De vaten zijn afgezet."),
        ),
    ),
    Zaak(
        "MELDING",
        "Straatlamp knippert, Schoolstraat",
        start=16,
        initiator=SCHOOL,
        gegevens={"Soort": "verlichting", "Plaats": "Schoolstraat, bij het zebrapad"},
        verloop=(
            *gemeld(16, "De lamp bij het zebrapad knippert als een disco.\n\nDe Vuurtoren"),
            Toegewezen(15, "lotte", aan="joris"),
            Gezet(14, "joris", "Ingepland"),
            Uitkomst(10, "joris", "Opgelost", "Nieuwe lamp geplaatst."),
            Gezet(10, "joris", "Afgehandeld", "Er zit een nieuwe lamp in."),
            Gezet(4, "lotte", "Ingepland", "De nieuwe lamp knippert ook. Wij kijken nu de kabel na."),
        ),
    ),
    Zaak(
        "MELDING",
        "Dode zwaan bij de botenhelling",
        start=12,
        initiator="",
        gegevens={"Soort": "groen", "Plaats": "Botenhelling, in het riet"},
        toelichting="Telefonisch gemeld. De beller wilde geen naam geven.",
        verloop=(
            *gemeld(12, "Beller ziet een dode zwaan in het riet bij de botenhelling.", "noor"),
            Toegewezen(12, "lotte", aan="joris"),
            Gezet(11, "joris", "Ingepland", "De dierenambulance haalt de zwaan op."),
        ),
    ),
    Zaak(
        "MELDING",
        "Gat in de haag van het kerkhof",
        start=450,
        initiator=WILLEM,
        gegevens={"Soort": "groen", "Plaats": "Kerkhof, noordkant"},
        verloop=(
            *gemeld(450, "Er zit een gat in de haag. Ongeveer een fiets breed.\n\nW. Terpstra"),
            Toegewezen(448, "lotte", aan="joris"),
            Gezet(445, "joris", "Ingepland"),
            Uitkomst(
                430, "joris", "Niet opgelost", "De haag is van de kerk. Wij hebben uw melding doorgegeven."
            ),
            Gezet(430, "joris", "Afgehandeld", "De haag is van de kerk. De koster weet ervan."),
        ),
    ),
    Zaak(
        "MELDING",
        "Zelfde gat in de weg, Molenweg",
        start=900,
        initiator=MERYEM,
        gegevens={"Soort": "bestrating", "Plaats": "Molenweg, bij de molen"},
        verloop=(
            *gemeld(900, "Het gat bij de molen is er nog.\n\nM. Aydin"),
            Toegewezen(899, "lotte", aan="joris"),
            Uitkomst(899, "joris", "Dubbele melding", "Al gemeld door de molenaar."),
            Gezet(
                899, "joris", "Afgehandeld", "De molenaar had dit al gemeld. Het gat is volgende week dicht."
            ),
        ),
    ),
)
