"""Where it lies: a crop of the region's map with a mark for each place that has a point."""

from collections.abc import Sequence

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
    locations, projection = site.chronicle.registers.locations, site.projection
    known = [
        (id_, precision, point) for id_, precision in dict.fromkeys(named) if (point := locations.record(id_).point)
    ]
    if projection is None or not known:
        return None
    inside = [each for each in known if projection.contains(float(each[2][0]), float(each[2][1]))]
    drawn = overview([Point(float(point[0]), float(point[1]), precision) for _, precision, point in inside], projection)
    if drawn is None:
        return None
    labels = [site.location(id_).label for id_, _, _ in inside]
    return Locator(
        title=list_words(list(dict.fromkeys(labels)), site.words),
        text=site.words("plan.map.text", places=list_words([_told(site, *each) for each in inside], site.words)),
        view_box=drawn.view_box,
        image=urls.REGION,
        image_width=float(projection.width),
        image_height=float(projection.height),
        spots=tuple(
            Spot(float(spot.x), float(spot.y), float(spot.radius), spot.form, label)
            for spot, label in zip(drawn.spots, labels, strict=True)
        ),
    )


def _told(site: Site, location: str, precision: str, point: tuple[str, str]) -> str:
    return site.words(
        "plan.map.place",
        place=site.location(location).label,
        latitude=point[0],
        longitude=point[1],
        precision=site.words(f"precision.{precision}"),
    )
