"""Parkeren: a short line of requests, most of them quick, some of them forgotten."""

from zaakwerk.demo.events import Gezet, Stuk, Toegewezen, Uitkomst, Zaak
from zaakwerk.demo.people import CHANTAL, JOOP, MERYEM, SANNE, WILLEM
from zaakwerk.demo.zaken.vaste_stukken import ontvangen

PARKEREN = (
    Zaak(
        "PARKEREN",
        "Parkeervergunning Lindelaan 12",
        start=70,
        initiator=SANNE,
        gegevens={"Kenteken": "QQ-012-Q", "Zone": "Marktkwartier", "Geldig tot en met": 305},
        verloop=(
            *ontvangen(70, "Graag een parkeervergunning voor onze auto.\n\nS. de Wit"),
            Toegewezen(69, "lotte", aan="noor"),
            Gezet(68, "noor", "Controle"),
            Stuk(
                60,
                "noor",
                soort="Besluit",
                titel="Besluit: u krijgt een parkeervergunning",
                tekst="U mag parkeren in het Marktkwartier, tot en met {na[365]}. De vergunning staat op "
                "uw kenteken.",
            ),
            Uitkomst(60, "noor", "Verleend"),
            Gezet(60, "noor", "Afgehandeld", "U kunt de vergunning meteen gebruiken."),
        ),
    ),
    Zaak(
        "PARKEREN",
        "Parkeervergunning Kerkstraat 4",
        start=2,
        initiator=WILLEM,
        gegevens={"Kenteken": "QC-004-Q", "Zone": "Marktkwartier"},
        verloop=ontvangen(2, "Ik heb een auto gekocht. Een rode. Graag een vergunning.\n\nW. Terpstra"),
    ),
    Zaak(
        "PARKEREN",
        "Parkeervergunning Havenkade 7",
        start=33,
        initiator=JOOP,
        gegevens={"Kenteken": "QQ-007-C", "Zone": "Havenkwartier"},
        toelichting="De auto staat op naam van de zaak van de aanvrager. Uitzoeken of dat mag.",
        verloop=(
            *ontvangen(33, "Graag een vergunning voor mijn bestelbus.\n\nJ. van der Velde"),
            Toegewezen(31, "lotte", aan="noor"),
            Gezet(30, "noor", "Controle", "De auto staat niet op uw naam. Wij zoeken uit wat dat betekent."),
        ),
    ),
    Zaak(
        "PARKEREN",
        "Parkeervergunning Molenweg 31",
        start=27,
        initiator=MERYEM,
        gegevens={"Kenteken": "CQ-031-Q", "Zone": "Marktkwartier"},
        verloop=(
            *ontvangen(27, "Graag een tweede vergunning, voor onze tweede auto.\n\nM. Aydin"),
            Toegewezen(25, "lotte", aan="noor"),
            Gezet(24, "noor", "Controle"),
        ),
    ),
    Zaak(
        "PARKEREN",
        "Parkeervergunning Beukenhof 19",
        start=500,
        initiator=CHANTAL,
        gegevens={"Kenteken": "QC-019-Q", "Zone": "Marktkwartier"},
        verloop=(
            *ontvangen(500, "Graag een vergunning.\n\nC. Rozendaal"),
            Toegewezen(498, "lotte", aan="noor"),
            Gezet(496, "noor", "Controle"),
            Stuk(
                480,
                "noor",
                soort="Besluit",
                titel="Besluit: u krijgt geen parkeervergunning",
                tekst="Het Beukenhof ligt buiten het gebied met vergunningen. U kunt daar parkeren "
                "zonder vergunning.",
            ),
            Uitkomst(480, "noor", "Geweigerd", "Het Beukenhof ligt buiten het gebied met vergunningen."),
            Gezet(480, "noor", "Afgehandeld", "U hebt geen vergunning nodig: bij u mag iedereen parkeren."),
        ),
    ),
    Zaak(
        "PARKEREN",
        "Parkeervergunning Havenkade 7, eerste auto",
        start=800,
        initiator=JOOP,
        gegevens={"Kenteken": "CC-007-Q", "Zone": "Havenkwartier"},
        verloop=(
            *ontvangen(800, "Graag een vergunning.\n\nJ. van der Velde"),
            Toegewezen(798, "lotte", aan="noor"),
            Gezet(797, "noor", "Controle"),
            Uitkomst(790, "noor", "Ingetrokken", "De aanvrager heeft de auto verkocht en een fiets gekocht."),
            Gezet(790, "noor", "Afgehandeld", "U hebt uw aanvraag ingetrokken. Veel plezier met de fiets!"),
        ),
    ),
)
