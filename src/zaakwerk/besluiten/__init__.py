"""Besluiten: the register of decisions; beside their zaken and above the documents that lay them down."""
