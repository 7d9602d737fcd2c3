"""The corpus as content of a Hugo site: a page for each event, a term for each entry of the registers."""

from collections.abc import Iterable, Iterator
from datetime import date

from events import Account, Event, Loss
from world import Actor, Place, Source, Type, World


def files(world: World) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every page but those of events and periods.

    What lies above the districts lists no events on either side, and has no page here.
    """
    for place in (*world.wholes, *world.settlements):
        if place.kind not in ("country", "governorate"):
            yield _page(f"locations/{place.id}", _place(place))
    for actor in (*world.alliances, *world.forces):
        yield _page(f"actors/{actor.id}", _actor(actor))
    for source in world.sources:
        yield _page(f"sources/{source.id}", _source(source))
    for type_ in world.types:
        yield _page(f"types/{type_.id}", _type(type_))


def periods(days: Iterable[date]) -> Iterator[tuple[str, str]]:
    """Yield the sections of the timeline: itself, and each year and month in which one of the days lies."""
    yield _page("events", ["title: Timeline"])
    months = sorted({day.replace(day=1) for day in days})
    for year in sorted({month.year for month in months}):
        yield _page(f"events/{year}", [f"title: {year}", f"date: {year}-01-01"])
    for month in months:
        yield _page(f"events/{month:%Y/%m}", [f"title: {month:%B %Y}", f"date: {month}"])


def path(event: Event) -> str:
    """Return the path of an event's page."""
    return f"content/events/{event.day:%Y/%m}/{event.id}.md"


def page(event: Event) -> str:
    """Return an event as front matter with its summary as content."""
    return "".join(f"{line}\n" for line in ("---", *_event(event), "---", event.summary))


def _page(folder: str, lines: Iterable[str]) -> tuple[str, str]:
    return f"content/{folder}/_index.md", "".join(f"{line}\n" for line in ("---", *lines, "---"))


def _event(event: Event) -> Iterator[str]:
    """Yield the facts; of places, actors and types first those that the event names, then what they are part of."""
    yield f"title: {event.title}"
    yield f"date: {event.day}"
    if event.form != "day":
        yield f"dated: {{form: {event.form}, first: {event.first}, last: {event.last}}}"
    yield _list("types", (event.type.id, event.type.family))
    yield _list("locations", [place.id for place in event.places] + [place.within for place in event.places])
    yield _list("actors", [actor.id for actor, _ in event.actors] + [actor.part_of for actor, _ in event.actors])
    yield f"roles: [{', '.join(role for _, role in event.actors)}]"
    yield _list("sources", (account.source.id for account in event.accounts))
    yield "accounts:"
    for account in event.accounts:
        yield from _account(account)
    if event.quantities:
        yield "quantities:"
        yield from (f"  - {{noun: {noun}, amount: {amount}}}" for noun, amount in event.quantities)
    if event.losses:
        yield "casualties:"
        yield from (f"  - {_loss(loss)}" for loss in event.losses)
    yield f"status: {event.status or 'reported'}"
    if event.note:
        yield f"note: {event.note}"
    yield f"recorded: {event.recorded}"


def _list(key: str, values: Iterable[str]) -> str:
    return f"{key}: [{', '.join(dict.fromkeys(value for value in values if value))}]"


def _account(account: Account) -> Iterator[str]:
    yield f"  - stance: {account.stance}"
    if account.says:
        yield f"    speaker: {account.speaker}"
        yield f"    says: {account.says}"


def _loss(loss: Loss) -> str:
    injured = f", injured: {loss.injured}" if loss.injured else ""
    return f"{{group: {loss.group}, killed: {loss.killed}{injured}}}"


def _place(place: Place) -> Iterator[str]:
    yield f"title: {place.name}"
    yield f"place: {place.kind}"
    yield f"point: [{place.point[0]}, {place.point[1]}]"
    if place.kind != "district":
        yield f"within: {place.within}"


def _actor(actor: Actor) -> Iterator[str]:
    yield f"title: {actor.name}"
    yield f"actor: {actor.kind}"
    if actor.part_of:
        yield f"within: {actor.part_of}"


def _source(source: Source) -> Iterator[str]:
    yield f"title: {source.title}"
    yield f"publisher: {source.publisher}"
    yield f"published: {source.published}"
    yield f"address: {source.url}"


def _type(type_: Type) -> Iterator[str]:
    yield f"title: {type_.label}"
    yield f"definition: What the accounts call {type_.label.lower()}, or what comes to the same."
    if type_.family:
        yield f"within: {type_.family}"
