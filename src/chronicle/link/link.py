"""The linking of all records into one chronicle."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace

from chronicle.link.chronicle import Chronicle
from chronicle.link.dating import dating
from chronicle.link.event import Event, Tie, When
from chronicle.link.registers import Registers, registers
from chronicle.link.resolve import resolve
from chronicle.link.sharing import Shared
from chronicle.link.signposts import Signpost, signposts
from chronicle.link.totals import Contribution, contributions
from chronicle.link.tree import Tree
from chronicle.problems.problem import Field, Problem
from chronicle.read.filed import Records
from chronicle.settings import Settings

By: TypeAlias = Mapping[str, tuple[str, ...]]
"""Events by entry, in the chronicle's order."""


def link(records: Records) -> tuple[Chronicle, list[Problem]]:
    """Return the chronicle of all records, with a problem for each name, id or date that leads nowhere, in no order."""
    linked, problems = registers(records)
    posts, addresses, found = signposts(records)
    problems += found
    dates = dating(records.settings, records.sources)
    events: dict[str, Event] = {}
    lost: dict[str, tuple[Field, ...]] = {}
    shared = Shared()
    for filed in records.events:
        event, found, lost[filed.id] = resolve(filed, linked, addresses, dates, shared)
        problems += found
        events[event.id] = event
    for filed in records.doubles:
        problems += resolve(filed, linked, addresses, dates, shared).problems
    ordered = {event.id: event for event in sorted(events.values(), key=lambda event: event.order)}
    tied = _tied(ordered)
    chronicle = gather(
        records.settings,
        linked,
        dates.published,
        tied,
        posts,
        contributions(tied),
        {id_: fields for id_, fields in lost.items() if fields},
    )
    return chronicle, problems


class Gathered(NamedTuple):
    """The events of each entry: of locations (`at`), actors (`by`), types (`of`), sources and speakers."""

    at: By
    by: By
    of: By
    from_: By
    spoken: By


def gathered(events: Mapping[str, Event], registers: Registers) -> Gathered:
    """Gather events, which come in their order, by the entries that they name."""
    return Gathered(
        at=_gathered([(event.id, event.location_ids) for event in events.values()], registers.locations.tree),
        by=_gathered([(event.id, event.actor_ids) for event in events.values()], registers.actors.tree),
        of=_gathered([(event.id, (event.type,)) for event in events.values() if event.type], registers.types.tree),
        from_=_from(events, registers),
        spoken=_spoken(events),
    )


def gather(
    settings: Settings,
    registers: Registers,
    published: Mapping[str, When],
    events: Mapping[str, Event],
    signposts: Mapping[str, Signpost],
    contributions: Mapping[str, Contribution],
    lost: Mapping[str, tuple[Field, ...]],
    found: Gathered | None = None,
) -> Chronicle:
    """Return the chronicle of linked events, which come in its order, tied both ways, and may be gathered already."""
    by_entry = found or gathered(events, registers)
    return Chronicle(
        settings=settings,
        registers=registers,
        published=published,
        events=events,
        signposts=signposts,
        contributions=contributions,
        lost=lost,
        **by_entry._asdict(),
    )


def _tied(events: Mapping[str, Event]) -> dict[str, Event]:
    """Make every tie hold both ways: parts follow from wholes, and what one record says of another, both say."""
    parts: dict[str, list[Tie]] = defaultdict(list)
    same: dict[str, list[Tie]] = defaultdict(list)
    related: dict[str, list[str]] = defaultdict(list)
    distinct: dict[str, list[str]] = defaultdict(list)
    for event in events.values():
        for tie in event.wholes:
            parts[tie.event].append(Tie(event.id, tie.certain))
        for tie in event.same_as:
            same[tie.event].append(Tie(event.id, tie.certain))
        for other in event.related:
            related[other].append(event.id)
        for other in event.distinct_from:
            distinct[other].append(event.id)
    tied = dict(events)
    for id_ in (*parts, *same, *related, *distinct):
        event = events[id_]
        tied[id_] = replace(
            event,
            parts=tuple(parts.get(id_, ())),
            same_as=_once((*event.same_as, *same.get(id_, ()))),
            related=tuple(dict.fromkeys((*event.related, *related.get(id_, ())))),
            distinct_from=tuple(dict.fromkeys((*event.distinct_from, *distinct.get(id_, ())))),
        )
    return tied


def _once(ties: tuple[Tie, ...]) -> tuple[Tie, ...]:
    """Keep one tie an event: a certain one where either of the two says so."""
    found: dict[str, bool] = {}
    for tie in ties:
        found[tie.event] = found.get(tie.event, False) or tie.certain
    return tuple(Tie(event, certain) for event, certain in found.items())


def _gathered(named: Iterable[tuple[str, tuple[str, ...]]], tree: Tree) -> dict[str, tuple[str, ...]]:
    """Return for each entry the events that name it or a part of it, each event once, in their order."""
    found: dict[str, list[str]] = {entry: [] for entry in tree.wholes}
    reach = {entry: (entry, *above) for entry, above in tree.above.items()}
    for event, entries in named:
        one = reach[entries[0]] if len(entries) == 1 else ()
        for reached in one or dict.fromkeys([each for entry in entries for each in reach[entry]]):
            found[reached].append(event)
    return {entry: tuple(events) for entry, events in found.items()}


def _from(events: Mapping[str, Event], registers: Registers) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {source: [] for source in registers.sources.entries}
    for event in events.values():
        for source in event.source_ids:
            found[source].append(event.id)
    return {source: tuple(ids) for source, ids in found.items()}


def _spoken(events: Mapping[str, Event]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for event in events.values():
        for actor in event.speaker_ids:
            found[actor].append(event.id)
    return {actor: tuple(ids) for actor, ids in found.items()}
