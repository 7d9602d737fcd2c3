"""The quantity: a number as its source words it."""

from typing import Literal, TypeAlias

import msgspec

Form: TypeAlias = Literal[
    "exact",
    "none",
    "about",
    "over",
    "at-least",
    "up-to",
    "under",
    "range",
    "word",
    "share",
    "unknown",
]


class Quantity(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """What a source says of how many, and what follows from it.

    `text` is the wording, with single spaces. `numbers` are the figures in it, in order; a share has none,
    since its figure, which may have decimals, is never counted with. `word` is the English word of a `word`
    form, in small letters, else "". `least` and `most` are bounds, `best` the one figure that is named as the
    number itself; each is None where the wording gives none.
    """

    text: str
    form: Form
    numbers: tuple[int, ...] = ()
    word: str = ""
    least: int | None = None
    best: int | None = None
    most: int | None = None

    @property
    def conventional(self) -> bool:
        """Whether the bound rests on what a word is taken to mean, not on a figure."""
        return self.form == "word"
