"""The four registers together, and the way from what an editor wrote to the entry that is meant."""

from typing import Any

import msgspec

from chronicle.link import register
from chronicle.link.register import Register
from chronicle.problems.problem import Field, Problem
from chronicle.read.filed import Filed, Records
from chronicle.records.registers import ActorRecord, LocationRecord, SourceRecord, TypeRecord


class Registers(msgspec.Struct, frozen=True):
    """All that events refer to."""

    locations: Register[LocationRecord]
    actors: Register[ActorRecord]
    sources: Register[SourceRecord]
    types: Register[TypeRecord]


def registers(records: Records) -> tuple[Registers, list[Problem]]:
    """Link all four registers."""
    locations, of_locations = register.locations(records.locations)
    actors, of_actors = register.actors(records.actors)
    sources, of_sources = register.sources(records.sources)
    types, of_types = register.types(records.types)
    linked = Registers(locations, actors, sources, types)
    return linked, of_locations + of_actors + of_sources + of_types


class Reader:
    """Reads the names in one record, and keeps the problems met on the way."""

    def __init__(self, registers: Registers, filed: Filed[Any]) -> None:
        self.registers = registers
        self.filed = filed
        self.problems: list[Problem] = []

    def report(self, code: str, message: str, field: Field, help: str = "", *, on_key: bool = False) -> None:  # noqa: A002 - the word of every diagnostic
        """Keep a problem of this record."""
        place = self.filed.place(*field)
        self.problems.append(
            Problem(code=code, message=message, help=help, file=self.filed.file, field=place, on_key=on_key)
        )

    def location(self, text: str, field: Field) -> str | None:
        """Return the id of the location that a text names, or None after reporting why there is none."""
        return self._find(self.registers.locations, text, field)

    def actor(self, text: str, field: Field) -> str | None:
        """Return the id of the actor that a text names, or None after reporting why there is none."""
        return self._find(self.registers.actors, text, field)

    def source(self, text: str, field: Field) -> str | None:
        """Return the id of the source that a text names, or None after reporting why there is none."""
        return self._find(self.registers.sources, text, field)

    def type(self, text: str, field: Field) -> str | None:
        """Return the id of the type that a text names, or None after reporting why there is none."""
        return self._find(self.registers.types, text, field)

    def registered(self, text: str) -> str:
        """Return the id of the one actor that plain words happen to name, else ""."""
        found = self.registers.actors.index.lookup(text)
        return found[0] if len(found) == 1 else ""

    def _find(self, register: Register[Any], text: str, field: Field) -> str | None:
        found = register.index.lookup(text)
        if len(found) == 1:
            return found[0]
        if found:
            self.report(
                f"ambiguous-{register.kind}",
                f'"{text}" is the name of {len(found)} {register.kind}s: {", ".join(found)}',
                field,
                f"write the id of the one that is meant{_by_kind(register, text, found)}",
            )
        else:
            self.report(
                f"unknown-{register.kind}",
                f'no {register.kind} is called "{text}"',
                field,
                _nearest(register, text),
            )
        return None


def _by_kind(register: Register[Any], text: str, ids: tuple[str, ...]) -> str:
    """Offer the spelling with a kind in brackets where the kinds tell the entries apart."""
    kinds = [getattr(register.record(id_), "kind", None) for id_ in ids]
    if None in kinds or len(set(kinds)) < len(kinds):
        return ""
    return ", or " + " or ".join(f"{text} ({kind})" for kind in kinds)


def _nearest(register: Register[Any], text: str) -> str:
    near = [f"{found.spelling} ({found.id})" for found in register.index.suggest(text)]
    question = f"did you mean {' or '.join(near)}? " if near else ""
    return f"{question}A new {register.kind} goes into {register.file}"
