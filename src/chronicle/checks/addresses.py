"""Every page has an address of its own, for good."""

from collections.abc import Iterator
from typing import Any

from chronicle import urls
from chronicle.link.chronicle import Chronicle
from chronicle.link.register import Register
from chronicle.problems.problem import Field, Problem


def addresses(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error for an id that names a page of the site itself, and for an old id that leads to two entries."""
    files = {event.id: event.file for event in chronicle.events.values()}
    files |= {signpost.id: signpost.file for signpost in chronicle.signposts.values()}
    for id_ in urls.RESERVED & files.keys():
        yield _reserved(id_, files[id_], (), "rename the file")
    registers = chronicle.registers
    for register in (registers.locations, registers.actors, registers.sources, registers.types):
        yield from _of_register(register)


def _of_register(register: Register[Any]) -> Iterator[Problem]:
    owners: dict[str, str] = dict.fromkeys(register.entries, "")
    for id_, entry in register.entries.items():
        if id_ in urls.RESERVED:
            yield _reserved(id_, entry.file, entry.field, "choose another id")
        for number, old in enumerate(entry.record.formerly):
            if old in owners:
                whose = f"{owners[old]} has the same old id" if owners[old] else f"a {register.kind} has this id now"
                yield Problem(
                    code="taken-id",
                    message=f'"{old}" cannot lead here: {whose}',
                    file=entry.file,
                    field=entry.place("formerly", number),
                )
            owners.setdefault(old, id_)


def _reserved(id_: str, file: str, field: Field, help_: str) -> Problem:
    message = f'the id "{id_}" names a page of the site itself'
    return Problem(code="reserved-id", message=message, help=help_, file=file, field=field, on_key=bool(field))
