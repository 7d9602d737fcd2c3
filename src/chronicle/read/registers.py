"""The registers of a chronicle: each one file, or a folder of files."""

from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from chronicle.places import REGISTERS
from chronicle.problems.problem import Fault, Problem
from chronicle.read.filed import Filed
from chronicle.read.folder import files, symbolic_link
from chronicle.read.loading import in_file, load
from chronicle.schema.convert import convert
from chronicle.schema.keys import required
from chronicle.schema.kinds import Written
from chronicle.schema.languages import identifier
from chronicle.yaml.tree import Node

BYTES = 8_000_000

# What stands for a required field that could not be read; for all others the entry's id does.
_STAND_INS = {"kind": "area"}

R = TypeVar("R", bound=Written)


class Entries(NamedTuple, Generic[R]):
    """The entries of one register in the order of file and line; `whole` tells that each of its files could be read."""

    entries: list[Filed[R]]
    whole: bool


def register(root: Path, name: str, schema: type[R]) -> tuple[Entries[R], list[Problem]]:
    """Read one register: registers/NAME.yaml, or every file in registers/NAME/, or both."""
    names, problems = _names(root, name)
    found: list[Filed[R]] = []
    whole = not any(problem.code in ("symbolic-link", "unreadable-file") for problem in problems)
    seen: dict[str, str] = {}
    for file in names:
        node, faults = load(root, file, BYTES)
        problems += faults
        if isinstance(node, dict):
            for key, value in node.items():
                problems += _entry(file, key, value, schema, found, seen)
            continue
        whole = whole and [fault.code for fault in faults] == ["empty-file"]
        if node is not None:
            problems.append(_no_entries(file, name))
    return Entries(found, whole), problems


def _names(root: Path, name: str) -> tuple[list[str], list[Problem]]:
    if (root / REGISTERS).is_symlink():
        return [], [symbolic_link(REGISTERS)]
    names, problems = files(root, f"{REGISTERS}/{name}")
    single = f"{REGISTERS}/{name}.yaml"
    if (root / single).is_symlink():
        problems.append(symbolic_link(single))
    elif (root / single).is_file():
        names.insert(0, single)
    return names, problems


def _no_entries(file: str, name: str) -> Problem:
    return Problem(
        code="wrong-kind",
        message=f"the register of {name} must be a mapping, with an id for each entry",
        help="write an id and a colon, and the entry's keys below it, indented",
        file=file,
    )


def _entry(
    file: str, key: str, value: Node, schema: type[R], found: list[Filed[R]], seen: dict[str, str]
) -> list[Problem]:
    """Read one entry; one that is faulty is known all the same, so that what refers to it is not to blame."""
    stand_ins: dict[str, Node] = {each: _STAND_INS.get(each, key) for each in required(schema)}
    record, problems, lost = convert(schema, value, (key,), stand_ins)
    problems = in_file(problems, file)
    if fault := _id(key, file, seen):
        problems.append(fault)
    if record is not None and seen.setdefault(key, file) == file:
        found.append(Filed(key, file, (key,), record, lost))
    return problems


def _id(key: str, file: str, seen: dict[str, str]) -> Problem | None:
    """Take the key as the entry's id, once in the whole register."""
    try:
        identifier(key)
    except Fault as fault:
        return Problem(code=fault.code, message=str(fault), help=fault.help, file=file, field=(key,), on_key=True)
    if key not in seen:
        return None
    return Problem(
        code="duplicate-id",
        message=f'the id "{key}" is taken: {seen[key]} has it',
        help="rename one of the two entries, or make one of them",
        file=file,
        field=(key,),
        on_key=True,
    )
