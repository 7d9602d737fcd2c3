"""Dates in words, never more precise than what is known."""

import datetime

from chronicle.dates.date import Date, Form
from chronicle.dates.listing import Period, month
from chronicle.wording.ends import Manner, end_words, parts, precision, yearless
from chronicle.wording.words import Words


def date_words(date: Date, words: Words, *, short: bool = False) -> str:
    """Return a date as a reader reads it: "7 June 2020", "November 2020, day not stated", "by 18 June 2020".

    The short form is for the gutter of a list under the heading of the year in which the date is listed:
    it leaves that year out wherever a month says enough, and has short words.
    """
    if not short:
        return _phrase(date, Manner(words))
    period = month(date)
    return _phrase(date, Manner(words, "short", f"{period[0]:04}" if period else ""))


def machine(date: Date) -> str:
    """Return the value of HTML's `<time datetime>`: a day, a month or a year, "" where it is none."""
    return date.start if date.form in {Form.DAY, Form.WITHIN} else ""


def period_words(period: Period | None, words: Words) -> str:
    """Return the heading of a period: "June 2020", "2020", "date unknown"."""
    if period is None:
        return words("date.full.unknown")
    year, number = period
    return end_words(f"{year:04}" if number is None else f"{year:04}-{number:02}", Manner(words))


def day_words(day: datetime.date, words: Words) -> str:
    """Return one day as a reader reads it: "7 June 2020"."""
    return end_words(day.isoformat(), Manner(words))


def _phrase(date: Date, manner: Manner) -> str:
    form, start, end = date.form, date.start, date.end
    match form:
        case Form.DAY:
            return end_words(start, manner)
        case Form.WITHIN:
            return _within(start, manner)
        case Form.THROUGHOUT | Form.BETWEEN:
            return _one_end(date, manner) if start == end else _two_ends(date, manner)
        case Form.BY:
            return manner.say("by" if precision(end) == "day" else "by-end-of", date=end_words(end, manner))
        case Form.UNKNOWN:
            return manner.say("unknown")
        case Form.OPEN if not start:
            return manner.say("open-unknown")
        case Form.OPEN | Form.NOT_BEFORE | Form.ABOUT:
            return manner.say(form, date=end_words(start, manner))


def _within(end: str, manner: Manner) -> str:
    return manner.say(f"within-{precision(end)}", date=end_words(end, manner))


def _one_end(date: Date, manner: Manner) -> str:
    """Say two ends that are one: they say no more than a day, a month or a year."""
    if precision(date.end) == "day":
        return end_words(date.end, manner)
    if date.form is Form.BETWEEN:
        return _within(date.end, manner)
    return manner.say("whole", date=end_words(date.end, manner))


def _two_ends(date: Date, manner: Manner) -> str:
    """Say once what two ends have in common."""
    start, end = date.start, date.end
    precisions = {precision(start), precision(end)}
    first, last = parts(start, manner), parts(end, manner)
    if precisions == {"day"} and start[:7] == end[:7]:
        level, ends = "same-month", {"first": first["day"], "last": last["day"], "month": last["month"]}
    elif "year" not in precisions and start[:4] == end[:4]:
        level = "months" if precisions == {"month"} else "same-year"
        ends = {"first": yearless(start, manner), "last": yearless(end, manner)}
    else:
        level = "years" if precisions == {"year"} else "apart"
        ends = {"first": end_words(start, manner), "last": end_words(end, manner)}
    return manner.say(f"{date.form}.{level}", year=last["year"], **ends)
