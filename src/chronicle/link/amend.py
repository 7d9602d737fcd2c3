"""A chronicle with some of its event files changed, linked anew as far as the change reaches."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from chronicle.link.chronicle import Chronicle
from chronicle.link.dating import dating
from chronicle.link.event import Event
from chronicle.link.link import By
from chronicle.link.resolve import resolve
from chronicle.link.sharing import Shared
from chronicle.link.signposts import Addresses
from chronicle.link.totals import contribution
from chronicle.problems.problem import Problem
from chronicle.read.filed import Filed
from chronicle.records.event import EventRecord

_TIES = ("part_of", "same_as", "related", "distinct_from")
_NOWHERE = Addresses(frozenset(), {}, frozenset(), frozenset())


class Amended(NamedTuple):
    """The chronicle that a change makes of one, the problems of linking the changed records, and the ids of all events
    that came, went, are others or contribute another number to totals.
    """

    chronicle: Chronicle
    problems: list[Problem]
    changed: frozenset[str]


def amend(
    before: Chronicle, was: Mapping[str, EventRecord], now: Mapping[str, Filed[EventRecord]], gone: Collection[str]
) -> Amended | None:
    """Return what `link` makes of the records when those of `now` are new or changed, and those of `gone` are no more.

    `was` holds the records of both as they were, where there were any; all else is as before. Return None where the
    change reaches further than what the events say of themselves: to ties, to former ids, or to what leads nowhere.
    """
    if before.lost or not all(_alone(before, id_, was.get(id_), now[id_].record) for id_ in now):
        return None
    if any(_tied(before.events[id_]) or was[id_].formerly for id_ in gone):
        return None
    if any(post.target in gone for post in before.signposts.values()):
        return None
    events: dict[str, Event] = {id_: event for id_, event in before.events.items() if id_ not in gone}
    problems: list[Problem] = []
    moved = False
    dates = dating(before.settings, before.registers.sources.entries.values())
    shared = Shared()
    for id_, filed in now.items():
        found = resolve(_without_ties(filed), before.registers, _NOWHERE, dates, shared)
        event, old = _with_ties(found.event, before.events.get(id_)), before.events.get(id_)
        shifted = old is None or event.order != old.order
        # Ties stand in the order of their events.
        if found.lost or (shifted and _tied(event)):
            return None
        moved |= shifted
        problems += found.problems
        events[id_] = event
    if moved:
        events = {event.id: event for event in sorted(events.values(), key=lambda event: event.order)}
    return _amended(before, events, frozenset(now) | frozenset(gone), problems)


def _alone(before: Chronicle, id_: str, was: EventRecord | None, now: EventRecord) -> bool:
    """Tell whether a record is tied as it was, and leads from the same former ids; a new one must have neither."""
    if was is not None:
        return was.formerly == now.formerly and all(getattr(was, key) == getattr(now, key) for key in _TIES)
    taken = id_ in before.signposts or any(id_ in each.formerly for each in before.signposts.values())
    taken = taken or any(id_ in event.formerly for event in before.events.values())
    return not (taken or now.formerly or any(getattr(now, key) for key in _TIES))


def _tied(event: Event) -> bool:
    return bool(event.wholes or event.parts or event.same_as or event.related or event.distinct_from)


def _without_ties(filed: Filed[EventRecord]) -> Filed[EventRecord]:
    return replace(filed, record=replace(filed.record, part_of=(), same_as=(), related=(), distinct_from=()))


def _with_ties(event: Event, old: Event | None) -> Event:
    """Return an event tied as the old one was, on both sides."""
    if old is None:
        return event
    return replace(
        event,
        wholes=old.wholes,
        parts=old.parts,
        same_as=old.same_as,
        related=old.related,
        distinct_from=old.distinct_from,
        stated=old.stated,
    )


def _amended(before: Chronicle, events: dict[str, Event], changed: frozenset[str], problems: list[Problem]) -> Amended:
    contributions = {id_: each for id_, each in before.contributions.items() if id_ in events}
    counted = set(changed)
    for id_ in _reached(before.events, changed) | _reached(events, changed):
        if id_ in events:
            found = contribution(events[id_], events)
            if contributions.get(id_) != found:
                counted.add(id_)
            contributions[id_] = found
    trees = before.registers
    order = {id_: number for number, id_ in enumerate(events)}

    def gathered(old: By, names: Callable[[Event], Iterable[str]], above: By) -> By:
        return _gathered(old, order, changed, {id_: events[id_] for id_ in changed & events.keys()}, names, above)

    spoken = gathered(before.spoken, lambda event: event.speaker_ids, {})
    chronicle = replace(
        before,
        events=events,
        contributions={id_: contributions[id_] for id_ in events},
        at=gathered(before.at, lambda event: event.location_ids, trees.locations.tree.above),
        by=gathered(before.by, lambda event: event.actor_ids, trees.actors.tree.above),
        of=gathered(before.of, lambda event: (event.type,), trees.types.tree.above),
        from_=gathered(before.from_, lambda event: event.source_ids, {}),
        spoken={actor: ids for actor, ids in spoken.items() if ids},
    )
    return Amended(chronicle, problems, frozenset(counted))


def _reached(events: Mapping[str, Event], changed: Collection[str]) -> set[str]:
    """Return the events whose numbers rest on those that changed: their own, their wholes' and those of what is the
    same.
    """
    found: set[str] = set()
    for id_ in changed:
        if id_ in events:
            twins = [tie.event for tie in events[id_].same_as]
            found.update((id_, *twins))
            found.update(tie.event for each in (id_, *twins) for tie in events[each].wholes)
    return found


def _gathered(
    old: By,
    order: Mapping[str, int],
    changed: frozenset[str],
    now: Mapping[str, Event],
    names: Callable[[Event], Iterable[str]],
    above: By,
) -> By:
    """Return the events of each entry, in order, where those of `changed` are as they are `now`, or gone."""
    added: dict[str, list[str]] = defaultdict(list)
    for id_, event in now.items():
        for entry in dict.fromkeys(each for name in names(event) for each in (name, *above.get(name, ()))):
            added[entry].append(id_)
    found = dict(old)
    for entry, ids in old.items():
        if entry in added or not changed.isdisjoint(ids):
            found[entry] = (*(id_ for id_ in ids if id_ not in changed), *added.pop(entry, ()))
            found[entry] = tuple(sorted(found[entry], key=order.__getitem__))
    return found | {entry: tuple(sorted(ids, key=order.__getitem__)) for entry, ids in added.items()}
