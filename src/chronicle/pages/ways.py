"""Ways on: what else an entry's events lead to, with how many of them do."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from chronicle.link.event import Event
from chronicle.pages.site import Site
from chronicle.views.pieces import Name, Way

SHOWN = 12


def actors(site: Site, events: Iterable[str], without: frozenset[str] = frozenset()) -> tuple[Way, ...]:
    """Return the actors of events, those with most first."""
    found = Counter(actor for each in _events(site, events) for actor in each.actor_ids if actor not in without)
    return _ways(site, ((site.actor(id_), number) for id_, number in found.items()))


def places(site: Site, events: Iterable[str]) -> tuple[Way, ...]:
    """Return the locations of events, those with most first."""
    found = Counter(place for each in _events(site, events) for place in each.location_ids)
    return _ways(site, ((site.location(id_), number) for id_, number in found.items()))


def types(site: Site, events: Iterable[str]) -> tuple[Way, ...]:
    """Return the types of events, those with most first."""
    found = Counter(each.type for each in _events(site, events))
    families = {site.type(id_).href: site.family(id_) for id_ in found}
    ranked = _ways(site, ((site.type(id_), number) for id_, number in found.items()))
    return tuple(replace(way, family=families[way.name.href]) for way in ranked)


def most(site: Site, events: Mapping[str, tuple[str, ...]], name: Callable[[str], Name]) -> tuple[Way, ...]:
    """Return the entries of a register with most events, those of their parts counted in as on their own pages."""
    return _ways(site, ((name(id_), len(found)) for id_, found in events.items() if found))


def parts(site: Site, named: Iterable[tuple[Name, int]]) -> tuple[Way, ...]:
    """Return the parts of an entry, in the order given, with the events of each."""
    return tuple(Way(name, site.events_count(number), "") for name, number in named)


def counted(site: Site, found: Counter[str]) -> tuple[Way, ...]:
    """Return actors by how often each was counted, most first."""
    return _ways(site, ((site.actor(id_), number) for id_, number in found.items()))


def _events(site: Site, ids: Iterable[str]) -> Iterable[Event]:
    return (site.chronicle.events[id_] for id_ in ids)


def _ways(site: Site, found: Iterable[tuple[Name, int]]) -> tuple[Way, ...]:
    ranked = sorted(found, key=lambda item: (-item[1], item[0].label, item[0].href))
    return tuple(Way(name, site.events_count(number), "") for name, number in ranked[:SHOWN])
