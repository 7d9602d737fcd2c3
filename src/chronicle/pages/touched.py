"""What a change of events can reach: the subjects of pages that may become others."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from chronicle import urls
from chronicle.dates import Period, month, span
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event
from chronicle.pages.event import NEARBY
from chronicle.pages.listing import key
from chronicle.pages.periods import months

T = TypeVar("T")


def touched(before: Chronicle, after: Chronicle, changed: Collection[str]) -> frozenset[str]:
    """Return the subjects that differ, or may, between two chronicles of the same registers, settings and signposts.

    `changed` are the ids of all events that are in one of the two alone, differ, or contribute another number to
    totals. A page that is planned after is the one from before where not all that it is `about` (Draft) is touched,
    and there was such a page.
    """
    found = {urls.EVENTS}
    periods: set[Period | None] = set()
    for chronicle in (before, after):
        events = [chronicle.events[id_] for id_ in changed if id_ in chronicle.events]
        for event in events:
            found.update(_of(event, chronicle))
            periods.add(month(event.when.date))
        found.update(_beside(chronicle, events))
    if _listed(before, changed) != _listed(after, changed):
        found.update(_periods_beside(periods, {month(event.when.date) for event in after.events.values()}))
    return frozenset(found)


def _listed(chronicle: Chronicle, ids: Collection[str]) -> dict[str, Period | None]:
    """Return where events are listed, those that are there."""
    return {id_: month(chronicle.events[id_].when.date) for id_ in ids if id_ in chronicle.events}


def _of(event: Event, chronicle: Chronicle) -> Iterator[str]:
    """Yield the subjects on whose pages an event stands or is counted."""
    registers = chronicle.registers
    yield urls.event(event.id)
    yield from map(urls.event, _tied(event))
    yield from _entries("locations", event.location_ids, registers.locations.tree.above)
    yield from _entries("actors", event.actor_ids, registers.actors.tree.above)
    yield from _entries("types", (event.type,), registers.types.tree.above)
    yield from (urls.entry("sources", source) for source in event.source_ids)
    yield from (urls.entry("actors", actor) for actor in event.speaker_ids)
    yield from _periods(event)


def _tied(event: Event) -> Iterator[str]:
    yield from (tie.event for tie in (*event.wholes, *event.parts, *event.same_as))
    yield from (*event.related, *event.distinct_from)


def _entries(register: str, ids: Iterable[str], above: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield entries and all that they lie in."""
    for id_ in ids:
        yield from (urls.entry(register, each) for each in (id_, *above.get(id_, ())))


def _periods(event: Event) -> Iterator[str]:
    """Yield the periods in which an event is listed, or may lie, by their pages and as parts of listings."""
    listed = month(event.when.date)
    yield from (_page(listed), key(listed))
    if listed:
        yield from (urls.period(listed[0]), key((listed[0], None)))
    yield from (urls.period(*each) for each in months(span(event.when.date)))


def _page(period: Period | None) -> str:
    return urls.period(*period) if period else urls.UNDATED


def _beside(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[str]:
    """Yield the events that have some of these as neighbours, in the order of all or at a place."""
    order = tuple(chronicle.events)
    place = {id_: number for number, id_ in enumerate(order)}
    above = chronicle.registers.locations.tree.above
    for event in events:
        yield from map(urls.event, _around(order, place[event.id], 1))
        for location in {each for id_ in event.location_ids for each in (id_, *above[id_])}:
            found = chronicle.at[location]
            yield from map(urls.event, _around(found, found.index(event.id), NEARBY))


def _around(all_: Sequence[T], here: int, number: int) -> Sequence[T]:
    return all_[max(0, here - number) : here + number + 1]


def _periods_beside(changed: set[Period | None], listed: set[Period | None]) -> Iterator[str]:
    """Yield the periods before and after some of which the pages may have come or gone."""
    months = {period for period in changed if period and period[1]}
    years: set[Period] = {(period[0], None) for period in changed if period}
    all_months: list[Period] = sorted({period for period in listed if period and period[1]} | months)
    all_years: list[Period] = sorted({(period[0], None) for period in listed if period} | years)
    for each, all_ in ((months, all_months), (years, all_years)):
        for period in each:
            yield from map(_page, _around(all_, all_.index(period), 1))
