"""The projection of a region's one image."""

import math
from collections.abc import Iterable
from typing import TypeAlias

import msgspec

BoundingBox: TypeAlias = tuple[float, float, float, float]
"""West, south, east and north in degrees of WGS 84, the order of GeoJSON (RFC 7946)."""

_WIDTH = 4000


class Projection(msgspec.Struct, frozen=True):
    """Equirectangular, true to scale on the middle parallel; from 0, x grows to the east, y to the south."""

    bbox: BoundingBox

    @property
    def width(self) -> int:
        """The width of the image in its own units."""
        return _WIDTH

    @property
    def height(self) -> int:
        """The height of the image in its own units."""
        _, south, _, north = self.bbox
        return round((north - south) * self.degree)

    @property
    def degree(self) -> float:
        """The units of one degree of latitude, about 111 km."""
        return _WIDTH / ((self.bbox[2] - self.bbox[0]) * self._narrowing)

    @property
    def _narrowing(self) -> float:
        return math.cos(math.radians((self.bbox[1] + self.bbox[3]) / 2))

    def contains(self, latitude: float, longitude: float) -> bool:
        """Tell whether a point lies within the image, or on its edge."""
        west, south, east, north = self.bbox
        return south <= latitude <= north and west <= longitude <= east

    def point(self, latitude: float, longitude: float) -> tuple[int, int]:
        """Return where a point lies in the image, to the nearest whole unit."""
        return self.points([(longitude, latitude)])[0]

    def points(self, positions: Iterable[tuple[float, ...]]) -> tuple[tuple[int, int], ...]:
        """Return where positions as GeoJSON has them (longitude, latitude, and more) lie in the image."""
        west, _, _, north = self.bbox
        narrowing, degree = self._narrowing, self.degree
        return tuple([(round((x - west) * narrowing * degree), round((north - y) * degree)) for x, y, *_ in positions])
