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


def examine(
    root: Path, reader: Reader | None = None, registered: Registered | None = None
) -> tuple[Chronicle, list[Problem]]:
    """Read, link and check everything below `root`; the problems come located, in file and line order.

    Event files are read by `reader` where one is given; what is `registered` already is not read again.
    Raise Refusal where it is not a chronicle.
    """
    records, problems = read(root, reader, registered)
    problems += missing(root, records.sources)
    chronicle, found = link(records)
    return chronicle, located([*problems, *found, *checks.check(chronicle)], root)
