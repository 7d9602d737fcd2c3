"""A catalogue of words in one language, and phrases made of it."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

import msgspec

from chronicle.wording.plurals import category

Tree: TypeAlias = Mapping[str, object]
"""A catalogue as it is parsed: texts under keys, or more of these, nested by subject."""

_PLACE = re.compile(r"\{([a-z_]+)\}")
_DIGITS = "0123456789"
_DIRECTIONS = ("ltr", "rtl")


class Words(msgspec.Struct, frozen=True, eq=False):
    """The words of a language, made by `load`; calling it gives a phrase.

    Keys are dotted (`date.full.day`). Texts have {places} for values; a value that is a number is written
    as `number` writes it, so years and the like are given as text.
    """

    language: str
    phrases: Mapping[str, str]

    @classmethod
    def load(cls, language: str, tree: Tree) -> "Words":
        """Return the words of a parsed catalogue; raise ValueError where it has anything but texts in it."""
        return cls(language, dict(_flat(tree)))

    def __call__(self, key: str, /, **values: str | int) -> str:
        """Return the phrase of a key with its values; a missing one raises KeyError with key and language."""
        text = self._text(key)
        if "{" not in text:
            return text
        said = list(_parts(text))
        for number in range(1, len(said), 2):
            said[number] = self._value(key, said[number], values)
        return "".join(said)

    def _text(self, key: str) -> str:
        try:
            return self.phrases[key]
        except KeyError:
            raise KeyError(f'no words for "{key}" in {self.language}') from None

    def _value(self, key: str, name: str, values: Mapping[str, str | int]) -> str:
        if name not in values:
            raise KeyError(f'no value for {{{name}}} of "{key}" in {self.language}')
        value = values[name]
        return self.number(value) if isinstance(value, int) else value

    def __contains__(self, key: str) -> bool:
        return key in self.phrases

    def count(self, key: str, number: int, /, **values: str | int) -> str:
        """Return the phrase for a number of things, {n}: the text of its plural category under `key`.

        A category that the catalogue leaves out is told as `other`.
        """
        chosen = f"{key}.{category(self.language, number)}"
        return self(chosen if chosen in self else f"{key}.other", **{"n": number, **values})

    def number(self, number: int) -> str:
        """Return a whole number in the catalogue's digits, in groups of three."""
        return self.digits(f"{number:,}").replace(",", self._text("number.group"))

    def digits(self, text: str) -> str:
        """Return a text with its digits 0 to 9 as the catalogue writes them."""
        own = self._text("number.digits")
        return text if own == _DIGITS else text.translate(str.maketrans(_DIGITS, own))

    @property
    def direction(self) -> str:
        """The direction of the language's script, `ltr` or `rtl`."""
        return self._text("direction")

    @property
    def fingerprint(self) -> bytes:
        """A digest of language and words; the order in which they are written makes no difference."""
        content = msgspec.msgpack.encode([self.language, sorted(self.phrases.items())])
        return hashlib.blake2b(content, digest_size=16).digest()


@cache
def _parts(text: str) -> tuple[str, ...]:
    """Return a text cut at its places: words, the name of a place, words, and so on."""
    return tuple(_PLACE.split(text))


def _flat(tree: Tree, above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in tree.items():
        key = above + name
        if isinstance(value, str):
            _check(key, value)
            yield key, value
        elif isinstance(value, Mapping):
            yield from _flat(value, key + ".")
        else:
            raise ValueError(f'"{key}" is no text and no group of texts')  # noqa: TRY004 - wrong content of a file


def _check(key: str, text: str) -> None:
    if key == "direction" and text not in _DIRECTIONS:
        raise ValueError(f'the direction is "{text}", neither ltr nor rtl')
    if key == "number.digits" and len(text) != len(_DIGITS):
        raise ValueError(f'"{key}" holds the ten digits from 0 to 9, not "{text}"')
