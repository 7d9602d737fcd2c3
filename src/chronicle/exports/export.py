"""One file that the site offers to machines, before it is written."""

from collections.abc import Callable
from functools import cache

import msgspec

from chronicle.dates import Date, month
from chronicle.link.event import Event


class Export(msgspec.Struct, frozen=True):
    """A file by its path in the site, the events that it tells of, in its order, and the way to its bytes.

    The bytes follow from these events, the registers and settings, and `head`, which holds whatever else of the
    chronicle is in them: two exports that are alike in all of these have the same bytes.
    """

    path: str
    ids: tuple[str, ...]
    compose: Callable[[], bytes]
    head: bytes = b""


def year(event: Event) -> str:
    """Return the year of the period in which an event is listed, in four digits; "" where there is none."""
    return _year(event.when.date)


@cache
def _year(date: Date) -> str:
    period = month(date)
    return f"{period[0]:04}" if period else ""
