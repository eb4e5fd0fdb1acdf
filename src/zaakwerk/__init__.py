"""Zaakwerk: one complete, open-source zaaksysteem for Dutch government organisations."""

__version__ = "0.1.0"
