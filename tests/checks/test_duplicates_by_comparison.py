"""The sweep over days and places finds what a comparison of every two records finds."""

from collections.abc import Callable
from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from chronicle.checks.duplicates import duplicates
from chronicle.dates import overlap
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event
from chronicle.link.link import link
from chronicle.read.filed import Filed, Records
from chronicle.records.event import EventRecord
from chronicle.records.registers import ActorRecord, LocationRecord, SourceRecord, TypeRecord
from chronicle.settings import Settings

COUNTRY = "syria"
LOCATIONS = {
    COUNTRY: LocationRecord(name="Syria", kind="country"),
    "governorate": LocationRecord(name="Governorate", kind="governorate", in_=(COUNTRY,)),
    "region": LocationRecord(name="Region", kind="region", in_=(COUNTRY,)),
    "town": LocationRecord(name="Town", kind="town", in_=("governorate", "region")),
    "village": LocationRecord(name="Village", kind="village", in_=("region",)),
}
ACTORS = {
    "russia": ActorRecord(name="Russia"),
    "police": ActorRecord(name="Police", part_of=("russia",)),
    "america": ActorRecord(name="America"),
}
TYPES = {
    "attack": TypeRecord(label="Attack", definition="Violence."),
    "airstrike": TypeRecord(label="Airstrike", definition="From the air.", family="attack"),
    "shelling": TypeRecord(label="Shelling", definition="From the ground.", family="attack"),
    "patrol": TypeRecord(label="Patrol", definition="A way."),
}
SOURCES = {
    "june": SourceRecord(title="June", published="2020-06-30"),
    "undated": SourceRecord(title="Undated"),
}
IDS = ("a", "b", "c", "d", "e")
DATES = (
    "2020-06-07",
    "2020-06-08",
    "2020-06",
    "2020",
    "2020-06-05 to 2020-06-07",
    "between 2020-06-08 and 2020-06-20",
    "by 2020-06-07",
    "not before 2020-06-08",
    "2020-06-01 to open",
    "unknown to open",
    "unknown",
)


@st.composite
def records(draw: st.DrawFn) -> tuple[EventRecord, ...]:
    """Two to five records over a small world, few of them tied: most are alike in something."""

    def some(words: tuple[str, ...], most: int = 2) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(words), max_size=most, unique=True)))

    def ties(own: str) -> tuple[str, ...]:
        others = tuple(id_ for id_ in ids if id_ != own)
        return some(others, 1) if draw(st.integers(0, 7)) == 0 else ()

    ids = IDS[: draw(st.integers(2, len(IDS)))]
    return tuple(
        EventRecord(
            type=draw(st.sampled_from(tuple(TYPES))),
            title=id_,
            date=draw(st.sampled_from(DATES)),
            locations=some(tuple(LOCATIONS)),
            actors=some(tuple(ACTORS)),
            sources=some(tuple(SOURCES)),
            part_of=ties(id_),
            same_as=ties(id_),
            related=ties(id_),
            distinct_from=ties(id_),
        )
        for id_ in ids
    )


def chronicle(events: tuple[EventRecord, ...], begins: str | None = None) -> Chronicle:
    linked, _ = link(
        Records(
            settings=Settings(title="A test", description="A test.", begins=begins),
            events=tuple(Filed(id_, f"events/{id_}.yaml", (), each) for id_, each in zip(IDS, events, strict=False)),
            locations=tuple(Filed(id_, "registers/locations.yaml", (id_,), each) for id_, each in LOCATIONS.items()),
            actors=tuple(Filed(id_, "registers/actors.yaml", (id_,), each) for id_, each in ACTORS.items()),
            sources=tuple(Filed(id_, "registers/sources.yaml", (id_,), each) for id_, each in SOURCES.items()),
            types=tuple(Filed(id_, "registers/types.yaml", (id_,), each) for id_, each in TYPES.items()),
        )
    )
    return linked


def lies_within(part: str, whole: str, wholes: Callable[[str], tuple[str, ...]]) -> bool:
    return part == whole or any(lies_within(each, whole, wholes) for each in wholes(part))


def near(one: str, other: str, wholes: Callable[[str], tuple[str, ...]]) -> bool:
    return lies_within(one, other, wholes) or lies_within(other, one, wholes)


def agree(one: tuple[str, ...], other: tuple[str, ...], wholes: Callable[[str], tuple[str, ...]]) -> bool:
    return any(near(mine, theirs, wholes) for mine in one for theirs in other)


def places_agree(one: Event, other: Event) -> bool:
    if not one.location_ids and not other.location_ids:
        return True
    mine, theirs = (tuple(id_ for id_ in event.location_ids if id_ != COUNTRY) for event in (one, other))
    return agree(mine, theirs, lambda id_: LOCATIONS[id_].in_)


def actors_agree(one: Event, other: Event) -> bool:
    if not one.actor_ids and not other.actor_ids:
        return bool(one.location_ids)
    return agree(one.actor_ids, other.actor_ids, lambda id_: ACTORS[id_].part_of)


def types_agree(one: Event, other: Event) -> bool:
    return near(one.type, other.type, lambda id_: (family,) if (family := TYPES[id_].family) else ())


def wholes_of(event: Event, found: Chronicle, seen: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return an event and all that it is part of, also where the ties run in a circle."""
    seen |= {event.id}
    for tie in event.wholes:
        if tie.event not in seen:
            seen |= wholes_of(found.events[tie.event], found, seen)
    return seen


def tied(one: Event, other: Event, found: Chronicle) -> bool:
    said = {*(tie.event for tie in one.same_as), *one.related, *one.distinct_from}
    return other.id in said or bool(wholes_of(one, found) & wholes_of(other, found))


def compared(found: Chronicle) -> set[tuple[str, str]]:
    """Compare every two events, and return the pairs that may be one, each in the order of the chronicle."""
    return {
        (one.id, other.id)
        for one, other in combinations(found.events.values(), 2)
        if types_agree(one, other)
        and places_agree(one, other)
        and actors_agree(one, other)
        and (one.location_ids or one.actor_ids)
        and overlap(one.when.bounds, other.when.bounds)
        and not tied(one, other, found)
    }


@settings(max_examples=300)
@given(records(), st.sampled_from([None, "2011-03-15", "2020-06-10"]))
@example((EventRecord(type="patrol", title="a", date="unknown", sources=()),) * 2, None)
def test_the_sweep_finds_what_a_comparison_of_every_two_finds(
    events: tuple[EventRecord, ...], begins: str | None
) -> None:
    found = chronicle(events, begins)
    told = [
        (problem.message.split(" as ")[1].split(":")[0], problem.file.removeprefix("events/").removesuffix(".yaml"))
        for problem in duplicates(found, found.events.values())
    ]
    assert len(told) == len(set(told))
    assert set(told) == compared(found)
