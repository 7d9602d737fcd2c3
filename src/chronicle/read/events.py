"""The event files of a chronicle, read into records and signposts."""

from pathlib import Path
from typing import TypeGuard

import msgspec

from chronicle.problems.nearest import nearest
from chronicle.problems.problem import Fault, Problem
from chronicle.read.filed import Filed
from chronicle.read.folder import files
from chronicle.read.loading import in_file, load
from chronicle.records.event import EventRecord, SignpostRecord
from chronicle.schema.convert import convert
from chronicle.schema.keys import keys
from chronicle.schema.languages import identifier
from chronicle.yaml.tree import Node

FOLDER = "events"
BYTES = 256_000

# What stands for a required field that could not be read, so that the rest of the record is still checked.
_STAND_INS: dict[str, Node] = {"type": "", "title": "", "date": "unknown", "sources": []}
_REASONS = ("withdrawn", "merged_into")
_SIGNPOST_KEYS = frozenset(keys(SignpostRecord))


class EventFiles(msgspec.Struct):
    """The event files read so far: records, signposts, records whose id is taken, and ids of which nothing is read."""

    records: list[Filed[EventRecord]] = []
    signposts: list[Filed[SignpostRecord]] = []
    doubles: list[Filed[EventRecord]] = []
    unread: set[str] = set()


def events(root: Path) -> tuple[EventFiles, list[Problem]]:
    """Return all that lies in `root`/events, in the order of files, with every problem met on the way."""
    names, problems = files(root, FOLDER)
    found = EventFiles(unread={_id(problem.file) for problem in problems if problem.file != FOLDER})
    seen: dict[str, str] = {}
    for name in names:
        node, faults = load(root, name, BYTES)
        id_ = _id(name)
        problems += [*_name(name, id_, seen), *faults]
        is_first = seen[id_] == name
        if node is None or not is_first:
            # Of two files of one id nobody knows which is meant.
            found.unread.add(id_)
        if _is_signpost(node):
            problems += in_file(_signpost(name, node, found, is_first=is_first), name)
        elif node is not None:
            problems += in_file(_event(name, node, found, is_first=is_first), name)
    return found, problems


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


def _event(file: str, node: Node, found: EventFiles, *, is_first: bool) -> list[Problem]:
    record, problems, lost = convert(EventRecord, node, stand_ins=_STAND_INS)
    if record is not None:
        filed = Filed(_id(file), file, (), record, lost)
        (found.records if is_first else found.doubles).append(filed)
    return problems


def _is_signpost(node: Node | None) -> TypeGuard[dict[str, Node]]:
    """Tell the two kinds of files apart: by the keys that only a signpost has, also if they are misspelt and nothing
    that an event must have is there.
    """
    if not isinstance(node, dict):
        return False
    if any(reason in node for reason in _REASONS):
        return True
    return _STAND_INS.keys().isdisjoint(node) and any(nearest(key, _REASONS) for key in node)


def _signpost(file: str, node: dict[str, Node], found: EventFiles, *, is_first: bool) -> list[Problem]:
    remains = [key for key in keys(EventRecord) if key in node and key not in _SIGNPOST_KEYS]
    bare: Node = {key: value for key, value in node.items() if key not in remains}
    record, problems, lost = convert(SignpostRecord, bare)
    if remains:
        problems.append(_remains(remains))
    if record is None:
        found.unread.add(_id(file))
        return problems
    if record.withdrawn and record.merged_into:
        problems.append(_two_reasons())
    if is_first:
        found.signposts.append(Filed(_id(file), file, (), record, lost))
    return problems


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
