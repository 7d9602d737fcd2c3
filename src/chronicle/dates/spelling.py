"""Days, months and years as people spell them elsewhere, rewritten as ISO text."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, TypeAlias

from chronicle.dates.grammar import MONTHS

MONTH_NAMES = (*(m.lower() for m in MONTHS), *(m[:3].lower() for m in MONTHS), "sept")


class _Manner(NamedTuple):
    """How the figures of a day are taken where they leave it open."""

    order: str
    """`dmy`, `mdy`, or `ymd` where the year has two figures and hyphens follow."""
    century: str


_Found: TypeAlias = re.Match[str]
_Written: TypeAlias = Callable[[_Manner, _Found], str]
_MANNERS = tuple(_Manner(order, century) for century in ("20", "19") for order in ("ymd", "dmy", "mdy"))

_NAME = rf"({'|'.join(MONTH_NAMES)})(?![a-z])\.?"
_NUMBER = r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(\d{4}|'\d\d)(?!\d)"
_GAP = r"(?: of |[\s,./-]*)"
_TO = r" ?(-|\u2013|&|\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b|\bor\b) ?"
# Not in the middle of a day that has been read already.
_APART = r"(?<!\d)(?<!\d[-/.])"

# A month or a year that is said once for both ends, said twice. (Patterns stay text: few runs need them.)
_ELLIPSES = (
    (rf"{_NUMBER}{_TO}{_NUMBER} {_NAME},? {_YEAR}", r"\1 \4 \5 \2 \3 \4 \5"),
    (rf"{_NUMBER} {_NAME}{_TO}{_NUMBER} {_NAME},? {_YEAR}", r"\1 \2 \6 \3 \4 \5 \6"),
    (rf"\b{_NAME} {_NUMBER}{_TO}{_NUMBER},? {_YEAR}", r"\2 \1 \5 \3 \4 \1 \5"),
    (rf"\b{_NAME} {_NUMBER}{_TO}{_NAME} {_NUMBER},? {_YEAR}", r"\2 \1 \6 \3 \5 \4 \6"),
    (rf"(?<!\d )\b{_NAME}{_TO}{_NAME},? {_YEAR}", r"\1 \4 \2 \3 \4"),
)

_WEEKDAY = r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]? ?(?=.*\d)"
_ZONE = r"(?:z|utc|gmt|[ap]m|[+-]\d\d:?\d\d)"
_CLOCK = rf"(?<=\d)(?:t|,? (?:at )?)\d{{1,2}}:\d\d(?::\d\d(?:\.\d+)?)? ?{_ZONE}?|(?<=-\d\d)z$"
_AROUND = " ,;:'\"\u201c\u201d"
_SIGNS = str.maketrans("\u2010\u2011\u2212\u2014\u2018\u2019\u02bc", "---\u2013'''")


def plain(text: str) -> str:
    """Return the text in lower case and common figures and signs, without weekdays and times of day."""
    figures = "".join(str(unicodedata.decimal(sign, sign)) for sign in text.lower().translate(_SIGNS))
    bare = re.sub(r"(?<!\.)\.$", "", " ".join(figures.split())).strip(_AROUND)
    return re.sub(_CLOCK, "", re.sub(_WEEKDAY, "", bare)).strip()


def spelled(text: str) -> Iterator[str]:
    """Yield a `plain` text with its days, months and years in ISO form, once for each way of taking them."""
    for pattern, twice in _ELLIPSES:
        text = re.sub(pattern, twice, text)
    yield from dict.fromkeys(_iso(text, manner) for manner in _MANNERS)


def _iso(text: str, manner: _Manner) -> str:
    for pattern, written in _SPELLINGS:
        text = re.sub(pattern, partial(written, manner), text)
    return text


def _joined(manner: _Manner, year: str, month: str, day: str = "") -> str:
    """Return the ISO text of a year of two or four figures, a month by figures or name, and a day."""
    year = year if len(year) == len("2020") else manner.century + year[-2:]
    month = month if month.isdigit() else _number(month)
    return "-".join(filter(None, (year, month.zfill(2), day and day.zfill(2))))


def _number(name: str) -> str:
    return str(next(i for i, month in enumerate(MONTHS, 1) if month.lower().startswith(name[:3])))


def _day_month_year(manner: _Manner, found: _Found) -> str:
    return _joined(manner, found[3], found[2], found[1])


def _month_day_year(manner: _Manner, found: _Found) -> str:
    return _joined(manner, found[3], found[1], found[2])


def _month_year(manner: _Manner, found: _Found) -> str:
    return _joined(manner, found[2], found[1])


def _year_month_day(manner: _Manner, found: _Found) -> str:
    return _joined(manner, *found.groups())


def _figures(manner: _Manner, found: _Found) -> str:
    first, sign, second, third = found.groups()
    order = manner.order
    if len(first) == len("2020"):
        order = "ymd"
    elif order == "ymd" and (len(third) == len("2020") or sign != "-"):
        order = "dmy"
    figures = dict(zip(order, (first, second, third), strict=True))
    return _joined(manner, figures["y"], figures["m"], figures["d"])


_SPELLINGS: tuple[tuple[str, _Written], ...] = (
    (rf"{_NUMBER}{_GAP}{_NAME}{_GAP}('?\d\d|\d{{4}})(?!\d)", _day_month_year),
    (rf"\b{_NAME}{_GAP}{_NUMBER}(?:, ?| ){_YEAR}", _month_day_year),
    (rf"\b{_NAME}{_GAP}{_YEAR}", _month_year),
    (rf"(?<!\d)(\d{{4}}){_GAP}{_NAME}{_GAP}{_NUMBER}", _year_month_day),
    (rf"(?<!\d)(\d{{4}}){_GAP}{_NAME}", _year_month_day),
    (r"(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)", _year_month_day),
    (r"(?<!\d)(\d{4})([-\u2013/.])(\d{1,2})\2(\d{1,2})(?!\d)", _figures),
    (r"(?<!\d)(\d{4})[-\u2013/.](\d{1,2})(?!\d)", _year_month_day),
    (rf"{_APART}(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}})(?!\d)", _figures),
    (rf"{_APART}(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d\d)(?![-/.]?\d)", _figures),
    (rf"{_APART}(\d{{1,2}})[-/.](\d{{4}})(?!\d)", _month_year),
)
