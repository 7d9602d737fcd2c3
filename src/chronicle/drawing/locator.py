"""The locator: a crop of the region's image with a mark where something happened."""

import math
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from chronicle.drawing.projection import Projection

Form: TypeAlias = Literal["filled", "ring", "area"]

_ASPECT = 3 / 4
_RADIUS_AT_LEAST = 1 / 60
"""As a part of the crop's width: a mark is as easy to see on the page however far the crop reaches."""


class _Closeness(NamedTuple):
    """How a precision is shown: the reach of the crop and the radius of the mark, in degrees of latitude."""

    reach: float
    radius: float
    form: Form


_CLOSENESS = {
    "exact": _Closeness(1.5, 0, "filled"),
    "settlement": _Closeness(1.5, 0, "filled"),
    "vicinity": _Closeness(1.5, 0.12, "ring"),
    "district": _Closeness(1.75, 0.25, "area"),
    "governorate": _Closeness(2.5, 0.65, "area"),
    "region": _Closeness(3.5, 1.3, "area"),
    "country": _Closeness(5, 2.5, "area"),
}


def form(precision: str) -> Form:
    """Return the mark that shows a precision."""
    return _CLOSENESS[precision].form


class Site(NamedTuple):
    """A point in degrees of WGS 84 and how closely it is known, in the words of the register of places."""

    latitude: float
    longitude: float
    precision: str


class Spot(msgspec.Struct, frozen=True):
    """A circle in the image's units: filled (a settlement or closer), ring (its vicinity) or area (wider)."""

    x: int
    y: int
    radius: int
    form: Form


class Locator(msgspec.Struct, frozen=True):
    """A crop of the image, in its units, and the marks in it, in the order of the sites."""

    x: int
    y: int
    width: int
    height: int
    spots: tuple[Spot, ...]

    @property
    def view_box(self) -> str:
        """The crop as the value of SVG's `viewBox`."""
        return f"{self.x} {self.y} {self.width} {self.height}"


def locator(point: tuple[float, float], precision: str, projection: Projection) -> Locator | None:
    """Show one point (latitude, longitude), as near as its precision allows; None if it is off the image."""
    return overview([Site(*point, precision)], projection)


def overview(sites: Iterable[Site], projection: Projection) -> Locator | None:
    """Show several sites in one crop; those off the image are passed over, and None is left where all are."""
    shown = [site for site in sites if projection.contains(site.latitude, site.longitude)]
    if not shown:
        return None
    x, y, width, height = _crop(shown, projection)
    return Locator(x, y, width, height, tuple(_spot(site, width, projection) for site in shown))


def _crop(sites: list[Site], projection: Projection) -> tuple[int, int, int, int]:
    """Return the crop around all sites, in the image and, if that allows, three quarters as high as wide."""
    reaches = [_CLOSENESS[site.precision].reach * projection.degree for site in sites]
    points = [projection.point(site.latitude, site.longitude) for site in sites]
    sides = list(zip(points, reaches, strict=True))
    left, right = min(x - reach for (x, _), reach in sides), max(x + reach for (x, _), reach in sides)
    top = min(y - reach * _ASPECT for (_, y), reach in sides)
    bottom = max(y + reach * _ASPECT for (_, y), reach in sides)
    width = max(right - left, (bottom - top) / _ASPECT)
    x, across = _inside((left + right) / 2, width, projection.width)
    y, down = _inside((top + bottom) / 2, width * _ASPECT, projection.height)
    return x, y, across, down


def _inside(middle: float, length: float, limit: int) -> tuple[int, int]:
    """Return start and length of a stretch around a middle, moved or else cut to lie from 0 to a limit."""
    whole = min(math.ceil(length), limit)
    return min(max(0, math.floor(middle - whole / 2)), limit - whole), whole


def _spot(site: Site, crop_width: int, projection: Projection) -> Spot:
    shown = _CLOSENESS[site.precision]
    x, y = projection.point(site.latitude, site.longitude)
    radius = max(shown.radius * projection.degree, crop_width * _RADIUS_AT_LEAST)
    return Spot(x, y, max(1, round(radius)), shown.form)
