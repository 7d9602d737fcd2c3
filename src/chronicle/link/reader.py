"""The way from what an editor wrote in one record to the entries that are meant."""

from typing import Any

from chronicle.link.register import Register
from chronicle.link.registers import Registers
from chronicle.link.sharing import Shared
from chronicle.problems.problem import Field, Problem
from chronicle.read.filed import Filed
from chronicle.schema.findings import flow
from chronicle.schema.languages import shown, slug
from chronicle.schema.lost import touches

# A title is long and a label no id, so these are named by their ids alone.
_NAMED_BY_ID = frozenset({"source", "type"})
_NEW = {
    "location": "{{name: {name}, kind: {kind}}}",
    "actor": "{{name: {name}}}",
    "source": "{{title: …}}",
    "type": "{{label: {name}, definition: …}}",
}


class Reader:
    """Reads the names in one record; keeps the problems met on the way, and the fields that are lost for them."""

    def __init__(self, registers: Registers, filed: Filed[Any], shared: Shared) -> None:
        self.registers = registers
        self.filed = filed
        self.one = shared.one
        self.problems: list[Problem] = []
        self.lost: list[Field] = []

    def report(self, code: str, message: str, field: Field, help: str = "", *, on_key: bool = False) -> None:  # noqa: A002 - the word of every diagnostic
        """Keep a problem of this record."""
        place = self.filed.place(*field)
        self.problems.append(
            Problem(code=code, message=message, help=help, file=self.filed.file, field=place, on_key=on_key)
        )

    def lacks(self, *field: str | int) -> bool:
        """Tell whether a field of the record, or a part of it, could not be read, or leads nowhere."""
        if not self.lost and not self.filed.lost:
            return False
        return self.filed.lacks(*field) or touches(self.lost, self.filed.written(*field))

    def lose(self, field: Field) -> None:
        """Remember that what stands at a field leads nowhere."""
        self.lost.append(self.filed.written(*field))

    def repeats(self, item: Any, seen: list[Any], field: Field) -> bool:
        """Tell whether an item of a list is one of those seen, and else put it to them; one of which a part could not
        be read repeats none, and none repeats it.
        """
        if self.lacks(*field):
            return False
        if item in seen:
            return True
        seen.append(item)
        return False

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

    def registered(self, text: str, field: Field) -> str:
        """Return the id of the actor that words name, "" where they are only words or (after reporting it) several
        actors bear the name.
        """
        found = self.registers.actors.find(text)
        if len(found) > 1:
            self._ambiguous(self.registers.actors, text, field, found)
        return found[0] if len(found) == 1 else ""

    def _find(self, register: Register[Any], text: str, field: Field) -> str | None:
        found = register.find(text)
        if len(found) == 1:
            return found[0]
        self.lose(field)
        if found:
            self._ambiguous(register, text, field, found)
        elif register.whole:
            message = f'no {register.kind} is called "{shown(text)}"'
            self.report(f"unknown-{register.kind}", message, field, _way_out(register, text))
        return None

    def _ambiguous(self, register: Register[Any], text: str, field: Field, found: tuple[str, ...]) -> None:
        self.report(
            f"ambiguous-{register.kind}",
            f'"{shown(text)}" is the name of {len(found)} {register.kind}s: {", ".join(found)}',
            field,
            f"write the id of the one that is meant{_by_kind(register, text, found)}",
        )


def _by_kind(register: Register[Any], text: str, ids: tuple[str, ...]) -> str:
    """Offer the spelling with a kind in brackets where the kinds tell the entries apart."""
    kinds = [getattr(register.record(id_), "kind", None) for id_ in ids]
    if None in kinds or len(set(kinds)) < len(kinds):
        return ""
    return ", or " + " or ".join(f"{text} ({kind})" for kind in kinds)


def _way_out(register: Register[Any], text: str) -> str:
    """Offer the nearest entries, and say how to add one."""
    by_id = register.kind in _NAMED_BY_ID
    near = [
        found.id if by_id or found.spelling == found.id else f"{found.spelling} ({found.id})"
        for found in register.index.suggest(text)
    ]
    name, _, kind = text[:-1].partition(" (") if text.endswith(")") else (text, "", "")
    entry = f"{slug(name) or 'its-id'}: {_NEW[register.kind].format(name=flow(name), kind=kind or '…')}"
    if near:
        return f"did you mean {' or '.join(near)}? If not, add it to {register.file}: {entry}"
    return f"add it to {register.file}: {entry}"
