"""The zaakobjecttype as a resource: a kind of object that a zaak may be about."""

from django.db.models import OuterRef

from zaakwerk.catalogi import commands
from zaakwerk.catalogi.fields import DerivedLinks, NameList
from zaakwerk.catalogi.filters import IDENTIFICATIE, valid
from zaakwerk.catalogi.models import Catalogus, ResultaatType, StatusType, ZaakObjectType
from zaakwerk.catalogi.referenties import outside
from zaakwerk.catalogi.resources.shared import (
    PART,
    own,
    period_of_part,
    zaaktype_identificatie,
    zaaktype_link,
)
from zaakwerk.catalogi.sources import Names
from zaakwerk.zgw.filters import exact, link
from zaakwerk.zgw.kinds import Boolean, Date, Text, Uri
from zaakwerk.zgw.relations import Link, Outside, Url
from zaakwerk.zgw.resource import Resource

RESULTAATTYPEN = ResultaatType.objects.filter(zaaktype=OuterRef("zaaktype"))
STATUSTYPEN = StatusType.objects.filter(zaaktype=OuterRef("zaaktype"))

ZAAKOBJECTTYPEN = Resource(
    name="zaakobjecttype",
    path="zaakobjecttypen",
    model=ZaakObjectType,
    base=own(ZaakObjectType),
    fields=(
        Url(),
        Boolean("ander_objecttype"),
        *period_of_part(),
        Uri("objecttype", 200),
        Text("relatie_omschrijving", 80),
        zaaktype_link(),
        zaaktype_identificatie(),
        DerivedLinks("resultaattypen", ResultaatType, RESULTAATTYPEN.order_by("id")),
        NameList("resultaattype_omschrijving", Names(RESULTAATTYPEN, "omschrijving")),
        DerivedLinks("statustypen", StatusType, STATUSTYPEN.order_by("volgnummer")),
        # It is that of the zaaktype, whether it is sent or not.
        Link("catalogus", Catalogus, same_api=True, source="zaaktype__catalogus__uuid", default=None),
    ),
    filters=(
        exact("anderObjecttype", Boolean("ander_objecttype")),
        link("catalogus", "zaaktype__catalogus"),
        exact("datumBeginGeldigheid", Date("datum"), "zaaktype__begin_geldigheid"),
        exact("datumEindeGeldigheid", Date("datum"), "zaaktype__einde_geldigheid"),
        valid("datumGeldigheid", "zaaktype__"),
        exact("objecttype", Uri("objecttype", default="")),
        exact("relatieOmschrijving", Text("relatie_omschrijving", default="")),
        link("zaaktype", "zaaktype"),
        exact("zaaktypeIdentificatie", IDENTIFICATIE, "zaaktype__identificatie"),
    ),
    expansions=(Outside("objecttype", outside),),
    create=commands.CreateZaakObjectType,
    update=commands.UpdateZaakObjectType,
    destroy=commands.DestroyZaakObjectType,
    **PART,
)
