"""Geo: a bounding box that any database can index picks the candidates, the exact test picks among those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec
from django.db import models
from django.db.models import FloatField, Q

from zaakwerk.zgw.bounds import BOUNDS, positions
from zaakwerk.zgw.filters import Filter
from zaakwerk.zgw.groups import Geometry
from zaakwerk.zgw.kinds import Faulty, fault
from zaakwerk.zgw.links import Origin
from zaakwerk.zgw.prepared import Row
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.sources import Arg

GEOMETRY = Geometry("within")
# A point test costs as much as the area has corners, for every candidate.
MAX_CORNERS = 10_000


class Area(NamedTuple):
    """An area to search in: its prepared shapes, of which one must hold a geometry, and its bounding box."""

    shapes: tuple[Any, ...]
    box: tuple[float, float, float, float]

    def holds_points(self, xs: Sequence[float], ys: Sequence[float]) -> list[bool]:
        """Which of many points lie within; one on the edge does not (OGC within)."""
        import shapely  # heavy and rarely needed: loaded at first use

        points = shapely.points(xs, ys)
        found = [shapely.contains(area, points) for area in self.shapes]
        return [any(inside) for inside in zip(*found, strict=True)]

    def holds(self, geometry: str) -> bool:
        """Whether a GeoJSON geometry lies within; of a collection every member must."""
        import shapely

        shape = shapely.make_valid(shapely.from_geojson(geometry))
        return all(any(area.contains(member) for area in self.shapes) for member in members_of(shape))


@dataclass(frozen=True)
class Within(Filter):
    """{"within": GeoJSON}: rows whose geometry `column` lies within; as SQL by the bounding box only."""

    def read(self, raw: Any, origin: Origin) -> Area:
        if not isinstance(raw, Mapping) or set(raw) != {"within"}:
            raise fault("invalid", "Dit moet een object zijn met alleen within, een GeoJSON-geometrie.")
        try:
            return area_of(GEOMETRY.read(raw["within"], {}, origin))
        except Faulty as problem:
            raise Faulty(*(Violation(v.code, v.reason, "within") for v in problem.violations)) from None

    def q(self, value: Any, output: models.Field[Any, Any]) -> Q:
        west, south, east, north = (Arg(f"{self.key}.{side}", FloatField()) for side in BOUNDS)
        return Q(west__gte=west, west__lte=east, east__lte=east) & Q(
            south__gte=south, south__lte=north, north__lte=north
        )

    def shape(self, value: Any) -> Any:
        return None

    def args(self, value: Area) -> dict[str, Any]:
        return {f"{self.key}.{side}": bound for side, bound in zip(BOUNDS, value.box, strict=True)}


def area_of(geometry: dict[str, Any]) -> Area:
    """A GeoJSON geometry as an area; raises Faulty for one too fine or not valid."""
    import shapely

    if sum(1 for _ in positions(geometry)) > MAX_CORNERS:
        raise fault("max_length", f"De geometrie heeft meer dan {MAX_CORNERS} hoekpunten.")
    shape = shapely.from_geojson(msgspec.json.encode(geometry))
    if not shapely.is_valid(shape):
        raise fault("invalid", f"De geometrie is niet geldig: {shapely.is_valid_reason(shape)[:100]}.")
    shapes = members_of(shape)
    shapely.prepare(shapes)
    west, south, east, north = (float(side) for side in shapely.bounds(shape))
    return Area(tuple(shapes), (west, south, east, north))


def members_of(shape: Any) -> list[Any]:
    """The members of a collection; another geometry is its own."""
    import shapely

    return list(shapely.get_parts(shape)) if shape.geom_type == "GeometryCollection" else [shape]


def matching(area: Area, rows: Sequence[Row]) -> list[int]:
    """The primary keys of the rows within the area; a row is pk, its bounds, and its geometry or None.

    A point needs no geometry: its bounds are the point.
    """
    points = [row for row in rows if row[5] is None]
    inside = area.holds_points([row[1] for row in points], [row[2] for row in points]) if points else []
    held = {row[0] for row, is_inside in zip(points, inside, strict=True) if is_inside}
    return [row[0] for row in rows if row[0] in held or (row[5] is not None and area.holds(row[5]))]
