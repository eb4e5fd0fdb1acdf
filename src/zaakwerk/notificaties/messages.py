"""Messages: a Bericht in the standard's form, poor in information: only links and kenmerken (8.4)."""

from datetime import UTC

import msgspec

from zaakwerk.zgw.clock import now
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.models import Bericht

encode = msgspec.json.Encoder().encode


def wire(bericht: Bericht) -> bytes:
    """The message as JSON; links to ourselves are still without base."""
    return encode(
        {
            "kanaal": bericht.kanaal,
            "hoofdObject": bericht.hoofd_object,
            "resource": bericht.resource,
            "resourceUrl": bericht.resource_url,
            "actie": bericht.actie,
            "aanmaakdatum": bericht.aanmaakdatum.astimezone(UTC),
            "kenmerken": msgspec.Raw(bericht.kenmerken.encode()),
        }
    )


def trial() -> bytes:
    """The message with which a new callback is tried."""
    url = f"{BASE}/notificaties/api/v1/notificaties"
    return wire(
        Bericht(
            kanaal="test",
            hoofd_object=url,
            resource="test",
            resource_url=url,
            actie="test",
            aanmaakdatum=now(),
        )
    )
