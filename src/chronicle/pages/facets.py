"""The sides of a chronicle's events that its pages count."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

import msgspec

from chronicle.dates import Date, Period, Span, month, order, span
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event
from chronicle.link.facet import Facet, facet
from chronicle.link.totals import Addition
from chronicle.records.event import ActorRole

_ACTING = frozenset[ActorRole]({"initiator", "partner"})
_TARGET = frozenset[ActorRole]({"target"})


class Dated(NamedTuple):
    """Where events of one date stand: the month or year and the day of lists, and the months of charts."""

    listed: Period | None
    day: int | None
    span: Span | None


class Facets(msgspec.Struct, frozen=True, array_like=True):
    """The sides of a chronicle's events, in its order.

    dated: where each stands in time, one value an event; `spans` where it stands in charts by months, where it has a
    date.
    locations, actors, types: the entries that it names, each once; `unsure` those of its locations of which it is not
    known which one is meant.
    acting, targets: the actors on the acting side, once for each such role that they have, and those that were targets.
    additions: what it adds to totals.
    """

    dated: Facet[Dated]
    spans: Facet[Span]
    locations: Facet[str]
    unsure: Facet[str]
    actors: Facet[str]
    acting: Facet[str]
    targets: Facet[str]
    types: Facet[str]
    additions: Facet[Addition]


def facets(chronicle: Chronicle) -> Facets:
    """Gather the sides of a chronicle's events."""
    sides = _sides(chronicle, chronicle.events)
    return Facets(**{name: facet(found) for name, found in sides.items()})


def amended(before: Facets, order_before: Iterable[str], after: Chronicle, changed: Collection[str]) -> Facets:
    """Return the `facets` of a chronicle, given those of one whose events came in another order (ids), and the ids of
    all events that are in one of the two alone, differ, or contribute another number to totals.
    """
    place = {id_: number for number, id_ in enumerate(order_before)}
    was = [place.get(id_, 0) for id_ in after.events]
    places = [number for number, id_ in enumerate(after.events) if id_ in changed]
    ids = [*after.events]
    sides = _sides(after, [ids[number] for number in places])
    return Facets(
        **{
            name: getattr(before, name).amended(was, dict(zip(places, found, strict=True)))
            for name, found in sides.items()
        }
    )


def _sides(chronicle: Chronicle, ids: Collection[str]) -> Mapping[str, Iterable[tuple[Any, ...]]]:
    """Return what events have of each side, by its name."""
    events, once = [chronicle.events[id_] for id_ in ids], cache(_dated)
    dated = [once(event.when.date) for event in events]
    return {
        "dated": ((each,) for each in dated),
        "spans": ((each.span,) if each.span else () for each in dated),
        "locations": (event.location_ids for event in events),
        "unsure": (_unsure(event) for event in events),
        "actors": (event.actor_ids for event in events),
        "acting": (_in_roles(event, _ACTING) for event in events),
        "targets": (_in_roles(event, _TARGET) for event in events),
        "types": ((event.type,) for event in events),
        "additions": (tuple(chronicle.contributions[id_].items()) for id_ in ids),
    }


def _dated(date: Date) -> Dated:
    listed = month(date)
    return Dated(listed, order(date)[0] if listed else None, span(date))


def _unsure(event: Event) -> tuple[str, ...]:
    found = [place.locations for place in event.places if not place.certain]
    return tuple([location for locations in found for location in locations])


def _in_roles(event: Event, roles: frozenset[ActorRole]) -> tuple[str, ...]:
    """Return the actors that have one of the roles in an event, once for each role that they have."""
    found = [(each.actor, each.role) for each in event.participants if each.role in roles]
    return tuple([actor for actor, _ in (dict.fromkeys(found) if len(found) > 1 else found)])
