import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.drawing.projection import Projection

LEVANT = Projection((34.5, 28.5, 49.5, 41.5))

longitudes = st.floats(34.5, 49.5)
latitudes = st.floats(28.5, 41.5)


def test_the_corners_of_the_box_are_the_corners_of_the_image() -> None:
    assert LEVANT.point(41.5, 34.5) == (0, 0)
    assert LEVANT.point(28.5, 49.5) == (LEVANT.width, LEVANT.height)


def test_a_degree_of_longitude_is_as_narrow_as_on_the_middle_parallel() -> None:
    west, _ = LEVANT.point(35, 40)
    east, _ = LEVANT.point(35, 41)
    _, north = LEVANT.point(36, 40)
    _, south = LEVANT.point(35, 40)
    assert (east - west) / (south - north) == pytest.approx(0.819, abs=0.005)
    assert south - north == pytest.approx(LEVANT.degree, abs=1)


def test_the_edge_belongs_to_the_image_and_what_is_beyond_does_not() -> None:
    assert LEVANT.contains(28.5, 34.5)
    assert not LEVANT.contains(28.49, 34.5)
    assert not LEVANT.contains(30, 49.51)
    assert not LEVANT.contains(float("nan"), 40)


@given(latitudes, longitudes, latitudes, longitudes)
def test_north_is_up_and_east_is_right(one: float, other: float, another: float, last: float) -> None:
    (x, y), (further_x, further_y) = LEVANT.point(one, other), LEVANT.point(another, last)
    assert (x <= further_x) or other > last
    assert (y >= further_y) or one > another


@given(latitudes, longitudes)
def test_every_point_of_the_box_lies_in_the_image(latitude: float, longitude: float) -> None:
    x, y = LEVANT.point(latitude, longitude)
    assert 0 <= x <= LEVANT.width
    assert 0 <= y <= LEVANT.height
