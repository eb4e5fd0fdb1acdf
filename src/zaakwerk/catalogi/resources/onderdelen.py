"""The smaller parts of a zaaktype as resources: statustype, roltype, eigenschap and kind of document."""

from django.db.models import Exists, OuterRef

from zaakwerk.catalogi import commands
from zaakwerk.catalogi.fields import NamedLink, OwnedLinks, StepDocuments
from zaakwerk.catalogi.filters import STATUS, ByName, RelationPublication, of_zaaktype
from zaakwerk.catalogi.models import (
    Eigenschap,
    InformatieObjectType,
    RolType,
    StatusType,
    ZaakTypeInformatieObjectType,
)
from zaakwerk.catalogi.resources.shared import (
    PART,
    catalogus_link,
    own,
    period_of_part,
    zaaktype_identificatie,
    zaaktype_link,
)
from zaakwerk.zgw.filters import exact, link
from zaakwerk.zgw.groups import Group, ListOf
from zaakwerk.zgw.kinds import Boolean, Duration, Integer, Text
from zaakwerk.zgw.relations import Link, Url
from zaakwerk.zgw.resource import Resource

LATER = StatusType.objects.filter(zaaktype=OuterRef("zaaktype"), volgnummer__gt=OuterRef("volgnummer"))
CHECKLISTITEM = (
    Text("itemnaam", 30),
    Text("toelichting", 1000, nullable=True),
    Text("vraagstelling", 255),
    Boolean("verplicht", default=False),
)
SPECIFICATIE = (
    Text("groep", 32, default=""),
    Text("formaat", choices=("tekst", "getal", "datum", "datum_tijd")),
    Text("lengte", 14, pattern=r"[0-9]+(,[0-9]+)?"),
    Text("kardinaliteit", 3, pattern=r"[1-9][0-9]*|[Nn]"),
    ListOf("waardenverzameling", Text("waarde", 100)),
)
GENERIEK = (
    "adviseur",
    "behandelaar",
    "belanghebbende",
    "beslisser",
    "initiator",
    "klantcontacter",
    "zaakcoordinator",
    "mede_initiator",
)
RICHTINGEN = ("inkomend", "intern", "uitgaand")

STATUSTYPEN = Resource(
    name="statustype",
    path="statustypen",
    model=StatusType,
    base=own(StatusType),
    fields=(
        Url(),
        Text("omschrijving", 80),
        Text("omschrijving_generiek", 80, default=""),
        Text("statustekst", 1000, default=""),
        zaaktype_link(),
        catalogus_link(read_only=True),
        zaaktype_identificatie(),
        Integer("volgnummer", minimum=1, maximum=9999),
        Boolean("is_eindstatus", source=~Exists(LATER), read_only=True),
        Boolean("informeren", default=False),
        Duration("doorlooptijd", nullable=True),
        Text("toelichting", 1000, nullable=True),
        ListOf("checklistitem_statustype", Group("item", CHECKLISTITEM, nullable=False)),
        OwnedLinks("eigenschappen", Eigenschap, "statustype_id"),
        *period_of_part(),
    ),
    filters=of_zaaktype(),
    expansions=(StepDocuments("informatieobjecttypen"),),
    order=("-zaaktype_id", "volgnummer"),
    create=commands.CreateStatusType,
    update=commands.UpdateStatusType,
    destroy=commands.DestroyStatusType,
    **PART,
)

ROLTYPEN = Resource(
    name="roltype",
    path="roltypen",
    model=RolType,
    base=own(RolType),
    fields=(
        Url(),
        zaaktype_link(),
        zaaktype_identificatie(),
        Text("omschrijving", 100),
        Text("omschrijving_generiek", choices=GENERIEK),
        catalogus_link(read_only=True),
        *period_of_part(),
    ),
    filters=(
        *of_zaaktype(),
        exact("omschrijvingGeneriek", Text("omschrijving_generiek", choices=GENERIEK)),
    ),
    create=commands.CreateRolType,
    update=commands.UpdateRolType,
    destroy=commands.DestroyRolType,
    **PART,
)

EIGENSCHAPPEN = Resource(
    name="eigenschap",
    path="eigenschappen",
    model=Eigenschap,
    base=own(Eigenschap),
    fields=(
        Url(),
        Text("naam", 20),
        catalogus_link(read_only=True),
        Text("definitie", 255),
        Group("specificatie", SPECIFICATIE, nullable=False),
        Text("toelichting", 1000, default=""),
        zaaktype_link(),
        zaaktype_identificatie(),
        Link("statustype", StatusType, same_api=True, nullable=True),
        *period_of_part(),
    ),
    filters=of_zaaktype(),
    create=commands.CreateEigenschap,
    update=commands.UpdateEigenschap,
    destroy=commands.DestroyEigenschap,
    **PART,
)

ZIOTS = Resource(
    name="zaakinformatieobjecttype",
    path="zaaktype-informatieobjecttypen",
    model=ZaakTypeInformatieObjectType,
    base=own(ZaakTypeInformatieObjectType),
    fields=(
        Url(),
        zaaktype_link(),
        zaaktype_identificatie(),
        catalogus_link(read_only=True),
        NamedLink("informatieobjecttype", InformatieObjectType, 100),
        Integer("volgnummer", minimum=1, maximum=999),
        Text("richting", choices=RICHTINGEN),
        Link("statustype", StatusType, same_api=True, nullable=True),
    ),
    filters=(
        link("zaaktype", "zaaktype"),
        ByName("informatieobjecttype", Text("informatieobjecttype", default=""), "informatieobjecttype"),
        exact("richting", Text("richting", choices=RICHTINGEN)),
        RelationPublication("status", STATUS, "zaaktype__concept"),
    ),
    create=commands.CreateZiot,
    update=commands.UpdateZiot,
    destroy=commands.DestroyZiot,
    **PART,
)
