from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from yaml_texts import dumped, styles, texts, trees

from chronicle.problems.problem import Field
from chronicle.yaml.positions import Place, positions
from chronicle.yaml.tree import Node

RECORD = """\
type: patrol
title:  "US convoy"
date: {when: 2020-06-07, basis: stated}
locations: [al-Malikiya, Derick]
summary: >-

  A convoy drove
  by.
sources:
  - source: diyaruna
    says: it was
      a patrol
  - b
status:
note:   # to be written
"""


@pytest.fixture(params=[True, False], ids=["libyaml", "python"], autouse=True)
def with_libyaml(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), Place(1, 1, 1)),
        (("type",), Place(1, 7, 6)),
        (("title",), Place(2, 9, 11)),
        (("date",), Place(3, 7, 1)),
        (("date", "basis"), Place(3, 33, 6)),
        (("locations", 1), Place(4, 26, 6)),
        (("summary",), Place(7, 3, 14)),
        (("sources",), Place(10, 3, 1)),
        (("sources", 0), Place(10, 5, 1)),
        (("sources", 0, "says"), Place(11, 11, 6)),
        (("sources", 1), Place(13, 5, 1)),
        (("status",), Place(14, 8, 1)),
        (("note",), Place(15, 6, 1)),
    ],
)
def test_a_value_has_its_place(path: Field, place: Place) -> None:
    assert positions(RECORD.encode()).value(path) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("type",), Place(1, 1, 4)),
        (("date", "basis"), Place(3, 26, 5)),
        (("sources", 0, "source"), Place(10, 5, 6)),
        (("note",), Place(15, 1, 4)),
    ],
)
def test_a_key_has_its_place(path: Field, place: Place) -> None:
    assert positions(RECORD.encode()).key(path) == place


def test_what_is_not_there_has_the_place_of_the_nearest_value_around_it() -> None:
    places = positions(RECORD.encode())
    assert places.value(("sources", 0, "via", "x")) == places.value(("sources", 0))
    assert places.value(("absent",)) == places.value(())
    assert places.key(("locations", 7)) == places.value(("locations",))


def test_an_item_of_a_list_has_no_key_and_shows_its_value() -> None:
    places = positions(RECORD.encode())
    assert places.key(("locations", 1)) == places.value(("locations", 1))


def test_columns_count_code_points() -> None:
    places = positions("\ufeffعنوان: 😀😀 دمشق\nlist: [é, é́, 東京]\n".encode())
    assert places.key(("عنوان",)) == Place(1, 1, 5)
    assert places.value(("عنوان",)) == Place(1, 8, 7)
    assert places.value(("list", 2)) == Place(2, 15, 2)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them(end: str) -> None:
    places = positions(f"a: b{end}c: d\x85\u2028e{end}f: >-{end}  g{end}".encode())
    assert places.value(("c",)).line == 2
    assert places.value(("f",)) == Place(4, 3, 1)
    assert places.line(2) == "c: d\x85\u2028e"


def test_lines_are_shown_as_they_are_written() -> None:
    places = positions(b"a: b: c  # d\r\n\te: f")
    assert [places.line(number) for number in (0, 1, 2, 3)] == ["", "a: b: c  # d", "\te: f", ""]


def test_a_mended_file_has_places_in_what_was_written() -> None:
    places = positions(b"a: b: c\nd: {e: 1,000, f: g}\nh:\n\ti: j\n  k: l\n")
    assert places.value(("a",)) == Place(1, 4, 6)
    assert places.value(("d", "f")) == Place(2, 18, 1)
    assert places.key(("h", "i")) == Place(4, 2, 1)


def test_a_file_that_cannot_be_read_has_places_up_to_the_fault() -> None:
    places = positions(b"a: b\nc:\n  d: e\n f: g\nh: i\n")
    assert places.value(("c", "d")) == Place(3, 6, 1)
    assert places.value(("h",)) == places.value(())


def test_an_empty_file_and_bytes_that_are_no_utf_8_have_a_first_place() -> None:
    assert positions(b"").value(("a",)) == Place(1, 1, 1)
    assert positions(b"a: \xff").value(("a",)) == Place(1, 4, 1)


def scalars(tree: Node, path: Field = ()) -> Iterator[tuple[Field, str]]:
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, list):
        for index, node in enumerate(tree):
            yield from scalars(node, (*path, index))
    else:
        for key, node in tree.items():
            yield from scalars(node, (*path, key))


@given(trees(texts), styles)
def test_every_value_and_key_is_written_at_its_place(tree: Node, style: dict[str, Any]) -> None:
    places = positions(dumped(tree, **style).encode())

    def written(place: Place) -> str:
        text = places.line(place.line)[place.column - 1 : place.column - 1 + place.length]
        node = yaml.compose(text, yaml.BaseLoader)
        return str(node.value) if node else ""

    for path, value in scalars(tree):
        assert written(places.value(path)) == value
        if path and isinstance(path[-1], str):
            assert written(places.key(path)) == path[-1]
