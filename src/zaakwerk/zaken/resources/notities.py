"""The zaaknotitie as a resource; it has no channel (2.9 names none)."""

from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Zaak, ZaakNotitie
from zaakwerk.zaken.resources.shared import BELOW_ZAAK
from zaakwerk.zgw.filters import Filter, compare, exact, link
from zaakwerk.zgw.kinds import Text, Timestamp
from zaakwerk.zgw.relations import Link, Url
from zaakwerk.zgw.resource import Resource

TYPEN = ("extern", "intern")
STATUSSEN = ("concept", "definitief")
MOMENTS = ("gt", "gte", "lt", "lte")


def text(key: str, column: str) -> tuple[Filter, ...]:
    """The whole text, or a part of it whatever the case."""
    return compare(key, Text(column, default=""), ["icontains"])


ZAAKNOTITIES = Resource(
    name="zaaknotitie",
    path="zaaknotities",
    model=ZaakNotitie,
    fields=(
        Url(),
        Text("onderwerp", 255),
        Text("tekst"),
        Text("aangemaakt_door", 255, default=""),
        Text("notitie_type", choices=TYPEN, default="intern"),
        Text("status", choices=STATUSSEN, default="concept"),
        Timestamp("aanmaakdatum", read_only=True),
        Timestamp("wijzigingsdatum", read_only=True),
        Link("zaak", Zaak, key="gerelateerdAan", related=("zaaktype",), same_api=True, immutable=True),
    ),
    filters=(
        *text("aangemaaktDoor", "aangemaakt_door"),
        *compare("aanmaakdatum", Timestamp("aanmaakdatum"), MOMENTS),
        link("gerelateerdAan", "zaak"),
        exact("notitieType", Text("notitie_type", choices=TYPEN)),
        *text("onderwerp", "onderwerp"),
        exact("status", Text("status", choices=STATUSSEN)),
        *text("tekst", "tekst"),
        *compare("wijzigingsdatum", Timestamp("wijzigingsdatum"), MOMENTS),
    ),
    create=commands.CreateNotitie,
    update=commands.UpdateNotitie,
    destroy=commands.DestroyNotitie,
    has_etag=False,
    **{**BELOW_ZAAK, "channel": None},
)
