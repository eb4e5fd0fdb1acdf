"""Messages: a Bericht in the standard's form, poor in information: only links and kenmerken (8.4)."""

from datetime import UTC

import msgspec

from zaakwerk.notificaties import cloudevents
from zaakwerk.notificaties.models import CLOUDEVENTS
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


def trial() -> Bericht:
    """The message with which a callback is tried; it is never stored."""
    url = f"{BASE}/notificaties/api/v1/notificaties"
    return Bericht(
        kanaal="test",
        hoofd_object=url,
        resource="test",
        resource_url=url,
        actie="test",
        aanmaakdatum=now(),
    )


def in_form(bericht: Bericht, vorm: str) -> tuple[str, bytes]:
    """The content type and the bytes of a message in the form a subscriber wants."""
    if vorm == CLOUDEVENTS:
        return cloudevents.CONTENT_TYPE, cloudevents.wire(bericht)
    return "application/json", wire(bericht)
