"""All files of a chronicle, read into records."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from chronicle import settings as chronicle_settings
from chronicle.problems.problem import Fault, Problem
from chronicle.problems.refusal import Refusal
from chronicle.read.filed import Filed, Records, gaps
from chronicle.read.folder import files
from chronicle.records.event import EventRecord, SignpostRecord
from chronicle.records.registers import REGISTERS
from chronicle.schema.convert import convert
from chronicle.schema.kinds import Written
from chronicle.schema.languages import identifier
from chronicle.settings import Settings
from chronicle.yaml import tree as yaml
from chronicle.yaml.tree import Node

EVENT_BYTES = 256_000
REGISTER_BYTES = 8_000_000

R = TypeVar("R", bound=Written)
_NOTHING = Settings(title="", description="")
# What stands for a required field that could not be read, so that the rest of the record is still checked.
_EVENT_STAND_INS: dict[str, Node] = {"type": "", "title": "", "date": "unknown", "sources": []}
_SIGNPOST_KEYS = frozenset({"withdrawn", "merged_into"})


def read(root: Path) -> tuple[Records, list[Problem]]:
    """Return every record below `root` that can be read, and every problem met on the way, in no order.

    Raise Refusal where `root` holds no chronicle.yaml: then it is not a chronicle.
    """
    settings, problems = _settings(root)
    events, signposts, found = _events(root)
    problems += found
    registers: dict[str, Any] = {}
    for name, schema in REGISTERS.items():
        registers[name], found = _register(root, name, schema)
        problems += found
    return Records(settings=settings, events=tuple(events), signposts=tuple(signposts), **registers), problems


def _settings(root: Path) -> tuple[Settings, list[Problem]]:
    if not (root / chronicle_settings.FILE).is_file():
        raise Refusal(
            f"there is no {chronicle_settings.FILE} here, so this is not a chronicle",
            "go to the chronicle's folder, or name it with --root",
        )
    node, problems = _load(root, chronicle_settings.FILE, EVENT_BYTES)
    if node is None:
        return _NOTHING, problems
    settings, found = chronicle_settings.read(node)
    return settings or _NOTHING, problems + _in_file(found, chronicle_settings.FILE)


def _load(root: Path, file: str, limit: int) -> tuple[Node | None, list[Problem]]:
    try:
        data = (root / file).read_bytes()
    except OSError as error:
        return None, [Problem(code="unreadable-file", message=f"this file cannot be read: {error.strerror}", file=file)]
    node, problems = yaml.read(data, limit)
    return node, _in_file(problems, file)


def _in_file(problems: list[Problem] | tuple[Problem, ...], file: str) -> list[Problem]:
    return [msgspec.structs.replace(problem, file=file) for problem in problems]


def _events(root: Path) -> tuple[list[Filed[EventRecord]], list[Filed[SignpostRecord]], list[Problem]]:
    names, problems = files(root, "events")
    events: list[Filed[EventRecord]] = []
    signposts: list[Filed[SignpostRecord]] = []
    seen: dict[str, str] = {}
    for name in names:
        found = _file_name(name, seen)
        node, faults = _load(root, name, EVENT_BYTES)
        problems += found + faults
        if node is None:
            continue
        schema = _event_or_signpost(node)
        stand_ins = _EVENT_STAND_INS if schema is EventRecord else {}
        record, faults_of_record = convert(schema, node, stand_ins=stand_ins)
        problems += _in_file(faults_of_record, name)
        if found or record is None:
            continue
        whole = not (faults or faults_of_record)
        if isinstance(record, SignpostRecord):
            problems += _in_file(_two_reasons(record), name)
            signposts.append(Filed(Path(name).stem, name, (), record, whole, gaps(faults_of_record, ())))
        elif isinstance(record, EventRecord):
            events.append(Filed(Path(name).stem, name, (), record, whole, gaps(faults_of_record, ())))
    return events, signposts, problems


def _event_or_signpost(node: Node) -> type[EventRecord] | type[SignpostRecord]:
    """Tell the two kinds of files apart by the keys that only a signpost has."""
    is_signpost = isinstance(node, dict) and not _SIGNPOST_KEYS.isdisjoint(node)
    return SignpostRecord if is_signpost else EventRecord


def _two_reasons(record: SignpostRecord) -> list[Problem]:
    if record.withdrawn and record.merged_into:
        return [
            Problem(
                code="signpost-reasons",
                message="a signpost is either withdrawn or merged, not both",
                field=("merged_into",),
                on_key=True,
            )
        ]
    return []


def _file_name(file: str, seen: dict[str, str]) -> list[Problem]:
    """Take the file name as the record's id, once in the whole chronicle."""
    stem = Path(file).stem
    try:
        identifier(stem)
    except Fault as fault:
        return [
            Problem(
                code="file-name",
                message=f'the file name is the id, and "{stem}" is none',
                help=fault.help,
                file=file,
            )
        ]
    if stem in seen:
        return [
            Problem(
                code="duplicate-id",
                message=f"{seen[stem]} has the same id",
                help="rename one of the two files",
                file=file,
            )
        ]
    seen[stem] = file
    return []


def _register(root: Path, name: str, schema: type[R]) -> tuple[tuple[Filed[R], ...], list[Problem]]:
    """Read one register: registers/NAME.yaml, or every file in registers/NAME/, or both."""
    names, problems = files(root, f"registers/{name}")
    single = f"registers/{name}.yaml"
    if (root / single).is_file():
        names.insert(0, single)
    entries: list[Filed[R]] = []
    seen: dict[str, str] = {}
    for file in names:
        node, faults = _load(root, file, REGISTER_BYTES)
        problems += faults
        if node is None:
            continue
        if not isinstance(node, dict):
            problems.append(Problem(code="wrong-kind", message="a register is a mapping of ids to entries", file=file))
            continue
        for key, value in node.items():
            found = _entry_id(key, file, seen)
            record, faults_of_entry = convert(schema, value, (key,))
            problems += found + _in_file(faults_of_entry, file)
            if record is not None and not found:
                entries.append(Filed(key, file, (key,), record, not faults_of_entry, gaps(faults_of_entry, (key,))))
    return tuple(entries), problems


def _entry_id(key: str, file: str, seen: dict[str, str]) -> list[Problem]:
    try:
        identifier(key)
    except Fault as fault:
        return [Problem(code=fault.code, message=str(fault), help=fault.help, file=file, field=(key,), on_key=True)]
    if key in seen:
        return [
            Problem(
                code="duplicate-id",
                message=f'{seen[key]} has an entry "{key}" already',
                file=file,
                field=(key,),
                on_key=True,
            )
        ]
    seen[key] = file
    return []
