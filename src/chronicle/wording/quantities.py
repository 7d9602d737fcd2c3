"""Quantities in words: as their sources word them, with figures as the language writes them."""

from chronicle.quantities.quantity import Quantity
from chronicle.wording.words import Words


def quantity_words(quantity: Quantity, words: Words) -> str:
    """Return a quantity as a page shows it: "400,000", "about 300", "several", "number unknown"."""
    if quantity.form == "share":
        return words("quantity.share", share=words.digits(quantity.text.removesuffix("%")))
    if quantity.form == "word":
        return words(f"quantity.word.{quantity.word}")
    names = ("first", "last") if quantity.form == "range" else ("number",)
    figures = dict(zip(names, map(words.number, quantity.numbers), strict=False))
    return words(f"quantity.{quantity.form}", **figures)


def range_words(least: int | None, most: int | None, words: Words) -> str:
    """Return what two bounds leave possible: "31", "at least 31", "up to 40", a range, "not known".

    No count is below 0: a least of 0 is as good as none, and with a most of 0 it is "0".
    """
    if most is None:
        return words("quantity.at-least", number=least) if least else words("quantity.not-known")
    if (least or 0) == most:
        return words.number(most)
    if not least:
        return words("quantity.up-to", number=most)
    return words("quantity.range", first=least, last=most)
