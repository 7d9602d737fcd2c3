"""A record with the place where it is kept."""

from typing import Generic, TypeVar

import msgspec

from chronicle.problems.problem import Field
from chronicle.records.event import EventRecord, SignpostRecord
from chronicle.records.registers import ActorRecord, LocationRecord, SourceRecord, TypeRecord
from chronicle.schema.kinds import Written
from chronicle.schema.lost import touches, written
from chronicle.settings import Settings

R = TypeVar("R", bound=Written)


class Filed(msgspec.Struct, Generic[R], frozen=True, array_like=True, gc=False):
    """A record, its id, its file (relative to the chronicle, with /) and where in the file it begins.

    `lost` are the fields, as they are written in the record, that could not be read and are missing in it: rules that
    need them pass the record over.
    """

    id: str
    file: str
    field: Field
    record: R
    lost: tuple[Field, ...] = ()

    def written(self, *field: str | int) -> Field:
        """Return where a field of the record is written in it: list items that could not be read count too."""
        return written(self.lost, field)

    def place(self, *field: str | int) -> Field:
        """Return where in its file a field of the record stands."""
        return (*self.field, *self.written(*field))

    def lacks(self, *field: str | int) -> bool:
        """Tell whether a field of the record, or a part of it, could not be read."""
        return bool(self.lost) and touches(self.lost, self.written(*field))


class Records(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that people wrote: each collection in the order of file and line.

    `doubles` are event files whose id another has already, `unread_events` the ids of event files in which nothing
    could be read, and `unread_registers` the names of registers of which a file could not: what refers to them is
    not to blame.
    """

    settings: Settings
    events: tuple[Filed[EventRecord], ...] = ()
    signposts: tuple[Filed[SignpostRecord], ...] = ()
    locations: tuple[Filed[LocationRecord], ...] = ()
    actors: tuple[Filed[ActorRecord], ...] = ()
    sources: tuple[Filed[SourceRecord], ...] = ()
    types: tuple[Filed[TypeRecord], ...] = ()
    doubles: tuple[Filed[EventRecord], ...] = ()
    unread_events: frozenset[str] = frozenset()
    unread_registers: frozenset[str] = frozenset()
