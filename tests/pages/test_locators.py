"""The mark on a map says how closely a place is known, and the same on every page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.drawing.projection import Projection
from chronicle.pages.locator import locator_of
from chronicle.pages.site import Site

Writer = Callable[..., Path]
Planned = Callable[[Path], tuple[Site, object]]


@pytest.mark.parametrize(
    ("kind", "precision", "form"),
    [
        ("town", "", "filled"),
        ("road", "", "ring"),
        ("area", "", "ring"),
        ("district", "", "area"),
        ("subdistrict", "", "area"),
        ("river", "", "area"),
        ("district", "precision: settlement, ", "filled"),
        ("town", "precision: vicinity, ", "ring"),
    ],
)
def test_a_place_is_marked_as_its_entry_says_else_as_its_kind_does(
    write_chronicle: Writer, planned: Planned, kind: str, precision: str, form: str
) -> None:
    entry = f"somewhere: {{name: Somewhere, kind: {kind}, {precision}point: [35.5, 38.5]}}\n"
    found, _ = planned(write_chronicle({"registers/locations/own.yaml": entry}))
    site = Site(found.chronicle, found.words, Projection((34.5, 28.5, 49.5, 41.5)))
    drawn = locator_of(site, "somewhere")
    assert drawn is not None
    assert [spot.form for spot in drawn.spots] == [form]
