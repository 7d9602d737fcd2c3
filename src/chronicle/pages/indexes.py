"""The indexes: all events, and all entries of each register."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from chronicle import urls
from chronicle.link.register import Register
from chronicle.pages.alphabet import letter, sorted_as
from chronicle.pages.draft import Draft
from chronicle.pages.listing import Listed
from chronicle.pages.site import Site
from chronicle.views.pieces import Name, Way
from chronicle.views.registers import Group, IndexView
from chronicle.views.site import ListView

# Above this many entries an index goes by first letters instead of showing the register's tree.
_TREE_ENTRIES = 300


def index_pages(site: Site) -> Iterator[Draft]:
    """Yield the list of all events and the indexes of the four registers."""
    chronicle = site.chronicle
    registers = chronicle.registers
    yield from _events(site)
    yield _draft("locations", partial(_index, site, "locations", registers.locations, chronicle.at, site.location))
    yield _draft("actors", partial(_index, site, "actors", registers.actors, chronicle.by, site.actor))
    yield _draft("types", partial(_index, site, "types", registers.types, chronicle.of, site.type))
    yield _draft("sources", partial(_sources, site))


def _events(site: Site) -> Iterator[Draft]:
    name, origin = Name(urls.EVENTS, site.words("plan.all_events")), "templates/list.html"
    listed = Listed(site, [event.id for event in site.ordered], name, origin)
    yield Draft(urls.EVENTS, "list.html", origin, (), lambda: ListView(name.label, (), listed.listing()))
    yield from listed.further()


def _draft(kind: str, compose: Callable[[], IndexView]) -> Draft:
    return Draft(urls.index(kind), "index.html", "templates/index.html", (), compose)


def _index(
    site: Site,
    kind: str,
    register: Register[Any],
    events: Mapping[str, tuple[str, ...]],
    name: Callable[[str], Name],
) -> IndexView:
    def way(id_: str) -> Way:
        return Way(name(id_), site.events_count(len(events[id_])), "")

    if len(register.entries) <= _TREE_ENTRIES:
        groups = tuple(_branch(register, root, name, way) for root in _by_label(register.tree.roots(), name))
    else:
        groups = _letters(tuple(register.entries), name, way)
    return _view(site, kind, len(register.entries), groups)


def _view(site: Site, kind: str, number: int, groups: tuple[Group, ...]) -> IndexView:
    return IndexView(kind, site.words(f"nav.{kind}"), site.words.count("plan.entries", number), groups)


def _by_label(ids: tuple[str, ...], name: Callable[[str], Name]) -> list[str]:
    return sorted(ids, key=lambda id_: (sorted_as(name(id_).label), id_))


def _branch(register: Register[Any], root: str, name: Callable[[str], Name], way: Callable[[str], Way]) -> Group:
    """Return a root with all that lies in it, each entry below its whole; one in two wholes stands in both, its
    parts in the first alone.
    """
    rows: list[tuple[int, Way]] = []
    opened: set[str] = set()

    def add(id_: str, depth: int) -> None:
        rows.append((depth, way(id_)))
        if id_ in opened:
            return
        opened.add(id_)
        for part in _by_label(register.tree.parts[id_], name):
            add(part, depth + 1)

    add(root, 0)
    return Group(f"all-{root}", name(root).label, tuple(rows))


def _letters(ids: tuple[str, ...], name: Callable[[str], Name], way: Callable[[str], Way]) -> tuple[Group, ...]:
    found = groupby(_by_label(ids, name), lambda id_: letter(name(id_).label))
    return tuple(
        Group(f"letter-{number}", heading, tuple((0, way(id_)) for id_ in group))
        for number, (heading, group) in enumerate(found)
    )


def _sources(site: Site) -> IndexView:
    """Return the index of sources: one list by publisher, as articles have no tree."""
    register, words = site.chronicle.registers.sources, site.words

    def publisher(id_: str) -> str:
        return register.record(id_).publisher or words("plan.publisher_not_stated")

    def way(id_: str) -> Way:
        published = site.chronicle.published[id_].date if register.record(id_).published else None
        said = site.date(published) if published else words("plan.undated_source")
        return Way(site.source(id_), site.events_count(len(site.chronicle.from_[id_])), said)

    ordered = sorted(
        register.entries,
        key=lambda id_: (sorted_as(publisher(id_)), publisher(id_), site.source(id_).label, id_),
    )
    groups = tuple(
        Group(f"publisher-{number}", name, tuple((0, way(id_)) for id_ in found))
        for number, (name, found) in enumerate(groupby(ordered, publisher))
    )
    return _view(site, "sources", len(register.entries), groups)
