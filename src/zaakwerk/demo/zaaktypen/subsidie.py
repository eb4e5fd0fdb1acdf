"""Subsidie buurtinitiatief: money for a good plan from the neighbourhood."""

from zaakwerk.demo.declarations import (
    Besluittype,
    Documentsoort,
    Eigenschap,
    Resultaattype,
    Statustype,
    Zaaktype,
)

SUBSIDIE = Zaaktype(
    identificatie="SUBSIDIE",
    omschrijving="Subsidie buurtinitiatief",
    doel="Bewoners helpen om hun buurt mooier, groener of gezelliger te maken.",
    aanleiding="Bewoners hebben een plan voor hun buurt en vragen daar geld voor.",
    onderwerp="Geld voor een plan in de buurt",
    handeling_initiator="Aanvragen",
    handeling_behandelaar="Beoordelen",
    procestype=8,
    verantwoordelijke="Team Dienstverlening",
    doorlooptijd="P8W",
    servicenorm="P6W",
    verlengingstermijn="P4W",
    toelichting="Er is elk jaar 60.000 euro. Een plan krijgt ten hoogste 5.000 euro.",
    publicatietekst="Wij zetten op onze website welke plannen geld krijgen.",
    trefwoorden=("subsidie", "buurt", "initiatief"),
    extra_rollen=(("Contactpersoon", "mede_initiator"),),
    besluittype=Besluittype(
        "Besluit op een aanvraag om subsidie",
        "Hoeveel geld er komt, en waarvoor.",
        publicatietekst="Wij zetten het besluit op onze website.",
    ),
    statustypen=(
        Statustype(
            "Ontvangen",
            "Wij hebben uw aanvraag ontvangen",
            "U hebt een bevestiging gekregen.",
            doorlooptijd="P3D",
        ),
        Statustype(
            "Beoordelen",
            "Wij lezen uw plan",
            "Wij kijken of de buurt er iets aan heeft en of de begroting klopt. Wij bellen u als wij "
            "vragen hebben.",
            doorlooptijd="P3W",
            checklist=(
                ("Buurt doet mee", "Doet de buurt zelf mee?"),
                ("Begroting klopt", "Klopt de begroting?"),
            ),
        ),
        Statustype(
            "Besluit voorbereiden",
            "Wij schrijven het besluit",
            "Wij hebben uw plan besproken met de wijkraad.",
            doorlooptijd="P2W",
            informeren=False,
        ),
        Statustype(
            "Afgehandeld",
            "Wij hebben een besluit genomen",
            "U leest het besluit bij uw documenten. Krijgt u subsidie? Dan staat het geld binnen twee "
            "weken op uw rekening.",
        ),
    ),
    resultaattypen=(
        Resultaattype(
            "Verstrekt", "Toegekend", "8.1.8", "U krijgt het geld. U hoeft achteraf geen verslag te sturen."
        ),
        Resultaattype(
            "Verstrekt met verslag",
            "Toegekend",
            "8.1.7",
            "U krijgt het geld. U stuurt ons een verslag als het plan klaar is.",
            afleidingswijze="eigenschap",
            datumkenmerk="Plan klaar op",
        ),
        Resultaattype("Geweigerd", "Geweigerd", "8.2", "U krijgt geen geld voor dit plan."),
        Resultaattype("Ingetrokken", "Ingetrokken", "8.4", "U wilde niet meer verder."),
    ),
    eigenschappen=(
        Eigenschap("Bedrag in euro", "Hoeveel geld er gevraagd wordt", "getal", "5", stap="Beoordelen"),
        Eigenschap("Buurt", "Voor welke buurt het plan is", lengte="50", stap="Beoordelen"),
        Eigenschap("Plan klaar op", "Wanneer het plan klaar is", "datum", "8", stap="Besluit voorbereiden"),
    ),
    documentsoorten=(
        Documentsoort("Aanvraagformulier", "inkomend", "Ontvangen"),
        Documentsoort("Plan", "inkomend", "Beoordelen"),
        Documentsoort("Begroting", "inkomend", "Beoordelen"),
        Documentsoort("Ontvangstbevestiging", "uitgaand"),
        Documentsoort("Brief", "uitgaand"),
        Documentsoort("Advies", "intern"),
        Documentsoort("Besluit", "uitgaand", "Afgehandeld"),
    ),
)
