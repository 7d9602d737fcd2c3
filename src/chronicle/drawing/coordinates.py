"""Coordinates as SVG writes them, as short as they can be."""


def short(number: float) -> str:
    """Return a number with two decimals at most, without idle zeros or a negative zero."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
