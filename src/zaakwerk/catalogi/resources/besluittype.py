"""The besluittype as a resource: a version, with the types that name it and that it names."""

from django.db.models import F, OuterRef

from zaakwerk.catalogi import commands
from zaakwerk.catalogi.fields import DerivedLinks, NamedLinks, NameList
from zaakwerk.catalogi.filters import STATUS, Publication, RelatedType, valid
from zaakwerk.catalogi.models import BesluitType, InformatieObjectType, ResultaatType, ZaakType
from zaakwerk.catalogi.resources.shared import KENMERKEN, READ, catalogus_link, life_of
from zaakwerk.catalogi.sources import IsListed, Names, in_force, in_force_listed
from zaakwerk.zgw.filters import exact, link
from zaakwerk.zgw.kinds import REQUIRED, Boolean, Date, Duration, Text
from zaakwerk.zgw.relations import Url
from zaakwerk.zgw.resource import Channel, Resource

IS_NAMED = IsListed(OuterRef("omschrijving"), F("besluittypen"))
ZAAKTYPEN = ZaakType.objects.filter(IS_NAMED, catalogus=OuterRef("catalogus"))
RESULTAATTYPEN = ResultaatType.objects.filter(IS_NAMED, zaaktype__catalogus=OuterRef("catalogus"))
DOCUMENTTYPEN = in_force_listed(InformatieObjectType, "omschrijving", "informatieobjecttypen", "catalogus")
ANY_DOCUMENTTYPE = InformatieObjectType.objects.filter(
    IsListed(F("omschrijving"), OuterRef("informatieobjecttypen")), catalogus=OuterRef("catalogus")
)

BESLUITTYPEN = Resource(
    name="besluittype",
    path="besluittypen",
    model=BesluitType,
    fields=(
        Url(),
        catalogus_link(),
        DerivedLinks(
            "zaaktypen", ZaakType, in_force(ZaakType).filter(IS_NAMED, catalogus=OuterRef("catalogus"))
        ),
        NameList("zaaktype_identificaties", Names(ZAAKTYPEN, "identificatie")),
        # C-51: the standard lets it be empty, but it is the name that relations go by.
        Text("omschrijving", 80),
        Text("omschrijving_generiek", 80, default=""),
        Text("besluitcategorie", 40, default=""),
        Duration("reactietermijn", nullable=True),
        Boolean("publicatie_indicatie"),
        Text("publicatietekst", default=""),
        Duration("publicatietermijn", nullable=True),
        Text("toelichting", default=""),
        NamedLinks("informatieobjecttypen", InformatieObjectType, DOCUMENTTYPEN, default=REQUIRED),
        NameList("informatieobjecttype_omschrijvingen", "informatieobjecttypen"),
        Date("begin_geldigheid"),
        Date("einde_geldigheid", nullable=True),
        *life_of(BesluitType, "omschrijving"),
        Boolean("concept", read_only=True),
        DerivedLinks("resultaattypen", ResultaatType, RESULTAATTYPEN.order_by("id")),
        NameList("resultaattypen_omschrijving", Names(RESULTAATTYPEN, "omschrijving")),
        NameList("vastgelegd_in", "informatieobjecttypen"),
    ),
    filters=(
        link("catalogus", "catalogus"),
        RelatedType("zaaktypen", Text("zaaktypen"), "omschrijving", name="identificatie", related=ZAAKTYPEN),
        RelatedType(
            "informatieobjecttypen",
            Text("informatieobjecttypen"),
            "omschrijving",
            name="omschrijving",
            related=ANY_DOCUMENTTYPE,
        ),
        Publication("status", STATUS, "concept"),
        exact("omschrijving", Text("omschrijving", default="")),
        valid("datumGeldigheid"),
    ),
    create=commands.CreateBesluitType,
    update=commands.UpdateBesluitType,
    destroy=commands.DestroyBesluitType,
    channel=Channel("besluittypen", KENMERKEN),
    **READ,
)
