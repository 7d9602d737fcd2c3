"""One file that the site offers to machines, before it is written."""

from collections import defaultdict
from collections.abc import Callable, Mapping

import msgspec

from chronicle.dates import Period


class Export(msgspec.Struct, frozen=True):
    """A file by its path in the site, the events that it tells of, in its order, and the way to its bytes.

    The bytes follow from these events, the registers and settings, and `head`, which holds whatever else of the
    chronicle is in them: two exports that are alike in all of these have the same bytes.
    """

    path: str
    ids: tuple[str, ...]
    compose: Callable[[], bytes]
    head: bytes = b""


Years = Mapping[str, tuple[str, ...]]
"""The events (ids, in the chronicle's order) of each year, which is in four digits, "" where there is none."""


def by_year(listed: Mapping[str, Period | None]) -> Years:
    """Gather events (ids) by the year of the period in which each is listed; the years come in no order."""
    names = {period: f"{period[0]:04}" if period else "" for period in set(listed.values())}
    found: dict[str, list[str]] = defaultdict(list)
    for id_, period in listed.items():
        found[names[period]].append(id_)
    return {name: tuple(ids) for name, ids in found.items()}
