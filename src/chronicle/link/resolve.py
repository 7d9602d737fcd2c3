"""One event file, read against the registers: every name an id, every text a value."""

import datetime

from chronicle import quantities
from chronicle.link.dating import Dating
from chronicle.link.event import (
    Account,
    Amount,
    Casualties,
    Claim,
    Count,
    Event,
    Participant,
    Place,
    Tie,
)
from chronicle.link.registers import Reader, Registers
from chronicle.link.signposts import Addresses
from chronicle.link.status import status
from chronicle.problems.problem import Field, Problem
from chronicle.read.filed import Filed
from chronicle.records.event import (
    AccountRecord,
    AmountRecord,
    CasualtyRecord,
    CountRecord,
    Dated,
    EventRecord,
    ParticipantRecord,
    PlaceRecord,
    Precision,
    Ties,
)
from chronicle.schema.kinds import Line

_ONE = Count(quantities.ONE)
# How closely a place is known that says nothing of it: by its kind. What is no area has the precision of a settlement.
_BY_KIND: dict[str, Precision] = {
    "country": "country",
    "region": "region",
    "desert": "region",
    "mountains": "region",
    "river": "region",
    "area": "vicinity",
    "road": "vicinity",
    "governorate": "governorate",
    "district": "district",
    "subdistrict": "district",
}


def resolve(
    filed: Filed[EventRecord], registers: Registers, addresses: Addresses, dating: Dating
) -> tuple[Event, list[Problem]]:
    """Return the event of a record, with a problem for each name that leads nowhere; what cannot be resolved is left
    out.
    """
    return _Resolution(Reader(registers, filed), addresses, dating).event()


