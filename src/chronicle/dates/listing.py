"""The place of a date in the order of all, and the one period in which it is listed."""

import datetime
from typing import TypeAlias

from chronicle.dates.date import Date, Form

Month: TypeAlias = tuple[int, int]
"""A year and a month from 1 to 12."""

Period: TypeAlias = tuple[int, int | None]
"""A year and a month from 1 to 12, or None for the year as such."""

OPEN_WIDTH = datetime.date.max.toordinal()
"""The width of what is open on a side: more than any other."""

_UNDATED = OPEN_WIDTH + 1
_WITHIN_BOUNDS = frozenset({Form.WITHIN, Form.BETWEEN, Form.BY})


def order(date: Date) -> tuple[int, int]:
    """Return the key (day, width) of the order of dates, to be completed with an id.

    `day` is the ordinal of the last day of what is known only within bounds (within, between, by) and of
    the first day of all else; `width` counts the days from earliest to latest, open sides last. Only stated
    bounds count. What has no such day comes last: first what is known to go on (`unknown to open`), then
    `unknown`.
    """
    day = _day(date)
    if day is None:
        return _UNDATED + (date.form is Form.UNKNOWN), OPEN_WIDTH
    if date.earliest is None or date.latest is None:
        return day.toordinal(), OPEN_WIDTH
    return day.toordinal(), (date.latest - date.earliest).days


def month(date: Date) -> Period | None:
    """Return the period in which an event of this date is listed, once: the month of its day in the order.

    It is (year, None) where that end is known only to a year, and None where there is no such day.
    """
    day = _day(date)
    if day is None:
        return None
    end = date.end if date.form in _WITHIN_BOUNDS else date.start
    return (day.year, None) if len(end) == len("2020") else (day.year, day.month)


def months_between(first: Month, last: Month) -> tuple[Month, ...]:
    """Return every month from the first to the last, both included."""
    numbers = range(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1])
    return tuple((number // 12, number % 12 + 1) for number in numbers)


def _day(date: Date) -> datetime.date | None:
    return date.latest if date.form in _WITHIN_BOUNDS else date.earliest
