"""All files of a chronicle, read into records."""

from pathlib import Path
from typing import Any, TypeAlias

from msgspec.structs import replace

from chronicle import places
from chronicle import settings as chronicle_settings
from chronicle.problems.problem import Problem
from chronicle.problems.refusal import Refusal
from chronicle.read.events import Reader, events
from chronicle.read.filed import Records
from chronicle.read.folder import strangers, symbolic_link
from chronicle.read.loading import in_file, load
from chronicle.read.registers import register
from chronicle.records.registers import REGISTERS
from chronicle.settings import Settings

SETTINGS_BYTES = 256_000


Registered: TypeAlias = tuple[Records, list[Problem]]
"""The settings and the records of all registers, with every problem of theirs."""


def read(
    root: Path, reader: Reader | None = None, registered: Registered | None = None
) -> tuple[Records, list[Problem]]:
    """Return every record below `root` that can be read, and every problem met on the way, in no order.

    Event files are read by `reader` where one is given; what is `registered` already is not read again.
    Raise Refusal where `root` holds no chronicle.yaml: then it is not a chronicle.
    """
    others, problems = registered or registers(root)
    files, found = events(root, reader)
    records = replace(
        others,
        events=tuple(files.records),
        signposts=tuple(files.signposts),
        doubles=tuple(files.doubles),
        unread_events=frozenset(files.unread),
    )
    return records, list(dict.fromkeys([*problems, *found]))


def registers(root: Path) -> Registered:
    """Return the settings and the records of all registers, without any event, as `read` does."""
    found_settings, problems = settings(root)
    problems += strangers(root, places.REGISTERS, tuple(REGISTERS))
    read_: dict[str, Any] = {}
    unread: set[str] = set()
    for name, schema in REGISTERS.items():
        entries, found = register(root, name, schema)
        read_[name] = tuple(entries.entries)
        problems += found
        if not entries.whole:
            unread.add(name)
    return Records(settings=found_settings, unread_registers=frozenset(unread), **read_), problems


def settings(root: Path) -> tuple[Settings, list[Problem]]:
    """Return the settings of the chronicle at `root`, with every problem of theirs.

    Raise Refusal where it holds none: then it is not a chronicle.
    """
    file = places.SETTINGS
    if (root / file).is_symlink():
        return chronicle_settings.UNREAD, [symbolic_link(file)]
    if not (root / file).is_file():
        raise Refusal(
            f"there is no {file} here, so this is not a chronicle",
            "go to the chronicle's folder, or name the folder after the command",
        )
    node, problems = load(root, file, SETTINGS_BYTES)
    if node is None:
        return chronicle_settings.UNREAD, problems
    read_, found = chronicle_settings.read(node)
    return read_, problems + in_file(found, file)
