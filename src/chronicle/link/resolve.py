"""One event file, read against the registers: every name an id, every text a value."""

import datetime
from typing import NamedTuple

from chronicle import quantities
from chronicle.link.accounts import accounts
from chronicle.link.dating import Dating
from chronicle.link.event import Account, Count, Event
from chronicle.link.figures import amounts, casualties, count
from chronicle.link.participants import participants
from chronicle.link.places import places
from chronicle.link.reader import Reader
from chronicle.link.registers import Registers
from chronicle.link.sharing import Shared
from chronicle.link.signposts import Addresses
from chronicle.link.status import status
from chronicle.link.ties import TieReader
from chronicle.problems.problem import Field, Problem
from chronicle.read.filed import Filed
from chronicle.records.event import EventRecord

_ONE = Count(quantities.ONE)


class Resolution(NamedTuple):
    """The event of a record, a problem for each name that leads nowhere, and the fields that the event lacks."""

    event: Event
    problems: list[Problem]
    lost: tuple[Field, ...]


def resolve(
    filed: Filed[EventRecord], registers: Registers, addresses: Addresses, dating: Dating, shared: Shared
) -> Resolution:
    """Read a record against the registers; what cannot be resolved is left out of its event, and equal values are
    those that are `shared`.
    """
    reader = Reader(registers, filed, shared)
    event = _event(reader, filed, addresses, dating)
    return Resolution(event, reader.problems, (*filed.lost, *reader.lost))


def _event(reader: Reader, filed: Filed[EventRecord], addresses: Addresses, dating: Dating) -> Event:
    record = filed.record
    found, taking_part = accounts(reader, record, dating), participants(reader, record.actors)
    ties, one = TieReader(reader, addresses), reader.one
    return Event(
        id=filed.id,
        file=filed.file,
        title=record.title,
        type=(reader.type(record.type, ("type",)) or "") if record.type else "",
        when=one(dating.when(record.date, _reporting(found), reader, ("date",))),
        places=one(places(reader, record.locations, ("locations",))),
        participants=one(taking_part),
        others=record.others == "true",
        count=count(record.occurrences) or _ONE,
        counted=record.occurrences is not None,
        amounts=one(amounts(record.quantities)),
        casualties=one(casualties(reader, record.casualties, ("casualties",))),
        summary=record.summary,
        accounts=found,
        status=record.status or status(found, taking_part, reader.registers.actors.tree),
        status_given=record.status is not None,
        wholes=ties.ties(record.part_of, "part_of"),
        same_as=ties.ties(record.same_as, "same_as"),
        related=ties.events(record.related, "related"),
        distinct_from=ties.events(record.distinct_from, "distinct_from"),
        stated=tuple(ties.stated),
        note=record.note,
        recorded=one(_day(record.recorded)),
        changed=one(_day(record.changed)),
        formerly=record.formerly,
    )


def _reporting(found: tuple[Account, ...]) -> tuple[str, ...]:
    """Return the sources that tell of the event under the record's own date, each once; all, where each has another."""
    own = [account.source for account in found if account.claim.when is None]
    return tuple(dict.fromkeys(own or [account.source for account in found]))


def _day(written: str | None) -> datetime.date | None:
    return None if written is None else datetime.date.fromisoformat(written)
