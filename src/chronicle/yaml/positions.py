"""The place of every key and value in a text."""

from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

import msgspec
import yaml

from chronicle.problems.problem import Field
from chronicle.yaml import characters
from chronicle.yaml.events import Visit, Walk
from chronicle.yaml.inspection import inspect
from chronicle.yaml.source import Source


class Place(NamedTuple):
    """Where something stands: line and column from 1, length in its first line, all in code points."""

    line: int
    column: int
    length: int


class Positions(msgspec.Struct, frozen=True):
    """The places of one file's keys and values, by their way from its root."""

    _lines: tuple[str, ...]
    _values: Mapping[Field, Place]
    _keys: Mapping[Field, Place]

    def value(self, path: Field) -> Place:
        """Return the place of a value, or of the nearest value around it that is there.

        A text is measured as it is written, with its quotes; the text below `>-` by its first line; of a list or map
        the place is its first character. An empty value has the place where it should stand.
        """
        while path and path not in self._values:
            path = path[:-1]
        return self._values.get(path, Place(1, 1, 1))

    def key(self, path: Field) -> Place:
        """Return the place of the key that leads to a value; where there is none, the value's own."""
        return self._keys.get(path) or self.value(path)

    def line(self, number: int) -> str:
        """Return line `number`, from 1, as it is written, without its end; "" where there is none."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""


def positions(data: bytes) -> Positions:
    """Return the places in a file that `read` has a tree of, for the paths of that tree.

    Of a file that cannot be read to its end, the places up to the fault; bytes that are no UTF-8 count as characters.
    """
    source = inspect(data.decode(errors="replace").removeprefix("\ufeff")).source
    walk = Walk(source.text)
    with suppress(yaml.MarkedYAMLError):
        walk.go()
    values: dict[Field, Place] = {}
    keys: dict[Field, Place] = {}
    for visit in walk.visits:
        path = tuple(characters.clean_key(step) if isinstance(step, str) else step for step in visit.path)
        (keys if visit.is_key else values).setdefault(path, _place(source, visit))
    return Positions(source.as_written(), values, keys)


def _place(source: Source, visit: Visit) -> Place:
    start = visit.start
    if not isinstance(visit.event, yaml.ScalarEvent):
        return Place(*source.place(start), 1)
    if visit.event.style in ("|", ">"):
        start = _first_text(source, visit)
    return Place(*source.place(start), source.extent(start, visit.end))


def _first_text(source: Source, visit: Visit) -> int:
    """Return where the text below a `>-` begins; its own place if there is none."""
    first = source.line_number(visit.start) + 1
    for line in source.lines[first : source.line_number(visit.end) + 1]:
        if line.text.strip() and line.start < visit.end:
            return line.start + line.indent
    return visit.start
