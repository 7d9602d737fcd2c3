import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.drawing.locator import Locator, Site, locator, overview
from chronicle.drawing.projection import Projection

LEVANT = Projection((34.5, 28.5, 49.5, 41.5))
MALIKIYAH = (37.177, 42.14)
PRECISIONS = ("exact", "settlement", "vicinity", "district", "governorate", "region", "country")


def shown(point: tuple[float, float], precision: str) -> Locator:
    found = locator(point, precision, LEVANT)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("precision", "form"),
    [
        ("exact", "filled"),
        ("settlement", "filled"),
        ("vicinity", "ring"),
        ("district", "area"),
        ("governorate", "area"),
        ("region", "area"),
        ("country", "area"),
    ],
)
def test_the_form_of_a_mark_says_how_closely_a_place_is_known(precision: str, form: str) -> None:
    assert [spot.form for spot in shown(MALIKIYAH, precision).spots] == [form]


def test_a_mark_stands_on_its_point() -> None:
    [spot] = shown(MALIKIYAH, "settlement").spots
    assert (spot.x, spot.y) == LEVANT.point(*MALIKIYAH)


def test_a_place_away_from_the_edge_is_in_the_middle_of_its_crop() -> None:
    found = shown((35, 40), "settlement")
    assert abs(found.x + found.width / 2 - found.spots[0].x) <= 1
    assert abs(found.y + found.height / 2 - found.spots[0].y) <= 1


def test_a_settlement_is_shown_with_a_degree_and_a_half_to_each_side() -> None:
    found = shown((35, 40), "settlement")
    assert found.width == pytest.approx(3 * LEVANT.degree, abs=1)
    assert found.height == pytest.approx(found.width * 3 / 4, abs=1)


def test_what_is_known_less_closely_is_shown_from_further_away() -> None:
    widths = [shown((35, 42), precision).width for precision in PRECISIONS]
    radii = [shown((35, 42), precision).spots[0].radius for precision in PRECISIONS]
    assert widths == sorted(widths)
    assert radii == sorted(radii)
    assert widths[-1] > widths[0]


def test_a_point_off_the_image_has_no_locator() -> None:
    assert locator((55.75, 37.62), "settlement", LEVANT) is None
    assert locator((float("nan"), 40), "settlement", LEVANT) is None


def test_the_view_box_is_the_crop() -> None:
    found = shown(MALIKIYAH, "settlement")
    assert found.view_box == f"{found.x} {found.y} {found.width} {found.height}"


def test_several_sites_share_one_crop() -> None:
    sites = [Site(37.177, 42.14, "settlement"), Site(35.93, 36.63, "district")]
    found = overview(sites, LEVANT)
    assert found is not None
    assert [spot.form for spot in found.spots] == ["filled", "area"]
    assert all(inside(found, spot.x, spot.y) for spot in found.spots)


def test_sites_off_the_image_are_passed_over() -> None:
    near, far = Site(*MALIKIYAH, "settlement"), Site(55.75, 37.62, "settlement")
    assert overview([far, near], LEVANT) == overview([near], LEVANT)
    assert overview([far], LEVANT) is None
    assert overview([], LEVANT) is None


def test_a_mark_can_be_seen_in_a_wide_crop() -> None:
    corners = [Site(29, 35, "vicinity"), Site(41, 49, "settlement")]
    found = overview(corners, LEVANT)
    assert found is not None
    assert all(spot.radius >= found.width // 60 for spot in found.spots)


def inside(found: Locator, x: int, y: int) -> bool:
    return found.x <= x <= found.x + found.width and found.y <= y <= found.y + found.height


boxes = st.tuples(st.floats(-179, 170), st.floats(-80, 70), st.floats(0.5, 60), st.floats(0.5, 14)).map(
    lambda box: Projection((box[0], box[1], min(180, box[0] + box[2]), box[1] + box[3]))
)
shares = st.floats(0, 1)
places = st.lists(st.tuples(shares, shares, st.sampled_from(PRECISIONS)), min_size=1, max_size=4)


@given(boxes, places)
def test_a_crop_holds_its_points_and_lies_inside_the_image(
    projection: Projection, found: list[tuple[float, float, str]]
) -> None:
    west, south, east, north = projection.bbox
    sites = [
        Site(min(north, south + up * (north - south)), min(east, west + along * (east - west)), precision)
        for up, along, precision in found
    ]
    crop = overview(sites, projection)
    assert crop is not None
    assert 0 <= crop.x < crop.x + crop.width <= projection.width
    assert 0 <= crop.y < crop.y + crop.height <= projection.height
    assert len(crop.spots) == len(sites)
    assert all(inside(crop, spot.x, spot.y) for spot in crop.spots)
