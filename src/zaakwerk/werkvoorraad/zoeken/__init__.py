"""Zoeken: one question over zaken and their people, narrowed by facets, within what somebody may see."""
