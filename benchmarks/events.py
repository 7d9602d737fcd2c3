"""The events of a corpus, drawn so that no two of them could be taken for one."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from world import LEAVES, Actor, Place, Pool, Source, Type, World, slug

_FIRST_DAY = date(2015, 1, 1)
_DAYS = 3650
_TYPE_WEIGHTS = (24, 18, 14, 10, 9, 7, 5, 4, 3, 3, 2, 1)
_TITLES = {
    "attack": ("{type} of {place}", "{type} hits {place}", "{actor} blamed for {type} near {place}"),
    "clash": ("{actor} in {type} near {place}", "{type} outside {place}"),
    "demonstration": ("{type} in {place}", "Residents of {place} hold {type}"),
    "force-movement": ("{actor} on {type} near {place}", "{type} passes {place}"),
    "diplomacy": ("{type} between {actor} and others in {place}", "{type} at {place}"),
    "humanitarian-legal": ("{type} in {place}", "{actor} takes part in {type} at {place}"),
}
_WHO = (
    "residents of {place}",
    "a doctor at the hospital of {place}",
    "two monitors on the spot",
    "the local council",
    "an aid worker",
    "a spokesman of {actor}",
    "people near the grain silo",
    "a teacher reached by telephone",
)
_SAW = (
    "counted several impacts between the mill and the road",
    "saw a column of vehicles leave towards the river before noon",
    "heard an exchange of fire that went on until dusk",
    "spoke of damage to the water main and three houses",
    "said that the checkpoint at the bridge was closed for a day",
    "described a crowd that dispersed without an incident",
    "told of four drivers who were held and let go the next morning",
    "put the beginning at the early hours, before the power failed",
)
_TAIL = (
    "and no number was given",
    "though earlier word had placed it further east",
    "while the market stayed shut",
    "as repairs went on elsewhere",
    "which {actor} did not comment on",
    "in the third such case that month",
)
_NOUNS = ("vehicles", "rounds", "personnel", "houses", "trucks")
_GROUPS = ("civilians", "fighters", "passers-by", "drivers")


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says of an event; empty words where the source is only named."""

    source: Source
    speaker: str
    says: str
    stance: str


