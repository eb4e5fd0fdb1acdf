"""The kernel as a Django app: it owns the audit lines and the outgoing messages."""

from django.apps import AppConfig


class ZgwConfig(AppConfig):
    """Registers the kernel's two tables."""

    name = "zaakwerk.zgw"
    label = "zgw"
