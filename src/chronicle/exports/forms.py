"""The JSON forms of what a record says: keys in their order, those without a value left out.

What has a default is left out where it has that value; a key that is never left out, and comes after one that can be,
has a default that it never takes.
"""

import datetime

import msgspec

from chronicle.link.event import Words


class _Form(msgspec.Struct, frozen=True, omit_defaults=True):
    """A mapping of the export."""


class NamedForm(_Form, frozen=True):
    """An entry of a register by its id."""

    id: str
    name: Words


class DateForm(_Form, frozen=True):
    """A date; its bounds are null where open."""

    written: str
    edtf: str
    earliest: datetime.date | None
    latest: datetime.date | None
    earliest_assumed: bool = False
    latest_assumed: bool = False
    text: str | None = None
    basis: str | None = None
    inferred: str | None = None
    doubt: str | None = None


class LocationForm(_Form, frozen=True):
    """A location that may be meant; its point is latitude and longitude in decimal degrees."""

    id: str
    name: str
    point: tuple[float, float] | None = None


class PlaceForm(_Form, frozen=True):
    """A place with the part that it plays: a location, or `one_of` several of which nobody knows which is meant."""

    id: str | None = None
    name: str | None = None
    point: tuple[float, float] | None = None
    one_of: tuple[LocationForm, ...] = ()
    role: str | None = None
    precision: str | None = None
    as_: str | None = msgspec.field(default=None, name="as")


class ActorForm(_Form, frozen=True):
    """An actor with the part that it plays."""

    id: str
    name: str
    role: str | None = None
    as_: str | None = msgspec.field(default=None, name="as")


class QuantityForm(_Form, frozen=True):
    """A number as written, with its bounds, null where none is stated."""

    text: str
    least: int | None
    best: int | None
    most: int | None


class CountForm(_Form, frozen=True):
    """How many happenings a record stands for; the unit is null where it is the event itself."""

    unit: str | None
    text: str
    least: int | None
    best: int | None
    most: int | None


class AmountForm(_Form, frozen=True):
    """A counted thing."""

    noun: str
    text: str
    least: int | None
    best: int | None
    most: int | None
    cumulative: bool = False


class CasualtiesForm(_Form, frozen=True):
    """The killed, injured and captured of one group."""

    group: str | None = None
    actor: str | None = None
    civilian: bool | None = None
    killed: QuantityForm | None = None
    injured: QuantityForm | None = None
    captured: QuantityForm | None = None


class SourceForm(_Form, frozen=True):
    """An article."""

    id: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None


class AccountForm(_Form, frozen=True):
    """What one source says, with what differs from the record."""

    source: SourceForm
    published: DateForm | None = None
    speaker: str | None = None
    speaker_id: str | None = None
    via: str | None = None
    stance: str | None = None
    point: Words | None = None
    says: Words | None = None
    locator: str | None = None
    type: str | None = None
    date: DateForm | None = None
    locations: tuple[PlaceForm, ...] = ()
    occurrences: CountForm | None = None
    quantities: tuple[AmountForm, ...] = ()
    casualties: tuple[CasualtiesForm, ...] = ()


class TieForm(_Form, frozen=True):
    """A tie to another event."""

    event: str
    certainty: str


class EventForm(_Form, frozen=True, kw_only=True):
    """One record."""

    id: str
    path: str
    url: str | None = None
    title: Words | None = None
    type: NamedForm
    date: DateForm
    locations: tuple[PlaceForm, ...] = ()
    actors: tuple[ActorForm, ...] = ()
    others: bool = False
    occurrences: CountForm
    quantities: tuple[AmountForm, ...] = ()
    casualties: tuple[CasualtiesForm, ...] = ()
    summary: Words | None = None
    accounts: tuple[AccountForm, ...] = ()
    status: str
    part_of: tuple[TieForm, ...] = ()
    parts: tuple[TieForm, ...] = ()
    same_as: tuple[TieForm, ...] = ()
    related: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()
    note: Words | None = None
    recorded: datetime.date | None = None
    changed: datetime.date | None = None
    formerly: tuple[str, ...] = ()
