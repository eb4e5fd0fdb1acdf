"""The gebruiksrechten as a resource: a bare list below the documents in reach (5.6)."""

from zaakwerk.documenten import commands
from zaakwerk.documenten.models import Gebruiksrechten
from zaakwerk.documenten.resources.shared import BELOW_DOCUMENT, CHANNEL, document_link
from zaakwerk.zgw.filters import compare, link
from zaakwerk.zgw.kinds import Text, Timestamp
from zaakwerk.zgw.relations import Url
from zaakwerk.zgw.resource import Resource

AROUND = ("lt", "lte", "gt", "gte")

GEBRUIKSRECHTEN = Resource(
    name="gebruiksrechten",
    path="gebruiksrechten",
    model=Gebruiksrechten,
    fields=(
        Url(),
        document_link(immutable=True),
        Timestamp("startdatum"),
        Timestamp("einddatum", nullable=True),
        Text("omschrijving_voorwaarden"),
    ),
    filters=(
        link("informatieobject", "informatieobject"),
        # The standard has the operators and not the plain filters.
        *compare("startdatum", Timestamp("startdatum"), AROUND)[1:],
        *compare("einddatum", Timestamp("einddatum"), AROUND)[1:],
    ),
    order=("id",),
    paginated=False,
    create=commands.CreateGebruiksrechten,
    update=commands.UpdateGebruiksrechten,
    destroy=commands.DestroyGebruiksrechten,
    channel=CHANNEL,
    **BELOW_DOCUMENT,
)
