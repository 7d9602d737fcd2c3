"""Reading a date as an editor wrote it."""

from functools import lru_cache

from chronicle.dates.date import Date
from chronicle.dates.grammar import parse
from chronicle.dates.mending import malformed


def read(text: str) -> Date:
    """Return the date that `text` writes; spaces around and between its words, and their case, do not count.

    Raise Fault (date-malformed, date-impossible, date-reversed) with the way out. Nothing is ever filled in:
    what the text does not state, the date does not know.
    """
    return _read(text)


@lru_cache(maxsize=1 << 15)
def _read(text: str) -> Date:
    date = parse(text)
    if date is None:
        raise malformed(text)
    return date
