"""Sentences about dates that are no part of the language, each with what it may mean in it."""

import datetime
import re
from collections.abc import Iterator

from chronicle.dates.date import first_day, last_day
from chronicle.dates.grammar import END

_A = f"({END})"
_Y, _M = r"(\d{4})", r"(\d{4}-\d\d)"
_TO = r" ?(?:-|\u2013|/|\.\.|->|→|\bto\b|\buntil\b|\btill?\b|\bthrough\b|\bthru\b|\bup to\b) ?"
_NOW = r"(?:open|\.\.|\?|unknown|now|today|date|(?:the )?present|ongoing)"
_EARLY = r"(?:early|(?:the )?(?:beginning|start) of)[ -](?:in )?"
_MID = r"(?:mid|(?:the )?middle of)[ -](?:in )?"
_LATE = r"(?:late|(?:the )?end of)[ -](?:in )?"
_NEAR = r"(?:circa|approx\.?|approximately)"

# A sentence, and what it may mean: `a` and `b` are its ends, `rest` the second where it was cut short,
# `before` and `after` the neighbours of `a` and `last` its last day. Patterns stay text: few runs need them.
_RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    # one end
    (rf"(?:(?:some ?time )?(?:on|in|during|within|dated|at) )?(?:the )?(?:month of |year )?{_A}", ("{a}",)),
    (rf"{_A},? \(?(?:month and )?day (?:not stated|not known|unknown)\)?", ("{a}",)),
    (rf"(?:throughout|all(?: of)?|the whole of) {_A}", ("{a} to {a}",)),
    # two ends
    (rf"(?:from )?{_A}{_TO}{_A}", ("{a} to {b}",)),
    (rf"(?!{END}$)(?:from )?{_A}{_TO}(\d\d(?:-\d\d)?)", ("{a} to {rest}",)),
    (rf"between {_A}(?:{_TO}| and ){_A}", ("between {a} and {b}",)),
    (rf"(?:either )?{_A} or {_A}", ("between {a} and {b}",)),
    (rf"(?:both )?{_A}(?: and | ?& ?|, ?){_A}", ("{a} to {b}", "between {a} and {b}")),
    (rf"[\[{{]{_A} ?(?:\.\.|,|/) ?{_A}[\]}}]", ("between {a} and {b}",)),
    # open
    (rf"(?:from )?{_A}{_TO}{_NOW}?", ("{a} to open",)),
    (rf"from {_A}, not known to have ended", ("{a} to open",)),
    (rf"(?:since|from|starting|beginning|as of) {_A}(?: onwards?| on)?", ("{a} to open", "not before {a}")),
    (rf"{_A} onwards?", ("{a} to open", "not before {a}")),
    (rf"(?:\.\.)?/(?:\.\.)?|ongoing|unknown{_TO}{_NOW}", ("unknown to open",)),
    (r"from an unknown day, not known to have ended", ("unknown to open",)),
    # one side
    (rf"(?:\.\.|unknown|\?)?{_TO}{_A}|\[\.\. ?{_A}\]", ("by {a}",)),
    (rf"(?:by(?: the end of)?|not? (?:later than|after)|on or before|at the latest|<=|≤) ?{_A}", ("by {a}",)),
    (rf"{_A},? (?:at the latest|or (?:before|earlier))", ("by {a}",)),
    (rf"\[?{_A} ?\.\.\]", ("not before {a}",)),
    (rf"(?:not? (?:earlier than|before)|on or after|at the earliest|>=|≥) ?{_A}", ("not before {a}",)),
    (rf"{_A},? (?:at the earliest|or (?:after|later))", ("not before {a}",)),
    (rf"(?:before|prior to|earlier than|ahead of|<) ?{_A}", ("by {before}", "by {a}")),
    (rf"(?:after|later than|following|>) ?{_A}", ("not before {after}", "not before {a}")),
    # approximate and doubtful
    (rf"(?:~|≈|ca?\.?|{_NEAR}|(?:on or )?(?:about|around)|roughly|near) ?{_A}", ("about {a}",)),
    (rf"{_A}(?: ?[~%]|,? \(?{_NEAR}\)?)", ("about {a}",)),
    (rf"\??{_A} ?\(?\?\)?|\?{_A}", ("{a}", "about {a}")),
    # parts of a month or a year
    (rf"{_EARLY}{_M}", ("{a}", "between {a}-01 and {a}-10")),
    (rf"{_MID}{_M}", ("{a}", "between {a}-11 and {a}-20")),
    (rf"{_LATE}{_M}", ("{a}", "between {a}-21 and {last}")),
    (rf"{_EARLY}{_Y}", ("{a}", "between {a}-01 and {a}-04")),
    (rf"{_MID}{_Y}", ("{a}", "between {a}-05 and {a}-08")),
    (rf"{_LATE}{_Y}", ("{a}", "between {a}-09 and {a}-12")),
    (rf"spring(?: of)? {_Y}", ("{a}", "between {a}-03 and {a}-05")),
    (rf"summer(?: of)? {_Y}", ("{a}", "between {a}-06 and {a}-08")),
    (rf"(?:autumn|fall)(?: of)? {_Y}", ("{a}", "between {a}-09 and {a}-11")),
    (rf"winter(?: of)? {_Y}", ("between {before}-12 and {a}-02", "between {a}-12 and {after}-02")),
    # nothing
    (r"(?:the )?(?:date|day) (?:is )?(?:unknown|not (?:known|stated))|unknown (?:date|day)", ("unknown",)),
    (r"n/?a|n\.?d|none|null|nil|no date|undated|not (?:known|stated)|unstated|tb[acd]|[?x-]+", ("unknown",)),
)


def rewritten(text: str) -> Iterator[str]:
    """Yield what a plain text whose days are in ISO form may mean, in the language of dates."""
    for sentence, meanings in _RULES:
        if found := re.fullmatch(sentence, text):
            a, b = (*filter(None, found.groups()), "", "")[:2]
            known = {"a": a, "b": b, "rest": a[: -len(b)] + b, **_neighbours(a)}
            yield from (meaning.format_map(known) for meaning in meanings)


def _neighbours(end: str) -> dict[str, str]:
    """Return the day, month or year before an end and after it, and its last day; "" where there is none."""
    try:
        first, last, one = first_day(end), last_day(end), datetime.timedelta(days=1)
        sides = {"before": first - one, "after": last + one}
    except (ValueError, OverflowError):
        return {"before": "", "after": "", "last": ""}
    return {side: day.isoformat()[: len(end)] for side, day in sides.items()} | {"last": last.isoformat()}
