"""The resultaattype as a resource: an outcome and what it means for the dossier."""

from zaakwerk.catalogi import commands
from zaakwerk.catalogi.fields import NamedLinks, NameList
from zaakwerk.catalogi.filters import IDENTIFICATIE, of_zaaktype, valid
from zaakwerk.catalogi.models import BesluitType, InformatieObjectType, ResultaatType
from zaakwerk.catalogi.referenties import OMSCHRIJVING, RESULTAAT, Reference
from zaakwerk.catalogi.resources.shared import (
    PART,
    catalogus_link,
    own,
    period_of_part,
    zaaktype_identificatie,
    zaaktype_link,
)
from zaakwerk.catalogi.rules.brondatum import AFLEIDINGSWIJZEN
from zaakwerk.catalogi.sources import in_force_listed
from zaakwerk.zgw.filters import exact
from zaakwerk.zgw.groups import Group
from zaakwerk.zgw.kinds import Boolean, Duration, Text
from zaakwerk.zgw.relations import Outside, Url
from zaakwerk.zgw.resource import Resource

OBJECTTYPEN = (
    "adres",
    "besluit",
    "buurt",
    "enkelvoudig_document",
    "gemeente",
    "gemeentelijke_openbare_ruimte",
    "huishouden",
    "inrichtingselement",
    "kadastrale_onroerende_zaak",
    "kunstwerkdeel",
    "maatschappelijke_activiteit",
    "medewerker",
    "natuurlijk_persoon",
    "niet_natuurlijk_persoon",
    "openbare_ruimte",
    "organisatorische_eenheid",
    "pand",
    "spoorbaandeel",
    "status",
    "terreindeel",
    "terrein_gebouwd_object",
    "vestiging",
    "waterdeel",
    "wegdeel",
    "wijk",
    "woonplaats",
    "woz_deelobject",
    "woz_object",
    "woz_waarde",
    "zakelijk_recht",
    "overige",
)
BRONDATUM = (
    Text("afleidingswijze", choices=AFLEIDINGSWIJZEN),
    Text("datumkenmerk", 80, default=""),
    Boolean("einddatum_bekend", default=False),
    Text("objecttype", choices=OBJECTTYPEN, default=""),
    Text("registratie", 80, default=""),
    Duration("procestermijn", nullable=True),
)
BESLUITTYPEN = in_force_listed(BesluitType, "omschrijving", "besluittypen", "zaaktype__catalogus")
DOCUMENTTYPEN = in_force_listed(
    InformatieObjectType, "omschrijving", "informatieobjecttypen", "zaaktype__catalogus"
)

RESULTAATTYPEN = Resource(
    name="resultaattype",
    path="resultaattypen",
    model=ResultaatType,
    base=own(ResultaatType),
    fields=(
        Url(),
        zaaktype_link(),
        zaaktype_identificatie(),
        Text("omschrijving", 30),
        Reference("resultaattypeomschrijving", OMSCHRIJVING, 1000),
        Text("omschrijving_generiek", read_only=True),
        Reference("selectielijstklasse", RESULTAAT, 1000),
        Text("toelichting", default=""),
        Text("archiefnominatie", choices=("blijvend_bewaren", "vernietigen"), default=""),
        Duration("archiefactietermijn", nullable=True),
        Group("brondatum_archiefprocedure", BRONDATUM),
        Text("procesobjectaard", 200, nullable=True),
        catalogus_link(read_only=True),
        *period_of_part(),
        Boolean("indicatie_specifiek", nullable=True),
        Duration("procestermijn", nullable=True),
        NamedLinks("besluittypen", BesluitType, BESLUITTYPEN),
        NameList("besluittype_omschrijving", "besluittypen"),
        NamedLinks("informatieobjecttypen", InformatieObjectType, DOCUMENTTYPEN),
        NameList("informatieobjecttype_omschrijving", "informatieobjecttypen"),
    ),
    filters=(
        *of_zaaktype(),
        # The standard has both spellings.
        exact("zaaktype_identificatie", IDENTIFICATIE, "zaaktype__identificatie"),
        valid("datum_geldigheid", "zaaktype__"),
    ),
    expansions=(
        Outside("resultaattypeomschrijving", OMSCHRIJVING.embedded),
        Outside("selectielijstklasse", RESULTAAT.embedded),
    ),
    create=commands.CreateResultaatType,
    update=commands.UpdateResultaatType,
    destroy=commands.DestroyResultaatType,
    **PART,
)
