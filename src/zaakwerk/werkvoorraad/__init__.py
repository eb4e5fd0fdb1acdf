"""Werkvoorraad: what somebody has to do now, who takes what, and how to find a zaak again."""
