"""The bounds of a date: stated, assumed from outside, and compared with those of others."""

import datetime

import msgspec

from chronicle.dates.date import Date, Form, first_day, last_day


class Bounds(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The first and the last day that a date can mean, None where it stays open; never reversed.

    An assumed bound is not stated by the date: it is the day on which the chronicle begins, or that on
    which the article was retrieved.
    """

    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    earliest_assumed: bool = False
    latest_assumed: bool = False


def bounded(date: Date, begins: datetime.date | None, retrieved: datetime.date | None) -> Bounds:
    """Return the bounds of a date, with the missing ones assumed where they can be.

    `begins` is the bound of what has no earlier one, `retrieved` of what has no later one; give None for
    `retrieved` where the event was announced. What is not known to have ended stays open: that an article
    could not know its end does not mean that it had one. A bound that contradicts the stated one is not
    assumed.
    """
    earliest, latest = date.earliest, date.latest
    from_begins = earliest is None and begins is not None and (latest is None or begins <= latest)
    earliest = begins if from_begins else earliest
    may_end = latest is None and date.form is not Form.OPEN
    from_retrieved = may_end and retrieved is not None and (earliest is None or earliest <= retrieved)
    return Bounds(earliest, retrieved if from_retrieved else latest, from_begins, from_retrieved)


def overlap(one: Date | Bounds, other: Date | Bounds) -> bool:
    """Say whether two dates can share a day; an open side reaches over everything."""
    return _reaches(one, other) and _reaches(other, one)


def _reaches(one: Date | Bounds, other: Date | Bounds) -> bool:
    """Say whether the one begins, or may begin, before the other has ended."""
    return one.earliest is None or other.latest is None or one.earliest <= other.latest


def certainly_within(date: Date, first: datetime.date, last: datetime.date) -> bool:
    """Say whether a date falls on a day from `first` to `last`, whichever day it means.

    Only what is stated counts, never what is assumed. What went on throughout falls in the range of any of
    its days, as far as those of its beginning and its end are stated. What is approximate is never certain.
    """
    if date.form is Form.ABOUT or date.earliest is None:
        return False
    if date.form in {Form.THROUGHOUT, Form.OPEN}:
        return _certainly_went_on(date, first, last)
    return date.latest is not None and first <= date.earliest and date.latest <= last


def _certainly_went_on(date: Date, first: datetime.date, last: datetime.date) -> bool:
    """Say whether it had begun by `last` at the latest, and ended on `first` at the earliest."""
    start, end = date.start, date.end or date.start
    begun = min(last_day(start), last_day(end))
    ended = max(first_day(start), first_day(end))
    return begun <= last and first <= ended


def possibly_within(date: Date, first: datetime.date, last: datetime.date, bounds: Bounds | None = None) -> bool:
    """Say whether a date may fall on a day from `first` to `last`, by its bounds or by those given for it.

    What is unknown altogether falls into no range: it is in no total by period.
    """
    return date.form is not Form.UNKNOWN and overlap(bounds or date, Bounds(first, last))
