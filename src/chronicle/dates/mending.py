"""The fault of a text that is no date, with what an editor may have meant by it."""

import re
from collections.abc import Iterator

from chronicle.dates.grammar import FIRST_YEAR, LAST_YEAR, parse
from chronicle.dates.masks import unmasked
from chronicle.dates.rewriting import rewritten
from chronicle.dates.spelling import MONTH_NAMES, plain, spelled
from chronicle.problems.nearest import nearest
from chronicle.problems.problem import Fault

_LONGEST = 80
"""Longer texts are no misspelt dates."""

_SHOWN = 40
_KNOWN = (
    *(
        "about",
        "after",
        "and",
        "before",
        "between",
        "by",
        "circa",
        "early",
        "from",
        "late",
        "mid",
        "not",
        "open",
    ),
    *("or", "since", "spring", "summer", "autumn", "winter", "to", "unknown", "until"),
    *MONTH_NAMES,
)
_EXAMPLES = (
    "a date is written like one of these: 2020-06-07; 2020-06; 2020; 2020-06-03 to 2020-06-04; "
    "2015-09 to open; unknown to open; between 2020-06-01 and 2020-06-18; by 2020-06-18; "
    "not before 2020-11-30; about 2020-06-15; unknown"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_RELATIVE = rf"\b(?:today|tomorrow|yesterday|now|last|this|next|ago|recent(?:ly)?|{_WEEKDAY})\b"
_MONTH_OR_DAY = rf"(?!.*\d{{4}}).*\b(?:{'|'.join(MONTH_NAMES)})\b|^\d\d?[-/.]\d\d?$"
_HINTS = (
    (_RELATIVE, "write the day that is meant, such as 2020-06-09: nothing is filled in from today"),
    (r"^[xu?]+-\d", "state the year, or write unknown where nothing is known"),
    (r"\d{5}|^-?\d{1,3}$", f"a year has four figures, from {FIRST_YEAR} to {LAST_YEAR}"),
    (rf"^(?:{_MONTH_OR_DAY})", "state the year too, such as 2020-11-12"),
)


def malformed(text: str) -> Fault:
    """Return what is wrong with a text that `parse` does not know; its help offers all its readings."""
    if not text.strip():
        return Fault("date-malformed", "the date is empty", "write unknown where nothing is known")
    found, refused = _readings(text)
    if not found and refused:
        return refused
    shown = " ".join(text[: _SHOWN * 2].split())
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
    return Fault("date-malformed", f'"{shown}" is not how a date is written', _help(text, found))


def readings(text: str) -> tuple[str, ...]:
    """Return the dates that a text may mean, as they are written in a record, the likeliest first."""
    return _readings(text)[0]


def _readings(text: str) -> tuple[tuple[str, ...], Fault | None]:
    """Return the readings that stand and the fault of the first that does not."""
    refused: Fault | None = None
    for clean in _corrected(text):
        found: list[str] = []
        for candidate in _candidates(clean):
            try:
                date = parse(candidate)
            except Fault as fault:
                refused = refused or fault
            else:
                found += [date.written] if date else []
        if found:
            return tuple(dict.fromkeys(found)), None
    return (), refused


def _corrected(text: str) -> Iterator[str]:
    """Yield the text as it is, then with its misspelt words as the nearest known ones."""
    if len(text) > _LONGEST:
        return
    clean = plain(text)
    yield clean
    yield re.sub(r"[a-z]{4,}", lambda word: nearest(word[0], _KNOWN, 0.75) or word[0], clean)


def _candidates(clean: str) -> Iterator[str]:
    for iso in spelled(unmasked(clean)):
        yield iso
        yield from rewritten(iso)


def _help(text: str, found: tuple[str, ...]) -> str:
    if len(found) == 1:
        return f"write {found[0]}"
    if found:
        return f"write {', '.join(found[:-1])} or {found[-1]}, whichever is meant"
    clean = plain(text[:_LONGEST])
    return next((hint for pattern, hint in _HINTS if re.search(pattern, clean)), _EXAMPLES)
