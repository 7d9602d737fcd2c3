"""How a line of any text looks on a terminal, which it must not be able to drive."""

import unicodedata
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

WIDTH = 110
"""The most columns that an excerpt takes."""

_TAB = 4
_CONTEXT = 40
# Of a line without end only so many characters around the marks are looked at; most may take no column.
_REACH = 10 * WIDTH
_ELLIPSIS = "…"
_JOINERS = "\u200c\u200d"
# Signs that enclose or precede digits are of the same category as invisible characters, but are seen.
_SEEN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"


class Shown(NamedTuple):
    """An excerpt as it is printed, and the columns that its marks take, from 0."""

    text: str
    offset: int
    width: int


def escaped(text: str) -> str:
    """Return `text` in one line, with what cannot be seen, or would drive a terminal, as \\x1b or \\u202e."""
    return "".join(piece for piece, _ in _cells(text, tab=0))


def excerpt(line: str, column: int, length: int) -> Shown:
    """Return a source line as it is printed, and where `length` code points from `column` (from 1) stand in it.

    A line wider than WIDTH columns is cropped to what surrounds the marks. Tabs are expanded, East Asian characters
    take two columns, combining ones none.
    """
    cut = max(0, column - _REACH)
    cells = list(_cells(line.rstrip("\r\n")[cut : column + _REACH], _TAB))
    edges = list(accumulate((width for _, width in cells), initial=0))
    first = min(column - 1 - cut, len(cells))
    start, end = edges[first], edges[min(first + length, len(cells))]
    low, high = _window(edges, start)
    text = "".join(piece for piece, _ in cells[low:high])
    before = _ELLIPSIS if low or cut else ""
    after = _ELLIPSIS if high < len(cells) or len(line) > column + _REACH else ""
    offset = start - edges[low] + len(before)
    return Shown(before + text + after, offset, max(1, min(end, edges[high]) - start))


def _window(edges: list[int], start: int) -> tuple[int, int]:
    """Return the first and the last but one cell to show, so that the column `start` is among them."""
    if edges[-1] <= WIDTH:
        return 0, len(edges) - 1
    room = WIDTH - 2 * len(_ELLIPSIS)
    left = max(0, min(start - _CONTEXT, edges[-1] - room))
    low = next(cell for cell, edge in enumerate(edges) if edge >= left)
    high = next((cell for cell, edge in enumerate(edges) if edge > edges[low] + room), len(edges)) - 1
    return low, high


def _cells(text: str, tab: int) -> Iterator[tuple[str, int]]:
    """Yield each character as it is shown, with its width; tabs stop every `tab` columns, 0 shows them as \\t."""
    column = 0
    before = ""
    for character in text:
        piece, width = _cell(character, before)
        if character == "\t" and tab:
            width = tab - column % tab
            piece = " " * width
        yield piece, width
        column += width
        before = character


def _cell(character: str, before: str) -> tuple[str, int]:
    if " " <= character <= "~":
        return character, 1
    category = unicodedata.category(character)
    if category in ("Mn", "Me") or (character in _JOINERS and before > "\x7f"):
        return character, 0
    if category in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in _SEEN:
        piece = character.encode("ascii", "backslashreplace").decode() if character > "\x7f" else _ascii(character)
        return piece, len(piece)
    return character, 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _ascii(character: str) -> str:
    return repr(character)[1:-1]
