"""Sums of quantities as ranges: what the records state together, and no more."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from chronicle.quantities.quantity import Quantity


class Total(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """How many a number of records state together.

    `least` and `most` are bounds; `most` is None where a record gives no upper bound. An approximate figure
    ("about 300") is neither: `about` is what such figures come to beyond `least`. So 13, at least 5 and
    about 300 are "at least 18, and about 300 more", and 13 and about 300 may be worded "about 313" (`best`).
    `records` counts what the total rests on, `unnumbered` those of them that give no number. `conventional`
    says that a bound rests on what a word such as "several" is taken to mean.
    """

    least: int = 0
    about: int = 0
    most: int | None = 0
    records: int = 0
    unnumbered: int = 0
    conventional: bool = False

    @property
    def best(self) -> int:
        """The bound from below with every approximate figure at its word; never printed alone."""
        return self.least + self.about


NOTHING = Total()
"""The total of no records: added to any other, it changes nothing."""


def total(items: Iterable[Quantity | Total]) -> Total:
    """Add what records state, each a quantity or already a total; the order makes no difference.

    A share is in no total, not even as a record.
    """
    least = about = records = unnumbered = 0
    most: int | None = 0
    conventional = False
    for item in items:
        each = item if type(item) is Total else as_total(item)
        least += each.least
        about += each.about
        most = None if most is None or each.most is None else most + each.most
        records += each.records
        unnumbered += each.unnumbered
        conventional |= each.conventional
    return Total(least=least, about=about, most=most, records=records, unnumbered=unnumbered, conventional=conventional)


def times(item: Quantity | Total, number: int) -> Total:
    """Return what so many records state together that each state the same; the number is at least 1."""
    each = as_total(item)
    if number == 1:
        return each
    return Total(
        least=each.least * number,
        about=each.about * number,
        most=None if each.most is None else each.most * number,
        records=each.records * number,
        unnumbered=each.unnumbered * number,
        conventional=each.conventional,
    )


def possibly(item: Quantity | Total) -> Total:
    """Return what only may be counted: from not at all to fully."""
    return msgspec.structs.replace(as_total(item), least=0, about=0, conventional=False)


def residual(whole: Quantity | Total, parts: Iterable[Quantity | Total]) -> Total:
    """Return what an aggregate states beyond its parts, in the same unit; `NOTHING` if that is nothing.

    The least is the whole's least without the parts' most, the most the whole's most without the parts'
    least, neither below 0; a bound that is missing on either side stays missing. A part that only may
    belong to the whole is given as `possibly(part)`.
    """
    if _is_share(whole):
        return NOTHING
    stated, counted = as_total(whole), total(parts)
    least = 0 if counted.most is None else max(0, stated.least - counted.most)
    most = None if stated.most is None else max(0, stated.most - counted.least)
    if most == 0:
        return NOTHING
    approximate = stated.about > 0 or counted.about > 0
    beyond = max(0, stated.best - counted.best - least) if approximate else 0
    return Total(
        least=least,
        about=beyond if most is None else min(beyond, most - least),
        most=most,
        records=1,
        unnumbered=min(1, stated.unnumbered),
        conventional=stated.conventional or counted.conventional,
    )


def contradicts(whole: Quantity | Total, parts: Iterable[Quantity | Total]) -> bool:
    """Tell whether the parts state more at the least than the whole does at the most."""
    most = as_total(whole).most
    return not _is_share(whole) and most is not None and total(parts).least > most


def span(accounts: Iterable[Quantity | Total]) -> Total:
    """Return what several accounts of one thing leave possible: from the least that any states to the most.

    It stands for one record. An account without a number contradicts none and is passed over; where none has
    a number, neither has the span. An approximate figure opens the span on both sides, as it has no bounds;
    `about` then leads from the least to the smallest figure that any account names.
    """
    stated = [each for each in map(as_total, accounts) if each.records]
    if not stated:
        return NOTHING
    numbered = [each for each in stated if not each.unnumbered]
    if not numbered:
        return Total(most=None, records=1, unnumbered=1)
    least = min(each.least for each in numbered)
    known = [each.most for each in numbered if each.most is not None]
    return Total(
        least=least,
        about=min(each.best for each in numbered) - least,
        most=max(known) if len(known) == len(numbered) else None,
        records=1,
        conventional=any(each.conventional for each in numbered),
    )


def _is_share(item: Quantity | Total) -> bool:
    return isinstance(item, Quantity) and item.form == "share"


def as_total(item: Quantity | Total) -> Total:
    """Return one record's statement as a total of its own; a share is `NOTHING`."""
    return item if isinstance(item, Total) else _of_quantity(item)


@lru_cache(maxsize=4096)
def _of_quantity(item: Quantity) -> Total:
    if item.form == "share":
        return NOTHING
    return Total(
        least=item.least or 0,
        about=(item.best or 0) if item.form == "about" else 0,
        most=item.most,
        records=1,
        unnumbered=1 if item.form == "unknown" else 0,
        conventional=item.conventional,
    )
