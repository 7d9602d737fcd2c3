"""The world of a corpus: its places, actors, sources and types, all of them invented."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")

_ONSETS = ("b", "d", "f", "h", "j", "k", "kh", "l", "m", "n", "q", "r", "s", "sh", "t", "w", "y", "z", "gh", "br")
_VOWELS = ("a", "a", "e", "i", "o", "u", "ay", "ou")
_CODAS = ("", "", "n", "r", "s", "m", "sh", "l", "th", "k", "b")
_KINDS = ("village", "village", "village", "town", "town", "city")
_FORCES = ("Brigade", "Battalion", "Guard", "Front", "Column", "Border Force", "Council", "Assembly")
_ACTOR_KINDS = ("state forces", "rebel group", "political militia", "protesters", "civilians")
_OUTLETS = ("Courier", "Monitor", "Gazette", "Observatory", "News Agency", "Radio")
_SUBJECTS = ("Weekly digest", "Field report", "Situation report", "Chronology", "Survey of incidents")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the tree country, governorate, district, settlement; `within` is the id of its whole, "" at the top.

    `point` is latitude and longitude.
    """

    id: str
    name: str
    kind: str
    within: str
    point: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Actor:
    """A force or group; `part_of` is the id of its alliance, or ""."""

    id: str
    name: str
    kind: str
    part_of: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article that tells of events; all appeared after the last event of the corpus."""

    id: str
    title: str
    publisher: str
    url: str
    published: date


@dataclass(frozen=True, slots=True)
class Type:
    """A type of event; `family` is the id of its root, "" for a root itself."""

    id: str
    label: str
    family: str


@dataclass(frozen=True, slots=True)
class World:
    """Everything that events refer to; `settlements` and `forces` are what they name themselves."""

    wholes: tuple[Place, ...]
    settlements: tuple[Place, ...]
    alliances: tuple[Actor, ...]
    forces: tuple[Actor, ...]
    sources: tuple[Source, ...]
    types: tuple[Type, ...]


class Pool(Generic[T]):
    """Things of which the first are drawn far more often than the last, as in Zipf's law."""

    def __init__(self, items: Sequence[T], exponent: float) -> None:
        self._items = items
        self._weights = list(accumulate((rank + 3) ** -exponent for rank in range(len(items))))

    def draw(self, chance: random.Random, number: int) -> tuple[T, ...]:
        """Return so many different items, or all of them where there are fewer."""
        found: dict[T, None] = {}
        while len(found) < min(number, len(self._items)):
            found[chance.choices(self._items, cum_weights=self._weights)[0]] = None
        return tuple(found)


ROOTS = (
    Type("attack", "Attack", ""),
    Type("clash", "Clash", ""),
    Type("demonstration", "Demonstration", ""),
    Type("force-movement", "Force movement", ""),
    Type("diplomacy", "Diplomacy", ""),
    Type("humanitarian-legal", "Humanitarian or legal", ""),
)
LEAVES = (
    Type("shelling", "Shelling", "attack"),
    Type("ground-clash", "Ground clash", "clash"),
    Type("patrol", "Patrol", "force-movement"),
    Type("airstrike", "Airstrike", "attack"),
    Type("protest", "Protest", "demonstration"),
    Type("deployment", "Deployment", "force-movement"),
    Type("ambush", "Ambush", "clash"),
    Type("aid-delivery", "Aid delivery", "humanitarian-legal"),
    Type("negotiation", "Negotiation", "diplomacy"),
    Type("sit-in", "Sit-in", "demonstration"),
    Type("ceasefire", "Ceasefire", "diplomacy"),
    Type("trial", "Trial", "humanitarian-legal"),
)
SOURCES = 200
_GOVERNORATES = 8
_DISTRICTS_EACH = 4
_ALLIANCES = 3


