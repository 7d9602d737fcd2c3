"""A page of which not every subject is touched by a change of events is the page that it was."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from typing import NamedTuple, TypeVar, overload

import msgspec
import pytest
from msgspec.structs import replace

from chronicle.build.materials import materials
from chronicle.link.amend import Amended, amend
from chronicle.link.chronicle import Chronicle
from chronicle.link.link import link
from chronicle.pages import listing, source
from chronicle.pages.draft import Draft
from chronicle.pages.facets import Facets, amended, facets
from chronicle.pages.plan import plan, subject
from chronicle.pages.site import Site
from chronicle.pages.touched import touched
from chronicle.read.filed import Filed, Records
from chronicle.read.records import read
from chronicle.records.event import CasualtyRecord, EventRecord
from written_chronicles import examined

SITES = Path(__file__).resolve().parent.parent / "sites"
NAMES = ("minimal", "uncertain", "overridden", "signposts", "many")

WHOLE = "title: Whole\ndate: 2019-01-01 to 2021-12-31\nlocations: [syria]\nquantities: {people: 900}\nsources: [late]"
TIES = {
    20: "part_of: [whole]",
    28: "part_of: [whole]",
    33: "related: [e02]",
    35: "distinct_from: [e03]",
    29: "same_as: [e08]",
}
LATE = "late: {title: A book, published: 2022-02-01}\nlater: {title: Another, published: 2022-03-01}\n"
GATHERED = tuple(name for name, value in vars(Site).items() if isinstance(value, cached_property))
T = TypeVar("T")
Edit = Callable[[EventRecord, "World"], EventRecord]


def with_(**fields: object) -> Edit:
    return lambda record, _world: replace(record, **fields)


def _type(record: EventRecord, world: "World") -> EventRecord:
    others = (each for each in world.chronicle.registers.types.entries if each != record.type)
    return replace(record, type=next(others, record.type))


def _source(record: EventRecord, world: "World") -> EventRecord:
    return replace(record, sources=(*record.sources[1:], [*world.chronicle.registers.sources.entries][-1]))


def _location(record: EventRecord, world: "World") -> EventRecord:
    return replace(record, locations=_one(record, [*world.chronicle.registers.locations.entries]))


def _actor(record: EventRecord, world: "World") -> EventRecord:
    return replace(record, actors=_one(record, [*world.chronicle.registers.actors.entries]))


def _one(record: EventRecord, entries: list[str]) -> tuple[str, ...]:
    return (entries[len(record.title) % len(entries)],) if entries else ()


EDITS: dict[str, Edit] = {
    "title": with_(title="Another title"),
    "day": with_(date="2019-02-03"),
    "year": with_(date="2020"),
    "span": with_(date="2019-11-20 to 2020-02-10"),
    "bound": with_(date="by 2020-07-15"),
    "undated": with_(date="unknown"),
    "nowhere": with_(locations=()),
    "location": _location,
    "nobody": with_(actors=()),
    "actor": _actor,
    "type": _type,
    "status": with_(status="disputed", note="Looked at."),
    "occurrences": with_(occurrences="7"),
    "quantities": with_(quantities={"people": "12", "vehicles": "3"}),
    "casualties": with_(casualties=(CasualtyRecord(group="people", killed="3"),)),
    "summary": with_(summary="Another summary"),
    "source": _source,
}


class World(NamedTuple):
    """A chronicle with its records by id, and the site that it makes."""

    records: Records
    chronicle: Chronicle
    site: Site

    @property
    def events(self) -> dict[str, Filed[EventRecord]]:
        return {filed.id: filed for filed in self.records.events}

    def anew(self, chronicle: Chronicle) -> Site:
        """Return the site of another chronicle, on which nothing was worded yet."""
        return Site(chronicle, self.site.words, self.site.projection)


class Asked(Mapping[str, T]):
    """What there is of each event; it notes which of them are asked for one by one."""

    def __init__(self, events: Mapping[str, T], ids: set[str]) -> None:
        self._events = events
        self._ids = ids

    def __getitem__(self, id_: str) -> T:
        self._ids.add(id_)
        return self._events[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._events)

    def __len__(self) -> int:
        return len(self._events)


class AskedInOrder(Sequence[T]):
    """What there is of each event, in the order; it notes the ids of those that are asked for one by one."""

    def __init__(self, events: Sequence[T], order: Sequence[str], ids: set[str]) -> None:
        self._events = events
        self._order = order
        self._ids = ids

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...

    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        named = self._order[place]
        self._ids.update((named,) if isinstance(named, str) else named)
        return self._events[place]

    def __len__(self) -> int:
        return len(self._events)


def watched(site: Site, asked: set[str]) -> Site:
    """Return a site that notes of which events anything is asked for, but not what all pages gather of all events."""
    order = [*site.chronicle.events]
    events = Asked(site.chronicle.events, asked)
    contributions = Asked(site.chronicle.contributions, asked)
    found = Site(replace(site.chronicle, events=events, contributions=contributions), site.words, site.projection)
    for name in GATHERED:
        getattr(found, name)
    for name in Facets.__struct_fields__:
        facet = getattr(found.facets, name)
        vars(facet)["held"] = AskedInOrder(facet.held, order, asked)
    found.dated = AskedInOrder(found.dated, order, asked)
    found.ordered = AskedInOrder(found.ordered, order, asked)
    return found


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], World]:
    @cache
    def of(name: str) -> World:
        root = SITES / name
        if name == "many":
            root = tmp_path_factory.mktemp(name)
            assert examined(root, dict(_many()), sources=LATE).errors == []
        records, _ = read(root)
        chronicle, _ = link(records)
        gathered, _ = materials(root, chronicle)
        assert gathered
        return World(records, chronicle, gathered.site)

    return of


@pytest.fixture(autouse=True)
def _short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PAGE_ENTRIES", 4)
    monkeypatch.setattr(source, "PAGE_ENTRIES", 4)
    monkeypatch.setattr(listing, "YEAR_ENTRIES", 6)


def _many() -> Iterator[tuple[str, str]]:
    """Yield events enough for lists that are cut by year and by month, some of them tied to others far away."""
    yield "whole", WHOLE
    dates = (
        *("2019-03-04", "2019-03", "2019", "2020-06-07", "2020-06-20", "2020-07-01", "2020-07-15", "2020-12-31"),
        *("2021-01-01 to 2021-02-03", "between 2020-11-20 and 2021-01-05", "by 2020-07-01", "unknown"),
    )
    places = ("kobani", "manbij", "qamishli", "idlib")
    actors = ("russian-military-police", "turkish-forces", "us-forces")
    types = ("patrol", "airstrike", "shelling")
    sources = ("undated", "late", "later")
    for number, (date, place) in enumerate(product(dates, places)):
        fields = (
            f"title: Number {number}",
            f"type: {types[number % 3]}",
            f"date: {date}",
            f"locations: [{place}]",
            f"actors: [{actors[number % 3]}]",
            f"quantities: {{people: {200 - number}}}",
            f"sources: [{{source: {sources[number % 3]}, speaker: {actors[number % 3]}, says: So.}}]",
            TIES.get(number, ""),
        )
        yield f"e{number:02}", "\n".join(fields)


def view(draft: Draft) -> bytes:
    page = draft.page()
    return msgspec.msgpack.encode((page.template, page.origin, page.view), order="deterministic")


def seen(site: Site) -> dict[str, bytes]:
    """Return all pages of a site as they are composed."""
    return {draft.path: view(draft) for draft in plan(site)}


def held(found: Facets) -> list[list[list[object]]]:
    """Return the values of each event, side by side."""
    all_ = [getattr(found, name) for name in Facets.__struct_fields__]
    return [[[facet.values[number] for number in numbers] for numbers in facet.held] for facet in all_]


def left_out(world: World, before: Mapping[str, bytes], made: Amended) -> tuple[set[str], int]:
    """Return the pages that a change makes others though they would not be composed anew, and how many would not.

    Those that are planned and those that stay are all pages, and what they count is what would be counted anew.
    """
    counted = amended(facets(world.chronicle), world.chronicle.events, made.chronicle, made.changed)
    assert held(counted) == held(facets(made.chronicle))
    after = world.anew(made.chronicle)
    reached = touched(world.chronicle, made.chronicle, made.changed)
    all_ = {draft.path: draft for draft in plan(after)}
    planned = {draft.path: draft for draft in plan(after, reached)}
    staying = {path for path in before if subject(path) not in reached}
    assert planned.keys() | staying == all_.keys()
    anew = {
        path
        for path, draft in planned.items()
        if not draft.about or reached.issuperset(draft.about) or path not in before
    }
    stand = [draft for path, draft in all_.items() if path not in anew]
    return {draft.path for draft in stand if before.get(draft.path) != view(draft)}, len(stand)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_about_something_asks_for_no_event_that_would_not_touch_it(
    world: Callable[[str], World], name: str
) -> None:
    found = world(name)
    reach = {id_: touched(found.chronicle, found.chronicle, {id_}) for id_ in found.chronicle.events}
    asked = 0
    for number, draft in enumerate(plan(found.site)):
        if not draft.about:
            continue
        ids: set[str] = set()
        again = plan(watched(found.site, ids))[number]
        ids.clear()
        again.compose()
        asked += len(ids)
        assert [id_ for id_ in sorted(ids) if not reach[id_].issuperset(draft.about)] == [], draft.path
    assert asked


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("name", NAMES)
def test_every_page_that_an_edit_makes_another_is_touched(world: Callable[[str], World], name: str, edit: str) -> None:
    found = world(name)
    before = seen(found.site)
    times = 0
    for id_, filed in [*found.events.items()][:: len(found.events) // 8 + 1]:
        now = replace(filed, record=EDITS[edit](filed.record, found))
        if made := amend(found.chronicle, {id_: filed.record}, {id_: now}, ()):
            times += 1
            assert left_out(found, before, made)[0] == set(), id_
    assert times


@pytest.mark.parametrize("name", NAMES)
def test_every_page_that_becomes_another_where_an_event_goes_or_comes_is_touched(
    world: Callable[[str], World], name: str
) -> None:
    found = world(name)
    before = seen(found.site)
    times = 0
    for id_, filed in found.events.items():
        if gone := amend(found.chronicle, {id_: filed.record}, {}, {id_}):
            times += 1
            assert left_out(found, before, gone)[0] == set(), id_
            fewer = found._replace(chronicle=gone.chronicle)
            if come := amend(gone.chronicle, {}, {id_: filed}, ()):
                assert left_out(fewer, seen(found.anew(gone.chronicle)), come)[0] == set(), id_
    assert times


def test_an_edit_of_one_event_leaves_most_pages_as_they_are(world: Callable[[str], World]) -> None:
    found = world("many")
    filed = found.events["e00"]
    now = replace(filed, record=replace(filed.record, title="Another title"))
    made = amend(found.chronicle, {"e00": filed.record}, {"e00": now}, ())
    assert made
    before = seen(found.site)
    assert left_out(found, before, made)[1] > len(before) / 2


@pytest.mark.parametrize("first", range(5))
def test_every_page_that_several_edits_at_once_make_another_is_touched(
    world: Callable[[str], World], first: int
) -> None:
    found = world("many")
    tied = {f"e{number:02}" for number in (*TIES, 2, 3, 8)}
    chosen = [filed for id_, filed in found.events.items() if id_ not in tied][first::7]
    edits = [*EDITS.values()][first:] * 2
    was = {filed.id: filed.record for filed in chosen}
    now = {
        filed.id: replace(filed, record=edit(filed.record, found)) for filed, edit in zip(chosen, edits, strict=False)
    }
    made = amend(found.chronicle, was, now, ())
    assert made
    others, stand = left_out(found, seen(found.site), made)
    assert others == set()
    assert stand
