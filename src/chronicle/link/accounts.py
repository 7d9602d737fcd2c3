"""The accounts of an event: what each of its sources says, and in what that differs from the record."""

from msgspec.structs import replace

from chronicle.link.dating import Dating
from chronicle.link.event import Account, Claim
from chronicle.link.figures import amounts, casualties, count
from chronicle.link.places import places
from chronicle.link.reader import Reader
from chronicle.problems.problem import Field
from chronicle.records.event import AccountRecord, EventRecord


def accounts(reader: Reader, record: EventRecord, dating: Dating) -> tuple[Account, ...]:
    """Return the accounts whose source can be found, and report on the others."""
    found: list[Account] = []
    seen: list[Account] = []
    for number, each in enumerate(record.sources):
        field: Field = ("sources", number)
        account = _short(reader, each, field) if isinstance(each, str) else _long(reader, each, field, dating)
        if account is None:
            continue
        found.append(account)
        if len(record.sources) > 1 and reader.repeats(replace(account, number=0), seen, field):
            reader.report("repeated-item", f"this account by {account.source} stands in the list already", field)
    return tuple(found)


def _number(reader: Reader, field: Field) -> int:
    return int(reader.filed.written(*field)[-1]) if reader.filed.lost else int(field[-1])


def _short(reader: Reader, written: str, field: Field) -> Account | None:
    source = reader.source(written, field)
    return reader.one(Account(source, _number(reader, field))) if source else None


def _long(reader: Reader, written: AccountRecord, field: Field, dating: Dating) -> Account | None:
    source = reader.source(written.source, (*field, "source"))
    claim = reader.one(_claim(reader, written, (source,) if source else (), field, dating))
    speaker = reader.registered(written.speaker, (*field, "speaker")) if written.speaker else ""
    if not source:
        return None
    return Account(
        source=source,
        number=_number(reader, field),
        speaker=reader.one(written.speaker),
        speaker_actor=speaker,
        via=written.via,
        says=written.says,
        stance=written.stance,
        point=written.point,
        locator=written.locator,
        claim=claim,
    )


def _claim(reader: Reader, written: AccountRecord, sources: tuple[str, ...], field: Field, dating: Dating) -> Claim:
    return Claim(
        type=(reader.type(written.type, (*field, "type")) or "") if written.type else "",
        when=dating.when(written.date, sources, reader, (*field, "date")) if written.date else None,
        places=places(reader, written.locations, (*field, "locations")),
        count=count(written.occurrences),
        amounts=amounts(written.quantities),
        casualties=casualties(reader, written.casualties, (*field, "casualties")),
    )
