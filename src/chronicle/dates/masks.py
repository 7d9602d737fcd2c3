"""Days whose unknown figures are masked (2020-06-XX), rewritten as what is left of them."""

import re

from chronicle.dates.date import days_of

_SIGNS = "xu?"
_DATE = rf"(?<![\w?-])[\d{_SIGNS}]{{4}}(?:-[\d{_SIGNS}]{{1,2}}){{0,2}}(?![\w?-])"
_DECADE = r"\b(?:the )?(\d{3})0'?s\b"
_MONTHS = [f"{month:02}" for month in range(1, 13)]


def unmasked(text: str) -> str:
    """Return a `plain` text with every masked day, and every decade, as the span that is left of it.

    A day or a month of an unknown year stays as it is: nothing that can be written is left of it.
    """
    return re.sub(_DATE, _left, re.sub(_DECADE, r"\1x", text))


def _left(found: re.Match[str]) -> str:
    year, month, day = (*found[0].split("-"), "", "")[:3]
    if _is_masked(year):
        return found[0] if (month + day).strip(_SIGNS) else _years(year)
    if _is_masked(month):
        return _among(year, month, len(_MONTHS))
    if _is_masked(day):
        return _among(f"{year}-{month}", day, days_of(int(year), int(month)) if month in _MONTHS else 31)
    return found[0]


def _is_masked(part: str) -> bool:
    return any(sign in part for sign in _SIGNS)


def _years(mask: str) -> str:
    first, last = (re.sub(f"[{_SIGNS}]", figure, mask) for figure in "09")
    return f"between {first} and {last}" if mask.strip(_SIGNS) else "unknown"


def _among(whole: str, mask: str, count: int) -> str:
    """Return the parts of a whole that fit a mask: all that is known is that it was one of them."""
    pattern = re.sub(f"[{_SIGNS}]", ".", mask)
    fitting = [f"{whole}-{part:02}" for part in range(1, count + 1) if re.fullmatch(pattern, f"{part:02}")]
    if not mask.strip(_SIGNS) or not fitting:
        return whole
    return fitting[0] if len(fitting) == 1 else f"between {fitting[0]} and {fitting[-1]}"
