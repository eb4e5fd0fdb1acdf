"""The verzending as a resource: a betrokkene and one of seven kinds of address (5.9)."""

from zaakwerk.documenten import commands
from zaakwerk.documenten.models import Verzending
from zaakwerk.documenten.resources.shared import (
    BELOW_DOCUMENT,
    CHANNEL,
    ClearableGroup,
    document_link,
    outside,
)
from zaakwerk.zgw.filters import exact, link
from zaakwerk.zgw.kinds import Boolean, Date, Integer, Text, Uri
from zaakwerk.zgw.relations import Outside, Url
from zaakwerk.zgw.resource import Resource

AARD_RELATIES = ("afzender", "geadresseerde")
BINNENLAND = (
    Text("huisletter", 1, default=""),
    Integer("huisnummer", minimum=1, maximum=99999),
    Text("huisnummer_toevoeging", 4, default=""),
    Text("naam_openbare_ruimte", 80),
    Text("postcode", 6, default=""),
    Text("woonplaatsnaam", 80),
)
BUITENLAND = (
    Text("adres_buitenland_1", 35),
    Text("adres_buitenland_2", 35, default=""),
    Text("adres_buitenland_3", 35, default=""),
    Uri("land_postadres", 200),
)
POSTADRES = (
    Integer("post_bus_of_antwoordnummer", minimum=1, maximum=9999),
    Text("postadres_postcode", 6),
    Text("postadres_type", choices=("antwoordnummer", "postbusnummer")),
    Text("woonplaatsnaam", 80),
)

VERZENDINGEN = Resource(
    name="verzending",
    path="verzendingen",
    model=Verzending,
    fields=(
        Url(),
        Uri("betrokkene", 200),
        document_link(immutable=True),
        Text("aard_relatie", choices=AARD_RELATIES),
        Text("toelichting", 200, default=""),
        Date("ontvangstdatum", nullable=True),
        Date("verzenddatum", nullable=True),
        Uri("contact_persoon", 1000),
        Text("contactpersoonnaam", 40, default=""),
        ClearableGroup("binnenlands_correspondentieadres", BINNENLAND),
        ClearableGroup("buitenlands_correspondentieadres", BUITENLAND),
        ClearableGroup("correspondentie_postadres", POSTADRES),
        Text("faxnummer", 15, nullable=True),
        Text("emailadres", 100, pattern=r"[^@\s]+@[^@\s]+\.[^@\s]+", nullable=True),
        Boolean("mijn_overheid", default=False),
        Text("telefoonnummer", 15, nullable=True),
    ),
    filters=(
        exact("aardRelatie", Text("aard_relatie", choices=AARD_RELATIES)),
        link("informatieobject", "informatieobject"),
        exact("betrokkene", Uri("betrokkene", 200)),
    ),
    create=commands.CreateVerzending,
    update=commands.UpdateVerzending,
    destroy=commands.DestroyVerzending,
    expansions=(Outside("betrokkene", outside), Outside("contact_persoon", outside)),
    channel=CHANNEL,
    **BELOW_DOCUMENT,
)
