"""Every page has an address of its own, for good."""

from collections.abc import Iterable, Iterator
from typing import Any

from chronicle import urls
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event
from chronicle.link.register import Register
from chronicle.link.signposts import Signpost
from chronicle.problems.problem import Field, Problem


def addresses(_: Chronicle, events: Iterable[Event | Signpost]) -> Iterator[Problem]:
    """Yield an error for an id that names a page of the site itself."""
    for each in events:
        if each.id in urls.RESERVED:
            yield _reserved(each.id, each.file, (), "rename the file")
        if each.formerly:
            for old in urls.RESERVED.intersection(each.formerly):
                yield _reserved(old, each.file, ("formerly",), "remove it")


def register_addresses(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error for the id of a signpost or an entry that names a page of the site itself, and for an old id that
    leads to two entries.
    """
    yield from addresses(chronicle, chronicle.signposts.values())
    registers = chronicle.registers
    for register in (registers.locations, registers.actors, registers.sources, registers.types):
        yield from _of_register(register)


def _of_register(register: Register[Any]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for id_, entry in register.entries.items():
        if id_ in urls.RESERVED:
            yield _reserved(id_, entry.file, entry.field, "choose another id")
        for number, old in enumerate(entry.record.formerly):
            place = entry.place("formerly", number)
            if old in urls.RESERVED:
                yield _reserved(old, entry.file, place, "remove it")
            if owners.get(old) == id_:
                message = f"{old} stands in the list already"
                yield Problem(code="repeated-item", message=message, file=entry.file, field=place)
            elif whose := _owner(register, old, id_, owners):
                message = f'"{old}" cannot lead here: {whose}'
                yield Problem(code="taken-id", message=message, file=entry.file, field=place)
            owners.setdefault(old, id_)


def _owner(register: Register[Any], old: str, id_: str, owners: dict[str, str]) -> str:
    """Return who else has an old id, "" if nobody does."""
    if old == id_:
        return "it is the entry's own id"
    if old in register.entries:
        return f"{'an' if register.kind == 'actor' else 'a'} {register.kind} has this id now"
    if old in owners:
        return f"{owners[old]} has the same old id"
    return ""


def _reserved(id_: str, file: str, field: Field, way_out: str) -> Problem:
    message = f'the id "{id_}" names a page of the site itself'
    return Problem(code="reserved-id", message=message, help=way_out, file=file, field=field, on_key=len(field) == 1)
