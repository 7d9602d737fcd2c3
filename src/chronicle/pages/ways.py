"""Ways on: what else an entry's events (by their places in the order) lead to, with how many of them do."""

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from chronicle.pages.site import Site
from chronicle.views.pieces import Name, Way

SHOWN = 12


def actors(site: Site, events: Iterable[int]) -> tuple[Way, ...]:
    """Return the actors of events, those with most first."""
    return ranked(site, site.facets.actors.counted(events), site.actor)


def places(site: Site, events: Iterable[int]) -> tuple[Way, ...]:
    """Return the locations of events, those with most first."""
    return ranked(site, site.facets.locations.counted(events), site.location)


def types(site: Site, events: Iterable[int]) -> tuple[Way, ...]:
    """Return the types of events, those with most first."""
    found = site.facets.types.counted(events)
    families = {site.type(id_).href: site.family(id_) for id_ in found}
    return tuple(replace(way, family=families[way.name.href]) for way in ranked(site, found, site.type))


def most(site: Site, events: Mapping[str, tuple[str, ...]], name: Callable[[str], Name]) -> tuple[Way, ...]:
    """Return the entries of a register with most events, those of their parts counted in as on their own pages."""
    return ranked(site, {id_: len(found) for id_, found in events.items() if found}, name)


def parts(site: Site, named: Iterable[tuple[Name, int]]) -> tuple[Way, ...]:
    """Return the parts of an entry, in the order given, with the events of each."""
    return tuple(Way(name, site.events_count(number), "") for name, number in named)


def ranked(site: Site, found: Mapping[str, int], name: Callable[[str], Name]) -> tuple[Way, ...]:
    """Return the entries that were counted most often, the most first."""
    fewest = min(sorted(found.values())[-SHOWN:], default=0)
    named = ((name(id_), number) for id_, number in found.items() if number >= fewest)
    first = sorted(named, key=lambda item: (-item[1], item[0].label, item[0].href))[:SHOWN]
    return parts(site, first)
