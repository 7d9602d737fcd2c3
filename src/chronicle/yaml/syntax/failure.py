"""Where the parser stopped, and what is known of that place."""

import re
from typing import NamedTuple

from chronicle.yaml.events import Visit
from chronicle.yaml.lines import Line, Parts, parts
from chronicle.yaml.source import Source

# What divides a list between brackets; a quoted text is passed over together with the mark before it.
_TOKEN = re.compile(r"""([\[{,:\]}])(?:\s*(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*'))?""", re.DOTALL)
_SEPARATOR = re.compile(r"[,\[\]{}\r\n]")
_IN_PAIR = re.compile(r"\s*[^:]*?:\s+")


class Region(NamedTuple):
    """The value or list item in which the parser stopped."""

    start: int
    end: int
    bracket: str
    """The bracket or brace that it stands in; "" if it stands in none."""


class Failure(NamedTuple):
    """A fault of syntax, as the parser tells it."""

    source: Source
    says: str
    """The parser's own words: never shown, and used only to tell its complaints apart."""
    at: int
    """Where it stopped."""
    opened: int
    """Where what it was reading began; -1 if it does not say."""
    last: Visit | None
    """The last text that it read."""
    flow: int
    """Where the outermost bracket or brace that is open stands; -1 if none is."""

    @property
    def line(self) -> Line:
        """The line in which it stopped."""
        return self.source.line_at(self.at)

    @property
    def parts(self) -> Parts:
        """The line in which it stopped, taken apart."""
        return parts(self.line)

    def region(self) -> Region:
        """Return the value or list item in which it stopped."""
        return self.region_at(self.at)

    def region_at(self, index: int) -> Region:
        """Return the value or list item around `index`, as far as its line goes."""
        text, here = self.source.text, parts(self.source.line_at(index))
        base = self.flow
        if base < 0 and here.value[:1] in ("[", "{"):
            base = here.value_start
        bracket, start = _item(text, base, index) if base >= 0 else ("", 0)
        if not bracket:
            return Region(here.value_start, here.value_end, "")
        stop = _SEPARATOR.search(text, index)
        end = stop.start() if stop else len(text)
        pair = _IN_PAIR.match(text, start, index) if bracket == "{" else None
        return Region(*_stripped(text, pair.end() if pair else start, end), bracket)

    def text(self, region: Region) -> str:
        """Return what stands in a region."""
        return self.source.text[region.start : region.end]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _item(text: str, base: int, index: int) -> tuple[str, int]:
    """Return the innermost bracket that is open at `index`, seen from `base`, and where the item in it begins."""
    open_ones = [("", base)]
    for token in _TOKEN.finditer(text, base, index):
        mark, after = token[1], token.start() + 1
        if mark in "[{":
            open_ones.append((mark, after))
        elif mark in "]}" and len(open_ones) > 1:
            open_ones.pop()
        elif mark == ",":
            open_ones[-1] = (open_ones[-1][0], after)
    return open_ones[-1]
