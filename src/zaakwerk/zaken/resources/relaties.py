"""Contacts, requests and besluiten of a zaak as resources."""

from zaakwerk.zaken import commands
from zaakwerk.zaken.models import KlantContact, ZaakBesluit, ZaakContactMoment, ZaakVerzoek
from zaakwerk.zaken.resources.shared import BELOW_ZAAK, zaak_link
from zaakwerk.zgw.filters import exact, link
from zaakwerk.zgw.kinds import Text, Timestamp, Uri
from zaakwerk.zgw.relations import Url, Uuid
from zaakwerk.zgw.resource import Resource

KLANTCONTACTEN = Resource(
    name="klantcontact",
    path="klantcontacten",
    model=KlantContact,
    fields=(
        Url(),
        Uuid(),
        zaak_link(),
        Text("identificatie", 14, default=""),
        Timestamp("datumtijd"),
        Text("kanaal", 20, default=""),
        Text("onderwerp", 200, default=""),
        Text("toelichting", 1000, default=""),
    ),
    filters=(link("zaak", "zaak"),),
    create=commands.CreateKlantContact,
    has_etag=False,
    **BELOW_ZAAK,
)

ZAAKCONTACTMOMENTEN = Resource(
    name="zaakcontactmoment",
    path="zaakcontactmomenten",
    model=ZaakContactMoment,
    fields=(Url(), Uuid(), zaak_link(), Uri("contactmoment", 1000)),
    filters=(link("zaak", "zaak"), exact("contactmoment", Uri("contactmoment", default=""))),
    order=("id",),
    paginated=False,
    create=commands.LinkContactMoment,
    destroy=commands.UnlinkContactMoment,
    has_etag=False,
    **BELOW_ZAAK,
)

ZAAKVERZOEKEN = Resource(
    name="zaakverzoek",
    path="zaakverzoeken",
    model=ZaakVerzoek,
    fields=(Url(), Uuid(), zaak_link(), Uri("verzoek", 1000)),
    filters=(link("zaak", "zaak"), exact("verzoek", Uri("verzoek", default=""))),
    order=("id",),
    paginated=False,
    create=commands.LinkVerzoek,
    destroy=commands.UnlinkVerzoek,
    has_etag=False,
    **BELOW_ZAAK,
)

ZAAKBESLUITEN = Resource(
    name="zaakbesluit",
    path="zaken/{parent}/besluiten",
    model=ZaakBesluit,
    parent_field="zaak",
    fields=(Url(), Uuid(), Uri("besluit", 1000)),
    order=("id",),
    paginated=False,
    create=commands.CreateZaakBesluit,
    destroy=commands.DestroyZaakBesluit,
    has_etag=False,
    **BELOW_ZAAK,
)
