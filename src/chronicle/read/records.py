"""All files of a chronicle, read into records."""

from pathlib import Path
from typing import Any

from chronicle import settings as chronicle_settings
from chronicle.problems.problem import Problem
from chronicle.problems.refusal import Refusal
from chronicle.read.events import events
from chronicle.read.filed import Records
from chronicle.read.folder import strangers, symbolic_link
from chronicle.read.loading import in_file, load
from chronicle.read.registers import FOLDER, register
from chronicle.records.registers import REGISTERS
from chronicle.settings import Settings

SETTINGS_BYTES = 256_000


def read(root: Path) -> tuple[Records, list[Problem]]:
    """Return every record below `root` that can be read, and every problem met on the way, in no order.

    Raise Refusal where `root` holds no chronicle.yaml: then it is not a chronicle.
    """
    settings, problems = _settings(root)
    files, found = events(root)
    problems += [*found, *strangers(root, FOLDER, tuple(REGISTERS))]
    registers: dict[str, Any] = {}
    unread: set[str] = set()
    for name, schema in REGISTERS.items():
        read_, found = register(root, name, schema)
        registers[name] = tuple(read_.entries)
        problems += found
        if not read_.whole:
            unread.add(name)
    records = Records(
        settings=settings,
        events=tuple(files.records),
        signposts=tuple(files.signposts),
        doubles=tuple(files.doubles),
        unread_events=frozenset(files.unread),
        unread_registers=frozenset(unread),
        **registers,
    )
    return records, list(dict.fromkeys(problems))


def _settings(root: Path) -> tuple[Settings, list[Problem]]:
    file = chronicle_settings.FILE
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
    settings, found = chronicle_settings.read(node)
    return settings, problems + in_file(found, file)
