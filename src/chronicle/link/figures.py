"""The numbers of an event or of an account: how many happenings, how much of what, and who was killed or injured."""

from chronicle import quantities
from chronicle.link.event import Amount, Casualties, Count
from chronicle.link.reader import Reader
from chronicle.problems.problem import Field
from chronicle.quantities import Quantity
from chronicle.records.event import AmountRecord, CasualtyRecord, CountRecord

_KINDS = ("killed", "injured", "captured")


def count(written: str | CountRecord | None) -> Count | None:
    """Return how many happenings are stated, None where nothing is."""
    if written is None:
        return None
    if isinstance(written, str):
        return Count(quantities.read(written))
    return Count(quantities.read(written.count), written.of)


def amounts(written: dict[str, str | AmountRecord]) -> tuple[Amount, ...]:
    """Return the counted things in the record's order."""
    return tuple(
        [
            Amount(noun, quantities.read(amount))
            if isinstance(amount, str)
            else Amount(noun, quantities.read(amount.amount), amount.cumulative == "true")
            for noun, amount in written.items()
        ]
    )


def casualties(reader: Reader, written: tuple[CasualtyRecord, ...], field: Field) -> tuple[Casualties, ...]:
    """Return the casualties of each group, and report on one without a number."""
    return tuple([_casualties(reader, each, (*field, number)) for number, each in enumerate(written)])


def _casualties(reader: Reader, written: CasualtyRecord, field: Field) -> Casualties:
    stated = (written.killed, written.injured, written.captured)
    if not any(stated) and not any(reader.lacks(*field, kind) for kind in _KINDS):
        way_out = "write killed, injured or captured with a number; unknown is one, and none"
        reader.report("missing-key", "this group has no number", (*field, "killed"), way_out)
    return Casualties(
        actor=reader.registered(written.group, (*field, "group")) if written.group else "",
        group=written.group,
        killed=_quantity(written.killed),
        injured=_quantity(written.injured),
        captured=_quantity(written.captured),
        civilian=None if written.civilian is None else written.civilian == "true",
    )


def _quantity(written: str | None) -> Quantity | None:
    return None if written is None else quantities.read(written)
