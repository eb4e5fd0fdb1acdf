"""Kaart: a geometry drawn as SVG by the server, with coordinates, scale and a description in words.

No tiles: nothing is asked from outside, and the page says the same without the drawing.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext

from zaakwerk.zgw.bounds import positions

Point = tuple[float, float]
SIZE, MARGIN = 320.0, 44.0
METRES_PER_DEGREE = 111_320.0
# A point or a small plot is shown with so many metres around it.
LEAST_METRES = 120.0
NICE = (1, 2, 5)
MOST_POSITIONS = 5_000


@dataclass(frozen=True)
class Kaart:
    """What the template draws; measures in units of the drawing."""

    punten: Sequence[Point]
    paden: Sequence[str]
    schaal: str
    schaal_lengte: float
    omschrijving: str
    coordinaten: Sequence[tuple[str, str]]
    size: float = SIZE

    @property
    def schaal_einde(self) -> float:
        """Where the bar of the scale ends."""
        return MARGIN / 2 + self.schaal_lengte


@dataclass(frozen=True)
class Vlak:
    """From longitude and latitude to the drawing: metres around the middle, north upwards."""

    lon: float
    lat: float
    metres: float

    @classmethod
    def around(cls, points: Sequence[Point]) -> "Vlak":
        """The square that holds all points."""
        west, east = min(x for x, _ in points), max(x for x, _ in points)
        south, north = min(y for _, y in points), max(y for _, y in points)
        lat = (south + north) / 2
        wide, high = (east - west) * METRES_PER_DEGREE * scale_at(lat), (north - south) * METRES_PER_DEGREE
        return cls((west + east) / 2, lat, max(wide, high, LEAST_METRES))

    def place(self, point: Point) -> Point:
        """Where a position stands in the drawing."""
        x, y = self.in_metres(point)
        unit = (SIZE - 2 * MARGIN) / self.metres
        return round(SIZE / 2 + x * unit, 1), round(SIZE / 2 - y * unit, 1)

    def in_metres(self, point: Point) -> Point:
        """A position in metres east and north of the middle."""
        x = (point[0] - self.lon) * METRES_PER_DEGREE * scale_at(self.lat)
        return x, (point[1] - self.lat) * METRES_PER_DEGREE

    def bar(self) -> tuple[float, float]:
        """The bar of the scale: a round number of metres, and how long it is drawn."""
        wanted = self.metres / 3
        power = 10 ** math.floor(math.log10(wanted))
        metres = max(step * power for step in NICE if step * power <= wanted)
        return metres, round(metres * (SIZE - 2 * MARGIN) / self.metres, 1)


def scale_at(lat: float) -> float:
    """How much shorter a degree of longitude is at a latitude."""
    return max(math.cos(math.radians(lat)), 0.01)


def draw(geometry: Mapping[str, Any] | None) -> Kaart | None:
    """The drawing of a GeoJSON geometry; None when there is none to draw."""
    points = [(float(place[0]), float(place[1])) for place in positions(dict(geometry))] if geometry else []
    if not geometry or not points or len(points) > MOST_POSITIONS:
        return None
    vlak = Vlak.around(points)
    metres, length = vlak.bar()
    shapes = list(members(geometry))
    return Kaart(
        punten=[vlak.place(point) for shape in shapes for point in points_of(shape)],
        paden=[path(vlak, shape) for shape in shapes if "Point" not in shape["type"]],
        schaal=distance(metres),
        schaal_lengte=length,
        omschrijving=describe(vlak, shapes),
        coordinaten=corners(points),
    )


def members(geometry: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The geometries of a collection; another one is its own."""
    if geometry["type"] == "GeometryCollection":
        for member in geometry["geometries"]:
            yield from members(member)
    else:
        yield geometry


def points_of(shape: Mapping[str, Any]) -> list[Point]:
    """The points of a Point or MultiPoint."""
    found = {"Point": [shape["coordinates"]], "MultiPoint": shape["coordinates"]}.get(shape["type"], [])
    return [(float(place[0]), float(place[1])) for place in found]


def lines_of(shape: Mapping[str, Any]) -> list[list[Point]]:
    """The lines and rings of any other shape."""
    coordinates, kind = shape["coordinates"], shape["type"]
    found: list[Any] = []
    if kind == "LineString":
        found = [coordinates]
    elif kind in ("MultiLineString", "Polygon"):
        found = coordinates
    elif kind == "MultiPolygon":
        found = [ring for polygon in coordinates for ring in polygon]
    return [[(float(place[0]), float(place[1])) for place in line] for line in found]


def path(vlak: Vlak, shape: Mapping[str, Any]) -> str:
    """A shape as the path of an SVG; rings are closed."""
    end = "Z" if "Polygon" in shape["type"] else ""
    parts = []
    for line in lines_of(shape):
        places = [vlak.place(point) for point in line]
        parts.append("M" + "L".join(f"{x} {y}" for x, y in places) + end)
    return "".join(parts)


def describe(vlak: Vlak, shapes: Sequence[Mapping[str, Any]]) -> str:
    """The geometry in a sentence, with its size."""
    kinds = [shape["type"] for shape in shapes]
    if all("Point" in kind for kind in kinds):
        count = sum(len(points_of(shape)) for shape in shapes)
        return gettext("Eén punt.") if count == 1 else gettext("%(n)s punten.") % {"n": count}
    if all("LineString" in kind for kind in kinds):
        total = sum(length(vlak, line) for shape in shapes for line in lines_of(shape))
        return gettext("Een lijn van ongeveer %(lengte)s.") % {"lengte": distance(total)}
    if all("Polygon" in kind for kind in kinds):
        total = abs(sum(area(vlak, ring) for shape in shapes for ring in lines_of(shape)))
        return gettext("Een vlak van ongeveer %(m2)s m².") % {"m2": number_format(round(total), 0)}
    return gettext("%(n)s vormen bij elkaar.") % {"n": len(shapes)}


def length(vlak: Vlak, line: Sequence[Point]) -> float:
    """The length of a line in metres."""
    places = [vlak.in_metres(point) for point in line]
    return sum(math.dist(a, b) for a, b in zip(places, places[1:], strict=False))


def area(vlak: Vlak, ring: Sequence[Point]) -> float:
    """The signed area of a ring in square metres: a hole runs the other way round (RFC 7946)."""
    places = [vlak.in_metres(point) for point in ring]
    pairs = zip(places, places[1:], strict=False)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def distance(metres: float) -> str:
    """A distance in words: "50 m", "1,2 km"."""
    if metres >= 1000:
        return f"{number_format(metres / 1000, 1)} km"
    return f"{number_format(round(metres), 0)} m"


def corners(points: Sequence[Point]) -> list[tuple[str, str]]:
    """The coordinates in words: of one point, or the corners that hold everything."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    if (west, south) == (east, north):
        return [(gettext("Coördinaten (WGS 84)"), written(west, south))]
    return [
        (gettext("Zuidwesthoek (WGS 84)"), written(west, south)),
        (gettext("Noordoosthoek (WGS 84)"), written(east, north)),
    ]


def written(lon: float, lat: float) -> str:
    """A position: "52,15610° NB, 5,38720° OL"."""
    north = gettext("NB") if lat >= 0 else gettext("ZB")
    east = gettext("OL") if lon >= 0 else gettext("WL")
    return f"{number_format(abs(lat), 5)}° {north}, {number_format(abs(lon), 5)}° {east}"
