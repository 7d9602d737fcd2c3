"""The commonest fault of a chronicle: one event drawn twice."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import NamedTuple

from chronicle.dates import Bounds, overlap
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event
from chronicle.link.register import Register
from chronicle.link.tree import Tree
from chronicle.problems.problem import Problem
from chronicle.records.registers import LocationRecord

# Wider places say nothing of whether two records tell of one event.
_TOO_WIDE = frozenset({"country"})
_NOWHERE = ""
_TIES = ("part_of", "same_as", "related", "distinct_from")


def duplicates(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield a warning for each two records that may tell of one event, in the file of the later one.

    They are alike in type (the same, or one the family of the other), in place (likewise; below country, or none in
    both), in actors (likewise) and in date (their bounds meet), and no tie says what they are to each other.
    """
    asked = {event.id for event in events}
    for earlier, later in _pairs(chronicle, asked):
        if later.id in asked:
            yield _problem(earlier, later)


def alike(chronicle: Chronicle, events: Iterable[Event]) -> set[str]:
    """Return the ids of all events that may be the same as one of these, in whosever file that is said."""
    return {event.id for pair in _pairs(chronicle, {event.id for event in events}) for event in pair}


def _pairs(chronicle: Chronicle, asked: Collection[str]) -> Iterator[tuple[Event, Event]]:
    """Yield once each two events, of which one at least is asked for, that may be the same: the earlier one first."""
    wholes: dict[str, frozenset[str]] = {}
    seen: set[tuple[str, str]] = set()
    for bucket in _buckets(chronicle, _near(chronicle, asked), asked):
        for earlier, later in _meeting(bucket, asked):
            pair = (earlier.id, later.id)
            if pair not in seen and _alike(chronicle, earlier, later) and not _tied(chronicle, pair, wholes):
                seen.add(pair)
                yield earlier, later


def _root(types: Tree, type_: str) -> str:
    return (type_, *types.above[type_])[-1]


def _near(chronicle: Chronicle, asked: Collection[str]) -> Iterable[Event]:
    """Return all events that need a look: those of the same types as what is asked for, and of about the same time."""
    if len(asked) == len(chronicle.events):
        return chronicle.events.values()
    types = chronicle.registers.types.tree
    around: dict[str, Bounds] = {}
    for event in (chronicle.events[id_] for id_ in asked):
        if event.type:
            root = _root(types, event.type)
            around[root] = _both(around.get(root, event.when.bounds), event.when.bounds)
    events = ((root, chronicle.events[id_]) for root in around for id_ in chronicle.of[root])
    return (event for root, event in events if overlap(event.when.bounds, around[root]))


def _both(one: Bounds, other: Bounds) -> Bounds:
    """Return the bounds of two dates taken together."""
    earliest = min(one.earliest or date.min, other.earliest or date.min)
    latest = max(one.latest or date.max, other.latest or date.max)
    return Bounds(earliest, latest)


class _Spot(NamedTuple):
    """An event where it may meet others: in time, by the root of its type, and in the places that it names, or that
    these lie in.
    """

    begins: date
    id: str
    ends: date
    event: Event
    root: str
    own: tuple[str, ...]
    around: tuple[str, ...]


_Bucket = list[tuple[_Spot, bool]]


def _buckets(chronicle: Chronicle, events: Iterable[Event], asked: Collection[str]) -> Iterator[_Bucket]:
    """Gather events that may meet by the root of their type and by place, in the order of their beginnings; True marks
    those that name the place itself, of which there is at least one.
    """
    spots = sorted(_spots(chronicle, events))
    named = {(spot.root, place) for spot in spots for place in spot.own}
    found: dict[tuple[str, str], _Bucket] = {}
    for spot in spots:
        for place in spot.own:
            found.setdefault((spot.root, place), []).append((spot, True))
        for place in spot.around:
            if (spot.root, place) in named:
                found.setdefault((spot.root, place), []).append((spot, False))
    for bucket in found.values():
        if len(bucket) > 1 and any(spot.id in asked for spot, _ in bucket):
            yield bucket


