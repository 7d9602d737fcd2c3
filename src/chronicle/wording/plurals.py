"""The plural category of a count in a language: the cardinal rules of Unicode's CLDR for whole numbers."""

from collections.abc import Callable
from typing import Literal, TypeAlias, get_args

Category: TypeAlias = Literal["zero", "one", "two", "few", "many", "other"]

CATEGORIES: frozenset[str] = frozenset(get_args(Category))
"""Every category that a language may tell apart."""

_MILLION = 1_000_000


def category(language: str, number: int) -> Category:
    """Return the CLDR category of a number of things; `other` in a language whose rules are not known.

    `language` is a tag, of which the first part counts (`ar` in `ar-SY`).
    """
    rule = _RULES.get(language.lower().split("-")[0])
    return rule(abs(number)) if rule else "other"


def _one_alone(number: int) -> Category:
    return "one" if number == 1 else "other"


def _none_or_one(number: int) -> Category:
    return "one" if number <= 1 else "other"


def _spanish(number: int) -> Category:
    return "many" if number and number % _MILLION == 0 else _one_alone(number)


def _french(number: int) -> Category:
    return "many" if number and number % _MILLION == 0 else _none_or_one(number)


def _hebrew(number: int) -> Category:
    return "two" if number == 2 else _one_alone(number)


def _east_slavic(number: int) -> Category:
    last, before = number % 10, number % 100 // 10
    if before == 1 or last == 0 or last >= 5:
        return "many"
    return "one" if last == 1 else "few"


def _arabic(number: int) -> Category:
    first: tuple[Category, ...] = ("zero", "one", "two")
    if number < len(first):
        return first[number]
    rest = number % 100
    if rest <= 2:
        return "other"
    return "few" if rest <= 10 else "many"


_RULES: dict[str, Callable[[int], Category]] = {
    "ar": _arabic,
    "de": _one_alone,
    "en": _one_alone,
    "es": _spanish,
    "fa": _none_or_one,
    "fr": _french,
    "he": _hebrew,
    "ku": _one_alone,
    "ru": _east_slavic,
    "tr": _one_alone,
    "uk": _east_slavic,
}
