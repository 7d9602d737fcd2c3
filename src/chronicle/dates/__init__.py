"""Dates as editors write them: never more precise than what is known."""

from chronicle.dates.bounds import Bounds, bounded, certainly_within, overlap, possibly_within
from chronicle.dates.charting import Mark, Span, span
from chronicle.dates.date import Date, Form, by, dated
from chronicle.dates.listing import Month, Period, month, months_between, order
from chronicle.dates.reading import read

__all__ = [
    "Bounds",
    "Date",
    "Form",
    "Mark",
    "Month",
    "Period",
    "Span",
    "bounded",
    "by",
    "certainly_within",
    "dated",
    "month",
    "months_between",
    "order",
    "overlap",
    "possibly_within",
    "read",
    "span",
]