def _spots(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[_Spot]:
    types = chronicle.registers.types.tree
    roots = {type_: _root(types, type_) for type_ in types.wholes}
    reach = _Reach(chronicle.registers.locations)
    for event in events:
        if not event.type or chronicle.lacks(event.id, "date"):
            continue
        ids, bounds = event.location_ids, event.when.bounds
        if ids:
            own, around = reach.of(ids)
        else:
            own, around = () if chronicle.lacks(event.id, "locations") else (_NOWHERE,), ()
        if own:
            begins, ends = bounds.earliest or date.min, bounds.latest or date.max
            yield _Spot(begins, event.id, ends, event, roots[event.type], own, around)


class _Reach:
    """Where events at some places may meet others: in places that are closer than the widest."""

    def __init__(self, places: Register[LocationRecord]) -> None:
        self._above = places.tree.above
        # As far as an entry can be read.
        self._closer = {
            id_
            for id_, entry in places.entries.items()
            if entry.record.kind not in _TOO_WIDE and not entry.lacks("kind")
        }
        self._found: dict[tuple[str, ...], tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def of(self, ids: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the places themselves, and those that they lie in."""
        if ids not in self._found:
            own = tuple([each for each in ids if each in self._closer])
            around = dict.fromkeys(chain.from_iterable([self._above[each] for each in own]))
            self._found[ids] = own, tuple([each for each in around if each not in own and each in self._closer])
        return self._found[ids]


def _meeting(bucket: _Bucket, asked: Collection[str]) -> Iterator[tuple[Event, Event]]:
    """Yield the pairs of a bucket whose dates meet, of which one at least names the bucket's own place and one is
    asked for, by a sweep over days.
    """
    ahead: _Bucket = []
    for spot, own in bucket:
        # What began before and has not ended meets it, as no bounds are reversed.
        ahead = [item for item in ahead if item[0].ends >= spot.begins]
        for other, own_too in ahead:
            if (own or own_too) and (spot.id in asked or other.id in asked):
                one, two = spot.event, other.event
                yield (two, one) if two.order < one.order else (one, two)
        ahead.append((spot, own))


def _alike(chronicle: Chronicle, one: Event, other: Event) -> bool:
    registers = chronicle.registers
    if not registers.types.tree.tied(one.type, other.type):
        return False
    if not one.actor_ids or not other.actor_ids:
        lacking = any(chronicle.lacks(each.id, "actors") for each in (one, other))
        # Two records that state neither place nor actor have too little in common to be called alike.
        return one.actor_ids == other.actor_ids and not lacking and bool(one.location_ids)
    return any(registers.actors.tree.tied(mine, theirs) for mine in one.actor_ids for theirs in other.actor_ids)


def _wholes(event: Event, events: Mapping[str, Event]) -> frozenset[str]:
    """Return the event and all that it is a part of, all the way up."""
    found = {event.id: None}
    ahead = [event]
    for each in ahead:
        for tie in each.wholes:
            if tie.event not in found:
                found[tie.event] = None
                ahead.append(events[tie.event])
    return frozenset(found)


def _tied(chronicle: Chronicle, pair: tuple[str, str], wholes: dict[str, frozenset[str]]) -> bool:
    """Tell whether two events say what they are to each other; `wholes` keeps what was found for earlier pairs."""
    one, other = (chronicle.events[id_] for id_ in pair)
    if other.id in {*one.related, *one.distinct_from, *(tie.event for tie in one.same_as)}:
        return True
    for event in (one, other):
        if event.id not in wholes:
            wholes[event.id] = _wholes(event, chronicle.events)
    if not wholes[one.id].isdisjoint(wholes[other.id]):
        return True
    # A tie that leads nowhere may have been meant for the other.
    return any(chronicle.lacks(event.id, key) for event in (one, other) for key in _TIES)


def _problem(earlier: Event, later: Event) -> Problem:
    return Problem(
        code="likely-duplicate",
        message=f"this may be the same event as {earlier.id}: type, place, actors and date agree",
        help=f"compare {earlier.file}; if they differ write distinct_from: [{earlier.id}], "
        f"else part_of, same_as or related, or merge the two",
        file=later.file,
        field=("type",),
    )
