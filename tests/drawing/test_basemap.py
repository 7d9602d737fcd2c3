from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.drawing.basemap import Basemap, basemap
from chronicle.problems.codes import CODES
from chronicle.problems.problem import Fault

SQUARE = [[[36.0, 34.0], [38.0, 34.0], [38.0, 36.0], [36.0, 36.0], [36.0, 34.0]]]
RIVER = [[36.0, 35.0], [37.0, 35.5]]


def feature(kind: object, shape: str, coordinates: object) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"kind": kind, "name": "…"},
        "geometry": {"type": shape, "coordinates": coordinates},
    }


def collection(*features: object, **more: object) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **more}


def test_each_kind_finds_its_place() -> None:
    found = basemap(
        collection(
            feature("country", "Polygon", SQUARE),
            feature("admin1", "MultiPolygon", [SQUARE, SQUARE]),
            feature("lake", "Polygon", SQUARE),
            feature("river", "LineString", RIVER),
            feature("river", "MultiLineString", [RIVER]),
        )
    )
    assert [len(part) for part in (found.countries, found.governorates, found.lakes, found.rivers)] == [1, 2, 1, 2]


def test_the_stated_box_is_taken() -> None:
    assert basemap(collection(feature("country", "Polygon", SQUARE), bbox=[35, 33, 39, 37])).bbox == (35, 33, 39, 37)


def test_without_a_stated_box_it_is_that_of_all_positions() -> None:
    found = basemap(
        collection(feature("country", "Polygon", SQUARE), feature("river", "LineString", [[30, 30], [37, 35]]))
    )
    assert found.bbox == (30, 30, 38, 36)


def test_a_height_beside_longitude_and_latitude_is_allowed() -> None:
    assert basemap(collection(feature("river", "LineString", [[36, 34, 120], [37, 35, 100]]))).bbox == (36, 34, 37, 35)


@pytest.mark.parametrize(
    "other",
    [
        feature("road", "LineString", RIVER),
        feature(None, "Polygon", SQUARE),
        feature("country", "Point", [36, 34]),
        feature("river", "Polygon", SQUARE),
        feature("country", "LineString", RIVER),
        {"type": "Feature", "properties": None, "geometry": None},
        {"type": "Feature", "properties": {"kind": "country"}, "geometry": None},
    ],
)
def test_what_is_of_no_known_kind_and_shape_is_left_out(other: object) -> None:
    country = feature("country", "Polygon", SQUARE)
    assert basemap(collection(country, other)) == basemap(collection(country))


@pytest.mark.parametrize(
    "tree",
    [
        None,
        [],
        "text",
        {},
        {"type": "Feature"},
        collection(),
        collection({"type": "Point"}),
        collection(feature("country", "Circle", SQUARE)),
        collection(feature("country", "Polygon", RIVER)),
        collection(feature("country", "Polygon", [[["36", "34"], ["37", "34"]]])),
        collection(feature("river", "LineString", [[36], [37]])),
        collection(feature("river", "LineString", [[36, float("nan")], [37, 35]])),
        collection(feature("river", "LineString", [[36, 34], [36, 35]])),
        collection(feature("river", "LineString", [[400_000, 3_900_000], [500_000, 4_000_000]])),
        collection(feature("country", "Polygon", SQUARE), bbox=[39, 33, 35, 37]),
        collection(feature("country", "Polygon", SQUARE), bbox=[35, 33, 39]),
    ],
)
def test_what_is_no_basemap_is_refused(tree: object) -> None:
    with pytest.raises(Fault) as caught:
        basemap(tree)
    assert caught.value.code == "basemap-malformed"
    assert CODES[caught.value.code].remedy


trees = st.recursive(
    st.none() | st.floats() | st.text(max_size=5) | st.sampled_from(["Feature", "Polygon", "country"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "features", "geometry", "coordinates", "bbox"]), inner, max_size=4)
        | inner.map(lambda coordinates: collection(feature("country", "Polygon", coordinates)))
        | inner.map(lambda coordinates: collection(feature("river", "LineString", coordinates)))
    ),
    max_leaves=12,
)


@given(trees)
def test_any_tree_is_read_or_refused_with_a_fault(tree: object) -> None:
    try:
        found: Basemap | Fault = basemap(tree)
    except Fault as fault:
        found = fault
    assert isinstance(found, Basemap) or found.code == "basemap-malformed"
