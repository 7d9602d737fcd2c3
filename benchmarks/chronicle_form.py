"""The corpus as a chronicle: settings, registers, and a file for each event."""

from collections.abc import Iterable, Iterator

from events import Account, Event, Loss
from world import Actor, Place, Source, Type, World

CHUNK = 500
"""So many entries a register's file."""
BASEMAP = "maps/region.geojson"

_SETTINGS = f"""\
title: Chronicle of an invented conflict
description: Every event, place and name in it is invented, to see how long it takes to build.
languages: [en]
base_url: https://chronicle.example/
licence: {{name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}}
editor: nobody
basemap: {BASEMAP}
"""


def files(world: World) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file but the events'."""
    yield "chronicle.yaml", _SETTINGS
    yield from _register("types", (_type(each) for each in world.types))
    yield from _register("locations", (_place(each) for each in (*world.wholes, *world.settlements)))
    yield from _register("actors", (_actor(each) for each in (*world.alliances, *world.forces)))
    yield from _register("sources", (_source(each) for each in world.sources))


def path(event: Event) -> str:
    """Return the path of an event's file."""
    return f"events/{event.id[:4]}/{event.id}.yaml"


def record(event: Event) -> str:
    """Return an event as an editor writes it."""
    return "".join(f"{line}\n" for line in _lines(event))


def _lines(event: Event) -> Iterator[str]:
    yield f"type: {event.type.id}"
    yield f"title: {event.title}"
    yield f"date: {_date(event)}"
    yield f"locations: [{', '.join(place.id for place in event.places)}]"
    yield "actors:"
    yield from (f"  - {{name: {actor.id}, role: {role}}}" for actor, role in event.actors)
    if event.quantities:
        yield f"quantities: {{{', '.join(f'{noun}: {amount}' for noun, amount in event.quantities)}}}"
    if event.losses:
        yield "casualties:"
        yield from (f"  - {{{', '.join(_loss(loss))}}}" for loss in event.losses)
    yield "summary: |"
    yield from (f"  {line}" if line else "" for line in event.summary.split("\n"))
    yield "sources:"
    for account in event.accounts:
        yield from _account(account)
    if event.status:
        yield f"status: {event.status}"
        yield f"note: {event.note}"
    yield f"recorded: {event.recorded}"


def _date(event: Event) -> str:
    match event.form:
        case "throughout":
            return f"{event.first} to {event.last}"
        case "between":
            return f"between {event.first} and {event.last}"
        case _:
            return str(event.first)


def _loss(loss: Loss) -> Iterator[str]:
    yield f"group: {loss.group}"
    yield f"killed: {loss.killed}"
    if loss.injured:
        yield f"injured: {loss.injured}"


def _account(account: Account) -> Iterator[str]:
    if not account.says:
        yield f"  - {account.source.id}"
        return
    yield f"  - source: {account.source.id}"
    yield f"    speaker: {account.speaker}"
    yield f"    says: {account.says}"
    if account.stance != "reports":
        yield f"    stance: {account.stance}"


def _register(name: str, entries: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the files of a register, in chunks, as a large chronicle keeps them."""
    rows = list(entries)
    for number, start in enumerate(range(0, len(rows), CHUNK)):
        yield f"registers/{name}/{number:03}.yaml", "".join(rows[start : start + CHUNK])


def _place(place: Place) -> str:
    within = f", in: [{place.within}]" if place.within else ""
    point = f", point: [{place.point[0]}, {place.point[1]}]"
    return f"{place.id}: {{name: {place.name}, kind: {place.kind}{within}{point}}}\n"


def _actor(actor: Actor) -> str:
    part_of = f", part_of: [{actor.part_of}]" if actor.part_of else ""
    return f"{actor.id}: {{name: {actor.name}, kind: {actor.kind}{part_of}}}\n"


def _source(source: Source) -> str:
    return (
        f"{source.id}:\n  title: {source.title}\n  publisher: {source.publisher}\n"
        f"  url: {source.url}\n  published: {source.published}\n  language: en\n"
    )


def _type(type_: Type) -> str:
    family = f"  family: {type_.family}\n" if type_.family else ""
    return f"{type_.id}:\n  label: {{en: {type_.label}}}\n{family}  definition: {_definition(type_)}\n"


def _definition(type_: Type) -> str:
    return f"What the accounts call {type_.label.lower()}, or what comes to the same."
