"""Bounds: the bounding box of a geometry column, in columns that any database can index."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import FloatField

BOUNDS = ("west", "south", "east", "north")


def corners(coordinates: Any) -> Iterator[tuple[float, float]]:
    """Every position in the coordinates of a GeoJSON geometry."""
    if coordinates and isinstance(coordinates[0], int | float):
        yield coordinates[0], coordinates[1]
        return
    for part in coordinates:
        yield from corners(part)


def positions(geometry: Mapping[str, Any]) -> Iterator[tuple[float, float]]:
    """Every position of a GeoJSON geometry, of a collection those of its members."""
    for member in geometry.get("geometries", ()):
        yield from positions(member)
    yield from corners(geometry.get("coordinates", ()))


def bounds_of(geometry: Mapping[str, Any] | None) -> tuple[float, float, float, float] | None:
    """West, south, east and north of a GeoJSON geometry; of a point its x and y twice."""
    found = list(positions(geometry)) if geometry else []
    if not found:
        return None
    xs, ys = zip(*found, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


class Bound(FloatField):  # type: ignore[type-arg]
    """One side of the bounding box of a geometry column, kept up to date by every way of saving a row."""

    def __init__(self, side: str = "", geometry: str = "", **options: Any) -> None:
        self.side, self.geometry = side, geometry
        super().__init__(**{"null": True, "editable": False, **options})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "side": self.side, "geometry": self.geometry}

    def pre_save(self, model_instance: Any, add: bool) -> float | None:
        box = bounds_of(getattr(model_instance, self.geometry))
        value = None if box is None else box[BOUNDS.index(self.side)]
        setattr(model_instance, self.attname, value)
        return value
