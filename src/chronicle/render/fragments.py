"""Fragments: what many pages show alike, laid out once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

import msgspec
from markupsafe import Markup

from chronicle.render.references import References, references

Item: TypeAlias = msgspec.Struct | str | None
"""What a fragment is about: a piece of a view, a text, or nothing. Equal items look alike, as 1 and True do not."""

Settle: TypeAlias = Callable[[str, References], References]
"""Takes the way to the site's root and what a fragment refers to; gives what each page with it is still asked about."""

FUNCTIONS = ("fragment", "fragments")
"""The functions of templates that lay out one item or several; the first argument of each names a template."""

# An event's takes about 1 kB with what it is found by, so these are 60 MB at most; beyond, all are forgotten and made
# anew. The pages of one year are laid out together, and show the same events; those of a place show events of any.
_MOST = 60_000


def as_it_is(_up: str, found: References) -> References:
    """Leave everything to be asked about."""
    return found


class Fragment(msgspec.Struct, frozen=True, gc=False):
    """A piece of HTML with what it refers to."""

    html: str
    references: References


class Taken(msgspec.Struct, frozen=True, gc=False):
    """The fragments that stand side by side at one place of a page, their HTML, and the way to the root in them."""

    html: str
    up: str
    fragments: tuple[Fragment, ...]

    @property
    def pieces(self) -> Iterator[str]:
        """The HTML, in pieces that can be encoded fast."""
        if self.html.isascii():
            yield self.html
            return
        for number, fragment in enumerate(self.fragments):
            yield f"\n{fragment.html}" if number else fragment.html


class Fragments:
    """Makes each fragment once, whatever pages it stands on, and notes which of them a page takes.

    `lay_out` lays a template out with the way to the site's root and an item. These and the globals of all templates
    are what a fragment is made of, so it is the same on every page with the same way up. What it refers to is settled
    once.
    """

    def __init__(self, lay_out: Callable[[str, str, Item], str], settle: Settle = as_it_is) -> None:
        self._lay_out = lay_out
        self._settle = settle
        self._made: dict[tuple[str, str], dict[Item, Fragment]] = {}
        self._number = 0
        self._up = ""
        self._taken: list[Taken] = []

    @property
    def functions(self) -> Mapping[str, Callable[..., Markup]]:
        """What templates call, by name."""
        return dict(zip(FUNCTIONS, (self._one, self._all), strict=True))

    def begin(self, up: str) -> None:
        """Begin a page from which this is the way to the site's root."""
        self._up = up
        self._taken.clear()

    def _one(self, template: str, up: str, item: Item = None) -> Markup:
        return self._all(template, up, (item,))

    def _all(self, template: str, up: str, items: Iterable[Item]) -> Markup:
        made = self._made.setdefault((template, up), {})
        found = tuple([made.get(item) or self._new(template, up, item) for item in items])
        html = "\n".join([fragment.html for fragment in found])
        self._taken.append(Taken(html, up, found))
        return Markup(html)  # noqa: S704 - what templates made, escaped already

    def _new(self, template: str, up: str, item: Item) -> Fragment:
        if not isinstance(item, Item):
            raise TypeError(f"a fragment is of a piece of a view or a text, not of a {type(item).__name__}")
        before = len(self._taken)
        html = self._lay_out(template, up, item)
        del self._taken[before:]  # fragments within this one are part of it
        if self._number == _MOST:
            self._forget()
        self._number += 1
        fragment = self._made[template, up][item] = Fragment(html, self._settle(up, references(html)))
        return fragment

    def _forget(self) -> None:
        for each in self._made.values():
            each.clear()
        self._number = 0

    def finished(self, html: str) -> tuple[bytes, list[References]]:
        """Return the file of the page that was laid out, and what it refers to, part by part.

        What its fragments refer to is known, so only the rest is looked through; what is settled for another way up
        means nothing here. The page is encoded piece by piece: a
        text with one character beyond ASCII in it takes forty times as long as one without, and few pieces have any.
        """
        pieces: list[str] = []
        rest: list[str] = []
        within: list[References] = []
        end = 0
        for taken in self._taken:
            begin = _place(taken.html, html, end)
            if begin >= 0:
                rest.append(html[end:begin])
                pieces += (rest[-1], *taken.pieces)
                if taken.up == self._up:
                    within += [fragment.references for fragment in taken.fragments]
                else:
                    within.append(references(taken.html))
                end = begin + len(taken.html)
        rest.append(html[end:])
        file = b"".join([piece.encode() for piece in (*pieces, rest[-1])])
        return file, [references(" ".join(rest)), *within]


def _place(part: str, html: str, start: int) -> int:
    """Return where a part of a page begins, or -1 where it is not whole elements that stand there as they are.

    Its beginning is looked for and then all of it compared, which for a long list takes a tenth of the time of a
    search for the whole.
    """
    if not (part.startswith("<") and part.rstrip().endswith(">")):
        return -1
    begin = html.find(part[:40], start)
    return begin if begin >= 0 and html.startswith(part, begin) else -1
