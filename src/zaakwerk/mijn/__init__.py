"""Mijn zaken: the portal where citizens and companies follow their zaken."""
