"""A register as the chronicle knows it: its entries, its tree, and the index of all their spellings."""

from collections.abc import Mapping
from typing import Generic, TypeVar

import msgspec

from chronicle.link.tree import Tree, tree
from chronicle.names.index import Index
from chronicle.problems.nearest import nearest
from chronicle.problems.problem import Problem
from chronicle.read.filed import Filed
from chronicle.records.registers import ActorRecord, LocationRecord, SourceRecord, Spellings, TypeRecord
from chronicle.schema.kinds import Written

R = TypeVar("R", bound=Written)


class Register(msgspec.Struct, Generic[R], frozen=True):
    """The entries of one register by id, in id order; `kind` is the word for one entry, `file` where a new one goes."""

    kind: str
    file: str
    entries: Mapping[str, Filed[R]]
    tree: Tree
    index: Index

    def record(self, id_: str) -> R:
        """Return an entry's record; the id must be one of the register."""
        return self.entries[id_].record


def locations(filed: tuple[Filed[LocationRecord], ...]) -> tuple[Register[LocationRecord], list[Problem]]:
    """Link the register of places."""
    entries, wholes, problems = _linked(filed, "location", {each.id: each.record.in_ for each in filed}, "in")
    index = Index((each.id, each.record.kind, spellings(each.record)) for each in entries.values())
    return Register("location", "registers/locations.yaml", entries, wholes, index), problems


def actors(filed: tuple[Filed[ActorRecord], ...]) -> tuple[Register[ActorRecord], list[Problem]]:
    """Link the register of actors."""
    entries, wholes, problems = _linked(filed, "actor", {each.id: each.record.part_of for each in filed}, "part_of")
    index = Index((each.id, each.record.kind or "", spellings(each.record)) for each in entries.values())
    return Register("actor", "registers/actors.yaml", entries, wholes, index), problems


def types(filed: tuple[Filed[TypeRecord], ...]) -> tuple[Register[TypeRecord], list[Problem]]:
    """Link the register of types; a type is found by its labels, too."""
    families: dict[str, tuple[str, ...]] = {
        each.id: (each.record.family,) if each.record.family else () for each in filed
    }
    entries, wholes, problems = _linked(filed, "type", families, "family")
    index = Index((each.id, "", _labels(each.record)) for each in entries.values())
    return Register("type", "registers/types.yaml", entries, wholes, index), problems


def sources(filed: tuple[Filed[SourceRecord], ...]) -> tuple[Register[SourceRecord], list[Problem]]:
    """Link the register of sources; titles repeat, so a source is found by its id, and by its title where that is its
    own.
    """
    entries, wholes, problems = _linked(filed, "source", {each.id: () for each in filed}, "")
    index = Index((each.id, "", (each.record.title,)) for each in entries.values())
    return Register("source", "registers/sources.yaml", entries, wholes, index), problems


def spellings(record: LocationRecord | ActorRecord) -> tuple[str, ...]:
    """Return every spelling of an entry, its own name first, each once."""
    return tuple(dict.fromkeys((record.name, *record.also, *_in_languages(record.names))))


def _in_languages(names: Spellings) -> tuple[str, ...]:
    return tuple(name for found in names.values() for name in ((found,) if isinstance(found, str) else found))


def _labels(record: TypeRecord) -> tuple[str, ...]:
    return (record.label,) if isinstance(record.label, str) else tuple(record.label.values())


def _linked(
    filed: tuple[Filed[R], ...], kind: str, wholes: dict[str, tuple[str, ...]], key: str
) -> tuple[dict[str, Filed[R]], Tree, list[Problem]]:
    """Return the entries in id order, their tree, and a problem for each whole that is none and for each circle."""
    entries = {each.id: each for each in sorted(filed, key=lambda each: each.id)}
    problems: list[Problem] = []
    known: dict[str, tuple[str, ...]] = {}
    for id_, entry in entries.items():
        known[id_] = tuple(dict.fromkeys(whole for whole in wholes[id_] if whole in entries))
        problems += [
            _no_whole(entry, kind, entry.place(key, *_place(kind, number)), whole, entries)
            for number, whole in enumerate(wholes[id_])
            if whole not in entries
        ]
    grown = tree(known)
    problems += [_circle(entries[circle[0]], key, circle) for circle in grown.circles]
    return entries, grown, problems


def _place(kind: str, number: int) -> tuple[int, ...]:
    return () if kind == "type" else (number,)


def _no_whole(
    entry: Filed[R], kind: str, field: tuple[str | int, ...], whole: str, entries: Mapping[str, Filed[R]]
) -> Problem:
    near = nearest(whole, entries)
    return Problem(
        code=f"unknown-{kind}",
        message=f'no {kind} has the id "{whole}"',
        help=f"did you mean {near}?" if near else "",
        file=entry.file,
        field=field,
    )


def _circle(entry: Filed[R], key: str, circle: tuple[str, ...]) -> Problem:
    way = " → ".join((*circle, circle[0]))
    return Problem(
        code="circle",
        message=f"this goes round in a circle: {way}",
        file=entry.file,
        field=entry.place(key),
    )
