"""How a date is drawn in a chart by months."""

import datetime
import enum

import msgspec

from chronicle.dates.date import Date, Form
from chronicle.dates.listing import Month


class Mark(enum.StrEnum):
    """How the months of a date are drawn; a mark for each degree of certainty."""

    SOLID = "solid"
    """In all of these months."""
    HATCHED = "hatched"
    """In one of these months or in several, it is not known in which."""
    SOFT = "soft"
    """Approximately in these months: hatched, with a soft edge."""
    EARLIER = "earlier"
    """In this month or earlier."""
    LATER = "later"
    """In this month or later."""
    ONWARD = "onward"
    """From this month on, not known to have ended."""


class Span(msgspec.Struct, frozen=True, cache_hash=True):
    """Months of a chart from `first` to `last`, both included, and how they are drawn."""

    first: Month
    last: Month
    mark: Mark


_ONE_SIDED = {Form.BY: Mark.EARLIER, Form.NOT_BEFORE: Mark.LATER, Form.OPEN: Mark.ONWARD}


def span(date: Date) -> Span | None:
    """Return where a date stands in a chart by months and how, by its stated bounds alone.

    What lies within one month is solid there, as a month is all that such a chart states. What is open on
    a side stands in the month of its known bound; what has no bound is in no chart (None).
    """
    known = [bound for bound in (date.earliest, date.latest) if bound is not None]
    if not known:
        return None
    first, last = _month(known[0]), _month(known[-1])
    return Span(first, last, _mark(date.form, certain=first == last))


def _month(day: datetime.date) -> Month:
    return day.year, day.month


def _mark(form: Form, *, certain: bool) -> Mark:
    if form is Form.ABOUT:
        return Mark.SOFT
    if form in _ONE_SIDED:
        return _ONE_SIDED[form]
    return Mark.SOLID if certain or form is Form.THROUGHOUT else Mark.HATCHED
