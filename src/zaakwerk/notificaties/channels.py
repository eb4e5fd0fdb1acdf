"""Channels of our own APIs: the seven of the suite with the kenmerken their messages carry (8.2)."""

from collections.abc import Mapping
from typing import Any

from django.apps.registry import Apps
from django.apps.registry import apps as installed

CHANNELS: Mapping[str, tuple[str, ...]] = {
    "zaken": ("bronorganisatie", "zaaktype", "vertrouwelijkheidaanduiding"),
    "documenten": ("bronorganisatie", "informatieobjecttype", "vertrouwelijkheidaanduiding"),
    # Snake case as in the standard's document (C-33); filters in camel case are accepted.
    "besluiten": ("verantwoordelijke_organisatie", "besluittype"),
    "zaaktypen": ("catalogus",),
    "besluittypen": ("catalogus",),
    "informatieobjecttypen": ("catalogus",),
    "autorisaties": (),
}


def register_channels(using: str, apps: Apps = installed, **_: Any) -> None:
    """Makes the channels that are missing and mends their kenmerken; runs after every migrate and flush."""
    try:
        kanalen = apps.get_model("notificaties", "Kanaal")._default_manager.using(using)
    except LookupError:
        return  # migrated back to before there were channels
    for naam, kenmerken in CHANNELS.items():
        kanaal, is_new = kanalen.get_or_create(naam=naam, defaults={"filters": list(kenmerken)})
        if not is_new and kanaal.filters != list(kenmerken):
            kanaal.filters = list(kenmerken)
            kanaal.save(update_fields=["filters"])
