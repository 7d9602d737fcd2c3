"""The examination of a chronicle: everything read, linked and checked."""

from pathlib import Path

from chronicle import checks
from chronicle.link.chronicle import Chronicle
from chronicle.link.link import link
from chronicle.problems.problem import Problem
from chronicle.read.events import Reader
from chronicle.read.locate import located
from chronicle.read.records import Registered, read
from chronicle.read.static import missing


def examine(root: Path) -> tuple[Chronicle, list[Problem]]:
    """Read, link and check everything below `root`; the problems come located, in file and line order.

    Raise Refusal where it is not a chronicle.
    """
    chronicle, problems = linked(root)
    return chronicle, located([*problems, *checks.check(chronicle)], root)


def linked(
    root: Path, reader: Reader | None = None, registered: Registered | None = None
) -> tuple[Chronicle, list[Problem]]:
    """Read and link everything below `root`; the problems come in no order, and are not located.

    Event files are read by `reader` where one is given; what is `registered` already is not read again.
    Raise Refusal where it is not a chronicle.
    """
    records, problems = read(root, reader, registered)
    chronicle, found = link(records)
    return chronicle, [*problems, *missing(root, records.sources), *found]
