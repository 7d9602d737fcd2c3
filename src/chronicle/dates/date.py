"""The value of a date: what was written, and the bounds that follow from it."""

import calendar
import datetime
import enum

import msgspec


class Form(enum.StrEnum):
    """What a date says; each has one written form."""

    DAY = "day"
    WITHIN = "within"
    """On some day or days within a month or a year, nothing closer is known."""
    THROUGHOUT = "throughout"
    OPEN = "open"
    """Throughout since its start, which may be unknown, and not known to have ended."""
    BETWEEN = "between"
    """On some day or days within two ends."""
    BY = "by"
    NOT_BEFORE = "not-before"
    ABOUT = "about"
    UNKNOWN = "unknown"


WRITTEN: dict[Form, str] = {
    Form.DAY: "{start}",
    Form.WITHIN: "{start}",
    Form.THROUGHOUT: "{start} to {end}",
    Form.OPEN: "{start} to open",
    Form.BETWEEN: "between {start} and {end}",
    Form.BY: "by {end}",
    Form.NOT_BEFORE: "not before {start}",
    Form.ABOUT: "about {start}",
    Form.UNKNOWN: "unknown",
}
"""Each form as it is written in a record."""

_EDTF: dict[Form, str] = {
    Form.DAY: "{start}",
    Form.WITHIN: "{start}",
    Form.THROUGHOUT: "{start}/{end}",
    Form.OPEN: "{start}/..",
    Form.BETWEEN: "[{start}..{end}]",
    Form.BY: "[..{end}]",
    Form.NOT_BEFORE: "[{start}..]",
    Form.ABOUT: "{start}~",
    Form.UNKNOWN: "XXXX",
}

# Written as their one end, which spares the formatting of most dates.
_OF_ONE_END = frozenset({Form.DAY, Form.WITHIN})


class Date(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A date as it was written, made by `read`, `by` or `dated`.

    `start` and `end` are its ends as ISO text of a day, a month or a year; "" is an open or unknown end.
    A form with one end has it on both sides (day, within, about) or on the side that it bounds (by, not
    before). `earliest` and `latest` are the first day of `start` and the last of `end`; None: none is stated.
    Bounds are never reversed, and those of what is approximate stay as written.
    """

    form: Form
    start: str = ""
    end: str = ""
    earliest: datetime.date | None = None
    latest: datetime.date | None = None

    @property
    def written(self) -> str:
        """The date as an editor writes it: `read` makes the same date of it."""
        if self.form in _OF_ONE_END:
            return self.start
        return WRITTEN[self.form].format(start=self.start or "unknown", end=self.end)

    @property
    def edtf(self) -> str:
        """The date in EDTF (ISO 8601-2), as exports carry it."""
        if self.form in _OF_ONE_END:
            return self.start
        return _EDTF[self.form].format(start=self.start or "..", end=self.end)


def dated(form: Form, start: str = "", end: str = "") -> Date:
    """Return the date of a form and its ends, which are ISO text of days, months or years that exist."""
    earliest = first_day(start) if start else None
    latest = last_day(end) if end else None
    return Date(form, start, end, earliest, latest)


def by(day: datetime.date) -> Date:
    """Return the date of what happened on some day not later than `day`."""
    return dated(Form.BY, end=day.isoformat())


def first_day(end: str) -> datetime.date:
    """Return the first day of an ISO day, month or year."""
    return datetime.date.fromisoformat(end + "-01-01"[len(end) - 4 :])


def last_day(end: str) -> datetime.date:
    """Return the last day of an ISO day, month or year."""
    if len(end) == len("2020-06-07"):
        return datetime.date.fromisoformat(end)
    year, month = int(end[:4]), int(end[5:] or 12)
    return datetime.date(year, month, days_of(year, month))


def days_of(year: int, month: int) -> int:
    """Return how many days a month has."""
    return calendar.monthrange(year, month)[1]
