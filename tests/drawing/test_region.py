import re
from xml.etree import ElementTree

from chronicle.drawing.basemap import Basemap
from chronicle.drawing.projection import Projection
from chronicle.drawing.region import region

BOX = (36.0, 34.0, 40.0, 37.0)
WEST = (((36.0, 34.0), (38.0, 34.0), (38.0, 37.0), (36.0, 37.0), (36.0, 34.0)),)
EAST = (((38.0, 34.0), (39.0, 34.0), (39.0, 37.0), (38.0, 37.0), (38.0, 34.0)),)
SOUTH = (((36.0, 34.0), (38.0, 34.0), (38.0, 35.0), (36.0, 35.0), (36.0, 34.0)),)
LAKE = (((36.5, 36.0), (36.6, 36.0), (36.6, 36.1), (36.5, 36.0)),)
RIVER = ((36.0, 36.5), (37.0, 36.2), (38.0, 36.4))
WHOLE = Basemap(BOX, (WEST, EAST), (SOUTH,), (LAKE,), (RIVER,))


def data(name: str, basemap: Basemap = WHOLE) -> str:
    root = ElementTree.fromstring(region(basemap))  # noqa: S314 - what the test itself has drawn
    [found] = [each for each in root.iter() if each.get("class", "").split()[-1:] == [name]]
    return "".join(each.get("d", "") for each in found.iter())


def test_an_image_has_the_size_and_units_of_its_projection() -> None:
    projection = Projection(BOX)
    root = ElementTree.fromstring(region(WHOLE))  # noqa: S314 - what the test itself has drawn
    assert root.get("viewBox") == f"0 0 {projection.width} {projection.height}"


def test_what_two_countries_share_is_a_border_drawn_once() -> None:
    x, bottom = Projection(BOX).point(34, 38)
    assert data("border") == f"M{x} 0l0 {bottom}"


def test_where_land_ends_in_the_image_is_a_coast() -> None:
    x, bottom = Projection(BOX).point(34, 39)
    assert data("coast") == f"M{x} 0l0 {bottom}"


def test_a_governorate_draws_only_what_is_no_border_of_its_country() -> None:
    x, y = Projection(BOX).point(35, 38)
    below = Projection(BOX).height - y
    assert data("inner") == f"M0 {y}l{x} 0 0 {below}"
    aligned = (((36.0, 34.0), (38.0, 34.0), (38.0, 37.0), (36.0, 37.0), (36.0, 34.0)),)
    assert data("inner", Basemap(BOX, (WEST, EAST), (aligned,))) == ""


def test_land_lakes_and_rivers_are_drawn() -> None:
    assert data("land").count("z") == 2
    assert data("lake").count("z") == 1
    assert data("river").count("l") == 1


def test_neighbours_that_overlap_are_areas_of_their_own() -> None:
    assert region(Basemap(BOX, (WEST, WEST))).count("<path d=") == region(WHOLE).count("<path d=") - 1


def test_an_image_has_colours_for_light_and_dark() -> None:
    drawn = region(WHOLE)
    light, dark = drawn.split("@media (prefers-color-scheme:dark)")
    for name in ("sea", "lake", "land", "inner", "border", "river", "coast"):
        assert f".{name}" in light
        assert f".{name}" in dark.split("</style>", maxsplit=1)[0]


def test_an_image_asks_for_nothing_and_runs_nothing() -> None:
    assert set(re.findall(r"https?://[^\"' ]+", region(WHOLE))) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<script|url\(|@import|href|\son\w+=", region(WHOLE))


def test_a_map_of_nothing_but_a_river_is_an_image() -> None:
    assert data("river", Basemap(BOX, rivers=(RIVER,))).startswith("M0 ")


def test_the_order_of_countries_changes_no_border() -> None:
    turned = Basemap(BOX, (EAST, WEST), (SOUTH,))
    assert [data(name, turned) for name in ("border", "coast", "inner")] == [
        data(name) for name in ("border", "coast", "inner")
    ]
