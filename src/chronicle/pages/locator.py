"""Where it lies: a crop of the region's map with a mark for each place that has a point."""

from collections.abc import Sequence
from typing import NamedTuple

from chronicle import urls
from chronicle.drawing.locator import Site as Point
from chronicle.drawing.locator import overview
from chronicle.link.event import Place
from chronicle.pages.site import Site
from chronicle.views.drawings import Locator, Spot
from chronicle.wording.lists import list_words


def locator(site: Site, places: Sequence[Place]) -> Locator | None:
    """Return the map of an event's places; None where no point of them is known, or no base map is set."""
    return _map(site, tuple((location, place.precision) for place in places for location in place.locations))


def locator_of(site: Site, location: str) -> Locator | None:
    """Return the map of one location."""
    record = site.chronicle.registers.locations.record(location)
    return _map(site, ((location, record.closeness),))


def _map(site: Site, named: tuple[tuple[str, str], ...]) -> Locator | None:
    if named not in site.maps:
        site.maps[named] = _drawn(site, named)
    return site.maps[named]


def _drawn(site: Site, named: tuple[tuple[str, str], ...]) -> Locator | None:
    projection = site.projection
    marks = [mark for each in dict.fromkeys(named) if (mark := site.once(_mark, each))]
    drawn = overview([mark.point for mark in marks], projection) if projection else None
    if projection is None or drawn is None:
        return None
    return Locator(
        title=list_words(list(dict.fromkeys([mark.label for mark in marks])), site.words),
        text=site.words("plan.map.text", places=list_words([mark.text for mark in marks], site.words)),
        view_box=drawn.view_box,
        image=urls.REGION,
        image_width=float(projection.width),
        image_height=float(projection.height),
        spots=tuple(
            Spot(float(spot.x), float(spot.y), float(spot.radius), spot.form, mark.label)
            for spot, mark in zip(drawn.spots, marks, strict=True)
        ),
    )


class _Mark(NamedTuple):
    """A point with its label, and what is told of it in words."""

    point: Point
    label: str
    text: str


def _mark(site: Site, named: tuple[str, str]) -> _Mark | None:
    """Return the mark of a location as closely as it is known; None where it has no point on the map."""
    location, precision = named
    point = site.chronicle.registers.locations.record(location).point
    if site.projection is None or point is None:
        return None
    shown = Point(float(point[0]), float(point[1]), precision)
    if not site.projection.contains(shown.latitude, shown.longitude):
        return None
    label = site.location(location).label
    known = site.words(f"precision.{precision}")
    text = site.words("plan.map.place", place=label, latitude=point[0], longitude=point[1], precision=known)
    return _Mark(shown, label, text)
