"""One side of every event, to be counted over any number of them."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import chain
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Facet(Generic[T]):
    """What each event has of one kind, as its locations or what it adds to totals; an event may have a value twice.

    Events are named by their places in the order, from 0, so that those of a whole are found one after the other in
    memory: to look up each by its id takes several times as long as to count it.
    """

    def __init__(self, found: Iterable[tuple[T, ...]]) -> None:
        """Take in the values of each event, in the order."""
        self._number: dict[T, int] = {}
        known: dict[tuple[T, ...], tuple[int, ...]] = {}
        self.held: Sequence[tuple[int, ...]] = [
            known[values] if values in known else known.setdefault(values, self._numbered(values)) for values in found
        ]
        """The values of each event, by their numbers."""
        self._values = tuple(self._number)

    def _numbered(self, values: tuple[T, ...]) -> tuple[int, ...]:
        number = self._number
        return tuple([number.setdefault(value, len(number)) for value in values])

    def counted(self, events: Iterable[int]) -> dict[T, int]:
        """Return how often events have each value, without those that they do not have."""
        found = Counter(chain.from_iterable(map(self.held.__getitem__, events)))
        return {self._values[number]: count for number, count in found.items()}

    def having(self, events: Iterable[int], values: Iterable[T]) -> list[int]:
        """Return those of the events, in the order given, that have one of the values or several."""
        held, wanted = self.held, {self._number[value] for value in values if value in self._number}
        return [event for event in events if not wanted.isdisjoint(held[event])]
