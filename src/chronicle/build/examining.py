"""The chronicle as it is now: from the one before where only records changed, else from everything that is written."""

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

import msgspec

from chronicle import checks
from chronicle.build.crew import aside, spread
from chronicle.build.fingerprints import digest, program
from chronicle.build.inputs import Inputs
from chronicle.build.past import Past
from chronicle.examine import linked
from chronicle.link.amend import Amended, amend
from chronicle.link.chronicle import Chronicle
from chronicle.link.dating import dating
from chronicle.link.link import gather
from chronicle.link.registers import registers as link_registers
from chronicle.pages import facets
from chronicle.places import EVENTS
from chronicle.problems.problem import Fault, Problem
from chronicle.read.events import BYTES, EventFile, event_in
from chronicle.read.filed import Records
from chronicle.read.loading import content
from chronicle.read.locate import located
from chronicle.read.records import registers
from chronicle.schema.languages import identifier

FEW = 200
"""Below so many files workers cost more than they bring."""
# What a larger share of changed records reaches is nearly everything.
_SMALL_SHARE = 20
_BATCH = 100
_FILE = msgspec.msgpack.Decoder(EventFile)


class Examined(msgspec.Struct, frozen=True):
    """A chronicle with its located problems and what pages count of its events, and the event files that were read now,
    encoded, by path, with the digests of what they were read from; `registers` are the records of all others that were.

    Where it follows from the one `before`, `changed` are all events that are in one of the two alone, differ, or
    contribute another number to totals.
    """

    chronicle: Chronicle
    problems: list[Problem]
    facets: facets.Facets | None
    read: dict[str, bytes]
    digests: dict[str, bytes]
    registers: Records | None = None
    before: Chronicle | None = None
    changed: frozenset[str] = frozenset()


def examined(root: Path, inputs: Inputs, past: Past, jobs: int) -> Examined:
    """Examine the chronicle at `root`; raise Refusal where it is none."""
    return _amended(root, inputs, past) or _whole(root, inputs, past, jobs)


def _whole(root: Path, inputs: Inputs, past: Past, jobs: int) -> Examined:
    """Link and check everything anew; an event file that did not change is not read again."""
    read: dict[str, bytes] = {}
    digests: dict[str, bytes] = {}

    def reader(names: Sequence[str]) -> Iterator[EventFile]:
        kept = past.read
        ahead = [name for name in names if name not in kept or name in inputs.changed]
        for name, (file, seen) in _read(root, ahead, jobs):
            read[name], digests[name] = file, seen
        return (_FILE.decode(read[name] if name in read else kept[name]) for name in names)

    registered = registers(root)
    chronicle, problems = linked(root, reader, registered)
    with aside(partial(_checked, chronicle), jobs if len(inputs.files) >= FEW else 1) as told:
        # What cannot be understood stops most builds, and then nothing is counted.
        counted = None if chronicle.lost else facets.facets(chronicle)
        checked = told() or _checked(chronicle)
    problems += msgspec.msgpack.decode(checked, type=list[Problem])
    return Examined(chronicle, located(problems, root), counted, read, digests, registered[0])


def _checked(chronicle: Chronicle) -> bytes:
    """Return the problems that rules find, encoded."""
    return msgspec.msgpack.encode(checks.check(chronicle))


def _read(root: Path, names: Sequence[str], jobs: int) -> Iterator[tuple[str, tuple[bytes, bytes]]]:
    """Yield event files, encoded, in which they take a third of the room, with the digests of what they held."""

    def work(batch: Sequence[str]) -> list[tuple[bytes, bytes]]:
        return [(msgspec.msgpack.encode(file), seen) for file, seen in (_file(root, name) for name in batch)]

    batches = [names[first : first + _BATCH] for first in range(0, len(names), _BATCH)]
    for number, made in spread(work, batches, jobs if len(names) >= FEW else 1):
        yield from zip(batches[number], made, strict=True)


def _file(root: Path, name: str) -> tuple[EventFile, bytes]:
    """Return an event file with the digest of what it was read from, empty where it cannot be read."""
    data = content(root, name, BYTES)
    return event_in(name, data), digest(data) if isinstance(data, bytes) else b""


def _amended(root: Path, inputs: Inputs, past: Past) -> Examined | None:
    """Link and check anew what a change of some records reaches; None where more than records changed."""
    changed = inputs.changed
    if len(changed) > max(FEW, len(inputs.files) // _SMALL_SHARE) or not all(map(_is_record, changed)):
        return None
    if not past.header.amendable or past.header.program != program():
        return None
    # What is there and cannot be read, as a link, is no record that went.
    if any(os.path.lexists(root / path) for path in changed - inputs.files.keys()):
        return None
    was = {path: _FILE.decode(file) for path, file in past.read_of(changed).items()}
    taken = {path: _file(root, path) for path in changed if path in inputs.files}
    now = {path: file for path, (file, _) in taken.items()}
    if any(file.record is None for file in (*was.values(), *now.values())) or changed - now.keys() - was.keys():
        return None
    before = _before(past)
    records = {file.record.id: file.record for file in now.values() if file.record}
    old = {file.record.id: file.record.record for file in was.values() if file.record}
    if len(records) < len(now) or any(id_ in before.events and id_ not in old for id_ in records):
        return None
    amended = amend(before, old, records, old.keys() - records.keys())
    if amended is None:
        return None
    problems = [*amended.problems, *(problem for file in now.values() for problem in file.problems)]
    problems = located(_problems(before, amended, problems, changed, past.header.problems), root)
    read = {path: msgspec.msgpack.encode(file) for path, file in now.items()}
    digests = {path: seen for path, (_, seen) in taken.items()}
    counted = facets.amended(past.facets, before.events, amended.chronicle, amended.changed)
    return Examined(amended.chronicle, problems, counted, read, digests, before=before, changed=amended.changed)


def _before(past: Past) -> Chronicle:
    """Return the chronicle of the build before, whose registers and settings are those that are there now."""
    records = past.registers
    linked, _ = link_registers(records)
    published = dating(records.settings, records.sources).published
    events = {id_: each.event for id_, each in past.linked.items()}
    contributions = {id_: each.contribution for id_, each in past.linked.items()}
    return gather(records.settings, linked, published, events, past.signposts, contributions, {}, past.gathered)


def _is_record(path: str) -> bool:
    """Tell whether a path is one that an event file can have."""
    folder, *inner = path.split("/")
    if folder != EVENTS or not inner or any(part.startswith(".") for part in inner):
        return False
    name = PurePosixPath(path)
    try:
        identifier(name.stem)
    except Fault:
        return False
    return name.suffix == ".yaml"


def _problems(
    before: Chronicle,
    amended: Amended,
    found: list[Problem],
    files: frozenset[str],
    told: tuple[Problem, ...],
) -> list[Problem]:
    """Return all problems: those that were told before and still hold, and those found now."""
    after, ids = amended.chronicle, amended.changed
    reached = checks.affected(before, ids) | checks.affected(after, ids)
    dropped = {_told(each) for each in checks.check_events(before, reached)}
    still = [
        each
        for each in told
        if each.file not in files and each.code not in checks.WHOLE_CODES and _told(each) not in dropped
    ]
    return [*still, *found, *checks.check_events(after, reached), *checks.check_whole(after)]


def _told(problem: Problem) -> tuple[object, ...]:
    """Return what a problem says, wherever it stands."""
    return problem.code, problem.message, problem.help, problem.file, problem.field
