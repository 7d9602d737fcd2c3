"""The basemap: a region's countries, governorates, rivers and lakes, from GeoJSON."""

import math
from collections.abc import Iterable
from typing import TypeAlias

import msgspec

from chronicle.drawing.projection import BoundingBox
from chronicle.problems.problem import Fault

Line: TypeAlias = tuple[tuple[float, ...], ...]
"""Positions as GeoJSON has them: longitude, latitude, and what else stands there."""

Polygon: TypeAlias = tuple[Line, ...]
"""A closed outline, and the outlines of its holes."""


class Basemap(msgspec.Struct, frozen=True):
    """What a region's image is drawn from, in the order of the file."""

    bbox: BoundingBox
    countries: tuple[Polygon, ...] = ()
    governorates: tuple[Polygon, ...] = ()
    lakes: tuple[Polygon, ...] = ()
    rivers: tuple[Line, ...] = ()


class _Polygon(msgspec.Struct, tag="Polygon", tag_field="type"):
    coordinates: Polygon


class _MultiPolygon(msgspec.Struct, tag="MultiPolygon", tag_field="type"):
    coordinates: tuple[Polygon, ...]


class _LineString(msgspec.Struct, tag="LineString", tag_field="type"):
    coordinates: Line


class _MultiLineString(msgspec.Struct, tag="MultiLineString", tag_field="type"):
    coordinates: tuple[Line, ...]


class _Point(msgspec.Struct, tag="Point", tag_field="type"):
    pass


class _MultiPoint(msgspec.Struct, tag="MultiPoint", tag_field="type"):
    pass


_Geometry: TypeAlias = _Polygon | _MultiPolygon | _LineString | _MultiLineString | _Point | _MultiPoint


class _Properties(msgspec.Struct):
    kind: object = ""


class _Feature(msgspec.Struct, tag="Feature", tag_field="type"):
    geometry: _Geometry | None
    properties: _Properties | None = None


class _Collection(msgspec.Struct, tag="FeatureCollection", tag_field="type"):
    features: tuple[_Feature, ...]
    bbox: BoundingBox | None = None


def basemap(tree: object) -> Basemap:
    """Read a parsed GeoJSON FeatureCollection (RFC 7946); another tree raises `Fault` (basemap-malformed).

    The property `kind` says what a feature is: country, admin1 (governorates), lake or river. What is of no
    such kind, or not of the shape that belongs to it, is left out. Without a `bbox` of its own the box is
    that of all positions.
    """
    try:
        features = msgspec.convert(tree, _Collection)
    except msgspec.ValidationError as error:
        raise Fault("basemap-malformed", f"the basemap is not GeoJSON as expected: {error}") from error
    found = Basemap(
        bbox=(0, 0, 0, 0),
        countries=_polygons(features, "country"),
        governorates=_polygons(features, "admin1"),
        lakes=_polygons(features, "lake"),
        rivers=_lines(features, "river"),
    )
    polygons = (*found.countries, *found.governorates, *found.lakes)
    lines = [*found.rivers, *(outline for polygon in polygons for outline in polygon)]
    return msgspec.structs.replace(found, bbox=_box(features.bbox, lines))


def _geometries(features: _Collection, kind: str) -> Iterable[_Geometry]:
    for feature in features.features:
        if feature.geometry and feature.properties and feature.properties.kind == kind:
            yield feature.geometry


def _polygons(features: _Collection, kind: str) -> tuple[Polygon, ...]:
    found: list[Polygon] = []
    for geometry in _geometries(features, kind):
        if isinstance(geometry, _Polygon):
            found.append(geometry.coordinates)
        elif isinstance(geometry, _MultiPolygon):
            found.extend(geometry.coordinates)
    return tuple(found)


def _lines(features: _Collection, kind: str) -> tuple[Line, ...]:
    found: list[Line] = []
    for geometry in _geometries(features, kind):
        if isinstance(geometry, _LineString):
            found.append(geometry.coordinates)
        elif isinstance(geometry, _MultiLineString):
            found.extend(geometry.coordinates)
    return tuple(found)


def _box(stated: BoundingBox | None, lines: Iterable[Line]) -> BoundingBox:
    """Return the stated box, else that of all positions, once every number is one of degrees."""
    positions = [position for line in lines for position in line]
    if not all(len(position) >= 2 and all(map(math.isfinite, position)) for position in positions):
        raise Fault("basemap-malformed", "a position of the basemap is not a longitude and a latitude")
    if not positions:
        raise Fault("basemap-malformed", "the basemap shows nothing")
    longitudes, latitudes = [each[0] for each in positions], [each[1] for each in positions]
    box = stated or (min(longitudes), min(latitudes), max(longitudes), max(latitudes))
    west, south, east, north = box
    if not (-180 <= west < east <= 180 and -85 <= south < north <= 85):
        raise Fault("basemap-malformed", f"{list(box)} is no box of west, south, east and north in degrees")
    return box
