"""Uitwisseling: catalogues in and out, as the zip of the field or as a folder that a person can read."""

from zaakwerk.catalogi.uitwisseling.invoer import Opties, importeer
from zaakwerk.catalogi.uitwisseling.soorten import Inhoud
from zaakwerk.catalogi.uitwisseling.uitvoer import exporteer, find_catalogus
from zaakwerk.catalogi.uitwisseling.verslag import Regel, Uitkomst, Verslag

__all__ = [
    "Inhoud",
    "Opties",
    "Regel",
    "Uitkomst",
    "Verslag",
    "exporteer",
    "find_catalogus",
    "importeer",
]
