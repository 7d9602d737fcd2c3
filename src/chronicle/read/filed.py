"""A record with the place where it is kept."""

from collections.abc import Iterable
from typing import Generic, TypeVar

import msgspec

from chronicle.problems.problem import Field, Problem
from chronicle.records.event import EventRecord, SignpostRecord
from chronicle.records.registers import ActorRecord, LocationRecord, SourceRecord, TypeRecord
from chronicle.schema.convert import left_out
from chronicle.schema.kinds import Written
from chronicle.settings import Settings

R = TypeVar("R", bound=Written)


class Filed(msgspec.Struct, Generic[R], frozen=True):
    """A record, its id, its file (relative to the chronicle, with /) and where in the file it begins.

    `whole` is False where a part of the file could not be read: rules that need all of it pass such a record over.
    """

    id: str
    file: str
    field: Field
    record: R
    whole: bool = True
    gaps: tuple[Field, ...] = ()
    """The list items, as fields of the record, that could not be read and are missing in it."""

    def place(self, *field: str | int) -> Field:
        """Return where in its file a field of the record stands, counting the list items that could not be read."""
        found: list[str | int] = []
        for part in field:
            prefix = tuple(found)
            found.append(part if isinstance(part, str) else self._written(prefix, part))
        return (*self.field, *found)

    def _written(self, prefix: Field, index: int) -> int:
        missing = sorted({gap[-1] for gap in self.gaps if gap[:-1] == prefix and isinstance(gap[-1], int)})
        for each in missing:
            index += each <= index
        return index


def gaps(problems: Iterable[Problem], field: Field) -> tuple[Field, ...]:
    """Return the list items that problems of one record left out, as fields of the record that begins at `field`."""
    found = (left_out(problem.field[len(field) :]) for problem in problems)
    return tuple(dict.fromkeys(each for each in found if each and isinstance(each[-1], int)))


class Records(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that people wrote: each collection in the order of file and line."""

    settings: Settings
    events: tuple[Filed[EventRecord], ...] = ()
    signposts: tuple[Filed[SignpostRecord], ...] = ()
    locations: tuple[Filed[LocationRecord], ...] = ()
    actors: tuple[Filed[ActorRecord], ...] = ()
    sources: tuple[Filed[SourceRecord], ...] = ()
    types: tuple[Filed[TypeRecord], ...] = ()
