"""The language of dates as it is written, and nothing else."""

import re
from collections.abc import Iterator

from chronicle.dates.date import WRITTEN, Date, Form, dated, days_of
from chronicle.problems.problem import Fault

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The months by name, as an editor knows them."""

FIRST_YEAR, LAST_YEAR = 1000, 9999
"""The years that can be written."""

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MONTH_OR_YEAR = r"[0-9]{4}(?:-[0-9]{2})?"
END = rf"(?:{_DAY}|{_MONTH_OR_YEAR})"
"""The pattern of an end: a day, a month or a year."""

_STARTS = {Form.DAY: _DAY, Form.WITHIN: _MONTH_OR_YEAR, Form.OPEN: f"{END}|unknown"}


def _patterns() -> Iterator[tuple[Form, re.Pattern[str]]]:
    for form, written in WRITTEN.items():
        start, end = f"(?P<start>{_STARTS.get(form, END)})", f"(?P<end>{END})"
        body = written.replace(" ", r"\s+").format(start=start, end=end)
        yield form, re.compile(rf"\s*{body}\s*", re.ASCII | re.IGNORECASE)


_PATTERNS = tuple(_patterns())
_BOTH_SIDES = (Form.DAY, Form.WITHIN, Form.ABOUT)


def parse(text: str) -> Date | None:
    """Return the date that a text writes, or None where it is no sentence of the language.

    Raise Fault where the sentence stands but no calendar has its day, or its ends are reversed.
    """
    for form, pattern in _PATTERNS:
        if found := pattern.fullmatch(text):
            ends = found.groupdict()
            start, end = ends.get("start", ""), ends.get("end", "")
            return _checked(form, "" if start.isalpha() else start, start if form in _BOTH_SIDES else end)
    return None


def _checked(form: Form, start: str, end: str) -> Date:
    for side in filter(None, (start, end)):
        _check_year(side)
        _check_month(side)
        _check_day(side)
    date = dated(form, start, end)
    if date.earliest and date.latest and date.earliest > date.latest:
        turned = WRITTEN[form].format(start=end, end=start)
        raise Fault("date-reversed", f"{start} comes after {end}", f"write {turned}")
    return date


def _check_year(side: str) -> None:
    if int(side[:4]) < FIRST_YEAR:
        years = f"a year runs from {FIRST_YEAR} to {LAST_YEAR}"
        raise Fault("date-malformed", f"the year {side[:4]} is out of range", years)


def _check_month(side: str) -> None:
    year, month, day = side[:4], side[5:7], side[8:]
    if not month or 1 <= int(month) <= len(MONTHS):
        return
    if month == "00":
        raise Fault("date-impossible", f"{side} has no month", f"write {year} where only the year is known")
    help_ = f"write the month from 01 to 12, or {year} where only the year is known"
    if day and 1 <= int(day) <= len(MONTHS) and int(month) <= days_of(int(year), int(day)):
        help_ = f"write {year}-{day}-{month} if {month} is the day"
    elif not day and month > year[2:]:
        help_ = f"write {year} to {year[:2]}{month} if these are years"
    raise Fault("date-impossible", f"{side} does not exist: there is no month {month}", help_)


def _check_day(side: str) -> None:
    month, day = side[:7], side[8:]
    if day == "00":
        raise Fault("date-impossible", f"{side} has no day", f"write {month} where only the month is known")
    if not day:
        return
    days = days_of(int(side[:4]), int(side[5:7]))
    if int(day) > days:
        had = f"{MONTHS[int(side[5:7]) - 1]} {side[:4]} had {days} days"
        help_ = f"write the day that is meant, or {month} where only the month is known"
        raise Fault("date-impossible", f"{side} does not exist: {had}", help_)
