"""The zaaktype as a resource: a version with everything that belongs to it."""

from django.db.models import OuterRef

from zaakwerk.catalogi import commands, scopes
from zaakwerk.catalogi.fields import DerivedLinks, GerelateerdeZaaktypen, NamedLinks, NameList
from zaakwerk.catalogi.filters import IDENTIFICATIE, STATUS, AnyWord, Publication, valid
from zaakwerk.catalogi.models import (
    BesluitType,
    Eigenschap,
    InformatieObjectType,
    ResultaatType,
    RolType,
    StatusType,
    ZaakObjectType,
    ZaakType,
    ZaakTypeInformatieObjectType,
)
from zaakwerk.catalogi.referenties import PROCESTYPE, Reference
from zaakwerk.catalogi.resources.shared import KENMERKEN, READ, catalogus_link, life_of
from zaakwerk.catalogi.sources import Names, in_force, in_force_listed
from zaakwerk.zgw.filters import exact, link
from zaakwerk.zgw.groups import Group, ListOf
from zaakwerk.zgw.kinds import REQUIRED, Boolean, Date, Duration, Level, Rsin, Text, Uri
from zaakwerk.zgw.relations import Links, Url
from zaakwerk.zgw.resource import Channel, Resource

RELATED = ZaakTypeInformatieObjectType.objects.filter(zaaktype=OuterRef("pk"))
DOCUMENTTYPEN = in_force(InformatieObjectType).filter(
    catalogus=OuterRef("catalogus"),
    omschrijving__in=ZaakTypeInformatieObjectType.objects.filter(zaaktype=OuterRef(OuterRef("pk"))).values(
        "informatieobjecttype"
    ),
)
BESLUITTYPEN = in_force_listed(BesluitType, "omschrijving", "besluittypen", "catalogus")
DEELZAAKTYPEN = in_force_listed(ZaakType, "identificatie", "deelzaaktypen", "catalogus")
GERELATEERD = in_force_listed(ZaakType, "identificatie", "gerelateerde_zaaktypen", "catalogus", "zaaktype")

ZAAKTYPEN = Resource(
    name="zaaktype",
    path="zaaktypen",
    model=ZaakType,
    fields=(
        Url(),
        Text("identificatie", 50),
        Text("omschrijving", 80),
        Text("omschrijving_generiek", 80, default=""),
        Level("vertrouwelijkheidaanduiding"),
        Text("doel"),
        Text("aanleiding"),
        Text("toelichting", default=""),
        Text("indicatie_intern_of_extern", choices=("intern", "extern")),
        Text("handeling_initiator", 20),
        Text("onderwerp", 80),
        Text("handeling_behandelaar", 20),
        Duration("doorlooptijd"),
        Duration("servicenorm", nullable=True),
        Boolean("opschorting_en_aanhouding_mogelijk"),
        Boolean("verlenging_mogelijk"),
        Duration("verlengingstermijn", nullable=True),
        ListOf("trefwoorden", Text("trefwoord", 30)),
        Boolean("publicatie_indicatie"),
        Text("publicatietekst", default=""),
        ListOf("verantwoordingsrelatie", Text("relatie", 40)),
        ListOf("producten_of_diensten", Uri("product", 1000), default=REQUIRED),
        Reference("selectielijst_procestype", PROCESTYPE, 200, default=""),
        Group("referentieproces", (Text("naam", 80), Uri("link", 200, default="")), nullable=False),
        Text("verantwoordelijke", 50),
        Links("zaakobjecttypen", ZaakObjectType, "zaaktype_id"),
        Group("broncatalogus", (Uri("url", 200), Text("domein", 5), Rsin("rsin"))),
        Group("bronzaaktype", (Uri("url", 200), Text("identificatie", 50), Text("omschrijving", 80))),
        catalogus_link(),
        Links("statustypen", StatusType, "zaaktype_id"),
        Links("resultaattypen", ResultaatType, "zaaktype_id"),
        Links("eigenschappen", Eigenschap, "zaaktype_id"),
        DerivedLinks("informatieobjecttypen", InformatieObjectType, DOCUMENTTYPEN),
        NameList("informatieobjecttype_omschrijving", Names(RELATED, "informatieobjecttype")),
        Links("roltypen", RolType, "zaaktype_id"),
        NamedLinks("besluittypen", BesluitType, BESLUITTYPEN, default=REQUIRED),
        NameList("besluittype_omschrijving", "besluittypen"),
        NamedLinks("deelzaaktypen", ZaakType, DEELZAAKTYPEN),
        NameList("deelzaaktype_identificaties", "deelzaaktypen"),
        GerelateerdeZaaktypen("gerelateerde_zaaktypen", GERELATEERD),
        Date("begin_geldigheid"),
        Date("einde_geldigheid", nullable=True),
        *life_of(ZaakType, "identificatie"),
        Date("versiedatum", nullable=True),
        Boolean("concept", read_only=True),
    ),
    filters=(
        link("catalogus", "catalogus"),
        exact("identificatie", IDENTIFICATIE),
        AnyWord("trefwoorden", Text("trefwoorden", default=""), "trefwoorden"),
        Publication("status", STATUS, "concept"),
        valid("datumGeldigheid"),
    ),
    create=commands.CreateZaakType,
    update=commands.UpdateZaakType,
    destroy=commands.DestroyZaakType,
    channel=Channel("zaaktypen", KENMERKEN),
    reach=READ["reach"],
    read=scopes.LEZEN | scopes.READERS,
)
