"""A register as the chronicle knows it: its entries, its tree, and the index of all their spellings."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

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
    """The entries of one register by id, in id order; `kind` is the word for one entry, `file` where a new one goes.

    `moved` leads from old ids to entries; `whole` is False where a file of the register could not be read, so that
    nobody knows which names it has.
    """

    kind: str
    file: str
    entries: Mapping[str, Filed[R]]
    tree: Tree
    index: Index
    moved: Mapping[str, str]
    whole: bool = True

    def record(self, id_: str) -> R:
        """Return an entry's record; the id must be one of the register."""
        return self.entries[id_].record

    def find(self, text: str) -> tuple[str, ...]:
        """Return the ids of all entries that a text names: by id, by any spelling, else by an old id."""
        found = self.index.lookup(text)
        if found or text not in self.moved:
            return found
        return (self.moved[text],)


class _Kind(NamedTuple):
    """What tells one register from another: its name, the word for an entry, and the key that names wholes."""

    name: str
    word: str
    key: str
    wholes: Callable[[Any], tuple[str, ...]]
    kind: Callable[[Any], str]
    spellings: Callable[[Any], tuple[str, ...]]


def locations(
    filed: tuple[Filed[LocationRecord], ...], *, whole: bool = True
) -> tuple[Register[LocationRecord], list[Problem]]:
    """Link the register of places."""
    return _linked(filed, _LOCATIONS, whole)


def actors(filed: tuple[Filed[ActorRecord], ...], *, whole: bool = True) -> tuple[Register[ActorRecord], list[Problem]]:
    """Link the register of actors."""
    return _linked(filed, _ACTORS, whole)


def types(filed: tuple[Filed[TypeRecord], ...], *, whole: bool = True) -> tuple[Register[TypeRecord], list[Problem]]:
    """Link the register of types; a type is found by its labels, too."""
    return _linked(filed, _TYPES, whole)


def sources(
    filed: tuple[Filed[SourceRecord], ...], *, whole: bool = True
) -> tuple[Register[SourceRecord], list[Problem]]:
    """Link the register of sources; titles repeat, so a source is found by its id, and by its title where that is its
    own.
    """
    return _linked(filed, _SOURCES, whole)


def spellings(record: LocationRecord | ActorRecord) -> tuple[str, ...]:
    """Return every spelling of an entry, its own name first, each once."""
    return tuple(dict.fromkeys((record.name, *record.also, *_in_languages(record.names))))


def _in_languages(names: Spellings) -> tuple[str, ...]:
    return tuple(name for found in names.values() for name in ((found,) if isinstance(found, str) else found))


def _labels(record: TypeRecord) -> tuple[str, ...]:
    return (record.label,) if isinstance(record.label, str) else tuple(record.label.values())


_LOCATIONS = _Kind("locations", "location", "in", lambda record: record.in_, lambda record: record.kind, spellings)
_ACTORS = _Kind(
    "actors", "actor", "part_of", lambda record: record.part_of, lambda record: record.kind or "", spellings
)
_TYPES = _Kind(
    "types", "type", "family", lambda record: (record.family,) if record.family else (), lambda _: "", _labels
)
_SOURCES = _Kind("sources", "source", "", lambda _: (), lambda _: "", lambda record: (record.title,))


def _linked(filed: tuple[Filed[R], ...], kind: _Kind, whole: bool) -> tuple[Register[R], list[Problem]]:
    entries = {each.id: each for each in sorted(filed, key=lambda each: each.id)}
    moved = {old: id_ for id_, each in entries.items() for old in _formerly(each) if old not in entries}
    index = Index((id_, kind.kind(each.record), kind.spellings(each.record)) for id_, each in entries.items())
    wholes: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for id_, each in entries.items():
        stated = [moved.get(reached, reached) for reached in kind.wholes(each.record)]
        wholes[id_] = tuple(dict.fromkeys(reached for reached in stated if reached in entries))
        if whole:
            problems += _lost_wholes(each, kind, stated, entries)
    grown = tree(wholes)
    problems += [_circle(entries[circle[0]], kind, circle) for circle in grown.circles]
    return Register(kind.word, _file(kind, filed), entries, grown, index, moved, whole), problems


def _formerly(filed: Filed[Any]) -> tuple[str, ...]:
    return tuple(filed.record.formerly)


def _file(kind: _Kind, filed: tuple[Filed[Any], ...]) -> str:
    """Return where a new entry goes: a folder, where the register is one."""
    single = f"registers/{kind.name}.yaml"
    return single if not filed or any(each.file == single for each in filed) else f"registers/{kind.name}/"


def _lost_wholes(entry: Filed[R], kind: _Kind, stated: list[str], entries: Mapping[str, Filed[R]]) -> list[Problem]:
    return [
        Problem(
            code=f"unknown-{kind.word}",
            message=f'no {kind.word} has the id "{reached}"',
            help=_nearest(reached, entries),
            file=entry.file,
            field=_place(entry, kind, number),
        )
        for number, reached in enumerate(stated)
        if reached not in entries
    ]


def _nearest(id_: str, entries: Mapping[str, Filed[R]]) -> str:
    near = nearest(id_, entries)
    return f"did you mean {near}?" if near else "give it an entry of its own, or remove it here"


def _place(entry: Filed[R], kind: _Kind, number: int) -> tuple[str | int, ...]:
    """Return where an entry names one of its wholes; a type has one family, all else a list."""
    return entry.place(kind.key) if kind is _TYPES else entry.place(kind.key, number)


def _circle(entry: Filed[R], kind: _Kind, circle: tuple[str, ...]) -> Problem:
    onward = circle[1] if circle[1:] else circle[0]
    stated = kind.wholes(entry.record)
    number = stated.index(onward) if onward in stated else 0
    return Problem(
        code="circle",
        message=f"this goes round in a circle: {' → '.join((*circle, circle[0]))}",
        file=entry.file,
        field=_place(entry, kind, number),
    )
