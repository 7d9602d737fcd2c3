"""What every page needs of the chronicle: names as links, events as entries, texts in the site's language."""

import datetime
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cache, cached_property
from typing import TypeVar, cast

from chronicle import urls
from chronicle.dates import Date, Form, Period
from chronicle.drawing.projection import Projection
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event
from chronicle.link.event import Words as Texts
from chronicle.pages.facets import Dated, Facets, facets
from chronicle.quantities import ONE, Quantity
from chronicle.views.drawings import Locator
from chronicle.views.pieces import Entry, Name
from chronicle.wording.dates import date_words, day_words, machine, period_words
from chronicle.wording.quantities import quantity_words
from chronicle.wording.words import Words

T = TypeVar("T", bound=Hashable)
V = TypeVar("V")

_CERTAINTY = {
    Form.DAY: "certain",
    Form.THROUGHOUT: "span",
    Form.OPEN: "span",
    Form.ABOUT: "approximate",
}


# So many events are kept as entries: the pages of one year are composed together, and show the same ones.
_ENTRIES = 60_000


class Site:
    """A chronicle in the words of one language; what many pages show alike is worded once."""

    def __init__(
        self,
        chronicle: Chronicle,
        words: Words,
        projection: Projection | None = None,
        gathered: Facets | None = None,
    ) -> None:
        self.chronicle = chronicle
        self.words = words
        self.projection = projection
        self._gathered = gathered
        self.maps: dict[tuple[tuple[str, str], ...], Locator | None] = {}
        """The map of locations with the precision of each, as it was drawn first."""
        self._entries: dict[str, Entry] = {}
        self._made: dict[Callable[..., object], dict[object, object]] = {}
        # Many pages word the same dates, names and numbers: each is worded once.
        self.at = cache(self._at)
        self.date = cache(self._date)
        self.day = cache(self._day)
        self.heading = cache(self._heading)
        self.location = cache(self._location)
        self.actor = cache(self._actor)
        self.type = cache(self._type)
        self.source = cache(self._source)
        self.events_count = cache(self._events_count)
        self.number = cache(words.number)

    def once(self, make: Callable[["Site", T], V], value: T) -> V:
        """Return what `make` makes of a value that many pages show: it is made once, and equal values show alike."""
        made = self._made.setdefault(make, {})
        if value not in made:
            made[value] = make(self, value)
        return cast("V", made[value])

    def text(self, texts: Texts) -> str:
        """Return a text in the site's language, else in the first that it is given in."""
        if isinstance(texts, str):
            return texts
        return texts.get(self.words.language) or next(iter(texts.values()), "")

    @cached_property
    def facets(self) -> Facets:
        """The sides of every event that pages count."""
        return self._gathered or facets(self.chronicle)

    @cached_property
    def dated(self) -> Sequence[Dated]:
        """Where each event stands in time, by its place in the order."""
        return self.facets.dated.first

    @cached_property
    def ordered(self) -> Sequence[Event]:
        """Every event in the chronicle's order."""
        return tuple(self.chronicle.events.values())

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each event in the order, from 0."""
        return {id_: number for number, id_ in enumerate(self.chronicle.events)}

    @cached_property
    def listed(self) -> dict[str, Period | None]:
        """The month or year under which each event is listed, None where it has no date."""
        return {id_: each.listed for id_, each in zip(self.chronicle.events, self.dated, strict=True)}

    @cached_property
    def days(self) -> tuple[int | None, ...]:
        """The day under which each event is listed, by its place in the order; None where it has no date."""
        return tuple([each.day for each in self.dated])

    @cached_property
    def somewhere(self) -> frozenset[int]:
        """The places in the order of events that have a place of which several locations are possible."""
        return frozenset([number for number, unsure in enumerate(self.facets.unsure.held) if unsure])

    def around(self, location: str, here: int, number: int) -> tuple[int, ...]:
        """Return the places in the order of the events at a location that stand next to `here`, up to `number` on
        each side.
        """
        places = self.at(location)
        middle = bisect_left(places, here)
        return places[max(0, middle - number) : middle + number + 1]

    def places(self, events: Iterable[str]) -> tuple[int, ...]:
        """Return the places in the order of events, by which facets count them."""
        return tuple(map(self.place.__getitem__, events))

    def _at(self, location: str) -> tuple[int, ...]:
        """Return the places in the order of the events at a location and its parts, ascending."""
        return self.places(self.chronicle.at[location])

    def _date(self, date: Date) -> str:
        """Return a date in words."""
        return date_words(date, self.words)

    def _day(self, day: datetime.date) -> str:
        """Return one day in words."""
        return day_words(day, self.words)

    def _heading(self, period: Period | None) -> str:
        """Return a period in words."""
        return period_words(period, self.words)

    def _location(self, id_: str) -> Name:
        """Return the link to a location."""
        return Name(urls.entry("locations", id_), self.chronicle.registers.locations.record(id_).name)

    def _actor(self, id_: str) -> Name:
        """Return the link to an actor."""
        return Name(urls.entry("actors", id_), self.chronicle.registers.actors.record(id_).name)

    def _type(self, id_: str) -> Name:
        """Return the link to a type."""
        return Name(urls.entry("types", id_), self.text(self.chronicle.registers.types.record(id_).label))

    def _source(self, id_: str) -> Name:
        """Return the link to a source."""
        return Name(urls.entry("sources", id_), self.chronicle.registers.sources.record(id_).title)

    def family(self, type_: str) -> str:
        """Return the root of a type, by which a theme tells the families apart."""
        return (type_, *self.chronicle.registers.types.tree.above.get(type_, ()))[-1]

    def period(self, event: Event) -> Name:
        """Return the link to the page of the period in which an event is listed."""
        found = self.listed[event.id]
        return Name(urls.period(*found) if found else urls.UNDATED, self.heading(found))

    def entry(self, id_: str, possible: str = "") -> Entry:
        """Return an event as lists show it; `possible` says why it may not belong to this one."""
        if possible:
            return self._entry(self.chronicle.events[id_], possible)
        if id_ not in self._entries:
            if len(self._entries) == _ENTRIES:
                self._entries.clear()
            self._entries[id_] = self._entry(self.chronicle.events[id_], "")
        return self._entries[id_]

    def _entry(self, event: Event, possible: str) -> Entry:
        date = event.when.date
        return Entry(
            href=urls.event(event.id),
            title=self.text(event.title),
            date=self.date(date),
            date_machine=machine(date),
            certainty=_CERTAINTY.get(date.form, "possible"),
            family=self.family(event.type),
            type=self.type(event.type).label,
            status=event.status,
            status_word=self.words(f"status.{event.status}"),
            places=tuple([self.location(each) for each in event.location_ids]),
            actors=tuple([self.actor(each) for each in event.actor_ids]),
            count=self.occurrences(event),
            possible=possible,
        )

    def certainty(self, event: Event) -> str:
        """Return the word of the one visual grammar for how certain a date is."""
        return _CERTAINTY.get(event.when.date.form, "possible")

    def occurrences(self, event: Event) -> str:
        """Return how many happenings an event stands for, in words; "" where it is itself one."""
        count = event.count
        if not count.unit and count.quantity == ONE:
            return ""
        return self.counted(count.quantity, count.unit or self.words("plan.occurrences"))

    def counted(self, quantity: Quantity, noun: str) -> str:
        """Return a quantity with its noun."""
        if quantity.form == "unknown":
            return self.words("plan.count_unknown", noun=noun)
        return self.words("plan.counted", quantity=quantity_words(quantity, self.words), noun=noun)

    def _events_count(self, number: int) -> str:
        """Return "12 events"."""
        return self.words.count("plan.events", number)

    def suggest(self, file: str) -> str:
        """Return the address where a change to a file can be suggested, or "" where no repository is configured."""
        repository = self.chronicle.settings.repository
        if repository is None:
            return ""
        folder = f"{repository.folder}/" if repository.folder else ""
        return f"{repository.url.rstrip('/')}/edit/{repository.branch}/{folder}{file}"

    def permalink(self, path: str) -> str:
        """Return the address of a page for good: absolute where the site's address is known."""
        base = self.chronicle.settings.base_url
        return urls.absolute(base, path) if base else path