@dataclass(frozen=True, slots=True)
class Loss:
    """The casualties of one group, as quantities are written."""

    group: str
    killed: str
    injured: str


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the corpus; `form` is day, throughout or between, of the days `first` to `last`."""

    id: str
    title: str
    form: str
    first: date
    last: date
    type: Type
    places: tuple[Place, ...]
    actors: tuple[tuple[Actor, str], ...]
    quantities: tuple[tuple[str, str], ...]
    losses: tuple[Loss, ...]
    summary: str
    accounts: tuple[Account, ...]
    status: str
    note: str
    recorded: date

    @property
    def day(self) -> date:
        """The day under which it is listed: the last of those known only as bounds, else the first."""
        return self.last if self.form == "between" else self.first


def events(number: int, world: World, chance: random.Random) -> Iterator[Event]:
    """Yield so many events, in the order in which they were recorded."""
    drawer = _Drawer(world, chance)
    return (drawer.event(serial) for serial in range(number))


class _Drawer:
    """Draws events from one stream of chance, and remembers what happened where, when and by whom."""

    def __init__(self, world: World, chance: random.Random) -> None:
        self._chance = chance
        self._places = Pool(world.settlements, 0.9)
        self._actors = Pool(world.forces, 0.7)
        self._sources = Pool(world.sources, 0.5)
        self._seen: set[tuple[str, str, str, int]] = set()

    def event(self, serial: int) -> Event:
        chance = self._chance
        type_ = chance.choices(LEAVES, _TYPE_WEIGHTS)[0]
        places = self._places.draw(chance, 2 if chance.random() < 0.3 else 1)
        actors = self._actors.draw(chance, chance.choice((1, 2, 2, 3)))
        form, first, last = self._days(type_, places, actors)
        status, note = self._status()
        return Event(
            id=f"{first.isoformat()}-{type_.id}-{places[0].id}-{serial:06d}",
            title=self._title(type_, places[0], actors[0]),
            form=form,
            first=first,
            last=last,
            type=type_,
            places=places,
            actors=tuple(zip(actors, _roles(type_), strict=False)),
            quantities=self._quantities(),
            losses=self._losses(type_),
            summary=self._summary(places[0], actors[-1]),
            accounts=self._accounts(places[0], actors),
            status=status,
            note=note,
            recorded=date(2025, 12, 1) + timedelta(serial % 200),
        )

    def _days(self, type_: Type, places: tuple[Place, ...], actors: tuple[Actor, ...]) -> tuple[str, date, date]:
        """Draw days on which no like event is told of these places and actors yet."""
        chance = self._chance
        while True:
            form = chance.choices(("day", "throughout", "between"), (90, 5, 5))[0]
            first = chance.randrange(_DAYS)
            length = 1 if form == "day" else chance.randint(2, 6)
            keys = {
                (type_.family, place.id, actor.id, day)
                for place in places
                for actor in actors
                for day in range(first, first + length)
            }
            if self._seen.isdisjoint(keys):
                self._seen |= keys
                return form, _FIRST_DAY + timedelta(first), _FIRST_DAY + timedelta(first + length - 1)

    def _title(self, type_: Type, place: Place, actor: Actor) -> str:
        pattern = self._chance.choice(_TITLES[type_.family])
        label = type_.label if pattern.startswith("{type}") else type_.label.lower()
        return pattern.format(type=label, place=place.name, actor=actor.name)

    def _status(self) -> tuple[str, str]:
        found = self._chance.choices(("", "confirmed", "disputed"), (80, 12, 8))[0]
        if not found:
            return "", ""
        why = "Two offices name the same place" if found == "confirmed" else "The numbers do not agree"
        return found, f"{why}, *so the status was set by hand*."

    def _quantities(self) -> tuple[tuple[str, str], ...]:
        chance = self._chance
        if chance.random() > 0.35:
            return ()
        amount = chance.choice((str(chance.randint(2, 60)), f"about {chance.randint(2, 9) * 10}", "several"))
        return ((chance.choice(_NOUNS), amount),)

    def _losses(self, type_: Type) -> tuple[Loss, ...]:
        chance = self._chance
        if type_.family not in ("attack", "clash") and chance.random() < 0.6:
            return ()
        low = chance.choice((0, 0, 0, 1, 1, 2, 3, 6))
        killed = "none" if low == 0 else chance.choice((str(low), f"{low} to {low + 3}", f"at least {low}"))
        injured = chance.choice(("", str(chance.randint(1, 12)), f"about {chance.randint(2, 6) * 5}"))
        return (Loss(chance.choice(_GROUPS), killed, injured),)

    def _summary(self, place: Place, actor: Actor) -> str:
        sentences = [self._sentence(place, actor) for _ in range(self._chance.randint(2, 4))]
        if len(sentences) > 2 and self._chance.random() < 0.3:
            return " ".join(sentences[:2]) + "\n\n" + " ".join(sentences[2:])
        return " ".join(sentences)

    def _sentence(self, place: Place, actor: Actor) -> str:
        """Return a sentence; one in five has Markdown in it."""
        chance = self._chance
        who, saw, tail = (chance.choice(parts) for parts in (_WHO, _SAW, _TAIL))
        kind = chance.random()
        if kind < 0.1:
            who = f"*{who}*"
        elif kind < 0.16:
            saw = f"[{saw}](https://archive.example/{slug(place.name)}/{chance.randint(1, 9999)})"
        elif kind < 0.2:
            tail = f"**{tail}**"
        words = f"{who} {saw}, {tail}.".format(place=place.name, actor=actor.name)
        first = 1 if words.startswith("*") else 0
        return words[:first] + words[first].upper() + words[first + 1 :]

    def _accounts(self, place: Place, actors: tuple[Actor, ...]) -> tuple[Account, ...]:
        chance = self._chance
        return tuple(
            self._account(source, place, actors)
            for source in self._sources.draw(chance, 2 if chance.random() < 0.4 else 1)
        )

    def _account(self, source: Source, place: Place, actors: tuple[Actor, ...]) -> Account:
        chance = self._chance
        if chance.random() < 0.6:
            return Account(source, "", "", "reports")
        speaker = chance.choice((actors[0].name, f"a resident of {place.name}", "the local council"))
        stance = chance.choices(("reports", "confirms", "denies"), (80, 14, 6))[0]
        return Account(source, speaker, f"The speaker {chance.choice(_SAW)}.", stance)


def _roles(type_: Type) -> tuple[str, str, str]:
    """Return the roles of the first, second and third actor."""
    if type_.family in ("attack", "clash"):
        return "initiator", "target", "partner"
    return "participant", "participant", "mediator" if type_.family == "diplomacy" else "participant"
