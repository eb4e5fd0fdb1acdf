"""The informatieobjecttype as a resource: a version, with the zaaktypen that name it."""

from django.db.models import F, OuterRef, QuerySet

from zaakwerk.catalogi import commands
from zaakwerk.catalogi.fields import DerivedLinks, NameList
from zaakwerk.catalogi.filters import STATUS, OfZaaktype, Publication, valid
from zaakwerk.catalogi.models import BesluitType, InformatieObjectType, ZaakType, ZaakTypeInformatieObjectType
from zaakwerk.catalogi.resources.shared import KENMERKEN, READ, catalogus_link, life_of
from zaakwerk.catalogi.sources import IsListed, Names, in_force
from zaakwerk.zgw.filters import exact, link
from zaakwerk.zgw.groups import Group, ListOf
from zaakwerk.zgw.kinds import Boolean, Date, Level, Text
from zaakwerk.zgw.relations import Url
from zaakwerk.zgw.resource import Channel, Resource


def naming(omschrijving: OuterRef, catalogus: OuterRef) -> QuerySet[ZaakTypeInformatieObjectType]:
    """The relations that name an informatieobjecttype of the same catalogus."""
    found = ZaakTypeInformatieObjectType.objects.filter(zaaktype__catalogus=catalogus)
    return found.filter(informatieobjecttype=omschrijving)


NAMING = naming(OuterRef("omschrijving"), OuterRef("catalogus"))
NAMED_FROM = naming(OuterRef(OuterRef("omschrijving")), OuterRef(OuterRef("catalogus")))
DECIDED_WITH = IsListed(OuterRef("omschrijving"), F("informatieobjecttypen"))
BESLUITTYPEN = BesluitType.objects.filter(DECIDED_WITH, catalogus=OuterRef("catalogus"))
GENERIEK = (
    Text("informatieobjecttype_omschrijving_generiek", 80),
    Text("definitie_informatieobjecttype_omschrijving_generiek", 255),
    Text("herkomst_informatieobjecttype_omschrijving_generiek", 12),
    Text("hierarchie_informatieobjecttype_omschrijving_generiek", 80),
    Text("opmerking_informatieobjecttype_omschrijving_generiek", 255, nullable=True),
)

INFORMATIEOBJECTTYPEN = Resource(
    name="informatieobjecttype",
    path="informatieobjecttypen",
    model=InformatieObjectType,
    fields=(
        Url(),
        catalogus_link(),
        Text("omschrijving", 80),
        Level("vertrouwelijkheidaanduiding"),
        Date("begin_geldigheid"),
        Date("einde_geldigheid", nullable=True),
        *life_of(InformatieObjectType, "omschrijving"),
        Boolean("concept", read_only=True),
        DerivedLinks("zaaktypen", ZaakType, in_force(ZaakType).filter(pk__in=NAMED_FROM.values("zaaktype"))),
        NameList("zaaktype_identificaties", Names(NAMING, F("zaaktype__identificatie"))),
        DerivedLinks(
            "besluittypen",
            BesluitType,
            in_force(BesluitType).filter(DECIDED_WITH, catalogus=OuterRef("catalogus")),
        ),
        NameList("besluittype_omschrijving", Names(BESLUITTYPEN, "omschrijving")),
        Text("informatieobjectcategorie", 80),
        ListOf("trefwoord", Text("trefwoord", 30)),
        Group("omschrijving_generiek", GENERIEK),
    ),
    filters=(
        link("catalogus", "catalogus"),
        exact("omschrijving", Text("omschrijving", default="")),
        Publication("status", STATUS, "concept"),
        valid("datumGeldigheid"),
        # Not in the standard, but what existing clients ask (OfZaaktype says why it is a join by name).
        OfZaaktype("zaaktype", None, "uuid"),
    ),
    create=commands.CreateInformatieObjectType,
    update=commands.UpdateInformatieObjectType,
    destroy=commands.DestroyInformatieObjectType,
    channel=Channel("informatieobjecttypen", KENMERKEN),
    **READ,
)
