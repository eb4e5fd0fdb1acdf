"""The catalogus as a resource, with what it holds."""

from django.db.models import OuterRef

from zaakwerk.catalogi import commands
from zaakwerk.catalogi.fields import NameList
from zaakwerk.catalogi.models import BesluitType, Catalogus, InformatieObjectType, ZaakType
from zaakwerk.catalogi.resources.shared import READ
from zaakwerk.catalogi.sources import Names
from zaakwerk.zgw.filters import compare
from zaakwerk.zgw.kinds import Date, Email, Rsin, Text
from zaakwerk.zgw.relations import Links, Url
from zaakwerk.zgw.resource import Resource

BESLUITTYPEN = BesluitType.objects.filter(catalogus=OuterRef("pk"))
DOCUMENTTYPEN = InformatieObjectType.objects.filter(catalogus=OuterRef("pk"))

CATALOGUSSEN = Resource(
    name="catalogus",
    path="catalogussen",
    model=Catalogus,
    fields=(
        Url(),
        Text("domein", 5),
        Rsin("rsin"),
        Text("contactpersoon_beheer_naam", 40),
        Text("contactpersoon_beheer_telefoonnummer", 20, default=""),
        Email("contactpersoon_beheer_emailadres", default=""),
        Links("zaaktypen", ZaakType, "catalogus_id"),
        Links("besluittypen", BesluitType, "catalogus_id"),
        NameList("besluittype_omschrijving", Names(BESLUITTYPEN, "omschrijving")),
        Links("informatieobjecttypen", InformatieObjectType, "catalogus_id"),
        NameList("informatieobjecttype_omschrijving", Names(DOCUMENTTYPEN, "omschrijving")),
        Text("naam", 200, nullable=True),
        Text("versie", 20, nullable=True),
        Date("begindatum_versie", nullable=True),
    ),
    filters=(
        *compare("domein", Text("domein", default=""), ["in"]),
        *compare("rsin", Rsin("rsin", default=""), ["in"]),
    ),
    create=commands.CreateCatalogus,
    update=commands.UpdateCatalogus,
    destroy=commands.DestroyCatalogus,
    **READ,
)
