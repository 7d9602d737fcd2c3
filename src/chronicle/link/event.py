"""An event as the chronicle knows it: every name an id, every date and number understood."""

import datetime
from typing import Literal

import msgspec

from chronicle.dates import Bounds, Date, order
from chronicle.problems.problem import Field
from chronicle.quantities import Quantity
from chronicle.records.event import ActorRole, Basis, PlaceRole, Precision, Stance, Status

Words = str | dict[str, str]
"""A text in the chronicle's first language, or one a language."""


class _Value(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A part of an event: there are many, none leads back to itself, and the collector need not look at them."""


class When(_Value, frozen=True):
    """A date, where it comes from, and its bounds once the chronicle's and the sources' are taken in."""

    date: Date
    bounds: Bounds
    text: str = ""
    basis: Basis = "stated"
    inferred: Literal["year"] | None = None
    doubt: str = ""


class Place(_Value, frozen=True):
    """Where something happened: one location, or (`one_of`) several of which the source does not say which."""

    locations: tuple[str, ...]
    role: PlaceRole
    precision: Precision
    as_: str = ""

    @property
    def certain(self) -> bool:
        """Whether it is known which location it is."""
        return len(self.locations) == 1


class Participant(_Value, frozen=True):
    """An actor and the part it played."""

    actor: str
    role: ActorRole | None = None
    as_: str = ""


class Count(_Value, frozen=True):
    """How many happenings a record stands for; the unit is "" where it is the event itself."""

    quantity: Quantity
    unit: str = ""


class Amount(_Value, frozen=True):
    """A counted thing under its plural noun; a cumulative one is in no sum."""

    noun: str
    quantity: Quantity
    cumulative: bool = False


class Casualties(_Value, frozen=True):
    """The killed, injured and captured of one group: an actor's id, or plain words."""

    actor: str
    group: str
    killed: Quantity | None = None
    injured: Quantity | None = None
    captured: Quantity | None = None
    civilian: bool | None = None


class Claim(_Value, frozen=True):
    """What can be said of an event: by its record, or by one account where it differs."""

    type: str = ""
    when: When | None = None
    places: tuple[Place, ...] = ()
    count: Count | None = None
    amounts: tuple[Amount, ...] = ()
    casualties: tuple[Casualties, ...] = ()


class Account(_Value, frozen=True):
    """What one source says: who said it (`speaker_actor` where registered), who passed it on, and what differs.

    `number` is its place among the sources of its file, from 0.
    """

    source: str
    number: int = 0
    speaker: str = ""
    speaker_actor: str = ""
    via: str = ""
    says: Words = ""
    stance: Stance = "reports"
    point: Words = ""
    locator: str = ""
    claim: Claim = Claim()


class Tie(_Value, frozen=True, order=True):
    """A tie to another event; `certain` is False where it is only possible."""

    event: str
    certain: bool = True


class StatedTie(_Value, frozen=True):
    """A tie as an event's own file states it: under which key, to which event, and at which field of the file."""

    key: Literal["part_of", "same_as", "related", "distinct_from"]
    event: str
    field: Field


class Event(_Value, frozen=True, kw_only=True):
    """One event; ties name other events by id, both ways; `stated` are those that its own file states."""

    id: str
    file: str
    title: Words
    type: str
    when: When
    places: tuple[Place, ...] = ()
    participants: tuple[Participant, ...] = ()
    others: bool = False
    count: Count
    counted: bool = False
    amounts: tuple[Amount, ...] = ()
    casualties: tuple[Casualties, ...] = ()
    summary: Words = ""
    accounts: tuple[Account, ...] = ()
    status: Status = "reported"
    status_given: bool = False
    wholes: tuple[Tie, ...] = ()
    parts: tuple[Tie, ...] = ()
    same_as: tuple[Tie, ...] = ()
    related: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()
    stated: tuple[StatedTie, ...] = ()
    note: Words = ""
    recorded: datetime.date | None = None
    changed: datetime.date | None = None
    formerly: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, int, str]:
        """The place in the order of the chronicle: day, width, id."""
        return (*order(self.when.date), self.id)

    @property
    def location_ids(self) -> tuple[str, ...]:
        """Every location that the record itself names, once, in its own order."""
        if len(self.places) == 1:
            return self.places[0].locations
        return tuple(dict.fromkeys([location for place in self.places for location in place.locations]))

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """Every actor that takes part, once, in the record's order."""
        return tuple(dict.fromkeys([participant.actor for participant in self.participants]))

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Every source with an account, once, in the record's order."""
        return tuple(dict.fromkeys([account.source for account in self.accounts]))

    @property
    def speaker_ids(self) -> tuple[str, ...]:
        """Every actor that gave an account of it, once, in the record's order."""
        return tuple(dict.fromkeys(account.speaker_actor for account in self.accounts if account.speaker_actor))
