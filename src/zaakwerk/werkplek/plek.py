"""Plek: a place as people write it (GeoJSON, or latitude and longitude), read as a GeoJSON geometry."""

import json
import re
from typing import Any

import msgspec
from django.utils.translation import gettext

from zaakwerk.zgw.geo import GEOMETRY
from zaakwerk.zgw.kinds import Faulty
from zaakwerk.zgw.links import Origin

NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
MOST_CHARACTERS = 200_000
# Where latitudes and longitudes of the European Netherlands lie: enough to see that they were swapped.
NORTH, EAST = (50.0, 54.0), (3.0, 8.0)
RD_FROM = 1_000
SHAPES = {
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
}


class GeenPlek(ValueError):
    """What was written is no place; the message says why, in Dutch."""


def read(text: str) -> dict[str, Any] | None:
    """A geometry, or None for nothing; raises GeenPlek."""
    text = text.strip()
    if not text:
        return None
    return checked(from_json(text) if text.startswith("{") else point(text))


def from_json(text: str) -> dict[str, Any]:
    """GeoJSON; of a Feature, or a FeatureCollection, its geometry."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise GeenPlek(
            gettext("Dit is geen geldige GeoJSON: een haakje, komma of aanhalingsteken klopt niet.")
        ) from None
    return geometry_of(found)


def geometry_of(found: Any) -> dict[str, Any]:
    """The geometry in a GeoJSON object."""
    kind = found.get("type") if isinstance(found, dict) else None
    if kind == "Feature":
        return geometry_of(found.get("geometry"))
    if kind == "FeatureCollection" and isinstance(found.get("features"), list) and found["features"]:
        members = [geometry_of(member) for member in found["features"]]
        return members[0] if len(members) == 1 else {"type": "GeometryCollection", "geometries": members}
    if kind not in SHAPES or not isinstance(found, dict):
        raise GeenPlek(gettext("In deze GeoJSON staat geen vorm."))
    return found


def point(text: str) -> dict[str, Any]:
    """A point from "52.5504, 5.2181", with commas or points, in the order people say it: north, then east."""
    if not re.fullmatch(r"[-+\d.,;°\sNOZWBL/]+", text, re.IGNORECASE):
        raise GeenPlek(gettext("Schrijf twee getallen, zoals 52.5504, 5.2181, of plak GeoJSON."))
    numbers = [float(found.replace(",", ".")) for found in NUMBER.findall(text)]
    if len(numbers) != 2:
        raise GeenPlek(gettext("Schrijf precies twee getallen: eerst noorderbreedte, dan oosterlengte."))
    north, east = numbers
    if abs(north) > RD_FROM or abs(east) > RD_FROM:
        raise GeenPlek(gettext("Dit lijken RD-coördinaten. Schrijf graden (WGS 84), zoals 52.5504, 5.2181."))
    if EAST[0] <= north <= EAST[1] and NORTH[0] <= east <= NORTH[1]:
        raise GeenPlek(
            gettext("De getallen lijken omgedraaid: eerst noorderbreedte (52), dan oosterlengte (5).")
        )
    return {"type": "Point", "coordinates": [east, north]}


def checked(geometry: dict[str, Any]) -> dict[str, Any]:
    """The geometry, as long as the register takes it and its shape is sound."""
    import shapely  # heavy and rarely needed: loaded at first use

    try:
        GEOMETRY.read(geometry, {}, Origin(""))
    except Faulty as problem:
        raise GeenPlek(" ".join(found.reason for found in problem.violations)) from None
    shape = shapely.from_geojson(msgspec.json.encode(geometry))
    if shape.is_empty:
        raise GeenPlek(gettext("In deze GeoJSON staat geen vorm."))
    if not shape.is_valid:
        raise GeenPlek(gettext("De vorm klopt niet: een rand kruist zichzelf of loopt niet rond."))
    return geometry


def written(geometry: dict[str, Any] | None) -> str:
    """A geometry as the form shows it: a point as two numbers, another shape as GeoJSON."""
    if not geometry:
        return ""
    if geometry.get("type") == "Point":
        east, north = geometry["coordinates"][:2]
        return f"{north}, {east}"
    return json.dumps(geometry, ensure_ascii=False)
