"""The actors of an event, read against the register."""

from chronicle.link.event import Participant
from chronicle.link.reader import Reader
from chronicle.problems.problem import Field
from chronicle.records.event import ParticipantRecord
from chronicle.schema.kinds import Line


def participants(reader: Reader, written: tuple[Line | ParticipantRecord, ...]) -> tuple[Participant, ...]:
    """Return the actors that can be found, and report on the others."""
    found: list[Participant] = []
    seen: list[Participant] = []
    for number, each in enumerate(written):
        field: Field = ("actors", number)
        if isinstance(each, str):
            each, name = ParticipantRecord(name=each), field
        else:
            name = (*field, "name")
        actor = reader.actor(each.name, name)
        if not actor:
            continue
        participant = reader.one(Participant(actor, each.role, each.as_))
        if reader.repeats(participant, seen, field):
            reader.report("repeated-item", f"{each.name} stands in the list already", field)
        else:
            found.append(participant)
    return tuple(found)