class _Resolution:
    """The reading of one record, which adds to its reader's problems."""

    def __init__(self, reader: Reader, addresses: Addresses, dating: Dating) -> None:
        self.reader = reader
        self.addresses = addresses
        self.dating = dating

    def event(self) -> tuple[Event, list[Problem]]:
        filed, record = self.reader.filed, self.reader.filed.record
        accounts = self._accounts(record)
        participants = self._participants(record.actors)
        sources = tuple(account.source for account in accounts)
        event = Event(
            id=filed.id,
            file=filed.file,
            title=record.title,
            type=(self.reader.type(record.type, ("type",)) or "") if record.type else "",
            when=self.dating.when(record.date, sources, self.reader, ("date",)),
            places=self._places(record.locations, ("locations",)),
            participants=participants,
            others=record.others == "true",
            count=_count(record.occurrences) or _ONE,
            counted=record.occurrences is not None,
            amounts=_amounts(record.quantities),
            casualties=self._casualties(record.casualties),
            summary=record.summary,
            accounts=accounts,
            status=record.status or status(accounts, participants, self.reader.registers.actors.tree),
            status_given=record.status is not None,
            wholes=self._ties(record.part_of, "part_of"),
            same_as=self._ties(record.same_as, "same_as"),
            related=self._events(record.related, "related"),
            distinct_from=self._events(record.distinct_from, "distinct_from"),
            note=record.note,
            recorded=_day(record.recorded),
            changed=_day(record.changed),
            formerly=record.formerly,
        )
        return event, self.reader.problems

    def _places(self, written: tuple[Line | PlaceRecord, ...], field: Field) -> tuple[Place, ...]:
        found = [self._place(place, (*field, number)) for number, place in enumerate(written)]
        return tuple(place for place in found if place)

    def _place(self, written: Line | PlaceRecord, field: Field) -> Place | None:
        if isinstance(written, str):
            written, field_of_name = PlaceRecord(name=written), field
        else:
            field_of_name = (*field, "name")
        if bool(written.name) == bool(written.one_of):
            self.reader.report(
                "place-name",
                "a place has either a name or one_of",
                field,
                "write name: for one place, one_of: [a, b] where it is one of several",
            )
            return None
        names = (
            [(written.name, field_of_name)]
            if written.name
            else [(name, (*field, "one_of", number)) for number, name in enumerate(written.one_of)]
        )
        found = [self.reader.location(name, place) for name, place in names]
        known = tuple(dict.fromkeys(each for each in found if each))
        if not known:
            return None
        return Place(known, written.role, written.precision or self._precision(known), written.as_)

    def _precision(self, locations: tuple[str, ...]) -> Precision:
        """Return what the first location's entry says of its precision, or what its kind says."""
        record = self.reader.registers.locations.record(locations[0])
        return record.precision or _BY_KIND.get(record.kind, "settlement")

    def _participants(self, written: tuple[Line | ParticipantRecord, ...]) -> tuple[Participant, ...]:
        found: list[Participant] = []
        for number, each in enumerate(written):
            field: Field = ("actors", number)
            record = ParticipantRecord(name=each) if isinstance(each, str) else each
            actor = self.reader.actor(record.name, field if isinstance(each, str) else (*field, "name"))
            if actor:
                found.append(Participant(actor, record.role, record.as_))
        return tuple(found)

    def _casualties(self, written: tuple[CasualtyRecord, ...]) -> tuple[Casualties, ...]:
        return tuple(
            Casualties(
                actor=self.reader.registered(record.group),
                group=record.group,
                killed=_quantity(record.killed),
                injured=_quantity(record.injured),
                captured=_quantity(record.captured),
                civilian=None if record.civilian is None else record.civilian == "true",
            )
            for record in written
        )

    def _accounts(self, record: EventRecord) -> tuple[Account, ...]:
        found = [self._account(each, ("sources", number)) for number, each in enumerate(record.sources)]
        return tuple(account for account in found if account)

    def _account(self, written: Line | AccountRecord, field: Field) -> Account | None:
        if isinstance(written, str):
            source = self.reader.source(written, field)
            return Account(source) if source else None
        source = self.reader.source(written.source, (*field, "source"))
        if not source:
            return None
        return Account(
            source=source,
            speaker=written.speaker,
            speaker_actor=self.reader.registered(written.speaker) if written.speaker else "",
            via=written.via,
            says=written.says,
            stance=written.stance,
            point=written.point,
            locator=written.locator,
            claim=self._claim(written, source, field),
        )

    def _claim(self, written: AccountRecord, source: str, field: Field) -> Claim:
        date: str | Dated | None = written.date
        return Claim(
            type=(self.reader.type(written.type, (*field, "type")) or "") if written.type else "",
            when=self.dating.when(date, (source,), self.reader, (*field, "date")) if date else None,
            places=self._places(written.locations, (*field, "locations")),
            count=_count(written.occurrences),
            amounts=_amounts(written.quantities),
            casualties=self._casualties(written.casualties),
        )

    def _ties(self, written: Ties, key: str) -> tuple[Tie, ...]:
        if isinstance(written, str):
            target = self._event(written, (key,))
            return (Tie(target),) if target else ()
        found: list[Tie] = []
        for number, each in enumerate(written):
            field: Field = (key, number)
            if isinstance(each, str):
                target, certain = self._event(each, field), True
            else:
                target, certain = self._event(each.event, (*field, "event")), each.certainty == "certain"
            if target:
                found.append(Tie(target, certain))
        return tuple(dict.fromkeys(found))

    def _events(self, written: tuple[str, ...], key: str) -> tuple[str, ...]:
        found = [self._event(each, (key, number)) for number, each in enumerate(written)]
        return tuple(dict.fromkeys(each for each in found if each))

    def _event(self, id_: str, field: Field) -> str | None:
        """Return the event that an id leads to, through redirects, or None after reporting why there is none."""
        target = self.addresses.find(id_)
        if target == self.reader.filed.id:
            self.reader.report("tied-to-itself", "this is the record itself", field, "remove it")
            return None
        if target is None and id_ in self.addresses.withdrawn:
            self.reader.report("withdrawn-event", f'the record "{id_}" was withdrawn', field, "remove the tie to it")
        elif target is None:
            near = self.addresses.nearest(id_)
            self.reader.report(
                "unknown-event",
                f'no event has the id "{id_}"',
                field,
                f"did you mean {near}?" if near else "",
            )
        return target


def _quantity(written: str | None) -> quantities.Quantity | None:
    return None if written is None else quantities.read(written)


def _count(written: str | CountRecord | None) -> Count | None:
    if written is None:
        return None
    if isinstance(written, str):
        return Count(quantities.read(written))
    return Count(quantities.read(written.count), written.of)


def _amounts(written: dict[str, str | AmountRecord]) -> tuple[Amount, ...]:
    return tuple(
        Amount(noun, quantities.read(amount))
        if isinstance(amount, str)
        else Amount(noun, quantities.read(amount.amount), amount.cumulative == "true")
        for noun, amount in written.items()
    )


def _day(written: str | None) -> datetime.date | None:
    return None if written is None else datetime.date.fromisoformat(written)
