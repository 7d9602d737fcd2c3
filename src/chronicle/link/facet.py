"""One side of every event, to be counted over any number of them."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T", bound=Hashable)


class Facet(msgspec.Struct, Generic[T], frozen=True, array_like=True, dict=True):
    """What each event has of one kind, as its locations or what it adds to totals; an event may have a value twice.

    Events are named by their places in the order, from 0, so that those of a whole are found one after the other in
    memory: to look up each by its id takes several times as long as to count it.

    values: every value that an event has, and no other, so that nothing stays of an event that went.
    sets: what one event or several have, each value by its place among the values.
    of: the place among the sets of what each event has.
    """

    values: tuple[T, ...]
    sets: tuple[tuple[int, ...], ...]
    of: tuple[int, ...]

    @cached_property
    def held(self) -> Sequence[tuple[int, ...]]:
        """The values of each event, by their numbers."""
        return [self.sets[each] for each in self.of]

    @cached_property
    def first(self) -> Sequence[T]:
        """The first value of each event, where every event has one."""
        firsts = [self.values[each[0]] if each else None for each in self.sets]
        return [firsts[each] for each in self.of]  # type: ignore[misc]  # no event of such a facet has none

    @cached_property
    def _number(self) -> Mapping[T, int]:
        return {value: number for number, value in enumerate(self.values)}

    def counted(self, events: Iterable[int]) -> dict[T, int]:
        """Return how often events have each value, without those that they do not have."""
        found = Counter(chain.from_iterable(map(self.held.__getitem__, events)))
        return {self.values[number]: count for number, count in found.items()}

    def having(self, events: Iterable[int], values: Iterable[T]) -> list[int]:
        """Return those of the events, in the order given, that have one of the values or several."""
        held, wanted = self.held, {self._number[value] for value in values if value in self._number}
        return [event for event in events if not wanted.isdisjoint(held[event])]

    def amended(self, was: Sequence[int], now: Mapping[int, tuple[T, ...]]) -> "Facet[T]":
        """Return the facet of other events: `was` has the place that each had in this one, and `now` what those have,
        by their new places, that are new (whose place was any) or have something else.
        """
        number, known = dict(self._number), {each: place for place, each in enumerate(self.sets)}
        of = [self.of[place] for place in was] if self.of else [0] * len(was)
        for place, values in now.items():
            of[place] = known.setdefault(_numbered(values, number), len(known))
        return _without_rest(tuple(number), tuple(known), of)


def _without_rest(values: tuple[T, ...], sets: tuple[tuple[int, ...], ...], of: list[int]) -> Facet[T]:
    """Return the facet of events that have these of some sets, without the sets and values that none has."""
    used = sorted(set(of))
    if len(used) < len(sets):
        place = _places(used)
        sets, of = tuple([sets[each] for each in used]), [place[each] for each in of]
    held = sorted(set(chain.from_iterable(sets)))
    if len(held) < len(values):
        place = _places(held)
        sets = tuple([tuple([place[each] for each in numbers]) for numbers in sets])
        values = tuple([values[each] for each in held])
    return Facet(values, sets, tuple(of))


def _places(numbers: Sequence[int]) -> dict[int, int]:
    return {number: place for place, number in enumerate(numbers)}


def facet(found: Iterable[tuple[T, ...]]) -> Facet[T]:
    """Return the facet of what each event has, in the order."""
    number: dict[T, int] = {}
    known: dict[tuple[int, ...], int] = {}
    place: dict[tuple[T, ...], int] = {}
    of: list[int] = []
    for values in found:
        if values not in place:
            place[values] = known.setdefault(_numbered(values, number), len(known))
        of.append(place[values])
    return Facet(tuple(number), tuple(known), tuple(of))


def _numbered(values: tuple[T, ...], number: dict[T, int]) -> tuple[int, ...]:
    return tuple([number.setdefault(value, len(number)) for value in values])
