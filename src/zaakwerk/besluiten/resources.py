"""Resources of the Besluiten API: how besluiten and their documents look, and who reads and writes them."""

from collections.abc import Mapping, Sequence
from typing import Any

from zaakwerk.besluiten import commands, scopes
from zaakwerk.besluiten.models import Besluit, BesluitInformatieObject
from zaakwerk.besluiten.queries import REACH
from zaakwerk.catalogi.models import BesluitType
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import registry
from zaakwerk.zgw.filters import exact, link
from zaakwerk.zgw.kinds import Date, Label, Rsin, Text
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.relations import Link, Url
from zaakwerk.zgw.resource import Channel, Component, Resource

VERVALREDENEN = {
    "tijdelijk": "Besluit met tijdelijke werking",
    "ingetrokken_overheid": "Besluit ingetrokken door overheid",
    "ingetrokken_belanghebbende": "Besluit ingetrokken o.v.v. belanghebbende",
}
CHANNEL = Channel(
    "besluiten",
    {
        # Snake case as the standard's document has it (C-33).
        "verantwoordelijke_organisatie": lambda besluit: str(besluit.verantwoordelijke_organisatie),
        "besluittype": lambda besluit: registry.for_model(BesluitType).url_for(besluit.besluittype),
    },
)


class MirroredBesluit(Link):
    """The besluit behind the URL that a zaakbesluit keeps, which only expand shows."""

    def __init__(self, name: str) -> None:
        super().__init__(name, Besluit, read_only=True)

    def targets(self, wires: Sequence[Mapping[str, Any]]) -> list[list[str]]:
        """Per zaakbesluit the URL, when it is one of ours."""
        return [[wire[self.key]] if wire[self.key].startswith(BASE) else [] for wire in wires]


BESLUIT = Resource(
    name="besluit",
    path="besluiten",
    model=Besluit,
    fields=(
        Url(),
        Text("identificatie", 50, default="", immutable=True),
        Rsin("verantwoordelijke_organisatie", immutable=True),
        Link("besluittype", BesluitType, immutable=True),
        # C-29: a besluit stays with the zaak it was taken in.
        Link("zaak", Zaak, related=("zaaktype",), default=None, empty="", immutable=True),
        Date("datum"),
        Text("toelichting", default=""),
        Text("bestuursorgaan", 50, default=""),
        Date("ingangsdatum"),
        Date("vervaldatum", nullable=True),
        Text("vervalreden", choices=tuple(VERVALREDENEN), default=""),
        Label("vervalreden_weergave", "vervalreden", VERVALREDENEN),
        Date("publicatiedatum", nullable=True),
        Date("verzenddatum", nullable=True),
        Date("uiterlijke_reactiedatum", nullable=True),
    ),
    reach=REACH,
    read=scopes.LEZEN,
    filters=(
        exact("identificatie", Text("identificatie", 50, default="")),
        exact("verantwoordelijkeOrganisatie", Rsin("verantwoordelijke_organisatie")),
        link("besluittype", "besluittype"),
        link("zaak", "zaak"),
    ),
    create=commands.CreateBesluit,
    update=commands.UpdateBesluit,
    destroy=commands.DestroyBesluit,
    channel=CHANNEL,
    audited=True,
)

# brc-004: that the document lays the besluit down is the only aardRelatie there is, and not shown (C-30).
BESLUITINFORMATIEOBJECT = Resource(
    name="besluitinformatieobject",
    path="besluitinformatieobjecten",
    model=BesluitInformatieObject,
    fields=(
        Url(),
        Link("informatieobject", EnkelvoudigInformatieObject, related=("informatieobjecttype",)),
        Link("besluit", Besluit, related=("besluittype",), same_api=True),
    ),
    reach=REACH.below("besluit"),
    read=scopes.LEZEN,
    filters=(link("besluit", "besluit"), link("informatieobject", "informatieobject")),
    order=("id",),
    paginated=False,
    create=commands.LinkDocument,
    destroy=commands.UnlinkDocument,
    main="besluit",
    channel=CHANNEL,
    audited=True,
)

BESLUITEN = Component(
    "besluiten", "brc", "1.1.0", "Besluiten API", resources=(BESLUIT, BESLUITINFORMATIEOBJECT)
)
