"""What an event's page says."""

from chronicle.views.drawings import Locator
from chronicle.views.page import View
from chronicle.views.pieces import Entry, Figure, Name
from chronicle.views.value import Value


class PlaceView(Value, frozen=True):
    """A place of an event: `trail` are the wholes it lies in, nearest first; `alternatives` the other places it may
    be.
    """

    name: Name
    kind: str
    trail: tuple[Name, ...]
    role: str
    precision: str
    form: str
    """The mark of that precision on a map: filled, ring or area."""
    reported_as: str
    alternatives: tuple[Name, ...]


class ParticipantView(Value, frozen=True):
    """An actor of an event, with its role in words ("" where none is stated)."""

    name: Name
    role: str
    reported_as: str


class CasualtyView(Value, frozen=True):
    """One group's casualties; each figure's noun is killed, injured or captured in words."""

    group: Name
    civilian: str
    figures: tuple[Figure, ...]


class AccountView(Value, frozen=True):
    """One account. `stance` is a machine word (reports, confirms, denies, disputes), `stance_word` the reader's.

    `says` is Markdown; `differs` are facts in which it departs from the record: (label, value) pairs.
    """

    id: str
    source: Name
    publisher: str
    published: str
    published_machine: str
    url: str
    archived: tuple[str, ...]
    speaker: Name
    via: str
    stance: str
    stance_word: str
    point: str
    says: str
    locator: str
    differs: tuple[tuple[str, str], ...]


class TieView(Value, frozen=True):
    """An event tied to this one; `possible` says in words that the tie is not certain, or is ""."""

    entry: Entry
    possible: str


class EventView(View, frozen=True):
    """An event's page."""

    id: str
    title: str
    date: str
    date_machine: str
    date_certainty: str
    date_notes: tuple[str, ...]
    """Sentences on where the date comes from: basis, the source's wording, inference, doubt, assumed bounds."""
    edtf: str
    month: Name
    type: Name
    type_trail: tuple[Name, ...]
    family: str
    status: str
    status_word: str
    status_why: str
    places: tuple[PlaceView, ...]
    locator: Locator | None
    actors: tuple[ParticipantView, ...]
    others: bool
    count: Figure | None
    figures: tuple[Figure, ...]
    casualties: tuple[CasualtyView, ...]
    summary: str
    """Markdown."""
    accounts: tuple[AccountView, ...]
    contested: bool
    """Whether accounts contradict each other, so that they stand side by side."""
    note: str
    """Markdown."""
    wholes: tuple[TieView, ...]
    parts: tuple[TieView, ...]
    residual: str
    """Such as "3 more reported, not itemised", or ""."""
    same_as: tuple[TieView, ...]
    related: tuple[TieView, ...]
    distinct_from: tuple[TieView, ...]
    nearby: tuple[Entry, ...]
    earlier: Entry | None
    later: Entry | None
    permalink: str
    suggest: str
    """The address of the record's file in its repository, or ""."""
    cite: str
    """How to cite the record, as one sentence."""
    recorded: str
    recorded_machine: str
    changed: str
    changed_machine: str
    formerly: tuple[str, ...]