def world(events: int, chance: random.Random) -> World:
    """Return the world of a corpus of so many events: a settlement to each 20, a force to each 100."""
    names = _Names(chance)
    wholes, districts = _wholes(names, chance)
    settlements = tuple(_settlement(names, chance, districts) for _ in range(max(20, events // 20)))
    alliances = tuple(_actor(names.fresh(_alliance), "state forces", "") for _ in range(_ALLIANCES))
    forces = tuple(_force(names, chance, alliances) for _ in range(max(12, events // 100)))
    sources = tuple(_source(names, chance, number) for number in range(SOURCES))
    return World(wholes, settlements, alliances, forces, sources, (*ROOTS, *LEAVES))


def slug(name: str) -> str:
    """Return a name as an id is written."""
    return "-".join(name.lower().split())


class _Names:
    """Draws names, each once."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._taken: set[str] = set()

    def fresh(self, make: Callable[[random.Random], str]) -> str:
        """Return a name that `make` has not given before."""
        while (name := make(self._chance)) in self._taken:
            pass
        self._taken.add(name)
        return name


def _word(chance: random.Random, syllables: int) -> str:
    parts = (chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables))
    return ("".join(parts) + chance.choice(_CODAS)).capitalize()


def _settled(chance: random.Random) -> str:
    name = _word(chance, chance.choice((2, 2, 3)))
    if chance.random() < 0.25:
        return f"{chance.choice(('Tell', 'Khirbet', 'Upper', 'Lower', 'New', 'Old'))} {name}"
    return name


def _region(chance: random.Random) -> str:
    return _word(chance, 3)


def _alliance(chance: random.Random) -> str:
    return f"{_word(chance, 2)} Joint Command"


def _forces(chance: random.Random) -> str:
    number = f" {chance.randint(2, 99)}" if chance.random() < 0.3 else ""
    return f"{_word(chance, 2)} {chance.choice(_FORCES)}{number}"


def _outlet(chance: random.Random) -> str:
    return f"{_word(chance, 2)} {chance.choice(_OUTLETS)}"


def _wholes(names: _Names, chance: random.Random) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Return the country with its governorates and districts, and the districts alone."""
    country = names.fresh(_region)
    top = Place(slug(country), country, "country", "", (35.0, 38.5))
    found, districts = [top], []
    for number in range(_GOVERNORATES):
        name = names.fresh(_region)
        centre = (33.3 + number % 2 * 2.6, 36.4 + number // 2 * 1.5)
        governorate = Place(f"{slug(name)}-governorate", f"{name} governorate", "governorate", top.id, centre)
        found.append(governorate)
        districts += [_district(names, chance, governorate) for _ in range(_DISTRICTS_EACH)]
    return (*found, *districts), tuple(districts)


def _district(names: _Names, chance: random.Random, governorate: Place) -> Place:
    name = names.fresh(_region)
    return Place(f"{slug(name)}-district", f"{name} district", "district", governorate.id, _near(governorate, chance))


def _settlement(names: _Names, chance: random.Random, districts: tuple[Place, ...]) -> Place:
    name = names.fresh(_settled)
    district = chance.choice(districts)
    return Place(slug(name), name, chance.choice(_KINDS), district.id, _near(district, chance))


def _near(place: Place, chance: random.Random) -> tuple[float, float]:
    return round(place.point[0] + chance.uniform(-0.6, 0.6), 4), round(place.point[1] + chance.uniform(-0.6, 0.6), 4)


def _actor(name: str, kind: str, part_of: str) -> Actor:
    return Actor(slug(name), name, kind, part_of)


def _force(names: _Names, chance: random.Random, alliances: tuple[Actor, ...]) -> Actor:
    part_of = chance.choice(alliances).id if chance.random() < 0.4 else ""
    return _actor(names.fresh(_forces), chance.choice(_ACTOR_KINDS), part_of)


def _source(names: _Names, chance: random.Random, number: int) -> Source:
    publisher = names.fresh(_outlet)
    published = date(2025, 1, 10) + timedelta(chance.randrange(300))
    id_ = f"{slug(publisher)}-{published.isoformat()}"
    title = f"{chance.choice(_SUBJECTS)} no. {number + 1}"
    return Source(id_, title, publisher, f"https://{slug(publisher)}.example/{published:%Y/%m}/{number + 1}", published)
