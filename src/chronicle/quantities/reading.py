"""From the text of a quantity to the quantity."""

import re
from functools import lru_cache

from chronicle.problems.problem import Fault
from chronicle.quantities.mending import mended, reason
from chronicle.quantities.quantity import Form, Quantity

_DIGITS_AT_MOST = 12
_CHARACTERS_AT_MOST = 80

_CONVENTION = {"several": 3, "many": 3, "dozens": 24, "hundreds": 200}
"""The least that a word is taken to mean: the convention that totals must own up to."""

_QUALIFIERS: dict[str, Form] = {
    "": "exact",
    "about": "about",
    "over": "over",
    "at least": "at-least",
    "up to": "up-to",
    "under": "under",
}
_NUMBER = r"(0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)"
_QUALIFIED = re.compile(rf"(?:(about|over|at least|up to|under) )?{_NUMBER}")
_RANGE = re.compile(rf"{_NUMBER} to {_NUMBER}")
_SHARE = re.compile(r"(?:100|[1-9]?[0-9](?:\.[0-9]{1,2})?) ?%")

_EMPTY_BOUNDS = {
    "about 0": "none",
    "over 0": "at least 1",
    "at least 0": "unknown",
    "up to 0": "none",
    "under 0": "none",
    "under 1": "none",
}
"""Bounds that say nothing, or say simply, with what they come to."""


@lru_cache(maxsize=4096)
def read(text: str) -> Quantity:
    """Read a quantity in any of its forms, regardless of case and of how often a space is repeated.

    Raises `Fault` (quantity-malformed, quantity-reversed) for every other text, with the mended text in its
    help where one can be told.
    """
    written = " ".join(text.split())
    found = _parse(written)
    if found is None:
        raise _malformed(written)
    return found


def _parse(written: str) -> Quantity | None:
    """Read a text with single spaces; None where it has no form, a fault where its form is misused."""
    folded = written.lower()
    if folded == "unknown":
        return Quantity(text=written, form="unknown")
    if folded in {"none", "0"}:
        return Quantity(text=written, form="none", least=0, best=0, most=0)
    if folded in _CONVENTION:
        return Quantity(text=written, form="word", word=folded, least=_CONVENTION[folded])
    if _SHARE.fullmatch(folded):
        return Quantity(text=written.replace(" ", ""), form="share")
    if match := _QUALIFIED.fullmatch(folded):
        return _qualified(written, match[1] or "", _figure(match[2]))
    if match := _RANGE.fullmatch(folded):
        return _range(written, _figure(match[1]), _figure(match[2]))
    return None


def _figure(digits: str) -> int:
    plain = digits.replace(",", "")
    if len(plain) > _DIGITS_AT_MOST:
        raise Fault(
            "quantity-malformed",
            f"a number of {len(plain)} digits is no count",
            f"write at most {_DIGITS_AT_MOST} digits",
        )
    return int(plain)


def _qualified(written: str, qualifier: str, number: int) -> Quantity:
    simpler = _EMPTY_BOUNDS.get(f"{qualifier} {number}")
    if simpler:
        raise Fault("quantity-malformed", f'"{written}" says nothing', f'write "{simpler}"')
    form = _QUALIFIERS[qualifier]
    least = {"exact": number, "over": number + 1, "at-least": number}.get(form)
    most = {"exact": number, "under": number - 1, "up-to": number}.get(form)
    best = number if form in {"exact", "about"} else None
    return Quantity(text=written, form=form, numbers=(number,), least=least, best=best, most=most)


def _range(written: str, first: int, second: int) -> Quantity:
    low, high = sorted((first, second))
    plain = "none" if high == 0 else f"{high:,}" if low == high else f"up to {high:,}" if low == 0 else ""
    if second < first:
        ordered = plain or f"{low:,} to {high:,}"
        raise Fault("quantity-reversed", f'"{written}" ends below its start', f'write "{ordered}"')
    if plain:
        raise Fault("quantity-malformed", f'"{written}" is no range', f'write "{plain}"')
    return Quantity(text=written, form="range", numbers=(low, high), least=low, most=high)


def _malformed(written: str) -> Fault:
    if len(written) > _CHARACTERS_AT_MOST:
        return Fault(
            "quantity-malformed",
            "a quantity is a number or a word, not a sentence",
            "put the wording into `says` or the summary",
        )
    for candidate in mended(written):
        try:
            found = _parse(candidate)
        except Fault as fault:
            return fault
        if found is not None:
            return Fault("quantity-malformed", reason(written), f'write "{candidate}"')
    return Fault("quantity-malformed", reason(written))


ONE = read("1")
"""What a record counts where it says nothing of its own."""
