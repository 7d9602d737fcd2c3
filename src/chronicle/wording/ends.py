"""The ends of a date in words: days, months and years as a catalogue writes them."""

from typing import NamedTuple

from chronicle.dates.grammar import MONTHS
from chronicle.wording.words import Words

_PRECISION = {len("2020"): "year", len("2020-06"): "month", len("2020-06-07"): "day"}


class Manner(NamedTuple):
    """How a date is said: in which words, in full or in short, and under which year's heading."""

    words: Words
    style: str = "full"
    year: str = ""
    """The year that is known already and left out beside a month; "" for none."""

    def say(self, key: str, **values: str) -> str:
        """Return the phrase of a key in this style."""
        return self.words(f"date.{self.style}.{key}", **values)


def precision(end: str) -> str:
    """Return `day`, `month` or `year`."""
    return _PRECISION[len(end)]


def end_words(end: str, manner: Manner) -> str:
    """Return an ISO day, month or year in words, without the year that is known already."""
    if end[:4] == manner.year and precision(end) != "year":
        return yearless(end, manner)
    return manner.say(precision(end), **parts(end, manner))


def yearless(end: str, manner: Manner) -> str:
    """Return an ISO day or month in words without its year."""
    return manner.say(f"{precision(end)}-of-year", **parts(end, manner))


def parts(end: str, manner: Manner) -> dict[str, str]:
    """Return the year, the month and the day of an end in words, as far as it has them, by these names."""
    values = {"year": manner.words.digits(end[:4])}
    if precision(end) != "year":
        values["month"] = _month(end, manner)
    if precision(end) == "day":
        values["day"] = manner.words.digits(str(int(end[8:])))
    return values


def _month(end: str, manner: Manner) -> str:
    """Return the name of a month, beside a day in the form that some languages have for it (7 июня)."""
    name = MONTHS[int(end[5:7]) - 1].lower()
    beside_day = f"date.months.beside-day.{name}"
    if precision(end) == "day" and manner.style == "full" and beside_day in manner.words:
        return manner.words(beside_day)
    return manner.words(f"date.months.{manner.style}.{name}")
