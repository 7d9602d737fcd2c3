"""The event files of a chronicle, read into records and signposts."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeGuard

import msgspec

from chronicle.places import EVENTS
from chronicle.problems.nearest import nearest
from chronicle.problems.problem import Fault, Problem
from chronicle.read.filed import Filed
from chronicle.read.folder import files
from chronicle.read.loading import content, in_file, parsed
from chronicle.records.event import EventRecord, SignpostRecord
from chronicle.schema.convert import convert
from chronicle.schema.keys import keys
from chronicle.schema.languages import identifier
from chronicle.yaml.tree import Node

BYTES = 256_000

# What stands for a required field that could not be read, so that the rest of the record is still checked.
_STAND_INS: dict[str, Node] = {"type": "", "title": "", "date": "unknown", "sources": []}
_REASONS = ("withdrawn", "merged_into")
_SIGNPOST_KEYS = frozenset(keys(SignpostRecord))


class EventFile(msgspec.Struct, frozen=True, array_like=True):
    """What one event file holds: a record or a signpost, as far as it can be read, and every problem met on the way.

    `readable` is False where nobody can tell what the file is meant to hold.
    """

    record: Filed[EventRecord] | None = None
    signpost: Filed[SignpostRecord] | None = None
    problems: tuple[Problem, ...] = ()
    readable: bool = True


class EventFiles(msgspec.Struct):
    """All event files: records, signposts, records whose id is taken, and ids of which nothing is read."""

    records: list[Filed[EventRecord]] = []
    signposts: list[Filed[SignpostRecord]] = []
    doubles: list[Filed[EventRecord]] = []
    unread: set[str] = set()


Reader = Callable[[Sequence[str]], Iterable[EventFile]]
"""Reads event files, given by their paths in the chronicle, in their order."""


def events(root: Path, reader: Reader | None = None) -> tuple[EventFiles, list[Problem]]:
    """Return all that lies in `root`/events, in the order of files, with every problem met on the way."""
    names, problems = files(root, EVENTS)
    found = EventFiles(unread={_id(problem.file) for problem in problems if problem.file != EVENTS})
    seen: dict[str, str] = {}
    read = reader(names) if reader else (event_file(root, name) for name in names)
    for name, file in zip(names, read, strict=True):
        id_ = _id(name)
        problems += [*_name(name, id_, seen), *file.problems]
        is_first = seen[id_] == name
        if not (file.readable and is_first):
            # Of two files of one id nobody knows which is meant.
            found.unread.add(id_)
        if file.record:
            (found.records if is_first else found.doubles).append(file.record)
        if file.signpost and is_first:
            found.signposts.append(file.signpost)
    return found, problems


def event_file(root: Path, name: str) -> EventFile:
    """Read the event file at `root`/`name`."""
    return event_in(name, content(root, name, BYTES))


def event_in(name: str, data: bytes | Problem) -> EventFile:
    """Return what the event file of this name holds, given its `content`, or why it has none."""
    node, faults = parsed(name, data, BYTES)
    if node is None:
        return EventFile(problems=tuple(faults), readable=False)
    if _is_signpost(node):
        signpost, found = _signpost(name, node)
        problems = (*faults, *in_file(found, name))
        return EventFile(signpost=signpost, problems=problems, readable=signpost is not None)
    record, found, lost = convert(EventRecord, node, stand_ins=_STAND_INS)
    filed = None if record is None else Filed(_id(name), name, (), record, lost)
    return EventFile(filed, problems=(*faults, *in_file(found, name)))


def _id(file: str) -> str:
    name = file.rpartition("/")[2]
    stem, _, suffix = name.rpartition(".")
    return stem if stem and suffix else name


def _name(file: str, id_: str, seen: dict[str, str]) -> list[Problem]:
    """Take the file name as the record's id, once in the whole chronicle."""
    first = seen.setdefault(id_, file)
    try:
        identifier(id_)
    except Fault as fault:
        message = f'the file name is the id, and "{id_}" is none'
        return [Problem(code="file-name", message=message, help=_renamed(fault.help), file=file)]
    if first != file:
        message = f'the id "{id_}" is taken: {first} has it'
        return [Problem(code="duplicate-id", message=message, help="rename one of the two files", file=file)]
    return []


def _renamed(way_out: str) -> str:
    return way_out.replace("write ", "rename it to ", 1).replace(":", ".yaml:", 1)


def _is_signpost(node: Node | None) -> TypeGuard[dict[str, Node]]:
    """Tell the two kinds of files apart: by the keys that only a signpost has, also if they are misspelt and nothing
    that an event must have is there.
    """
    if not isinstance(node, dict):
        return False
    if any(reason in node for reason in _REASONS):
        return True
    return _STAND_INS.keys().isdisjoint(node) and any(nearest(key, _REASONS) for key in node)


def _signpost(file: str, node: dict[str, Node]) -> tuple[Filed[SignpostRecord] | None, list[Problem]]:
    remains = [key for key in keys(EventRecord) if key in node and key not in _SIGNPOST_KEYS]
    bare: Node = {key: value for key, value in node.items() if key not in remains}
    record, problems, lost = convert(SignpostRecord, bare)
    if remains:
        problems.append(_remains(remains))
    if record is None:
        return None, problems
    if record.withdrawn and record.merged_into:
        problems.append(_two_reasons())
    return Filed(_id(file), file, (), record, lost), problems


def _remains(keys_: list[str]) -> Problem:
    return Problem(
        code="signpost-keys",
        message=f"a signpost keeps nothing of the record, and this one has {', '.join(keys_)}",
        field=(keys_[0],),
        on_key=True,
    )


def _two_reasons() -> Problem:
    message = "a signpost is either withdrawn or merged, not both"
    return Problem(code="signpost-reasons", message=message, field=("merged_into",), on_key=True)
