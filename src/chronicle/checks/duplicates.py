"""The commonest fault of a chronicle: one event drawn twice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from chronicle.dates import overlap
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event
from chronicle.link.register import Register
from chronicle.problems.problem import Problem
from chronicle.records.registers import LocationRecord

# Wider places say nothing of whether two records tell of one event.
_TOO_WIDE = frozenset({"country"})
_NOWHERE = ""
_TIES = ("part_of", "same_as", "related", "distinct_from")


def duplicates(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield a warning for each two records that may tell of one event, in the file of the later one.

    They are alike in type (the same, or one the family of the other), in place (likewise; below country, or none in
    both), in actors (likewise) and in date (their bounds meet), and no tie says what they are to each other.
    """
    wholes: dict[str, frozenset[str]] = {}
    seen: set[tuple[str, str]] = set()
    for bucket in _buckets(chronicle).values():
        for earlier, later in _meeting(bucket):
            pair = (earlier.id, later.id)
            if pair not in seen and _alike(chronicle, earlier, later) and not _tied(chronicle, pair, wholes):
                seen.add(pair)
                yield _problem(earlier, later)


def _buckets(chronicle: Chronicle) -> Mapping[tuple[str, str], list[tuple[Event, bool]]]:
    """Gather events that may meet by the root of their type and by place; True marks those that name the place
    itself.
    """
    places, types = chronicle.registers.locations, chronicle.registers.types.tree
    found: dict[tuple[str, str], list[tuple[Event, bool]]] = defaultdict(list)
    for event in chronicle.events.values():
        if not event.type or chronicle.lacks(event.id, "date"):
            continue
        root = (event.type, *types.above[event.type])[-1]
        own = [each for each in event.location_ids if _is_closer(places, each)]
        around = dict.fromkeys(chain.from_iterable(places.tree.above[each] for each in own))
        nowhere = not event.location_ids and not chronicle.lacks(event.id, "locations")
        for place in own or ([_NOWHERE] if nowhere else []):
            found[root, place].append((event, True))
        for place in around:
            if place not in own and _is_closer(places, place):
                found[root, place].append((event, False))
    return found


def _is_closer(places: Register[LocationRecord], location: str) -> bool:
    """Tell whether a place is closer than the widest, as far as its entry can be read."""
    entry = places.entries[location]
    return entry.record.kind not in _TOO_WIDE and not entry.lacks("kind")


def _meeting(bucket: list[tuple[Event, bool]]) -> Iterator[tuple[Event, Event]]:
    """Yield the pairs of a bucket whose dates meet, of which one at least names the bucket's own place, by a sweep
    over days.
    """
    if len(bucket) < 2 or not any(own for _, own in bucket):
        return
    swept = sorted(bucket, key=lambda item: (item[0].when.bounds.earliest or date.min, item[0].id))
    ahead: list[tuple[Event, bool]] = []
    for event, own in swept:
        begins = event.when.bounds.earliest or date.min
        ahead = [item for item in ahead if (item[0].when.bounds.latest or date.max) >= begins]
        for other, own_too in ahead:
            if (own or own_too) and overlap(event.when.bounds, other.when.bounds):
                yield (other, event) if other.order < event.order else (event, other)
        ahead.append((event, own))


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
