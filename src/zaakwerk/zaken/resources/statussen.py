"""The status as a resource."""

from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Case, F, Field, Q, Value, When

from zaakwerk.catalogi import elders
from zaakwerk.catalogi.models import StatusType
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Rol, Status, ZaakInformatieObject
from zaakwerk.zaken.resources.shared import BELOW_ZAAK, zaak_link
from zaakwerk.zgw.elsewhere import LinkAnywhere
from zaakwerk.zgw.filters import Filter, link
from zaakwerk.zgw.kinds import Boolean, Text, Timestamp, to_boolean
from zaakwerk.zgw.links import Origin
from zaakwerk.zgw.relations import Link, Links, Url, Uuid
from zaakwerk.zgw.resource import Resource

IS_LATEST = Q(zaak__status=F("pk"))


@dataclass(frozen=True)
class LatestFilter(Filter):
    """indicatieLaatstGezetteStatus: compares with the zaak's current status instead of a column."""

    def read(self, raw: Any, origin: Origin) -> Any:
        return to_boolean(raw)

    def q(self, value: Any, output: "Field[Any, Any]") -> Q:
        return IS_LATEST if value else ~IS_LATEST

    def shape(self, value: Any) -> Any:
        return value

    def args(self, value: Any) -> dict[str, Any]:
        return {}


STATUSSEN = Resource(
    name="status",
    path="statussen",
    model=Status,
    fields=(
        Url(),
        Uuid(),
        zaak_link(),
        LinkAnywhere("statustype", StatusType, elders.part_of(StatusType)),
        Timestamp("datum_status_gezet"),
        Text("statustoelichting", 1000, default=""),
        Boolean(
            "indicatie_laatst_gezette_status",
            source=Case(When(IS_LATEST, then=Value(True)), default=Value(False), output_field=BooleanField()),
            read_only=True,
        ),
        Link("gezetdoor", Rol, same_api=True, default=None, empty=""),
        Links("zaakinformatieobjecten", ZaakInformatieObject, "status_id"),
    ),
    filters=(
        link("zaak", "zaak"),
        link("statustype", "statustype"),
        LatestFilter("indicatieLaatstGezetteStatus", Boolean("latest"), "id"),
    ),
    order=("-datum_status_gezet", "-id"),
    create=commands.SetStatus,
    **BELOW_ZAAK,
)
