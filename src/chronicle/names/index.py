"""The index of a register's names."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple, TypeAlias

from chronicle.names.keys import near, same, sounds

Entry: TypeAlias = tuple[str, str, Iterable[str]]
"""An entry's id, its kind in words ("" where it has none), and every spelling of its name."""

_QUALIFIED = re.compile(r"(?P<name>.*\S)\s*\((?P<kind>[^()]*)\)\s*", re.DOTALL)
_SUGGESTIONS_AT_MOST = 3
_LIKE_ENOUGH = 0.7


class Suggestion(NamedTuple):
    """A spelling that may have been meant, and the entry that it belongs to."""

    spelling: str
    id: str


class Index:
    """Finds the entries of one register by id or by any spelling of their names; made once, never changed.

    Entries may share a spelling. A spelling without a letter or digit is passed over.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._kinds: dict[str, str] = {}
        self._spellings: list[Suggestion] = []
        # Few entries are named by many records.
        self._looked_up: dict[str, tuple[str, ...]] = {}
        for id_, kind, spellings in entries:
            self._kinds[id_] = same(kind)
            self._spellings += (Suggestion(spelling, id_) for spelling in spellings)
        self._by_key = {
            key: tuple(sorted({found.id for found in group})) for key, group in _grouped(self._spellings, same).items()
        }

    def lookup(self, text: str) -> tuple[str, ...]:
        """Return the ids of all entries that a text names, sorted; none where it names none.

        An id, exactly as it stands, wins over a spelling. Where a text in whole is no spelling, words in
        brackets at its end are the kind of the entry: "Idlib (governorate)".
        """
        if text not in self._looked_up:
            self._looked_up[text] = self._look_up(text)
        return self._looked_up[text]

    def _look_up(self, text: str) -> tuple[str, ...]:
        if text.strip() in self._kinds:
            return (text.strip(),)
        found = self._by_key.get(same(text), ())
        qualified = _QUALIFIED.fullmatch(text)
        if found or not qualified:
            return found
        kind = same(qualified["kind"])
        return tuple(id_ for id_ in self._by_key.get(same(qualified["name"]), ()) if self._kinds[id_] == kind)

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """Return up to three entries that a text that names none may have meant, each with one spelling.

        The nearest comes first: spellings that differ in doubled letters and endings, then those that sound
        alike, then the most alike letter by letter; among equals the order is that of likeness and spelling.
        """
        qualified = _QUALIFIED.fullmatch(text)
        wanted = qualified["name"] if qualified else text
        found: dict[str, Suggestion] = {}
        for group in (self._near.get(near(wanted), []), self._sounds.get(sounds(wanted), [])):
            _add(found, ((_likeness(same(wanted), same(each.spelling)), each) for each in group))
        if len(found) < _SUGGESTIONS_AT_MOST:
            _add(found, self._alike(same(wanted)))
        return tuple(found.values())[:_SUGGESTIONS_AT_MOST]

    def _alike(self, key: str) -> Iterable[tuple[float, Suggestion]]:
        for known, spellings in self._letters.items():
            likeness = _likeness(key, known, _LIKE_ENOUGH)
            if likeness >= _LIKE_ENOUGH:
                yield from ((likeness, each) for each in spellings)

    @cached_property
    def _near(self) -> Mapping[str, list[Suggestion]]:
        return _grouped(self._spellings, near)

    @cached_property
    def _sounds(self) -> Mapping[str, list[Suggestion]]:
        return _grouped(self._spellings, sounds)

    @cached_property
    def _letters(self) -> Mapping[str, list[Suggestion]]:
        ids = [Suggestion(id_, id_) for id_ in self._kinds]
        return _grouped([*self._spellings, *ids], same)


def _grouped(spellings: Iterable[Suggestion], key: Callable[[str], str]) -> dict[str, list[Suggestion]]:
    groups = defaultdict(list)
    for each in spellings:
        groups[key(each.spelling)].append(each)
    groups.pop("", None)
    return dict(groups)


def _add(found: dict[str, Suggestion], scored: Iterable[tuple[float, Suggestion]]) -> None:
    """Add suggestions, the most alike first, one for each entry that has none yet."""
    for _, suggestion in sorted(scored, key=lambda pair: (-pair[0], pair[1])):
        found.setdefault(suggestion.id, suggestion)


def _likeness(one: str, other: str, at_least: float = 0.0) -> float:
    """Return how alike two keys are, from 0 to 1; 0 where it is surely less than `at_least`."""
    if 2 * min(len(one), len(other)) < at_least * (len(one) + len(other)):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < at_least:
        return 0.0
    return matcher.ratio()
