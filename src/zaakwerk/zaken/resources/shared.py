"""Shared: what every resource below a zaak declares the same way."""

from typing import Any

from zaakwerk.zaken import inzage, queries, scopes
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.relations import Link
from zaakwerk.zgw.resource import Channel


def zaaktype_url(zaak: Zaak) -> str:
    """The zaaktype's URL: without base, or as it is at home."""
    return zaak.zaaktype.elders or f"{BASE}/catalogi/api/v1/zaaktypen/{zaak.zaaktype.uuid}"


CHANNEL = Channel(
    "zaken",
    {
        "bronorganisatie": lambda zaak: str(zaak.bronorganisatie),
        "zaaktype": zaaktype_url,
        "vertrouwelijkheidaanduiding": lambda zaak: vertrouwelijkheid.NAME[zaak.vertrouwelijkheidaanduiding],
    },
)

BELOW_ZAAK: dict[str, Any] = {
    "reach": queries.REACH.below("zaak"),
    "read": scopes.LEZEN,
    "main": "zaak",
    "channel": CHANNEL,
    "audited": True,
    "seen": inzage.note_parts,
}


def zaak_link(**options: Any) -> Link:
    """The link to the zaak, loaded with its zaaktype."""
    return Link("zaak", Zaak, related=("zaaktype",), same_api=True, immutable=True, **options)
