"""The keys of a name: one that decides whether two spellings are the same, and two that only suggest."""

import re
import unicodedata
from functools import lru_cache

_ARTICLE = re.compile("(?:a|e|eh)(?:l|n|r|sh?|th?|dh?|z)|ul|ech")
"""The Arabic article in Latin letters, before moon and sun letters, on English, French and Russian maps."""

_ARABIC_ARTICLE = "\u0627\u0644"

_UNWRITTEN = re.compile(
    "[.'`\u00b4\u02b9-\u02bf\u02c8\u02ca\u02cb\u02ee\u0294\u0295\u2018-\u201b\u2032-\u2037\u055a\u05f3\ua78b\ua78c\uff07\uff40\u0640]"
)
"""Dots, apostrophes and what stands for hamza and ayn in Latin letters, and the Arabic tatweel."""

_ONE_LETTER = str.maketrans(
    {
        "\u0131": "i",  # the Turkish dotless i, whose capital is I
        "\u0671": "\u0627",  # alef with wasla
        "\u0629": "\u0647",  # teh marbuta
        "\u06be": "\u0647",
        "\u06c1": "\u0647",
        "\u06c3": "\u0647",
        "\u0649": "\u064a",  # alef maksura
        "\u06cc": "\u064a",  # Persian yeh
        "\u06a9": "\u0643",  # Persian kaf
    }
)

_ONE_SOUND = str.maketrans({"q": "k", "c": "k", "v": "w", "z": "s"})
_ONE_SOUND_OF_TWO = {"dj": "j", "kh": "h", "ch": "s", "sh": "s", "gh": "g", "th": "t", "dh": "d", "ph": "f"}


@lru_cache(maxsize=1 << 14)
def same(text: str) -> str:
    """Return the key that decides: two texts are spellings of one name exactly if their keys are equal.

    Case, accents, apostrophes, dots, hyphens, spaces and format characters make no difference (Unicode NFKD
    and casefold), nor does a leading *the* or Arabic article; an inner article is kept, as *al*. Variants
    of Arabic letters are one, as are the digits of all scripts. The key of a key is the key; a text with a
    letter or a digit never has an empty one.
    """
    words = _words(text)
    if words[0] == "the" and len(words) > 1:
        words = words[1:]
    if _ARTICLE.fullmatch(words[0]) and len(words) > 1:
        words = words[1:]
    inner = ("al" if _ARTICLE.fullmatch(word) else word for word in words[1:-1])
    key = "".join((words[0], *inner, *words[1:][-1:]))
    while key.startswith(_ARABIC_ARTICLE) and len(key) > 3:
        key = key.removeprefix(_ARABIC_ARTICLE)
    return key or "".join(character for character in text.casefold() if character.isalnum())


def near(text: str) -> str:
    """Return a coarser key: doubled letters are one, and so are a final -a, -ah, -e and -eh."""
    key = re.sub(r"(.)\1+", r"\1", same(text))
    return re.sub(r"(?<=..)(?:ah|eh|e|a)$", "a", key)


def sounds(text: str) -> str:
    """Return the coarsest key: the skeleton of consonants, with what romanisations exchange made one."""
    key = re.sub("[dkcsgtp][hj]", lambda pair: _ONE_SOUND_OF_TWO.get(pair[0], pair[0]), near(text))
    key = key.translate(_ONE_SOUND)
    first = "a" if key[:1] in set("eiou") else key[:1]
    return re.sub(r"(.)\1+", r"\1", first + re.sub("[aeiouyhw]", "", key[1:]))


def _words(text: str) -> list[str]:
    """Return the words of a text in folded letters; one empty word where it has none."""
    # NFKD makes a space of an acute accent and dots of an ellipsis, so both go before and after it.
    folded = unicodedata.normalize("NFKD", _UNWRITTEN.sub("", text)).casefold()
    plain = unicodedata.normalize("NFKD", folded).translate(_ONE_LETTER)
    letters = "".join(str(unicodedata.decimal(each, each)) for each in plain if not _is_mark(each))
    return re.split(r"[\W_]+", re.sub(r"^[\W_]+|[\W_]+$", "", _UNWRITTEN.sub("", letters)))


def _is_mark(character: str) -> bool:
    return unicodedata.combining(character) != 0 or unicodedata.category(character) == "Cf"
