"""The four registers together."""

import msgspec

from chronicle.link import register
from chronicle.link.register import Register
from chronicle.problems.problem import Problem
from chronicle.read.filed import Records
from chronicle.records.registers import ActorRecord, LocationRecord, SourceRecord, TypeRecord


class Registers(msgspec.Struct, frozen=True):
    """All that events refer to."""

    locations: Register[LocationRecord]
    actors: Register[ActorRecord]
    sources: Register[SourceRecord]
    types: Register[TypeRecord]


def registers(records: Records) -> tuple[Registers, list[Problem]]:
    """Link all four registers, with a problem for each whole that is none and for each circle."""
    unread = records.unread_registers
    locations, of_locations = register.locations(records.locations, whole="locations" not in unread)
    actors, of_actors = register.actors(records.actors, whole="actors" not in unread)
    sources, of_sources = register.sources(records.sources, whole="sources" not in unread)
    types, of_types = register.types(records.types, whole="types" not in unread)
    linked = Registers(locations, actors, sources, types)
    return linked, of_locations + of_actors + of_sources + of_types
