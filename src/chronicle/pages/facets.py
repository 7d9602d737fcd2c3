"""The sides of a chronicle's events that its pages count."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from chronicle.dates import Date, Period, Span, month, order, span
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event
from chronicle.link.facet import Facet
from chronicle.link.totals import Addition, additions
from chronicle.records.event import ActorRole

_ACTING = frozenset[ActorRole]({"initiator", "partner"})
_TARGET = frozenset[ActorRole]({"target"})


class Dated(NamedTuple):
    """Where events of one date stand: the month or year and the day of lists, and the months of charts."""

    listed: Period | None
    day: int | None
    span: Span | None


class Facets(NamedTuple):
    """The sides of a chronicle's events, in its order: where each stands in time (`dated`), and in charts by months
    where it has a date (`spans`); its locations, actors and type, each once; what it adds to totals.
    """

    dated: Sequence[Dated]
    spans: Facet[Span]
    locations: Facet[str]
    actors: Facet[str]
    types: Facet[str]
    additions: Facet[Addition]


class Parties(NamedTuple):
    """The actors on the acting side of a chronicle's events, in its order, once for each such role that they have, and
    those that were targets.
    """

    acting: Facet[str]
    targets: Facet[str]


def facets(chronicle: Chronicle) -> Facets:
    """Gather the sides of a chronicle's events."""
    events, once = chronicle.events.values(), cache(_dated)
    dated = tuple([once(event.when.date) for event in events])
    return Facets(
        dated=dated,
        spans=Facet((each.span,) if each.span else () for each in dated),
        locations=Facet(event.location_ids for event in events),
        actors=Facet(event.actor_ids for event in events),
        types=Facet((event.type,) for event in events),
        additions=additions(chronicle.contributions[id_] for id_ in chronicle.events),
    )


def parties(chronicle: Chronicle) -> Parties:
    """Gather the sides on which actors took part in a chronicle's events."""
    events = chronicle.events.values()
    return Parties(
        acting=Facet(_in_roles(event, _ACTING) for event in events),
        targets=Facet(_in_roles(event, _TARGET) for event in events),
    )


def _dated(date: Date) -> Dated:
    listed = month(date)
    return Dated(listed, order(date)[0] if listed else None, span(date))


def _in_roles(event: Event, roles: frozenset[ActorRole]) -> tuple[str, ...]:
    """Return the actors that have one of the roles in an event, once for each role that they have."""
    found = [(each.actor, each.role) for each in event.participants if each.role in roles]
    return tuple([actor for actor, _ in (dict.fromkeys(found) if len(found) > 1 else found)])
